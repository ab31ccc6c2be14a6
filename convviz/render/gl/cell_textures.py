"""The cells' colours as textures, kept from frame to frame: one texel per cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PySide6.QtOpenGL import QOpenGLTexture

from convviz.render.gl.cell_colours import CellKey, cell_colours, cell_key, halved, has_cells
from convviz.render.gl.device import CELLS_UNIT, BufferTexture, Device, Program, put_texels
from convviz.scene.primitives import Boxes
from convviz.scene.themes import Look


class CellTexture(Protocol):
    """Where the colours of cells lie."""

    sheet: bool  # rows and columns, or one after another
    cells: int

    def fill(self, colours: NDArray[np.uint32]) -> None:
        """Replace the colours, (cells,)."""

    def bind(self, program: Program) -> None:
        """Have `program`, which is bound, read it."""

    def release(self) -> None:
        """Free it; the context must be current."""


class CellRow:
    """Colours one after another in a buffer texture: the quickest to read."""

    sheet = False

    def __init__(self, device: Device, cells: int) -> None:
        self.cells = cells
        self._texture = BufferTexture(device, CELLS_UNIT, GL.GL_RGBA8)

    def fill(self, colours: NDArray[np.uint32]) -> None:
        self._texture.upload(colours)

    def bind(self, program: Program) -> None:
        program.set(uCells=CELLS_UNIT)
        self._texture.bind()

    def release(self) -> None:
        self._texture.release()


class CellSheet:
    """Colours row by row in a 2D texture, for more cells than a buffer texture may hold.

    Its width is a power of two, so that the shader finds row and column without a division.
    """

    sheet = True

    def __init__(self, device: Device, cells: int) -> None:
        self.cells = cells
        self._width, self._rows = sheet_size(cells, device.max_texture_size)
        self._texture = QOpenGLTexture(QOpenGLTexture.Target.Target2D)
        self._texture.setFormat(QOpenGLTexture.TextureFormat.RGBA8_UNorm)
        self._texture.setSize(self._width, self._rows)
        self._texture.setMipLevels(1)
        self._texture.allocateStorage(_RGBA, _BYTES)
        nearest = QOpenGLTexture.Filter.Nearest
        self._texture.setMinMagFilters(nearest, nearest)

    def fill(self, colours: NDArray[np.uint32]) -> None:
        texels = np.zeros(self._width * self._rows, dtype=np.uint32)
        texels[: self.cells] = colours
        put_texels(self._texture, texels.tobytes())

    def bind(self, program: Program) -> None:
        shift = self._width.bit_length() - 1
        program.set(uCells=CELLS_UNIT, uMask=self._width - 1, uShift=shift)
        self._texture.bind(CELLS_UNIT)

    def release(self) -> None:
        self._texture.destroy()


_RGBA = QOpenGLTexture.PixelFormat.RGBA
_BYTES = QOpenGLTexture.PixelType.UInt8


class CellTextures:
    """The textures of all records on stage, shared by records with the same values."""

    def __init__(self, device: Device) -> None:
        self._device = device
        # By what the colours depend on, halvings along z, and the step of these in the values;
        # with the values, kept alive so that their id stays their own.
        self._held: dict[tuple[CellKey, int, int], tuple[CellTexture, object]] = {}
        self._spare: list[CellTexture] = []
        self.made = 0
        self.updated = 0
        device.owns(self)

    def prepare(self, records: Iterable[Boxes], look: Look) -> None:
        """Have the textures that `records` need, and spare those that they do not."""
        wanted = {cell_key(each, look): each for each in records if has_cells(each)}
        for key in [key for key in self._held if key[0] not in wanted]:
            self._spare.append(self._held.pop(key)[0])
        for boxes in wanted.values():
            self.find(boxes, look, 0)

    def find(self, boxes: Boxes, look: Look, level: int = 0) -> CellTexture:
        """The texture of a record's cells.

        With `level` > 0 a texel holds the mean of ``2**level`` cells along z, its own the first;
        such a texture is made when it is first asked for.
        """
        key = (cell_key(boxes, look), level, int(boxes.stride[2]) if level else 0)
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = (
                self._fill(boxes, look, level),
                (boxes.values, boxes.marks),
            )
        return found[0]

    def finish(self) -> None:
        """Free what could not be used again in this frame."""
        for each in self._spare:
            each.release()
        self._spare.clear()

    def release(self) -> None:
        """Free all textures; the context must be current."""
        self._spare += [each for each, _ in self._held.values()]
        self._held.clear()
        self.finish()

    def __len__(self) -> int:
        """How many different arrays of cells, as they are coloured, are held."""
        return len({key[0] for key in self._held})

    def _fill(self, boxes: Boxes, look: Look, level: int) -> CellTexture:
        colours = halved(cell_colours(boxes, look), int(boxes.stride[2]), level)
        fitting = [each for each in self._spare if each.cells == len(colours)]
        if fitting:
            texture = fitting[0]
            self._spare.remove(texture)
            self.updated += 1
        else:
            stacked = len(colours) <= self._device.max_buffer_texels
            texture = (CellRow if stacked else CellSheet)(self._device, len(colours))
            self.made += 1
        texture.fill(colours)
        return texture


def sheet_size(cells: int, largest: int) -> tuple[int, int]:
    """Width (a power of two) and rows of a 2D texture with room for `cells` texels.

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
