"""The bench above the stage, where a column and a filter face each other and are summed.

From above: the input's column, the filter, the results per channel, the running sum. Depth (C)
lies across the picture. The running channel's slices come out of their rows towards the viewer,
meet, become products, become one result, and that falls into the sum.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from convviz.scene.apart import Slabs, shifts_of
from convviz.scene.bench_cards import addend, cards
from convviz.scene.bench_grid import grid_boxes, grid_lines
from convviz.scene.bench_place import Bench, bench_of, mix, running_channel, sum_place
from convviz.scene.bench_rows import Row, Runs, results_done, row_boxes, slices_there
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.timeline import Phase

BIAS_AWAY = 1.75  # from where a bias comes into the sum, in sides of its cell
Ways = tuple[float, float]  # how far above the stage, and from there on the bench

SMALL_EDGE = 0.8  # logical pixels, of the sum's cell once it is one cell of the output


def rows(cast: Cast, bench: Bench, moment: Moment) -> tuple[Boxes, ...]:
    """Column and filter as they rise onto the bench, and everything made of them."""
    built: list[Boxes | None] = [*facing(cast, moment)]
    if moment.grid > 0.0:
        gone = ease(moment.grid, 0.05, 0.5)
        built = [row_behind(row, gone) for row in built if row is not None]
        built += grid_boxes(cast, moment)
    if moment.rise >= 1.0 and moment.beat.phase is not Phase.LAND:
        built += cards(cast, bench, moment)
        built += [_results(cast, results_done(moment), moment.fold), addend(cast, bench, moment)]
    if moment.beat.phase is Phase.LAND and moment.turn > 0.55:  # they are over
        results = _results(cast, results_done(moment), moment.fold)
        left = ease(moment.turn, 0.55, 0.95)
        built.append(None if results is None else row_behind(results, 1.0 - left))
    if moment.rise >= 1.0 or (moment.beat.phase is Phase.LAND and moment.landed < 1.0):
        built += [_sum_cell(cast, bench, moment), _bias_cell(cast, bench, moment)]
    return tuple(box for box in built if box is not None and len(box.low))


def sum_alone(cast: Cast, bench: Bench, moment: Moment) -> tuple[Boxes, ...]:
    """The sum on its last way into the output cell, when the rows are back; then nothing."""
    if moment.landed >= 1.0:
        return ()
    cell = _sum_cell(cast, bench, moment)
    return () if cell is None else (cell,)


def facing(cast: Cast, moment: Moment) -> tuple[Boxes, Boxes]:
    """Column and filter on their way onto the bench, and on it."""
    ways = moment.up, moment.turn, moment.spread, moment.fold
    return _facing(cast, *ways, slices_there(cast, moment))


@lru_cache(maxsize=8)
def row_behind(row: Boxes, gone: float) -> Boxes:
    """A row that has made room for what stands before it."""
    left = np.float32(1.0 - gone)
    return replace(row, opacity=row.opacity * left, edge_width=row.edge_width * float(left))


@lru_cache(maxsize=4)
def _facing(
    cast: Cast, up: float, turn: float, spread: float, fold: float, there: Runs
) -> tuple[Boxes, Boxes]:
    """Column and filter; the same records while they rest, so that views have nothing to do."""
    bench = bench_of(cast)
    column, filter = _column(cast, bench, up, turn), _filter(cast, bench, up, turn)
    return (
        row_boxes(column, bench, spread, fold, there),
        row_boxes(filter, bench, spread, fold, there),
    )


def _risen(
    bench: Bench, kernel: tuple[int, int], home: tuple[float, float, float], y: float, ways: Ways
) -> tuple[float, float, float]:
    """Low corner x and y, and side of a cell, of a row: first straight up, then onto the bench."""
    (x, low, cell), (up, turn), (kh, kw) = home, ways, kernel
    middle, over = x + kw * cell / 2, bench.hover_y - kh * bench.hover_cell
    scale = mix(mix(cell, bench.hover_cell, up), bench.cell, turn)
    across = mix(middle - kw * mix(cell, bench.hover_cell, up) / 2, bench.x, turn)
    return across, mix(mix(low, over, up), y, turn), scale


def _column(cast: Cast, bench: Bench, up: float, turn: float) -> Row:
    cell, layout = cast.cell, cast.layout
    start = layout.input_low + vector(cell.columns[0], cell.rows[0], 0.0)
    home = float(start[0]), float(start[1]), 1.0
    return Row(
        "bench-column",
        layout.plan.kernel,
        *_risen(bench, layout.plan.kernel, home, bench.column_y, (up, turn)),
        bench.cell,
        Skin(cell.taken, cast.input_colours, cast.input_high),
        colour=cell.first_channel,
        home=_home(cast, layout.input_slabs, cell.first_channel),
        home_unit=layout.unit,
        aside=_aside(cast, 1.0 - up),
    )


def _filter(cast: Cast, bench: Bench, up: float, turn: float) -> Row:
    layout, index = cast.layout, cast.cell.filter
    start = layout.filter_low[min(index, len(layout.filter_low) - 1)]
    kh, kw = layout.plan.kernel
    home = float(start[0]), float(start[1]), float(layout.enlarged)
    return Row(
        "bench-filter",
        (kh, kw),
        *_risen(bench, (kh, kw), home, bench.filter_y, (up, turn)),
        bench.cell,
        Skin(cast.weights, Colours.DIVERGING, cast.weight_high),
        offset=index * layout.plan.depth * kh * kw,
        home=_home(cast, layout.filter_slabs, 0),
        home_unit=layout.unit,
    )


def _home(cast: Cast, slabs: Slabs, first: int) -> Floats:
    """Low z on the stage of the channels that the filter spans."""
    layout = cast.layout
    shifts = shifts_of(slabs)[:, 2]
    here: Floats = (np.arange(len(shifts)) * layout.unit + shifts).astype(np.float32)
    return here[first : first + layout.plan.depth]


def _aside(cast: Cast, share: float) -> Floats | None:
    """How far beside the first channel's place the column's slices still are, (depth, 2)."""
    layout, first = cast.layout, cast.cell.first_channel
    if share <= 0.0 or not layout.sheets[0]:
        return None
    shifts = shifts_of(layout.input_slabs)[first : first + layout.plan.depth, :2]
    aside: Floats = (shifts * np.float32(share)).astype(np.float32)
    return aside


@lru_cache(maxsize=4)
def _results(cast: Cast, done: int, fold: float) -> Boxes | None:
    """The results per channel so far; they stay, so that the sum is seen to be of all of them."""
    bench = bench_of(cast)
    if done <= 0:
        return None
    return row_boxes(_result_row(cast, bench), bench, 1.0, fold, ((0, done, 1.0),))


def _result_row(cast: Cast, bench: Bench) -> Row:
    return Row(
        "bench-results",
        (1, 1),
        bench.x + (bench.width - bench.result) / 2,
        bench.result_y,
        bench.result,
        bench.result,
        Skin(cast.cell.sums, Colours.RESULTS, cast.cell.running_high),
    )


def _sum_cell(cast: Cast, bench: Bench, moment: Moment) -> Boxes | None:
    channels = cast.layout.plan.depth
    done = int(moment.summed)
    if done <= 0:
        return None
    index = done - 1
    if moment.biased >= 0.5:
        index = channels
    if moment.activated >= 0.5:
        index = channels + 1
    centre, side = sum_place(cast, bench, moment)
    settled = moment.activated >= 0.5
    near = (side - 1.0) / max(bench.total - 1.0, 1e-6)  # 1 on the bench, 0 in the output
    skin = Skin(
        cast.cell.running,
        cast.output_colours if settled else Colours.RESULTS,
        cast.output_high if settled else cast.cell.running_high,
        edge=Role.ACTIVE,
        edge_width=mix(SMALL_EDGE, 2.4, min(max(near, 0.0), 1.0)),
        grid=0.0,
    )
    return _cube("bench-sum", centre, side, skin, index)


def _bias_cell(cast: Cast, bench: Bench, moment: Moment) -> Boxes | None:
    """The bias on its way into the sum, from the side where nothing lies."""
    if moment.beat.phase is not Phase.BIAS or moment.biased >= 0.5:
        return None
    centre, side = sum_place(cast, bench, moment)
    away = np.float32(side * mix(BIAS_AWAY, 1.02, ease(moment.biased, 0.1, 0.48)))
    centre = centre.copy()
    centre[1 if bench.beside else 2] -= away
    skin = Skin(
        cast.cell.bias,
        Colours.RESULTS,
        cast.cell.running_high,
        edge=Role.ACTIVE,
        edge_width=2.0,
        grid=0.0,
    )
    return _cube("bench-bias", centre, side, skin, 0)


def _cube(id: str, centre: Floats, side: float, skin: Skin, index: int) -> Boxes:
    low = (centre - side / 2)[None]
    tone = np.ones(1, dtype=np.float32)
    return bank(id, (1, 1, 1), low, np.array([index]), side, side, skin, tone)


def frames(cast: Cast, bench: Bench, moment: Moment) -> tuple[Lines, ...]:
    """Outlines of the two folded rows that face each other: they are seen to be one length."""
    awaited = _awaited(cast, bench, moment)
    if moment.grid > 0.0:
        return (*grid_lines(cast, moment), *awaited)
    pair = _pair_done(cast, bench, moment)
    strength = ease(moment.fold, 0.6, 1.0)
    if moment.rise < 1.0 or strength <= 0.0:
        return (*awaited, *pair)
    length = bench.near(bench.channels, moment.fold)
    low = np.stack([vector(bench.x, bench.column_y, 0), vector(bench.x, bench.filter_y, 0)])
    size = np.broadcast_to(vector(bench.width, bench.height, length), (2, 3))
    return (outline("bench-frame", low, size, Role.EDGE, 1.2, strength, grow=0.02), *awaited, *pair)


def _awaited(cast: Cast, bench: Bench, moment: Moment) -> tuple[Lines, ...]:
    """The places of results and of the sum that are still to come."""
    phase, done = moment.beat.phase, results_done(moment)
    coming = ease(moment.turn, 0.35, 0.7) if phase is Phase.LIFT else 1.0 - moment.grid
    if phase is Phase.LAND or coming <= 0.0 or done >= bench.channels:
        return ()
    return _places(cast, done, moment.fold, coming, int(moment.summed) > 0)


@lru_cache(maxsize=4)
def _places(cast: Cast, done: int, fold: float, coming: float, summed: bool) -> tuple[Lines, ...]:
    bench = bench_of(cast)
    row = _result_row(cast, bench)
    boxes = row_boxes(row, bench, 1.0, fold, ((done, bench.channels, 1.0),))
    low, size = boxes.low, boxes.size
    if not summed:
        side = bench.total
        z = bench.length - side / 2 if bench.beside else bench.centre(0, fold)
        corner = vector(bench.x + (bench.width - side) / 2, bench.sum_y, z - side / 2)
        low = np.concatenate([low, corner[None]])
        size = np.concatenate([size, np.full((1, 3), side, dtype=np.float32)])
    return (outline("bench-awaited", low, size, Role.EDGE, 1.0, 0.55 * coming),)


def _pair_done(cast: Cast, bench: Bench, moment: Moment) -> tuple[Lines, ...]:
    """At rest after a channel: what was multiplied and what came of it, outlined in their rows."""
    running = running_channel(cast, moment)
    if moment.playing or running is None or running[1] < 1.0:
        return ()
    channel, z = running[0], bench.centre(running[0], moment.fold)
    alone = moment.fold < 1.0 and channel < bench.opened
    middle, third = bench.x + bench.width / 2, bench.result
    places = (
        (bench.column_y, bench.width, bench.height, bench.cell),
        (bench.filter_y, bench.width, bench.height, bench.cell),
        (bench.result_y, third, third, third),
    )
    low, size = [], []
    for y, wide, high, deep in places:
        thick = bench.thick(deep, moment.fold) if alone else bench.unit
        low.append(vector(middle - wide / 2, y, z - thick / 2))
        size.append(vector(wide, high, thick))
    grow = 0.02 * bench.cell if alone else 0.0
    return (outline("bench-pair", np.stack(low), np.stack(size), Role.ACTIVE, 2.6, grow=grow),)
