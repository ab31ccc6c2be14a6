"""What leaves the app as a picture or a clip: asks where to, and writes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from convviz import words
from convviz.app import figures
from convviz.app.figures import Order
from convviz.files.disk import write_whole
from convviz.files.errors import FileError
from convviz.words.errors import error_text

if TYPE_CHECKING:
    from convviz.app.window import MainWindow

_COPY = 1920  # pixels across


class Exports:
    """The exports of one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._folder = ""

    # ---- deeds -------------------------------------------------------------------------------
    def picture(self) -> None:
        """Open the dialog for a picture."""
        from convviz.app.picture_dialog import PictureDialog

        PictureDialog(self).open()

    def clip(self) -> None:
        """Open the dialog for a clip."""
        from convviz.app.clip_dialog import ClipDialog

        ClipDialog(self).open()

    def copy(self) -> None:
        """Put the picture of the stage on the clipboard."""
        self.copy_figure("stage", Order("png", _COPY))

    # ---- figures -----------------------------------------------------------------------------
    def size_of(self, what: str) -> QSize:
        """Size of a figure, logical pixels."""
        if what == "window":
            return self.window.size()
        if what == "stage":
            return self.window.stage.view.size()
        return self._panel(what).size()

    def figure(self, what: str, order: Order) -> bytes:
        """The stage, window, plot or chain as it is now."""
        stage = self.window.stage
        if what == "window":
            return figures.window_figure(self.window, stage.view, stage.scene, order)
        if what == "stage" and stage.scene is not None:
            return figures.stage_figure(stage.scene, order)
        return figures.panel_figure(self._panel(what), order)

    def _panel(self, what: str) -> QWidget:
        controller = self.window.controller
        assert controller.resolved is not None
        if what == "plot":
            return figures.plot_panel(controller.resolved, controller.playback)
        return figures.chain_panel(controller.resolved)

    def copy_figure(self, what: str, order: Order) -> None:
        """Put a figure on the clipboard."""
        image = QImage.fromData(self.figure(what, order))
        QGuiApplication.clipboard().setImage(image)
        self.window.say("status.picture-copied", {})

    def write_picture(self, what: str, order: Order) -> bool:
        """Ask for a file and write a figure; whether that was done."""
        path = self.ask(order.form, "export.picture")
        if path is None:
            return False
        try:
            write_whole(path, self.figure(what, order))
        except FileError as error:
            self.window.statusBar().showMessage(error_text(error))
            return False
        self.window.say("status.saved", {"path": path})
        return True

    def ask(self, form: str, title: str) -> Path | None:
        """Where to write; None where nobody wants it."""
        home = QStandardPaths.StandardLocation.PicturesLocation
        folder = self._folder or QStandardPaths.writableLocation(home)
        name = f"{self.window.controller.history.present.id}.{form}"
        path, _ = QFileDialog.getSaveFileName(
            self.window, words.text(title), str(Path(folder, name)), f"{form.upper()} (*.{form})"
        )
        if not path:
            return None
        found = Path(path)
        self._folder = str(found.parent)
        return found if found.suffix.lower() == f".{form}" else Path(f"{path}.{form}")
