"""The numbers of every volume: a network evaluated, layer by layer, stoppable between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from convviz.model.arrays import Floats, read_only, sealed
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kinds import kind_of
from convviz.model.network import Network, Node, shapes
from convviz.model.node_weights import node_weights
from convviz.model.shape import Shape
from convviz.model.weights import ConvWeights

__all__ = [
    "LIMIT_CELLS",
    "LIMIT_MACS",
    "LIMIT_WEIGHTS",
    "ConvWeights",
    "Unvalued",
    "Values",
    "evaluate",
]

LIMIT_WEIGHTS = 8_000_000
LIMIT_CELLS = 8_000_000
LIMIT_MACS = 2_000_000_000
LIMIT_PADDED = 2 * LIMIT_CELLS  # cells of one input with its padding
LIMIT_TOTAL = 64_000_000  # weights and cells of a whole network: 256 MB


class Unvalued(StrEnum):
    """Why a layer has counts but no values."""

    WEIGHTS = "weights"  # more than LIMIT_WEIGHTS
    CELLS = "cells"  # more than LIMIT_CELLS, or LIMIT_PADDED with the padding
    MACS = "macs"  # more than LIMIT_MACS
    TOTAL = "total"  # more than LIMIT_TOTAL with the layers before it
    SOURCE = "source"  # the input's values were not given
    INPUT = "input"  # something before it has none


@dataclass(frozen=True, eq=False)
class Values:
    """What was computed, by node id.

    Parameters
    ----------
    outputs
        (C, H, W) float32, read-only.
    weights
        Of convolutions (and batch norm: γ as (C, 1, 1, 1), β).
    unvalued
        The nodes without an output, each with the reason (an `Unvalued`, which is a str).
    """

    outputs: dict[str, Floats] = field(default_factory=dict)
    weights: dict[str, ConvWeights] = field(default_factory=dict)
    unvalued: dict[str, str] = field(default_factory=dict)


def never() -> bool:
    """Do not stop."""
    return False


def evaluate(
    network: Network,
    inputs: Mapping[str, Floats],
    stopped: Callable[[], bool] = never,
    previous: tuple[Network, Values] | None = None,
) -> Values | None:
    """Compute every volume of a network.

    Parameters
    ----------
    network
        What to evaluate.
    inputs
        The arrays of the input nodes, (C, H, W) float32, by node id.
    stopped
        Asked between layers; True gives up.
    previous
        A network and its values: outputs whose node and inputs are the same are taken over.

    Returns
    -------
    Values or None
        None when stopped.

    Raises
    ------
    ModelError
        WRONG_VALUES for an input array of another shape; else as `network.shapes`.
    """
    sizes = shapes(network)
    known = _Known(*previous) if previous is not None else _Known()
    found = Values()
    for node in network.ordered():
        if stopped():
            return None
        _evaluate_node(network, node, sizes, inputs, found, known)
    return None if stopped() else found


def over_limit(network: Network, node_id: str, sizes: Mapping[str, Shape]) -> str | None:
    """Tell which limit a layer is over, before anything is computed; None: none.

    Parameters
    ----------
    network, node_id
        The layer.
    sizes
        Of `shapes`.
    """
    node = network.node(node_id)
    read = tuple(sizes[source] for source in node.inputs)
    counts = kind_of(node.layer).counts(node.layer, read, sizes[node_id])
    if counts.parameters > LIMIT_WEIGHTS:
        return Unvalued.WEIGHTS
    padded = max((_padded_cells(node, shape, read) for shape in read), default=0)
    if sizes[node_id].cells > LIMIT_CELLS or padded > LIMIT_PADDED:
        return Unvalued.CELLS
    return Unvalued.MACS if counts.macs > LIMIT_MACS else None


def _padded_cells(node: Node, shape: Shape, read: tuple[Shape, ...]) -> int:
    """Count the cells of an input once padding lies around it, and its window fits."""
    window = kind_of(node.layer).window(node.layer, read)
    pads = window.pads
    rows = max(shape.height + pads.top + pads.bottom, window.extent[0])
    columns = max(shape.width + pads.left + pads.right, window.extent[1])
    return shape.channels * rows * columns


class _Known:
    """What was computed before, and may be taken over."""

    def __init__(self, network: Network | None = None, values: Values | None = None) -> None:
        self.network = network or Network(())
        self.values = values or Values()

    def _same(self, node: Node) -> bool:
        """Whether the node had this very layer and these typed numbers."""
        if node.id not in self.network:
            return False
        before = self.network.node(node.id)
        return before.layer == node.layer and before.typed is node.typed

    def weights(self, node: Node, read: tuple[Floats, ...]) -> ConvWeights | None:
        """Give the weights if they are of the same layer on as many channels."""
        if not self._same(node):
            return None
        before = [self.values.outputs.get(s) for s in self.network.node(node.id).inputs]
        if len(before) != len(read):
            return None
        for old, new in zip(before, read, strict=True):
            if old is None or old.shape[0] != new.shape[0]:
                return None
        return self.values.weights.get(node.id)

    def output(self, node: Node, read: tuple[Floats, ...]) -> Floats | None:
        """Give the output if the layer is the same and what it reads is the very same."""
        if not self._same(node):
            return None
        before = [self.values.outputs.get(s) for s in self.network.node(node.id).inputs]
        same = len(before) == len(read) and all(
            old is new for old, new in zip(before, read, strict=True)
        )
        return self.values.outputs.get(node.id) if same else None


def _evaluate_node(
    network: Network,
    node: Node,
    sizes: Mapping[str, Shape],
    inputs: Mapping[str, Floats],
    found: Values,
    known: _Known,
) -> None:
    """Put the node's output, or the reason why it has none, into `found`."""
    if not node.inputs:
        _take_input(node, sizes[node.id], inputs, found)
        return
    reason = over_limit(network, node.id, sizes) or _over_total(node, sizes, found)
    if reason is not None:
        found.unvalued[node.id] = reason
        return
    if any(source not in found.outputs for source in node.inputs):
        found.unvalued[node.id] = Unvalued.INPUT
        return
    kind = kind_of(node.layer)
    read = tuple(found.outputs[source] for source in node.inputs)
    weights = known.weights(node, read)
    if weights is None:
        weights = node_weights(node, tuple(sizes[s] for s in node.inputs), sizes[node.id])
    if weights is not None:
        found.weights[node.id] = weights
    output = known.output(node, read)
    found.outputs[node.id] = (
        sealed(kind.values(node.layer, weights, read)) if output is None else output
    )


def _over_total(node: Node, sizes: Mapping[str, Shape], found: Values) -> str | None:
    """Tell whether all that is kept would be too much with one layer more."""
    kept = sum(each.weights.size + each.bias.size for each in found.weights.values())
    kept += sum(each.size for each in found.outputs.values())
    return Unvalued.TOTAL if kept + sizes[node.id].cells > LIMIT_TOTAL else None


def _take_input(node: Node, shape: Shape, inputs: Mapping[str, Floats], found: Values) -> None:
    given = inputs.get(node.id)
    if shape.cells > LIMIT_CELLS:
        found.unvalued[node.id] = Unvalued.CELLS
    elif given is None:
        found.unvalued[node.id] = Unvalued.SOURCE
    elif given.shape != tuple(shape):
        values = {"expected": str(tuple(shape)), "given": str(given.shape)}
        raise ModelError(ErrorCode.WRONG_VALUES, node.id, values=values)
    else:
        found.outputs[node.id] = read_only(given)
