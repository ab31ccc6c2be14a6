"""The arrows belong to the story, except where a widget is used with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

ARROWS = frozenset(
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    )
)
_HELD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def takes_arrows(event: QEvent) -> bool:
    """Accept an arrow, Home or End that would else step the story; whether it was one."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in ARROWS or event.modifiers() & ~_HELD:
        return False
    event.accept()
    return True


class ArrowKeeper(QObject):
    """Leaves the arrows to widgets of Qt's own that are used with them: tabs, the menu bar."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an arrow from being a shortcut."""
        return takes_arrows(event) or super().eventFilter(watched, event)
