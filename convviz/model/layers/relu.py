"""ReLU: what is below zero becomes zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Dimension, Factor, Formula, Term, formula
from convviz.model.kind import Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class ReLU(Layer):
    """max(0, x) of every cell."""


def counts(layer: ReLU, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count one comparison with zero per cell, from the definition max(0, x)."""
    return LayerCounts(comparisons=output.cells, activation_bytes=activation_bytes(output))


def formulas(layer: ReLU, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open comparisons and memory."""
    cells = volume_factors(output, Dimension.CIN)
    memory = Term((*cells, Factor("bytes", 4)))
    return {
        "comparisons": formula("comparisons", [Term(cells)], output.cells),
        "activation_bytes": formula("activation_bytes", [memory], activation_bytes(output)),
    }


def values(layer: ReLU, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute max(0, x), (C, H, W) float32."""
    import numpy as np  # here, so that counting starts without it

    return np.maximum(arrays[0], np.float32(0))


def cell_text(text: str, numbers: tuple[float, ...]) -> str:
    """Write it as Python does."""
    return f"max(0.0, {text})"


KIND = Kind(
    name="relu",
    layer=ReLU,
    rank=30,
    offers=lambda read: (ReLU(),),
    fields=(),
    counts=counts,
    formulas=formulas,
    values=values,
    elementwise=True,
    cell_text=cell_text,
)
