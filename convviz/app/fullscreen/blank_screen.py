"""The blank screen: the window covered while the lecturer talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow


MODIFIERS = frozenset((Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta))


class Blank(QWidget):
    """Covers the window in black; whatever is pressed first only uncovers it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setCursor(Qt.CursorShape.BlankCursor)
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
