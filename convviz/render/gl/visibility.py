"""Which boxes come first, and how small their cells get on the screen."""

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


def back_to_front(
    low: NDArray[np.float32], size: NDArray[np.float32], eye: NDArray[np.float64]
) -> Indices:
    """Order boxes that do not intersect so that each is drawn after all that it hides.

    A box cannot hide another if a plane between the two has the eye on the other's side. Of
    boxes that hide each other in a ring (rare) the farthest comes first.
    """
    n = len(low)
    if n < 2:
        return np.arange(n)
    far_first = nearest_first(low, size, eye)[::-1]
    low, high = low[far_first], (low + size)[far_first]
    tolerance = 1e-4 * float(np.abs(high - low).max())
    # below[i, j, axis]: box i ends before box j begins.
    below = high[:, None, :] <= low[None, :, :] + tolerance
    if eye[3] == 0.0:
        past_low = np.broadcast_to(eye[:3] >= 0.0, low.shape)
        past_high = np.broadcast_to(eye[:3] <= 0.0, low.shape)
    else:
        past_low = eye[:3] >= low - tolerance
        past_high = eye[:3] <= high + tolerance
    # i cannot hide j: i lies below j and the eye is beyond j's low side, or the reverse.
    harmless = (below & past_low[None]).any(axis=2) | (
        below.transpose(1, 0, 2) & past_high[None]).any(axis=2)
    hides = ~harmless
    np.fill_diagonal(hides, False)
    order: list[int] = []
    waiting = np.ones(n, dtype=bool)
    for _ in range(n):
        # Next: the first box that hides nothing still to be drawn.
        blocked = (hides & waiting[None, :]).any(axis=1)
        free = np.flatnonzero(waiting & ~blocked)
        chosen = int(free[0]) if len(free) else int(np.flatnonzero(waiting)[0])
        order.append(chosen)
        waiting[chosen] = False
    return far_first[np.array(order)]


def cells_per_pixel(
    low: NDArray[np.float32], size: NDArray[np.float32], count: NDArray[np.int32], frame: Frame
) -> NDArray[np.float64]:
    """The most cells along a device pixel, on the face across each axis that is turned to the eye.

    Returns
    -------
    (n, 3) float64
        Per box and axis; 0 for faces too thin to matter.
    """
    places = low[:, None, :] + size[:, None, :] * _CORNERS[None]
    clip = places @ frame.matrix[:, :3].T + frame.matrix[:, 3]
    w = np.maximum(clip[..., 3:], 1e-6)
    screen = clip[..., :2] / w * (0.5 * np.array([frame.width, frame.height]))
    eye = frame.eye[:3]
    if frame.eye[3] == 0.0:
        high_side = np.broadcast_to(eye > 0.0, low.shape)
        turned = np.ones(low.shape, dtype=bool)
    else:
        high_side = eye > low + size
        turned = high_side | (eye < low)
    most = np.zeros((len(low), 3))
    rows = np.arange(len(low))
    for axis, (u, v) in enumerate(_FACE_AXES):
        base = high_side[:, axis].astype(int) << axis
        corners = [screen[rows, base + (i << u) + (j << v)] for i, j in _RING]
        for k in range(4):
            here, after, before = corners[k], corners[(k + 1) % 4], corners[k - 1]
            one, other = after - here, before - here
            along_u, along_v = (one, other) if k % 2 == 0 else (other, one)
            area = np.abs(along_u[:, 0] * along_v[:, 1] - along_u[:, 1] * along_v[:, 0])
            long_u, long_v = np.hypot(*along_u.T), np.hypot(*along_v.T)
            seen = turned[:, axis] & (area > _THIN * np.maximum(long_u, long_v))
            dense = np.maximum(count[:, u] * long_v, count[:, v] * long_u)
            dense = np.where(seen, dense / np.maximum(area, 1e-9), 0.0)
            most[:, axis] = np.maximum(most[:, axis], dense)
    return most


_CORNERS = np.array([[(k >> axis) & 1 for axis in range(3)] for k in range(8)], dtype=np.float64)
_RING = ((0, 0), (1, 0), (1, 1), (0, 1))


def stacked(parts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Rows of several arrays one after another, (sum of n, 3) float32; none gives (0, 3)."""
    return np.concatenate(parts) if parts else np.zeros((0, 3), dtype=np.float32)
