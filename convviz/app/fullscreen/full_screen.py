"""The lecture hall: the whole screen for stage, caption, plot and steps; the laser pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QByteArray, QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from convviz.app.controller import Controller
from convviz.app.fullscreen.laser_pointer import LaserPointer
from convviz.app.stage.stage_host import StageHost
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.app.window.docks import Docks
from convviz.panels.fullscreen.footer import FullScreenFooter
from convviz.state import intents

CURSOR_MS = 2000  # the mouse cursor hides when it has stood still for so long
SETTLE_MS = 1000  # within this a window manager has given the window its earlier size


@dataclass(frozen=True)
class Before:
    """The window as it was before the hall.

    Attributes
    ----------
    state : Qt.WindowState
        Maximised or not.
    place : QRect
    panels : QByteArray
        Docks with their sizes and tabs.
    hidden : tuple of QWidget
        The parts that were hidden for the hall.
    focus : QWidget or None
    """

    state: Qt.WindowState
    place: QRect
    panels: QByteArray
    hidden: tuple[QWidget, ...]
    focus: QWidget | None


class FullScreen(QObject):
    """Brings one window to the lecture hall and back; hides a cursor that rests; points.

    Parameters
    ----------
    bars : sequence of QWidget
        What is hidden meanwhile, beside the panels.

    Signals
    -------
    switched(on)
        The window is on the whole screen, or no longer.
    pointerSwitched(on)
        The laser pointer is lit, or no longer.
    textSizeChanged()
        `text_size` may be another one.
    footerMade(footer)
        There is another panel now, which shows what the controller says.
    screensChanged()
        A screen came or went.
    """

    switched, pointerSwitched = Signal(bool), Signal(bool)
    textSizeChanged, screensChanged = Signal(), Signal()
    footerMade = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        controller: Controller,
        stage: StageHost,
        docks: Docks,
        bars: Sequence[QWidget],
    ) -> None:
        super().__init__(window)
        self._window, self._controller = window, controller
        self._stage, self._docks, self._bars = stage, docks, tuple(bars)
        self._floor: FullScreenFooter | None = None
        self._before: Before | None = None
        self._pending: Before | None = None  # whose panels return once the window has its size
        self._pointer: LaserPointer | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(CURSOR_MS)
        self._resting.timeout.connect(self._hide_cursor)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.wait_until_idle)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self.screensChanged)
        application.screenRemoved.connect(self.screensChanged)
        controller.settingsChanged.connect(self._refit)

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            ActionId.FULL_SCREEN: self.toggle,
            ActionId.PRESENT: self.present,
            ActionId.POINTER: self.toggle_pointer,
            ActionId.NEXT_SCREEN: self.next_screen,
        }

    @property
    def on(self) -> bool:
        """Whether the window is in the hall."""
        return self._before is not None

    @property
    def floor(self) -> FullScreenFooter:
        """What stands under the stage, made when it is first needed."""
        if self._floor is None:
            centre = self._window.centralWidget()
            layout = None if centre is None else centre.layout()
            assert layout is not None
            self._floor = FullScreenFooter(centre)
            self._floor.hide()
            layout.addWidget(self._floor)
            self.footerMade.emit(self._floor)
        return self._floor

    def text_size(self) -> int:
        """The text size of the panels in per cent; the hall's own sizes follow it too."""
        return 100 if self.on else self._controller.settings.text_size

    def _set_letters(self) -> None:
        """Have everything take the text size that holds now."""
        if self._controller.settings.text_size != 100:
            self.textSizeChanged.emit()

    # ---- in and out --------------------------------------------------------------------------
    def toggle(self) -> None:
        """Enter, or leave."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Stage, caption, plot and steps on the whole screen that the window is on."""
        if self.on:
            return
        self.wait_until_idle()
        window = self._window
        hidden = tuple(part for part in self._bars if not part.isHidden())
        state, place = window.windowState(), window.geometry()
        self._before = Before(state, place, window.saveState(), hidden, window.focusWidget())
        for part in hidden:
            part.hide()
        self._set_letters()
        self.floor.borrow(self._docks.lend_plot())
        window.setWindowState(state | Qt.WindowState.WindowFullScreen)
        self._watch()
        self._fit()
        self.floor.show()
        self._show_now()
        self._resting.start()
        self._stage.setFocus()
        self.switched.emit(True)

    def leave(self) -> None:
        """The window as it was: size, panels, focus."""
        before, self._before = self._before, None
        if before is None:
            return
        window = self._window
        self._resting.stop()
        self.point(False)
        self.floor.hide()
        self.floor.give_back()
        self._docks.take_plot()
        self._stage.least_type = 0.0
        for part in before.hidden:
            part.show()
        self._pending = before
        self._set_letters()
        window.setWindowState(before.state)
        if not before.state & Qt.WindowState.WindowMaximized:
            window.setGeometry(before.place)
        self._restore_panels()
        self._settling.start()
        focus = before.focus
        inside = focus is not None and focus.isVisible() and not self._docks.hides(focus)
        (focus if focus is not None and inside else self._stage).setFocus()
        self.switched.emit(False)

    def keeps_panels(self) -> bool:
        """Whether the panels are not to be arranged for the size that the window got just now."""
        self._restore_panels()
        return self.on or self._pending is not None

    def _restore_panels(self) -> None:
        if self._pending is not None and self._pending.place.size() == self._window.size():
            self._window.restoreState(self._pending.panels)

    def wait_until_idle(self) -> None:
        """Panels follow the window again; should it have another size now, they are arranged."""
        pending, self._pending = self._pending, None
        self._settling.stop()
        window = self._window
        if pending is not None and pending.place.size() != window.size():
            window.restoreState(pending.panels)
            self._docks.arrange(window.width(), window.height())

    def _fit(self) -> None:
        window = self._window
        sizes = self.floor.fit(window.height(), self._controller.settings.text_size)
        self._stage.least_type = float(sizes.label)

    def _refit(self) -> None:
        """Take a text size that was chosen in full screen."""
        if self.on:
            self._fit()
            self._show_now()
            self._stage.draw()

    def _show_now(self) -> None:
        resolved = self._controller.resolved
        if resolved is not None:
            self.floor.tick(self._controller.playback, resolved)
            self.floor.apply(None, resolved)

    def present(self) -> None:
        """Enter, with the story at its start: what a clicker's start key asks for."""
        self.enter()
        self._controller.dispatch(intents.Jump(-1))

    # ---- screens -----------------------------------------------------------------------------
    def next_screen(self) -> None:
        """Move the window to the next screen, full there if it was full here."""
        window, screens = self._window, QGuiApplication.screens()
        if len(screens) < 2:
            return
        here = screens.index(window.screen()) if window.screen() in screens else 0
        there = screens[(here + 1) % len(screens)]
        state, size = window.windowState(), window.size()
        covering = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized
        window.setWindowState(state & ~covering)
        free = there.availableGeometry()
        place = QRect(free.topLeft(), size.boundedTo(free.size()))
        place.moveCenter(free.center())
        window.setScreen(there)
        window.setGeometry(place)
        window.setWindowState(state)
        if self._before is not None and not self._before.state & covering:
            earlier = QRect(place.topLeft(), self._before.place.size().boundedTo(free.size()))
            earlier.moveCenter(free.center())
            self._before = replace(self._before, place=earlier)

    # ---- mouse -------------------------------------------------------------------------------
    @property
    def pointing(self) -> bool:
        """Whether the laser pointer is lit."""
        return self._pointer is not None and self._pointer.isVisible()

    def toggle_pointer(self) -> None:
        """Light the laser pointer, or put it out."""
        self.point(not self.pointing)

    def point(self, on: bool) -> None:
        """Light the laser pointer where the mouse is, or put it out."""
        if self._pointer is None:
            if not on:
                return
            self._pointer = LaserPointer(self._window)
        window = self._window
        self._watch()
        place = QPointF(window.mapFromGlobal(QCursor.pos()))
        inside = QRect(QPointF().toPoint(), window.size()).contains(place.toPoint())
        self._pointer.switch(on, place if inside else QPointF(window.rect().center()))
        self._stage.quiet = on
        self.pointerSwitched.emit(on)
        if on:
            self._hide_cursor()
        else:
            self._moved(place)

    def _watch(self) -> None:
        handle = self._window.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)  # sees every move of the mouse, whatever is under it
        self._window.removeEventFilter(self)
        self._window.installEventFilter(self)

    def _hide_cursor(self) -> None:
        if self.on or self.pointing:
            self._window.setCursor(Qt.CursorShape.BlankCursor)

    def _moved(self, place: QPointF) -> None:
        if self.pointing and self._pointer is not None:
            self._pointer.follow(place)
            return
        self._window.unsetCursor()
        if self.on:
            self._resting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse, and the size of the screen."""
        if event.type() == QEvent.Type.MouseMove and watched is self._window.windowHandle():
            assert isinstance(event, QMouseEvent)
            self._moved(event.position())
        elif event.type() == QEvent.Type.Resize and watched is self._window and self.on:
            self._fit()
        return super().eventFilter(watched, event)
