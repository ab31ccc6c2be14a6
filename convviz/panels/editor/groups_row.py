"""The row of a convolution's groups: none, one for each channel (depthwise), or a number."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from convviz import words
from convviz.model.kinds import FieldSpec, as_convolution
from convviz.model.layers import Conv2d
from convviz.model.network import Node
from convviz.model.shape import Shape
from convviz.panels.editor.choice_field import ChoiceField
from convviz.panels.editor.row import NUMBER_WIDTH, FieldRow
from convviz.panels.painting.text_size import fix_width

WAYS = ("none", "depthwise", "number")


class GroupsRow(FieldRow):
    """A choice, and the number where one is chosen."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, False, parent)
        self.choice, self.field = ChoiceField(self), self.number_field()
        self.choice.setObjectName(f"choice-{spec.name}")
        self.field.setObjectName(f"field-{spec.name}")
        self.choice.addItems([""] * len(WAYS))
        fix_width(self.field, NUMBER_WIDTH + 8)
        self.inputs.addWidget(self.choice, 1)
        self.inputs.addWidget(self.field)
        self.join(self.choice)
        self.choice.entered.connect(self._chosen)
        self.field.entered.connect(lambda number, run: self.edited.emit("groups", number, run))
        self.label.clicked.connect(self.choice.setFocus)
        self._layer: Conv2d | None = None
        self._asked = False  # for a number, which may be the 1 that means no groups

    def fields(self) -> tuple[QWidget, ...]:
        return (self.choice, self.field)

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        self._layer = as_convolution(node.layer)
        assert self._layer is not None
        shows = self.field.sync(self._layer.groups, problem)
        if not problem:
            self._show_way()
        return shows and not problem

    def forget(self, node: Node, reads: Shape | None) -> None:
        self._layer, self._asked = as_convolution(node.layer), False
        self.restore()

    def restore(self) -> None:
        assert self._layer is not None
        self.field.forget(self._layer.groups)
        self._show_way()
        self.say("")

    def translate(self) -> None:
        for place, way in enumerate(WAYS):
            self.choice.setItemText(place, words.text(f"editor.groups.{way}"))
        self.field.setAccessibleName(words.text("editor.groups.count"))

    def colour(self, theme: str) -> None:
        self.colour_numbers(theme)

    def _show_way(self) -> None:
        layer = self._layer
        assert layer is not None
        if layer.depthwise:
            self._asked = False
        way = "depthwise" if layer.depthwise else "none" if layer.groups == 1 else "number"
        way = "number" if self._asked else way
        self.choice.setCurrentIndex(WAYS.index(way))
        self.field.setVisible(way == "number")

    def _chosen(self, place: int, run: int) -> None:
        way = WAYS[place]
        self._asked = way == "number"
        if way == "depthwise":
            self.edited.emit("depthwise", True, run)
            return
        layer = self._layer
        if way == "none" and layer is not None and layer.groups == 1 and not layer.depthwise:
            self._show_way()
        else:
            groups = layer.groups if self._asked and layer is not None else 1
            self.edited.emit("groups", groups, run)
        if self._asked:
            self._show_way()
            self.field.setFocus()
            self.field.selectAll()
