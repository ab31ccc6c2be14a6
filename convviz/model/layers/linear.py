"""The linear (fully connected) layer: every output is a weighted sum of all inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formula import Dimension, Factor, Formula, Term
from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.conv2d import Conv2d
from convviz.model.layers.conv2d import reading as read_by
from convviz.model.layers.opening import opened
from convviz.model.limits import SEED_LIMIT
from convviz.model.shape import BYTES_PER_NUMBER, Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import CellRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Linear(Layer):
    """y = W·x + b of a flat input (C, 1, 1); random He weights from the seed."""

    features: int
    bias: bool = True
    seed: int = 0

    def convolution(self) -> Conv2d:
        """Give the 1×1 convolution that does the same to a flat input."""
        return Conv2d(self.features, (1, 1), bias=self.bias)


def check(layer: Linear, inputs: tuple[Shape, ...]) -> None:
    """Check that the input is flat.

    Raises
    ------
    ModelError
        NOT_FLAT.
    """
    _, height, width = inputs[0]
    if (height, width) != (1, 1):
        numbers = {"height": height, "width": width}
        raise ModelError(ErrorCode.NOT_FLAT, field="inputs", values=numbers)


def output_shape(layer: Linear, inputs: tuple[Shape, ...]) -> Shape:
    """Give (features, 1, 1)."""
    return Shape(layer.features, 1, 1)


def counts(layer: Linear, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition: every output is Cin products, added up, and a bias.

    n products take n − 1 additions, the bias one more; one MAC for each weight.
    """
    channels = inputs[0].channels
    weights = channels * layer.features
    biases = layer.features if layer.bias else 0
    return LayerCounts(
        weights=weights,
        biases=biases,
        macs=weights,
        multiplications=weights,
        additions=(channels - 1) * layer.features + biases,
        bias_additions=biases,
        activation_bytes=activation_bytes(output),
        weight_bytes=(weights + biases) * BYTES_PER_NUMBER,
    )


def formulas(layer: Linear, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open every count of the layer."""
    channels = inputs[0].channels
    cout = Factor("Cout", layer.features, Dimension.COUT)
    weights = Term((Factor("Cin", channels, Dimension.CIN), cout))
    biases = [Term((cout,))] if layer.bias else []
    byte = Factor("bytes", BYTES_PER_NUMBER)
    fewer = Factor("Cin−1", channels - 1, Dimension.CIN)
    terms = {
        "weights": [weights],
        "biases": biases,
        "parameters": [weights, *biases],
        "macs": [weights],
        "multiplications": [weights],
        "additions": [Term((fewer, cout)), *biases],
        "weight_bytes": [Term((*term.factors, byte)) for term in (weights, *biases)],
    }
    return opened(counts(layer, inputs, output), output, Dimension.COUT, terms)


def weights(layer: Linear, node: str, inputs: tuple[Shape, ...]) -> ConvWeights:
    """Give (features, Cin, 1, 1) and (features,) float32."""
    from convviz.model.weights import linear_weights

    return linear_weights(layer, node, inputs[0].channels)


def weights_shape(layer: Linear, inputs: tuple[Shape, ...]) -> tuple[int, ...]:
    """Give (features, inputs, 1, 1), the shape of `weights`, without drawing them."""
    return (layer.features, inputs[0].channels, 1, 1)


def values(layer: Linear, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the sums, (features, 1, 1) float32."""
    from convviz.model.convolve import convolve

    assert weights is not None
    return convolve(arrays[0], weights, layer.convolution())


def record(
    layer: Linear,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> CellRecord:
    """Give the products, their sums and the bias that make one cell."""
    from convviz.model.recording import convolution_record

    assert weights is not None
    return convolution_record(layer.convolution(), weights, arrays[0], output, cell)


KIND = Kind(
    name="linear",
    layer=Linear,
    rank=130,
    fields=(
        FieldSpec("features", "int"),
        FieldSpec("bias", "bool"),
        FieldSpec("seed", "int", low=0, high=SEED_LIMIT),
    ),
    check=check,
    output_shape=output_shape,
    offers=lambda read: (Linear(10),),
    counts=counts,
    formulas=formulas,
    weights=weights,
    weights_shape=weights_shape,
    values=values,
    record=record,
    reading=lambda layer, read: read_by(layer.convolution(), read),
    convolution=Linear.convolution,
    width_field="features",
)
