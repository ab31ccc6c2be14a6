"""Where things lie on the bench above the stage, and which channel is running.

The bench has two forms: opened out, where every cell is a cube and channels stand apart, and
folded, where all channels fit into the same view. One camera sees both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from convviz.scene.animation import BACK, FLIGHT, AnimationState, ease
from convviz.scene.apart import shift_of
from convviz.scene.layout import Floats, Layout, corners, vector
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import SINGLE_CHANNELS, Phase

CLEAR = 0.15  # height of the bench over the stage, in heights of the input
HOVER, OVER_STAGE = 0.17, 0.05  # slices above the stage: their height, and how far over it
TALL = 1.25  # height of the bench, in heights of the volumes
COPY_AWAY = 0.16  # distance of a map's copy from the output, in heights of it
WAITING = 0.22  # most that a landing cube measures before its cell, in heights of the output
BEFORE = 0.9  # and how far above it, in its own sides
LOWEST = 0.6  # but no lower than this, in heights of the output: near the viewer is low down

# Where the bench is seen from (yaw, tilt): cubes (1×1), and cards (k×k), which show their faces;
# long rows from low down, where they hardly rise as they run away, a few channels from above.
CUBES, CARDS = (63.0, 5.5), (50.0, 4.0)
FEW_CUBES, FEW_CARDS = (54.0, 6.0), (36.0, 3.5)
# Heights in those of a slice: result, sum, and the gaps under column, filter and results.
CUBE_ROWS = (0.85, 0.95, 0.5, 0.46, 0.36)
FEW_CUBE_ROWS = (0.85, 0.95, 0.22, 0.24, 0.22)
CARD_ROWS = (0.46, 0.54, 0.1, 0.15, 0.13)
FEW_CARD_ROWS = (0.62, 0.74, 0.1, 0.15, 0.13)
IN_VIEW = 9.8  # so many single channels would fill a long row: the others take the rest of it
LEAST_REST = 0.12  # share of a long row that is kept for the channels after the single ones
WIDE = 1.94  # width of the rows, in heights of the rows, that fills a stage
LOOSEST = 2.2  # distance of a few channels, in that which just shows their faces
THICKEST = 3.0  # of a folded channel, in cells: a few channels fill the room too
BIG = 1.15  # of a slice that has come out of its row
END_GAP = 1.85  # from the last result to a sum at the end of them, in distances of channels


@dataclass(frozen=True, eq=False)
class UnrolledRows:
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
    result, total : float
        Sides of a channel's result and of the running sum.
    channels, opened : int
        All, and the first ones, which stand apart when the rows are opened out.
    pitch, rest, unit : float
        Distance of those, and depth of each further channel then; and of all, folded.
    beside : bool
        The sum stands at the end of the results, not in a row of its own.
    length : float
        Depth of what must be in view.
    yaw, tilt : float
        Where it is seen from, degrees.
    hover_y, hover_cell : float
        High y, and side of a cell, of what has risen above the stage.
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
    total: float
    channels: int
    opened: int
    pitch: float
    rest: float
    unit: float
    beside: bool
    length: float
    yaw: float
    tilt: float
    hover_y: float
    hover_cell: float

    def corners(self) -> tuple[Floats, Floats]:
        """Low and high corner of all that must be in view."""
        low = vector(self.x, self.column_y, 0.0)
        bottom = max(self.sum_y + self.total, self.result_y + self.result)
        return low, vector(self.x + self.width, bottom, self.length)

    def card(self) -> tuple[Floats, Floats]:
        """Low and high corner of what comes out of the rows farthest to the right."""
        z, deep = self.centre(self.opened - 1, 0.0), self.cell * BIG / 2
        low = vector(self.x + self.lane, self.column_y, z - deep)
        high = vector(self.x + self.lane + self.width * BIG, self.filter_y + self.height, z + deep)
        return low, high

    def last(self) -> tuple[Floats, Floats]:
        """Low and high corner of the last channel's result before the folded rows."""
        middle = (self.column_y + self.filter_y + self.height) / 2
        low = vector(self.x + self.width, middle, self.near(self.channels, 1.0) - self.unit)
        side = self.result * BIG
        return low, low + vector(side * 1.1, side, self.unit)

    def thick(self, side: float, fold: float) -> float:
        """Depth of a cell that is `side` deep when the rows are opened out: of the first ones."""
        return mix(side, self.unit, fold)

    def near(self, channel: float, fold: float) -> float:
        """Where a channel's own room begins along the depth; `channel` may lie between two."""
        alone = min(channel, self.opened) * mix(self.pitch, self.unit, fold)
        return alone + max(channel - self.opened, 0.0) * mix(self.rest, self.unit, fold)

    def centre(self, channel: float, fold: float) -> float:
        """Middle of a channel along the depth."""
        return self.near(channel + 0.5, fold)


@dataclass(frozen=True)
class _Form:
    """One way to arrange the rows, in heights of a slice."""

    beside: bool
    height: float
    pitch: float
    length: float
    need: float  # height of the picture that shows all of it


@lru_cache(maxsize=4)
def unrolled_of(model: StageModel) -> UnrolledRows:
    """The bench of a stage: above everything, over the filters."""
    layout, plan = model.layout, model.layout.plan
    kh, kw = plan.kernel
    forms = (_form(plan.kernel, plan.depth, beside) for beside in (False, True))
    form = min(forms, key=lambda f: f.need)
    yaw, tilt = _view(plan.kernel, plan.depth)
    result, total, first, second, third = _heights(plan.kernel, plan.depth)
    height = max(plan.input[1], plan.output[1], 6) * TALL / form.height
    cell = height / kh
    top = layout.top
    column_y = top - plan.padding[0] - plan.input[1] * CLEAR - form.height * height
    hover_y = top - plan.padding[0] - max(plan.input[1], 6) * OVER_STAGE
    most = max(plan.input[1], plan.output[1], 6) * HOVER / kh
    opened = min(plan.depth, SINGLE_CHANNELS)
    further = plan.depth - opened
    filter_y = column_y + height * (1.0 + first)
    result_y = filter_y + height * (1.0 + second)
    sum_y = result_y + height * (result + third)
    if form.beside:
        sum_y = result_y + height * (result - total) / 2
    length = form.length * height
    return UnrolledRows(
        x=float(layout.filter_low[:, 0].mean()),
        column_y=column_y,
        filter_y=filter_y,
        result_y=result_y,
        sum_y=sum_y,
        lane=max(cell * kw, result * height) * 1.12 + cell * 0.25,
        cell=cell,
        width=cell * kw,
        height=height,
        result=result * height,
        total=total * height,
        channels=plan.depth,
        opened=opened,
        pitch=form.pitch * height,
        rest=(length - opened * form.pitch * height) / further if further else cell,
        unit=min(length / plan.depth, cell * THICKEST),
        beside=form.beside,
        length=length,
        yaw=yaw,
        tilt=tilt,
        hover_y=hover_y,
        hover_cell=max(1.0, min(cell, most)),
    )


def _heights(kernel: tuple[int, int], channels: int) -> tuple[float, ...]:
    few = channels <= SINGLE_CHANNELS
    if kernel != (1, 1):
        return FEW_CARD_ROWS if few else CARD_ROWS
    return FEW_CUBE_ROWS if few else CUBE_ROWS


def _view(kernel: tuple[int, int], channels: int) -> tuple[float, float]:
    few = channels <= SINGLE_CHANNELS
    if kernel == (1, 1):
        return FEW_CUBES if few else CUBES
    return FEW_CARDS if few else CARDS


def _form(kernel: tuple[int, int], channels: int, beside: bool) -> _Form:
    """The rows with the sum under them, or `beside` them at the end of the results."""
    kh, kw = kernel
    one = kh * kw == 1
    yaw, tilt = (math.radians(angle) for angle in _view(kernel, channels))
    result, total, first, second, third = _heights(kernel, channels)
    height = 2.0 + first + second + (max(result, total) if beside else result + third + total)
    across, deep = kw / kh * math.cos(yaw), math.sin(yaw)
    wide = WIDE * height - across  # of the length, as it is seen
    room = wide / (deep - WIDE * math.sin(tilt) * math.cos(yaw))
    tight = max(across / deep + 1.0 / kh, result * 1.15) * (0.98 if one else 0.92)
    if channels > SINGLE_CHANNELS:
        pitch = max(min(tight, room / IN_VIEW), max(1.0 / kh, result) * 1.08)
        further = (channels - SINGLE_CHANNELS) / kh  # their depth, were their cells cubes
        further = min(further, max(room - SINGLE_CHANNELS * pitch, LEAST_REST * room))
        length = SINGLE_CHANNELS * pitch + further
        return _Form(beside, height, pitch, length, math.inf if beside else height / 0.9)
    behind = END_GAP if beside else 0.0  # distances from the last result to the sum
    pitch = min(max((room - total / 2) / (channels - 0.5 + behind), tight), tight * LOOSEST)
    length = (channels - 0.5 + behind) * pitch + total / 2 if beside else channels * pitch
    rise = length * math.sin(tilt) * math.cos(yaw)
    return _Form(beside, height, pitch, length, max(height + rise, (length * deep + across) / WIDE))


def running_channel(model: StageModel, animation: AnimationState) -> tuple[int, float] | None:
    """Channel whose product is being made, and how far (0..1); None outside those beats."""
    if animation.beat.phase not in (Phase.CHANNEL, Phase.CHANNELS):
        return None
    channels = model.layout.plan.depth
    if animation.beat.phase is Phase.CHANNEL:
        return animation.beat.first, animation.progress
    if animation.fold < 1.0:
        return None  # first the rows fold
    channel = min(int(animation.summed), channels - 1)
    if not animation.playing and animation.summed == int(animation.summed) > animation.beat.first:
        return int(animation.summed) - 1, 1.0
    return channel, FLEETING


FLEETING = 0.62  # too quick for every move: the result is seen, the sum follows


def sum_place(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState
) -> tuple[Floats, float]:
    """Centre and side of the running sum's cell: it keeps pace with the channels, then lands."""
    side = unrolled.total
    centre = vector(
        unrolled.x + unrolled.width / 2, unrolled.sum_y + side / 2, _sum_depth(unrolled, animation)
    )
    if animation.beat.phase is Phase.LAND:
        return landing(model, animation, centre, side)
    return centre, side


def landing(
    model: StageModel, animation: AnimationState, start: Floats, side: float
) -> tuple[Floats, float]:
    """Centre and side of a cube on its way from the bench into its cell of the output.

    It comes with the camera to before its cell, and then goes in from where the hall sees it.
    """
    plan = model.layout.plan
    goal = output_place(model, animation.filter, model.cell.row, model.cell.column)
    goal[2] += np.float32(copy_shift(model, animation) or 0.0)
    waiting = max(1.0, min(side, plan.output[1] * WAITING))
    lowest = float(model.layout.output_low[1]) + plan.output[1] * LOWEST
    before = vector(goal[0], min(float(goal[1]) - waiting * BEFORE, lowest), goal[2] - waiting)
    with_camera, out = (
        ease(animation.progress, 0.1, BACK),
        ease(animation.progress, 0.1, BACK * 0.7),
    )
    inwards, down = (ease(animation.progress, at, FLIGHT[1]) for at in (BACK * 0.9, BACK * 1.1))
    centre = start + (before - start) * vector(with_camera, with_camera, out)
    centre = centre + (goal - before) * vector(inwards, down, inwards)
    return centre.astype(np.float32), mix(mix(side, waiting, with_camera), 1.0, inwards)


def _sum_depth(unrolled: UnrolledRows, animation: AnimationState) -> float:
    """Where the sum's cell is along the rows: under the running channel, or at their end."""
    if unrolled.beside:
        return unrolled.length - unrolled.total / 2
    summed = animation.summed
    if animation.beat.phase is Phase.CHANNEL:  # a quick step, then it waits for the result
        summed = animation.beat.first + ease(animation.progress, 0.02, 0.34)
    last = unrolled.length - unrolled.total / 2
    return min(unrolled.centre(max(summed, 1.0) - 1.0, animation.fold), last)


def copy_shift(model: StageModel, animation: AnimationState) -> float | None:
    """How far in depth a map's copy stands from its place; None while there is no copy.

    A map behind the front one, or behind a picture, is shown once more in front of the output:
    while it fills, while its first cell lands, and at rest when its filter is the chosen one.
    """
    layout = model.layout
    if layout.plan.output[1:] == (1, 1) or layout.sheets[1]:
        return None  # a rod, or a sheet, whose every cell is seen
    hidden = animation.filter > 0 or (layout.plan.pictures[1] and layout.plan.output[0] == 3)
    landing = animation.beat.phase is Phase.LAND
    resting = not animation.started and animation.filter > 0
    filling = animation.position >= 0 and 0.0 < animation.progress < 1.0
    if not hidden or not (landing or resting or filling):
        return None
    away = layout.plan.output[1] * COPY_AWAY + layout.plate
    return -(animation.filter + 1) * layout.unit - away


def read_shift(model: StageModel, animation: AnimationState) -> float | None:
    """How far the copy of the channel that is read stands from its place; None without one.

    A window on one channel by itself would be hidden by the channels in front of it.
    """
    plan = model.layout.plan
    if (
        not _reads_alone(model.layout)
        or model.layout.sheets[0]
        or len(model.reading.channels(animation.filter)) > 1
    ):
        return None
    shift = copy_shift(model, animation)
    if shift is None:
        return None
    away = plan.input[1] * COPY_AWAY + model.layout.plate
    return -(animation.filter + 1) * model.layout.unit - away


def _reads_alone(layout: Layout) -> bool:
    """Whether each channel of the output is made of the same one of the input."""
    plan = layout.plan
    return not plan.filters and plan.depth == 1 and plan.output[0] == plan.input[0]


def copies(layout: Layout) -> Floats:
    """Corners of the copies of a map and of the channel that it reads, (8 n, 3); n may be 0."""
    plan = layout.plan
    low, size = [], []
    if plan.output[0] > 1 and plan.output[1:] != (1, 1) and not any(layout.sheets):
        places = [(plan.output, layout.output_low)]
        places += [(plan.input, layout.input_low)] if _reads_alone(layout) else []
        for (_, rows, columns), corner in places:
            away = layout.unit + rows * COPY_AWAY + layout.plate
            low.append(corner - vector(0, 0, away))
            size.append(vector(columns, rows, layout.unit))
    return corners(np.reshape(low, (-1, 3)), np.reshape(size, (-1, 3)))


def output_place(model: StageModel, filter: int, row: int, column: int) -> Floats:
    """World centre of an output cell, (3,) float32."""
    layout = model.layout
    place = vector(column + 0.5, row + 0.5, (filter + 0.5) * layout.unit)
    return layout.output_low + place + shift_of(layout.output_slabs, filter)


def mix(a: float, b: float, u: float) -> float:
    """The value a share `u` of the way from `a` to `b`."""
    return a + (b - a) * u
