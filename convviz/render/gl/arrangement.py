"""The order in which boxes are drawn: opaque ones from near to far, glass from far to near."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from convviz.render.gl.boxes_item import BoxesItem, FaceLook, GlassItem
from convviz.render.gl.cell_colours import MOST_HALVED, MOST_LEVELS
from convviz.render.gl.frame import Frame
from convviz.render.gl.passes import STEP, Pass
from convviz.render.gl.visibility import cells_per_pixel, nearest_first, stacked
from convviz.scene.camera import Camera
from convviz.scene.order import back_to_front

# Halvings come into play at 1.7, 3.4, ... cells per pixel: this late they lose least sharpness.
_LATE = 0.27

# Texels per pixel from which more than two each way are averaged in the shader.
_FAR = 2.0

# How far a camera may move before the careful part is done anew.
_ALIKE_DEGREES, _ALIKE_SHARE = 1.5, 0.02


class Arrangement:
    """Keeps boxes in the order in which they are best drawn, with as little work as it takes.

    While the camera moves a little, the order of glass and the far cells found last serve on.
    """

    def __init__(self, glass: GlassItem) -> None:
        self._glass = glass
        self._view: tuple[Camera, int, int] | None = None
        self._careful: tuple[Camera, int, int] | None = None
        self._changed: set[BoxesItem] = set()
        self._glass_changed = False

    def change(self, item: BoxesItem, glass: bool) -> None:
        """Boxes of a record, some of `glass` before or now, are new, different or gone."""
        self._changed.add(item)
        self._glass_changed |= glass

    def update(self, items: Sequence[BoxesItem], frame: Frame, moving: bool) -> None:
        """Order the boxes of every record, the records, and all glass boxes together."""
        view = (frame.camera, frame.width, frame.height)
        if view == self._view and not self._changed:
            return
        turned = self._careful is None or (
            not _alike(self._careful, view) if moving else self._careful != view
        )
        for item in items:
            if len(item.solid) > 1:
                low, size = item.record.low[item.solid], item.record.size[item.solid]
                item.solid = item.solid[nearest_first(low, size, frame.eye)]
        _arrange_records([item for item in items if len(item.solid)], frame)
        if turned or self._glass_changed:
            _arrange_glass([item for item in items if len(item.glass)], self._glass, frame)
        for item in items:
            item.order = np.concatenate([item.solid, item.glass])
        _find_far([i for i in items if len(i.order) and (turned or i in self._changed)], frame)
        self._view = view
        self._careful = view if turned else self._careful
        self._changed, self._glass_changed = set(), False


def _alike(a: tuple[Camera, int, int], b: tuple[Camera, int, int]) -> bool:
    """Whether two views differ so little that boxes hide each other as before."""
    one, other = a[0], b[0]
    return (
        a[1:] == b[1:]
        and one.orthographic == other.orthographic
        and abs(one.yaw - other.yaw) + abs(one.pitch - other.pitch) < _ALIKE_DEGREES
        and abs(one.distance / other.distance - 1.0) < _ALIKE_SHARE
        and abs(one.field / other.field - 1.0) < _ALIKE_SHARE
        and math.dist(one.target, other.target) < _ALIKE_SHARE * one.distance
    )


def _arrange_records(items: list[BoxesItem], frame: Frame) -> None:
    low = stacked([item.record.low[item.solid[:1]] for item in items])
    size = stacked([item.record.size[item.solid[:1]] for item in items])
    for rank, index in enumerate(nearest_first(low, size, frame.eye)):
        items[index].setDepthValue(Pass.FACES + rank * STEP)


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
    dense = cells_per_pixel(low, size, count, frame).reshape(-1, 2, 3, 2).max(axis=1)
    for item, faces in zip(items, dense, strict=True):
        values = item.record.values
        most = MOST_LEVELS if values is not None and len(values) <= MOST_HALVED else 0
        item.looks = tuple(_look(axis, faces[axis], most) for axis in range(3))


def _look(axis: int, dense: NDArray[np.float64], most: int) -> FaceLook:
    """How to average the cells of a face with so many per pixel along u and v."""
    along_z, other = (dense[0], dense[1]) if axis == 0 else (dense[1], dense[0])
    if axis == 2:
        return FaceLook(0, bool(max(along_z, other) > _FAR))
    level = min(max(round(math.log2(max(along_z, 1e-3)) - _LATE), 0), most)
    return FaceLook(level, bool(max(along_z / 2**level, other) > _FAR))
