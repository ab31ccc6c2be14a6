"""What the user turned, moved and zoomed, as an offset from the story's camera, and its limits.

The story goes on leading: the offset is applied to its camera at every moment, as far as that
leaves the content in view.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from convviz.scene.camera import Camera, axes, eye, magnified
from convviz.scene.labels import silhouettes
from convviz.scene.layout import corners
from convviz.scene.primitives import Boxes

Range = tuple[float, float]
Framing = tuple[float, float, float]  # zoom, and shift right and down

KEPT = 0.3  # share of the content that stays in view: a quarter, and some to spare
ZOOMS = (0.5, 6.0)
SHIFTS = (-2.0, 2.0)  # shares of the picture: an offset from elsewhere is no farther than this
COLUMNS, ROWS = 72, 54  # of the raster in which the content is measured
NEAR = 0.02  # of the distance: what the story's camera has behind it asks for nothing
NOTHING = 1e-6  # a smaller shift or zoom is none
FRAME = 0.97  # of the picture's half: what the story shows inside of it stays inside when turned
HALVINGS = 18  # of the way to a framing that would lose the content
STAGE_YAW, STAGE_PITCH = (-65.0, 50.0), (-20.0, 80.0)  # yaw from the resting view's, pitch in all
ROWS_YAW, ROWS_PITCH = (-0.4, 22.0), (-6.0, 18.0)  # of the unrolled rows: the first in their yaws


@dataclass(frozen=True)
class Offset:
    """What the user added to the story's camera.

    Attributes
    ----------
    yaw, pitch : float
        Degrees.
    right, down : float
        How far the picture is moved, in shares of its width and height.
    zoom : float
        How many times as large the picture is.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    right: float = 0.0
    down: float = 0.0
    zoom: float = 1.0


NO_OFFSET = Offset()


@dataclass(frozen=True)
class Turns:
    """Between which angles, in all, the camera may be turned."""

    yaw: Range
    pitch: Range

    def turned(self, camera: Camera, yaw: float, pitch: float) -> Camera:
        """The camera turned as far as may be; one that is outside by itself goes no farther."""
        return replace(
            camera,
            yaw=_within(camera.yaw + yaw, self.yaw, camera.yaw),
            pitch=_within(camera.pitch + pitch, self.pitch, camera.pitch),
        )


def turns_of(rest: Camera, rows_yaw: float, rows_tilt: float, rise: float) -> Turns:
    """How far the camera may be turned while the rows have risen so far (0..1).

    Around the stage far enough to look at every side that tells something; around the unrolled
    rows, which hide each other when they are seen from their end, less.
    """
    stage = (rest.yaw + STAGE_YAW[0], rest.yaw + STAGE_YAW[1]), STAGE_PITCH
    rows = (
        (rows_yaw + ROWS_YAW[0] * abs(rows_yaw), rows_yaw + ROWS_YAW[1]),
        (rows_tilt + ROWS_PITCH[0], rows_tilt + ROWS_PITCH[1]),
    )
    yaw, pitch = (
        (a[0] + (b[0] - a[0]) * rise, a[1] + (b[1] - a[1]) * rise)
        for a, b in zip(stage, rows, strict=True)
    )
    return Turns(yaw, pitch)


class Content:
    """What a camera sees of the content, and how much of that another framing would leave.

    Boxes count by their opacity, so that what fades in and out does it here too.
    """

    def __init__(self, boxes: Sequence[Boxes], camera: Camera, width: float, height: float) -> None:
        self._size = (width, height)
        self._cover, self._x, self._y = _coverage(tuple(boxes), camera, width, height)
        self._whole = float(self._cover.sum())
        self.kept = min(KEPT, self.share((1.0, 0.0, 0.0)))

    def share(self, framing: Framing) -> float:
        """Share of the content's silhouette that lies inside the picture, 0..1."""
        if self._whole <= 0.0:
            return 1.0
        zoom, *shift = framing
        seen = [
            _seen(edges, size / 2.0 - size * (0.5 + s) / zoom, size / zoom)
            for edges, size, s in zip((self._x, self._y), self._size, shift, strict=True)
        ]
        return float(seen[1] @ self._cover @ seen[0]) / self._whole

    def towards(self, start: Framing, goal: Framing) -> Framing:
        """As far from `start`, which keeps enough of the content, towards `goal` as that is so."""
        if self.share(goal) >= self.kept:
            return goal
        low, high = 0.0, 1.0
        for _ in range(HALVINGS):
            middle = (low + high) / 2.0
            if self.share(_between(start, goal, middle)) >= self.kept:
                low = middle
            else:
                high = middle
        return _between(start, goal, low)


def with_offset(
    camera: Camera,
    offset: Offset,
    turns: Turns,
    boxes: Sequence[Boxes],
    width: float,
    height: float,
) -> Camera:
    """The story's camera with the user's offset, as far as enough of `boxes` stays in view."""
    if offset == NO_OFFSET:
        return camera
    turned = turned_in_view(camera, offset, turns, boxes, width, height)
    if framing_of(offset) == NO_FRAMING:
        return turned
    zoom, right, down = Content(boxes, turned, width, height).towards(
        NO_FRAMING, framing_of(offset)
    )
    return magnified(turned, zoom, (right, down))


def turned_in_view(
    camera: Camera,
    offset: Offset,
    turns: Turns,
    boxes: Sequence[Boxes],
    width: float,
    height: float,
) -> Camera:
    """The story's camera turned, and as much farther away as what it shows needs to stay in view.

    What lies inside the picture by the story's camera stays inside; what it leaves outside goes
    no farther out. So the distance follows angles and story without a jump.
    """
    turned = turns.turned(camera, offset.yaw, offset.pitch)
    if (turned.yaw, turned.pitch) == (camera.yaw, camera.pitch):
        return turned
    away = 0.0
    for record in boxes:
        opaque = float(record.opacity.max()) if len(record.low) else 0.0
        if opaque > 0.0:
            points = corners(record.low, record.size).reshape(-1, 3)
            away = max(away, _needed(points, camera, turned, width / max(height, 1.0)) * opaque)
    return replace(turned, distance=turned.distance + away)


def _needed(points: NDArray[np.floating], camera: Camera, turned: Camera, aspect: float) -> float:
    """How much farther away a turned camera must be for points to be as far in as before."""
    across, deep = _reach(points, camera, aspect)
    before = deep > camera.distance * NEAR
    if not before.any():
        return 0.0
    allowed = np.maximum(across[before] / deep[before], FRAME)
    across, deep = _reach(points[before], turned, aspect)
    return max(float((across / allowed - deep).max()), 0.0)


def _reach(
    points: NDArray[np.floating], camera: Camera, aspect: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How far points are from the middle, and the depth at which that is the picture's border."""
    right, down, forward = axes(camera)
    half = math.tan(math.radians(camera.field) / 2.0)
    away = np.asarray(points, dtype=float) - eye(camera)
    across = np.maximum(np.abs(away @ right) / (half * aspect), np.abs(away @ down) / half)
    if camera.orthographic:
        return across, np.full(len(across), camera.distance)
    return across, away @ forward


NO_FRAMING: Framing = (1.0, 0.0, 0.0)


def framing_of(offset: Offset) -> Framing:
    """Zoom and shift of an offset."""
    return offset.zoom, offset.right, offset.down


def bounded(offset: Offset) -> Offset:
    """An offset inside of all limits that hold at every moment; no number is none."""
    numbers = (offset.yaw, offset.pitch, offset.right, offset.down, offset.zoom)
    if not all(math.isfinite(number) for number in numbers):
        return NO_OFFSET
    if max(abs(offset.right), abs(offset.down), abs(offset.zoom - 1.0)) < NOTHING:
        offset = replace(offset, right=0.0, down=0.0, zoom=1.0)  # zoomed in and out again
    return Offset(
        min(max(offset.yaw, -180.0), 180.0),
        min(max(offset.pitch, -180.0), 180.0),
        min(max(offset.right, SHIFTS[0]), SHIFTS[1]),
        min(max(offset.down, SHIFTS[0]), SHIFTS[1]),
        min(max(offset.zoom, ZOOMS[0]), ZOOMS[1]),
    )


def _within(wanted: float, limits: Range, own: float) -> float:
    return min(max(wanted, min(limits[0], own)), max(limits[1], own))


def _between(a: Framing, b: Framing, u: float) -> Framing:
    """The framing a share `u` of the way; zoom goes by ratio."""
    zoom = math.exp(math.log(a[0]) + (math.log(b[0]) - math.log(a[0])) * u)
    return zoom, a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u


def _seen(edges: NDArray[np.float64], start: float, extent: float) -> NDArray[np.float64]:
    """Share of each of the raster's cells along one axis that lies in the picture."""
    inside = np.clip(edges, start, start + extent)
    return np.diff(inside) / np.maximum(np.diff(edges), 1e-12)


@lru_cache(maxsize=4)
def _coverage(
    boxes: tuple[Boxes, ...], camera: Camera, width: float, height: float
) -> tuple[NDArray[np.float32], NDArray[np.float64], NDArray[np.float64]]:
    """How opaque the content is in each cell of a raster over all of it, and the cells' edges."""
    hulls = silhouettes(boxes, camera, width, height)
    opacity = {record.id: float(record.opacity.max()) for record in boxes if len(record.low)}
    solid = [(hulls[name], opacity[name]) for name in hulls if len(hulls[name]) > 2]
    cover = np.zeros((ROWS, COLUMNS), dtype=np.float32)
    if not solid:
        return cover, np.linspace(0.0, width, COLUMNS + 1), np.linspace(0.0, height, ROWS + 1)
    points = np.concatenate([hull for hull, _ in solid])
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    x, y = np.linspace(left, right, COLUMNS + 1), np.linspace(top, bottom, ROWS + 1)
    middle_x, middle_y = (x[1:] + x[:-1]) / 2.0, ((y[1:] + y[:-1]) / 2.0)[:, None]
    for hull, opaque in solid:
        inside = np.ones(cover.shape, dtype=bool)
        for (ax, ay), (bx, by) in zip(hull, np.roll(hull, -1, axis=0), strict=True):
            inside &= (bx - ax) * (middle_y - ay) - (by - ay) * (middle_x - ax) >= 0.0
        np.maximum(cover, np.float32(opaque), out=cover, where=inside)
    return cover, x, y
