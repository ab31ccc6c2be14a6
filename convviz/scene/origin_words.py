"""The labels of volumes that are read together: a number, a name, and how they add up."""

from __future__ import annotations

import numpy as np

from convviz.scene.camera import project
from convviz.scene.cast import Cast
from convviz.scene.layout import corners, vector
from convviz.scene.moment import Moment
from convviz.scene.origins import joined, joined_channels, lid_of
from convviz.scene.pen import ABOVE, BELOW, Pen

NAMED = 8  # so many volumes are named one by one
BEFORE = ((-1.0, -0.6), (-1.0, 0.0), (-1.0, -1.0), (0.0, -1.0), (-0.4, -1.0))


def origin_titles(cast: Cast, moment: Moment, pen: Pen) -> None:
    """The number, name and channels of every volume, and of the output what they add up to."""
    if cast.in_a_row:
        _whole_output(cast, pen)
        _behind(cast, pen)
        _addition(cast, moment, pen)
    else:
        _beside(cast, pen)


def _numbers(cast: Cast, place: int) -> dict[str, object]:
    each, (_, h, w) = cast.origins[place], cast.layout.plan.input
    return {"number": place + 1, "name": each.name, "h": h, "w": w, "c": each.channels}


def _beside(cast: Cast, pen: Pen) -> None:
    """Over the volumes that meet cell by cell."""
    layout, (_, height, width) = cast.layout, cast.layout.plan.input
    for place, each in enumerate(cast.origins[:NAMED]):
        low = layout.input_low + vector(*layout.input_slabs[place].shift)
        low[2] += np.float32(each.first * layout.unit)
        box = corners(low, vector(width, height, each.channels * layout.unit))
        shot = project(pen.camera, pen.width, pen.height, box)[:, :2]
        left, top, right = shot[:, 0].min(), shot[:, 1].min(), shot[:, 0].max()
        id = "input" if place == 0 else f"input-{place + 1}"
        anchor = (float(left + right) / 2, float(top))
        numbers = _numbers(cast, place)
        pen.add(id, numbers, anchor, ABOVE, False, place, "volume", brief=True)


def _behind(cast: Cast, pen: Pen) -> None:
    """To the left of the far end of every lid, where nothing stands before it."""
    layout = cast.layout
    for place, each in enumerate(cast.origins[:NAMED]):
        low, size = lid_of(layout, layout.input_low, each)
        corner = low + vector(*layout.input_slabs[place].shift) + vector(0, 0, float(size[2]))
        id = "input" if place == 0 else f"input-{place + 1}"
        numbers, anchor = _numbers(cast, place), pen.at(corner)
        pen.add(id, numbers, anchor, BEFORE, True, place, "part", brief=True)


def _whole_output(cast: Cast, pen: Pen) -> None:
    """Let labels stand beside all of the output, while volumes still take their places in it."""
    low, size = cast.layout.output_box
    shot = project(pen.camera, pen.width, pen.height, corners(low, size))
    pen.hulls["output"] = shot[:, :2]


def _addition(cast: Cast, moment: Moment, pen: Pen) -> None:
    """64 + 128 + 32 + 32 = 256, under the output; of those that have come while some are to come.

    The one on its way counts with them.
    """
    count = len(cast.origins)
    if joined_channels(cast, moment) is not None:
        count = min(joined(cast, moment) + (moment.joined < 1.0), count)
    shape = pen.hulls["output"]
    low, high = shape.min(axis=0), shape.max(axis=0)
    anchor = (float(low[0] + high[0]) / 2, float(high[1]))
    parts = [f"{each.channels:,}" for each in cast.origins[:count]]
    if len(parts) > NAMED:
        parts = [*parts[: NAMED - 2], "…", parts[-1]]
    told: dict[str, object] = {"terms": " + ".join(parts), "total": cast.origins[count - 1].stop}
    pen.add("addition", told, anchor, (*BELOW, *ABOVE), False, 1, must=True)
