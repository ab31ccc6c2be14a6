"""The blank screen: the window covered while the lecturer talks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from convviz.app.controller import Controller
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.state import intents

MODIFIERS = frozenset((Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta))


class Blank(QWidget):
    """Covers the window in black; whatever is pressed first only uncovers it."""

    def __init__(self, window: QWidget, stage: QWidget) -> None:
        super().__init__(window)
        self._window, self._stage = window, stage
        self.setCursor(Qt.CursorShape.BlankCursor)
        window.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Cover, or uncover."""
        self.setGeometry(self._window.rect())
        self.setVisible(not self.isVisible())
        self.raise_()
        # So that Esc returns at once, and no key reaches a field that is not seen.
        (self if self.isVisible() else self._stage).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering a window that changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Black in every theme: a projector that gives no light."""
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)

    def event(self, event: QEvent) -> bool:
        """Keep every key from being a shortcut: nothing steps while nothing is seen."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key returns, and does nothing else."""
        if event.key() not in MODIFIERS and not event.isAutoRepeat():
            self.toggle()

    def mousePressEvent(self, event: QEvent) -> None:
        """A click returns."""
        del event
        self.toggle()


class BlankCommands:
    """Blanks the screen of one window; what covers it is made when it is first asked for."""

    def __init__(self, window: QWidget, stage: QWidget, controller: Controller) -> None:
        self._window, self._stage, self._controller = window, stage, controller
        self._blank: Blank | None = None

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {ActionId.BLANK: self.toggle}

    def toggle(self) -> None:
        """Blank the screen while the lecturer talks, or return; the story waits."""
        if self._blank is None:
            self._blank = Blank(self._window, self._stage)
        if self._controller.playback.playing and not self._blank.isVisible():
            self._controller.dispatch(intents.TogglePlay())
        self._blank.toggle()

    def leave(self) -> bool:
        """Return from it; whether the screen was blank."""
        if self._blank is None or not self._blank.isVisible():
            return False
        self._blank.toggle()
        return True
