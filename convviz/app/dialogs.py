"""Small windows of the shell: the blank screen, the shortcut sheet, About."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from convviz import __version__, words
from convviz.app.actions import ACTIONS, MENUS, key_names

if TYPE_CHECKING:
    from convviz.app.window import MainWindow


MNEMONIC = re.compile(r"\(&.\)|&")  # "&File", and "파일(&F)" as Korean menus write it
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


def show_keys(window: MainWindow) -> None:
    """The sheet of all shortcuts, in two columns by menu."""
    sheet = QDialog(window)
    sheet.setObjectName("keys")
    sheet.setWindowTitle(words.text("keys.title"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(5)
    columns = ((MENUS[0], MENUS[3]), (MENUS[1], MENUS[2], MENUS[4], MENUS[5]))
    for side, menus in enumerate(columns):
        row = 0
        for menu in menus:
            title = QLabel(MNEMONIC.sub("", words.text(f"menu.{menu}")))
            title.setProperty("look", "section")
            grid.addWidget(title, row, side * 2, 1, 2)
            row += 1
            for spec in (spec for spec in ACTIONS if spec.menu == menu and spec.keys):
                grid.addWidget(QLabel(words.text(f"action.{spec.id}")), row, side * 2)
                keys = QLabel(key_names(spec.keys))
                keys.setProperty("look", "small")
                grid.addWidget(keys, row, side * 2 + 1)
                row += 1
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(words.text("keys.close"))
    buttons.rejected.connect(sheet.reject)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(24, 20, 24, 16)
    column.addLayout(grid)
    column.addWidget(buttons)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()


def show_about(window: MainWindow) -> None:
    """Version and licences."""
    box = QMessageBox(window)
    box.setWindowTitle(words.text("action.about"))
    box.setText(words.text("about.text", version=__version__))
    box.setInformativeText(words.text("about.licences"))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
