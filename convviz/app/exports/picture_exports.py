"""What leaves the app as a picture: where to, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.exports import figures
from convviz.app.exports.export_job import ExportJob, ImageJob, TileJob
from convviz.app.exports.figures import Order
from convviz.app.exports.render_process import RenderProcess
from convviz.app.stage.stage_host import StageHost
from convviz.app.window.status_line import Say

WHAT = ("stage", "window", "plot", "chain")


class Pictures:
    """Pictures of one window, and of what it shows.

    Parameters
    ----------
    text_size : callable
        The window's text size in per cent.
    """

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        stage: StageHost,
        say: Say,
        text_size: Callable[[], int],
    ) -> None:
        self._window, self._controller, self._stage = window, controller, stage
        self._say, self._text_size = say, text_size

    def to_clipboard(self, job: ExportJob) -> None:
        """Put what was made on the clipboard."""
        QGuiApplication.clipboard().setImage(job.image)
        self._say("status.picture-copied", {})

    # ---- figures -----------------------------------------------------------------------------
    def size_of(self, what: str) -> QSize:
        """Size of a figure, logical pixels."""
        if what == "window":
            return self._window.size()
        if what == "stage":
            return self._stage.view.size()
        return self._panel(what).size()

    def job(self, parent: QWidget, what: str, order: Order, out: Path | None) -> ExportJob:
        """The stage, window, plot or chain as it is now, ready to be made.

        Parameters
        ----------
        out : Path or None
            None where the image alone is wanted.
        """
        controller, stage = self._controller, self._stage
        if what == "window":
            image = self._window.grab().toImage()
            return ImageJob(parent, controller.compute, image, out)
        tiles = stage.tiles if what == "stage" and order.form == "png" else None
        if tiles is not None:
            return TileJob(parent, controller.compute, lambda: tiles(order.width, order.clear), out)
        return RenderProcess(parent, controller, out, self._options(what, order))

    def _options(self, what: str, order: Order) -> list[str]:
        settings, size = self._controller.settings, self.size_of(what)
        height = round(size.height() * order.width / max(size.width(), 1))
        options = {
            "--what": what,
            "--at": f"{self._controller.playback.time:.4f}",
            "--size": f"{order.width}x{height}",
            "--layout": f"{size.width()}x{size.height()}",
            "--lang": settings.language,
            "--theme": settings.theme,
            "--palette": settings.palette,
            "--text-size": str(self._text_size()),
        }
        given = [part for pair in options.items() for part in pair]
        return [*given, "--transparent"] if order.clear else given

    def preview(self, what: str, width: int, clear: bool) -> QImage:
        """A small picture of what would be made, at once."""
        if what == "window":
            return self._window.grab().toImage()
        if what == "stage":
            return stage_preview(self._stage, width, clear)
        return self._panel(what).grab().toImage()

    def _panel(self, what: str) -> QWidget:
        controller = self._controller
        assert controller.resolved is not None
        if what == "plot":
            return figures.plot_panel(controller.resolved, controller.playback)
        return figures.chain_panel(controller.resolved)

    def ask(self, form: str, title: str) -> Path | None:
        """Where to write; None where nobody wants it."""
        document = self._controller.history.present
        stem = Path(document.file).stem if document.file else document.id
        start = str(Path(preferences.last_folder(), f"{stem}.{form}"))
        path, _ = QFileDialog.getSaveFileName(
            self._window, words.text(title), start, f"{form.upper()} (*.{form})"
        )
        if not path:
            return None
        found = Path(path)
        preferences.note_folder(str(found.parent))
        return found if found.suffix.lower() == f".{form}" else Path(f"{path}.{form}")


def stage_preview(stage: StageHost, width: int, clear: bool) -> QImage:
    """A small picture of a stage, as a large one would be."""
    tiles = stage.tiles
    if tiles is None:
        return stage.grab_picture()
    picture = tiles(width, clear)
    while not picture.step():
        pass
    return picture.image
