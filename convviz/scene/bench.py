"""The bench above the stage, where a column and a filter face each other and are summed.

From above: the input's column, the filter, the results per channel, the running sum. Depth (C)
lies across the picture. The running channel's slices come out of their rows towards the viewer,
meet, become products, become one result, and that falls into the sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Part, Skin, bank, outline, volume
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.timeline import Phase

CARD_TONE = 1.0
DONE_TONE = 0.8
CLEAR = 1.1  # height of the bench over the stage, in heights of the input
RESULT_SIZE = 0.5  # a channel's result, in heights of a slice (at least a cell)
SUM_SIZE = 1.25  # the running sum's cell, in results


@dataclass(frozen=True, eq=False)
class Bench:
    """Where the rows of the bench lie.

    Attributes
    ----------
    x : float
        Low x of column and filter row.
    column_y, filter_y, result_y, sum_y : float
        Low y of each row (y runs downwards).
    lane : float
        How far the running slices come out of their row, along x.
    cell, width, height : float
        Side of a cell, and extent of a k × k slice.
    result : float
        Side of a channel's result.
    unit, length : float
        Depth of a channel, and of all that the filter spans.
    """

    x: float
    column_y: float
    filter_y: float
    result_y: float
    sum_y: float
    lane: float
    cell: float
    width: float
    height: float
    result: float
    unit: float
    length: float

    def corners(self) -> tuple[Floats, Floats]:
        """Low and high corner of all that is on the bench."""
        low = vector(self.x, self.column_y, 0.0)
        high = vector(
            self.x + self.width + self.lane, self.sum_y + self.result * SUM_SIZE, self.length
        )
        return low, high


@lru_cache(maxsize=16)
def bench_of(cast: Cast) -> Bench:
    """The bench of a stage: above everything, over the filters."""
    layout = cast.layout
    kh, kw = layout.plan.kernel
    cell = float(layout.enlarged)
    height, width = kh * cell, kw * cell
    top = float(min(layout.filter_low[:, 1].min(), layout.output_low[1], 0.0))
    top -= layout.plan.padding[0] + layout.plan.input[1] * CLEAR
    gap = max(cell * 0.7, height * 0.22)
    result = max(cell, height * RESULT_SIZE)
    sum_y = top - result * SUM_SIZE
    result_y = sum_y - gap - result
    filter_y = result_y - gap * 1.6 - height
    column_y = filter_y - gap * 1.2 - height
    unit = layout.unit
    return Bench(
        x=float(layout.filter_low[:, 0].mean()),
        column_y=column_y,
        filter_y=filter_y,
        result_y=result_y,
        sum_y=sum_y,
        lane=width * 1.35 + cell * 0.3,
        cell=cell,
        width=width,
        height=height,
        result=result,
        unit=unit,
        length=layout.plan.depth * unit,
    )


def running_channel(cast: Cast, moment: Moment) -> tuple[int, float] | None:
    """Channel whose product is being made, and how far (0..1); None outside those beats."""
    if moment.beat.phase not in (Phase.CHANNEL, Phase.CHANNELS):
        return None
    channels = cast.layout.plan.depth
    channel = min(int(moment.summed), channels - 1)
    if moment.beat.phase is Phase.CHANNELS:
        return channel, 0.62  # too quick for every move: the product is seen, the sum follows
    return channel, moment.progress


def rows(cast: Cast, bench: Bench, moment: Moment) -> tuple[Boxes, ...]:
    """Column and filter as they rise onto the bench, and everything made of them."""
    built = [_column_row(cast, bench, moment), _filter_row(cast, bench, moment)]
    if moment.rise >= 1.0:
        built += _cards(cast, bench, moment)
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


def sum_place(cast: Cast, bench: Bench, moment: Moment) -> tuple[Floats, float]:
    """Centre and side of the running sum's cell: it keeps pace with the channels, then lands."""
    side = bench.result * SUM_SIZE
    z = min(max(moment.summed, 0.5), cast.layout.plan.depth - 0.5) * bench.unit
    centre = vector(bench.x + bench.width / 2, bench.sum_y + side / 2, z)
    if moment.beat.phase is Phase.LAND:
        u = moment.landed
        goal = output_place(cast, moment.filter, cast.cell.row, cast.cell.column)
        centre = centre + (goal - centre) * np.float32(u)
        centre[1] -= np.float32(np.sin(np.pi * u) * bench.height * 0.6)
        side = side + (1.0 - side) * u
    return centre, side


def output_place(cast: Cast, filter: int, row: int, column: int) -> Floats:
    """World centre of an output cell, (3,) float32."""
    layout = cast.layout
    shift = next(s for a, b, s in layout.slabs(layout.plan.output[0]) if a <= filter < b)
    z = (filter + 0.5) * layout.unit + shift
    return layout.output_low + vector(column + 0.5, row + 0.5, z)


def _mix(a: float, b: float, u: float) -> float:
    return a + (b - a) * u


def _column_row(cast: Cast, bench: Bench, moment: Moment) -> Boxes:
    cell, layout = cast.cell, cast.layout
    kh, kw = layout.plan.kernel
    depth, u = layout.plan.depth, moment.rise
    scale = _mix(1.0, bench.cell, u)
    start = layout.input_low + vector(cell.columns[0], cell.rows[0], 0.0)
    start[2] = cell.first_channel * layout.unit
    low = vector(
        _mix(start[0], bench.x, u),
        _mix(start[1], bench.column_y, u),
        _mix(start[2], 0.0, u),
    )
    skin = Skin(cast.cell.taken, cast.input_colours, cast.input_high, edge=Role.CIN)
    return _slices("bench-column", (depth, kh, kw), low, bench.unit, scale, skin, cast, moment)


def _filter_row(cast: Cast, bench: Bench, moment: Moment) -> Boxes:
    layout = cast.layout
    kh, kw = layout.plan.kernel
    u = moment.rise
    index = cast.cell.filter
    start = layout.filter_low[min(index, len(layout.filter_low) - 1)]
    low = vector(
        _mix(start[0], bench.x, u),
        _mix(start[1], bench.filter_y, u),
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
    count = np.array([(kw, kh, b - a) for a, b, _ in runs], dtype=np.int32).reshape(-1, 3)
    step = vector(scale, scale, unit)
    return Boxes(
        id=id,
        low=(low + first * step).astype(np.float32),
        size=(count * step).astype(np.float32),
        first=first,
        count=count,
        offset=np.full(len(runs), offset, dtype=np.int32),
        stride=(1, kw, kw * kh),
        values=skin.values,
        colours=skin.colours if skin.values is not None else Colours.EMPTY,
        high=skin.high,
        tone=np.array([tone for _, _, tone in runs], dtype=np.float32),
        opacity=np.ones(len(runs), dtype=np.float32),
        edge=skin.edge,
        edge_width=1.2,
    )


def _cards(cast: Cast, bench: Bench, moment: Moment) -> list[Boxes]:
    """The running channel's slices on their way: out, together, products, one result, down."""
    running = running_channel(cast, moment)
    if running is None or not 0.04 < running[1] < 0.96:
        return []
    channel, p = running
    kh, kw = cast.layout.plan.kernel
    size = kh * kw
    out = ease(p, 0.04, 0.24) * bench.lane
    meet = ease(p, 0.22, 0.5)
    middle = (bench.column_y + bench.filter_y) / 2
    z = channel * bench.unit
    pair = ((cast.cell.taken, cast.input_colours, cast.input_high, channel * size),
            (cast.weights, Colours.DIVERGING, cast.weight_high,
             (cast.cell.filter * cast.layout.plan.depth + channel) * size))
    if p < 0.48:
        shift = bench.height * 0.55
        places = (_mix(bench.column_y, middle - shift, meet),
                  _mix(bench.filter_y, middle + shift, meet))
        return [
            _card(f"card-{i}", (1, kh, kw), vector(bench.x + out, y, z), bench, values, colours,
                  high, offset)
            for i, ((values, colours, high, offset), y) in enumerate(zip(pair, places, strict=True))
        ]
    fall = ease(p, 0.66, 0.96)
    gather = ease(p, 0.5, 0.68)
    y = _mix(middle, bench.result_y, fall)
    x = bench.x + bench.lane * (1.0 - ease(p, 0.72, 0.96))
    if gather < 1.0 and size > 1:
        scale = _mix(1.0, bench.result / bench.height, gather)
        low = vector(x + bench.width * (1 - scale) / 2, y + bench.height * (1 - scale) / 2, z)
        return [_card("card-product", (1, kh, kw), low, bench, cast.cell.products,
                      Colours.DIVERGING, cast.cell.product_high, channel * size, scale)]
    lift = (bench.height - bench.result) / 2 * (1.0 - fall)
    low = vector(x + (bench.width - bench.result) / 2, y + lift, z)
    return [_card("card-result", (1, 1, 1), low, bench, cast.cell.sums, Colours.DIVERGING,
                  cast.cell.product_high, channel, bench.result / bench.cell)]


def _card(
    id: str,
    shape: tuple[int, int, int],
    low: Floats,
    bench: Bench,
    values: Floats | None,
    colours: Colours,
    high: float,
    offset: int,
    scale: float = 1.0,
) -> Boxes:
    skin = Skin(values, colours, high, edge=Role.ACTIVE, edge_width=1.8)
    return bank(id, shape, low[None], np.array([offset], dtype=np.int32), bench.unit,
                bench.cell * scale, skin, np.ones(1, dtype=np.float32))


def _result_row(cast: Cast, bench: Bench, moment: Moment) -> Boxes | None:
    """The results per channel so far; they stay, so that the sum is seen to be of all of them."""
    done = int(moment.summed)
    if done <= 0:
        return None
    skin = Skin(cast.cell.sums, Colours.DIVERGING, cast.cell.product_high, edge=Role.EDGE)
    low = vector(bench.x + (bench.width - bench.result) / 2, bench.result_y, 0.0)
    parts = [Part((0, 1), (0, 1), (0, done))]
    return volume("bench-results", (cast.layout.plan.depth, 1, 1), low, bench.unit, skin, parts,
                  bench.result)


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
    return bank("bench-sum", (1, 1, 1), (centre - side / 2)[None], np.array([index]), side, side,
                skin, np.ones(1, dtype=np.float32))


def _bias_cell(cast: Cast, bench: Bench, moment: Moment) -> Boxes | None:
    """The bias on its way into the sum, from the side where no channel is left."""
    if moment.beat.phase is not Phase.BIAS or moment.biased >= 0.5:
        return None
    centre, side = sum_place(cast, bench, moment)
    low = centre - side / 2
    low[2] += np.float32(side * _mix(2.6, 1.02, ease(moment.biased, 0.15, 0.5)))
    skin = Skin(cast.cell.bias, Colours.DIVERGING, cast.cell.running_high, edge=Role.ACTIVE,
                edge_width=1.8, grid=0.0)
    return bank("bench-bias", (1, 1, 1), low[None], np.array([0]), side, side, skin,
                np.ones(1, dtype=np.float32))


def frames(cast: Cast, bench: Bench, moment: Moment) -> tuple[Lines, ...]:
    """Outlines of the two rows that face each other, so that they are seen to be one length."""
    if moment.rise < 1.0:
        return ()
    low = np.stack([vector(bench.x, bench.column_y, 0), vector(bench.x, bench.filter_y, 0)])
    size = np.broadcast_to(vector(bench.width, bench.height, bench.length), (2, 3))
    return (outline("bench-frame", low, size, Role.ACTIVE, 1.4, 0.75, grow=0.02),)
