"""Where labels go: over no cell and over no other label.

The silhouettes of all boxes are stamped on a coarse mask; each label takes the first of its
candidate places that is free on the mask, inside the picture and clear of earlier labels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from convviz.scene.camera import Camera, project
from convviz.scene.layout import Floats, corners
from convviz.scene.primitives import Boxes, PlacedLabel, Span

Rect = tuple[float, float, float, float]
Say = Callable[[str, Mapping[str, object]], tuple[Span, ...]]
Measure = Callable[[tuple[Span, ...], float, int], tuple[float, float]]

CELL = 4.0  # logical pixels of a mask cell
AIR = 7.0  # logical pixels kept between a label and what is near it
REACH = (1.0, 2.2, 3.6, 5.4, 8.0, 11.0, 15.0, 20.0)  # distances tried, in AIRs
FARTHEST = 0.25  # how far off a free place is looked for, in the longer side of the picture
AROUND = ((0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1))


@dataclass(frozen=True)
class Wanted:
    """A label that wants a place.

    Attributes
    ----------
    id, key : str
        Stable id, and the key of its words.
    numbers : mapping
        What goes into the words.
    anchor : (x, y)
        Logical pixels.
    towards : tuple of (dx, dy)
        Directions to try, best first; the label's near edge is put there.
    points : float
        Type size.
    priority : int
        Lower is placed first; labels that find no place are left out unless `must`.
    pinned : bool
        Goes with its anchor whatever it covers, on a plate: what flies must not hop.
    brief : str, optional
        The key of fewer words, for a picture that has no free place for all of them.
    fixed : bool
        Its near edge stands at the anchor, which is known to be free of cells; left out where
        another label or the picture's edge is in the way.
    """

    id: str
    key: str
    numbers: Mapping[str, object]
    anchor: tuple[float, float]
    towards: tuple[tuple[float, float], ...]
    points: float
    priority: int = 5
    weight: int = 600
    alpha: float = 1.0
    must: bool = False
    pinned: bool = False
    plate: float = 0.0
    brief: str | None = None
    fixed: bool = False


class Mask:
    """Which parts of the picture are taken by boxes."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._rows = max(1, int(height / CELL) + 2)
        self._columns = max(1, int(width / CELL) + 2)
        self._taken: NDArray[np.bool_] = np.zeros((self._rows, self._columns), dtype=bool)
        self._sum: NDArray[np.int64] | None = None

    def stamp(self, hull: NDArray[np.float64]) -> None:
        """Mark a convex polygon, (n, 2) logical pixels in order round it."""
        if len(hull) < 3:
            return
        c0, r0 = np.floor(hull.min(axis=0) / CELL).astype(int)
        c1, r1 = np.ceil(hull.max(axis=0) / CELL).astype(int) + 1
        c0, r0 = max(c0, 0), max(r0, 0)
        c1, r1 = min(c1, self._columns), min(r1, self._rows)
        if c1 <= c0 or r1 <= r0:
            return
        x = (np.arange(c0, c1) + 0.5) * CELL
        y = (np.arange(r0, r1) + 0.5) * CELL
        inside = np.ones((r1 - r0, c1 - c0), dtype=bool)
        following = np.roll(hull, -1, axis=0)
        for (ax, ay), (bx, by) in zip(hull, following, strict=True):
            slack = CELL * 0.75 * float(np.hypot(bx - ax, by - ay))
            side = (bx - ax) * (y[:, None] - ay) - (by - ay) * (x[None, :] - ax)
            inside &= side >= -slack
        self._taken[r0:r1, c0:c1] |= inside
        self._sum = None

    def free(self, rect: Rect) -> bool:
        """Whether a rectangle (x, y, w, h) lies in the picture and on no box."""
        x, y, w, h = rect
        if x < 4 or y < 4 or x + w > self.width - 4 or y + h > self.height - 4:
            return False
        c0, r0 = int(x / CELL), int(y / CELL)
        c1 = min(int((x + w) / CELL) + 1, self._columns)
        r1 = min(int((y + h) / CELL) + 1, self._rows)
        table = self._table()
        return bool(table[r1, c1] - table[r0, c1] - table[r1, c0] + table[r0, c0] == 0)

    def all_free(self, w: float, h: float) -> NDArray[np.float64]:
        """The corners (x, y) of all rectangles of a size that are free, (n, 2), on the mask's grid.

        n is 0 where the size does not fit.
        """
        table, wide, high = self._table(), int(w / CELL) + 2, int(h / CELL) + 2
        if wide >= self._columns - 2 or high >= self._rows - 2:
            return np.zeros((0, 2))
        full = table[high:, wide:] - table[:-high, wide:] - table[high:, :-wide]
        rows, columns = np.nonzero(full + table[:-high, :-wide] == 0)
        found = np.stack([columns, rows], axis=1) * CELL
        fits = (found >= CELL).all(axis=1)
        fits &= (found[:, 0] + w <= self.width - 4) & (found[:, 1] + h <= self.height - 4)
        return np.asarray(found[fits], dtype=np.float64)

    def _table(self) -> NDArray[np.int64]:
        """Cells taken above and left of each, summed."""
        if self._sum is None:
            total = np.zeros((self._rows + 1, self._columns + 1), dtype=np.int64)
            total[1:, 1:] = self._taken.cumsum(axis=0).cumsum(axis=1)
            self._sum = total
        return self._sum

    def share(self) -> float:
        """Share of the picture that boxes cover, 0..1."""
        return float(self._taken.mean())


def hull(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Convex hull of (n, 2) points, in order round it (Andrew's monotone chain)."""
    if len(points) > 32:
        points = points[_extremes(points)]
    ordered = sorted({(x, y) for x, y in points.tolist()})
    if len(ordered) < 3:
        return np.array(ordered, dtype=float).reshape(-1, 2)

    def half(sequence: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for p in sequence:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return np.array(half(ordered) + half(ordered[::-1]), dtype=float)


def _extremes(points: NDArray[np.float64]) -> NDArray[np.intp]:
    """Indices of points that may lie on the hull: the outermost in 64 directions."""
    angles = np.linspace(0.0, 2.0 * np.pi, 64, endpoint=False)
    reach = points @ np.stack([np.cos(angles), np.sin(angles)])
    found: NDArray[np.intp] = reach.argmax(axis=0)
    return found


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@lru_cache(maxsize=48)
def silhouette(record: Boxes, camera: Camera, width: float, height: float) -> NDArray[np.float64]:
    """Hull on screen of a record's boxes together, (n, 2) logical pixels."""
    shot = project(camera, width, height, corners(*_outermost(record)))
    seen = (shot[:, 2] > 0) | camera.orthographic  # without perspective nothing is behind the eye
    return hull(shot[seen][:, :2])


def _outermost(record: Boxes) -> tuple[Floats, Floats]:
    """The boxes of a record that its outline depends on: of a straight row, the two ends."""
    low, size = record.low, record.size
    if len(low) > 2 and not (np.ptp(low[:, :2], axis=0).any() or np.ptp(size, axis=0).any()):
        ends = [int(low[:, 2].argmin()), int(low[:, 2].argmax())]
        return low[ends], size[ends]
    return low, size


def silhouettes(
    boxes: Sequence[Boxes], camera: Camera, width: float, height: float
) -> dict[str, NDArray[np.float64]]:
    """Hull on screen of each record's boxes together, by record id."""
    shown = [each for each in boxes if len(each.low) and float(each.opacity.max()) > 0.0]
    return {record.id: silhouette(record, camera, width, height) for record in shown}


def place_labels(
    wanted: Sequence[Wanted], mask: Mask, say: Say, measure: Measure
) -> tuple[PlacedLabel, ...]:
    """Give every label a place, the most important first.

    A label that finds none is left out, unless it `must` be seen: then it takes the nearest free
    place, or else one inside the picture on a plate, over no other label if there is such a place.
    """
    bare = Mask(mask.width, mask.height)
    placed: list[PlacedLabel] = []
    for want in sorted(wanted, key=lambda w: w.priority):
        if want.fixed:
            placed += _at_anchor(want, mask, say, measure, placed)
            continue
        keys = (want.key,) if want.pinned or want.brief is None else (want.key, want.brief)
        for key in keys:
            spans = say(key, want.numbers)
            size = measure(spans, want.points, want.weight)
            spot, plate = _free(want, size, mask, placed), want.plate
            if spot is not None:
                break
        if spot is None:
            if not (want.must or want.pinned):
                continue
            spot = None if want.pinned else _spot(want, size, bare, placed)
            spot, plate = spot or _inside(want, size, mask), 0.85
        x, y = round(spot[0]), round(spot[1])
        width, height = size
        placed.append(
            PlacedLabel(
                want.id, spans, x, y, width, height, want.points, want.weight, want.alpha, plate
            )
        )
    return tuple(placed)


def _at_anchor(
    want: Wanted, mask: Mask, say: Say, measure: Measure, placed: Sequence[PlacedLabel]
) -> list[PlacedLabel]:
    """A label in its one place, none where that is taken."""
    spans = say(want.key, want.numbers)
    size = measure(spans, want.points, want.weight)
    x, y = _corner(want.anchor, want.towards[0], size, 0.0)
    inside = x >= 2 and y >= 2 and x + size[0] <= mask.width - 2 and y + size[1] <= mask.height - 2
    if not inside or any(_touch((x, y, *size), label) for label in placed):
        return []
    return [PlacedLabel(want.id, spans, x, y, *size, want.points, want.weight, want.alpha)]


def _free(
    want: Wanted, size: tuple[float, float], mask: Mask, placed: Sequence[PlacedLabel]
) -> tuple[float, float] | None:
    """A place over no cell and no other label; None where there is none."""
    if want.pinned:
        return None
    spot = _spot(want, size, mask, placed)
    return _nearest(want, size, mask, placed) if spot is None and want.must else spot


def _spot(
    want: Wanted, size: tuple[float, float], mask: Mask, placed: Sequence[PlacedLabel]
) -> tuple[float, float] | None:
    for reach in REACH:
        for direction in want.towards:
            x, y = _corner(want.anchor, direction, size, AIR * reach)
            rect = (x, y, *size)
            if mask.free(rect) and not any(_touch(rect, label) for label in placed):
                return x, y
    return None


def _nearest(
    want: Wanted, size: tuple[float, float], mask: Mask, placed: Sequence[PlacedLabel]
) -> tuple[float, float] | None:
    """The free place nearest to the first one wanted."""
    x, y = _corner(want.anchor, want.towards[0], size, AIR)
    found = mask.all_free(*size)
    away = np.hypot(found[:, 0] - x, found[:, 1] - y)
    farthest = max(mask.width, mask.height) * FARTHEST
    for place in np.argsort(away, kind="stable"):
        rect = (float(found[place, 0]), float(found[place, 1]), *size)
        if away[place] > farthest:
            break
        if not any(_touch(rect, label) for label in placed):
            return rect[:2]
    return None


def _corner(
    anchor: tuple[float, float],
    direction: tuple[float, float],
    size: tuple[float, float],
    reach: float,
) -> tuple[float, float]:
    """Top left of a label whose near edge is `reach` from the anchor in a direction."""
    (ax, ay), (dx, dy), (w, h) = anchor, direction, size
    return ax + dx * reach + (dx - 1) * w / 2, ay + dy * reach + (dy - 1) * h / 2


def _touch(rect: Rect, label: PlacedLabel) -> bool:
    x, y, w, h = rect
    return not (
        x + w + 4 <= label.x
        or label.x + label.width + 4 <= x
        or y + h + 2 <= label.y
        or label.y + label.height + 2 <= y
    )


def _inside(want: Wanted, size: tuple[float, float], mask: Mask) -> tuple[float, float]:
    x, y = _corner(want.anchor, want.towards[0], size, AIR)
    return (
        min(max(x, 6.0), mask.width - size[0] - 6.0),
        min(max(y, 6.0), mask.height - size[1] - 6.0),
    )
