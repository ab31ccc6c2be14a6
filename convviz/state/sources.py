"""The volumes that a stage reads: one, or several that lie behind one another as one volume."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from convviz.model.kinds import reading_of
from convviz.model.layers import Layer
from convviz.model.network import Network
from convviz.model.reading import Reading, joined_reading
from convviz.model.record import stage_nodes
from convviz.model.shape import Shape
from convviz.model.values import Values
from convviz.state.resolved import Floats, Stage, StageInput


def stage_inputs(
    network: Network, node_id: str, shapes: Mapping[str, Shape], values: Values | None
) -> tuple[StageInput, ...]:
    """What a layer reads, in its order; values where they fit the shapes."""
    found: list[StageInput] = []
    first = 0
    for source in network.node(node_id).inputs:
        array = None if values is None else values.outputs.get(source)
        if array is not None and array.shape != tuple(shapes[source]):
            array = None  # of the network before the edit
        name = network.node(stage_nodes(network, source)[0]).name
        found.append(StageInput(source, name, shapes[source], first, array))
        first += shapes[source].channels
    return tuple(found)


def joined_shape(inputs: tuple[StageInput, ...]) -> Shape:
    """The shape of all of them behind one another; one of 1×1 is spread over the others' size."""
    channels = sum(each.shape.channels for each in inputs)
    sizes = [each.shape for each in inputs]
    return Shape(channels, max(s.height for s in sizes), max(s.width for s in sizes))


def joined_values(
    inputs: tuple[StageInput, ...], output: Floats | None, before: Stage | None
) -> Floats | None:
    """Their cells behind one another, (ΣC, H, W); None while one of them has no values.

    Parameters
    ----------
    output : array or None
        Of the layer: where that is the inputs behind one another, it is taken.
    before : Stage or None
        The last snapshot's: where it read the same arrays, nothing is put together again.
    """
    if len(inputs) == 1:
        return inputs[0].values
    arrays = [each.values for each in inputs if each.values is not None]
    if len(arrays) < len(inputs):
        return None
    if output is not None and output.shape == tuple(joined_shape(inputs)):
        return output
    if before is not None and len(before.sources) == len(inputs):
        old = (each.values for each in before.sources)
        if all(a is b for a, b in zip(arrays, old, strict=True)):
            return before.inputs
    _, height, width = joined_shape(inputs)
    spread = [np.broadcast_to(each, (len(each), height, width)) for each in arrays]
    made: Floats = np.concatenate(spread)
    made.setflags(write=False)
    return made


def stage_reading(layer: Layer, inputs: tuple[StageInput, ...], output: Shape) -> Reading:
    """Which of these cells one output cell reads."""
    if len(inputs) == 1:
        return reading_of(layer, inputs[0].shape)
    return joined_reading(tuple(each.shape for each in inputs), output)
