"""The keys that step the story, unless a widget is used with them."""

from __future__ import annotations

from PySide6.QtCore import Qt

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
# Modifiers under which an arrow is still an arrow.
HARMLESS_MODIFIERS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
