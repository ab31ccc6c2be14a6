"""Sigmoid: every value becomes one between 0 and 1."""

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

_E = "2.718281828459045"  # math.e: the text needs no import
_EACH = {"exponentials": 1, "additions": 1, "divisions": 1}


@dataclass(frozen=True)
class Sigmoid(Layer):
    """1 ÷ (1 + e^−x) of every cell."""


def counts(layer: Sigmoid, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count, per cell, an exponential, an addition and a division; a changed sign is free.

    Goodfellow, Bengio & Courville, "Deep learning", 2016, section 3.10: 1 ÷ (1 + e^−x).
    """
    return counts_of(_EACH, output)


def formulas(layer: Sigmoid, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open operations and memory."""
    return formulas_of(_EACH, output)


def values(layer: Sigmoid, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute 1 ÷ (1 + e^−x), (C, H, W) float32, in float64 and without overflow."""
    import numpy as np  # here, so that counting starts without it

    power = np.exp(-np.abs(arrays[0].astype(np.float64)))  # at most 1
    shares = np.where(arrays[0] < 0, power, 1.0) / (1.0 + power)
    result: Floats = shares.astype(np.float32)
    return result


def cell_text(text: str, numbers: tuple[float, ...]) -> str:
    """Write it as Python does; e^700 is still a number."""
    return f"1.0/(1.0 + {_E}**-max(-700.0, {text}))"


KIND = Kind(
    name="sigmoid",
    layer=Sigmoid,
    rank=44,
    offers=lambda read: (Sigmoid(),),
    fields=(),
    counts=counts,
    formulas=formulas,
    values=values,
    elementwise=True,
    cell_text=cell_text,
)
