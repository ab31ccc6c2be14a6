"""The whole main window at any moment, for pictures and clips from the command line."""

from __future__ import annotations

import argparse
import tempfile
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEventLoop, QSettings, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from convviz.app.exports.figures import Order, window_figure
from convviz.app.exports.without_window import Shown
from convviz.app.image_bytes import png
from convviz.app.startup.make_window import make_application, make_window
from convviz.app.window.action_ids import ActionId
from convviz.app.window.driven_window import DrivenWindow
from convviz.app.window.idle import close, wait_for, wait_until_idle
from convviz.files.projects import Project
from convviz.state import intents

_SIZE = (1280, 800)
_BEHIND = 110  # of 255: how much darker a window is drawn behind its dialog


class WindowShots:
    """A window that is there while pictures of it are taken.

    Parameters
    ----------
    document : str or Project
        What it shows.
    layer : str
        The layer on stage.
    options : Namespace
        Of the command line: size, lang, theme, palette, text_size, view, do.
    """

    def __init__(self, document: str | Project, layer: str, options: argparse.Namespace) -> None:
        self._document, self._layer, self._options = document, layer, options
        self._to_do = list(options.do)

    def __enter__(self) -> Self:
        options = self._options
        make_application()
        # Pictures must not depend on what this user has set, nor change it.
        self._clean = tempfile.TemporaryDirectory()
        user = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.IniFormat, user, self._clean.name)
        self._window: DrivenWindow
        self._window = window = make_window(self._document, options.lang, options.theme)
        self._controller = controller = window.controller
        controller.dispatch(intents.SetPreference("palette", options.palette))
        controller.dispatch(intents.SetPreference("text_size", options.text_size))
        done: list[bool] = []
        window.complete.connect(lambda: done.append(True))
        window.resize(*(options.size or _SIZE))
        window.show()
        wait_for(lambda: bool(done))
        if self._layer != window.controller.history.present.selected:
            controller.dispatch(intents.SelectLayer(self._layer))
        if options.view:
            controller.dispatch(intents.SetView(options.view))
        wait_until_idle(window.controller)
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
    def shown(self) -> Shown:
        """What the window shows."""
        found = self._controller.resolved
        assert found is not None
        return Shown(self._controller.pane, found)

    def figure(self, time: float, order: Order) -> bytes:
        """The window at a story time."""
        self._seek(time)
        wait_until_idle(self._controller)
        self._act()
        stage = self._window.stage
        if order.form == "png":
            return png(seen(self._window).toImage())
        return window_figure(self._window, stage.view, stage.scene, order)

    def shot(self, time: float, playing: bool) -> QImage:
        """The window at a story time, as a frame of a clip."""
        del playing
        self._seek(time)
        self._act()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        image = self._window.grab().toImage()
        wanted = QSize(*(self._options.size or _SIZE))
        return image if image.size() == wanted else image.scaled(wanted)

    def _act(self) -> None:
        """Do what is to be done first, once."""
        doing, self._to_do = self._to_do, []
        for name in doing:
            self._window.trigger(ActionId(name))
        if doing:
            self._window.resize(*(self._options.size or _SIZE))  # which full screen changes
            wait_until_idle(self._controller)

    def _seek(self, time: float) -> None:
        if time > 0.0:
            self._controller.dispatch(intents.Seek(time))


def seen(window: DrivenWindow) -> QPixmap:
    """The window with the dialog that is open over it."""
    picture = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible() and dialog.isWindow():
            grabbed = dialog.grab()
            place = grabbed.rect()
            place.moveCenter(picture.rect().center())
            painter = QPainter(picture)
            painter.fillRect(picture.rect(), QColor(0, 0, 0, _BEHIND))
            painter.drawPixmap(place, grabbed)
            painter.end()
    return picture
