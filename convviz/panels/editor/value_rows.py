"""The rows of single values: a number, a switch, a choice."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QWidget

from convviz import words
from convviz.model.kinds import FieldSpec
from convviz.model.network import Node
from convviz.model.shape import Shape
from convviz.panels.editor.choice_field import ChoiceField, SwitchField
from convviz.panels.editor.number_fields import new_run
from convviz.panels.editor.row import NUMBER_WIDTH, FieldRow
from convviz.panels.painting.text_size import fix_width


class NumberRow(FieldRow):
    """A number, whole or with decimals."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, True, parent)
        self.field = self.number_field()
        self.field.setObjectName(f"field-{spec.name}")
        fix_width(self.field, 2 * NUMBER_WIDTH + 16)
        self.inputs.addWidget(self.field)
        self.inputs.addStretch(1)
        self.label.started.connect(self.field.start_drag)
        self.label.moved.connect(self.field.drag)
        self.label.ended.connect(self.field.end_drag)
        self.label.clicked.connect(self.field.setFocus)
        self.field.entered.connect(self._entered)
        self._document = spec.low

    def fields(self) -> tuple[QWidget, ...]:
        return (self.field,)

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        self._document = getattr(node.layer, self.spec.name)
        return self.field.sync(self._document, problem)

    def forget(self, node: Node, reads: Shape | None) -> None:
        self._document = getattr(node.layer, self.spec.name)
        self.field.forget(self._document)
        self.say("")

    def colour(self, theme: str) -> None:
        self.colour_numbers(theme)

    def _entered(self, number: int, run: int) -> None:
        self.edited.emit(self.spec.name, number, run)

    def restore(self) -> None:
        self.field.forget(self._document)
        self.say("")


class SwitchRow(FieldRow):
    """On or off."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, False, parent)
        self.field = SwitchField(self)
        self.field.setObjectName(f"field-{spec.name}")
        self.field.clicked.connect(lambda on: self.edited.emit(spec.name, on, new_run()))
        self.field.leave.connect(self.leave)
        self.label.clicked.connect(self.field.click)
        self.inputs.addWidget(self.field)
        self.inputs.addStretch(1)
        self.label.setMinimumHeight(30)

    def fields(self) -> tuple[QWidget, ...]:
        return (self.field,)

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        if not problem:
            self.field.setChecked(bool(self.value(node)))
        return not problem

    def forget(self, node: Node, reads: Shape | None) -> None:
        self.take(node, reads, False)
        self.say("")


class ChoiceRow(FieldRow):
    """One of a list."""

    def __init__(
        self, spec: FieldSpec, names: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(spec, False, parent)
        self._choices: tuple[Enum | str, ...] = spec.choices or names
        self.field = ChoiceField(self)
        self.field.setObjectName(f"field-{spec.name}")
        self.field.addItems([""] * len(self._choices))
        self.field.entered.connect(self._chosen)
        self.join(self.field)
        self._document: object = None
        self.label.clicked.connect(self.field.setFocus)
        self.inputs.addWidget(self.field)

    def fields(self) -> tuple[QWidget, ...]:
        return (self.field,)

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        self._document = self.value(node)
        if not problem:
            self._show_document()
        return not problem

    def _show_document(self) -> None:
        known = self._document in self._choices
        self.field.setCurrentIndex(self._choices.index(self._document) if known else -1)

    def restore(self) -> None:
        self._show_document()
        self.say("")

    def forget(self, node: Node, reads: Shape | None) -> None:
        self.take(node, reads, False)
        self.say("")

    def translate(self) -> None:
        for place, choice in enumerate(self._choices):
            self.field.setItemText(place, self._name(choice))

    def _name(self, choice: Enum | str) -> str:
        if isinstance(choice, Enum):
            return words.text(f"choice.{self.spec.name}.{choice.value}")
        key = f"{self.spec.name}.{choice}"
        return words.text(key) if words.has(key) else choice

    def _chosen(self, place: int, run: int) -> None:
        self.edited.emit(self.spec.name, self._choices[place], run)
