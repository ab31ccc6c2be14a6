"""What functions of one value share: their counts are so many operations for every cell."""

from __future__ import annotations

from convviz.model.formula import Dimension, Formula, Term
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.layers.opening import opened
from convviz.model.shape import Shape

Each = dict[str, int]  # operations for one cell, by quantity


def counts_of(each: Each, output: Shape) -> LayerCounts:
    """Count so many operations for every cell of the output."""
    found = {name: number * output.cells for name, number in each.items()}
    return LayerCounts(**found, activation_bytes=activation_bytes(output))


def formulas_of(each: Each, output: Shape) -> dict[str, Formula]:
    """Open them, and the memory."""
    cells = Term(volume_factors(output, Dimension.CIN))
    terms = {name: [cells] * number for name, number in each.items()}
    return opened(counts_of(each, output), output, Dimension.CIN, terms)
