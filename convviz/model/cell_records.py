"""The records themselves: which cells and numbers make one output cell, and that as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from convviz.model.arithmetic import joined, shortest
from convviz.model.arrays import Floats


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
    steps: tuple[Step, ...] = ()

    @property
    def as_sum(self) -> CellRecord | None:
        """The record itself: it is a sum of products."""
        return self

    @property
    def as_made(self) -> OutputRecord | None:
        """None: it is a sum of products."""
        return None

    @property
    def first_channel(self) -> int:
        """The input channel of the first bar of a plot."""
        return int(self.channels.start)

    @property
    def part(self) -> str:
        """What a bar of a plot stands for: a "channel", a "cell" of a window, or a "volume"."""
        return "channel"

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


class SourceCell(NamedTuple):
    """A cell of one of a layer's inputs; `source` is the input's place, from 0."""

    source: int
    channel: int
    row: int
    column: int


class WindowCells(Protocol):
    """The cells of a window on one channel."""

    @property
    def rows(self) -> NDArray[np.int64]:
        """The input's rows, some of them on padding."""

    @property
    def columns(self) -> NDArray[np.int64]:
        """The input's columns."""

    @property
    def inside(self) -> NDArray[np.bool_]:
        """(k, k): which cells are on the input."""

    @property
    def inputs(self) -> Floats:
        """(k, k): the values."""


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
    def as_sum(self) -> CellRecord | None:
        """None: it is no sum of products."""
        return None

    @property
    def as_made(self) -> OutputRecord | None:
        """The record itself."""
        return self

    @property
    def scale(self) -> float:
        """Σ|terms|, by which an error is judged; of what is no sum, the value's own size."""
        return abs(self.before)

    # What is made of the cells that are read, step by step; a kind has what it needs of these.
    @property
    def window(self) -> WindowCells | None:
        """The cells, where they are those of a window on one channel."""
        return None

    @property
    def read(self) -> Floats:
        """float32: the values of the cells that are read; (k, k) of a window, else (n,)."""
        raise NotImplementedError

    @property
    def sources(self) -> tuple[SourceCell, ...]:
        """Where the cells are, where each has a place of its own."""
        return ()

    @property
    def part(self) -> str:
        """What a bar of a plot stands for: a "channel", a "cell" of a window, or a "volume"."""
        return "channel"

    @property
    def channel_numbers(self) -> tuple[int, ...]:
        """The channels of cells side by side; empty where they are not."""
        return ()

    @property
    def first_channel(self) -> int:
        """The input channel of the first bar of a plot."""
        return 0

    @property
    def amounts(self) -> NDArray[np.float64] | None:
        """(n,): what each cell adds to a total, 0 outside; None where nothing is added up."""
        return None

    @property
    def totals(self) -> NDArray[np.float64] | None:
        """(n,): the total up to and with each cell."""
        return None if self.amounts is None else np.cumsum(self.amounts)

    @property
    def bars(self) -> tuple[float, ...]:
        """What a plot shows: the cells that are compared, or the amounts; empty: nothing."""
        return ()

    @property
    def greatest(self) -> bool:
        """Whether the cells are compared, so that the greatest stays."""
        return False

    @property
    def place(self) -> tuple[int, int] | None:
        """(row, column) in the input of the cell that stays; None where none does."""
        return None

    @property
    def multiplied(self) -> bool:
        """Whether the cells are multiplied instead of added."""
        return False

    @property
    def divided_by(self) -> float:
        """What the total, or the cell, is divided by."""
        return 1.0

    def chosen(self, cells: Sequence[SourceCell]) -> int:
        """Give which of the cells that are read wins, is divided, or is passed on."""
        return 0

    def text(self) -> str:
        """Write the arithmetic so that Python evaluates it to `before`."""
        raise NotImplementedError


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
    def read(self) -> Floats:
        """The values."""
        return self.inputs

    @property
    def sources(self) -> tuple[SourceCell, ...]:
        """The cells."""
        return self.cells

    @property
    def part(self) -> str:
        """One of the volumes."""
        return "volume"

    @property
    def amounts(self) -> NDArray[np.float64] | None:
        """The values, where they are several."""
        return self.inputs.astype(np.float64) if len(self.inputs) > 1 else None

    @property
    def bars(self) -> tuple[float, ...]:
        """The values, where they are several."""
        return tuple(float(value) for value in self.inputs) if len(self.inputs) > 1 else ()

    @property
    def scale(self) -> float:
        """Σ|terms|."""
        return float(np.abs(self.inputs).sum(dtype=np.float64))

    def text(self) -> str:
        """Write the sum."""
        return joined([shortest(value) for value in self.inputs])


@dataclass(frozen=True, eq=False, kw_only=True)
class ProductRecord(SourceRecord):
    """Cells that are multiplied."""

    @property
    def totals(self) -> NDArray[np.float64]:
        """The product up to and with each cell."""
        return np.cumprod(self.inputs, dtype=np.float64)

    @property
    def multiplied(self) -> bool:
        """They are."""
        return True

    @property
    def scale(self) -> float:
        """The size of the product."""
        return abs(float(np.prod(self.inputs, dtype=np.float64)))

    def text(self) -> str:
        """Write the product."""
        return "*".join(f"({shortest(value)})" for value in self.inputs)


AnyRecord = CellRecord | OutputRecord
