"""Strokes through the cells that an elementwise layer has cut, on the faces that are seen."""

from __future__ import annotations

import numpy as np

from convviz.scene.bench_place import copy_shift
from convviz.scene.cast import Cast
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
    front = float(layout.output_low[2]) + layout.slabs(layout.plan.output[0])[0][2]
    faces = [(0, front)]
    shift = copy_shift(cast, moment)
    if shift is not None:
        near = float(layout.output_low[2]) + moment.filter * layout.unit + shift
        faces.append((moment.filter, near))
    middles = [_middles(cast, moment, channel, z) for channel, z in faces]
    found = np.concatenate(middles)
    if not len(found):
        return None
    reach = np.array([REACH, -REACH, 0.0], dtype=np.float32)
    return Lines("cut", found - reach, found + reach, Role.MUTED, 1.2, 0.8)


def _middles(cast: Cast, moment: Moment, channel: int, z: float) -> np.ndarray:
    """World middles of a channel's cut cells that have their value, (n, 3)."""
    assert cast.cut is not None
    layout = cast.layout
    count, rows, columns = layout.plan.output
    first = channel * rows * columns
    places = np.flatnonzero(cast.cut[first : first + rows * columns])
    if moment.started and moment.filled < count * rows * columns:
        places = places[places < moment.filled - first]
    y, x = np.divmod(places, columns)
    low = layout.output_low
    middle = [low[0] + x + 0.5, low[1] + y + 0.5, np.full(len(places), z - BEFORE)]
    return np.stack(middle, axis=1).astype(np.float32)
