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

NEAREST = 0.03  # of the distance to the middle of all: nothing comes nearer (the near plane: 0.02)


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
    shift : (right, down)
        How far the whole picture is moved, in shares of its width and height. Nothing is seen
        from elsewhere by it: like the shift of a lens.
    """

    target: Vector = (0.0, 0.0, 0.0)
    yaw: float = 24.0
    pitch: float = 28.0
    distance: float = 150.0
    field: float = 22.0
    orthographic: bool = False
    shift: tuple[float, float] = (0.0, 0.0)


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
        matrix[0, 3], matrix[1, 3] = 2.0 * camera.shift[0], -2.0 * camera.shift[1]
        return matrix
    matrix[0, 0], matrix[1, 1] = 1.0 / (half * aspect), 1.0 / half
    matrix[2, 2], matrix[2, 3] = -(far + near) / (far - near), -2.0 * far * near / (far - near)
    matrix[3, 2] = -1.0
    matrix[0, 2], matrix[1, 2] = -2.0 * camera.shift[0], 2.0 * camera.shift[1]
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
    u = (2.0 * (x / max(width, 1.0) - camera.shift[0]) - 1.0) * half * aspect
    v = (2.0 * (y / max(height, 1.0) - camera.shift[1]) - 1.0) * half
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
        shift=(mix(a.shift[0], b.shift[0]), mix(a.shift[1], b.shift[1])),
    )


def nearer(a: Camera, b: Camera, u: float) -> Camera:
    """The camera a share `u` of the way from `a` to `b`, which look in one direction.

    What both show is shown all the way: without perspective every point crosses the picture
    along a straight line from where `a` shows it to where `b` does.
    """
    if u <= 0.0:
        return a
    mixed = blend(a, b, u)
    change = b.distance - a.distance
    if u >= 1.0 or abs(change) < 1e-6 * a.distance:
        return mixed
    share = (mixed.distance - a.distance) / change
    at = [p + (q - p) * share for p, q in zip(a.target, b.target, strict=True)]
    return replace(mixed, target=(at[0], at[1], at[2]))


def magnified(camera: Camera, zoom: float, shift: tuple[float, float]) -> Camera:
    """The same picture `zoom` times as large about its middle, and then moved.

    The eye stays where it is: what hides what does not change, nor does anything get behind it.
    """
    half = math.tan(math.radians(camera.field) / 2.0) / zoom
    return replace(camera, field=math.degrees(2.0 * math.atan(half)), shift=shift)


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
    left, top, right, bottom = margins
    frame = np.stack(axes(camera))
    half = math.tan(math.radians(camera.field) / 2.0)
    focal = height / 2.0 / half  # logical pixels of a world unit one unit from the eye
    # The inner picture, in logical pixels from the picture's middle.
    spans = (
        (left - width / 2.0, left - width / 2.0 + max(width - left - right, 32.0)),
        (top - height / 2.0, top - height / 2.0 + max(height - top - bottom, 32.0)),
    )
    across, depth = (pts @ frame.T)[:, :2].T, pts @ frame[2]
    centre = (pts.min(axis=0) + pts.max(axis=0)) / 2.0 @ frame[2]
    if camera.orthographic:
        reach = max(np.ptp(a) / (high - low) for a, (low, high) in zip(across, spans, strict=True))
        distance = max(float(reach) * focal, 1e-3)
        depths = np.full(len(pts), distance)
    else:
        nearest = (depth.min() - NEAREST * centre) / (1.0 - NEAREST)
        at = min(
            *(_eye_depth(a, depth, focal, span) for a, span in zip(across, spans, strict=True)),
            float(nearest),
        )
        distance = max(float(centre) - at, 1e-3)
        depths = np.maximum(depth - float(centre) + distance, 1e-6)
    x, y = (
        _centred(a, depths, focal, (low + high) / 2.0)
        for a, (low, high) in zip(across, spans, strict=True)
    )
    return replace(camera, target=_vector(np.array([x, y, centre]) @ frame), distance=distance)


def _eye_depth(across: Matrix, depth: Matrix, focal: float, span: tuple[float, float]) -> float:
    """The furthest forward that the eye may stand so that all points fit between two planes.

    A point (a, c) is right of the plane through pixel p when focal (a - x) >= p (c - z): two
    half-planes for the eye (x, z), one per side, that meet at the depth returned.
    """
    low, high = span
    left = float((focal * across - low * depth).min())
    right = float((focal * across - high * depth).max())
    return (left - right) / (high - low)


def _centred(across: Matrix, depths: Matrix, focal: float, goal: float) -> float:
    """Where the eye stands across so that the middle of what it sees is at pixel `goal`.

    The middle is that of the first and the last point, min_i max_j of the pairs' middles, which
    all move one way as the eye moves the other: so its root is min_i max_j of the pairs' roots.
    """
    near, place = 1.0 / depths, across / depths
    roots = (place[:, None] + place - 2.0 * goal / focal) / (near[:, None] + near)
    return float(roots.max(axis=1).min())


def _vector(values: Matrix) -> Vector:
    return float(values[0]), float(values[1]), float(values[2])
