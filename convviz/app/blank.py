"""The blank screen: the window covered while the lecturer talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from convviz.scene.palette import Role, hex_of

if TYPE_CHECKING:
    from convviz.app.window import MainWindow


class Blank(QWidget):
    """Covers the window with the stage's colour."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Cover, or uncover."""
        self.setGeometry(self._window.rect())
        self.setVisible(not self.isVisible())
        self.raise_()
        # So that Esc returns at once, and no key reaches a field that is not seen.
        (self if self.isVisible() else self._window.stage).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering a window that changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One calm colour."""
        theme = self._window.controller.settings.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(hex_of(theme, Role.STAGE_BOTTOM)))
        painter.end()

    def mousePressEvent(self, event: QEvent) -> None:
        """A click returns."""
        del event
        self.toggle()
