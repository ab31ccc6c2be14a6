"""The form of the export dialogs: names on the left, choices on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QWidget

from convviz import words
from convviz.app.exports.export_texts import FIELD_TEXTS
from convviz.panels.painting.text_size import enlarged

Value = TypeVar("Value")


class ExportForm(QWidget):
    """Fields by name.

    Signals
    -------
    changed()
        Some field has another value.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._labels: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {}

    def add_choice(
        self, name: str, values: Sequence[Value], written: Callable[[Value], str], now: Value
    ) -> QComboBox:
        """A choice of values."""
        box = QComboBox()
        for value in values:
            box.addItem(written(value), value)
        box.setCurrentIndex(list(values).index(now))
        box.setMinimumWidth(enlarged(250))
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._add(name, box)
        return box

    def add_number(self, name: str, most: float, now: float) -> QDoubleSpinBox:
        """A number of seconds."""
        field = QDoubleSpinBox()
        field.setRange(0.0, most)
        field.setDecimals(1)
        field.setSingleStep(0.5)
        field.setValue(now)
        field.valueChanged.connect(lambda _: self.changed.emit())
        self._add(name, field)
        return field

    def add_switch(self, name: str) -> QCheckBox:
        """Yes or no."""
        switch = QCheckBox()
        switch.setProperty("look", "switch")
        switch.toggled.connect(lambda _: self.changed.emit())
        self._add(name, switch)
        return switch

    def show_field(self, name: str, shown: bool) -> None:
        """Show a field with its name, or neither."""
        self._labels[name].setVisible(shown)
        self._fields[name].setVisible(shown)

    def _add(self, name: str, field: QWidget) -> None:
        label = QLabel(words.text(FIELD_TEXTS[name]))
        label.setBuddy(field)
        field.setObjectName(f"export-{name}")
        field.setAccessibleName(label.text())
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        self._labels[name], self._fields[name] = label, field
