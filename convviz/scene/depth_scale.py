"""How deep one channel is drawn: one unit for a whole network, and where a stage departs from it.

A cell is one unit wide and high. The same volume must look the same as one layer's output and as
the next one's input, so the depth of a channel is chosen once, over all volumes that are open.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

VolumeShape = tuple[int, int, int]  # (C, H, W)

DEEPEST = 1.9  # depth of the deepest volume, in widths of the widest
THICKEST = 0.1  # most that one channel is deep, in widths of the widest: few channels make no block
THINNEST_VOLUME = 0.02  # of its own width: thinner is not seen
DEEPEST_VOLUME = 4.0  # in its own widths: deeper is seen only from far away
ROD = 6  # cells across that a 1×1 volume counts as: it is a row of cells, not a sheet


@dataclass(frozen=True)
class Common:
    """What everything that is shown together has in common.

    Attributes
    ----------
    depth_unit : float
        Depth of one channel, in widths of a cell.
    input_high, weight_high, output_high : float or None
        Upper ends of the colour ranges; None: each stage has its own.
    """

    depth_unit: float
    input_high: float | None = None
    weight_high: float | None = None
    output_high: float | None = None


def common_of(shapes: Iterable[VolumeShape]) -> Common:
    """What the stages of networks share, from the (C, H, W) of all their volumes."""
    return Common(depth_unit(shapes))


def depth_unit(shapes: Iterable[VolumeShape]) -> float:
    """Depth of one channel, so that the deepest volume is 1.9 times as deep as the widest is wide.

    The 1×1 volumes at a network's end (up to 25,088 channels in VGG) do not count beside wider
    ones: they would make sheets of all the others.
    """
    every = list(shapes)
    wide = [shape for shape in every if not _is_rod(shape)] or every
    widest = max(_width(shape) for shape in wide)
    deepest = max(shape[0] for shape in wide)
    return min(widest * DEEPEST / deepest, max(1.0, widest * THICKEST))


def stage_unit(unit: float, shapes: Iterable[VolumeShape]) -> float:
    """The depth of a channel on one stage: the network's unit, or the nearest that can be read.

    Departed from only where a volume would be thinner than 2 % or deeper than 4 times its own
    width. Where one stage has volumes of both sorts, no unit suits both: the middle of the bounds.
    """
    volumes = list(shapes)
    least = max(THINNEST_VOLUME * max(shape[1:]) / shape[0] for shape in volumes)
    most = min(DEEPEST_VOLUME * _width(shape) / shape[0] for shape in volumes)
    if least > most:
        return math.sqrt(least * most)
    return min(max(unit, least), most)


@dataclass(frozen=True)
class Depths:
    """How deep the volumes of a strip are, in cells: `unit` a channel, a rod at most `longest`."""

    unit: float
    longest: float

    @classmethod
    def of_all(cls, unit: float, shapes: Sequence[VolumeShape]) -> Depths:
        """Rods are cut at the depth that the deepest volume may have."""
        return cls(unit, DEEPEST * max(_width(shape) for shape in shapes))

    def of(self, shape: VolumeShape) -> float:
        """The depth of a volume."""
        return self.longest if self.cuts(shape) else shape[0] * self.unit

    def cuts(self, shape: VolumeShape) -> bool:
        """Whether a volume is drawn shorter than it is."""
        return _is_rod(shape) and shape[0] * self.unit > self.longest


def _is_rod(shape: VolumeShape) -> bool:
    return max(shape[1:]) == 1


def _width(shape: VolumeShape) -> int:
    """The longer side across; that of a rod as it is laid out."""
    return ROD if _is_rod(shape) else max(shape[1:])
