"""Batch norm at inference, folded into one multiplication and one addition per cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Factor, Formula, Term, formula
from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.limits import SEED_LIMIT
from convviz.model.shape import BYTES_PER_NUMBER, Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class BatchNorm(Layer):
    """γ·(x − mean) / sqrt(variance + 1e-5) + β, per channel.

    γ and β come from the seed; the running statistics are those of the picture itself, which is
    what training on this one picture would converge to.
    """

    seed: int = 0


def counts(layer: BatchNorm, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count γ as weights, β as biases, and the folded scale and shift of every cell.

    Ioffe & Szegedy, "Batch normalization", 2015, algorithm 2, step 11: at inference the layer is
    one linear transform per channel. Running statistics are not parameters.
    """
    channels = output.channels
    return LayerCounts(
        weights=channels,
        biases=channels,
        multiplications=output.cells,
        additions=output.cells,
        activation_bytes=activation_bytes(output),
        weight_bytes=2 * channels * BYTES_PER_NUMBER,
    )


def formulas(layer: BatchNorm, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open parameters, operations and memory."""
    found = counts(layer, inputs, output)
    cells = volume_factors(output, Dimension.CIN)
    channels = Term((Factor("Cin", output.channels, Dimension.CIN),))
    byte = Factor("bytes", BYTES_PER_NUMBER)
    both = [channels, channels]
    return {
        "weights": formula("weights", [channels], found.weights),
        "biases": formula("biases", [channels], found.biases),
        "parameters": formula("parameters", both, found.parameters),
        "multiplications": formula("multiplications", [Term(cells)], found.multiplications),
        "additions": formula("additions", [Term(cells)], found.additions),
        "activation_bytes": formula(
            "activation_bytes", [Term((*cells, byte))], found.activation_bytes
        ),
        "weight_bytes": formula(
            "weight_bytes", [Term((*t.factors, byte)) for t in both], found.weight_bytes
        ),
    }


def weights_shape(layer: BatchNorm, inputs: tuple[Shape, ...]) -> tuple[int, ...]:
    """Give (C, 1, 1, 1), the shape of γ."""
    return (inputs[0].channels, 1, 1, 1)


def weights(layer: BatchNorm, node: str, inputs: tuple[Shape, ...]) -> ConvWeights:
    """Give γ as (C, 1, 1, 1) and β as (C,), both float32."""
    from convviz.model.weights import batch_norm_weights

    return batch_norm_weights(layer.seed, node, inputs[0].channels)


def values(layer: BatchNorm, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute scale·x + shift, (C, H, W) float32."""
    from convviz.model.normalise import normalised

    assert weights is not None
    return normalised(arrays[0], weights)


def cell_numbers(
    layer: BatchNorm, weights: ConvWeights | None, plane: Floats, channel: int
) -> tuple[float, ...]:
    """Give scale, shift, γ, μ, σ and β of one channel, whose input plane is (H, W) float32."""
    from convviz.model.normalise import scale_and_shift, statistics

    assert weights is not None
    gamma, beta = float(weights.weights[channel, 0, 0, 0]), float(weights.bias[channel])
    mean, deviation = statistics(plane)
    return *scale_and_shift(plane, weights, channel), gamma, mean, deviation, beta


def cell_text(text: str, numbers: tuple[float, ...]) -> str:
    """Write it as Python does."""
    import numpy as np

    scale, shift = (str(np.float32(number)) for number in numbers[:2])
    return f"{scale}*({text}) + {shift}"


KIND = Kind(
    name="batch-norm",
    layer=BatchNorm,
    rank=40,
    stem="norm",
    offers=lambda read: (BatchNorm(),),
    fields=(FieldSpec("seed", "int", low=0, high=SEED_LIMIT),),
    counts=counts,
    formulas=formulas,
    values=values,
    weights=weights,
    weights_shape=weights_shape,
    elementwise=True,
    cell_numbers=cell_numbers,
    cell_text=cell_text,
)
