"""The records themselves: which cells and numbers make one output cell, and that as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.model.arithmetic import joined, shortest
from convviz.model.arrays import Floats

_E = "2.718281828459045"  # math.e: the text needs no import


@dataclass(frozen=True, eq=False)
class Step:
    """An elementwise layer after the convolution, at this one cell.

    `numbers` are what it used (batch norm: scale and shift, then γ, μ, σ and β); `before` and
    `after` its value.
    """

    node: str
    kind: str
    before: float
    after: float
    numbers: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class CellRecord:
    """How one output cell of a convolution, or of a linear layer, comes about.

    Cg = Cin ÷ groups; a linear layer is a 1×1 convolution of a flat input.

    Parameters
    ----------
    filter, row, column
        The output cell; the filter is its channel.
    channels
        The input channels that the filter reads.
    rows, columns
        (kh,) and (kw,) int: input rows and columns; negative or ≥ size: padding.
    inside
        (kh, kw) bool: on the input, not on padding.
    inputs, weights
        (Cg, kh, kw) float32; padding reads 0.
    products
        (Cg, kh, kw) float64, exact.
    channel_sums, running
        (Cg,) float64: each channel's products summed; the sum up to and with this channel,
        without the bias.
    bias
        Zero where the layer has none.
    before, after
        The layer's own values: of the convolution, and after the stage's last layer.
    activation
        Kind of the stage's last layer ("relu", "batch-norm"), or None.
    steps
        Every elementwise layer of the stage, in order.
    """

    filter: int
    row: int
    column: int
    channels: slice
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    inside: NDArray[np.bool_]
    inputs: Floats
    weights: Floats
    products: NDArray[np.float64]
    channel_sums: NDArray[np.float64]
    running: NDArray[np.float64]
    bias: float
    before: float
    after: float
    activation: str | None
    steps: tuple[Step, ...] = ()

    @property
    def scale(self) -> float:
        """Σ|terms|, by which an error is judged."""
        return float(np.abs(self.products).sum()) + abs(self.bias)

    def text(self) -> str:
        """Write out every term and the bias; terms bracketed per channel."""
        channels = []
        for inputs, weights in zip(self.inputs, self.weights, strict=True):
            pairs = zip(inputs.ravel(), weights.ravel(), strict=True)
            terms = [f"{shortest(x)}*{shortest(w)}" for x, w in pairs]
            channels.append(terms[0] if len(terms) == 1 else f"({joined(terms)})")
        text = joined(channels)
        return f"{text} + {shortest(self.bias)}" if self.bias else text


@dataclass(frozen=True, eq=False, kw_only=True)
class OutputRecord:
    """What the records of all other kinds have in common.

    Parameters
    ----------
    channel, row, column
        The output cell.
    before
        The layer's own value there.
    steps
        The elementwise layers after it, in order.
    """

    channel: int
    row: int
    column: int
    before: float
    steps: tuple[Step, ...] = ()

    @property
    def filter(self) -> int:
        """The channel, as the record of a sum calls it."""
        return self.channel

    @property
    def after(self) -> float:
        """The value after the stage's last layer."""
        return self.steps[-1].after if self.steps else self.before

    @property
    def activation(self) -> str | None:
        """Kind of the stage's last layer, or None."""
        return self.steps[-1].kind if self.steps else None

    @property
    def scale(self) -> float:
        """Σ|terms|, by which an error is judged; of what is no sum, the value's own size."""
        return abs(self.before)

    def text(self) -> str:
        """Write the arithmetic so that Python evaluates it to `before`."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False, kw_only=True)
class WindowRecord(OutputRecord):
    """A window on one channel, as poolings read it.

    Parameters
    ----------
    rows, columns
        (kh,) and (kw,) int: input rows and columns; negative or ≥ size: outside.
    inside
        (kh, kw) bool: on the input.
    inputs
        (kh, kw) float32; 0 outside.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    inside: NDArray[np.bool_]
    inputs: Floats

    @property
    def cells(self) -> Floats:
        """(n,) float32: the values of the cells inside, row by row."""
        return self.inputs[self.inside]


@dataclass(frozen=True, eq=False, kw_only=True)
class MaxRecord(WindowRecord):
    """The largest cell of a window.

    Parameters
    ----------
    winner
        (row, column) of that cell in the input; the first, row by row, where several are equal.
    """

    winner: tuple[int, int]

    def text(self) -> str:
        """Write the largest of all cells inside."""
        terms = [shortest(value) for value in self.cells]
        return terms[0] if len(terms) == 1 else f"max({', '.join(terms)})"


@dataclass(frozen=True, eq=False, kw_only=True)
class AverageRecord(WindowRecord):
    """The mean of a window, or of a whole channel.

    Parameters
    ----------
    total
        The sum of the cells inside.
    divisor
        How many cells are counted, which may be more: with padding counted, or hanging over.
    """

    total: float
    divisor: int

    @property
    def scale(self) -> float:
        """Σ|terms|."""
        return float(np.abs(self.cells).sum(dtype=np.float64)) / self.divisor

    def text(self) -> str:
        """Write the sum of the cells inside over the divisor."""
        return f"({joined([shortest(value) for value in self.cells])})/{self.divisor}"


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

    def text(self) -> str:
        """Write this channel's exponential over the sum of all.

        In full digits: a rounding of 1e-6 in an exponent is one of 1e-6 in the share.
        """
        powers = [f"{_E}**({float(x)!r} - {self.highest!r})" for x in self.inputs]
        return f"{powers[self.channel]}/({joined(powers)})"


class SourceCell(NamedTuple):
    """A cell of one of a layer's inputs; `source` is the input's place, from 0."""

    source: int
    channel: int
    row: int
    column: int


@dataclass(frozen=True, eq=False, kw_only=True)
class SourceRecord(OutputRecord):
    """Cells that are taken over (dropout, flatten, concat: one) or added up (add).

    Parameters
    ----------
    cells
        Where they are.
    inputs
        (n,) float32: their values.
    """

    cells: tuple[SourceCell, ...]
    inputs: Floats

    @property
    def scale(self) -> float:
        """Σ|terms|."""
        return float(np.abs(self.inputs).sum(dtype=np.float64))

    def text(self) -> str:
        """Write the sum."""
        return joined([shortest(value) for value in self.inputs])


AnyRecord = CellRecord | OutputRecord
