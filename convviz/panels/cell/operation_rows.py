"""The arithmetic of a cell that is no sum of products: its cells, and lines for what they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from convviz import words
from convviz.model.cell_records import (
    AverageRecord,
    MaxRecord,
    NormRecord,
    SoftmaxRecord,
    SourceRecord,
    WindowRecord,
)
from convviz.model.record import OutputRecord
from convviz.panels.caption.operation_sentences import norm_numbers
from convviz.scene.cell_figures import Decimals, shown_products, squares_of
from convviz.scene.primitives import Rounded, Span
from convviz.scene.timeline import Phase
from convviz.state.outlined import is_scanning
from convviz.state.resolved import Stage
from convviz.state.view import Playback

_ACROSS = 8  # columns, and rows, of a window that are written out


@dataclass(frozen=True)
class StepsDone:
    """Which steps of a cell are over; `summed`: cells in its total, None for all."""

    made: bool = True
    totalled: bool = True
    divided: bool = True
    after: bool = True
    summed: int | None = None


class Line(NamedTuple):
    """One line under the cells; the value is None while it is not known."""

    name: tuple[Span, ...]
    value: Rounded | int | None


@dataclass(frozen=True)
class Cells:
    """The cells as a table.

    Attributes
    ----------
    head : runs
        What they are.
    titles : tuple of str
        Over the columns; empty for a window.
    rows : tuple of tuples
        Numbers, or text: "…" where cells are left out.
    chosen : (row, column) or None
        Who won, or is divided; a column of -1 means the whole row.
    """

    head: tuple[Span, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[Rounded | str, ...], ...]
    chosen: tuple[int, int] | None = None


def steps_done_at(stage: Stage, playback: Playback) -> StepsDone:
    """Give what is told at a moment: everything at rest, and of a cell that is only scanned."""
    if (playback.time <= 0.0 and not playback.playing) or is_scanning(stage, playback):
        return StepsDone()
    told, board = stage.progress(playback), stage.storyboard
    whole = board.first_of(Phase.TOTAL) is None or told.summed >= max(board.cells, 1)
    return StepsDone(told.compared, whole, told.divided, told.activated, told.summed)


def cells_of(record: OutputRecord, decimals: Decimals) -> Cells:
    """Give the cells that a record reads."""
    if isinstance(record, WindowRecord):
        return _window(record, decimals)
    if isinstance(record, SoftmaxRecord):
        titles = ("channel", "one", "power")
        rows = zip(range(len(record.inputs)), record.inputs, record.exponentials, strict=True)
        return _side_by_side(titles, [*rows], record.channel, decimals)
    if isinstance(record, NormRecord):
        values = record.inputs.astype(float)
        place = record.channels.tolist().index(record.channel)
        squares = shown_products(values, values, squares_of(decimals))
        rows = zip(record.channels, values, squares, strict=True)
        return _side_by_side(("channel", "one", "square"), [*rows], place, decimals)
    value = float(record.inputs[0]) if isinstance(record, SourceRecord) else record.before
    shown = Rounded(value, decimals.inputs)
    return Cells(words.spans("playback.cells.one"), (), ((shown,),))


def _window(record: WindowRecord, decimals: Decimals) -> Cells:
    down, across = record.inputs.shape
    rows, columns = _shown(down), _shown(across)
    pad = words.text("playback.cells.padding")

    def cell(row: int | None, column: int | None) -> Rounded | str:
        if row is None or column is None:
            return "…"
        if not record.inside[row, column]:
            return pad
        return Rounded(float(record.inputs[row, column]), decimals.inputs)

    chosen = None
    if isinstance(record, MaxRecord):
        place = record.rows.tolist().index(record.winner[0])
        side = record.columns.tolist().index(record.winner[1])
        if place in rows and side in columns:
            chosen = rows.index(place), columns.index(side)
    head = words.spans(
        "playback.cells.window", rows=down, columns=across, channel=record.channel + 1
    )
    return Cells(head, (), tuple(tuple(cell(r, c) for c in columns) for r in rows), chosen)


def _shown(size: int) -> list[int | None]:
    """Give which rows or columns are written out; None is "…"."""
    if size <= _ACROSS:
        return list(range(size))
    return [*range(_ACROSS - 3), None, size - 1]


def _side_by_side(
    titles: tuple[str, ...], rows: list[tuple[float, ...]], chosen: int, decimals: Decimals
) -> Cells:
    head = words.spans("playback.cells.channels", n=len(rows))
    named = tuple(words.text(f"playback.cells.{title}") for title in titles)
    made = tuple(
        (
            words.number(int(n) + 1),
            Rounded(float(x), decimals.inputs),
            Rounded(float(y), decimals.factors),
        )
        for n, x, y in rows
    )
    return Cells(head, named, made, (chosen, -1))


def lines_of(record: OutputRecord, told: StepsDone, decimals: Decimals) -> tuple[Line, ...]:
    """Give what the cells come to, line by line; the last one is the value of the cell."""
    lines = [*_own_lines(record, told, decimals)]
    for place, step in enumerate(record.steps):
        name = words.text(f"kind.{step.kind}")
        last = place == len(record.steps) - 1
        value = Rounded(step.after, decimals.results) if told.after or not last else None
        lines.append(Line(words.spans("playback.cells.step", name=name), value))
    return tuple(lines)


def _own_lines(record: OutputRecord, told: StepsDone, decimals: Decimals) -> list[Line]:
    before = Rounded(record.before, decimals.results)
    made, divided = before if told.made else None, before if told.divided else None
    if isinstance(record, MaxRecord):
        return [Line(words.spans("playback.cells.greatest", n=int(record.inside.sum())), made)]
    if isinstance(record, AverageRecord):
        count = len(record.cells) if told.summed is None else told.summed
        total = float(record.cells[:count].sum(dtype=np.float64))
        begun = count > 0
        count = count or len(record.cells)
        shown = Rounded(record.total if told.totalled else total, decimals.factors)
        return [
            Line(words.spans("playback.cells.sum", n=count), shown if begun else None),
            Line(words.spans("playback.cells.divisor"), record.divisor),
            Line(words.spans("playback.cells.mean"), divided),
        ]
    if isinstance(record, SoftmaxRecord):
        own = Rounded(float(record.exponentials[record.channel]), decimals.factors)
        shares = Rounded(record.total, decimals.factors)
        return [
            Line(
                words.spans("playback.cells.own", filter=record.channel + 1),
                own if told.made else None,
            ),
            Line(words.spans("playback.cells.total"), shares if told.totalled else None),
            Line(words.spans("playback.cells.share"), divided),
        ]
    if isinstance(record, NormRecord):
        squares = Rounded(record.squares, decimals.factors) if told.totalled else None
        over = Rounded(record.divisor, decimals.factors) if told.totalled else None
        return [
            Line(words.spans("playback.cells.squares"), squares),
            Line(words.spans("playback.cells.strength", **norm_numbers(record)), over),
            Line(words.spans("playback.cells.value"), divided),
        ]
    return [Line(words.spans("playback.cells.value"), before)]
