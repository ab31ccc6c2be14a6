"""ReLU6: values are cut to 0 from below and to 6 from above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.formula import Formula
from convviz.model.kind import Kind, Layer
from convviz.model.layer_counts import LayerCounts
from convviz.model.layers.elementwise import counts_of, formulas_of
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights

_EACH = {"comparisons": 2}


@dataclass(frozen=True)
class ReLU6(Layer):
    """min(max(0, x), 6) of every cell."""


def counts(layer: ReLU6, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count two comparisons per cell, with zero and with six.

    Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010: min(max(0, x), 6).
    """
    return counts_of(_EACH, output)


def formulas(layer: ReLU6, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open operations and memory."""
    return formulas_of(_EACH, output)


def values(layer: ReLU6, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute min(max(0, x), 6), (C, H, W) float32."""
    import numpy as np  # here, so that counting starts without it

    return np.clip(arrays[0], np.float32(0), np.float32(6))


def cell_text(text: str, numbers: tuple[float, ...]) -> str:
    """Write it as Python does."""
    return f"min(max(0.0, {text}), 6.0)"


KIND = Kind(
    name="relu6",
    layer=ReLU6,
    rank=42,
    offers=lambda read: (ReLU6(),),
    fields=(),
    counts=counts,
    formulas=formulas,
    values=values,
    elementwise=True,
    cell_text=cell_text,
)
