"""Concat: volumes one behind the other, along the channels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kind import InputCount, Kind, Layer
from convviz.model.layers.opening import kept, kept_formulas
from convviz.model.limits import INPUT_LIMIT
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import SourceRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Concat(Layer):
    """All channels of the first input, then all of the second, and so on."""


def check(layer: Concat, inputs: tuple[Shape, ...]) -> None:
    """Check that all inputs are of one height and width.

    Raises
    ------
    ModelError
        SIZES_DIFFER.
    """
    for other in inputs[1:]:
        if other[1:] != inputs[0][1:]:
            shown = {"first": str(inputs[0]), "other": str(other)}
            raise ModelError(ErrorCode.SIZES_DIFFER, field="inputs", values=shown)


def output_shape(layer: Concat, inputs: tuple[Shape, ...]) -> Shape:
    """Give the sum of the channels, H and W."""
    return Shape(sum(shape.channels for shape in inputs), *inputs[0][1:])


def values(layer: Concat, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Put the inputs one behind the other, (ΣC, H, W) float32."""
    import numpy as np  # here, so that counting starts without it

    return np.concatenate(arrays)


def record(
    layer: Concat,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> SourceRecord:
    """Give the input and its channel that the cell is taken from."""
    from convviz.model.recording import concat_record

    return concat_record(arrays, output, cell)


KIND = Kind(
    name="concat",
    layer=Concat,
    rank=100,
    fields=(),
    inputs=InputCount(2, INPUT_LIMIT),
    check=check,
    output_shape=output_shape,
    counts=kept,
    formulas=kept_formulas,
    values=values,
    record=record,
)
