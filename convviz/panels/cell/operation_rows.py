"""The arithmetic of a cell that is no sum of products: its cells, and lines for what they make."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from convviz import words
from convviz.kinds import telling
from convviz.kinds.passing import VALUE
from convviz.kinds.telling import OperationKind, When
from convviz.model.cell_records import OutputRecord, WindowCells
from convviz.panels.painting.value_runs import figure_of, filled, signs_of
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
    value: Rounded | float | None
    plain: bool = False  # on a scale that has no signs


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


def cells_of(stage: Stage, record: OutputRecord) -> Cells:
    """Give the cells that a record reads; the volumes of a stage that reads several are named."""
    decimals, channels = stage.decimals, record.channel_numbers
    if record.window is not None:
        return _window(record, record.window, decimals)
    if channels:
        titles, values = ("channel", "one", stage.telling.amount), record.read.astype(float)
        amounts = record.amounts
        if stage.telling.operation_kind is OperationKind.STRENGTH:
            # a square is the product of what is shown
            amounts = shown_products(values, values, squares_of(decimals))
        assert amounts is not None
        rows = zip(channels, values, amounts, strict=True)
        return _side_by_side(titles, [*rows], channels.index(record.channel), decimals)
    if len(record.read) > 1:
        return _of_volumes(record, decimals)
    shown = Rounded(float(record.read[0]), decimals.inputs)
    head = words.spans("playback.cells.one")
    if len(stage.sources) > 1:
        cell = record.sources[0]
        named = stage.sources[cell.source].name
        head = words.spans("playback.cells.from", channel=cell.channel + 1, name=named)
    return Cells(head, (), ((shown,),))


def _of_volumes(record: OutputRecord, decimals: Decimals) -> Cells:
    """The same cell of several volumes, a row for each."""
    head = words.spans("playback.cells.volumes", n=len(record.read))
    titles = tuple(words.text(f"playback.cells.{title}") for title in ("volume", "one"))
    rows = tuple(
        (words.number(cell.source + 1), Rounded(float(value), decimals.inputs))
        for cell, value in zip(record.sources, record.read, strict=True)
    )
    return Cells(head, titles, rows)


def _window(record: OutputRecord, window: WindowCells, decimals: Decimals) -> Cells:
    down, across = window.inputs.shape
    rows, columns = _shown(down), _shown(across)
    pad = words.text("playback.cells.padding")

    def cell(row: int | None, column: int | None) -> Rounded | str:
        if row is None or column is None:
            return "…"
        if not window.inside[row, column]:
            return pad
        return Rounded(float(window.inputs[row, column]), decimals.inputs)

    chosen = None
    if record.place is not None:
        place = window.rows.tolist().index(record.place[0])
        side = window.columns.tolist().index(record.place[1])
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


def lines_of(stage: Stage, record: OutputRecord, told: StepsDone) -> tuple[Line, ...]:
    """Give what the cells come to, line by line; the last one is the value of the cell."""
    places = stage.decimals
    lines = [_line(stage, line, record, told) for line in stage.telling.lines or (VALUE,)]
    for place, step in enumerate(record.steps):
        name = words.text(f"kind.{step.kind}")
        last = place == len(record.steps) - 1
        value = Rounded(step.after, places.results) if told.after or not last else None
        plain = last and not signs_of(stage)[1]
        lines.append(Line(words.spans("playback.cells.step", name=name), value, plain))
    return tuple(lines)


def _line(stage: Stage, line: telling.Line, record: OutputRecord, told: StepsDone) -> Line:
    places = stage.decimals
    if line.running:
        return _running(line, record, told, places)
    there = {
        When.ALWAYS: True,
        When.MADE: told.made,
        When.TOTALLED: told.totalled,
        When.DIVIDED: told.divided,
    }[line.when]
    name = words.spans(line.key, **filled(stage, line.numbers, record))
    return Line(name, figure_of(line.value, record, places) if there else None)


def _running(line: telling.Line, record: OutputRecord, told: StepsDone, places: Decimals) -> Line:
    """The sum so far, and of how many; before the first of all of them, not yet known."""
    bars = record.bars
    count = len(bars) if told.summed is None else told.summed
    name = words.spans(line.key, n=count or len(bars))
    if not count:
        return Line(name, None)
    if told.totalled:
        return Line(name, figure_of(line.value, record, places))
    return Line(name, Rounded(math.fsum(bars[:count]), places.factors))
