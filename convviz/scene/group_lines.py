"""The borders of groups: which channels of the input go together, and what is made of them."""

from __future__ import annotations

from convviz.scene.apart import Slabs, shift_of
from convviz.scene.layout import Floats, vector
from convviz.scene.palette import Role
from convviz.scene.pieces import segments
from convviz.scene.primitives import Lines
from convviz.scene.stage_model import StageModel

DRAWN = 24  # groups with a border each; of more, only the active one's
CLOSEST = 0.04  # of the width: borders that are closer would make one dark face
WIDTH = 2.2  # logical pixels
OUTSIDE = 0.03  # of a cell, before the faces that they lie on


def group_lines(model: StageModel, filter: int) -> tuple[Lines, ...]:
    """Borders on the top and the right face of the input, and round the active group of both.

    The output may be a thin slab seen from the front, where borders would be one dark face.
    """
    layout, plan = model.layout, model.layout.plan
    groups = layout.groups
    if groups < 2:
        return ()
    group = model.first_channel(filter) // plan.depth
    found = []
    for id, shape, low, slabs in (
        ("groups-in", plan.input, layout.input_low, layout.input_slabs),
        ("groups-out", plan.output, layout.output_low, layout.output_slabs),
    ):
        if any(slab.shift[0] or slab.shift[1] for slab in slabs):
            continue  # side by side every channel has its border, and those read their window
        each = shape[0] // groups
        many = groups > DRAWN or each * layout.unit < CLOSEST * max(shape[1:])
        if id == "groups-in" and not many:
            borders = (_depth(slabs, g * each, layout.unit) for g in range(1, groups))
            pairs = [pair for z in borders for pair in _around(shape, low, z)]
            found.append(segments(id, pairs, Role.TEXT, WIDTH))
        near = _depth(slabs, group * each, layout.unit)
        far = _end(slabs, group * each + each, layout.unit)
        pairs = [*_around(shape, low, near), *_around(shape, low, far)]
        pairs += _along(shape, low, near, far)
        found.append(segments(f"{id}-active", pairs, Role.ACTIVE, WIDTH))
    return tuple(found)


def _depth(slabs: Slabs, channel: int, unit: float) -> float:
    """Where a channel begins."""
    return channel * unit + float(shift_of(slabs, channel)[2])


def _end(slabs: Slabs, stop: int, unit: float) -> float:
    """Where the channel before `stop` ends."""
    return stop * unit + float(shift_of(slabs, stop - 1)[2])


def _corners(shape: tuple[int, int, int], low: Floats, z: float) -> tuple[Floats, Floats, Floats]:
    """Upper left, upper right and lower right, a little outside of the volume, at a depth."""
    _, h, w = shape
    x, y = float(low[0]), float(low[1]) - OUTSIDE
    right = x + w + OUTSIDE
    deep = float(low[2]) + z
    return vector(x, y, deep), vector(right, y, deep), vector(right, y + h, deep)


def _around(shape: tuple[int, int, int], low: Floats, z: float) -> list[tuple[Floats, Floats]]:
    """A line over the top face and down the right one."""
    left, corner, bottom = _corners(shape, low, z)
    return [(left, corner), (corner, bottom)]


def _along(
    shape: tuple[int, int, int], low: Floats, near: float, far: float
) -> list[tuple[Floats, Floats]]:
    """The edges of those two faces between two depths."""
    ends = (_corners(shape, low, near), _corners(shape, low, far))
    return list(zip(*ends, strict=True))
