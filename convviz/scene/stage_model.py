"""What a stage's story is played with: flat arrays, colours and places, prepared once per edit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from convviz.kinds.telling import OperationKind
from convviz.model.reading import Reading
from convviz.scene.animation import AnimationState
from convviz.scene.cell_figures import USUAL, CellFigures, Decimals
from convviz.scene.layout import Floats, Layout
from convviz.scene.primitives import Colours
from convviz.scene.timeline import Storyboard


@dataclass(frozen=True, eq=False)
class Cell:
    """The active output cell: where it is, what it reads, and its arithmetic as flat arrays.

    Attributes
    ----------
    filter, row, column : int
    rows, columns : tuple of int
        Input rows and columns that are read; outside the volume they are padding.
    first_channel : int
        First input channel that the filter's group reads.
    taken, products : (Cg * kh * kw,) float32 or None
        Input values (zero on padding) and products, channel by channel.
    sums : (Cg,) float32 or None
        Result per channel.
    bias : (1,) float32 or None
    running : (Cg + 2,) float32 or None
        Sum after each channel, then with the bias, then after the activation.
    product_high, running_high : float
        Upper ends of the colours of products, and of results: per channel, summed, with the bias.
    figures : CellFigures or None
        Its numbers as they are written.
    """

    filter: int
    row: int
    column: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    first_channel: int
    taken: Floats | None
    products: Floats | None
    sums: Floats | None
    bias: Floats | None
    running: Floats | None
    product_high: float
    running_high: float
    figures: CellFigures | None = None


BY_ONE = frozenset(
    (OperationKind.MEAN, OperationKind.SUM, OperationKind.PRODUCT)
)  # cells join the total one by one


@dataclass(frozen=True)
class Origin:
    """One of several volumes that a layer reads.

    Attributes
    ----------
    name : str
        Of what made it.
    first, stop : int
        Its channels, where all of them lie behind one another.
    spread : bool
        It is of 1×1, and each of its values stands at every position.
    """

    name: str
    first: int
    stop: int
    spread: bool = False

    @property
    def channels(self) -> int:
        """How many they are."""
        return self.stop - self.first


@dataclass(frozen=True, eq=False)
class Operation:
    """How an output cell comes about that is no sum of products.

    Attributes
    ----------
    operation_kind : OperationKind
    taken : (n,) float32 or None
        The input cells that are read, zero on padding; None while unvalued.
    places : (n, 3) float32
        Where they are in the input: column, row, channel.
    inside : (n,) bool
        On the input, not on padding.
    across : int
        Cells of one row of them as they are laid out: the window's width, else all.
    amounts : (n,) float32 or None
        What each brings to the total: itself, its power, its square; None where there is none.
    results : (n + 2,) float32 or None
        The total up to each cell, then the layer's value, then that after the steps.
    chosen : int
        The cell that wins, or that is divided; the only one where one is passed on.
    divisor : float
    high : float
        Largest magnitude of the totals.
    """

    operation_kind: OperationKind
    taken: Floats | None
    places: Floats
    inside: NDArray[np.bool_]
    across: int
    amounts: Floats | None
    results: Floats | None
    chosen: int
    divisor: float
    high: float

    @cached_property
    def told(self) -> NDArray[np.intp]:
        """Indices of the cells that are compared, or added up, in order: padding is passed over."""
        return np.flatnonzero(self.inside)


@dataclass(frozen=True, eq=False)
class StageModel:
    """Everything that `story.compose` draws a stage from.

    Attributes
    ----------
    layout : Layout
    storyboard : Storyboard
    inputs, weights, outputs : flat float32 or None
    input_colours, output_colours : Colours
    input_high, weight_high, output_high : float
    cell : Cell
    reading : Reading
        Which input cells an output cell reads.
    step_label : str
        Key of what is written while the layers after it, or it itself, change the cell.
    name : str
        The layer's name.
    source : str
        Key of what the input is: "photo", "features", "gradient", "noise", "one-hot", "map".
    kind : str
        The layer's kind.
    operation : Operation or None
        How the cell comes about where that is no sum of products.
    decimals : Decimals
        Of the layer's numbers.
    cut : flat bool or None
        The output cells that were cut, which are marked.
    cut_share : float
        Their share of all.
    cut_label : str
        Key of the label that says so.
    elementwise : bool
        The layer is a function of one value.
    speaks : str
        End of the keys that speak of inputs and outputs, not of channels and filters.
    origins : tuple of Origin
        The volumes that it reads, where these are several.
    """

    layout: Layout
    storyboard: Storyboard
    inputs: Floats | None
    weights: Floats | None
    outputs: Floats | None
    input_colours: Colours
    output_colours: Colours
    input_high: float
    weight_high: float
    output_high: float
    cell: Cell
    reading: Reading
    step_label: str
    name: str
    source: str
    kind: str
    operation: Operation | None = None
    decimals: Decimals = USUAL
    cut: NDArray[np.bool_] | None = None
    cut_share: float = 0.0
    cut_label: str = "cut-share"
    elementwise: bool = False
    speaks: str = ""
    origins: tuple[Origin, ...] = ()

    @property
    def stacked(self) -> bool:
        """Whether its output is several volumes, one behind the other."""
        return bool(self.origins) and self.origins[-1].stop == self.layout.plan.output[0]

    def origin_of(self, channel: int) -> int:
        """The place in `origins` of the volume that an input channel belongs to."""
        return next(i for i, each in enumerate(self.origins) if channel < each.stop)

    def first_channel(self, filter: int) -> int:
        """First input channel that a filter reads."""
        return self.reading.channels(filter).start

    @property
    def group(self) -> tuple[int, int, int]:
        """Of the active filter: channels before those it reads, these, and all of the input."""
        return self.cell.first_channel, self.layout.plan.depth, self.layout.plan.input[0]

    def outlined(self, animation: AnimationState) -> tuple[int, int, int]:
        """Filter, row and column of the output cell that is outlined: the chosen or the scanned."""
        if animation.looked < 0:
            return self.cell.filter, self.cell.row, self.cell.column
        return animation.filter, *divmod(animation.looked, self.layout.plan.output[2])

    def reads(self, filter: int, row: int, column: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Input rows and columns that an output cell reads (outside: padding)."""
        return self.reading.rows(filter, row), self.reading.columns(filter, column)


def flat(values: np.ndarray | None) -> Floats | None:
    """A read-only flat view of an array, None for None."""
    if values is None:
        return None
    line = np.ascontiguousarray(values, dtype=np.float32).reshape(-1)
    line.setflags(write=False)
    return line
