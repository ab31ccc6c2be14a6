"""What one layer costs, kept apart by kind of number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from convviz.model.shape import BYTES_PER_NUMBER, Shape


@dataclass(frozen=True)
class LayerCounts:
    """Exact counts of one layer, or the sum over several.

    Operations are counted per forward pass of one picture. MACs are of convolutions (and linear
    layers) only, and include those on padding zeros, which `padding_macs` gives apart;
    `bias_additions` are part of `additions`.
    """

    weights: int = 0
    biases: int = 0
    macs: int = 0
    padding_macs: int = 0
    multiplications: int = 0
    additions: int = 0
    bias_additions: int = 0
    comparisons: int = 0
    divisions: int = 0
    exponentials: int = 0
    activation_bytes: int = 0
    weight_bytes: int = 0

    @property
    def parameters(self) -> int:
        """Weights + biases."""
        return self.weights + self.biases

    def __add__(self, other: LayerCounts) -> LayerCounts:
        """Add field by field."""
        sums = (getattr(self, f.name) + getattr(other, f.name) for f in fields(self))
        return LayerCounts(*sums)


def summed(counts: Iterable[LayerCounts]) -> LayerCounts:
    """Give the sum over several layers, field by field."""
    columns = zip(*(vars(each).values() for each in counts), strict=True)
    return LayerCounts(*(sum(column) for column in columns))


def activation_bytes(shape: Shape) -> int:
    """Give the bytes of a volume of float32."""
    return BYTES_PER_NUMBER * shape.cells
