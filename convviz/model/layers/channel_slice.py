"""Channel slice: a run of channels, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layers.opening import kept, kept_formulas
from convviz.model.reading import Reading
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import SourceRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class ChannelSlice(Layer):
    """The channels from `first` to `last`, both included, counted from 1."""

    first: int = 1
    last: int = 1


def check(layer: ChannelSlice, inputs: tuple[Shape, ...]) -> None:
    """Check that the run has a channel, and that all of them exist.

    Raises
    ------
    ModelError
        TOO_LARGE (of last), TOO_SMALL (of last: before the first).
    """
    channels = inputs[0].channels
    if layer.last > channels:
        numbers = {"value": layer.last, "high": channels}
        raise ModelError(ErrorCode.TOO_LARGE, field="last", values=numbers)
    if layer.last < layer.first:
        numbers = {"value": layer.last, "low": layer.first}
        raise ModelError(ErrorCode.TOO_SMALL, field="last", values=numbers)


def output_shape(layer: ChannelSlice, inputs: tuple[Shape, ...]) -> Shape:
    """Give as many channels as are taken, H and W."""
    return Shape(layer.last - layer.first + 1, *inputs[0][1:])


def values(layer: ChannelSlice, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Give those channels, (C, H, W) float32."""
    return arrays[0][layer.first - 1 : layer.last]


def record(
    layer: ChannelSlice,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> SourceRecord:
    """Give the cell that is taken over."""
    from convviz.model.recording import moved_record

    return moved_record(arrays[0], output, cell, (cell[0] + layer.first - 1, *cell[1:]))


KIND = Kind(
    name="slice",
    layer=ChannelSlice,
    rank=115,
    fields=(FieldSpec("first", "int"), FieldSpec("last", "int")),
    offers=lambda read: (ChannelSlice(1, read.channels // 2),) if read.channels > 1 else (),
    check=check,
    output_shape=output_shape,
    counts=kept,
    formulas=kept_formulas,
    values=values,
    record=record,
    reading=lambda layer, read: Reading(first=layer.first - 1),
)
