"""A synthetic picture with the statistics of photographs, to set a network's scales by."""

from __future__ import annotations

import numpy as np

from convviz.model.arrays import Floats
from convviz.model.hashing import text_key, uniforms

_SMALLEST, _LARGEST = 3.0, 40.0  # radii in pixels
_COLOUR = 0.35  # how far a leaf's colours stray from its grey


def dead_leaves(size: int = 128, leaves: int = 260) -> Floats:
    """Drop coloured discs on one another: the "dead leaves" model.

    Lee, Mumford & Huang, "Occlusion models for natural images", 2001: discs whose radii fall off
    as r⁻³ have the edges, flat parts and spectrum of photographs.

    Parameters
    ----------
    size
        Height and width in pixels.
    leaves
        How many discs.

    Returns
    -------
    Floats
        (3, size, size) float32 in 0..1; the same at every call.
    """
    draws = uniforms(text_key("leaves", 0), np.arange(8 * leaves, dtype=np.uint64))
    picture = np.full((3, size, size), 0.5, np.float32)
    at = np.arange(size, dtype=np.float32)
    least = (_SMALLEST / _LARGEST) ** 2
    for spread, left, top, grey, red, green, blue, _ in draws.reshape(leaves, 8):
        radius = _SMALLEST / np.sqrt(spread * (1 - least) + least)
        x, y = left * size, top * size
        rows = slice(max(0, int(y - radius)), max(0, int(y + radius + 1)))
        columns = slice(max(0, int(x - radius)), max(0, int(x + radius + 1)))
        disc = (at[rows, None] - y) ** 2 + (at[None, columns] - x) ** 2 < radius**2
        for channel, draw in enumerate((red, green, blue)):
            colour = np.clip(grey + _COLOUR * (draw - 0.5), 0, 1)
            picture[channel, rows, columns][disc] = colour
    return picture
