"""The numbers of channels that are pulled apart, and of the feature map that stands in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.scene.animation import AnimationState
from convviz.scene.apart import NUMBERED, Slabs, columns_of
from convviz.scene.camera import project
from convviz.scene.label_collector import ABOVE, BELOW, LEFT, LabelCollector
from convviz.scene.labels import hull
from convviz.scene.layout import Floats, corners, vector
from convviz.scene.stage_model import StageModel

AIR = 3.0  # logical pixels between a number and its channel
BESIDE = 9.0  # and between the range of a row and the row
SLACK = 0.5  # by which they may meet
EDGE = 2.0  # kept free to the edge of the picture
GAP = 3.0  # least between a number and anything else
FIRST = -1  # priority: numbers belong to their places, others find one

SOLID = ("filters", "input-picture", "output-picture")

Screen = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Apart:
    """Channels pulled apart: whose, of what shape, where, and what their numbers are coloured by.

    Attributes
    ----------
    id, role : str
    shape : (C, H, W)
        As drawn.
    low : (3,) float32
    slabs : Slabs
    around : (top, bottom, left, right)
        What belongs to every channel: its padding.
    """

    id: str
    role: str
    shape: tuple[int, int, int]
    low: Floats
    slabs: Slabs
    around: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass(frozen=True)
class _Number:
    """The first and last channel, where, and to which side of that the number stands."""

    first: int
    last: int
    anchor: tuple[float, float]
    towards: tuple[float, float]


def channel_numbers(model: StageModel, collector: LabelCollector) -> None:
    """A number for every channel that stands alone, or the range of a row or of some plates."""
    layout, plan = model.layout, model.layout.plan
    if not layout.pulled:
        return
    parts = [
        _Apart("in", "cin", plan.input, layout.input_low, layout.input_slabs, plan.padding),
        _Apart("out", "cout", plan.output, layout.output_low, layout.output_slabs),
    ]
    sheets = [*layout.sheets]
    if len(layout.filter_low):
        kh, kw = (side * layout.enlarged for side in plan.kernel)
        first, slabs = layout.filter_low[0], layout.filter_slabs
        parts.append(_Apart("kernel", "cin", (plan.depth, kh, kw), first, slabs))
        sheets.append(False)
    shapes = [_silhouettes(part, layout.unit, collector) for part in parts]
    solid = [collector.hulls[id] for id in SOLID if len(collector.hulls.get(id, ())) > 2]
    taken = [*(each for shape in shapes for each in shape), *solid]
    around = np.array([[*each.min(axis=0), *each.max(axis=0)] for each in solid]).reshape(-1, 4)
    around = np.concatenate([*(_bounds(shape) for shape in shapes), around])
    for part, own, sheet in zip(parts, shapes, sheets, strict=True):
        if len(part.slabs) > 1 and not part.slabs[0].alone:
            seen = _bounds(own)
            ways = (_over, _before, _after) if sheet else (_at_corners,)
            found = (way(part, layout.unit, seen, collector) for way in ways)
            clear = (each for each in found if each and _clear(each, taken, around, collector))
            numbers = next(clear, None)
            for number in numbers or ():
                _add(part, number, collector)
            if numbers is None and part.id != "kernel":
                _all_together(part, seen, collector)


def _bounds(shapes: Screen) -> Screen:
    """Left, top, right and bottom of the points of each, (n, 4) from (n, 8, 2)."""
    return np.concatenate((shapes.min(axis=1), shapes.max(axis=1)), axis=1)


def _clear(
    numbers: list[_Number], taken: Sequence[Screen], around: Screen, collector: LabelCollector
) -> bool:
    """Whether none of them lies over cells or over another, from wherever one looks.

    `taken` are points of what must stay free, each with its bounds in `around`.
    """
    rects = np.array([_rect(number, collector) for number in numbers])
    if (rects[:, :2] < EDGE).any() or (
        rects[:, 2:] > np.array((collector.width, collector.height)) - EDGE
    ).any():
        return False
    padded = rects + np.array([-GAP, -GAP / 2, GAP, GAP / 2])
    if int(_meeting(padded, padded).sum()) > len(rects):
        return False
    near = np.argwhere(_meeting(rects, around))
    return not any(_over_cells(rects[rect], hull(taken[shape])) for rect, shape in near)


def _meeting(rects: Screen, others: Screen) -> NDArray[np.bool_]:
    """Which rectangles (left, top, right, bottom) have a common part, (n, m)."""
    low = rects[:, None, :2] < others[None, :, 2:] - SLACK
    high = rects[:, None, 2:] > others[None, :, :2] + SLACK
    return np.asarray((low & high).all(axis=2))


def _over_cells(rect: Screen, shape: Screen) -> bool:
    """Whether a rectangle and a convex polygon have a common part: no side lies between them."""
    left, top, right, bottom = rect
    corner = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    ahead = np.roll(shape, -1, axis=0) - shape
    normal = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    normal /= np.maximum(np.hypot(normal[:, 0], normal[:, 1]), 1e-9)[:, None]
    one, other = corner @ normal.T, shape @ normal.T
    gap = np.maximum(one.min(axis=0) - other.max(axis=0), other.min(axis=0) - one.max(axis=0))
    return bool(gap.max() < -SLACK)


def _rect(number: _Number, collector: LabelCollector) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a number."""
    (x, y), (dx, dy) = number.anchor, number.towards
    wide, high = len(_text(number)) * collector.digit, collector.line
    left, top = x + (dx - 1.0) * wide / 2.0, y + (dy - 1.0) * high / 2.0
    return left, top, left + wide, top + high


def copy_names(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """Which feature map, and which channel, has been taken out in front."""
    for record, id, channel in (
        ("map-copy", "feature-map", animation.filter),
        ("read-copy", "channel", model.first_channel(animation.filter)),
    ):
        shape = collector.hulls.get(record)
        if shape is None or len(shape) == 0:
            continue
        low, high = shape.min(axis=0), shape.max(axis=0)
        anchor = (float((low[0] + high[0]) / 2), float(high[1]))
        told: dict[str, object] = {"c": channel + 1}
        collector.add(record, told, anchor, (*BELOW, *LEFT), priority=3, key=id, must=True)


def _silhouettes(part: _Apart, unit: float, collector: LabelCollector) -> Screen:
    """Corners on the screen of every slab with its padding, (n, 8, 2)."""
    top, bottom, left, right = part.around
    _, height, width = part.shape
    low = np.array([slab.shift for slab in part.slabs]) + part.low
    low[:, 2] += np.array([slab.first for slab in part.slabs]) * unit
    low -= vector(left, top, 0)
    deep = np.array([slab.stop - slab.first for slab in part.slabs]) * unit
    size = np.empty_like(low)
    size[:, 0], size[:, 1], size[:, 2] = width + left + right, height + top + bottom, deep
    shot = project(collector.camera, collector.width, collector.height, corners(low, size))[:, :2]
    return shot.reshape(-1, 8, 2)


def _over(part: _Apart, unit: float, seen: Screen, collector: LabelCollector) -> list[_Number]:
    """Over every channel of a sheet; nothing for many, or where rows are too close."""
    columns, channels = columns_of(part.shape), len(part.slabs)
    free = seen[columns:, 1] - seen[: channels - columns, 3]
    if channels > NUMBERED or (len(free) and free.min() < collector.line + 2 * GAP):
        return []
    return [
        _Number(slab.first, slab.first, (float(left + right) / 2, float(top) - GAP), (0.0, -1.0))
        for slab, (left, top, right, _) in zip(part.slabs, seen, strict=True)
    ]


def _before(part: _Apart, unit: float, seen: Screen, collector: LabelCollector) -> list[_Number]:
    """The range of every row of a sheet, or of some rows together, to the left."""
    return _rows(part, seen, collector, -1.0)


def _after(part: _Apart, unit: float, seen: Screen, collector: LabelCollector) -> list[_Number]:
    """The same to the right."""
    return _rows(part, seen, collector, 1.0)


def _rows(part: _Apart, seen: Screen, collector: LabelCollector, side: float) -> list[_Number]:
    count, each = -(-len(part.slabs) // columns_of(part.shape)), 1
    while True:
        found = _in_groups(part, seen, each, side)
        steps = np.diff([number.anchor[1] for number in found])
        if len(found) < 2 or steps.min() >= collector.line + GAP or each >= count:
            return found
        each *= 2


def _in_groups(part: _Apart, seen: Screen, each: int, side: float) -> list[_Number]:
    """A range for so many rows each, to one side (-1 or 1) of them."""
    columns, channels = columns_of(part.shape), len(part.slabs)
    found = []
    for first in range(0, channels, columns * each):
        last = min(first + columns * each, channels) - 1
        group = seen[first : last + 1]
        x = float(group[::columns, 0].min()) if side < 0 else float(group[:, 2].max())
        begin = group[::columns]
        middle = float(begin[0, 1] + begin[-1, 3]) / 2
        found.append(_Number(first, last, (x + side * BESIDE, middle), (side, 0.0)))
    return found


def _at_corners(
    part: _Apart, unit: float, seen: Screen, collector: LabelCollector
) -> list[_Number]:
    """Beside the upper left corner of every plate, or of some plates together."""
    top, _, left, _ = part.around
    low = np.array([slab.shift for slab in part.slabs]) + part.low - vector(left, top, 0)
    low[:, 2] += np.array([slab.first for slab in part.slabs]) * unit
    at = project(collector.camera, collector.width, collector.height, low)[:, :2]
    channels = part.slabs[-1].stop
    each = 1
    while each < len(at):
        steps = np.abs(np.diff(at[::each], axis=0))
        wide = len(f"{channels:,}") * (1 if each == 1 and len(at) == channels else 2.5)
        apart = (steps[:, 0] >= wide * collector.digit + 2 * GAP) | (
            steps[:, 1] >= collector.line + GAP
        )
        if apart.all():
            break
        each += 1
    groups = [part.slabs[index : index + each] for index in range(0, len(part.slabs), each)]
    return [
        _Number(group[0].first, group[-1].stop - 1, (float(x) - AIR, float(y) - AIR), (-1.0, -1.0))
        for group, (x, y) in zip(groups, at[::each], strict=True)
    ]


def _all_together(part: _Apart, seen: Screen, collector: LabelCollector) -> None:
    """One range for all, where the picture has no room for more."""
    anchor = float(seen[:, 0].min()), float((seen[:, 1].min() + seen[:, 3].max()) / 2)
    told: dict[str, object] = {"first": 1, "last": part.shape[0]}
    id, key = f"number-{part.id}-0", f"numbers.{part.role}"
    collector.add(id, told, anchor, (*LEFT, *ABOVE), priority=FIRST, key=key, must=True)


def _text(number: _Number) -> str:
    """About what is written, to know how wide it is."""
    first, last = number.first + 1, number.last + 1
    return f"{first:,}" if first == last else f"{first:,}–{last:,}"


def _add(part: _Apart, number: _Number, collector: LabelCollector) -> None:
    first, last = number.first, number.last
    key = f"number.{part.role}" if first == last else f"numbers.{part.role}"
    told: dict[str, object] = {"first": first + 1, "last": last + 1}
    id = f"number-{part.id}-{first}"
    towards = (number.towards,)
    collector.add(id, told, number.anchor, towards, priority=FIRST, key=key, fixed=True)
