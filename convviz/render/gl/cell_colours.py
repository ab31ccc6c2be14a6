"""The colours of cells, worked out when their values arrive.

One fetch per cell in the fragment shader instead of two (value, then colour map) saves a third of
a frame on software OpenGL (measured), and cells smaller than a pixel average as colours.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.scene import palette
from convviz.scene.primitives import Boxes, Colours
from convviz.scene.themes import Look

CellKey = tuple[int, Colours, float, Look, int, int, int]

_BY_CHANNEL = (Colours.CHANNELS, Colours.PICTURE)
_MAPS = {
    Colours.ACTIVATION: "activation",
    Colours.DIVERGING: "diverging",
    Colours.RESULTS: "results",
    Colours.GREY: "grey",
}
# Halvings of cells along z beforehand, and up to how many values they are worth their time.
MOST_LEVELS, MOST_HALVED = 4, 1 << 21

_CHANNEL_MAPS = ("red", "green", "blue")


def has_cells(boxes: Boxes) -> bool:
    """Whether the record shows values (otherwise its boxes have one colour)."""
    return boxes.values is not None and boxes.colours not in (Colours.EMPTY, Colours.PADDING)


def cell_key(boxes: Boxes, look: Look) -> CellKey:
    """What the colours of a record's cells depend on; values count by identity."""
    step, phase = 0, 0
    if boxes.colours in _BY_CHANNEL:
        step = max(int(boxes.stride[2]), 1)
        phase = int(boxes.offset[0]) // step % 3 if len(boxes.offset) else 0
    marks = 0 if boxes.marks is None else id(boxes.marks)
    return id(boxes.values), boxes.colours, float(boxes.high), look, step, phase, marks


def cell_colours(boxes: Boxes, look: Look) -> NDArray[np.uint32]:
    """The colour of each cell.

    Returns
    -------
    (m,) uint32
        Bytes red, green, blue, 255 in memory order, for the `m` values of `boxes`.
    """
    assert boxes.values is not None
    high = float(boxes.high) if boxes.high > 0.0 else 1.0
    low = -high if boxes.colours.both_ways else 0.0
    # 0..255 from the lower to the upper end of the range
    level = (np.clip(boxes.values, low, high) - np.float32(low)) * np.float32(255 / (high - low))
    if np.isnan(level).any():
        level = np.nan_to_num(level)
    byte = (level + np.float32(0.5)).astype(np.uint8)
    name = _MAPS.get(boxes.colours)
    if name is not None:
        found = _table(look, name)[byte]
        if boxes.marks is not None:
            mark = np.array(palette.colour(look.theme, palette.Role.CUT)) * 255.0 + 0.5
            found[boxes.marks] = _packed(mark.astype(np.uint8)[None])[0]
        return found
    _, _, _, _, step, phase, _ = cell_key(boxes, look)
    index = np.arange(len(byte))
    channel = (index // step - phase) % 3
    if boxes.colours is Colours.CHANNELS:
        return np.stack([_table(look, each) for each in _CHANNEL_MAPS])[channel, byte]
    base = index - channel * step
    together = [byte[np.clip(base + k * step, 0, len(byte) - 1)] for k in range(3)]
    return _packed(np.stack(together, axis=1))


def _table(look: Look, name: str) -> NDArray[np.uint32]:
    colours = palette.colour_map(look.theme, name, look.palette)
    return _packed((colours * 255.0 + 0.5).astype(np.uint8))


def _packed(rgb: NDArray[np.uint8]) -> NDArray[np.uint32]:
    rgba = np.full((len(rgb), 4), 255, dtype=np.uint8)
    rgba[:, :3] = rgb
    return rgba.view(np.uint32).ravel()


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
