"""Back-to-front order of boxes, and which of their faces look at the viewer.

A painter without a depth buffer needs an order in which no box is painted over by one that it
hides. For two boxes that do not intersect, a plane along some axis lies between them; the box
on the eye's side of that plane cannot be hidden by the other (Newell, Newell & Sancha 1972,
"A solution to the hidden surface problem", with axis planes only). Those pairs make a graph,
sorted topologically. Sticks can hide each other in a circle; then one of them is cut in two.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.scene.camera import Camera, axes, eye

Points = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]

# Share of the stage's extent by which boxes are shrunk, so that touching ones do not intersect.
_SLACK = 1e-6


class Face(IntEnum):
    """The six faces of a box; ``value // 2`` is the axis, an odd value the far end of it."""

    LEFT = 0
    RIGHT = 1
    TOP = 2
    BOTTOM = 3
    FRONT = 4
    BACK = 5

    @property
    def axis(self) -> int:
        """0, 1, 2 for the axis (x, y, z) that the face is square to."""
        return self.value // 2

    @property
    def high(self) -> bool:
        """Whether the face lies at the box's largest coordinate on its axis."""
        return self.value % 2 == 1


@dataclass(frozen=True, eq=False)
class Order:
    """Boxes from the farthest to the nearest.

    Attributes
    ----------
    box : (m,) int
        Index of the box in the input; a permutation unless boxes had to be cut.
    low, size : (m, 3) float64
        What is to be painted of it: the box itself, or one piece of it.
    cut : (m,) bool
        True for a piece.
    """

    box: Indices
    low: Points
    size: Points
    cut: Flags


def faces_towards(camera: Camera, low: ArrayLike, size: ArrayLike) -> Flags:
    """Which faces of boxes are turned to the viewer.

    Parameters
    ----------
    low, size : (n, 3) float
        World units.

    Returns
    -------
    (n, 6) bool
        Columns in the order of `Face`.
    """
    start, end = _ends(low, size)
    below, above = _sides(camera, start, end)
    shown = np.empty((len(start), 6), dtype=bool)
    shown[:, 0::2], shown[:, 1::2] = below, above
    return shown


def back_to_front(camera: Camera, low: ArrayLike, size: ArrayLike) -> Order:
    """The order in which a painter without a depth buffer may draw boxes.

    Parameters
    ----------
    low, size : (n, 3) float
        Corner with the smallest coordinates, and extent, of boxes that do not intersect.

    Returns
    -------
    Order
        The same for the same input; of boxes that do not hide each other the farther comes
        first, then the one with the lower index.
    """
    start, end = _ends(low, size)
    pieces = _Pieces(camera, start, end)
    done: list[int] = []
    left = np.arange(len(start))
    while len(left):
        sorted_part, stuck = pieces.sort(left)
        done.extend(sorted_part)
        left = stuck
        if len(stuck):
            left, forced = pieces.split(stuck)
            done.extend(forced)
    chosen = np.array(done, dtype=np.intp)
    low_of, high_of = pieces.low[chosen], pieces.high[chosen]
    return Order(pieces.owner[chosen], low_of, high_of - low_of, pieces.cut[chosen])


def may_hide(camera: Camera, low: ArrayLike, size: ArrayLike) -> Flags:
    """Pairs of boxes of which the first can hide some of the second.

    Returns
    -------
    (n, n) bool
        ``[i, j]`` is True when box `i` can lie in front of box `j`.
    """
    start, end = _ends(low, size)
    return _hides(camera, start, end)


class _Pieces:
    """Boxes, some of them cut, while they are being sorted."""

    def __init__(self, camera: Camera, low: Points, high: Points) -> None:
        self.camera = camera
        self.low, self.high = low, high
        self.owner = np.arange(len(low))
        self.cut = np.zeros(len(low), dtype=bool)
        extent = float(np.ptp(np.concatenate([low, high]))) if len(low) else 0.0
        self.slack = extent * _SLACK

    def sort(self, chosen: Indices) -> tuple[list[int], Indices]:
        """Sort `chosen` as far as possible; also gives those left over, which form circles."""
        low, high = self.low[chosen], self.high[chosen]
        hides = _hides(self.camera, low, high)
        waiting = hides.sum(axis=1)
        depth = ((low + high) / 2.0 - eye(self.camera)) @ axes(self.camera)[2]
        rank = np.empty(len(chosen), dtype=np.intp)
        rank[np.lexsort((np.arange(len(chosen)), -depth))] = np.arange(len(chosen))
        done: list[int] = []
        open_ = np.ones(len(chosen), dtype=bool)
        never = len(chosen)
        turn = np.where(waiting == 0, rank, never)
        while open_.any():
            box = int(turn.argmin())
            if turn[box] == never:
                break
            done.append(int(chosen[box]))
            open_[box], turn[box] = False, never
            over = np.flatnonzero(hides[:, box])
            waiting[over] -= 1
            free = over[waiting[over] == 0]
            turn[free] = rank[free]
        return done, chosen[open_]

    def split(self, stuck: Indices) -> tuple[Indices, list[int]]:
        """Cut one box of a circle by a face plane of another.

        Gives what is still to be sorted, and what must be painted now because nothing can be
        cut (only where the input intersects).
        """
        circle = self._circle(stuck)
        found = self._plane(circle)
        if found is None:
            return stuck[stuck != circle[0]], circle[:1]
        box, axis, at = found
        upper = len(self.low)
        self.low = np.vstack([self.low, self.low[box]])
        self.high = np.vstack([self.high, self.high[box]])
        self.high[box, axis] = at
        self.low[upper, axis] = at
        self.owner = np.append(self.owner, self.owner[box])
        self.cut = np.append(self.cut, True)
        self.cut[box] = True
        return np.append(stuck, upper), []

    def _circle(self, stuck: Indices) -> list[int]:
        hides = _hides(self.camera, self.low[stuck], self.high[stuck])
        path, seen = [0], {0: 0}
        while True:
            following = int(np.flatnonzero(hides[path[-1]])[0])
            if following in seen:
                return [int(stuck[i]) for i in path[seen[following] :]]
            seen[following] = len(path)
            path.append(following)

    def _plane(self, circle: list[int]) -> tuple[int, int, float] | None:
        for box in circle:
            for other in circle:
                for axis in range(3):
                    for at in (self.low[other, axis], self.high[other, axis]):
                        inside = self.low[box, axis] + self.slack < at
                        if inside and at < self.high[box, axis] - self.slack:
                            return box, axis, float(at)
        return None


def _ends(low: ArrayLike, size: ArrayLike) -> tuple[Points, Points]:
    start = np.asarray(low, dtype=np.float64).reshape(-1, 3)
    return start, start + np.asarray(size, dtype=np.float64).reshape(-1, 3)


def _sides(camera: Camera, low: Points, high: Points) -> tuple[Flags, Flags]:
    """Whether the eye lies below the low end, and above the high end, of boxes on each axis."""
    if camera.orthographic:
        forward = axes(camera)[2]
        return (
            np.broadcast_to(forward > 1e-12, low.shape),
            np.broadcast_to(forward < -1e-12, low.shape),
        )
    at = eye(camera)
    return at < low, at > high


def _hides(camera: Camera, low: Points, high: Points) -> Flags:
    slack = _SLACK * float(np.ptp(np.concatenate([low, high]))) if len(low) else 0.0
    trim = np.minimum(slack, (high - low) / 4.0)
    low, high = low + trim, high - trim
    below, above = _sides(camera, low, high)
    if camera.orthographic:  # looking along a plane, neither side hides the other
        below, above = ~above, ~below
    never = np.zeros((len(low), len(low)), dtype=bool)
    for axis in range(3):
        before = high[:, None, axis] <= low[None, :, axis]
        never |= before & above[:, None, axis]
        never |= before.T & below[:, None, axis]
    hides = ~never & _overlap(camera, low, high)
    np.fill_diagonal(hides, False)
    both = hides & hides.T
    if both.any():  # intersecting boxes: the one with the nearer middle is taken for the front
        depth = ((low + high) / 2.0 - eye(camera)) @ axes(camera)[2]
        rank = np.empty(len(low), dtype=np.intp)
        rank[np.argsort(depth, kind="stable")] = np.arange(len(low))
        hides &= ~both | (rank[:, None] < rank[None, :])
    return hides


def _overlap(camera: Camera, low: Points, high: Points) -> Flags:
    """Whether the pictures of two boxes have overlapping bounding rectangles."""
    right, down, forward = axes(camera)
    corners = box_corners(low, high - low) - eye(camera)
    depth = corners @ forward
    across = np.stack([corners @ right, corners @ down])
    behind = np.zeros(len(low), dtype=bool)
    if not camera.orthographic:
        behind = np.any(depth <= 1e-9, axis=1)
        across = across / np.where(depth <= 1e-9, 1.0, depth)
    near, far = across.min(axis=2), across.max(axis=2)
    near[:, behind], far[:, behind] = -np.inf, np.inf
    clear: Flags = np.all(near[:, :, None] < far[:, None, :], axis=0)
    return clear & clear.T


def box_corners(low: ArrayLike, size: ArrayLike) -> Points:
    """The eight corners of boxes.

    Returns
    -------
    (n, 8, 3) float64
        Corner ``4 * z + 2 * y + x``, where x, y, z are 0 at the low and 1 at the high end.
    """
    start, end = _ends(low, size)
    bits = (np.arange(8)[:, None] >> np.arange(3)) & 1
    return np.where(bits[None] == 1, end[:, None, :], start[:, None, :])
