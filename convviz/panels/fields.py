"""The inputs of a form: numbers that are typed, stepped and dragged; choices; switches.

None of them keeps the keys of a clicker, Space (play) or undo for itself.
"""

from __future__ import annotations

from itertools import count
from math import floor, isfinite, log10

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSizePolicy, QWidget

_runs = count(1)
_NOTCH = 120  # one step of a wheel, in eighths of a degree
_PIXELS_PER_STEP = 4
_LONGEST = 12
_PASSED_KEYS = frozenset(
    (
        Qt.Key.Key_Space,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Period,
        Qt.Key.Key_B,
        Qt.Key.Key_F5,
        Qt.Key.Key_F11,
    )
)
_PASSED_COMMANDS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def new_run() -> int:
    """Give a number that no run of edits had: edits that share it are one undo step."""
    return next(_runs)


def passed_on(event: QKeyEvent) -> bool:
    """Whether a key belongs to the window, whatever field has the focus."""
    if any(event.matches(command) for command in _PASSED_COMMANDS):
        return True
    # A clicker sends Shift+F5 too; Ctrl+B and the like are nobody's here.
    return event.key() in _PASSED_KEYS


def read_number(text: str) -> int | None:
    """Give the whole number that was typed, with or without separators; None when it is none."""
    plain = text.strip().replace(",", "").replace("\N{MINUS SIGN}", "-")
    try:
        return int(plain)
    except ValueError:
        return None


class NumberField(QLineEdit):
    """A whole number.

    Signals
    -------
    entered(value: int, run: int)
        At every keystroke, step or drag that leaves a number.
    unreadable()
        What was typed is no number.
    restored()
        Esc: whoever holds the document's numbers shows them again with `forget`.
    leave()
        Enter or Esc: the focus may go back to the stage.
    """

    entered = Signal(object, int)
    unreadable = Signal()
    restored = Signal()
    leave = Signal()

    def __init__(self, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high
        self._value = low  # the document's
        self._sent: int | None = None
        self._problem = False
        self._run = new_run()
        self._dragged = False
        self._wheel = 0
        self._focused_by_mouse = False
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._typed)

    def minimumSizeHint(self) -> QSize:
        return QSize(46, super().minimumSizeHint().height())

    # ---- for each form of number -------------------------------------------------------------
    def read(self, text: str) -> float | None:
        """Give the number that was typed, None when it is none."""
        return read_number(text)

    def written(self, number: float) -> str:
        """Give a number as it is typed."""
        return str(number)

    def unit(self, number: float) -> float:
        """Give how far one step goes from a number."""
        return 1

    # ---- from the document -------------------------------------------------------------------
    def sync(self, value: int, problem: bool) -> bool:
        """Take over the document's number, unless it would overwrite what is being typed.

        Gives whether the text is now the document's number: a message about what was typed is
        then out of date.
        """
        outside = value != self._value and value != self._sent
        solved = self._problem and not problem and value != self.read(self.text())
        self._value, self._problem = value, problem
        if self.hasFocus() or self._dragged:
            overwrite = outside or solved
        else:
            overwrite = not problem
        if overwrite:
            self._sent = None
            if self.read(self.text()) != value:
                self.setText(self.written(value))
        return overwrite or self.read(self.text()) == value

    def set_high(self, high: int) -> None:
        """Step up to another number at most."""
        self._high = high

    def forget(self, value: int) -> None:
        """Show the document's number, whatever was being typed."""
        self._value, self._sent, self._problem = value, None, False
        self.setText(self.written(value))

    def show_instead(self, text: str) -> None:
        """Show a text that this field did not ask for (its linked twin was typed in)."""
        if self.text() != text:
            self.setText(text)

    def number(self) -> int:
        """The number shown, or the document's where what is shown is none."""
        shown = self.read(self.text())
        return self._value if shown is None else shown

    # ---- from the user -----------------------------------------------------------------------
    def _typed(self, text: str) -> None:
        number = self.read(text)
        if number is None:
            self.unreadable.emit()
        else:
            self._send(number)

    def _send(self, number: int) -> None:
        self._sent = number
        self.entered.emit(number, self._run)

    def step(self, steps: int) -> None:
        """Go up or down, never out of range: only typing can ask for the impossible."""
        self._go_to(self.number() + steps * self.unit(self.number()))

    def _go_to(self, number: int) -> None:
        number = min(max(number, self._low), self._high)
        text = self.written(number)
        if text != self.text():
            self.setText(text)
            self._send(number)

    def start_drag(self) -> None:
        """A drag begins: its steps are one run."""
        self._run, self._dragged = new_run(), True
        self._drag_start = self._value

    def drag(self, steps: int) -> None:
        """Go to the number at the start of the drag plus `steps`."""
        self._go_to(self._drag_start + steps * self.unit(self._drag_start))

    def end_drag(self) -> None:
        """The drag ends."""
        self._run, self._dragged = new_run(), False

    # ---- events ------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and passed_on(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if passed_on(event):
            event.ignore()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            size = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.step(size if key == Qt.Key.Key_Up else -size)
        elif key in _LEAVING:
            if key == Qt.Key.Key_Escape:
                self.restored.emit()
            self.leave.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _NOTCH)
        self._wheel -= steps * _NOTCH
        if steps:
            self.step(steps)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._run = new_run()
        self._focused_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._focused_by_mouse:
            self.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._focused_by_mouse:  # the click that focuses keeps the whole number selected
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._focused_by_mouse = False
        super().mouseReleaseEvent(event)


class DecimalField(NumberField):
    """A number with decimals; a step is one in its first digit."""

    def read(self, text: str) -> float | None:
        """Give the number that was typed, None when it is none."""
        try:
            number = float(text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-"))
        except ValueError:
            return None
        return number if isfinite(number) else None

    def written(self, number: float) -> str:
        """Give a number as it is typed."""
        return f"{number:.6g}"

    def unit(self, number: float) -> float:
        """Give one in the first digit; from zero a tenth."""
        return float(10.0 ** floor(log10(abs(number)))) if number else 0.1


class ScrubLabel(QLabel):
    """A field's label; dragging it sideways changes the number.

    Signals
    -------
    started(), moved(steps: int), ended()
    clicked()
        Pressed and let go without dragging.
    """

    started = Signal()
    moved = Signal(int)
    ended = Signal()
    clicked = Signal()

    def __init__(self, scrubs: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scrubs = scrubs
        self._from: QPointF | None = None
        self._dragging = False
        if scrubs:
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def scrubs(self) -> bool:
        """Whether dragging changes a number."""
        return self._scrubs

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._dragging = event.globalPosition(), False
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or not self._scrubs:
            return
        steps = int((event.globalPosition().x() - self._from.x()) / _PIXELS_PER_STEP)
        if steps and not self._dragging:
            self._dragging = True
            self.started.emit()
        if self._dragging:
            fast = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.moved.emit(steps * 10 if fast else steps)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            (self.ended if self._dragging else self.clicked).emit()
        self._from, self._dragging = None, False


class ChoiceField(QComboBox):
    """A choice from a list; the wheel scrolls the panel unless the field has the focus."""

    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)  # the list that opens

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if passed_on(event):
            event.ignore()
        elif event.key() in _LEAVING:
            self.leave.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SwitchField(QCheckBox):
    """A switch; the arrow keys turn it, since Space is always play."""

    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "switch")

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _TURNS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if passed_on(event):
            event.ignore()
        elif event.key() in _LEAVING:
            self.leave.emit()
        elif event.key() in _TURNS:
            if self.isChecked() != _TURNS[event.key()]:
                self.click()
        else:
            super().keyPressEvent(event)


_TURNS = {
    Qt.Key.Key_Left: False,
    Qt.Key.Key_Down: False,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Up: True,
}
