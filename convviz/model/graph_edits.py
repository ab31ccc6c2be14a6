"""Edits of a graph of layers: put one in, take one out, move one along its branch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kind import Layer
from convviz.model.kinds import kind_of
from convviz.model.network import Network, Node, valid_network


def add_after(
    network: Network, node_id: str, layer: Layer, before: str | None = None
) -> tuple[Network, str]:
    """Put a layer after a node; what read the node now reads the layer.

    Parameters
    ----------
    before
        The one node that reads the layer from then on: the others still read `node_id`. None: all.

    Returns
    -------
    tuple
        The network and the new node's id (also its name: "conv3").

    Raises
    ------
    ModelError
        UNKNOWN_LAYER (also of a `before` that does not read the node), ADD_INPUT, or any fault of
        the new layer and those after it.
    """
    network.node(node_id)
    readers = network.readers(node_id)
    if before is not None:
        readers = tuple(node for node in readers if node.id == before)
        if not readers:
            raise ModelError(ErrorCode.UNKNOWN_LAYER, before)
    new_id = _free_id(network, layer)
    if kind_of(layer).is_source:
        raise ModelError(ErrorCode.ADD_INPUT, new_id)
    nodes: list[Node] = []
    for node in network.nodes:
        nodes.append(_reading(node, {node_id: (new_id,)}) if node in readers else node)
        if node.id == node_id:
            nodes.append(Node(new_id, new_id, layer, (node_id,)))
    return valid_network(nodes), new_id


def _free_id(network: Network, layer: Layer) -> str:
    """Number from 1 up to the first that is free both as an id and as a name."""
    kind = kind_of(layer)
    stem = kind.stem or kind.name
    taken = {node.id for node in network.nodes} | {node.name for node in network.nodes}
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _reading(node: Node, instead: Mapping[str, tuple[str, ...]]) -> Node:
    """The node, reading other nodes instead of some, each in its place."""
    if not any(source in instead for source in node.inputs):
        return node
    inputs = [each for source in node.inputs for each in instead.get(source, (source,))]
    return replace(node, inputs=tuple(inputs))


def remove(network: Network, node_id: str) -> Network:
    """Take a layer out; what read it now reads what it read, all of it, in its place.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, REMOVE_INPUT, REMOVE_JOIN (a layer that reads one volume cannot read all
        that this one joined), or any fault that follows.
    """
    node = network.node(node_id)
    if not node.inputs:
        raise ModelError(ErrorCode.REMOVE_INPUT, node_id)
    for reader in network.readers(node_id) if len(node.inputs) > 1 else ():
        if len(node.inputs) > kind_of(reader.layer).inputs.most:
            values: dict[str, float | str] = {"given": len(node.inputs), "reader": reader.name}
            raise ModelError(ErrorCode.REMOVE_JOIN, node_id, values=values)
    instead = {node_id: node.inputs}
    return valid_network(_reading(other, instead) for other in network.nodes if other.id != node_id)


def move(network: Network, node_id: str, step: int) -> Network:
    """Move a layer along its branch: +1 is one place towards the end.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, MOVE_INPUT, MOVE_ABOVE_INPUT, MOVE_PAST_END, MOVE_PAST_BRANCH (branches part
        or meet there), or any fault that follows.
    """
    node = network.node(node_id)
    if not node.inputs:
        raise ModelError(ErrorCode.MOVE_INPUT, node_id)
    moved = network
    for _ in range(abs(step)):
        moved = _exchanged(moved, *_neighbours(moved, node_id, step > 0))
    return valid_network(moved.nodes)


def can_remove(network: Network, node_id: str) -> bool:
    """Tell whether a layer can be taken out, what follows for the fields left out of account."""
    node = network.node(node_id)
    readers = network.readers(node_id) if len(node.inputs) > 1 else ()
    most = (kind_of(reader.layer).inputs.most for reader in readers)
    return bool(node.inputs) and all(len(node.inputs) <= each for each in most)


def can_move(network: Network, node_id: str, step: int) -> bool:
    """Tell whether a layer has a place to move to, its fields left out of account."""
    try:
        _neighbours(network, node_id, step > 0)
    except ModelError:
        return False
    return True


def _neighbours(network: Network, node_id: str, onward: bool) -> tuple[Node, Node]:
    """The node and the one to change places with, in their order."""
    node = network.node(node_id)
    if not node.inputs:
        raise ModelError(ErrorCode.MOVE_INPUT, node_id)
    if not onward:
        before = network.node(node.inputs[0])
        if len(node.inputs) == 1 and not before.inputs:
            raise ModelError(ErrorCode.MOVE_ABOVE_INPUT, node_id)
        pair = before, node
    else:
        readers = network.readers(node_id)
        if not readers:
            raise ModelError(ErrorCode.MOVE_PAST_END, node_id)
        pair = node, readers[0]
    first, second = pair
    if len(first.inputs) != 1 or len(second.inputs) != 1 or len(network.readers(first.id)) != 1:
        raise ModelError(ErrorCode.MOVE_PAST_BRANCH, node_id)
    return pair


def _exchanged(network: Network, first: Node, second: Node) -> Network:
    """The network with two nodes, one after the other, in each other's place."""
    places = {
        first.id: replace(second, inputs=first.inputs),
        second.id: replace(first, inputs=(second.id,)),
    }
    after = {second.id: (first.id,)}
    nodes = (places.get(node.id) or _reading(node, after) for node in network.nodes)
    return Network(tuple(nodes))
