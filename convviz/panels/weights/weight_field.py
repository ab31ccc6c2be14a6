"""A field for one weight: a decimal number, or nothing for the number from the seed."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from convviz.panels.editor.number_fields import passed_on, stays

LONGEST = 24  # letters of a number
_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


def read_weight(text: str) -> float | None:
    """Give the number that was typed; None when it is none."""
    try:
        number = float(text.strip().replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        return None
    return None if math.isnan(number) else number


def written_weight(number: float) -> str:
    """Give a weight in full: the shortest text that reads back as the same float32."""
    return str(np.float32(number))


def typed_move(event: QKeyEvent) -> tuple[int, int] | None:
    """Give where a key leads after a number, as (rows, columns); None when nowhere."""
    move = _MOVES.get(Qt.Key(event.key()))
    back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    if back and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return (-1, 0)
    return move


class WeightField(QLineEdit):
    """The field.

    Signals
    -------
    committed(move: tuple or None)
        A number is to be taken, and the key led that way (rows, columns).
    given_up()
        Esc.
    """

    committed = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def minimumSizeHint(self) -> QSize:
        return QSize(46, super().minimumSizeHint().height())

    def show_error(self, sentence: str) -> None:
        """Look wrong, and say why to who cannot see it; an empty sentence ends it."""
        if bool(self.property("error")) != bool(sentence):
            self.setProperty("error", bool(sentence))
            self.style().polish(self)
        self.setAccessibleDescription(sentence)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                if typed_move(event) is not None:
                    event.accept()
                    return True
                if passed_on(event):
                    event.ignore()
                    return False
            tabbing = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if event.type() == QEvent.Type.KeyPress and tabbing and self.steps_by_tab():
                event.accept()  # or the table under the field goes on by a cell too
                self.committed.emit(typed_move(event))
                return True
        return super().event(event)

    def steps_by_tab(self) -> bool:
        """Whether Tab goes to the next number, not to the next field."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if passed_on(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif (move := typed_move(event)) is not None:
            self.committed.emit(move)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not stays(event):
            self.finish()

    def finish(self) -> None:
        """Hand in what was typed, or give it up where it cannot be."""
        self.committed.emit(None)


class CellField(WeightField):
    """The same, lying over a cell of a table."""

    def steps_by_tab(self) -> bool:
        return True


class BiasField(WeightField):
    """The same in a form: it shows the document's number but for what is being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = ""

    def show_number(self, number: float, typed: bool) -> None:
        """Show a number, bold where the user typed it."""
        self._written = written_weight(number)
        if not self.hasFocus() or not self.isModified():
            self.forget()
        font = self.font()
        font.setBold(typed)
        self.setFont(font)

    def forget(self) -> None:
        """Show the document's number, whatever was being typed."""
        self.setText(self._written)
        self.setCursorPosition(0)
        self.show_error("")
