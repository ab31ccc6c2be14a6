"""Builders of box and line records: a whole volume, parts of it, a filter bank, an outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.scene.apart import Slabs
from convviz.scene.layout import Floats, corners, vector
from convviz.scene.palette import Role
from convviz.scene.primitives import Boxes, Colours, Lines

Range = tuple[int, int]

_EDGES = np.array(
    [(0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7)]
)


@dataclass(frozen=True)
class Part:
    """A block of cells cut from a volume: half-open ranges along x, y, z, and where it went.

    Attributes
    ----------
    x, y, z : (start, stop)
    shift : (dx, dy, dz)
        World units away from its place.
    tone, opacity : float
    """

    x: Range
    y: Range
    z: Range
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    tone: float = 1.0
    opacity: float = 1.0

    @property
    def empty(self) -> bool:
        """Whether it holds no cell."""
        return any(stop <= start for start, stop in (self.x, self.y, self.z))


@dataclass(frozen=True, eq=False)
class Skin:
    """How cells look, and where their values are.

    Attributes
    ----------
    values : (m,) float32 or None
    colours : Colours
    high : float
    shown_until, also_shown : int
    blank : float
    edge : Role or None
    grid : float
    marks : (m,) bool or None
        Cells in the colour of a mark.
    """

    values: Floats | None
    colours: Colours
    high: float = 1.0
    shown_until: int = 2**31 - 1
    also_shown: int = -1
    blank: float = 1.0
    edge: Role | None = Role.EDGE
    grid: float = 1.0
    edge_width: float = 1.0
    marks: NDArray[np.bool_] | None = None


def volume(
    id: str,
    shape: tuple[int, int, int],
    low: Floats,
    unit: float,
    skin: Skin,
    parts: Sequence[Part],
    scale: float = 1.0,
) -> Boxes:
    """The parts of one (C, H, W) volume as a box record.

    Parameters
    ----------
    low : (3,) float32
        Where cell (0, 0, 0) of the uncut volume begins.
    unit : float
        Depth of a channel.
    scale : float
        Factor across.
    """
    _, h, w = shape
    kept = [part for part in parts if not part.empty]
    step = np.array([scale, scale, unit], dtype=np.float32)
    first = np.array([(p.x[0], p.y[0], p.z[0]) for p in kept], dtype=np.int32).reshape(-1, 3)
    stop = np.array([(p.x[1], p.y[1], p.z[1]) for p in kept], dtype=np.int32).reshape(-1, 3)
    shift = np.array([p.shift for p in kept], dtype=np.float32).reshape(-1, 3)
    count = stop - first
    return _boxes(
        id,
        low + first * step + shift,
        count * step,
        first,
        count,
        np.zeros(len(kept), dtype=np.int32),
        (1, w, w * h),
        skin,
        np.array([p.tone for p in kept], dtype=np.float32),
        np.array([p.opacity for p in kept], dtype=np.float32),
    )


def bank(
    id: str,
    shape: tuple[int, int, int],
    low: Floats,
    offset: np.ndarray,
    unit: float,
    scale: float,
    skin: Skin,
    tone: Floats,
    opacity: Floats | None = None,
    channel: int = 0,
) -> Boxes:
    """Boxes of equal (C, kh, kw) shape, one per filter (or per slice), at `low` (n, 3).

    `channel` is the one that the first slice shows: it gives a picture's own colours.
    """
    c, kh, kw = shape
    first = np.zeros((len(low), 3), dtype=np.int32)
    first[:, 2] = channel
    offset = offset - channel * kw * kh
    n = len(low)
    size = np.broadcast_to(vector(kw * scale, kh * scale, c * unit), (n, 3))
    return _boxes(
        id,
        low,
        size,
        first,
        np.broadcast_to(np.array([kw, kh, c], dtype=np.int32), (n, 3)),
        offset,
        (1, kw, kw * kh),
        skin,
        tone,
        np.ones(n, dtype=np.float32) if opacity is None else opacity,
    )


def _boxes(
    id: str,
    low: Floats,
    size: Floats,
    first: np.ndarray,
    count: np.ndarray,
    offset: np.ndarray,
    stride: tuple[int, int, int],
    skin: Skin,
    tone: Floats,
    opacity: Floats,
) -> Boxes:
    return Boxes(
        id=id,
        low=np.ascontiguousarray(low, dtype=np.float32),
        size=np.ascontiguousarray(size, dtype=np.float32),
        first=np.ascontiguousarray(first, dtype=np.int32),
        count=np.ascontiguousarray(count, dtype=np.int32),
        offset=np.ascontiguousarray(offset, dtype=np.int32),
        stride=stride,
        values=skin.values,
        colours=skin.colours if skin.values is not None or _plain(skin) else Colours.EMPTY,
        high=skin.high,
        tone=np.ascontiguousarray(tone, dtype=np.float32),
        opacity=np.ascontiguousarray(opacity, dtype=np.float32),
        shown_until=skin.shown_until,
        also_shown=skin.also_shown,
        blank=skin.blank,
        grid=skin.grid,
        edge=skin.edge,
        edge_width=skin.edge_width,
        marks=skin.marks,
    )


def _plain(skin: Skin) -> bool:
    return skin.colours in (Colours.EMPTY, Colours.PADDING)


def ring(
    id: str,
    shape: tuple[int, int, int],
    padding: tuple[int, int, int, int],
    low: Floats,
    unit: float,
    slabs: Slabs,
    opacity: float,
) -> Boxes | None:
    """The padding zeros around a volume as glass boxes, up to four a slab; None without padding."""
    top, bottom, left, right = padding
    if not any(padding):
        return None
    _, h, w = shape
    skin = Skin(None, Colours.PADDING, edge=None, grid=0.8)
    sides = (
        ((-left, w + right), (-top, 0)),
        ((-left, w + right), (h, h + bottom)),
        ((-left, 0), (0, h)),
        ((w, w + right), (0, h)),
    )
    parts = [
        Part(x, y, (slab.first, slab.stop), slab.shift, opacity=opacity)
        for slab in slabs
        for x, y in sides
    ]
    return volume(id, shape, low, unit, skin, parts)


def outline(
    id: str,
    low: Floats,
    size: Floats,
    role: Role,
    width: float = 2.0,
    alpha: float = 1.0,
    on_top: bool = False,
    dash: float = 0.0,
    grow: float = 0.0,
) -> Lines:
    """The twelve edges of each box, from (n, 3) corners and extents, `grow` units outside."""
    low = np.atleast_2d(low) - grow
    size = np.atleast_2d(size) + 2 * grow
    points = corners(low, size).reshape(-1, 8, 3)
    start = points[:, _EDGES[:, 0]].reshape(-1, 3)
    end = points[:, _EDGES[:, 1]].reshape(-1, 3)
    return Lines(id, start, end, role, width, alpha, on_top, dash)


def rectangle(
    id: str,
    low: Floats,
    size: tuple[float, float],
    role: Role,
    width: float = 2.0,
    alpha: float = 1.0,
    on_top: bool = False,
) -> Lines:
    """The outline of a front face: `size` (w, h) from `low` in the plane z = low[2]."""
    x, y, z = (float(v) for v in low)
    w, h = size
    ring = np.array([(x, y, z), (x + w, y, z), (x + w, y + h, z), (x, y + h, z)], dtype=np.float32)
    return Lines(id, ring, np.roll(ring, -1, axis=0), role, width, alpha, on_top)


def segments(
    id: str,
    pairs: Sequence[tuple[Floats, Floats]],
    role: Role,
    width: float = 1.5,
    alpha: float = 1.0,
    on_top: bool = False,
    dash: float = 0.0,
) -> Lines:
    """Lines between pairs of world points."""
    start = np.array([a for a, _ in pairs], dtype=np.float32).reshape(-1, 3)
    end = np.array([b for _, b in pairs], dtype=np.float32).reshape(-1, 3)
    return Lines(id, start, end, role, width, alpha, on_top, dash)
