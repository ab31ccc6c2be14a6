"""How wide a bottleneck may be before it costs more than the layer that it is to relieve."""

from __future__ import annotations

from convviz.model.counts import count
from convviz.model.layers import Conv2d, Input, Source
from convviz.model.network import Network, Node
from convviz.model.shape import Shape


def break_even(source: Shape, layer: Conv2d) -> int:
    """Give the largest number of 1×1 filters before `layer` that takes fewer MACs than it alone.

    For stride 1 that is the largest m < k²·Cin·Cout ÷ (Cin + k²·Cout). Both sides are counted,
    so stride and padding are right too. Zero: none saves.

    Parameters
    ----------
    source
        The volume that the layer reads, (C, H, W).
    layer
        The costly layer, with groups = 1.

    Raises
    ------
    ModelError
        As `network.shapes`, for a layer that does not fit.
    """
    alone = _macs(source, layer)
    one = _macs(source, Conv2d(1, (1, 1)), layer)  # MACs grow in step with the width
    return (alone - 1) // one


def _macs(source: Shape, *layers: Conv2d) -> int:
    nodes = [Node("input", "input", Input(*source, source=Source.NOISE))]
    for number, layer in enumerate(layers):
        nodes.append(Node(f"conv{number}", f"conv{number}", layer, (nodes[-1].id,)))
    return count(Network(tuple(nodes))).totals.macs
