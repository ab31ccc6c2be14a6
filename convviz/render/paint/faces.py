"""The picture on one face of a box: cell colours, averaged or enlarged to the pixels it covers."""

from __future__ import annotations

import math
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from convviz.render.paint.projection import FACE_AXES
from convviz.scene.order import Face
from convviz.scene.palette import MAP_SIZE, SHADE, Role, colour, colour_map
from convviz.scene.primitives import Boxes, Colours
from convviz.scene.themes import Look

Pixels = NDArray[np.float32]

FACE_SHADE = {
    Face.LEFT: SHADE["side"],
    Face.RIGHT: SHADE["side"],
    Face.TOP: SHADE["top"],
    Face.BOTTOM: SHADE["bottom"],
    Face.FRONT: SHADE["front"],
    Face.BACK: SHADE["back"],
}
_PRIMARIES = ("red", "green", "blue")
_SINGLE = {Colours.EMPTY: Role.EMPTY, Colours.PADDING: Role.PADDING}
_SHADES = 8  # rows of a face without cell rows of its own, for the fall-off of its shade
_TEXELS = 600_000
_CACHE_BYTES = 64 * 2**20


_Whose = Callable[[], object]  # the values, None where there are none or they are gone


def _nobody() -> None:
    """Whose picture it is where a box has no values."""


class FaceImages:
    """Pictures of faces, kept while the same values are shown in the same way."""

    def __init__(self, limit: int = _CACHE_BYTES) -> None:
        self._limit = limit
        self._bytes = 0
        # With whose picture it is: the values of documents long closed are not kept for it, and
        # their identity may pass to another array.
        self._kept: OrderedDict[Hashable, tuple[QImage, _Whose]] = OrderedDict()

    def image(
        self, boxes: Boxes, box: int, face: Face, look: Look, cell: tuple[float, float]
    ) -> tuple[QImage, bool]:
        """The picture of a face, and whether to smooth it when drawn.

        Parameters
        ----------
        cell : (along, down)
            Device pixels that a cell takes along the picture's columns and rows.
        """
        column, row = FACE_AXES[face.axis]
        count = boxes.count[box]
        size, smooth = _texels(int(count[column]), int(count[row]), cell)
        if boxes.values is None or boxes.colours in _SINGLE:
            size = (1, _SHADES)
        key = _key(boxes, box, face, look, size)
        found = self._kept.get(key)
        if found is not None and found[1]() is not boxes.values:
            self._bytes -= self._kept.pop(key)[0].sizeInBytes()
            found = None
        if found is None:
            values = boxes.values
            whose: _Whose = _nobody if values is None else weakref.ref(values)
            found = _picture(face_colours(boxes, box, face, look), face, size), whose
            self._kept[key] = found
            self._bytes += found[0].sizeInBytes()
            while self._bytes > self._limit and len(self._kept) > 1:
                _, (old, _) = self._kept.popitem(last=False)
                self._bytes -= old.sizeInBytes()
        else:
            self._kept.move_to_end(key)
        return found[0], smooth

    def clear(self) -> None:
        """Forget every picture."""
        self._kept.clear()
        self._bytes = 0


def face_colours(boxes: Boxes, box: int, face: Face, look: Look) -> Pixels:
    """Colours of the cells on a face before shading.

    Returns
    -------
    (rows, columns, 3) float32
        sRGB 0..1; one pixel for the whole face where every cell looks alike.
    """
    empty = np.array(colour(look.theme, Role.EMPTY), dtype=np.float32)
    if boxes.values is None or boxes.colours in _SINGLE:
        role = boxes.fill or _SINGLE.get(boxes.colours, Role.EMPTY)
        return np.array(colour(look.theme, role), dtype=np.float32).reshape(1, 1, 3)
    index, channel = _cells(boxes, box, face)
    found = _coloured(boxes, index, channel, look)
    hidden = _hidden(boxes, index)
    if boxes.blank > 0.0 and hidden.any():
        share = (hidden * np.float32(boxes.blank))[..., None]
        found = found + (empty - found) * share
    return found


def hollow_cells(boxes: Boxes, box: int, face: Face) -> NDArray[np.bool_] | None:
    """Which cells of a face, (rows, columns), have no value yet; None when each has one."""
    if boxes.values is None or boxes.blank <= 0.0 or boxes.shown_until >= len(boxes.values):
        return None
    hidden = _hidden(boxes, _cells(boxes, box, face)[0])
    return hidden if hidden.any() else None


def _hidden(boxes: Boxes, index: NDArray[np.int64]) -> NDArray[np.bool_]:
    hidden: NDArray[np.bool_] = (index >= boxes.shown_until) & (index != boxes.also_shown)
    return hidden


def _cells(boxes: Boxes, box: int, face: Face) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Flat indices and channels of a face's cells, (rows, columns) each."""
    column, row = FACE_AXES[face.axis]
    first, count = boxes.first[box].astype(np.int64), boxes.count[box].astype(np.int64)
    at: list[NDArray[np.int64]] = [np.zeros((1, 1), dtype=np.int64)] * 3
    at[column] = (first[column] + np.arange(count[column]))[None, :]
    at[row] = (first[row] + np.arange(count[row]))[:, None]
    at[face.axis] = first[face.axis] + np.full((1, 1), count[face.axis] - 1 if face.high else 0)
    index = int(boxes.offset[box]) + sum(
        (at[axis] * boxes.stride[axis] for axis in range(3)), np.zeros((1, 1), dtype=np.int64)
    )
    return index, np.broadcast_to(at[2], index.shape)


def _coloured(
    boxes: Boxes, index: NDArray[np.int64], channel: NDArray[np.int64], look: Look
) -> Pixels:
    assert boxes.values is not None
    high = np.float32(max(boxes.high, 1e-20))
    if boxes.colours is Colours.PICTURE:
        base = index - channel * boxes.stride[2]
        steps = base[..., None] + np.arange(3) * boxes.stride[2]
        shares: Pixels = np.clip(boxes.values[steps] / high, 0.0, 1.0)
        return shares
    place = boxes.values[index] * (np.float32(255.0) / high)
    if boxes.colours.both_ways:
        place = place * np.float32(0.5) + np.float32(127.5)
    # fmax and fmin, unlike clip, take what is not a number for the lower end.
    place = np.fmin(np.fmax(place, 0.0), 255.0).astype(np.uint8)
    if boxes.colours is Colours.CHANNELS:
        tables = np.stack([colour_map(look.theme, name) for name in _PRIMARIES])
        table, at = tables.reshape(-1, 3), channel % 3 * MAP_SIZE + place
    else:
        table, at = colour_map(look.theme, boxes.colours.value, look.palette), place
    found: Pixels = table[at]
    if boxes.marks is not None:
        found[boxes.marks[index]] = colour(look.theme, Role.CUT)
    return found


def _texels(columns: int, rows: int, cell: tuple[float, float]) -> tuple[tuple[int, int], bool]:
    """How many pixels a face's picture gets, and whether they are to be smoothed."""
    size = (_along(columns, cell[0]), _along(rows, cell[1]) if rows > 1 else _SHADES)
    if size[0] * size[1] <= _TEXELS:
        return size, True
    if min(cell) >= 4.0:  # cells of many pixels: sharp squares, whose borders the lines cover
        return (columns, rows), False
    shrink = math.sqrt(_TEXELS / (size[0] * size[1]))
    return (max(int(size[0] * shrink), 1), max(int(size[1] * shrink), 1)), True


def _along(cells: int, pixels: float) -> int:
    """Pixels along an axis, in coarse steps so that a slow move finds them kept."""
    if cells == 1:
        return 1
    if pixels > 0.9:
        return cells * min(math.ceil(pixels), 64)
    step = 0.125 if pixels > 0.125 else 2.0 ** math.floor(math.log2(max(pixels, 1e-4)))
    return max(math.ceil(cells * math.ceil(pixels / step) * step), 1)


def _picture(cells: Pixels, face: Face, size: tuple[int, int]) -> QImage:
    """Shaded cell colours (rows, columns, 3) as an image of `size` (width, height)."""
    width, height = size
    columns = cells.shape[1]
    if width % columns:
        averaged = _averaging(columns, width) @ cells.transpose(1, 0, 2).reshape(columns, -1)
        cells = averaged.reshape(width, -1, 3).transpose(1, 0, 2)
    rows = cells.shape[0]
    if height % rows:
        averaged = _averaging(rows, height) @ cells.reshape(rows, -1)
        cells = averaged.reshape(height, -1, 3)
    elif rows == 1:
        cells = np.broadcast_to(cells, (height, cells.shape[1], 3))
    packed = _packed(cells * _shading(face, len(cells)))
    across, down = width // packed.shape[1], height // packed.shape[0]
    if across > 1:
        packed = np.repeat(packed, across, axis=1)
    if down > 1:
        packed = np.repeat(packed, down, axis=0)
    packed = np.ascontiguousarray(packed)  # columns averaged alone leave a transposed view
    image = QImage(packed.data, width, height, width * 4, QImage.Format.Format_RGB32)
    return image.copy()  # Qt does not keep the array alive


def _packed(cells: Pixels) -> NDArray[np.uint32]:
    """Colours (rows, columns, 3) float32 as 0xffRRGGBB, (rows, columns) uint32."""
    levels = np.minimum(cells * np.float32(255.0) + np.float32(0.5), 255.0).astype(np.uint32)
    found: NDArray[np.uint32] = (
        np.uint32(0xFF000000) | levels[..., 0] << 16 | levels[..., 1] << 8 | levels[..., 2]
    )
    return found


@lru_cache(maxsize=128)
def _averaging(cells: int, pixels: int) -> NDArray[np.float32]:
    """Weights (pixels, cells) float32: the share of each cell in each pixel (a box filter)."""
    border = np.arange(pixels + 1) * (cells / pixels)
    left, right = border[:-1, None], border[1:, None]
    at = np.arange(cells)[None, :]
    share = np.clip(np.minimum(right, at + 1) - np.maximum(left, at), 0.0, None)
    weights: NDArray[np.float32] = (share / share.sum(axis=1, keepdims=True)).astype(np.float32)
    return weights


def _shading(face: Face, rows: int) -> Pixels:
    """Shade of each row of a face's picture, (rows, 1, 1) float32.

    A soft fall-off away from the light, which comes from above and from the front.
    """
    at = (np.arange(rows, dtype=np.float32) + 0.5) / rows
    return (FACE_SHADE[face] * (1.02 - 0.05 * at)).astype(np.float32)[:, None, None]


def _key(boxes: Boxes, box: int, face: Face, look: Look, size: tuple[int, int]) -> Hashable:
    first, count = boxes.first[box], boxes.count[box]
    start = int(boxes.offset[box]) + int(first @ np.asarray(boxes.stride, dtype=np.int64))
    end = start + int((count - 1) @ np.asarray(boxes.stride, dtype=np.int64))
    shown: Hashable = None
    if boxes.blank > 0.0 and end >= boxes.shown_until:
        also = boxes.also_shown if start <= boxes.also_shown <= end else -1
        shown = (max(boxes.shown_until, start), also, boxes.blank)
    return (
        id(boxes.values),
        0 if boxes.marks is None else id(boxes.marks),
        start,
        int(first[2]),
        count.tobytes(),
        boxes.stride,
        boxes.colours,
        boxes.fill,
        boxes.high,
        shown,
        face,
        look,
        size,
    )
