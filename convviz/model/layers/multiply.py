"""Multiply: volumes cell by cell, or each channel by one number."""

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
class Multiply(Layer):
    """The product of the inputs; one of C × 1 × 1 is a factor for each channel."""


def counts(layer: Multiply, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition: the product of n cells takes n − 1 multiplications."""
    return LayerCounts(
        multiplications=joins(inputs, output), activation_bytes=activation_bytes(output)
    )


def formulas(layer: Multiply, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open multiplications and memory."""
    terms = {"multiplications": [joins_term(inputs, output)]}
    return opened(counts(layer, inputs, output), output, Dimension.CIN, terms)


def values(layer: Multiply, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the product, (C, H, W) float32, in float64 where more than one rounds."""
    import numpy as np  # here, so that counting starts without it

    if len(arrays) == 2:
        return np.multiply(arrays[0], arrays[1])
    made: Floats = reduce(np.multiply, arrays[1:], arrays[0].astype(np.float64))
    return made.astype(np.float32)


def record(
    layer: Multiply,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> SourceRecord:
    """Give the same cell of every input, the only one of its channel where there is one."""
    from convviz.model.recording import product_record

    return product_record(arrays, output, cell)


KIND = Kind(
    name="multiply",
    layer=Multiply,
    rank=112,
    fields=(),
    inputs=InputCount(2, INPUT_LIMIT),
    check=check,
    output_shape=output_shape,
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
)
