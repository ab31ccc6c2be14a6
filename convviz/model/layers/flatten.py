"""Flatten: every cell becomes a channel of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.kind import Kind, Layer, Window
from convviz.model.layers.opening import kept, kept_formulas
from convviz.model.reading import Unrolled
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import SourceRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Flatten(Layer):
    """(C, H, W) becomes (C·H·W, 1, 1): channel by channel, row by row, column by column."""


def output_shape(layer: Flatten, inputs: tuple[Shape, ...]) -> Shape:
    """Give (C·H·W, 1, 1)."""
    return Shape(inputs[0].cells, 1, 1)


def window(layer: Flatten, inputs: tuple[Shape, ...]) -> Window:
    """Read all positions, as the one that is left does with all its channels."""
    return Window(extent=(inputs[0].height, inputs[0].width))


def values(layer: Flatten, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Give the same cells as one column, (C·H·W, 1, 1) float32."""
    return arrays[0].reshape(-1, 1, 1)


def record(
    layer: Flatten,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> SourceRecord:
    """Give the cell that became this channel."""
    from convviz.model.recording import flatten_record

    return flatten_record(arrays[0], output, cell)


KIND = Kind(
    name="flatten",
    layer=Flatten,
    rank=120,
    fields=(),
    output_shape=output_shape,
    window=window,
    offers=lambda read: (Flatten(),) if read.height * read.width > 1 else (),
    counts=kept,
    formulas=kept_formulas,
    values=values,
    record=record,
    reading=lambda layer, read: Unrolled(shape=read),
)
