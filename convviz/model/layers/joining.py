"""What add and multiply share: volumes of one shape, or one number per channel for all positions.

A volume of C × 1 × 1 is repeated at every position of the others, as the gate of a
squeeze-and-excitation block is (Hu, Shen & Sun, "Squeeze-and-excitation networks", 2018).
"""

from __future__ import annotations

from typing import Any

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formula import Dimension, Factor, Term
from convviz.model.layers.input import volume_factors
from convviz.model.shape import Shape


def output_shape(layer: Any, inputs: tuple[Shape, ...]) -> Shape:
    """Give the shape of the largest input: the first that has more than one position."""
    return next((shape for shape in inputs if shape[1:] != (1, 1)), inputs[0])


def check(layer: Any, inputs: tuple[Shape, ...]) -> None:
    """Check that all inputs are of one shape, or one cell for each of its channels.

    Raises
    ------
    ModelError
        SHAPES_DIFFER.
    """
    made = output_shape(layer, inputs)
    for other in inputs:
        if other not in (made, Shape(made.channels, 1, 1)):
            first = inputs[0] if inputs[0] != other else made
            shown = {"first": str(first), "other": str(other)}
            raise ModelError(ErrorCode.SHAPES_DIFFER, field="inputs", values=shown)


def joins(inputs: tuple[Shape, ...], output: Shape) -> int:
    """Count the operations that make one cell of all inputs: n − 1 for each cell."""
    return (len(inputs) - 1) * output.cells


def joins_term(inputs: tuple[Shape, ...], output: Shape) -> Term:
    """Give them as a product."""
    fewer = Factor("inputs−1", len(inputs) - 1)
    return Term((fewer, *volume_factors(output, Dimension.CIN)))
