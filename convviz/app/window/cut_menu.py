"""The pop-up of the cut tool: where the input is cut, and how far channels are pulled apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSlider, QWidget, QWidgetAction

from convviz import words
from convviz.app.controller import Controller
from convviz.state import intents
from convviz.state.resolved import Resolved

CUTS = ("cut_row", "cut_column", "cut_channel")
STEPS = 100  # of the slider that pulls channels apart


class CutMenu(QMenu):
    """Four sliders. A cut at its end is no cut."""

    def __init__(self, controller: Controller, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(12)
        self._rows: dict[str, tuple[QLabel, QSlider, QLabel]] = {}
        for i, name in enumerate((*CUTS, "apart")):
            label, value = QLabel(), QLabel()
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setMinimumWidth(180)
            value.setMinimumWidth(44)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setBuddy(slider)
            slider.valueChanged.connect(lambda at, name=name: self._moved(name, at))
            for column, widget in enumerate((label, slider, value)):
                grid.addWidget(widget, i, column)
            self._rows[name] = (label, slider, value)
        action = QWidgetAction(self)
        action.setDefaultWidget(page)
        self.addAction(action)
        self.aboutToShow.connect(self.refresh)

    def _sizes(self) -> dict[str, int]:
        stage = self._controller.stage
        if stage is None:
            return dict.fromkeys((*CUTS, "apart"), 1)
        channels, height, width = stage.input_shape
        return {"cut_row": height, "cut_column": width, "cut_channel": channels, "apart": STEPS}

    def name(self) -> None:
        """Give the sliders their names in the present language."""
        for name, (label, slider, _) in self._rows.items():
            label.setText(words.text(f"cut.{name}"))
            slider.setAccessibleName(label.text())

    def refresh(self) -> None:
        """Show what the view says, in the present language."""
        self.name()
        view, sizes = self._controller.view, self._sizes()
        for name, (_, slider, value) in self._rows.items():
            now = getattr(view, name)
            slider.blockSignals(True)
            slider.setRange(0, sizes[name] if name == "apart" else sizes[name] - 1)
            slider.setValue(self._place(name, now, sizes[name]))
            slider.blockSignals(False)
            value.setText(self._spoken(name, now))

    def _place(self, name: str, now: float | None, size: int) -> int:
        if name == "apart":
            return round((now or 0.0) * STEPS)
        if name == "cut_column":  # cut from the right, whose end is no cut
            return 0 if now is None else size - 1 - int(now)
        return 0 if now is None else int(now)

    def _spoken(self, name: str, now: float | None) -> str:
        if name == "apart":
            return f"{round((now or 0.0) * 100)} %"
        return "–" if now is None else words.number(int(now) + 1)  # people count from 1

    def _moved(self, name: str, at: int) -> None:
        size = self._sizes()[name]
        value: float | None = at
        if name == "apart":
            value = at / STEPS
        elif at == 0:
            value = None
        elif name == "cut_column":
            value = size - 1 - at
        self._controller.dispatch(intents.SetOption(name, value))
        self._rows[name][2].setText(self._spoken(name, value))

    def apply(self, new: Resolved) -> None:
        """Follow an edit while open."""
        del new
        if self.isVisible():
            self.refresh()
