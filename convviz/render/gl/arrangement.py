"""The order in which boxes are drawn: opaque ones from near to far, glass from far to near."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from convviz.render.gl.boxes_item import BoxesItem, GlassItem
from convviz.render.gl.frame import Frame
from convviz.render.gl.visibility import cells_per_pixel, nearest_first, stacked
from convviz.scene.order import back_to_front

# Cells per pixel from which colours are averaged over more than two cells each way.
_FAR = 1.5

# Places in the order of drawing are fractions of an item's depth value.
STEP = 1.0 / 4096.0


def arrange(items: Sequence[BoxesItem], glass: GlassItem, frame: Frame) -> None:
    """Order the boxes of every record, the records, and all glass boxes together."""
    for item in items:
        if len(item.solid) > 1:
            low, size = item.record.low[item.solid], item.record.size[item.solid]
            item.solid = item.solid[nearest_first(low, size, frame.eye)]
    _arrange_records([item for item in items if len(item.solid)], frame)
    _arrange_glass([item for item in items if len(item.glass)], glass, frame)
    for item in items:
        item.order = np.concatenate([item.solid, item.glass])
    _find_far([item for item in items if len(item.order)], frame)


def _arrange_records(items: list[BoxesItem], frame: Frame) -> None:
    low = stacked([item.record.low[item.solid[:1]] for item in items])
    size = stacked([item.record.size[item.solid[:1]] for item in items])
    for rank, index in enumerate(nearest_first(low, size, frame.eye)):
        items[index].setDepthValue(rank * STEP)


def _arrange_glass(items: list[BoxesItem], glass: GlassItem, frame: Frame) -> None:
    """Runs of boxes of one record that may be drawn in one call."""
    glass.runs = []
    if not items:
        return
    owner = np.repeat(np.arange(len(items)), [len(item.glass) for item in items])
    low = stacked([item.record.low[item.glass] for item in items])
    size = stacked([item.record.size[item.glass] for item in items])
    within = [place for item in items for place in item.glass.tolist()]
    places: list[list[int]] = [[] for _ in items]
    runs = glass.runs
    # A box that had to be cut to be sorted comes several times; here it is drawn at its last.
    order = list(dict.fromkeys(back_to_front(frame.camera, low, size).box[::-1].tolist()))[::-1]
    for index in order:
        item, taken = items[owner[index]], places[owner[index]]
        if runs and runs[-1][0] is item:
            runs[-1] = (item, runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((item, len(item.solid) + len(taken), 1))
        taken.append(within[index])
    for item, taken in zip(items, places, strict=True):
        item.glass = np.array(taken, dtype=np.intp)


def _find_far(items: list[BoxesItem], frame: Frame) -> None:
    """The nearest and the farthest box of a record stand for all: they are alike."""
    if not items:
        return
    ends = [(item.record, item.order[[0, -1]]) for item in items]
    low = stacked([record.low[pair] for record, pair in ends])
    size = stacked([record.size[pair] for record, pair in ends])
    count = np.concatenate([record.count[pair] for record, pair in ends])
    dense = cells_per_pixel(low, size, count, frame).reshape(-1, 2, 3).max(axis=1)
    for item, most in zip(items, dense, strict=True):
        item.far = sum(1 << axis for axis in range(3) if most[axis] > _FAR)
