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

from convviz.scene.depth_scale import depth_unit, stage_unit

Floats = NDArray[np.float32]
Sides = tuple[int, int, int, int]

YAW, PITCH, FIELD = 21.0, 27.0, 20.0  # the resting three-quarter view, degrees
FILTERS_DRAWN = 64  # more are named in the label ("+480 filters")
SINGLES = 8  # channels that stand alone when pulled apart
PICTURE_APART = 0.6  # how far a picture's channels stand apart by themselves
PLATE = 1.0  # distance of a picture from its channels, in theirs
FINGER = 0.22  # widest enlarged filter, in widths of the widest volume
APART = 0.2  # distance between channels pulled apart, in widths
AIR, ROD_AIR = 0.16, 0.42  # between volumes and filters, in widths
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
    """

    input: tuple[int, int, int]
    output: tuple[int, int, int]
    kernel: tuple[int, int]
    depth: int
    filters: int
    padding: Sides
    pictures: tuple[bool, bool] = (False, False)
    network_unit: float | None = None


@dataclass(frozen=True)
class Slab:
    """Channels of a volume that stay together when it is pulled apart.

    Attributes
    ----------
    first, stop : int
    shift : (dx, dy, dz)
        World units from where they lie together.
    """

    first: int
    stop: int
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)


Slabs = tuple[Slab, ...]


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
    spreads : (float, float)
        World units between the first channels of the input and of the output, pulled apart
        (0: together). Filters are pulled apart like the input.
    """

    plan: Plan
    unit: float
    network_unit: float
    input_low: Floats
    output_low: Floats
    filter_low: Floats
    enlarged: int
    left_out: int
    spreads: tuple[float, float] = (0.0, 0.0)

    @property
    def input_slabs(self) -> Slabs:
        """The input's channels, in order."""
        return slabs_of(self.plan.input[0], self.spreads[0])

    @property
    def filter_slabs(self) -> Slabs:
        """A filter's channels, in order."""
        return slabs_of(self.plan.depth, self.spreads[0])

    @property
    def output_slabs(self) -> Slabs:
        """The output's channels, in order."""
        return slabs_of(self.plan.output[0], self.spreads[1])

    @property
    def departure(self) -> float:
        """How many times as deep as in the network a channel is drawn; mostly 1."""
        return self.unit / self.network_unit

    @property
    def plate(self) -> float:
        """How far in front of its channels a picture stands."""
        return max(*self.spreads, self.unit) * PLATE if any(self.plan.pictures) else 0.0

    def _depth(self, slabs: Slabs) -> float:
        """Extent in depth of channels, with what they are pulled apart."""
        return slabs[-1].stop * self.unit + slabs[-1].shift[2]

    @property
    def filter_size(self) -> Floats:
        """Extent of one filter, (3,) float32."""
        kh, kw = self.plan.kernel
        return vector(kw * self.enlarged, kh * self.enlarged, self._depth(self.filter_slabs))

    @property
    def input_size(self) -> Floats:
        """Extent of the input volume without padding, (3,) float32."""
        _, h, w = self.plan.input
        return vector(w, h, self._depth(self.input_slabs))

    @property
    def output_size(self) -> Floats:
        """Extent of the output volume, (3,) float32."""
        _, h, w = self.plan.output
        return vector(w, h, self._depth(self.output_slabs))


def slabs_of(channels: int, spread: float) -> Slabs:
    """Channels pulled apart: the first stand alone, the rest stays one block behind them."""
    if spread <= 0.0 or channels < 2:
        return (Slab(0, channels),)
    singles = min(channels - 1, SINGLES)
    alone = [Slab(c, c + 1, (0.0, 0.0, c * spread)) for c in range(singles)]
    return (*alone, Slab(singles, channels, (0.0, 0.0, singles * spread)))


def shift_of(slabs: Slabs, channel: int) -> Floats:
    """How far a channel is pulled away from where it lies with the others, (3,) float32."""
    return vector(*next(slab.shift for slab in slabs if slab.first <= channel < slab.stop))


def shifts_of(slabs: Slabs) -> Floats:
    """The same for every channel, (C, 3) float32."""
    shift = np.array([slab.shift for slab in slabs], dtype=np.float32)
    return np.repeat(shift, [slab.stop - slab.first for slab in slabs], axis=0)


def vector(x: float, y: float, z: float) -> Floats:
    """A (3,) float32 vector."""
    return np.array([x, y, z], dtype=np.float32)


_NONE: Floats = np.zeros((0, 3), dtype=np.float32)


def bank_grid(plan: Plan) -> tuple[int, int, int, float]:
    """Factor across, rows, columns and gap of the filter bank.

    The bank is about as high as the volumes; its factor is the largest that keeps it no wider.
    """
    if not plan.filters:
        return 1, 1, 0, 0.0
    count = min(plan.filters, FILTERS_DRAWN)
    high = max(plan.input[1], plan.output[1], 6) * 1.25
    wide = max(plan.input[2], plan.output[2], 6) * 0.55
    kh, kw = plan.kernel
    best = (1, *_rows_columns(count, kh, kw, 1, high))
    most = max(1, int(max(plan.input[2], plan.output[2]) * FINGER / max(kh, kw)))
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
    volumes = plan.input, plan.output
    shared = depth_unit(volumes) if plan.network_unit is None else plan.network_unit
    unit = stage_unit(shared, volumes)
    factor, rows, columns, gap = bank_grid(plan)
    widest = max(plan.input[2], plan.output[2], 6)
    own = (PICTURE_APART if picture else 0.0 for picture in plan.pictures)
    front, back = (max(apart, least) * widest * APART for least in own)
    zero = vector(0, 0, 0)
    draft = Layout(plan, unit, shared, zero, zero, _NONE, factor, 0, (front, back))
    lean = math.tan(math.radians(YAW)) * 0.94
    rods = plan.input[1:] == plan.output[1:] == (1, 1)
    air = widest * (ROD_AIR if rods else AIR)
    kh, kw = plan.kernel
    pitch_x, pitch_y = kw * factor + gap, kh * factor + gap
    bank_x = plan.input[2] + plan.padding[3] + float(draft.input_size[2]) * lean + air
    output_x = bank_x + columns * pitch_x - gap + float(draft.filter_size[2]) * lean + air
    if plan.filters == 0:
        output_x = bank_x + widest * BETWEEN
    middle = plan.input[1] / 2.0
    count = min(plan.filters, FILTERS_DRAWN)
    index = np.arange(count)
    low = np.zeros((count, 3), dtype=np.float32)
    low[:, 0] = bank_x + (index // rows) * pitch_x
    low[:, 1] = middle - (rows * pitch_y - gap) / 2.0 + (index % rows) * pitch_y
    output_low = vector(output_x, middle - plan.output[1] / 2.0, 0.0)
    return replace(draft, output_low=output_low, filter_low=low, left_out=plan.filters - count)


def corners(low: Floats, size: Floats) -> Floats:
    """The eight corners of each box, (n * 8, 3) float32, from (n, 3) corners and extents."""
    low = np.atleast_2d(low)
    size = np.atleast_2d(size)
    steps = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=np.float32)
    points = low[:, None, :] + steps[None] * size[:, None, :]
    return points.reshape(-1, 3).astype(np.float32)


def content(layout: Layout) -> Floats:
    """Corners of input with padding, filter bank if any, and output, (24, 3) or (16, 3)."""
    top, bottom, left, right = layout.plan.padding
    ring_low = layout.input_low - vector(left, top, 0)
    ring_size = layout.input_size + vector(left + right, top + bottom, 0)
    fronts = [vector(0, 0, layout.plate if picture else 0) for picture in layout.plan.pictures]
    low = [ring_low - fronts[0], layout.output_low - fronts[1]]
    size = [ring_size + fronts[0], layout.output_size + fronts[1]]
    if len(layout.filter_low):
        bank_low = layout.filter_low.min(axis=0)
        low.insert(1, bank_low)
        size.insert(1, layout.filter_low.max(axis=0) + layout.filter_size - bank_low)
    return corners(np.stack(low), np.stack(size))
