"""Max pooling: the largest cell of each window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Factor, Formula, Term
from convviz.model.kind import FieldSpec, Kind, as_pair
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.layers.opening import opened
from convviz.model.layers.pooling import (
    CEIL_MODE,
    KERNEL,
    PADDING,
    STRIDE,
    Pooling,
    check,
    inside,
    offered,
    output_shape,
    reading,
    window,
)
from convviz.model.shape import Pair, Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights
    from convviz.model.window_records import MaxRecord


@dataclass(frozen=True)
class MaxPool(Pooling):
    """The largest of the window's cells; padding never wins."""

    dilation: Pair = (1, 1)

    def __post_init__(self) -> None:
        """Make pairs of numbers."""
        super().__post_init__()
        object.__setattr__(self, "dilation", as_pair(self.dilation))


def counts(layer: MaxPool, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count comparisons from the definition: the largest of n cells takes n − 1.

    Only cells on the input are compared, so a window at the edge takes fewer than k·k − 1.
    """
    rows, columns = inside(layer, inputs[0], output)
    return LayerCounts(
        comparisons=rows * columns * output.channels - output.cells,
        activation_bytes=activation_bytes(output),
    )


def formulas(layer: MaxPool, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open comparisons and memory."""
    found = counts(layer, inputs, output)
    rows, columns = inside(layer, inputs[0], output)
    cells = volume_factors(output, Dimension.CIN)
    met = (Factor("rows", rows, Dimension.H), Factor("columns", columns, Dimension.W), cells[2])
    terms = [Term(met), Term(cells, sign=-1)]
    return opened(found, output, Dimension.CIN, {"comparisons": terms})


def values(layer: MaxPool, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the largest cell of every window, (C, H, W) float32."""
    from convviz.model.pool import max_pooled

    return max_pooled(arrays[0], layer)


def record(
    layer: MaxPool,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> MaxRecord:
    """Give the window's cells and the one that wins."""
    from convviz.model.recording import max_record

    return max_record(layer, arrays[0], output, cell)


KIND = Kind(
    name="max-pool",
    layer=MaxPool,
    rank=50,
    stem="pool",
    fields=(KERNEL, STRIDE, PADDING, FieldSpec("dilation", "pair"), CEIL_MODE),
    check=check,
    output_shape=output_shape,
    window=window,
    offers=lambda read: offered(MaxPool((2, 2), (2, 2)), read),
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
    reading=reading,
    keeps_pictures=lambda layer: True,
)
