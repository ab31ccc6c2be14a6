"""The title by which a panel is dragged, once panels can be moved: its name, float, close."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from convviz import words
from convviz.panels.painting.icons import icon
from convviz.panels.painting.text_size import fix_side

_SIDE, _ICON = 26, 15


class DockTitle(QWidget):
    """The title of one dock; presses beside the buttons fall through to it, and so drag it."""

    def __init__(self, dock: QDockWidget, theme: str) -> None:
        super().__init__(dock)
        self._dock = dock
        self._name = QLabel()
        self._name.setProperty("look", "section")
        self._grip = QLabel()
        self.floating = self._button("float", lambda: dock.setFloating(not dock.isFloating()))
        self.closing = self._button("close", dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(4)
        row.addWidget(self._grip)
        row.addWidget(self._name, 1)
        row.addWidget(self.floating)
        row.addWidget(self.closing)
        for part in (self, self._grip, self._name):
            part.setCursor(Qt.CursorShape.SizeAllCursor)
        self.dress(theme)

    def _button(self, name: str, does: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{self._dock.objectName()}-{name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setIconSize(QSize(_ICON, _ICON))
        fix_side(button, _SIDE)
        button.clicked.connect(does)
        return button

    def dress(self, theme: str) -> None:
        """Take a theme and the present language."""
        self._name.setText(self._dock.windowTitle())
        self._grip.setPixmap(icon("grip-vertical", theme).pixmap(_ICON, _ICON))
        for button, picture, key in (
            (self.floating, "external-link", "dock.float"),
            (self.closing, "x", "dock.close"),
        ):
            button.setIcon(icon(picture, theme))
            button.setToolTip(words.text(key))
            button.setAccessibleName(words.text(key))
