"""The inputs of a form: numbers that are typed, stepped and dragged.

What can be typed belongs to the field: letters, digits and "." do nothing else there. Keys that no
number has in it go on to the window: Page Up and Down, function keys, undo, and Space, which plays.
"""

from __future__ import annotations

from itertools import count
from math import floor, isfinite, log10

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

_runs = count(1)
_NOTCH = 120  # one step of a wheel, in eighths of a degree
_PIXELS_PER_STEP = 4
_LONGEST = 12
_NARROWEST = 40  # logical pixels
_PASSED_KEYS = frozenset(
    (Qt.Key.Key_Space, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_F11)
)
_PASSED_COMMANDS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_AWAY = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def new_run() -> int:
    """Give a number that no run of edits had: edits that share it are one undo step."""
    return next(_runs)


def passed_on(event: QKeyEvent) -> bool:
    """Whether a key belongs to the window, whatever field has the focus."""
    if any(event.matches(command) for command in _PASSED_COMMANDS):
        return True
    return event.key() in _PASSED_KEYS  # a clicker sends Shift+F5 too


def typed_text(event: QKeyEvent) -> bool:
    """Whether a key is text, which a field keeps: no shortcut of a letter or digit acts."""
    held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())


def stays(event: QFocusEvent) -> bool:
    """Whether a field that loses the keyboard so is still the one in use: a menu, another app."""
    return event.reason() in _AWAY


def read_number(text: str) -> int | None:
    """Give the whole number that was typed, with or without separators; None when it is none."""
    plain = text.strip().replace(",", "").replace("\N{MINUS SIGN}", "-")
    try:
        return int(plain)
    except ValueError:
        return None


class NumberField(QLineEdit):
    """A whole number. While it is typed it is a preview, until it is finished or given up.

    Signals
    -------
    entered(value: int or float, run: int)
        At every keystroke, step or drag that leaves a number.
    unreadable(run: int)
        What was typed is no number.
    finished(run: int)
        Enter, another field, or the end of a drag: the number stands.
    given_up(run: int)
        Esc, or left while it is no number that can be: what was before is to come back.
    leave()
        Enter or Esc: the focus may go back to the stage.
    """

    entered = Signal(object, int)
    unreadable = Signal(int)
    finished = Signal(int)
    given_up = Signal(int)
    leave = Signal()

    def __init__(self, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high
        self._value = low  # the document's
        self._start = low  # the document's when the run began
        self._sent: float | None = None
        self._problem = False
        self.typing = False  # the last change came letter by letter
        self._run = new_run()
        self._dragged = False
        self._wheel = 0
        self._focused_by_mouse = False
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(_NARROWEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._typed)

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
    def sync(self, value: float, problem: bool) -> bool:
        """Take over the document's number, unless it would overwrite what is being typed.

        Gives whether the text is now the document's number: a message about what was typed is
        then out of date.
        """
        number = self.read(self.text())
        known = [self._value, self._sent]
        if problem or number is None:  # meanwhile the document has what was before the typing
            known.append(self._start)
        outside = value not in known
        solved = self._problem and not problem and number is not None and value != number
        self._value, self._problem = value, problem
        if self.hasFocus() or self._dragged:
            overwrite = outside or solved
        else:
            overwrite = not problem
        if overwrite:
            self._sent = None
            if number != value:
                self.setText(self.written(value))
        return overwrite or self.read(self.text()) == value

    def set_high(self, high: float) -> None:
        """Step up to another number at most."""
        self._high = high

    def forget(self, value: float) -> None:
        """Show the document's number, whatever was being typed."""
        self._value, self._start, self._sent, self._problem = value, value, None, False
        self.setText(self.written(value))

    def number(self) -> float:
        """The number shown, or the document's where what is shown is none."""
        shown = self.read(self.text())
        return self._value if shown is None else shown

    @property
    def wrong(self) -> bool:
        """Whether what is shown is no number that can be."""
        return self._problem or self.read(self.text()) is None

    # ---- from the user -----------------------------------------------------------------------
    def _typed(self, text: str) -> None:
        number = self.read(text)
        self.typing = True
        if number is None:
            self.unreadable.emit(self._run)
        else:
            self._send(number)

    def _send(self, number: float) -> None:
        self._sent = number
        self.entered.emit(number, self._run)

    def step(self, steps: int) -> None:
        """Go up or down, never out of range: only typing can ask for the impossible."""
        self._go_to(self.number() + steps * self.unit(self.number()))

    def _go_to(self, number: float) -> None:
        number = min(max(number, self._low), self._high)
        text = self.written(number)
        if text != self.text():
            self.typing = False
            self.setText(text)
            self._send(number)

    def begin_run(self) -> None:
        """What is typed, stepped or dragged from now on belongs together."""
        self._run, self._start, self.typing = new_run(), self._value, False

    def end_run(self, give_up: bool = False) -> None:
        """Let what was typed stand, or have back what was before, also where it cannot be."""
        (self.given_up if give_up or self.wrong else self.finished).emit(self._run)
        self.begin_run()

    finish = end_run  # something else is about to be done with the document

    def start_drag(self) -> None:
        """A drag begins: its steps are one run."""
        self.begin_run()
        self._dragged, self._drag_start = True, self._value

    def drag(self, steps: int) -> None:
        """Go to the number at the start of the drag plus `steps`."""
        self._go_to(self._drag_start + steps * self.unit(self._drag_start))

    def end_drag(self) -> None:
        """The drag ends; where it led to what cannot be, it leads to nothing."""
        self._dragged = False
        self.end_run()

    # ---- events ------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = self.wrong and event.matches(QKeySequence.StandardKey.Undo)
            if undoes or event.key() in _STEPS:
                event.accept()
                return True
            if passed_on(event):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.wrong and event.matches(QKeySequence.StandardKey.Undo):
            self.end_run(give_up=True)  # what cannot be is no edit that could be undone
        elif passed_on(event):
            event.ignore()
        elif key in _STEPS:
            size = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.step(size * _STEPS[Qt.Key(key)])
        elif key in LEAVING:
            self.end_run(give_up=key == Qt.Key.Key_Escape)
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
        if not stays(event):
            self.begin_run()
        self._focused_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._focused_by_mouse:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not stays(event):
            self.end_run()

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
