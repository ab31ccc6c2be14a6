"""Softmax: the channels of each position become shares that sum to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Factor, Formula, Term
from convviz.model.kind import Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.layers.opening import opened
from convviz.model.reading import Reading
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.channel_records import SoftmaxRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Softmax(Layer):
    """e^(x − m) ÷ Σ e^(x − m) over the channels, m being the largest of them."""


def counts(layer: Softmax, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition that cannot overflow, per position of C channels.

    Goodfellow, Bengio & Courville, "Deep learning", 2016, section 4.1: C − 1 comparisons for the
    largest, C subtractions of it (counted as additions), C exponentials, C − 1 additions,
    C divisions.
    """
    positions = output.height * output.width
    return LayerCounts(
        comparisons=(output.channels - 1) * positions,
        additions=output.cells + (output.channels - 1) * positions,
        exponentials=output.cells,
        divisions=output.cells,
        activation_bytes=activation_bytes(output),
    )


def formulas(layer: Softmax, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open operations and memory."""
    cells = volume_factors(output, Dimension.CIN)
    fewer = Term((*cells[:2], Factor("Cin−1", output.channels - 1, Dimension.CIN)))
    terms = {
        "comparisons": [fewer],
        "additions": [Term(cells), fewer],
        "exponentials": [Term(cells)],
        "divisions": [Term(cells)],
    }
    return opened(counts(layer, inputs, output), output, Dimension.CIN, terms)


def values(layer: Softmax, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the shares, (C, H, W) float32."""
    from convviz.model.across import softmax

    return softmax(arrays[0])


def record(
    layer: Softmax,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> SoftmaxRecord:
    """Give the exponentials of a position and their sum."""
    from convviz.model.recording import softmax_record

    return softmax_record(arrays[0], output, cell)


KIND = Kind(
    name="softmax",
    layer=Softmax,
    rank=140,
    fields=(),
    offers=lambda read: (Softmax(),),
    counts=counts,
    formulas=formulas,
    values=values,
    record=record,
    reading=lambda layer, read: Reading(depth=read.channels, sharing=read.channels),
)
