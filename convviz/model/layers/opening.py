"""What the kinds share when they open their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from convviz.model.formula import Dimension, Factor, Formula, Term, formula
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.shape import BYTES_PER_NUMBER, Shape


def opened(
    found: LayerCounts,
    output: Shape,
    channels: Dimension,
    terms: Mapping[str, Sequence[Term]],
) -> dict[str, Formula]:
    """Make the formulas of some quantities, and that of the memory of the output.

    Parameters
    ----------
    found
        The layer's counts: what the formulas evaluate to.
    output
        The layer's output.
    channels
        Which dimension the output's channels are: Cin where they are the input's.
    terms
        By quantity.
    """
    memory = Term((*volume_factors(output, channels), Factor("bytes", BYTES_PER_NUMBER)))
    rows = {**terms, "activation_bytes": [memory]}
    return {name: formula(name, row, getattr(found, name)) for name, row in rows.items()}


def kept(layer: Any, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count: nothing is computed, the output is only kept."""
    return LayerCounts(activation_bytes=activation_bytes(output))


def kept_formulas(layer: Any, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open the memory."""
    same = output.channels == inputs[0].channels
    channels = Dimension.CIN if same else Dimension.COUT
    return opened(kept(layer, inputs, output), output, channels, {})
