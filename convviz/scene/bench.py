"""The bench above the stage, where a column and a filter face each other and are summed.

From above: the input's column, the filter, the results per channel, the running sum. Depth (C)
lies across the picture. The running channel's slices come out of their rows towards the viewer,
meet, become products, become one result, and that falls into the sum.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from convviz.scene.bench_cards import addend, cards
from convviz.scene.bench_place import Bench, bench_of, mix, sum_place
from convviz.scene.bench_rows import Row, Runs, results_done, row_boxes, slices_there
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.timeline import Phase

BIAS_AWAY = 1.75  # from where a bias comes into the sum, in sides of its cell
SMALL_EDGE = 0.8  # logical pixels, of the sum's cell once it is one cell of the output


def rows(cast: Cast, bench: Bench, moment: Moment) -> tuple[Boxes, ...]:
    """Column and filter as they rise onto the bench, and everything made of them."""
    there = slices_there(cast, moment)
    built: list[Boxes | None] = [*_facing(cast, moment.rise, moment.spread, moment.fold, there)]
    if moment.rise >= 1.0:
        built += cards(cast, bench, moment)
        built += [_results(cast, results_done(moment), moment.fold), addend(cast, bench, moment)]
    if moment.rise >= 1.0 or (moment.beat.phase is Phase.LAND and moment.landed < 1.0):
        built += [_sum_cell(cast, bench, moment), _bias_cell(cast, bench, moment)]
    return tuple(box for box in built if box is not None)


def sum_alone(cast: Cast, bench: Bench, moment: Moment) -> tuple[Boxes, ...]:
    """The sum on its last way into the output cell, when the rows are back; then nothing."""
    if moment.landed >= 1.0:
        return ()
    cell = _sum_cell(cast, bench, moment)
    return () if cell is None else (cell,)


@lru_cache(maxsize=4)
def _facing(
    cast: Cast, rise: float, spread: float, fold: float, there: Runs
) -> tuple[Boxes, Boxes]:
    """Column and filter; the same records while they rest, so that views have nothing to do."""
    bench = bench_of(cast)
    column, filter = _column(cast, bench, rise), _filter(cast, bench, rise)
    return (
        row_boxes(column, bench, spread, fold, there),
        row_boxes(filter, bench, spread, fold, there),
    )


def _column(cast: Cast, bench: Bench, u: float) -> Row:
    cell, layout = cast.cell, cast.layout
    start = layout.input_low + vector(cell.columns[0], cell.rows[0], 0.0)
    return Row(
        "bench-column",
        layout.plan.kernel,
        mix(float(start[0]), bench.x, u),
        mix(float(start[1]), bench.column_y, u),
        mix(1.0, bench.cell, u),
        bench.cell,
        Skin(cell.taken, cast.input_colours, cast.input_high),
        colour=cell.first_channel,
        home=_home(cast, layout.plan.input[0], cell.first_channel),
        home_unit=layout.unit,
    )


def _filter(cast: Cast, bench: Bench, u: float) -> Row:
    layout, index = cast.layout, cast.cell.filter
    start = layout.filter_low[min(index, len(layout.filter_low) - 1)]
    kh, kw = layout.plan.kernel
    return Row(
        "bench-filter",
        (kh, kw),
        mix(float(start[0]), bench.x, u),
        mix(float(start[1]), bench.filter_y, u),
        mix(float(layout.enlarged), bench.cell, u),
        bench.cell,
        Skin(cast.weights, Colours.DIVERGING, cast.weight_high),
        offset=index * layout.plan.depth * kh * kw,
        home=_home(cast, layout.plan.depth, 0),
        home_unit=layout.unit,
    )


def _home(cast: Cast, channels: int, first: int) -> Floats:
    """Low z on the stage of the channels that the filter spans."""
    layout = cast.layout
    shifts = np.concatenate([np.full(b - a, s) for a, b, s in layout.slabs(channels)])
    here: Floats = (np.arange(channels) * layout.unit + shifts).astype(np.float32)
    return here[first : first + layout.plan.depth]


@lru_cache(maxsize=4)
def _results(cast: Cast, done: int, fold: float) -> Boxes | None:
    """The results per channel so far; they stay, so that the sum is seen to be of all of them."""
    bench = bench_of(cast)
    if done <= 0:
        return None
    row = Row(
        "bench-results",
        (1, 1),
        bench.x + (bench.width - bench.result) / 2,
        bench.result_y,
        bench.result,
        bench.result,
        Skin(cast.cell.sums, Colours.RESULTS, cast.cell.running_high),
    )
    return row_boxes(row, bench, 1.0, fold, ((0, done, 1.0),))


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


def frames(bench: Bench, moment: Moment) -> tuple[Lines, ...]:
    """Outlines of the two folded rows that face each other: they are seen to be one length."""
    strength = ease(moment.fold, 0.6, 1.0)
    if moment.rise < 1.0 or strength <= 0.0:
        return ()
    length = bench.channels * bench.step(moment.fold)
    low = np.stack([vector(bench.x, bench.column_y, 0), vector(bench.x, bench.filter_y, 0)])
    size = np.broadcast_to(vector(bench.width, bench.height, length), (2, 3))
    return (outline("bench-frame", low, size, Role.EDGE, 1.2, strength, grow=0.02),)
