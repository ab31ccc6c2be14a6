"""The numbers that a layer works with."""

from __future__ import annotations

from convviz.model.kinds import kind_of
from convviz.model.network import Node
from convviz.model.shape import Shape
from convviz.model.typed import applied
from convviz.model.weights import ConvWeights


def node_weights(node: Node, inputs: tuple[Shape, ...], output: Shape) -> ConvWeights | None:
    """Give the numbers that a layer works with: drawn from its seed, typed ones over them."""
    kind = kind_of(node.layer)
    drawn = kind.weights(node.layer, node.id, inputs)
    if drawn is None or node.typed is None:
        return drawn
    has_bias = kind.counts(node.layer, inputs, output).biases > 0
    return applied(drawn, node.typed, has_bias)
