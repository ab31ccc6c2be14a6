"""The cells' colours as textures, kept from frame to frame.

Each texel is the colour of one cell, looked up in the colour map when its values arrive: one
fetch per cell in the fragment shader instead of two, which on software OpenGL saves a third of
the frame (measured), and cells average as colours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtOpenGL import QOpenGLTexture

from convviz.render.gl.device import PICTURE_UNIT, Device
from convviz.scene import palette
from convviz.scene.primitives import Boxes, Colours

CellKey = tuple[int, Colours, float, str, int, int]

_BY_CHANNEL = (Colours.CHANNELS, Colours.PICTURE)
_MAPS = {
    Colours.ACTIVATION: "activation",
    Colours.DIVERGING: "diverging",
    Colours.GREY: "grey",
}
# Halvings of cells along z beforehand, and up to how many values they are worth their time.
MOST_LEVELS, MOST_HALVED = 4, 1 << 21

_CHANNEL_MAPS = ("red", "green", "blue")


def has_cells(boxes: Boxes) -> bool:
    """Whether the record shows values (otherwise its boxes have one colour)."""
    return boxes.values is not None and boxes.colours not in (Colours.EMPTY, Colours.PADDING)


def cell_key(boxes: Boxes, theme: str) -> CellKey:
    """What the colours of a record's cells depend on; values count by identity."""
    step, phase = 0, 0
    if boxes.colours in _BY_CHANNEL:
        step = max(int(boxes.stride[2]), 1)
        phase = int(boxes.offset[0]) // step % 3 if len(boxes.offset) else 0
    return id(boxes.values), boxes.colours, float(boxes.high), theme, step, phase


def cell_colours(boxes: Boxes, theme: str) -> NDArray[np.uint32]:
    """The colour of each cell.

    Returns
    -------
    (m,) uint32
        Bytes red, green, blue, 255 in memory order, for the `m` values of `boxes`.
    """
    assert boxes.values is not None
    high = float(boxes.high) if boxes.high > 0.0 else 1.0
    low = -high if boxes.colours is Colours.DIVERGING else 0.0
    # 0..255 from the lower to the upper end of the range
    level = (np.clip(boxes.values, low, high) - np.float32(low)) * np.float32(255 / (high - low))
    if np.isnan(level).any():
        level = np.nan_to_num(level)
    byte = (level + np.float32(0.5)).astype(np.uint8)
    name = _MAPS.get(boxes.colours)
    if name is not None:
        return _table(theme, name)[byte]
    _, _, _, _, step, phase = cell_key(boxes, theme)
    index = np.arange(len(byte))
    channel = (index // step - phase) % 3
    if boxes.colours is Colours.CHANNELS:
        return np.stack([_table(theme, each) for each in _CHANNEL_MAPS])[channel, byte]
    base = index - channel * step
    together = [byte[np.clip(base + k * step, 0, len(byte) - 1)] for k in range(3)]
    return _packed(np.stack(together, axis=1))


def _table(theme: str, name: str) -> NDArray[np.uint32]:
    colours = palette.colour_map(theme, name)
    return _packed((colours * 255.0 + 0.5).astype(np.uint8))


def _packed(rgb: NDArray[np.uint8]) -> NDArray[np.uint32]:
    rgba = np.full((len(rgb), 4), 255, dtype=np.uint8)
    rgba[:, :3] = rgb
    return rgba.view(np.uint32).ravel()


@dataclass(eq=False)
class CellTexture:
    """A texture `width` (a power of two) wide that holds one colour per cell, row by row."""

    texture: QOpenGLTexture
    width: int
    rows: int
    values: NDArray[np.float32]  # kept alive, so that its id stays its own

    @property
    def mask(self) -> int:
        return self.width - 1

    @property
    def shift(self) -> int:
        return self.width.bit_length() - 1


class CellTextures:
    """The textures of all records on stage, shared by records with the same values."""

    def __init__(self, device: Device) -> None:
        self._device = device
        # By what the colours depend on, halvings along z, and the step of these in the values.
        self._held: dict[tuple[CellKey, int, int], CellTexture] = {}
        self._spare: list[CellTexture] = []
        self.made = 0
        self.updated = 0
        device.owns(self)

    def prepare(self, records: Iterable[Boxes], theme: str) -> None:
        """Have the textures that `records` need, and spare those that they do not."""
        wanted = {cell_key(each, theme): each for each in records if has_cells(each)}
        for key in [key for key in self._held if key[0] not in wanted]:
            self._spare.append(self._held.pop(key))
        for boxes in wanted.values():
            self._find(boxes, theme, 0)

    def bind(self, boxes: Boxes, theme: str, level: int = 0) -> CellTexture:
        """Bind the texture of a record's cells, and return it.

        With `level` > 0 a texel holds the mean of ``2**level`` cells along z, its own the first;
        such a texture is made when it is first asked for.
        """
        found = self._find(boxes, theme, level)
        found.texture.bind(PICTURE_UNIT)
        return found

    def finish(self) -> None:
        """Free what could not be used again in this frame."""
        for each in self._spare:
            each.texture.destroy()
        self._spare.clear()

    def release(self) -> None:
        """Free all textures; the context must be current."""
        self._spare += self._held.values()
        self._held.clear()
        self.finish()

    def __len__(self) -> int:
        """How many different arrays of cells, as they are coloured, are held."""
        return len({key[0] for key in self._held})

    def _find(self, boxes: Boxes, theme: str, level: int) -> CellTexture:
        key = (cell_key(boxes, theme), level, int(boxes.stride[2]) if level else 0)
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = self._fill(boxes, theme, level)
        return found

    def _fill(self, boxes: Boxes, theme: str, level: int) -> CellTexture:
        assert boxes.values is not None
        width, rows = texture_size(len(boxes.values), self._device.max_texture_size)
        fitting = [each for each in self._spare if (each.width, each.rows) == (width, rows)]
        if fitting:
            self._spare.remove(fitting[0])
            texture = fitting[0].texture
            self.updated += 1
        else:
            texture = _new_texture(width, rows)
            self.made += 1
        texels = np.zeros(width * rows, dtype=np.uint32)
        colours = cell_colours(boxes, theme)
        texels[: len(colours)] = halved(colours, int(boxes.stride[2]), level)
        texture.setData(_RGBA, _BYTES, texels.tobytes())
        return CellTexture(texture, width, rows, boxes.values)


def halved(colours: NDArray[np.uint32], step: int, level: int) -> NDArray[np.uint32]:
    """Mean colours of each cell and the following ones along an axis, ``2**level`` of them.

    Cells near the end of the values, which have fewer behind them, keep what they have.

    Parameters
    ----------
    colours : (m,) uint32
        As from `cell_colours`.
    step : int
        From a cell to the next along the axis.
    """
    if level == 0 or step <= 0:
        return colours
    parts = colours.view(np.uint8).reshape(-1, 4).astype(np.uint16)
    for doubling in range(level):
        reach = step << doubling
        if reach < len(parts):
            parts[:-reach] = (parts[:-reach] + parts[reach:] + 1) // 2
    return parts.astype(np.uint8).view(np.uint32).ravel()


def texture_size(cells: int, largest: int) -> tuple[int, int]:
    """Width (a power of two) and rows of a texture with room for `cells` texels.

    Raises
    ------
    ValueError
        When it would be larger than `largest` (GL_MAX_TEXTURE_SIZE).
    """
    width = 64
    while width * width < cells:
        width *= 2
    rows = max(-(-cells // width), 1)
    if max(width, rows) > largest:
        raise ValueError(f"{cells} cells do not fit a texture of {largest} x {largest}")
    return width, rows


_RGBA = QOpenGLTexture.PixelFormat.RGBA
_BYTES = QOpenGLTexture.PixelType.UInt8


def _new_texture(width: int, rows: int) -> QOpenGLTexture:
    texture = QOpenGLTexture(QOpenGLTexture.Target.Target2D)
    texture.setFormat(QOpenGLTexture.TextureFormat.RGBA8_UNorm)
    texture.setSize(width, rows)
    texture.setMipLevels(1)
    texture.setAutoMipMapGenerationEnabled(False)
    texture.allocateStorage(_RGBA, _BYTES)
    texture.setMinMagFilters(QOpenGLTexture.Filter.Nearest, QOpenGLTexture.Filter.Nearest)
    texture.setWrapMode(QOpenGLTexture.WrapMode.ClampToEdge)
    return texture
