"""Strokes through the cells that an elementwise layer has cut, on the faces that are seen."""

from __future__ import annotations

import numpy as np

from convviz.scene.animation import AnimationState
from convviz.scene.apart import Slab
from convviz.scene.layout import Floats, Layout, vector
from convviz.scene.palette import Role
from convviz.scene.primitives import Lines
from convviz.scene.stage_model import StageModel
from convviz.scene.unrolled_layout import copy_shift

MOST = 40  # rows or columns of a map whose cells are large enough for a stroke each
REACH = 0.24  # of a stroke from the middle of its cell, in cells
BEFORE = 0.02  # how far it lies before the face, in cells


def cut_marks(model: StageModel, animation: AnimationState) -> Lines | None:
    """The strokes of the front channel and, before it, of the map that is shown once more."""
    _, rows, columns = model.layout.plan.output
    if model.cut is None or max(rows, columns) > MOST:
        return None
    layout = model.layout
    faces = [
        (slab.first, vector(*slab.shift)) for slab in layout.output_slabs if _seen(slab, layout)
    ]
    shift = copy_shift(model, animation)
    if shift is not None:
        faces.append((animation.filter, vector(0.0, 0.0, shift)))
    middles = [_middles(model, animation, channel, away) for channel, away in faces]
    found = np.concatenate(middles)
    if not len(found):
        return None
    reach = np.array([REACH, -REACH, 0.0], dtype=np.float32)
    return Lines("cut", found - reach, found + reach, Role.MUTED, 1.2, 0.8)


def _seen(slab: Slab, layout: Layout) -> bool:
    """Whether the front of a slab is seen: the first one's, or every one's side by side."""
    return slab.first == 0 or layout.sheets[1]


def _middles(
    model: StageModel, animation: AnimationState, channel: int, away: Floats
) -> np.ndarray:
    """World middles of a channel's cut cells that have their value, (n, 3)."""
    assert model.cut is not None
    layout = model.layout
    count, rows, columns = layout.plan.output
    first = channel * rows * columns
    places = np.flatnonzero(model.cut[first : first + rows * columns])
    if animation.started and animation.filled < count * rows * columns:
        places = places[places < animation.filled - first]
    y, x = np.divmod(places, columns)
    low = layout.output_low + away
    z = np.full(len(places), low[2] + channel * layout.unit - BEFORE)
    middle = [low[0] + x + 0.5, low[1] + y + 0.5, z]
    return np.stack(middle, axis=1).astype(np.float32)
