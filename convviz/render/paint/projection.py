"""From the world to logical pixels in homogeneous form, as QPainter's transforms want it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtGui import QTransform

from convviz.scene.camera import projection_matrix, view_matrix
from convviz.scene.order import Face
from convviz.scene.primitives import Scene

Array = NDArray[np.float64]

# Axes along which a face's picture runs: columns, rows.
FACE_AXES = {0: (2, 1), 1: (0, 2), 2: (0, 1)}


@dataclass(frozen=True, eq=False)
class Lens:
    """The camera of a scene as one matrix.

    Attributes
    ----------
    matrix : (3, 4) float64
        World point (x, y, z, 1) to (x·w, y·w, w) in logical pixels; w > 0 before the eye.
    near : float
        Smallest w that is drawn.
    """

    matrix: Array
    near: float

    def homogeneous(self, points: ArrayLike) -> Array:
        """(..., 3) world points as (..., 3) x·w, y·w, w."""
        return np.asarray(points, dtype=np.float64) @ self.matrix[:, :3].T + self.matrix[:, 3]

    def screen(self, points: ArrayLike) -> Array:
        """(..., 3) world points before the eye as (..., 2) logical pixels."""
        found = self.homogeneous(points)
        flat: Array = found[..., :2] / found[..., 2:]
        return flat

    def transform(self, origin: Array, along: Array, down: Array) -> QTransform:
        """The transform of a picture whose pixel (0, 0) starts at `origin`.

        Parameters
        ----------
        origin, along, down : (3,) float64
            World point, and world step of one pixel to the right and one pixel down.
        """
        a = self.matrix[:, :3] @ along
        b = self.matrix[:, :3] @ down
        c = self.matrix[:, :3] @ origin + self.matrix[:, 3]
        scale = 1.0 / max(abs(float(c[2])), self.near)
        a, b, c = a * scale, b * scale, c * scale
        return QTransform(a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2])


def lens_of(scene: Scene) -> Lens:
    """The lens of a scene's camera."""
    clip = projection_matrix(scene.camera, scene.width, scene.height) @ view_matrix(scene.camera)
    x = (clip[0] + clip[3]) * 0.5 * scene.width
    y = (clip[3] - clip[1]) * 0.5 * scene.height
    near = 0.5 if scene.camera.orthographic else scene.camera.distance * 0.02
    return Lens(np.stack([x, y, clip[3]]), near)


def face_frame(face: Face, low: Array, size: Array) -> tuple[Array, Array, Array]:
    """Corner of a face, and its edges along the picture's columns and rows, (3,) each."""
    origin = low.copy()
    if face.high:
        origin[face.axis] += size[face.axis]
    column, row = FACE_AXES[face.axis]
    along, down = np.zeros(3), np.zeros(3)
    along[column], down[row] = size[column], size[row]
    return origin, along, down


def clip_to_view(
    lens: Lens, start: ArrayLike, end: ArrayLike
) -> tuple[Array, Array, NDArray[np.intp]]:
    """World segments cut where they pass the eye.

    Returns
    -------
    start, end : (m, 3) float64
    kept : (m,) int
        Which input segment each of them is.
    """
    a = np.atleast_2d(np.asarray(start, dtype=np.float64))
    b = np.atleast_2d(np.asarray(end, dtype=np.float64))
    depth_a, depth_b = lens.homogeneous(a)[:, 2], lens.homogeneous(b)[:, 2]
    kept = np.flatnonzero(np.maximum(depth_a, depth_b) > lens.near)
    a, b, depth_a, depth_b = a[kept], b[kept], depth_a[kept], depth_b[kept]
    cut_a, cut_b = depth_a < lens.near, depth_b < lens.near
    if cut_a.any() or cut_b.any():
        step = np.where(depth_b == depth_a, 1.0, depth_b - depth_a)
        share = ((lens.near * 1.0001 - depth_a) / step)[:, None]
        at = a + (b - a) * share
        a, b = np.where(cut_a[:, None], at, a), np.where(cut_b[:, None], at, b)
    return a, b, kept


def clip_segments(lens: Lens, start: ArrayLike, end: ArrayLike) -> tuple[Array, NDArray[np.intp]]:
    """Screen segments of world segments, cut where they pass the eye.

    Returns
    -------
    (m, 4) float64
        x0, y0, x1, y1 in logical pixels.
    (m,) int
        Which input segment each of them is.
    """
    ends = lens.homogeneous(np.stack([start, end], axis=1))
    if ends.size == 0 or ends[..., 2].min() > lens.near:
        flat = ends[..., :2] / ends[..., 2:]
        return flat.reshape(-1, 4), np.arange(len(flat))
    a, b, kept = clip_to_view(lens, start, end)
    return np.hstack([lens.screen(a), lens.screen(b)]), kept


def clip_polygon(lens: Lens, corners: ArrayLike) -> Array:
    """Screen polygon of a world polygon, cut where it passes the eye: (m, 2) logical pixels."""
    points = lens.homogeneous(corners)
    inside = points[:, 2] > lens.near
    if not inside.all():
        kept: list[Array] = []
        for i in range(len(points)):
            p, q = points[i - 1], points[i]
            if inside[i] != inside[i - 1]:
                kept.append(p + (q - p) * ((lens.near - p[2]) / (q[2] - p[2])))
            if inside[i]:
                kept.append(q)
        points = np.array(kept).reshape(-1, 3)
    flat: Array = points[:, :2] / points[:, 2:]
    return flat


def convex_hull(points: Array) -> Array:
    """The convex hull of (n, 2) points, in turn (Andrew 1979, the monotone chain)."""
    pts = sorted({(float(x), float(y)) for x, y in points})
    if len(pts) < 3:
        return np.array(pts).reshape(-1, 2)
    return np.array(_chain(pts)[:-1] + _chain(pts[::-1])[:-1])


def _chain(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for x, y in points:
        while len(chain) > 1:
            (x0, y0), (x1, y1) = chain[-2], chain[-1]
            if (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0.0:
                break
            chain.pop()
        chain.append((x, y))
    return chain
