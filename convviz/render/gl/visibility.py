"""Which boxes are nearest, and how small their cells get on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from convviz.render.gl.frame import Frame

Indices = NDArray[np.intp]

# Axes u and v of the faces across x, y and z, as in the shader.
_FACE_AXES = ((2, 1), (0, 2), (0, 1))
_THIN = 3.0  # a face this many pixels thin is not worth averaging


def nearest_first(
    low: NDArray[np.float32], size: NDArray[np.float32], eye: NDArray[np.float64]
) -> Indices:
    """Order boxes by the distance of their nearest point from the eye.

    Parameters
    ----------
    low, size : (n, 3) float32
        World units.
    eye : (4,) float64
        As in `Frame`.
    """
    if len(low) < 2:
        return np.arange(len(low))
    if eye[3] == 0.0:
        near = np.where(eye[:3] > 0.0, low + size, low)
        return np.argsort(-(near @ eye[:3]), kind="stable")
    gap = np.maximum(np.maximum(low - eye[:3], eye[:3] - low - size), 0.0)
    return np.argsort(np.einsum("ij,ij->i", gap, gap), kind="stable")


def cells_per_pixel(
    low: NDArray[np.float32], size: NDArray[np.float32], count: NDArray[np.int32], frame: Frame
) -> NDArray[np.float64]:
    """The most cells along a device pixel, on the face across each axis that is turned to the eye.

    Returns
    -------
    (n, 3, 2) float64
        Per box, axis of the face, and direction u or v along it (z and y, x and z, x and y); 0
        for faces too thin to matter.
    """
    places = low[:, None, :] + size[:, None, :] * _CORNERS
    clip = places @ frame.matrix[:, :3].T + frame.matrix[:, 3]
    half = 0.5 * np.array([frame.width, frame.height])
    screen = clip[..., :2] / np.maximum(clip[..., 3:], 1e-6) * half
    eye = frame.eye[:3]
    if frame.eye[3] == 0.0:
        far_side = np.broadcast_to(eye > 0.0, low.shape)
        turned = np.ones(low.shape, dtype=bool)
    else:
        far_side = eye > low + size
        turned = far_side | (eye < low)
    # The face across each axis, as a ring of corners: (n, axis, corner, x and y).
    ring = _RINGS + (far_side.astype(np.intp) << np.arange(3))[:, :, None]
    face = np.take_along_axis(screen[:, None], ring[..., None], axis=2)
    after = np.roll(face, -1, axis=2) - face
    before = np.roll(face, 1, axis=2) - face
    area = np.abs(after[..., 0] * before[..., 1] - after[..., 1] * before[..., 0])
    lengths = np.hypot(after[..., 0], after[..., 1])  # along u, v, u, v
    other = np.roll(lengths, 1, axis=2)
    seen = turned[:, :, None] & (area > _THIN * np.maximum(lengths, other))
    # Cells along u lie as dense as the parallelogram's other side is long for its area.
    across = np.where(seen, other / np.maximum(area, 1e-9), 0.0)
    along = np.where(seen, lengths / np.maximum(area, 1e-9), 0.0)
    dense_u = np.maximum(across[..., ::2], along[..., 1::2]).max(axis=2)
    dense_v = np.maximum(along[..., ::2], across[..., 1::2]).max(axis=2)
    dense: NDArray[np.float64] = np.stack([dense_u, dense_v], axis=2)
    return count[:, _FACE_AXES] * dense


_CORNERS = np.array([[(k >> axis) & 1 for axis in range(3)] for k in range(8)], dtype=np.float64)
_RINGS = np.array(
    [[(i << u) + (j << v) for i, j in ((0, 0), (1, 0), (1, 1), (0, 1))] for u, v in _FACE_AXES]
)


def region_of(
    low: NDArray[np.float32], high: NDArray[np.float32], frame: Frame, margin: float
) -> tuple[int, int, int, int]:
    """The part of the picture that boxes reach, with a margin of so many device pixels.

    Parameters
    ----------
    low, high : (n, 3) float32
        Opposite corners.

    Returns
    -------
    left, bottom, right, top
        Device pixels from the bottom left, as OpenGL counts.
    """
    whole = (0, 0, frame.width, frame.height)
    if not len(low):
        return (0, 0, 0, 0)
    places = np.where(_CORNERS == 1.0, high[:, None, :], low[:, None, :]).reshape(-1, 3)
    clip = places @ frame.matrix[:, :3].T + frame.matrix[:, 3]
    if (clip[:, 2] < -clip[:, 3]).any():  # some of it before the near plane
        return whole
    screen = (clip[:, :2] / clip[:, 3:] * 0.5 + 0.5) * (frame.width, frame.height)
    left, bottom = np.floor(screen.min(axis=0) - margin).tolist()
    right, top = np.ceil(screen.max(axis=0) + margin).tolist()
    left, bottom = min(max(left, 0), frame.width), min(max(bottom, 0), frame.height)
    right, top = max(min(right, frame.width), left), max(min(top, frame.height), bottom)
    return int(left), int(bottom), int(right), int(top)


def stacked(parts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Rows of several arrays one after another, (sum of n, 3) float32; none gives (0, 3)."""
    return np.concatenate(parts) if parts else np.zeros((0, 3), dtype=np.float32)
