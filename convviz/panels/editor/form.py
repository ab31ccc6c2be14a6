"""The form of the selected layer, made from its kind's table of fields."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from convviz import words
from convviz.model.kinds import FieldSpec, Kind, kind_of
from convviz.model.layers import Conv2d, Input, Source
from convviz.model.network import Node
from convviz.model.shape import Shape
from convviz.panels.editor.groups_row import GroupsRow
from convviz.panels.editor.pair_rows import PaddingRow, PairRow
from convviz.panels.editor.photo_pictures import PhotoPictures
from convviz.panels.editor.photo_row import CropRow, PhotoRow
from convviz.panels.editor.row import FieldRow
from convviz.panels.editor.value_rows import ChoiceRow, NumberRow, SwitchRow
from convviz.state.intents import SetCrop, SetField
from convviz.state.resolved import Problem, Resolved
from convviz.words.errors import error_text

_ROWS = {
    "int": NumberRow,
    "float": NumberRow,
    "pair": PairRow,
    "padding": PaddingRow,
    "bool": SwitchRow,
}
# Which sources an input's field matters to; a field that is not named always does.
_MATTERS = {
    "photo": (Source.PHOTO, Source.PHOTO_FEATURES),
    "crop": (Source.PHOTO, Source.PHOTO_FEATURES),
    "seed": (Source.NOISE, Source.ONE_HOT),
}


def _has_focus_within(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and row.isAncestorOf(focus)


def matters(node: Node, field: str) -> bool:
    """Whether a field has any effect, the others being as they are."""
    if isinstance(node.layer, Input) and field in _MATTERS:
        return node.layer.source in _MATTERS[field]
    return True


class LayerForm(QWidget):
    """The form; rows of a kind are made once and serve every layer of that kind.

    Signals
    -------
    intent(SetField, SetCrop, FinishTyping or GiveUpTyping)
    insertWanted()
        A photo of the user's own is to be chosen.
    leave()
        The focus may go back to the stage.
    complained(row: FieldRow)
        A message has come under a field.
    """

    intent = Signal(object)
    leave = Signal()
    complained = Signal(object)
    insertWanted = Signal()

    def __init__(self, photos: Mapping[str, Path | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer-form")
        self._photos = PhotoPictures(photos)
        self._pages: dict[str, tuple[FieldRow, ...]] = {}
        self._kind = ""
        self._node = ""
        self._theme = "dark"
        self._problem: Problem | None = None  # the last one
        self._past = False  # whether another layer was selected since it came
        self.about = QLabel(self)
        self.about.setObjectName("layer-about")
        self.about.setProperty("look", "note")
        self.about.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.about)
        self._column.addSpacing(2)

    def rows(self) -> tuple[FieldRow, ...]:
        """Give the rows of the layer shown."""
        return self._pages.get(self._kind, ())

    def apply(self, new: Resolved) -> None:
        """Show the selected layer."""
        self._photos.own = new.document.photos
        node = new.document.network.node(new.document.selected)
        kind = kind_of(node.layer)
        reads = new.shapes[node.inputs[0]] if node.inputs else None
        if kind.name != self._kind:
            self._turn_to(kind)
        other = node.id != self._node
        self._node = node.id
        self._past = new.problem is self._problem and (self._past or other)
        self._problem = new.problem
        self._tell(kind, node, reads)
        for row in self.rows():
            row.setVisible(matters(node, row.spec.name))
            if other:
                row.forget(node, reads)
            row.apply(node, reads, self._sentence(new, node, row.spec.name))

    def retranslate(self, theme: str) -> None:
        """Follow the language and the theme."""
        self._theme = theme
        for page in self._pages.values():
            for row in page:
                row.retranslate(theme)

    def has_row(self, field: str) -> bool:
        """Whether a problem of that field has a place in the form."""
        return any(row.spec.name == field and not row.isHidden() for row in self.rows())

    def problem_elsewhere(self, new: Resolved) -> str:
        """Give the sentence for a problem that has no place in the form; empty when it has."""
        problem = new.problem
        if problem is None or self._past or self.has_row(problem.field):
            return ""
        return problem_text(problem, new)

    def _sentence(self, new: Resolved, node: Node, field: str) -> str | None:
        problem = new.problem
        if problem is None or self._past or (problem.layer, problem.field) != (node.id, field):
            return None
        return problem_text(problem, new)

    def _turn_to(self, kind: Kind) -> None:
        if any(_has_focus_within(row) for row in self.rows()):
            self.leave.emit()  # or Qt goes on to another field, and scrolls the page to it
        for row in self.rows():
            row.hide()
        self._kind = kind.name
        if kind.name not in self._pages:
            self._pages[kind.name] = tuple(self._made(spec) for spec in kind.fields if spec.own_row)

    def _made(self, spec: FieldSpec) -> FieldRow:
        row = self._row(spec)
        row.edited.connect(lambda *edit: self.intent.emit(self._asked(*edit)))
        row.ended.connect(self.intent)
        row.leave.connect(self.leave)
        row.complained.connect(lambda: self.complained.emit(row))
        row.retranslate(self._theme)
        self._column.addWidget(row)
        return row

    def _row(self, spec: FieldSpec) -> FieldRow:
        if spec.name == "groups":
            return GroupsRow(spec)
        if spec.form == "frame":
            return CropRow(spec, self._photos)
        if spec.form != "choice":
            return _ROWS[spec.form](spec)
        if spec.choices:
            return ChoiceRow(spec)
        row = PhotoRow(spec, self._photos)
        row.insertWanted.connect(self.insertWanted)
        return row

    def _asked(self, field: str, value: Any, run: int) -> SetField | SetCrop:
        if field == "crop":
            return SetCrop(self._node, value, run)
        return SetField(self._node, field, value, run)

    def _tell(self, kind: Kind, node: Node, reads: Shape | None) -> None:
        key = f"kind.{kind.name}.about"
        values: dict[str, object] = {}
        layer = node.layer
        if isinstance(layer, Conv2d) and reads is not None:
            deep = layer.group_channels(reads.channels)
            values = {"filters": layer.filters, "kernel": words.kernel_spans(*layer.kernel, deep)}
            key += ".one" if layer.filters == 1 else ""
        told = words.html(words.spans(key, **values), self._theme) if words.has(key) else ""
        if told != self.about.text():
            self.about.setText(told)


def problem_text(problem: Problem, new: Resolved) -> str:
    """Give the sentence for a problem, naming the layer where it is another one."""
    concerned = problem.error.layer
    elsewhere = concerned != problem.layer and concerned in new.document.network
    name = new.document.network.node(concerned).name if elsewhere else None
    return error_text(problem.error, name)
