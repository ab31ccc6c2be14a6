"""Where several volumes that a layer reads come from: a coloured lid on each, and their ways.

A lid lies on the volume as it is read and, where the output is these volumes behind one another,
on its channels there too; volumes have numbers as well, so that the colour never tells it alone.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from convviz.kinds.telling import OperationKind
from convviz.scene.animation import AnimationState, ease
from convviz.scene.apart import shift_of
from convviz.scene.layout import Floats, Layout, vector
from convviz.scene.palette import Role
from convviz.scene.pieces import Part, Skin, outline, segments, volume
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.stage_model import Origin, StageModel
from convviz.scene.timeline import Phase

ORIGIN_ROLES = (
    Role.ORIGIN_1,
    Role.ORIGIN_2,
    Role.ORIGIN_3,
    Role.ORIGIN_4,
    Role.ORIGIN_5,
    Role.ORIGIN_6,
)
THICK, OVER = 0.03, 0.012  # of a lid, and its distance, in heights of the volume
SIGN, LOW = 0.085, 0.88  # reach of a sign's strokes, in widths; how low it stands, in heights


def origin_role(origin: int) -> Role:
    """The colour of the volume at a place in `StageModel.origins`."""
    return ORIGIN_ROLES[origin % len(ORIGIN_ROLES)]


def several(model: StageModel) -> bool:
    """Whether volumes are drawn that are read together (channels side by side are no volumes)."""
    return bool(model.origins) and model.layout.input_slabs[0].alone


def origin_boxes(model: StageModel, animation: AnimationState) -> tuple[Boxes, ...]:
    """The lids, and the volume that is on its way to its place behind the others."""
    if not several(model):
        return ()
    flying = _flying(model, animation)
    away = flown(model, animation)
    made = [*_lids(model, joined(model, animation), -1 if away is None else away[0])]
    return (*made, *flying)


def joined(model: StageModel, animation: AnimationState) -> int:
    """How many volumes have their place in the output."""
    if not model.stacked:
        return 0
    if not animation.started:
        return len(model.origins)
    if animation.beat.phase is not Phase.JOIN:
        return 0
    positions = model.storyboard.positions
    return sum(each.stop * positions <= animation.filled for each in model.origins)


def joined_channels(model: StageModel, animation: AnimationState) -> int | None:
    """Channels of the output that are there while volumes take their places; None before."""
    if not several(model) or not animation.started or animation.beat.phase is not Phase.JOIN:
        return None
    done = joined(model, animation)
    return model.origins[done - 1].stop if done else 0


@lru_cache(maxsize=4)
def _lids(model: StageModel, there: int, gone: int) -> tuple[Boxes, ...]:
    """A lid on each volume as it is read, and in its place behind the others."""
    layout, made = model.layout, list[Boxes]()
    if not model.stacked:
        return ()  # they stand side by side, and no part of the output is one of them
    for place, each in enumerate(model.origins):
        if place == gone:
            continue
        low = layout.input_low + vector(*layout.input_slabs[place].shift)
        made.append(_flat(f"origin-{place + 1}", lid_of(layout, low, each), origin_role(place)))
    for place, each in enumerate(model.origins[:there]):
        lid = lid_of(layout, layout.output_low, each)
        made.append(_flat(f"joined-{place + 1}", lid, origin_role(place)))
    return tuple(made)


def lid_of(layout: Layout, low: Floats, origin: Origin) -> tuple[Floats, Floats]:
    """Corner and extent of the lid over an origin's channels, of all that begin at `low`."""
    _, height, width = layout.plan.input
    tall = max(height, 6)
    corner = low + vector(0.0, -tall * (THICK + OVER), origin.first * layout.unit)
    return corner, vector(width, tall * THICK, origin.channels * layout.unit)


def _flat(id: str, box: tuple[Floats, Floats], role: Role) -> Boxes:
    """A box of one colour."""
    low, size = (side[None] for side in box)
    one = np.ones(1, dtype=np.float32)
    return Boxes(
        id=id,
        low=low,
        size=size,
        first=np.zeros((1, 3), dtype=np.int32),
        count=np.ones((1, 3), dtype=np.int32),
        offset=np.zeros(1, dtype=np.int32),
        stride=(1, 1, 1),
        values=None,
        colours=Colours.EMPTY,
        high=1.0,
        tone=one,
        opacity=one,
        grid=0.0,
        edge=role,
        fill=role,
    )


def flown(model: StageModel, animation: AnimationState) -> tuple[int, Floats] | None:
    """The volume that is on its way, and how far from where it is read; None between the ways."""
    if animation.beat.phase is not Phase.JOIN or not animation.started or not several(model):
        return None
    if not 0.0 < animation.joined < 1.0:
        return None
    place = next(i for i, o in enumerate(model.origins) if o.first == animation.beat.first)
    layout, u = model.layout, animation.joined
    way = layout.output_low - layout.input_low - shift_of(layout.input_slabs, animation.beat.first)
    # Beside the volumes before it closes up with those that have come.
    clear = min(layout.plan.input[2] / float(way[0]), 0.9)
    return place, way * vector(u, u, ease(u, clear, 1.0))


def _flying(model: StageModel, animation: AnimationState) -> tuple[Boxes, ...]:
    found = flown(model, animation)
    if found is None:
        return ()
    place, away = found
    layout, each = model.layout, model.origins[place]
    _, h, w = layout.plan.input
    shift = away + vector(*layout.input_slabs[place].shift)
    skin = Skin(model.inputs, model.input_colours, model.input_high)
    x, y, z = (float(side) for side in shift)
    part = Part((0, w), (0, h), (each.first, each.stop), (x, y, z))
    body = volume("joining", layout.plan.input, layout.input_low, layout.unit, skin, [part])
    lid = lid_of(layout, layout.input_low + shift, each)
    return body, _flat("joining-lid", lid, origin_role(place))


# ---- signs -------------------------------------------------------------------------------------
def origin_lines(model: StageModel, animation: AnimationState) -> tuple[Lines, ...]:
    """The places that volumes will take, or the signs between those that meet cell by cell."""
    return (
        _awaited(model, animation)
        if joined_channels(model, animation) is not None
        else _signs(model)
    )


def _awaited(model: StageModel, animation: AnimationState) -> tuple[Lines, ...]:
    """The outline of the place of every volume that has not come, and of what it has left."""
    layout, there = model.layout, joined(model, animation)
    _, height, width = layout.plan.output
    made: list[Lines] = []
    left = flown(model, animation)
    places = [
        (f"work-awaited-{n + 1}", n, layout.output_low) for n in range(there, len(model.origins))
    ]
    if left is not None:  # and the place that it has left
        low = layout.input_low + vector(*layout.input_slabs[left[0]].shift)
        places.append(("work-left", left[0], low))
    for id, place, corner in places:
        each = model.origins[place]
        low = corner + vector(0, 0, each.first * layout.unit)
        size = vector(width, height, each.channels * layout.unit)
        made.append(outline(id, low, size, origin_role(place), 1.6))
    return tuple(made)


def _signs(model: StageModel) -> tuple[Lines, ...]:
    """What is done with volumes that stand in a row: +, or ×, between them, and = after them."""
    layout, operation = model.layout, model.operation
    if not several(model) or model.stacked or operation is None or not _beside(layout):
        return ()
    _, height, width = layout.plan.input
    reach, lean = max(width, 6) * SIGN, float(layout.unit * model.origins[0].channels)
    places = [float(slab.shift[0]) for slab in layout.input_slabs]
    ends = [*places[1:], float(layout.output_low[0])]
    pairs: list[tuple[Floats, Floats]] = []
    for number, (left, right) in enumerate(zip(places, ends, strict=True)):
        # In the plane of the fronts, nearer to the next volume: the sides lean over to the right.
        x = right - max((right - left - width - lean * 0.3) * 0.5, reach * 1.6)
        middle = vector(min(x, right - reach * 1.6), height * LOW, 0.0)
        strokes = _EQUALS if number == len(places) - 1 else _SIGNS[operation.operation_kind]
        for ax, ay, bx, by in strokes:
            start, end = vector(ax, ay, 0.0), vector(bx, by, 0.0)
            pairs.append((middle + start * reach, middle + end * reach))
    return (segments("signs", pairs, Role.TEXT, 2.6, on_top=True),)


def _beside(layout: Layout) -> bool:
    return layout.input_slabs[-1].shift[0] > 0.0


_EQUALS = ((-1.0, -0.4, 1.0, -0.4), (-1.0, 0.4, 1.0, 0.4))
_PLUS = ((-1.0, 0.0, 1.0, 0.0), (0.0, -1.0, 0.0, 1.0))
_TIMES = ((-0.75, -0.75, 0.75, 0.75), (-0.75, 0.75, 0.75, -0.75))
_SIGNS: dict[OperationKind, tuple[tuple[float, float, float, float], ...]] = {
    OperationKind.SUM: _PLUS,
    OperationKind.PRODUCT: _TIMES,
}
