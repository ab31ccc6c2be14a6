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
    values = boxes.values
    assert values is not None
    if not np.isfinite(values).all():
        values = np.nan_to_num(values)
    high = float(boxes.high) if boxes.high > 0.0 else 1.0
    name = _MAPS.get(boxes.colours)
    if name is not None:
        half = boxes.colours is Colours.DIVERGING
        level = values * np.float32(127.5 / high) + np.float32(127.5) if half else (
            values * np.float32(255.0 / high))
        return _table(theme, name)[_byte(level)]
    _, _, _, _, step, phase = cell_key(boxes, theme)
    index = np.arange(len(values))
    channel = (index // step - phase) % 3
    if boxes.colours is Colours.CHANNELS:
        tables = np.stack([_table(theme, each) for each in _CHANNEL_MAPS])
        return tables[channel, _byte(values * np.float32(255.0 / high))]
    base = index - channel * step
    red, green, blue = (
        _byte(values[np.clip(base + k * step, 0, len(values) - 1)] * np.float32(255.0 / high))
        for k in range(3)
    )
    return _packed(np.stack([red, green, blue], axis=1))


def _byte(level: NDArray[np.float32]) -> NDArray[np.uint8]:
    return (np.clip(level, 0.0, 255.0) + np.float32(0.5)).astype(np.uint8)


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
        self._held: dict[CellKey, CellTexture] = {}
        self.made = 0
        self.updated = 0
        device.owns(self)

    def prepare(self, records: Iterable[Boxes], theme: str) -> None:
        """Have exactly the textures that `records` need, reusing those of the right size."""
        wanted = {cell_key(each, theme): each for each in records if has_cells(each)}
        spare = [self._held.pop(key) for key in list(self._held) if key not in wanted]
        for key, boxes in wanted.items():
            if key not in self._held:
                self._held[key] = self._fill(boxes, theme, spare)
        for each in spare:
            each.texture.destroy()

    def bind(self, boxes: Boxes, theme: str) -> CellTexture:
        """Bind the texture of a record's cells, and return it."""
        found = self._held[cell_key(boxes, theme)]
        found.texture.bind(PICTURE_UNIT)
        return found

    def release(self) -> None:
        """Free all textures; the context must be current."""
        for each in self._held.values():
            each.texture.destroy()
        self._held.clear()

    def __len__(self) -> int:
        return len(self._held)

    def _fill(self, boxes: Boxes, theme: str, spare: list[CellTexture]) -> CellTexture:
        assert boxes.values is not None
        width, rows = texture_size(len(boxes.values), self._device.max_texture_size)
        fitting = [each for each in spare if (each.width, each.rows) == (width, rows)]
        if fitting:
            spare.remove(fitting[0])
            texture = fitting[0].texture
            self.updated += 1
        else:
            texture = _new_texture(width, rows)
            self.made += 1
        texels = np.zeros(width * rows, dtype=np.uint32)
        texels[: len(boxes.values)] = cell_colours(boxes, theme)
        texture.setData(_RGBA, _BYTES, texels.tobytes())
        return CellTexture(texture, width, rows, boxes.values)


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
