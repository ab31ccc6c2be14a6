"""Which parts of lines boxes hide, found exactly because boxes are convex.

The picture of a box is a convex polygon, so it covers one stretch of a line's picture; cut
where the line enters and leaves the box, each part lies on one side of it, so that one look at
its middle says which.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.render.paint.projection import Array, Lens
from convviz.scene.camera import Camera, axes, eye
from convviz.scene.order import box_corners, faces_towards

_SHORTEST = 0.25  # logical pixels below which a hidden stretch is not worth a gap

# Corner numbers of the twelve edges of a box, and the two faces that meet in each.
EDGES = np.array(
    [
        [0, 1], [2, 3], [4, 5], [6, 7],
        [0, 2], [1, 3], [4, 6], [5, 7],
        [0, 4], [1, 5], [2, 6], [3, 7],
    ]
)  # fmt: skip
EDGE_FACES = np.array(
    [
        [2, 4], [3, 4], [2, 5], [3, 5],
        [0, 4], [1, 4], [0, 5], [1, 5],
        [0, 2], [1, 2], [0, 3], [1, 3],
    ]
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Occluders:
    """Boxes that may hide lines, prepared for one camera.

    Attributes
    ----------
    eye, forward : (3,) float64
        Where the camera stands, and where it looks.
    low, high : (n, 3) float64
    edge : (n, 12, 3) float64
        a, b, c with ``a x + b y + c >= 0`` inside the outline, for edges of the outline.
    outline : (n, 12) bool
        Which edges make the outline.
    bounds : (n, 4) float64
        Smallest x and y, largest x and y on screen.
    usable : (n,) bool
        False for boxes that reach behind the eye; they hide nothing.
    """

    camera: Camera
    eye: Array
    forward: Array
    low: Array
    high: Array
    edge: Array
    outline: NDArray[np.bool_]
    bounds: Array
    usable: NDArray[np.bool_]


def occluders(camera: Camera, lens: Lens, low: ArrayLike, size: ArrayLike) -> Occluders:
    """Prepare boxes for `hidden_stretches`."""
    start = np.asarray(low, dtype=np.float64).reshape(-1, 3)
    extent = np.asarray(size, dtype=np.float64).reshape(-1, 3)
    points = lens.homogeneous(box_corners(start, extent))
    usable = np.all(points[..., 2] > lens.near, axis=1)
    flat = points[..., :2] / np.where(points[..., 2:] > lens.near, points[..., 2:], 1.0)
    shown = faces_towards(camera, start, extent)
    outline = shown[:, EDGE_FACES[:, 0]] != shown[:, EDGE_FACES[:, 1]]
    p, q = flat[:, EDGES[:, 0]], flat[:, EDGES[:, 1]]
    a, b = p[..., 1] - q[..., 1], q[..., 0] - p[..., 0]
    c = -(a * p[..., 0] + b * p[..., 1])
    middle = flat.mean(axis=1)[:, None, :]
    inward = np.sign(a * middle[..., 0] + b * middle[..., 1] + c)
    edge = np.stack([a, b, c], axis=-1) * inward[..., None]
    bounds = np.concatenate([flat.min(axis=1), flat.max(axis=1)], axis=1)
    return Occluders(
        camera, eye(camera), axes(camera)[2], start, start + extent, edge, outline, bounds, usable
    )


Stretch = tuple[int, float, float]


def hidden_stretches(boxes: Occluders, flat: Array, start: Array, end: Array) -> list[Stretch]:
    """The stretches of one line's picture that boxes cover.

    Parameters
    ----------
    flat : (4,) float64
        x0, y0, x1, y1 of the line on screen.
    start, end : (3,) float64
        Its ends in the world.

    Returns
    -------
    list of (box, from, to)
        Shares of the screen line, 0..1.
    """
    p, q = flat[:2], flat[2:]
    lower, upper = np.minimum(p, q), np.maximum(p, q)
    over = (boxes.bounds[:, :2] < upper + 1.0) & (boxes.bounds[:, 2:] > lower - 1.0)
    near = np.flatnonzero(over.all(axis=1) & boxes.usable)
    if not len(near):
        return []
    enter, leave = _covered(boxes, near, p, q)
    into, out = _inside(boxes, near, start, end)
    cuts = np.stack([enter, np.clip(into, enter, leave), np.clip(out, enter, leave), leave])
    box = np.tile(near, 3)
    t0, t1 = cuts[:-1].ravel(), cuts[1:].ravel()
    wide = (t1 - t0) * float(np.linalg.norm(q - p)) >= _SHORTEST
    box, t0, t1 = box[wide], t0[wide], t1[wide]
    behind = _behind(boxes, box, (t0 + t1) / 2.0, start, end)
    return list(zip(box[behind].tolist(), t0[behind].tolist(), t1[behind].tolist(), strict=True))


def _inside(
    boxes: Occluders, chosen: NDArray[np.intp], start: Array, end: Array
) -> tuple[Array, Array]:
    """Shares of the screen line between which it runs inside boxes; equal where it does not."""
    slack = _slack(boxes, chosen)[:, None]
    low, high = boxes.low[chosen] + slack, boxes.high[chosen] - slack
    step = np.where(np.abs(end - start) < 1e-12, 1e-12, end - start)
    first, second = (low - start) / step, (high - start) / step
    into = np.minimum(first, second).max(axis=1).clip(0.0, 1.0)
    out = np.maximum(first, second).min(axis=1).clip(0.0, 1.0)
    out = np.maximum(into, out)
    if boxes.camera.orthographic:
        return into, out
    near, far = (start - boxes.eye) @ boxes.forward, (end - boxes.eye) @ boxes.forward
    into, out = (share * far / (near + share * (far - near)) for share in (into, out))
    return into, out


def _slack(boxes: Occluders, chosen: NDArray[np.intp]) -> Array:
    """How far beyond a face a line still lies on it, in world units."""
    extent = (boxes.high[chosen] - boxes.low[chosen]).max(axis=1, initial=0.0)
    slack: Array = 1e-4 * (extent + boxes.camera.distance)
    return slack


def _covered(boxes: Occluders, chosen: NDArray[np.intp], p: Array, q: Array) -> tuple[Array, Array]:
    """Shares of a screen line between which outlines cover it (Cyrus & Beck 1978)."""
    edge, outline = boxes.edge[chosen], boxes.outline[chosen]
    at_p = edge[..., 0] * p[0] + edge[..., 1] * p[1] + edge[..., 2]
    at_q = edge[..., 0] * q[0] + edge[..., 1] * q[1] + edge[..., 2]
    change = at_q - at_p
    flat = np.abs(change) < 1e-9
    share = -at_p / np.where(flat, 1.0, change)
    enter = np.where(outline & ~flat & (change > 0), share, 0.0).max(axis=1, initial=0.0)
    leave = np.where(outline & ~flat & (change < 0), share, 1.0).min(axis=1, initial=1.0)
    outside = (outline & flat & (at_p < 0)).any(axis=1)
    return enter, np.where(outside, enter, leave)


def _behind(
    boxes: Occluders, chosen: NDArray[np.intp], share: Array, start: Array, end: Array
) -> NDArray[np.bool_]:
    """Whether points of the line lie behind the faces of the boxes that cover them."""
    world = share
    if not boxes.camera.orthographic:  # a share on screen is not the same share in the world
        near, far = (start - boxes.eye) @ boxes.forward, (end - boxes.eye) @ boxes.forward
        world = share * near / (far + share * (near - far))
    point = start + (end - start) * world[:, None]
    origin = np.broadcast_to(boxes.eye, point.shape)
    if boxes.camera.orthographic:
        origin = point - boxes.forward * boxes.camera.distance * 8.0
    sight = point - origin
    distance = np.linalg.norm(sight, axis=1)
    along = np.where(np.abs(sight) < 1e-12, 1e-12, sight)
    low, high = boxes.low[chosen], boxes.high[chosen]
    enter = np.minimum((low - origin) / along, (high - origin) / along).max(axis=1)
    deeper: NDArray[np.bool_] = distance * (1.0 - enter) > _slack(boxes, chosen)
    return deeper


def visible_parts(hidden: list[Stretch]) -> list[tuple[float, float]]:
    """The shares 0..1 of a line that no stretch covers."""
    parts: list[tuple[float, float]] = []
    reached = 0.0
    for _, start, end in sorted(hidden, key=lambda stretch: stretch[1]):
        if start > reached:
            parts.append((reached, start))
        reached = max(reached, end)
    if reached < 1.0:
        parts.append((reached, 1.0))
    return parts
