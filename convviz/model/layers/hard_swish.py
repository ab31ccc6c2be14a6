"""Hard-swish: a value times the share of it that a clipped line lets through."""

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

_EACH = {"multiplications": 1, "additions": 1, "comparisons": 2, "divisions": 1}


@dataclass(frozen=True)
class HardSwish(Layer):
    """x · min(max(0, x + 3), 6) ÷ 6 of every cell."""


def counts(layer: HardSwish, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count, per cell, x + 3, two comparisons, one product and one division.

    Howard et al., "Searching for MobileNetV3", 2019, section 5.2: x · ReLU6(x + 3) ÷ 6.
    """
    return counts_of(_EACH, output)


def formulas(layer: HardSwish, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open operations and memory."""
    return formulas_of(_EACH, output)


def values(layer: HardSwish, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute x · min(max(0, x + 3), 6) ÷ 6, (C, H, W) float32, in float64."""
    import numpy as np  # here, so that counting starts without it

    x = arrays[0].astype(np.float64)
    made = x * np.clip(x + 3.0, 0.0, 6.0) / 6.0
    result: Floats = made.astype(np.float32)
    return result


def cell_text(text: str, numbers: tuple[float, ...]) -> str:
    """Write it as Python does: a function, since the value stands in it twice."""
    return f"(lambda x: x*min(max(0.0, x + 3.0), 6.0)/6.0)({text})"


KIND = Kind(
    name="hard-swish",
    layer=HardSwish,
    rank=46,
    offers=lambda read: (HardSwish(),),
    fields=(),
    counts=counts,
    formulas=formulas,
    values=values,
    elementwise=True,
    cell_text=cell_text,
)
