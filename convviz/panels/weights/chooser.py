"""One of so many, chosen by its number: a filter, a channel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from convviz import words
from convviz.model.errors import ErrorCode, ModelError
from convviz.panels.editor.number_fields import NumberField
from convviz.panels.painting.text_size import fix_width
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.words.errors import error_text

NUMBER_WIDTH = 58
LABEL_WIDTH = 84


class Chooser(QWidget):
    """One of so many: a number that is typed, stepped or turned.

    Signals
    -------
    chosen(place: int)
        Counted from 0.
    refused(sentence: str)
    """

    chosen = Signal(int)
    refused = Signal(str)
    leave = Signal()

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name, self._role = name, role
        self._count, self._place = 1, 0
        self.label = QLabel()
        fix_width(self.label, LABEL_WIDTH)
        self.field = NumberField(1, 1)
        self.field.setObjectName(f"weights-{name}")
        fix_width(self.field, NUMBER_WIDTH)
        self._of = QLabel()
        self._of.setProperty("look", "muted")
        self.field.entered.connect(self._entered)
        self.field.unreadable.connect(lambda _: self._refuse(self.field.text()))
        self.field.finished.connect(self._choose)
        self.field.given_up.connect(self._give_up)
        self.field.leave.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.label, self.field, self._of):
            row.addWidget(part)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def dress(self, theme: str, kind: str = "") -> None:
        """Take the present language and theme, and the name that a kind of layer gives it."""
        name = words.text(f"weights.{self._name}{kind}")
        self.label.setText(words.html((Span(name, self._role),), theme))
        self.field.setAccessibleName(name)
        self._write()

    def show_place(self, place: int, count: int) -> None:
        """Stand at a place of so many."""
        moved = (place, count) != (self._place, self._count)
        self._place, self._count = place, count
        self.field.set_high(count)
        if moved:
            self.field.forget(place + 1)
            self._write()
        else:
            self.field.sync(place + 1, False)

    def _write(self) -> None:
        self._of.setText(words.text("weights.of", count=self._count))

    def _entered(self, number: int, run: int) -> None:
        del run
        if not 1 <= number <= self._count:
            values: dict[str, int | str] = {"value": number - 1, "size": self._count}
            self.refused.emit(error_text(ModelError(ErrorCode.OUTSIDE, values=values)))
            return
        self.refused.emit("")
        if not self.field.typing:  # "3" may become "32": what is typed is gone to once it stands
            self._choose()

    def _choose(self, run: int = 0) -> None:
        del run
        number = int(self.field.number())
        if not 1 <= number <= self._count:
            self._give_up()
        elif number - 1 != self._place:
            self._place = number - 1
            self.chosen.emit(number - 1)

    def _give_up(self, run: int = 0) -> None:
        del run
        self.field.forget(self._place + 1)
        self.refused.emit("")

    def _refuse(self, given: str) -> None:
        self.refused.emit(words.text("weights.unreadable", given=given, example=1))
