"""What a window remembers from one run to the next: its place, its panels, its document.

The place is written shortly after it has changed, so that a killed window loses nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from convviz.app import preferences
from convviz.app.startup import opengl_start

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

FIRST = QSize(1280, 800)  # of a window that no one has sized yet, where the screen has room
FRAME = QSize(8, 40)  # what a window manager may put around it: known once it is shown
TITLE = 32  # of its height, the title bar
SEEN = 0.75  # of a window, at least: with less of it on the screens it is moved
WRITE_MS = 400  # after the last change of its place
FRAMED_MS = 300  # after it was first shown: a window manager has framed it by then
CHANGES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange, QEvent.Type.LayoutRequest}
)


def fitted(place: QRect, screens: Sequence[QRect]) -> QRect:
    """Give a place that fits a screen: the one it is on, or else the first.

    Parameters
    ----------
    place : QRect
        Of a window, its frame included.
    screens : sequence of QRect
        The free part of each screen, the first one's first.
    """
    if not screens:
        return place
    shared = [_area(place.intersected(screen)) for screen in screens]
    best = max(range(len(screens)), key=lambda index: shared[index])
    free = screens[best]
    size = place.size().boundedTo(free.size())
    enough = sum(shared) >= SEEN * _area(place)
    title = QPoint(place.center().x(), place.top() + TITLE // 4)
    graspable = any(screen.contains(title) for screen in screens)
    if size == place.size() and enough and graspable:
        return place
    left = min(max(place.left(), free.left()), free.right() + 1 - size.width())
    top = min(max(place.top(), free.top()), free.bottom() + 1 - size.height())
    fit = QRect(QPoint(left, top), size)
    if not shared[best]:  # its screen is gone
        fit.moveCenter(free.center())
    return fit


def _area(place: QRect) -> int:
    return 0 if place.isEmpty() else place.width() * place.height()


def _free() -> list[QRect]:
    primary = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not primary]
    return [screen.availableGeometry() for screen in (primary, *others) if screen is not None]


def restore(window: MainWindow) -> None:
    """Put a window and its panels where they were last, or where the screen has room for it."""
    geometry, state = preferences.window_layout()
    if geometry is None or not window.restoreGeometry(geometry):
        free = _free()[0]
        first = QRect(QPoint(), FIRST.boundedTo(free.size() - FRAME))
        first.moveCenter(free.center())
        first.moveTop(free.top() + TITLE + (free.height() - FRAME.height() - first.height()) // 2)
        window.setGeometry(first)
        return
    _fit(window)
    window.docks.arrange(window.width(), window.height())
    window.docks.movable = preferences.panels_moved()
    if state is not None:
        window.restoreState(state, preferences.PANELS)


def _fit(window: MainWindow) -> None:
    """Bring a window back onto the screens, frame and all."""
    if window.isMaximized() or window.isFullScreen():
        return
    frame, inner = window.frameGeometry(), window.geometry()
    wanted = fitted(frame, _free())
    if wanted != frame:
        around = frame.size() - inner.size()
        window.resize((wanted.size() - around).expandedTo(window.minimumSizeHint()))
        window.move(wanted.topLeft())


def remember(window: MainWindow) -> None:
    """Remember a window that closes in good order, unless nobody but a program used it."""
    opengl_start.end()  # drawn or not
    if not window.attended:
        return
    _write(window)
    document = window.controller.history.present
    if not window.pages.starting:  # which would ask for a document first
        preferences.note_document(document.file or document.id)


def _write(window: MainWindow) -> None:
    if not window.commands.full_screen.on:
        panels = window.saveState(preferences.PANELS)
        preferences.save_window(window.saveGeometry(), panels, window.docks.movable)


class PlaceKeeper(QObject):
    """Writes a window's place and panels down whenever they have changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._due = QTimer(self, singleShot=True, interval=WRITE_MS)
        self._due.timeout.connect(self._write)
        window.installEventFilter(self)
        for dock in window.docks.all.values():
            dock.visibilityChanged.connect(self._due.start)
        self._framed = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a change; look once whether the window, with its frame, fits the screen."""
        if event.type() in CHANGES:
            self._due.start()
        elif event.type() == QEvent.Type.Show and not self._framed:
            self._framed = True
            QTimer.singleShot(FRAMED_MS, self, lambda: _fit(self._window))
        return super().eventFilter(watched, event)

    def _write(self) -> None:
        if self._window.isVisible():
            _write(self._window)
