"""Where things stand on the stage: input left, filters in columns in the middle, output right.

A cell is one unit wide and high. One depth unit per channel holds for the whole network, so that
a filter is seen to be as deep as its input and a volume looks the same on every stage. A filter
bank may be enlarged across by a whole factor, which its label states.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from convviz.scene.apart import (
    NUMBERED,
    Slabs,
    behind,
    columns_of,
    extent,
    side_by_side,
    together,
    volumes_behind,
    volumes_beside,
)
from convviz.scene.depth_scale import depth_unit, stage_unit

Floats = NDArray[np.float32]
Sides = tuple[int, int, int, int]

YAW, PITCH, FIELD = 21.0, 27.0, 20.0  # the resting three-quarter view, degrees
FILTERS_DRAWN = 64  # more are named in the label ("+480 filters")
PICTURE_APART = 0.6  # how far a picture's channels stand apart by themselves
PLATE = 1.0  # distance of a picture from its channels, in theirs
FINGER = 0.22  # widest enlarged filter, in widths of the widest volume
APART = 0.2  # distance between channels pulled apart, in widths
AIR, ROD_AIR = 0.16, 0.42  # between volumes and filters, in widths
NUMBERS = (0.1, 0.27)  # left of a sheet, for its rows' numbers, in widths and heights of all
OVER, OVER_CELL = 0.35, 1.0  # over a sheet, for its first row's numbers, in heights of a channel
BANK = 0.8  # of the height of sheets that the filters take beside them
PULLED_AIR = 1.6  # times as much where numbers stand between
BESIDE = 3  # so many volumes that meet cell by cell stand in a row; more behind one another
SIGN, BEHIND = 0.3, 0.3  # air between them: in a row in widths, for a sign; behind, in heights
BETWEEN = 0.12  # more air between two volumes that no filters stand between, in widths


@dataclass(frozen=True)
class Plan:
    """The numbers a stage is laid out from.

    Attributes
    ----------
    input, output : (C, H, W)
    kernel : (h, w)
    depth : int
        Channels that one filter spans (Cin / groups).
    filters : int
        0 where nothing but the volumes is drawn.
    padding : (top, bottom, left, right)
    pictures : (bool, bool)
        Whether input and output are pictures: their channels stand apart, and the picture that
        they make together stands in front.
    network_unit : float or None
        Depth of a channel in the whole network; None for a stage that stands alone.
    parts : tuple of int
        Channels of the volumes that are read, where these are several: `input` is all of them,
        one behind the other.
    """

    input: tuple[int, int, int]
    output: tuple[int, int, int]
    kernel: tuple[int, int]
    depth: int
    filters: int
    padding: Sides
    pictures: tuple[bool, bool] = (False, False)
    network_unit: float | None = None
    parts: tuple[int, ...] = ()

    @property
    def volumes(self) -> tuple[tuple[int, int, int], ...]:
        """(C, H, W) of every volume that is drawn: those that are read, then the output."""
        read = self.parts if len(self.parts) > 1 else self.input[:1]
        return (*((channels, *self.input[1:]) for channels in read), self.output)

    @property
    def stacked(self) -> bool:
        """Whether the output is the volumes that are read, one behind the other."""
        return sum(self.parts) == self.output[0]


@dataclass(frozen=True, eq=False)
class Layout:
    """Placed volumes and filters, in world units.

    Attributes
    ----------
    plan : Plan
    unit : float
        Depth of one channel on this stage.
    network_unit : float
        Depth of one channel in the network; the same unless volumes could not be read then.
    input_low, output_low : (3,) float32
    filter_low : (n, 3) float32
        Of the filters drawn.
    enlarged : int
        Factor across of the filter bank.
    left_out : int
        Filters not drawn.
    input_slabs, filter_slabs, output_slabs : Slabs
        Channels that lie together, in order.
    plate : float
        How far in front of its channels a picture stands.
    pulled : bool
        Whether the user has pulled the channels apart.
    numbers : float
        Free to the left of a sheet, for the numbers of its rows.
    """

    plan: Plan
    unit: float
    network_unit: float
    input_low: Floats
    output_low: Floats
    filter_low: Floats
    enlarged: int
    left_out: int
    input_slabs: Slabs
    filter_slabs: Slabs
    output_slabs: Slabs
    plate: float = 0.0
    pulled: bool = False
    numbers: float = 0.0

    @property
    def departure(self) -> float:
        """How many times as deep as in the network a channel is drawn; mostly 1."""
        return self.unit / self.network_unit

    @property
    def groups(self) -> int:
        """Into how many groups the input's channels are parted, each read by filters of its own."""
        plan = self.plan
        return plan.input[0] // plan.depth if plan.filters and plan.depth else 1

    @property
    def sheets(self) -> tuple[bool, bool]:
        """Whether the channels of input and output lie side by side."""
        return _on_a_sheet(self.input_slabs), _on_a_sheet(self.output_slabs)

    @property
    def input_box(self) -> tuple[Floats, Floats]:
        """Corner and extent of all of the input's channels, without padding."""
        low, size = extent(self.input_slabs, self.plan.input, self.unit)
        return self.input_low + low, size

    @property
    def output_box(self) -> tuple[Floats, Floats]:
        """Corner and extent of all of the output's channels."""
        low, size = extent(self.output_slabs, self.plan.output, self.unit)
        return self.output_low + low, size

    @property
    def top(self) -> float:
        """The smallest y of everything but the padding."""
        bank = self.filter_low[:, 1].min() if len(self.filter_low) else 0.0
        return float(min(bank, self.input_box[0][1], self.output_box[0][1], 0.0))

    @property
    def filter_size(self) -> Floats:
        """Extent of one filter, (3,) float32."""
        kh, kw = self.plan.kernel
        shape = self.plan.depth, kh * self.enlarged, kw * self.enlarged
        return extent(self.filter_slabs, shape, self.unit)[1]

    @property
    def input_size(self) -> Floats:
        """Extent of the input without padding, (3,) float32."""
        return self.input_box[1]

    @property
    def output_size(self) -> Floats:
        """Extent of the output, (3,) float32."""
        return self.output_box[1]


def _on_a_sheet(slabs: Slabs) -> bool:
    if slabs[0].alone:
        return False  # volumes, not channels of one
    return any(slab.shift[0] != 0.0 or slab.shift[1] != 0.0 for slab in slabs)


def vector(x: float, y: float, z: float) -> Floats:
    """A (3,) float32 vector."""
    return np.array([x, y, z], dtype=np.float32)


def bank_grid(plan: Plan, room: float = 0.0) -> tuple[int, int, int, float]:
    """Factor across, rows, columns and gap of the filter bank.

    The bank is about as high as the volumes; its factor is the largest that keeps it no wider.
    `room` is the height that the channels of the volumes have where they lie side by side.
    """
    if not plan.filters:
        return 1, 1, 0, 0.0
    count = min(plan.filters, FILTERS_DRAWN)
    high = max(max(plan.input[1], plan.output[1], 6) * 1.25, room)
    wide = max(max(plan.input[2], plan.output[2], 6) * 0.55, room * 0.5)
    kh, kw = plan.kernel
    best = (1, *_rows_columns(count, kh, kw, 1, high))
    finger = FINGER * (2.0 if room else 1.0)
    most = max(1, int(max(plan.input[2], plan.output[2]) * finger / max(kh, kw)))
    for factor in range(2, most + 1):
        rows, columns = _rows_columns(count, kh, kw, factor, high)
        if rows * _pitch(kh, factor) > high * 1.05 or columns * _pitch(kw, factor) > wide:
            break
        best = (factor, rows, columns)
    return (*best, _gap(max(kh, kw), best[0]))


def _gap(k: int, factor: int) -> float:
    return max(1.0, 0.42 * k * factor)


def _pitch(k: int, factor: int) -> float:
    return k * factor + _gap(k, factor)


def _rows_columns(count: int, kh: int, kw: int, factor: int, high: float) -> tuple[int, int]:
    rows = max(1, min(count, int((high + _gap(kh, factor)) / _pitch(kh, factor))))
    if rows * rows * _pitch(kh, factor) < count * _pitch(kw, factor):
        rows = math.ceil(math.sqrt(count * _pitch(kw, factor) / _pitch(kh, factor)))
    columns = math.ceil(count / rows)
    return math.ceil(count / columns), columns


def lay_out(plan: Plan, apart: float = 0.0) -> Layout:
    """Place the volumes and filters of a stage so that in the resting view none hides another.

    `apart` (0..1) pulls the channels apart.
    """
    if len(plan.parts) > 1 and not plan.stacked:
        apart = 0.0  # what meets cell by cell stays whole: channels would look like those of one
    draft = _draft(plan, apart)
    input_size, output_size = draft.input_size, draft.output_size
    factor, rows, columns, gap = bank_grid(plan, max(input_size[1], output_size[1]) * BANK)
    draft = replace(draft, enlarged=factor)
    widest = max(plan.input[2], plan.output[2], 6)
    lean = math.tan(math.radians(YAW)) * 0.94
    rods = plan.input[1:] == plan.output[1:] == (1, 1)
    air = widest * (ROD_AIR if rods else AIR) * (PULLED_AIR if draft.pulled else 1.0)
    kh, kw = plan.kernel
    pitch_x, pitch_y = kw * factor + gap, kh * factor + gap
    bank_x = float(input_size[0] + input_size[2] * lean) + plan.padding[3] + air
    output_x = bank_x + columns * pitch_x - gap + float(draft.filter_size[2]) * lean + air
    if plan.filters == 0:
        output_x = bank_x + widest * BETWEEN
    sizes = output_x + float(output_size[0]), float(max(input_size[1], output_size[1]))
    numbers = max(size * share for size, share in zip(sizes, NUMBERS, strict=True))
    numbers = numbers if any(draft.sheets) else 0.0
    output_x += numbers if draft.sheets[1] else 0.0
    middle = plan.input[1] / 2.0
    count = min(plan.filters, FILTERS_DRAWN)
    index = np.arange(count)
    low = np.zeros((count, 3), dtype=np.float32)
    low[:, 0] = bank_x + (index // rows) * pitch_x
    low[:, 1] = middle - (rows * pitch_y - gap) / 2.0 + (index % rows) * pitch_y
    return replace(
        draft,
        output_low=vector(output_x, middle - plan.output[1] / 2.0, 0.0),
        filter_low=low,
        left_out=plan.filters - count,
        numbers=numbers,
    )


def _draft(plan: Plan, apart: float) -> Layout:
    """A layout whose depth scale and slabs are known, and nothing else."""
    volumes = plan.input, plan.output
    shared = depth_unit(volumes) if plan.network_unit is None else plan.network_unit
    unit = stage_unit(shared, plan.volumes)
    widest = max(plan.input[2], plan.output[2], 6)
    distances = [max(apart, PICTURE_APART if p else 0.0) * widest * APART for p in plan.pictures]
    paddings = plan.padding, (0, 0, 0, 0)
    slabs = [
        behind(shape[0], distance)
        if picture
        else side_by_side(shape, padding, unit, apart)
        if apart > 0.0
        else together(shape[0])
        for shape, padding, picture, distance in zip(
            volumes, paddings, plan.pictures, distances, strict=True
        )
    ]
    if len(plan.parts) > 1 and apart <= 0.0:
        slabs[0] = _several(plan, unit)
    zero, none = vector(0, 0, 0), np.zeros((0, 3), dtype=np.float32)
    return Layout(
        plan=plan,
        unit=unit,
        network_unit=shared,
        input_low=zero,
        output_low=zero,
        filter_low=none,
        enlarged=1,
        left_out=0,
        input_slabs=slabs[0],
        # Side by side they would lie over each other: only behind each other like a picture's.
        filter_slabs=behind(plan.depth, distances[0] if plan.pictures[0] else 0.0),
        output_slabs=slabs[1],
        plate=max(*distances, unit) * PLATE if any(plan.pictures) else 0.0,
        pulled=apart > 0.0,
    )


def _several(plan: Plan, unit: float) -> Slabs:
    """The volumes that a layer reads: beside one another where few meet cell by cell."""
    widest = max(plan.input[2], 6)
    if not plan.stacked and len(plan.parts) <= BESIDE:
        pitch = widest * (1.0 + SIGN) + plan.parts[0] * unit * math.tan(math.radians(YAW)) * 0.94
        return volumes_beside(plan.parts, pitch, unit)
    return volumes_behind(plan.parts, max(plan.input[1], 6) * BEHIND)


def corners(low: Floats, size: Floats) -> Floats:
    """The eight corners of each box, (n * 8, 3) float32, from (n, 3) corners and extents."""
    low = np.atleast_2d(low)
    size = np.atleast_2d(size)
    steps = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=np.float32)
    points = low[:, None, :] + steps[None] * size[:, None, :]
    return points.reshape(-1, 3).astype(np.float32)


def content(layout: Layout) -> Floats:
    """Corners of input with padding, filter bank if any, and output, (8 n, 3).

    Of channels that lie side by side, those at the sheet's own corners.
    """
    top, bottom, left, right = layout.plan.padding
    ring = vector(left, top, 0), vector(left + right, top + bottom, 0)
    none = vector(0, 0, 0), vector(0, 0, 0)
    volumes = (
        (layout.plan.input, layout.input_low, layout.input_slabs),
        (layout.plan.output, layout.output_low, layout.output_slabs),
    )
    low: list[Floats] = []
    size: list[Floats] = []
    for volume, (before, around), picture in zip(
        volumes, (ring, none), layout.plan.pictures, strict=True
    ):
        first = len(low)
        for box_low, box_size in _outermost(*volume, layout.unit):
            low.append(box_low - before)
            size.append(box_size + around)
        front = vector(0, 0, layout.plate if picture else 0) + _numbers(layout, *volume[::2])
        low[first], size[first] = low[first] - front, size[first] + front
    if len(layout.filter_low):
        bank_low = layout.filter_low.min(axis=0)
        low.append(bank_low)
        size.append(layout.filter_low.max(axis=0) + layout.filter_size - bank_low)
    return corners(np.stack(low), np.stack(size))


def _numbers(layout: Layout, shape: tuple[int, int, int], slabs: Slabs) -> Floats:
    """How far the numbers of channels reach out to the left of a sheet and above it."""
    if not _on_a_sheet(slabs):
        return vector(0, 0, 0)
    over = OVER_CELL if shape[1:] == (1, 1) else OVER * shape[1]
    return vector(layout.numbers, over if shape[0] <= NUMBERED else 0.0, 0)


def _outermost(
    shape: tuple[int, int, int], low: Floats, slabs: Slabs, unit: float
) -> list[tuple[Floats, Floats]]:
    """Corner and extent of what a volume reaches out to: itself, or the corners of a sheet."""
    if not _on_a_sheet(slabs):
        corner, size = extent(slabs, shape, unit)
        return [(low + corner, size)]
    columns, last = columns_of(shape), len(slabs) - 1
    begin = last // columns * columns
    ends = sorted({0, min(columns, last + 1) - 1, begin, max(begin - 1, 0), last})
    found = (extent(slabs[i : i + 1], shape, unit) for i in ends)
    return [(low + corner, size) for corner, size in found]
