"""What a window remembers from one run to the next: its place, its panels, its document.

The place is written shortly after it has changed, so that a killed window loses nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.fullscreen.full_screen import FullScreen
from convviz.app.startup import opengl_start
from convviz.app.window.docks import Docks
from convviz.app.window.start_cover import StartCover

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


def _fit(window: QWidget) -> None:
    """Bring a window back onto the screens, frame and all."""
    if window.isMaximized() or window.isFullScreen():
        return
    frame, inner = window.frameGeometry(), window.geometry()
    wanted = fitted(frame, _free())
    if wanted != frame:
        around = frame.size() - inner.size()
        window.resize((wanted.size() - around).expandedTo(window.minimumSizeHint()))
        window.move(wanted.topLeft())


class WindowMemory:
    """What one window remembers."""

    def __init__(
        self,
        window: QMainWindow,
        docks: Docks,
        full_screen: FullScreen,
        cover: StartCover,
        controller: Controller,
    ) -> None:
        self._window, self._docks = window, docks
        self._full_screen, self._cover, self._controller = full_screen, cover, controller
        self.attended = True  # by a user, whose window it is

    def restore(self) -> None:
        """Put all where it was last, or where the screen has room for it."""
        window, docks = self._window, self._docks
        geometry, state = preferences.window_layout()
        if geometry is None or not window.restoreGeometry(geometry):
            free = _free()[0]
            first = QRect(QPoint(), FIRST.boundedTo(free.size() - FRAME))
            first.moveCenter(free.center())
            first.moveTop(
                free.top() + TITLE + (free.height() - FRAME.height() - first.height()) // 2
            )
            window.setGeometry(first)
            return
        _fit(window)
        docks.arrange(window.width(), window.height())
        docks.movable = preferences.panels_moved()
        if state is not None:
            window.restoreState(state, preferences.PANELS)

    def keep(self) -> None:
        """Write down from now on where the window and its panels are."""
        PlaceKeeper(self._window, self._docks, self)

    def remember(self) -> None:
        """Remember a window that closes in good order, unless nobody but a program used it."""
        opengl_start.end()  # drawn or not
        if not self.attended:
            return
        self.write_place()
        document = self._controller.history.present
        if not self._cover.starting:  # which would ask for a document first
            preferences.note_document(document.file or document.id)

    def write_place(self) -> None:
        """Write the place down, but none that will not last."""
        if not self._full_screen.on:
            panels = self._window.saveState(preferences.PANELS)
            preferences.save_window(self._window.saveGeometry(), panels, self._docks.movable)


class PlaceKeeper(QObject):
    """Writes a window's place and panels down whenever they have changed."""

    def __init__(self, window: QMainWindow, docks: Docks, memory: WindowMemory) -> None:
        super().__init__(window)
        self._window, self._memory = window, memory
        self._due = QTimer(self, singleShot=True, interval=WRITE_MS)
        self._due.timeout.connect(self._write)
        window.installEventFilter(self)
        for dock in docks.all.values():
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
            self._memory.write_place()
