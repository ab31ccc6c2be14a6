"""Where several volumes that a layer reads come from: a coloured lid on each, and their ways.

A lid lies on the volume as it is read and, where the output is these volumes behind one another,
on its channels there too; volumes have numbers as well, so that the colour never tells it alone.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from convviz.kinds.telling import Making
from convviz.scene.apart import shift_of
from convviz.scene.cast import Cast, Origin
from convviz.scene.layout import Floats, Layout, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Part, Skin, outline, segments, volume
from convviz.scene.primitives import Boxes, Colours, Lines
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
    """The colour of the volume at a place in `Cast.origins`."""
    return ORIGIN_ROLES[origin % len(ORIGIN_ROLES)]


def several(cast: Cast) -> bool:
    """Whether volumes are drawn that are read together (channels side by side are no volumes)."""
    return bool(cast.origins) and cast.layout.input_slabs[0].alone


def origin_boxes(cast: Cast, moment: Moment) -> tuple[Boxes, ...]:
    """The lids, and the volume that is on its way to its place behind the others."""
    if not several(cast):
        return ()
    flying = _flying(cast, moment)
    made = [*_lids(cast, joined(cast, moment))]
    return (*made, *flying)


def joined(cast: Cast, moment: Moment) -> int:
    """How many volumes have their place in the output."""
    if not cast.in_a_row:
        return 0
    if not moment.started:
        return len(cast.origins)
    if moment.beat.phase is not Phase.JOIN:
        return 0
    positions = cast.storyboard.positions
    return sum(each.stop * positions <= moment.filled for each in cast.origins)


def joined_channels(cast: Cast, moment: Moment) -> int | None:
    """Channels of the output that are there while volumes take their places; None before."""
    if not several(cast) or not moment.started or moment.beat.phase is not Phase.JOIN:
        return None
    done = joined(cast, moment)
    return cast.origins[done - 1].stop if done else 0


@lru_cache(maxsize=16)
def _lids(cast: Cast, there: int) -> tuple[Boxes, ...]:
    """A lid on each volume as it is read, and in its place behind the others."""
    layout, made = cast.layout, list[Boxes]()
    if not cast.in_a_row:
        return ()  # they stand side by side, and no part of the output is one of them
    for place, each in enumerate(cast.origins):
        low = layout.input_low + vector(*layout.input_slabs[place].shift)
        made.append(_flat(f"origin-{place + 1}", lid_of(layout, low, each), origin_role(place)))
    for place, each in enumerate(cast.origins[:there]):
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


def flown(cast: Cast, moment: Moment) -> tuple[int, Floats] | None:
    """The volume that is on its way, and how far from where it is read; None between the ways."""
    if moment.beat.phase is not Phase.JOIN or not moment.started or not several(cast):
        return None
    if not 0.0 < moment.joined < 1.0:
        return None
    place = next(i for i, o in enumerate(cast.origins) if o.first == moment.beat.first)
    layout, u = cast.layout, moment.joined
    way = layout.output_low - layout.input_low - shift_of(layout.input_slabs, moment.beat.first)
    # Beside the volumes before it closes up with those that have come.
    clear = min(layout.plan.input[2] / float(way[0]), 0.9)
    return place, way * vector(u, u, ease(u, clear, 1.0))


def _flying(cast: Cast, moment: Moment) -> tuple[Boxes, ...]:
    found = flown(cast, moment)
    if found is None:
        return ()
    place, away = found
    layout, each = cast.layout, cast.origins[place]
    _, h, w = layout.plan.input
    shift = away + vector(*layout.input_slabs[place].shift)
    skin = Skin(cast.inputs, cast.input_colours, cast.input_high)
    x, y, z = (float(side) for side in shift)
    part = Part((0, w), (0, h), (each.first, each.stop), (x, y, z))
    body = volume("joining", layout.plan.input, layout.input_low, layout.unit, skin, [part])
    lid = lid_of(layout, layout.input_low + shift, each)
    return body, _flat("joining-lid", lid, origin_role(place))


# ---- signs -------------------------------------------------------------------------------------
def origin_lines(cast: Cast, moment: Moment) -> tuple[Lines, ...]:
    """The places that volumes will take, or the signs between those that meet cell by cell."""
    return _awaited(cast, moment) if joined_channels(cast, moment) is not None else _signs(cast)


def _awaited(cast: Cast, moment: Moment) -> tuple[Lines, ...]:
    """The outline of the place of every volume that has not come."""
    layout, there = cast.layout, joined(cast, moment)
    _, height, width = layout.plan.output
    made: list[Lines] = []
    for place in range(there, len(cast.origins)):
        each = cast.origins[place]
        low = layout.output_low + vector(0, 0, each.first * layout.unit)
        size = vector(width, height, each.channels * layout.unit)
        made.append(outline(f"awaited-{place + 1}", low, size, origin_role(place), 1.6))
    return tuple(made)


def _signs(cast: Cast) -> tuple[Lines, ...]:
    """What is done with volumes that stand in a row: +, or ×, between them, and = after them."""
    layout, work = cast.layout, cast.work
    if not several(cast) or cast.in_a_row or work is None or not _in_a_row(layout):
        return ()
    _, height, width = layout.plan.input
    reach, lean = max(width, 6) * SIGN, float(layout.unit * cast.origins[0].channels)
    places = [float(slab.shift[0]) for slab in layout.input_slabs]
    ends = [*places[1:], float(layout.output_low[0])]
    pairs: list[tuple[Floats, Floats]] = []
    for number, (left, right) in enumerate(zip(places, ends, strict=True)):
        # In the plane of the fronts, nearer to the next volume: the sides lean over to the right.
        x = right - max((right - left - width - lean * 0.3) * 0.5, reach * 1.6)
        middle = vector(min(x, right - reach * 1.6), height * LOW, 0.0)
        strokes = _EQUALS if number == len(places) - 1 else _SIGNS[work.making]
        for ax, ay, bx, by in strokes:
            start, end = vector(ax, ay, 0.0), vector(bx, by, 0.0)
            pairs.append((middle + start * reach, middle + end * reach))
    return (segments("signs", pairs, Role.TEXT, 2.6, on_top=True),)


def _in_a_row(layout: Layout) -> bool:
    return layout.input_slabs[-1].shift[0] > 0.0


_EQUALS = ((-1.0, -0.4, 1.0, -0.4), (-1.0, 0.4, 1.0, 0.4))
_PLUS = ((-1.0, 0.0, 1.0, 0.0), (0.0, -1.0, 0.0, 1.0))
_TIMES = ((-0.75, -0.75, 0.75, 0.75), (-0.75, 0.75, 0.75, -0.75))
_SIGNS: dict[Making, tuple[tuple[float, float, float, float], ...]] = {
    Making.SUM: _PLUS,
    Making.PRODUCT: _TIMES,
}
