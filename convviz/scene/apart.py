"""Channels pulled apart: behind each other like a picture's, or side by side on a sheet.

A channel keeps its place in depth on a sheet, so that boxes never meet on their way there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Shape = tuple[int, int, int]  # (C, H, W)
Sides = tuple[int, int, int, int]

NUMBERED = 16  # so many channels have a number each; more are numbered by rows
PLATES = 8  # behind each other, where a filter has more channels than that
NEXT, NEXT_CELL = 0.2, 0.7  # free between the columns of a sheet, in widths; of single cells
UNDER, UNDER_CELL = 0.42, 0.9  # and between its rows, in heights, where each has a number
CLOSE = 0.16  # where rows have
RISE, LEAN = 0.55, 0.45  # how far what lies deeper is seen higher up and to the right, in depths


@dataclass(frozen=True)
class Slab:
    """Channels of a volume that stay together when it is pulled apart.

    Attributes
    ----------
    first, stop : int
    shift : (dx, dy, dz)
        World units from where they lie together.
    alone : bool
        Whether they are a volume of their own, one of several that a layer reads.
    """

    first: int
    stop: int
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    alone: bool = False


Slabs = tuple[Slab, ...]


def together(channels: int) -> Slabs:
    """One block."""
    return (Slab(0, channels),)


def behind(channels: int, distance: float) -> Slabs:
    """Up to eight plates behind each other, each of as many channels as the others."""
    if distance <= 0.0 or channels < 2:
        return together(channels)
    plate = 1
    while plate * PLATES < channels:
        plate *= 2
    firsts = range(0, channels, plate)
    return tuple(
        Slab(first, min(first + plate, channels), (0.0, 0.0, number * distance))
        for number, first in enumerate(firsts)
    )


def columns_of(shape: Shape) -> int:
    """Columns of a sheet that is about square: four where a few channels have a number each."""
    channels, height, width = shape
    square = math.sqrt(channels * height / width)
    if channels <= NUMBERED:
        rows = max(1, round(channels / max(square, 1.0)))
        return math.ceil(channels / rows)
    return 1 << max(2, math.ceil(math.log2(max(square, 1.0)) - 0.2))


def side_by_side(shape: Shape, padding: Sides, unit: float, share: float) -> Slabs:
    """Every channel by itself, row by row, as far as `share` (0..1) of the way there."""
    channels, height, width = shape
    if share <= 0.0 or channels < 2:
        return together(channels)
    top, bottom, left, right = padding
    columns = columns_of(shape)
    rows = math.ceil(channels / columns)
    cell = height == width == 1
    under = (UNDER_CELL if cell else UNDER) if channels <= NUMBERED else CLOSE
    wide = width * (1.0 + (NEXT_CELL if cell else NEXT)) + left + right + unit * LEAN
    high = height * (1.0 + under) + top + bottom + (columns + 1) * unit * RISE
    return tuple(
        Slab(
            channel,
            channel + 1,
            (
                share * wide * (channel % columns),
                share * high * (channel // columns - (rows - 1) / 2.0),
                0.0,
            ),
        )
        for channel in range(channels)
    )


def volumes_behind(parts: Sequence[int], gap: float) -> Slabs:
    """Several volumes behind one another, each as far as `gap` from the one before it."""
    ends = [*accumulate(parts)]
    return tuple(
        Slab(end - channels, end, (0.0, 0.0, number * gap), True)
        for number, (channels, end) in enumerate(zip(parts, ends, strict=True))
    )


def volumes_beside(parts: Sequence[int], pitch: float, unit: float) -> Slabs:
    """Several volumes beside one another, `pitch` from the side of one to that of the next."""
    ends = [*accumulate(parts)]
    return tuple(
        Slab(end - channels, end, (number * pitch, 0.0, -(end - channels) * unit), True)
        for number, (channels, end) in enumerate(zip(parts, ends, strict=True))
    )


def shift_of(slabs: Slabs, channel: int) -> Floats:
    """How far a channel is pulled away from where it lies with the others, (3,) float32."""
    slab = next(slab for slab in slabs if slab.first <= channel < slab.stop)
    return np.array(slab.shift, dtype=np.float32)


def shifts_of(slabs: Slabs) -> Floats:
    """The same for every channel, (C, 3) float32."""
    shift = np.array([slab.shift for slab in slabs], dtype=np.float32)
    return np.repeat(shift, [slab.stop - slab.first for slab in slabs], axis=0)


def extent(slabs: Slabs, shape: Shape, unit: float) -> tuple[Floats, Floats]:
    """Corner and size of what channels take together, from the uncut volume's corner."""
    shift = np.array([slab.shift for slab in slabs], dtype=np.float32)
    first = np.array([slab.first for slab in slabs], dtype=np.float32)
    stop = np.array([slab.stop for slab in slabs], dtype=np.float32)
    low = shift.copy()
    high = shift + np.array([shape[2], shape[1], 0.0], dtype=np.float32)
    low[:, 2] += first * np.float32(unit)
    high[:, 2] += stop * np.float32(unit)
    corner = low.min(axis=0)
    size: Floats = (high.max(axis=0) - corner).astype(np.float32)
    return corner, size
