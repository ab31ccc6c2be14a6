"""Where things lie on the bench above the stage, and which channel is running."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.timeline import Phase

CLEAR = 1.1  # height of the bench over the stage, in heights of the input
COPY_AWAY = 0.16  # distance of a map's copy from the output, in heights of it
IN_FRONT = 0.3  # how far before its cell a landing value comes to, in heights of the output
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
    if moment.beat.phase is Phase.CHANNEL:
        return moment.beat.first, moment.progress
    channel = min(int(moment.summed), channels - 1)
    if not moment.playing and moment.summed == int(moment.summed) > moment.beat.first:
        return int(moment.summed) - 1, 1.0
    return channel, 0.62  # too quick for every move: the product is seen, the sum follows


def sum_place(cast: Cast, bench: Bench, moment: Moment) -> tuple[Floats, float]:
    """Centre and side of the running sum's cell: it keeps pace with the channels, then lands."""
    side = bench.result * SUM_SIZE
    z = min(max(moment.summed, 0.5), cast.layout.plan.depth - 0.5) * bench.unit
    centre = vector(bench.x + bench.width / 2, bench.sum_y + side / 2, z)
    if moment.beat.phase is Phase.LAND:
        u = moment.landed
        goal = output_place(cast, moment.filter, cast.cell.row, cast.cell.column)
        goal[2] += np.float32(copy_shift(cast, moment) or 0.0)
        # To the front first, then across, then in from where the lecture hall sees it.
        front = goal[2] - cast.layout.plan.output[1] * IN_FRONT - side
        across = ease(u, 0.15, 0.8)
        z = mix(
            mix(float(centre[2]), float(front), ease(u, 0.0, 0.6)),
            float(goal[2]),
            ease(u, 0.7, 1.0),
        )
        centre = centre + (goal - centre) * np.float32(across)
        centre[2] = np.float32(z)
        side = mix(side, 1.0, across)
    return centre, side


def copy_shift(cast: Cast, moment: Moment) -> float | None:
    """How far in depth a map's copy stands from its place; None while there is no copy.

    A map behind the front one, or behind a picture, is shown once more in front of the output:
    while it fills, while its first cell lands, and at rest when its filter is the chosen one.
    """
    layout = cast.layout
    hidden = moment.filter > 0 or (layout.plan.pictures[1] and layout.plan.output[0] == 3)
    landing = moment.beat.phase is Phase.LAND and moment.filter > 0
    resting = not moment.started and moment.filter > 0
    filling = moment.position >= 0 and 0.0 < moment.progress < 1.0
    if not hidden or not (landing or resting or filling):
        return None
    away = layout.plan.output[1] * COPY_AWAY + layout.plate
    return -(moment.filter + 1) * layout.unit - away


def output_place(cast: Cast, filter: int, row: int, column: int) -> Floats:
    """World centre of an output cell, (3,) float32."""
    layout = cast.layout
    shift = next(s for a, b, s in layout.slabs(layout.plan.output[0]) if a <= filter < b)
    z = (filter + 0.5) * layout.unit + shift
    return layout.output_low + vector(column + 0.5, row + 0.5, z)


def mix(a: float, b: float, u: float) -> float:
    """The value a share `u` of the way from `a` to `b`."""
    return a + (b - a) * u
