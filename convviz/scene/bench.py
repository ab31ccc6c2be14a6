"""The bench above the stage, where a column and a filter face each other and are summed.

From above: the input's column, the filter, the results per channel, the running sum. Depth (C)
lies across the picture. The running channel's slices come out of their rows towards the viewer,
meet, become products, become one result, and that falls into the sum.
"""

from __future__ import annotations

import numpy as np

from convviz.scene.bench_cards import cards
from convviz.scene.bench_place import Bench, mix, running_channel, sum_place
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Part, Skin, bank, outline, volume
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.timeline import Phase

CARD_TONE = 1.0
DONE_TONE = 0.8


def rows(cast: Cast, bench: Bench, moment: Moment) -> tuple[Boxes, ...]:
    """Column and filter as they rise onto the bench, and everything made of them."""
    built: list[Boxes | None] = [
        _column_row(cast, bench, moment),
        _filter_row(cast, bench, moment),
    ]
    if moment.rise >= 1.0:
        built += cards(cast, bench, moment)
        built.append(_result_row(cast, bench, moment))
    if moment.rise >= 1.0 or (moment.beat.phase is Phase.LAND and moment.landed < 1.0):
        built += [_sum_cell(cast, bench, moment), _bias_cell(cast, bench, moment)]
    return tuple(box for box in built if box is not None)


def sum_alone(cast: Cast, bench: Bench, moment: Moment) -> tuple[Boxes, ...]:
    """The sum on its last way into the output cell, when the rows are back; then nothing."""
    if moment.landed >= 1.0:
        return ()
    cell = _sum_cell(cast, bench, moment)
    return () if cell is None else (cell,)


def _column_row(cast: Cast, bench: Bench, moment: Moment) -> Boxes:
    cell, layout = cast.cell, cast.layout
    kh, kw = layout.plan.kernel
    depth, u = layout.plan.depth, moment.rise
    scale = mix(1.0, bench.cell, u)
    start = layout.input_low + vector(cell.columns[0], cell.rows[0], 0.0)
    start[2] = cell.first_channel * layout.unit
    low = vector(
        mix(start[0], bench.x, u),
        mix(start[1], bench.column_y, u),
        mix(start[2], 0.0, u),
    )
    skin = Skin(cast.cell.taken, cast.input_colours, cast.input_high, edge=Role.CIN)
    return _slices(
        "bench-column",
        (depth, kh, kw),
        low,
        bench.unit,
        scale,
        skin,
        cast,
        moment,
        colour=cell.first_channel,
    )


def _filter_row(cast: Cast, bench: Bench, moment: Moment) -> Boxes:
    layout = cast.layout
    kh, kw = layout.plan.kernel
    u = moment.rise
    index = cast.cell.filter
    start = layout.filter_low[min(index, len(layout.filter_low) - 1)]
    low = vector(
        mix(start[0], bench.x, u),
        mix(start[1], bench.filter_y, u),
        0.0,
    )
    skin = Skin(cast.weights, Colours.DIVERGING, cast.weight_high, edge=Role.COUT)
    shape = (layout.plan.depth, kh, kw)
    offset = index * layout.plan.depth * kh * kw
    return _slices(
        "bench-filter", shape, low, bench.unit, float(bench.cell), skin, cast, moment, offset
    )


def _slices(
    id: str,
    shape: tuple[int, int, int],
    low: Floats,
    unit: float,
    scale: float,
    skin: Skin,
    cast: Cast,
    moment: Moment,
    offset: int = 0,
    colour: int = 0,
) -> Boxes:
    """A row as done, running (out in the lane, so left out here) and coming channels."""
    depth, kh, kw = shape
    running = running_channel(cast, moment)
    cut = int(moment.summed) if moment.rise >= 1.0 else 0
    runs = [(0, min(cut, depth), DONE_TONE), (min(cut, depth), depth, CARD_TONE)]
    if running is not None and 0.04 < running[1] < 0.96:
        runs = [(0, running[0], DONE_TONE), (running[0] + 1, depth, CARD_TONE)]
    runs = [run for run in runs if run[1] > run[0]]
    first = np.array([(0, 0, a) for a, _, _ in runs], dtype=np.int32).reshape(-1, 3)
    shown = first + np.array(
        [0, 0, colour], dtype=np.int32
    )  # a group's channels keep their colours
    count = np.array([(kw, kh, b - a) for a, b, _ in runs], dtype=np.int32).reshape(-1, 3)
    step = vector(scale, scale, unit)
    return Boxes(
        id=id,
        low=(low + first * step).astype(np.float32),
        size=(count * step).astype(np.float32),
        first=shown,
        count=count,
        offset=np.full(len(runs), offset - colour * kw * kh, dtype=np.int32),
        stride=(1, kw, kw * kh),
        values=skin.values,
        colours=skin.colours if skin.values is not None else Colours.EMPTY,
        high=skin.high,
        tone=np.array([tone for _, _, tone in runs], dtype=np.float32),
        opacity=np.ones(len(runs), dtype=np.float32),
        edge=skin.edge,
        edge_width=1.2,
    )


def _result_row(cast: Cast, bench: Bench, moment: Moment) -> Boxes | None:
    """The results per channel so far; they stay, so that the sum is seen to be of all of them."""
    done = int(moment.summed)
    if done <= 0:
        return None
    skin = Skin(cast.cell.sums, Colours.DIVERGING, cast.cell.product_high, edge=Role.EDGE)
    low = vector(bench.x + (bench.width - bench.result) / 2, bench.result_y, 0.0)
    parts = [Part((0, 1), (0, 1), (0, done))]
    return volume(
        "bench-results", (cast.layout.plan.depth, 1, 1), low, bench.unit, skin, parts, bench.result
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
    skin = Skin(
        cast.cell.running,
        cast.output_colours if settled else Colours.DIVERGING,
        cast.output_high if settled else cast.cell.running_high,
        edge=Role.ACTIVE,
        edge_width=2.2,
        grid=0.0,
    )
    return bank(
        "bench-sum",
        (1, 1, 1),
        (centre - side / 2)[None],
        np.array([index]),
        side,
        side,
        skin,
        np.ones(1, dtype=np.float32),
    )


def _bias_cell(cast: Cast, bench: Bench, moment: Moment) -> Boxes | None:
    """The bias on its way into the sum, from the side where no channel is left."""
    if moment.beat.phase is not Phase.BIAS or moment.biased >= 0.5:
        return None
    centre, side = sum_place(cast, bench, moment)
    low = centre - side / 2
    low[2] += np.float32(side * mix(1.6, 1.02, ease(moment.biased, 0.15, 0.5)))
    skin = Skin(
        cast.cell.bias,
        Colours.DIVERGING,
        cast.cell.running_high,
        edge=Role.ACTIVE,
        edge_width=1.8,
        grid=0.0,
    )
    return bank(
        "bench-bias",
        (1, 1, 1),
        low[None],
        np.array([0]),
        side,
        side,
        skin,
        np.ones(1, dtype=np.float32),
    )


def frames(cast: Cast, bench: Bench, moment: Moment) -> tuple[Lines, ...]:
    """Outlines of the two rows that face each other, so that they are seen to be one length."""
    if moment.rise < 1.0:
        return ()
    low = np.stack([vector(bench.x, bench.column_y, 0), vector(bench.x, bench.filter_y, 0)])
    size = np.broadcast_to(vector(bench.width, bench.height, bench.length), (2, 3))
    return (outline("bench-frame", low, size, Role.ACTIVE, 1.4, 0.75, grow=0.02),)
