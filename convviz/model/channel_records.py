"""The records of cells that are made of several channels of one position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.model.arithmetic import joined, shortest
from convviz.model.arrays import Floats
from convviz.model.cell_records import OutputRecord, SourceCell

_E = "2.718281828459045"  # math.e: the text needs no import


@dataclass(frozen=True, eq=False, kw_only=True)
class NormRecord(OutputRecord):
    """One cell against the squares of its neighbours along the channels (LRN).

    Parameters
    ----------
    channels
        (n,) int: the neighbours' channels, itself among them; none lie outside.
    inputs
        (n,) float32: their values.
    value
        The cell's own, before.
    squares
        The sum of the neighbours' squares.
    k, factor, beta
        Of the divisor; `factor` is α ÷ size.
    divisor
        (k + factor·squares) ^ beta.
    """

    channels: NDArray[np.int64]
    inputs: Floats
    value: float
    squares: float
    k: float
    factor: float
    beta: float
    divisor: float

    @property
    def read(self) -> Floats:
        """The values side by side."""
        return self.inputs

    @property
    def channel_numbers(self) -> tuple[int, ...]:
        """The neighbours' channels."""
        return tuple(self.channels.tolist())

    @property
    def first_channel(self) -> int:
        """The first neighbour's."""
        return int(self.channels[0])

    @property
    def amounts(self) -> NDArray[np.float64]:
        """The squares of the neighbours."""
        return np.square(self.inputs, dtype=np.float64)

    @property
    def bars(self) -> tuple[float, ...]:
        """The squares."""
        return tuple(float(value) ** 2 for value in self.inputs)

    @property
    def divided_by(self) -> float:
        """What the squares make."""
        return self.divisor

    def chosen(self, cells: Sequence[SourceCell]) -> int:
        """Give the cell's own place."""
        return next(place for place, cell in enumerate(cells) if cell.channel == self.channel)

    def text(self) -> str:
        """Write the value over the divisor."""
        squares = joined([f"{shortest(x)}*{shortest(x)}" for x in self.inputs])
        return f"{shortest(self.value)}/({self.k} + {self.factor}*({squares}))**{self.beta}"


@dataclass(frozen=True, eq=False, kw_only=True)
class SoftmaxRecord(OutputRecord):
    """One channel's share of the exponentials at a position.

    Parameters
    ----------
    inputs
        (C,) float32: all channels at that position.
    highest
        The largest of them, which is subtracted before the exponential.
    exponentials
        (C,) float64: e ^ (input − highest).
    total
        Their sum.
    """

    inputs: Floats
    highest: float
    exponentials: NDArray[np.float64]
    total: float

    @property
    def read(self) -> Floats:
        """The values side by side."""
        return self.inputs

    @property
    def channel_numbers(self) -> tuple[int, ...]:
        """All channels."""
        return tuple(range(len(self.inputs)))

    @property
    def amounts(self) -> NDArray[np.float64]:
        """The exponentials."""
        return self.exponentials

    @property
    def own(self) -> float:
        """The exponential of this channel."""
        return float(self.exponentials[self.channel])

    @property
    def bars(self) -> tuple[float, ...]:
        """The exponentials."""
        return tuple(float(value) for value in self.exponentials)

    @property
    def divided_by(self) -> float:
        """The sum of the exponentials."""
        return self.total

    def chosen(self, cells: Sequence[SourceCell]) -> int:
        """Give the cell's own place."""
        return next(place for place, cell in enumerate(cells) if cell.channel == self.channel)

    def text(self) -> str:
        """Write this channel's exponential over the sum of all.

        In full digits: a rounding of 1e-6 in an exponent is one of 1e-6 in the share.
        """
        powers = [f"{_E}**({float(x)!r} - {self.highest!r})" for x in self.inputs]
        return f"{powers[self.channel]}/({joined(powers)})"
