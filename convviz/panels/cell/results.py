"""What the terms come to: the sum so far, the bias, the value before and after. Always in view."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.kinds.registry import PRESENTATIONS
from convviz.model.record import Step
from convviz.panels.cell.number_columns import Figures, width_of
from convviz.panels.cell.term_rows import Known
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import BASE, REGULAR, SEMIBOLD, SMALL, VALUE
from convviz.panels.painting.text_size import Painted
from convviz.panels.painting.value_runs import said
from convviz.panels.transport.step_names import after_spans, linear_word
from convviz.scene.cell_figures import CellFigures
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded, Span
from convviz.state.resolved import Stage

_SIDE, _ROW, _ABOVE, _BELOW = 16, 19, 6, 8


class Result(NamedTuple):
    """One line; the value is None while it is not known, and a note has none at all."""

    name: tuple[Span, ...]
    value: Rounded | None
    note: bool = False
    plain: bool = False  # on a scale that has no signs

    def text(self) -> str:
        """Give the value as it is read; nothing for a note."""
        if self.note:
            return ""
        return "…" if self.value is None else words.rounded(self.value)


def results(stage: Stage | None, figures: CellFigures | None, known: Known) -> tuple[Result, ...]:
    """Give the lines under the terms of a cell; none where it has no values."""
    if stage is None or figures is None:
        return ()
    done = known.done
    key = "playback.sum.so-far" + linear_word(stage) + (".one" if done == 1 else "")
    lines = [Result(words.spans(key, n=done), figures.total(done))]
    if figures.record.products.size > 1:
        lines.append(Result(words.spans("playback.sum.unrounded"), None, note=True))
    if stage.convolution.bias:
        lines.append(
            Result(words.spans("playback.sum.bias"), figures.bias if known.adding else None)
        )
    after = figures.after if known.after else None
    if not stage.after:
        return (*lines, Result(words.spans("playback.sum.output"), after))
    name = words.plain(after_spans(stage, "playback.sum.name"))
    before = figures.before if known.bias else None
    plain = stage.model is not None and not stage.model.output_colours.both_ways
    return (
        *lines,
        Result(words.spans("playback.sum.before", activation=name), before),
        *_notes(stage, figures.record.steps),
        Result(words.spans("playback.sum.after", activation=name), after, plain=plain),
    )


def _notes(stage: Stage, steps: tuple[Step, ...]) -> tuple[Result, ...]:
    """What the steps do to the value, with the numbers that they use."""
    notes = ((step, PRESENTATIONS[step.kind].after) for step in steps)
    return tuple(
        Result(said(stage, told.note, step), None, note=True)
        for step, told in notes
        if told is not None and told.note is not None
    )


class ResultLines(Painted, QWidget):
    """The lines, painted; the last one is the value of the cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines: tuple[Result, ...] = ()
        self._theme = "dark"

    def show_results(
        self, stage: Stage | None, numbers: CellFigures | None, known: Known, theme: str
    ) -> None:
        """Show what a stage's cell comes to, as far as the story has told it."""
        lines = results(stage, numbers, known)
        if (lines, theme) == (self._lines, self._theme):
            return
        if len(lines) != len(self._lines):
            self.setFixedHeight(_height(len(lines)))
        self._lines, self._theme = lines, theme
        self.setAccessibleName("; ".join(self.texts()))
        self.update()

    def texts(self) -> list[str]:
        """Give every line as text."""
        return [f"{words.plain(line.name)} {line.text()}".rstrip() for line in self._lines]

    def sizeHint(self) -> QSize:
        return QSize(300, _height(len(self._lines)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        if self._lines:
            painter.setPen(QPen(ink(self._theme, Role.LINE), 1))
            painter.drawLine(_SIDE, 0, self.width() - _SIDE, 0)
        figures = Figures(painter, self._theme)
        right = self.width() - _SIDE
        for index, line in enumerate(self._lines):
            last = index == len(self._lines) - 1
            pixels, weight = (VALUE, SEMIBOLD) if last else (BASE, REGULAR)
            baseline = _ABOVE + index * _ROW + 13 + (2 if last else 0)
            left: float = _SIDE
            size = SMALL if line.note else BASE
            for run in line.name:
                figures.begin(run.text, left, baseline, run.role, size, weight)
                left += width_of(run.text, size, weight)
            if line.note:
                continue
            if line.value is None:
                figures.put("…", right, baseline, Role.MUTED, BASE)
            else:
                role = Role.TEXT if line.plain else None
                figures.rounded(line.value, right, baseline, pixels, weight, role)


def _height(lines: int) -> int:
    return _ABOVE + lines * _ROW + _BELOW if lines else 0
