"""Who has the keyboard: arrows belong to the story, except where a widget is used with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from convviz.panels.arrow_keys import ARROWS, HARMLESS_MODIFIERS

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def takes_arrows(event: QEvent) -> bool:
    """Accept an arrow, Home or End that would else step the story; whether it was one."""
    asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    if not asks or event.key() not in ARROWS or event.modifiers() & ~HARMLESS_MODIFIERS:
        return False
    event.accept()
    return True


class ArrowKeeper(QObject):
    """Leaves the arrows to widgets of Qt's own that are used with them: tabs, the menu bar."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an arrow from being a shortcut."""
        return takes_arrows(event) or super().eventFilter(watched, event)


class Keyboard(QObject):
    """Gives the stage the keyboard after a click on what is not typed in; Enter presses buttons.

    Qt leaves the keyboard where it was: a number typed before would still be edited by the arrows.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
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
            return self._presses_button(event)
        return super().eventFilter(watched, event)

    def _pressed(self, widget: QWidget | None) -> None:
        window = self._window
        if window.pages.starting or window.menuBar() is widget:
            return
        while widget is not None and widget is not window:
            if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus and widget.isEnabled():
                return
            widget = widget.parentWidget()
        window.stage.setFocus(Qt.FocusReason.MouseFocusReason)

    def _presses_button(self, event: QKeyEvent) -> bool:
        """Press the button that has the keyboard on Enter, since Space is always play."""
        button = self._window.focusWidget()
        if event.key() not in _ENTER or not isinstance(button, QAbstractButton):
            return False
        button.click()
        return True


def finish_typing(window: QWidget) -> None:
    """Let what is being typed stand, or give it up where it cannot be, before the document goes."""
    field = window.focusWidget()
    if field is not None and hasattr(field, "finish"):
        field.finish()
