"""Who has the keyboard: the stage after a click, and keys that no widget took."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from convviz.app.window.actions import Actions, letter_action
from convviz.app.window.arrow_keys import ArrowKeeper
from convviz.app.window.start_cover import StartCover

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Keyboard(QObject):
    """Gives the stage the keyboard after a click on what is not typed in; Enter presses buttons.

    Qt leaves the keyboard where it was: a number typed before would still be edited by the arrows.

    Letters that a Hangul input method turned into jamo still act.

    Parameters
    ----------
    cover : StartCover
        May lie over the stage, which then gets no keyboard.
    back : callable
        What Esc does where nothing else takes it.
    """

    def __init__(
        self,
        window: QMainWindow,
        stage: QWidget,
        cover: StartCover,
        actions: Actions,
        back: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._stage, self._cover = window, stage, cover
        self._actions, self._back = actions, back
        self._handle: QObject | None = None
        window.installEventFilter(self)
        self._arrows = ArrowKeeper(self)
        window.menuBar().installEventFilter(self._arrows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each press before the widget under it does, and at keys that no widget took."""
        kind = event.type()
        if watched is not self._window:
            if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
                self._pressed(self._window.childAt(event.position().toPoint()))
        elif kind == QEvent.Type.Show and self._window.windowHandle() is not self._handle:
            self._handle = self._window.windowHandle()
            self._handle.installEventFilter(self)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._presses_button(event) or self._acts(event)
        return super().eventFilter(watched, event)

    def _pressed(self, widget: QWidget | None) -> None:
        window = self._window
        if self._cover.starting or window.menuBar() is widget:
            return
        while widget is not None and widget is not window:
            if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus and widget.isEnabled():
                return
            widget = widget.parentWidget()
        self._stage.setFocus(Qt.FocusReason.MouseFocusReason)

    def _presses_button(self, event: QKeyEvent) -> bool:
        """Press the button that has the keyboard on Enter, since Space is always play."""
        button = self._window.focusWidget()
        if event.key() not in _ENTER or not isinstance(button, QAbstractButton):
            return False
        button.click()
        return True

    def _acts(self, event: QKeyEvent) -> bool:
        """Do what a Hangul letter's action does, or return on Esc; whether it was one of them."""
        action = letter_action(event.text(), self._actions)
        if action is not None:
            action.trigger()
        elif event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            return False
        return True


def finish_typing(window: QWidget) -> None:
    """Let what is being typed stand, or give it up where it cannot be, before the document goes."""
    field = window.focusWidget()
    if field is not None and hasattr(field, "finish"):
        field.finish()
