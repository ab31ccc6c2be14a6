"""Add: volumes cell by cell, or a number to each channel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Formula
from convviz.model.kind import InputCount, Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.joining import check, joins, joins_term, output_shape
from convviz.model.layers.opening import opened
from convviz.model.limits import INPUT_LIMIT
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import SourceRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Add(Layer):
    """The sum of the inputs, as of a residual connection; C × 1 × 1 is added everywhere."""


def counts(layer: Add, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition: the sum of n cells takes n − 1 additions."""
    return LayerCounts(additions=joins(inputs, output), activation_bytes=activation_bytes(output))


def formulas(layer: Add, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open additions and memory."""
    terms = {"additions": [joins_term(inputs, output)]}
    return opened(counts(layer, inputs, output), output, Dimension.CIN, terms)


def values(layer: Add, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the sum, (C, H, W) float32, added up in float64 where more than one rounds."""
    import numpy as np  # here, so that counting starts without it

    if len(arrays) == 2:
        return np.add(arrays[0], arrays[1])
    total: Floats = reduce(np.add, arrays[1:], arrays[0].astype(np.float64))
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
    output_shape=output_shape,
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
)
