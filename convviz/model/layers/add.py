"""Add: volumes of one shape, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formula import Dimension, Factor, Formula, Term
from convviz.model.kind import InputCount, Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.layers.opening import opened
from convviz.model.limits import INPUT_LIMIT
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import SourceRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Add(Layer):
    """The sum of the inputs, as where a residual connection joins."""


def check(layer: Add, inputs: tuple[Shape, ...]) -> None:
    """Check that all inputs are of one shape.

    Raises
    ------
    ModelError
        SHAPES_DIFFER.
    """
    for other in inputs[1:]:
        if other != inputs[0]:
            shown = {"first": str(inputs[0]), "other": str(other)}
            raise ModelError(ErrorCode.SHAPES_DIFFER, field="inputs", values=shown)


def counts(layer: Add, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition: the sum of n cells takes n − 1 additions."""
    return LayerCounts(
        additions=(len(inputs) - 1) * output.cells, activation_bytes=activation_bytes(output)
    )


def formulas(layer: Add, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open additions and memory."""
    fewer = Factor("inputs−1", len(inputs) - 1)
    term = Term((fewer, *volume_factors(output, Dimension.CIN)))
    found = counts(layer, inputs, output)
    return opened(found, output, Dimension.CIN, {"additions": [term]})


def values(layer: Add, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the sum, (C, H, W) float32, added up in float64 where more than one rounds."""
    import numpy as np  # here, so that counting starts without it

    if len(arrays) == 2:
        return np.add(arrays[0], arrays[1])
    total = arrays[0].astype(np.float64)
    for array in arrays[1:]:
        total += array
    return total.astype(np.float32)


def record(
    layer: Add,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> SourceRecord:
    """Give the same cell of every input."""
    from convviz.model.recording import same_cell_record

    return same_cell_record(arrays, output, cell)


KIND = Kind(
    name="add",
    layer=Add,
    rank=110,
    fields=(),
    inputs=InputCount(2, INPUT_LIMIT),
    check=check,
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
)
