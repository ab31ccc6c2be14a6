"""The numbers of the plot: a slot per channel, one more for the bias, and their running sum."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from convviz import words
from convviz.model.cell_records import AverageRecord, MaxRecord, NormRecord, SoftmaxRecord
from convviz.model.record import AnyRecord, CellRecord
from convviz.scene.animation import animation_at
from convviz.scene.cell_times import COMPARED, fallen
from convviz.scene.timeline import Phase, Storyboard


@dataclass(frozen=True)
class Series:
    """What is plotted.

    Attributes
    ----------
    parts : tuple of float
        Contribution of each channel, then the bias where the layer has one.
    channels : int
        How many of the parts are channels, or cells.
    greatest : bool
        The line is not their sum so far but the greatest of them.
    """

    parts: tuple[float, ...]
    channels: int
    greatest: bool = False

    @property
    def slots(self) -> int:
        """How many bars there are."""
        return len(self.parts)

    @property
    def has_bias(self) -> bool:
        """Whether the last bar is the bias."""
        return self.slots > self.channels

    @cached_property
    def sums(self) -> tuple[float, ...]:
        """The running sum before each slot and after the last."""
        if self.greatest:
            return (self.parts[0], *accumulate(self.parts, max))
        sums = [0.0]
        for part in self.parts:
            sums.append(sums[-1] + part)
        return tuple(sums)

    @cached_property
    def rising(self) -> tuple[bool, ...]:
        """Whether each part adds rather than takes away."""
        return tuple(part >= 0.0 for part in self.parts)

    def sum_at(self, place: float) -> float:
        """Give the running sum at a slot; a fraction is a part of the slot's contribution."""
        slot = min(int(place), self.slots)
        share = place - slot
        following = self.sums[min(slot + 1, self.slots)]
        return self.sums[slot] + share * (following - self.sums[slot])

    def bounds(self) -> tuple[float, float]:
        """Give the lowest and highest value, with air, and zero always inside."""
        low = min(0.0, *self.sums, *self.parts)
        high = max(0.0, *self.sums, *self.parts)
        air = 0.06 * ((high - low) or 1.0)
        return low - air, high + air


def series_of(record: CellRecord, bias: bool) -> Series:
    """Give the series of an output cell; `bias`: the story has a step for it."""
    parts = tuple(float(part) for part in record.channel_sums)
    return Series((*parts, record.bias) if bias else parts, len(parts))


def cells_series(record: AnyRecord) -> Series | None:
    """Give the series of a cell that is no sum of products: what each cell adds, or is."""
    if isinstance(record, AverageRecord | MaxRecord):
        parts = tuple(float(value) for value in record.cells)
        return Series(parts, len(parts), isinstance(record, MaxRecord))
    if isinstance(record, SoftmaxRecord):
        parts = tuple(float(value) for value in record.exponentials)
        return Series(parts, len(parts))
    if isinstance(record, NormRecord):
        parts = tuple(float(value) ** 2 for value in record.inputs)
        return Series(parts, len(parts))
    return None


def first_channel(record: AnyRecord) -> int:
    """Give the channel of the input, counted from 1, that the first bar stands for."""
    if isinstance(record, CellRecord):
        first: int = record.channels.start
        return first + 1
    return int(record.channels[0]) + 1 if isinstance(record, NormRecord) else 1


def group_of(record: AnyRecord | None, series: Series | None, channels: int) -> words.Group:
    """Give the channels, of so many in the input, that the bars stand for."""
    before = 0 if record is None else first_channel(record) - 1
    parted = isinstance(record, CellRecord) and series is not None
    return words.Group(before, series.channels if series and parted else channels, channels)


def united(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    """Give the bounds of an axis with room for both."""
    return min(first[0], second[0]), max(first[1], second[1])


def place_at(board: Storyboard, series: Series, time: float) -> float:
    """Give the slot that the story has come to at a time."""
    now = animation_at(board, time)
    if not board.channels:  # no channels are summed: cells are compared, or added up
        if board.first_of(Phase.TOTAL) is not None:
            return fallen(series.slots, now.totalled) if now.totalled > 0.0 else 0.0
        return series.slots * min(now.made / COMPARED, 1.0)
    place = now.summed + (now.biased if series.has_bias else 0.0)
    return min(place, float(series.slots))


def round_ticks(low: float, high: float, most: int) -> list[float]:
    """Give up to `most` round numbers between two bounds.

    Steps are 1, 2 or 5 times a power of ten.
    """
    span = high - low
    if span <= 0.0 or most < 1:
        return [0.0]
    exponent = math.floor(math.log10(span / most))
    step = next(
        factor * 10.0**power
        for power in (exponent, exponent + 1, exponent + 2)
        for factor in (1.0, 2.0, 5.0)
        if _count(low, high, factor * 10.0**power) <= most
    )
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [i * step for i in range(first, last + 1)]


def _count(low: float, high: float, step: float) -> int:
    return math.floor(high / step + 1e-9) - math.ceil(low / step - 1e-9) + 1


def channel_ticks(channels: int, most: int) -> list[int]:
    """Give the channels named on the axis, counted from 1: the first, round ones, the last."""
    if channels <= 1:
        return [1]
    rough = max(channels / max(most - 1, 1), 1.0)
    power = 10 ** math.floor(math.log10(rough))
    step = int(next(f * power for f in (1, 2, 5, 10) if f * power >= rough - 1e-9))
    inner = [n for n in range(step, channels, step) if channels - n > 0.5 * step and n > 1]
    return [1, *inner, channels]
