"""Global average pooling: every channel becomes its mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Factor, Formula, Term
from convviz.model.kind import Kind, Layer, Window
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.opening import opened
from convviz.model.reading import Reading
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights
    from convviz.model.window_records import AverageRecord


@dataclass(frozen=True)
class GlobalAveragePool(Layer):
    """The mean of each channel; Lin, Chen & Yan, "Network in network", 2014, section 3.2."""


def output_shape(layer: GlobalAveragePool, inputs: tuple[Shape, ...]) -> Shape:
    """Give (C, 1, 1)."""
    return Shape(inputs[0].channels, 1, 1)


def window(layer: GlobalAveragePool, inputs: tuple[Shape, ...]) -> Window:
    """Read all positions."""
    return Window(extent=(inputs[0].height, inputs[0].width))


def counts(layer: GlobalAveragePool, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition: a mean of H·W cells is H·W − 1 additions and one division."""
    channels, height, width = inputs[0]
    return LayerCounts(
        additions=(height * width - 1) * channels,
        divisions=channels,
        activation_bytes=activation_bytes(output),
    )


def formulas(
    layer: GlobalAveragePool, inputs: tuple[Shape, ...], output: Shape
) -> dict[str, Formula]:
    """Open additions, divisions and memory."""
    channels, height, width = inputs[0]
    cin = Factor("Cin", channels, Dimension.CIN)
    terms = {
        "additions": [Term((Factor("H·W−1", height * width - 1), cin))],
        "divisions": [Term((cin,))],
    }
    return opened(counts(layer, inputs, output), output, Dimension.CIN, terms)


def values(
    layer: GlobalAveragePool, weights: ConvWeights | None, arrays: tuple[Floats, ...]
) -> Floats:
    """Compute the means, (C, 1, 1) float32, added up in float64."""
    import numpy as np  # here, so that counting starts without it

    means: Floats = arrays[0].mean(axis=(1, 2), keepdims=True, dtype=np.float64)
    return means.astype(np.float32)


def record(
    layer: GlobalAveragePool,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> AverageRecord:
    """Give the channel's cells, their sum and their number."""
    from convviz.model.recording import channel_mean_record

    return channel_mean_record(arrays[0], output, cell)


KIND = Kind(
    name="global-average-pool",
    layer=GlobalAveragePool,
    rank=70,
    stem="pool",
    fields=(),
    output_shape=output_shape,
    window=window,
    offers=lambda read: (GlobalAveragePool(),) if read.height * read.width > 1 else (),
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
    reading=lambda layer, read: Reading((read.height, read.width)),
)
