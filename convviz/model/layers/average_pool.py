"""Average pooling: the mean of each window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Factor, Formula, Term
from convviz.model.kind import FieldSpec, Kind
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
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights
    from convviz.model.window_records import AverageRecord


@dataclass(frozen=True)
class AveragePool(Pooling):
    """The mean of the window's cells.

    With `count_include_pad` the divisor counts the padding's zeros too, though never what hangs
    over beyond them; without it the divisor is the number of cells on the input.
    """

    count_include_pad: bool = True


def counts(layer: AveragePool, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition: a mean of n cells is n − 1 additions and one division.

    Only cells on the input are added; padding's zeros are at most counted by the divisor.
    """
    rows, columns = inside(layer, inputs[0], output)
    return LayerCounts(
        additions=rows * columns * output.channels - output.cells,
        divisions=output.cells,
        activation_bytes=activation_bytes(output),
    )


def formulas(layer: AveragePool, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open additions, divisions and memory."""
    found = counts(layer, inputs, output)
    rows, columns = inside(layer, inputs[0], output)
    cells = volume_factors(output, Dimension.CIN)
    met = (Factor("rows", rows, Dimension.H), Factor("columns", columns, Dimension.W), cells[2])
    terms = {"additions": [Term(met), Term(cells, sign=-1)], "divisions": [Term(cells)]}
    return opened(found, output, Dimension.CIN, terms)


def values(layer: AveragePool, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the mean of every window, (C, H, W) float32."""
    from convviz.model.pool import average_pooled

    return average_pooled(arrays[0], layer)


def record(
    layer: AveragePool,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> AverageRecord:
    """Give the window's cells, their sum and the divisor."""
    from convviz.model.recording import average_record

    return average_record(layer, arrays[0], output, cell)


KIND = Kind(
    name="average-pool",
    layer=AveragePool,
    rank=60,
    stem="pool",
    fields=(KERNEL, STRIDE, PADDING, CEIL_MODE, FieldSpec("count_include_pad", "bool")),
    check=check,
    output_shape=output_shape,
    window=window,
    offers=lambda read: offered(AveragePool((2, 2), (2, 2)), read),
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
    reading=reading,
    keeps_pictures=lambda layer: True,
)
