"""What every row of the form has: label, inputs, and the message under them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QWidget

from convviz import words
from convviz.model.kinds import FieldSpec
from convviz.model.network import Node
from convviz.model.shape import Shape
from convviz.panels.editor.choice_field import ChoiceField
from convviz.panels.editor.number_fields import DecimalField, NumberField, ScrubLabel
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import fix_width, large
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.intents import FinishTyping, GiveUpTyping

LABEL_WIDTH = 84
NUMBER_WIDTH = 44
_ROLES = {
    "filters": Role.COUT,
    "kernel": Role.K,
    "height": Role.H,
    "width": Role.W,
    "channels": Role.CIN,
}


class FieldRow(QWidget):
    """What every row has in common.

    Signals
    -------
    edited(field: str, value: FieldValue, run: int)
    ended(intent: FinishTyping or GiveUpTyping)
        What was typed stands, or is given up.
    leave()
        The focus may go back to the stage.
    complained()
        A message has come.
    """

    edited = Signal(str, object, int)
    ended = Signal(object)
    leave = Signal()
    complained = Signal()

    def __init__(self, spec: FieldSpec, scrubs: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.role = _ROLES.get(spec.name, Role.TEXT)
        self.problem = False
        self.setObjectName(f"row-{spec.name}")
        self.label = ScrubLabel(scrubs, self)
        fix_width(self.label, LABEL_WIDTH)
        self.inputs = QHBoxLayout()
        self.inputs.setSpacing(4)
        self._around = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._around.setSpacing(4)
        self._around.addLayout(self.inputs, 1)
        self.message = QLabel(self)
        self.message.setObjectName(f"message-{spec.name}")
        self.message.setProperty("look", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.label, 0, 0)
        grid.addLayout(self._around, 0, 1)
        grid.addWidget(self.message, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def add_aside(self, widget: QWidget) -> None:
        """Add a widget after the inputs, or below them where letters are large."""
        self._around.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def keep_left(self) -> None:
        """Let all inputs be as wide as they need to be, and what is left over be to their right."""
        self.inputs.addStretch(1)
        self._around.setStretch(0, 0)
        self._around.addStretch(1)

    # ---- for each form of field --------------------------------------------------------------
    def fields(self) -> tuple[QWidget, ...]:
        """Give the inputs, in tab order."""
        raise NotImplementedError

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        """Show the document's value where nothing else is being typed; tell whether it shows."""
        raise NotImplementedError

    def forget(self, node: Node, reads: Shape | None) -> None:
        """Show the document's value, whatever was being typed."""
        raise NotImplementedError

    def restore(self) -> None:
        """Show the document's value as it was last taken."""
        raise NotImplementedError

    def translate(self) -> None:
        """Put in what the language says beside the label."""

    def colour(self, theme: str) -> None:
        """Put in what the theme says."""

    # ---- the same for all --------------------------------------------------------------------
    def value(self, node: Node) -> object:
        """Give the document's value."""
        return getattr(node.layer, self.spec.name)

    def apply(self, node: Node, reads: Shape | None, sentence: str | None) -> None:
        """Show the document's value, or the error at this field.

        Parameters
        ----------
        node : Node
        reads : Shape or None
            The volume that the layer reads.
        sentence : str or None
            What is wrong with what was asked of this field.
        """
        self.problem = sentence is not None
        settled = self.take(node, reads, self.problem)
        if sentence is not None:
            self.say(sentence)
        elif settled:
            self.say("")

    def say(self, sentence: str) -> None:
        """Show a message under the field, or none."""
        if self.message.text() == sentence:
            return
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        for field in self.fields():
            field.setProperty("error", bool(sentence))
            field.style().polish(field)
            field.setAccessibleDescription(sentence)
        if sentence:
            self.complained.emit()

    def retranslate(self, theme: str) -> None:
        """Follow the language and the theme."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._around.setDirection(below if large() else beside)
        name = words.text(f"field.{self.spec.name}")
        self.label.setText(words.html((Span(name, self.role),), theme))
        for field in self.fields():
            field.setAccessibleName(name)
            field.setToolTip(self.about())
        self.label.setToolTip(self._scrub_hint() if self.label.scrubs() else self.about())
        self.translate()
        self.colour(theme)

    def about(self) -> str:
        """Give what the field means, in one sentence; empty where the words have none."""
        key = f"field.{self.spec.name}.about"
        return words.text(key) if words.has(key) else ""

    def _scrub_hint(self) -> str:
        return words.text("editor.scrub", about=self.about()).strip()

    def number_field(self) -> NumberField:
        """Make a field for a number of this row."""
        made = DecimalField if self.spec.form == "float" else NumberField
        field = made(self.spec.low, self.spec.high, self)
        field.unreadable.connect(self._unreadable)
        self.join(field)
        return field

    def join(self, field: NumberField | ChoiceField) -> None:
        """Pass on how typing in a field of this row ends."""
        field.finished.connect(lambda run: self.ended.emit(FinishTyping(run)))
        field.given_up.connect(self._give_up)
        field.leave.connect(self.leave)

    def _give_up(self, run: int) -> None:
        self.ended.emit(GiveUpTyping(run))
        self.restore()

    def _unreadable(self, run: int) -> None:
        self.ended.emit(GiveUpTyping(run, going_on=True))
        if self.spec.form == "float":
            self.say(words.text("editor.unreadable.decimal", example="0.5"))
            return
        self.say(words.text("editor.unreadable", example=max(self.spec.low, 1)))

    def colour_numbers(self, theme: str) -> None:
        """Give the numbers their dimension's colour."""
        for field in self.fields():
            if isinstance(field, NumberField):
                colours = QPalette(field.palette())
                colours.setColor(
                    QPalette.ColorGroup.Active, QPalette.ColorRole.Text, ink(theme, self.role)
                )
                colours.setColor(
                    QPalette.ColorGroup.Inactive, QPalette.ColorRole.Text, ink(theme, self.role)
                )
                field.setPalette(colours)
