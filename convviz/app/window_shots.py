"""The whole main window at any moment, for pictures and clips from the command line."""

from __future__ import annotations

import argparse
import tempfile
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEventLoop, QSettings, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from convviz.app.figures import Order, window_figure
from convviz.app.gallery import close, settle, wait_for
from convviz.app.start import make_application, make_window
from convviz.files.projects import Project
from convviz.state import intents as asked
from convviz.state.resolved import Resolved

_SIZE = (1280, 800)


class WindowShots:
    """A window that is there while pictures of it are taken.

    Parameters
    ----------
    document : str or Project
        What it shows.
    options : Namespace
        Of the command line: size, lang, theme, view.
    """

    def __init__(self, document: str | Project, options: argparse.Namespace) -> None:
        self._document, self._options = document, options

    def __enter__(self) -> Self:
        options = self._options
        make_application()
        # Pictures must not depend on what this user has set, nor change it.
        self._clean = tempfile.TemporaryDirectory()
        user = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.IniFormat, user, self._clean.name)
        self._window = window = make_window(self._document, options.lang, options.theme)
        window.controller.dispatch(asked.SetPreference("reduced_motion", True))
        window.controller.dispatch(asked.SetPreference("palette", options.palette))
        done: list[bool] = []
        window.complete.connect(lambda: done.append(True))
        window.resize(*(options.size or _SIZE))
        window.show()
        wait_for(lambda: bool(done))
        if options.view:
            window.controller.dispatch(asked.SetView(options.view))
        settle(window)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        close(self._window)
        self._clean.cleanup()

    @property
    def resolved(self) -> Resolved:
        """What the window shows."""
        found = self._window.controller.resolved
        assert found is not None
        return found

    def figure(self, time: float, order: Order) -> bytes:
        """The window at a story time."""
        self._seek(time)
        settle(self._window)
        stage = self._window.stage
        return window_figure(self._window, stage.view, stage.scene, order)

    def shot(self, time: float, playing: bool) -> QImage:
        """The window at a story time, as a frame of a clip."""
        del playing
        self._seek(time)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        image = self._window.grab().toImage()
        wanted = QSize(*(self._options.size or _SIZE))
        return image if image.size() == wanted else image.scaled(wanted)

    def _seek(self, time: float) -> None:
        if time > 0.0:
            self._window.controller.dispatch(asked.Seek(time))
