"""Local response normalisation: each cell against its neighbours along the channels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Factor, Formula, Term
from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.layers.opening import opened
from convviz.model.reading import Neighbours
from convviz.model.shape import Shape, inside_taps

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.channel_records import NormRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class ResponseNorm(Layer):
    """x ÷ (k + α/size · Σ x²)^β, the sum over `size` channels around the cell's own.

    Krizhevsky, Sutskever & Hinton, "ImageNet classification with deep convolutional neural
    networks", 2012, section 3.3; α divided by the size, as in torch's LocalResponseNorm. The
    neighbours of channel c are c − size//2 to c + (size − 1)//2; beyond the volume they are zero.
    """

    size: int = 5
    alpha: float = 1e-4
    beta: float = 0.75
    k: float = 1.0


def neighbours(layer: ResponseNorm, channels: int) -> int:
    """Count the neighbours that exist, over all channels."""
    return inside_taps(channels, layer.size, 1, 1, layer.size // 2, channels)


def counts(layer: ResponseNorm, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition, per cell of n neighbours that exist.

    Two multiplications: the cell's square, made once for all whom it neighbours, and the sum
    times α ÷ size, a constant. n additions: n − 1 of squares, one of k. The power is one
    exponential, e^(β·ln d), and the rest one division.
    """
    cells = output.cells
    return LayerCounts(
        multiplications=2 * cells,
        additions=neighbours(layer, output.channels) * output.height * output.width,
        divisions=cells,
        exponentials=cells,
        activation_bytes=activation_bytes(output),
    )


def formulas(layer: ResponseNorm, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open operations and memory."""
    cells = volume_factors(output, Dimension.CIN)
    added = Factor("neighbours", neighbours(layer, output.channels), Dimension.CIN)
    terms = {
        "multiplications": [Term(cells), Term(cells)],
        "additions": [Term((*cells[:2], added))],
        "divisions": [Term(cells)],
        "exponentials": [Term(cells)],
    }
    return opened(counts(layer, inputs, output), output, Dimension.CIN, terms)


def values(layer: ResponseNorm, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute every cell over its divisor, (C, H, W) float32."""
    from convviz.model.across import response_normed

    return response_normed(arrays[0], layer)


def record(
    layer: ResponseNorm,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> NormRecord:
    """Give the neighbours, the sum of their squares and the divisor."""
    from convviz.model.recording import norm_record

    return norm_record(layer, arrays[0], output, cell)


KIND = Kind(
    name="lrn",
    layer=ResponseNorm,
    rank=80,
    fields=(
        FieldSpec("size", "int"),
        FieldSpec("alpha", "float", low=0, high=1000),
        FieldSpec("beta", "float", low=0, high=10),
        FieldSpec("k", "float", low=0.001, high=1000),  # at zero the divisor may be zero
    ),
    offers=lambda read: (ResponseNorm(),),
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
    reading=lambda layer, read: Neighbours(size=layer.size, of=read.channels),
)
