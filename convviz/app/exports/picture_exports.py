"""What leaves the app as a picture or a clip: asks where to, and writes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from convviz import words
from convviz.app import preferences
from convviz.app.exports import figures
from convviz.app.exports.export_job import ExportJob, ImageJob, TileJob
from convviz.app.exports.figures import Order
from convviz.app.exports.render_process import RenderProcess

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

_COPY = 1920  # pixels across


class Exports:
    """The exports of one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    # ---- deeds -------------------------------------------------------------------------------
    def picture(self) -> None:
        """Open the dialog for a picture."""
        from convviz.app.exports.picture_dialog import PictureDialog

        PictureDialog(self).open()

    def clip(self) -> None:
        """Open the dialog for a clip."""
        from convviz.app.exports.clip_dialog import ClipDialog

        ClipDialog(self).open()

    def copy(self) -> None:
        """Put the picture of the stage on the clipboard."""
        job = self.job(self.window, "stage", Order("png", _COPY), None)
        job.ended.connect(lambda reason: self._copied(job, reason))
        job.start()

    def _copied(self, job: ExportJob, reason: str) -> None:
        if reason:
            self.window.statusBar().showMessage(words.text("export.failed", reason=reason))
        else:
            self.to_clipboard(job)
        job.deleteLater()

    def to_clipboard(self, job: ExportJob) -> None:
        """Put what was made on the clipboard."""
        QGuiApplication.clipboard().setImage(job.image)
        self.window.say("status.picture-copied", {})

    # ---- figures -----------------------------------------------------------------------------
    def size_of(self, what: str) -> QSize:
        """Size of a figure, logical pixels."""
        if what == "window":
            return self.window.size()
        if what == "stage":
            return self.window.stage.view.size()
        return self._panel(what).size()

    def job(self, parent: QWidget, what: str, order: Order, out: Path | None) -> ExportJob:
        """The stage, window, plot or chain as it is now, ready to be made.

        Parameters
        ----------
        out : Path or None
            None where the image alone is wanted.
        """
        controller, stage = self.window.controller, self.window.stage
        if what == "window":
            image = self.window.grab().toImage()
            return ImageJob(parent, controller.compute, image, out)
        tiles = stage.tiles if what == "stage" and order.form == "png" else None
        if tiles is not None:
            return TileJob(parent, controller.compute, lambda: tiles(order.width, order.clear), out)
        return RenderProcess(parent, controller, out, self._options(what, order))

    def _options(self, what: str, order: Order) -> list[str]:
        settings, size = self.window.controller.settings, self.size_of(what)
        height = round(size.height() * order.width / max(size.width(), 1))
        options = {
            "--what": what,
            "--at": f"{self.window.controller.playback.time:.4f}",
            "--size": f"{order.width}x{height}",
            "--layout": f"{size.width()}x{size.height()}",
            "--lang": settings.language,
            "--theme": settings.theme,
            "--palette": settings.palette,
            "--text-size": str(self.window.commands.full_screen.text_size()),
        }
        given = [part for pair in options.items() for part in pair]
        return [*given, "--transparent"] if order.clear else given

    def preview(self, what: str, width: int, clear: bool) -> QImage:
        """A small picture of what would be made, at once."""
        stage = self.window.stage
        if what == "window":
            return self.window.grab().toImage()
        if what == "stage":
            tiles = stage.tiles
            if tiles is None:
                return stage.view.grab_image()
            picture = tiles(width, clear)
            while not picture.step():
                pass
            return picture.image
        return self._panel(what).grab().toImage()

    def _panel(self, what: str) -> QWidget:
        controller = self.window.controller
        assert controller.resolved is not None
        if what == "plot":
            return figures.plot_panel(controller.resolved, controller.playback)
        return figures.chain_panel(controller.resolved)

    def ask(self, form: str, title: str) -> Path | None:
        """Where to write; None where nobody wants it."""
        document = self.window.controller.history.present
        stem = Path(document.file).stem if document.file else document.id
        start = str(Path(preferences.last_folder(), f"{stem}.{form}"))
        path, _ = QFileDialog.getSaveFileName(
            self.window, words.text(title), start, f"{form.upper()} (*.{form})"
        )
        if not path:
            return None
        found = Path(path)
        preferences.note_folder(str(found.parent))
        return found if found.suffix.lower() == f".{form}" else Path(f"{path}.{form}")
