"""Strokes through the cells that an elementwise layer has cut, on the faces that are seen."""

from __future__ import annotations

import numpy as np

from convviz.scene.apart import Slab
from convviz.scene.bench_place import copy_shift
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, Layout, vector
from convviz.scene.moment import Moment
from convviz.scene.palette import Role
from convviz.scene.primitives import Lines

MOST = 40  # rows or columns of a map whose cells are large enough for a stroke each
REACH = 0.24  # of a stroke from the middle of its cell, in cells
BEFORE = 0.02  # how far it lies before the face, in cells


def cut_marks(cast: Cast, moment: Moment) -> Lines | None:
    """The strokes of the front channel and, before it, of the map that is shown once more."""
    _, rows, columns = cast.layout.plan.output
    if cast.cut is None or max(rows, columns) > MOST:
        return None
    layout = cast.layout
    faces = [
        (slab.first, vector(*slab.shift)) for slab in layout.output_slabs if _seen(slab, layout)
    ]
    shift = copy_shift(cast, moment)
    if shift is not None:
        faces.append((moment.filter, vector(0.0, 0.0, shift)))
    middles = [_middles(cast, moment, channel, away) for channel, away in faces]
    found = np.concatenate(middles)
    if not len(found):
        return None
    reach = np.array([REACH, -REACH, 0.0], dtype=np.float32)
    return Lines("cut", found - reach, found + reach, Role.MUTED, 1.2, 0.8)


def _seen(slab: Slab, layout: Layout) -> bool:
    """Whether the front of a slab is seen: the first one's, or every one's side by side."""
    return slab.first == 0 or layout.sheets[1]


def _middles(cast: Cast, moment: Moment, channel: int, away: Floats) -> np.ndarray:
    """World middles of a channel's cut cells that have their value, (n, 3)."""
    assert cast.cut is not None
    layout = cast.layout
    count, rows, columns = layout.plan.output
    first = channel * rows * columns
    places = np.flatnonzero(cast.cut[first : first + rows * columns])
    if moment.started and moment.filled < count * rows * columns:
        places = places[places < moment.filled - first]
    y, x = np.divmod(places, columns)
    low = layout.output_low + away
    z = np.full(len(places), low[2] + channel * layout.unit - BEFORE)
    middle = [low[0] + x + 0.5, low[1] + y + 0.5, z]
    return np.stack(middle, axis=1).astype(np.float32)
