"""The camera: where the stage is seen from, as a frozen value and pure matrices.

World axes: x to the right, y downwards, z into the depth. A camera looks at `target` from
`distance`; `yaw` > 0 moves the eye to the right (right faces come into view), `pitch` > 0
moves it up (top faces come into view).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Points = NDArray[np.floating[Any]]
Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Camera:
    """A viewpoint.

    Attributes
    ----------
    target : (x, y, z)
        World point in the middle of the picture.
    yaw, pitch : float
        Degrees.
    distance : float
        World units from the target to the eye.
    field : float
        Vertical field of view in degrees; also sets the scale when `orthographic`.
    orthographic : bool
    """

    target: Vector = (0.0, 0.0, 0.0)
    yaw: float = 24.0
    pitch: float = 28.0
    distance: float = 150.0
    field: float = 22.0
    orthographic: bool = False


@lru_cache(maxsize=256)
def axes(camera: Camera) -> tuple[Matrix, Matrix, Matrix]:
    """Unit vectors (right, down, forward) of the camera in world coordinates, read-only."""
    yaw, pitch = math.radians(camera.yaw), math.radians(camera.pitch)
    sin_yaw, cos_yaw = math.sin(yaw), math.cos(yaw)
    sin_pitch, cos_pitch = math.sin(pitch), math.cos(pitch)
    right = np.array([cos_yaw, 0.0, sin_yaw])
    forward = np.array([-sin_yaw * cos_pitch, sin_pitch, cos_yaw * cos_pitch])
    down = np.array([sin_pitch * sin_yaw, cos_pitch, -sin_pitch * cos_yaw])
    for vector in (right, down, forward):
        vector.setflags(write=False)
    return right, down, forward


def eye(camera: Camera) -> Matrix:
    """World position of the eye, (3,) float64."""
    _, _, forward = axes(camera)
    return np.asarray(camera.target, dtype=float) - forward * camera.distance


def view_matrix(camera: Camera) -> Matrix:
    """World to OpenGL eye space (x right, y up, z towards the viewer), (4, 4) float64."""
    right, down, forward = axes(camera)
    rotation = np.stack([right, -down, -forward])
    matrix = np.eye(4)
    matrix[:3, :3] = rotation
    matrix[:3, 3] = -rotation @ eye(camera)
    return matrix


def projection_matrix(camera: Camera, width: float, height: float) -> Matrix:
    """OpenGL eye space to clip space, (4, 4) float64.

    Near and far follow the distance, so that depth precision is spent on the stage.
    """
    near, far = camera.distance * 0.02, camera.distance * 12.0
    half = math.tan(math.radians(camera.field) / 2.0)
    aspect = width / max(height, 1.0)
    matrix = np.zeros((4, 4))
    if camera.orthographic:
        reach = half * camera.distance
        matrix[0, 0], matrix[1, 1] = 1.0 / (reach * aspect), 1.0 / reach
        near = -far
        matrix[2, 2], matrix[2, 3] = -2.0 / (far - near), -(far + near) / (far - near)
        matrix[3, 3] = 1.0
        return matrix
    matrix[0, 0], matrix[1, 1] = 1.0 / (half * aspect), 1.0 / half
    matrix[2, 2], matrix[2, 3] = -(far + near) / (far - near), -2.0 * far * near / (far - near)
    matrix[3, 2] = -1.0
    return matrix


@lru_cache(maxsize=256)
def _world_to_clip(camera: Camera, width: float, height: float) -> Matrix:
    whole = projection_matrix(camera, width, height) @ view_matrix(camera)
    whole.setflags(write=False)
    return whole


def project(camera: Camera, width: float, height: float, points: Points) -> Matrix:
    """Screen positions of world points.

    Parameters
    ----------
    points : (n, 3) float
        World units.

    Returns
    -------
    (n, 3) float64
        x and y in logical pixels from the top left, and depth along the view direction.
    """
    pts = np.atleast_2d(np.asarray(points, dtype=float))
    whole = _world_to_clip(camera, width, height)
    clip = pts @ whole[:, :3].T + whole[:, 3]
    w = np.where(np.abs(clip[:, 3]) < 1e-9, 1e-9, clip[:, 3])
    x = (clip[:, 0] / w + 1.0) * 0.5 * width
    y = (1.0 - clip[:, 1] / w) * 0.5 * height
    _, _, forward = axes(camera)
    depth = (pts - eye(camera)) @ forward
    return np.stack([x, y, depth], axis=1)


def ray(camera: Camera, width: float, height: float, x: float, y: float) -> tuple[Matrix, Matrix]:
    """Origin and unit direction, (3,) each, of the line of sight through a screen point."""
    right, down, forward = axes(camera)
    half = math.tan(math.radians(camera.field) / 2.0)
    aspect = width / max(height, 1.0)
    u = (2.0 * x / max(width, 1.0) - 1.0) * half * aspect
    v = (2.0 * y / max(height, 1.0) - 1.0) * half
    if camera.orthographic:
        offset = (right * u + down * v) * camera.distance
        return eye(camera) + offset - forward * camera.distance * 4.0, forward
    direction = forward + right * u + down * v
    return eye(camera), direction / np.linalg.norm(direction)


def blend(a: Camera, b: Camera, u: float) -> Camera:
    """The camera a share `u` (0..1) of the way from `a` to `b`; distance blends by ratio."""
    if u <= 0.0:
        return a
    if u >= 1.0:
        return b

    def mix(p: float, q: float) -> float:
        return p + (q - p) * u

    target = tuple(mix(p, q) for p, q in zip(a.target, b.target, strict=True))
    return replace(
        b,
        target=(target[0], target[1], target[2]),
        yaw=mix(a.yaw, b.yaw),
        pitch=mix(a.pitch, b.pitch),
        distance=math.exp(mix(math.log(a.distance), math.log(b.distance))),
        field=mix(a.field, b.field),
    )


def fit(
    camera: Camera,
    points: Points,
    width: float,
    height: float,
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
) -> Camera:
    """Move and zoom `camera` (keeping its angles) so that `points` fill the picture.

    Parameters
    ----------
    points : (n, 3) float
        World points that must be inside, for example the corners of all boxes.
    margins : (left, top, right, bottom)
        Logical pixels kept free for labels.
    """
    pts = np.atleast_2d(np.asarray(points, dtype=float))
    left, top, right_margin, bottom = margins
    inner_w = max(width - left - right_margin, 32.0)
    inner_h = max(height - top - bottom, 32.0)
    right, down, _ = axes(camera)
    half = math.tan(math.radians(camera.field) / 2.0)
    centre = (pts.min(axis=0) + pts.max(axis=0)) / 2.0
    found = replace(camera, target=_vector(centre), distance=_first_distance(pts, half))
    for _ in range(12):
        shot = project(found, width, height, pts)
        x0, y0 = shot[:, 0].min(), shot[:, 1].min()
        x1, y1 = shot[:, 0].max(), shot[:, 1].max()
        scale = max((x1 - x0) / inner_w, (y1 - y0) / inner_h)
        world_per_pixel = 2.0 * half * found.distance / max(height, 1.0)
        dx = (x0 + x1) / 2.0 - (left + inner_w / 2.0)
        dy = (y0 + y1) / 2.0 - (top + inner_h / 2.0)
        target = np.asarray(found.target) + (right * dx + down * dy) * world_per_pixel
        found = replace(found, target=_vector(target), distance=found.distance * scale)
        if abs(scale - 1.0) < 1e-3 and abs(dx) + abs(dy) < 0.2:
            break
    return found


def _first_distance(points: Matrix, half: float) -> float:
    extent = float(np.linalg.norm(points.max(axis=0) - points.min(axis=0)))
    return max(extent, 1e-3) / half


def _vector(values: Matrix) -> Vector:
    return float(values[0]), float(values[1]), float(values[2])
