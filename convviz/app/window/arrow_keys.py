"""The arrows belong to the story, except where a widget is used with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from convviz.panels.painting.arrow_keys import ARROWS, HARMLESS_MODIFIERS


def takes_arrows(event: QEvent) -> bool:
    """Accept an arrow, Home or End that would else step the story; whether it was one."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in ARROWS or event.modifiers() & ~HARMLESS_MODIFIERS:
        return False
    event.accept()
    return True


class ArrowKeeper(QObject):
    """Leaves the arrows to widgets of Qt's own that are used with them: tabs, the menu bar."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an arrow from being a shortcut."""
        return takes_arrows(event) or super().eventFilter(watched, event)
