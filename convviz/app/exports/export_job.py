"""What is being made away from the GUI thread, or in slices on it: progress, end, cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from convviz.app.image_bytes import png
from convviz.files.disk import write_whole
from convviz.files.errors import FileError
from convviz.words.errors import error_text

if TYPE_CHECKING:
    from convviz.app.compute import Compute
    from convviz.render.gl.tiled_picture import TiledPicture


class ExportJob(QObject):
    """One picture or clip in the making.

    Signals
    -------
    moved(done, count)
        So many of its parts are done.
    ended(reason)
        It is there, or why it is not; an empty reason when it is.

    Attributes
    ----------
    image : QImage
        The picture, where it was not wanted as a file.
    """

    moved = Signal(int, int)
    ended = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image = QImage()
        self._running = False

    @property
    def running(self) -> bool:
        """Whether it is still in the making."""
        return self._running

    def start(self) -> None:
        """Begin."""
        raise NotImplementedError

    def cancel(self) -> None:
        """End it; nothing of it stays."""
        self._running = False

    def _begin(self) -> None:
        self._running = True

    def _end(self, reason: str) -> None:
        self._running = False
        self.ended.emit(reason)


class ImageJob(ExportJob):
    """An image that is there, written by the worker: packing a PNG takes seconds at 8K."""

    def __init__(self, parent: QWidget, compute: Compute, image: QImage, out: Path | None) -> None:
        super().__init__(parent)
        self._compute, self._out = compute, out
        self.image = image

    def start(self) -> None:
        self._begin()
        self._write()

    def _write(self) -> None:
        out, image = self._out, self.image
        if out is None:
            QTimer.singleShot(0, lambda: self._written(None))
            return
        self._compute.perform(lambda: self._put(out, image), self._written, long=True)

    def _put(self, out: Path, image: QImage) -> None:
        data = png(image)
        if self.running:  # not cancelled meanwhile
            write_whole(out, data)

    def _written(self, outcome: object) -> None:
        if self.running:
            self._end(reason_of(outcome) if isinstance(outcome, Exception) else "")


class TileJob(ImageJob):
    """A picture drawn tile by tile, between which the window lives on."""

    def __init__(
        self,
        parent: QWidget,
        compute: Compute,
        begin: Callable[[], TiledPicture],
        out: Path | None,
    ) -> None:
        super().__init__(parent, compute, QImage(), out)
        self._start_picture = begin
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._slice)

    def start(self) -> None:
        self._begin()
        self._picture = self._start_picture()
        self._slices.start()

    def cancel(self) -> None:
        super().cancel()
        self._slices.stop()

    def _slice(self) -> None:
        whole = self._picture.step()
        self.moved.emit(self._picture.done, self._picture.count)
        if whole:
            self._slices.stop()
            self.image = self._picture.image
            self._write()


def reason_of(fault: Exception) -> str:
    """Why nothing came of it, in a sentence."""
    return error_text(fault) if isinstance(fault, FileError) else str(fault)
