"""A network: nodes with named inputs, their shapes, and the edits of a chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kind import Kind, Layer, checked
from convviz.model.kinds import kind_of
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.typed import Typed

LAYER_LIMIT = 1_000
NAME_LIMIT = 100


@dataclass(frozen=True)
class Node:
    """One layer in its place.

    Parameters
    ----------
    id
        Never changes and is never shown; weights are drawn from it.
    name
        What the user sees; may change.
    layer
        The operation and its fields.
    inputs
        Ids of the nodes it reads.
    typed
        Weights and biases that stand in place of those drawn from the seed.
    """

    id: str
    name: str
    layer: Layer
    inputs: tuple[str, ...] = ()
    typed: Typed | None = None


@dataclass(frozen=True)
class Network:
    """A graph of nodes; for now the editor edits a chain."""

    nodes: tuple[Node, ...]

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _shapes(self) -> dict[str, Shape]:
        return _checked_shapes(self)

    @cached_property
    def _readers(self) -> dict[str, tuple[Node, ...]]:
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            for source in dict.fromkeys(node.inputs):
                found.setdefault(source, []).append(node)
        return {source: tuple(nodes) for source, nodes in found.items()}

    @cached_property
    def _ordered(self) -> tuple[Node, ...]:
        return _in_order(self)

    def __contains__(self, node_id: str) -> bool:
        """Tell whether there is a node of that id."""
        return node_id in self._by_id

    def node(self, node_id: str) -> Node:
        """Give the node of that id.

        Raises
        ------
        ModelError
            UNKNOWN_LAYER.
        """
        found = self._by_id.get(node_id)
        if found is None:
            raise ModelError(ErrorCode.UNKNOWN_LAYER, node_id)
        return found

    def readers(self, node_id: str) -> tuple[Node, ...]:
        """Give the nodes that read the node of that id."""
        return self._readers.get(node_id, ())

    def ordered(self) -> tuple[Node, ...]:
        """Give the nodes so that each comes after its inputs.

        Raises
        ------
        ModelError
            UNKNOWN_LAYER for an input that is not there, CYCLE.
        """
        return self._ordered

    def chain(self) -> tuple[Node, ...]:
        """Give the nodes from the input to the end, where each is read by the next alone.

        Raises
        ------
        ModelError
            NO_INPUT_LAYER, NOT_A_CHAIN.
        """
        nodes = self.ordered()
        if not nodes:
            raise ModelError(ErrorCode.NO_INPUT_LAYER)
        for before, node in pairwise(nodes):
            if node.inputs != (before.id,):
                raise ModelError(ErrorCode.NOT_A_CHAIN, node.id, "inputs")
        return nodes


def _in_order(network: Network) -> tuple[Node, ...]:
    placed: dict[str, Node] = {}
    waiting = list(network.nodes)
    for node in waiting:
        for source in node.inputs:
            if source not in network:
                raise ModelError(ErrorCode.UNKNOWN_LAYER, node.id, "inputs", {"id": source})
    while waiting:
        later: list[Node] = []
        for node in waiting:
            if all(source in placed for source in node.inputs):
                placed[node.id] = node
            else:
                later.append(node)
        if len(later) == len(waiting):
            raise ModelError(ErrorCode.CYCLE, later[0].id, "inputs")
        waiting = later
    return tuple(placed.values())


def shapes(network: Network) -> dict[str, Shape]:
    """Give every node's output shape, by id; this is also the check of the whole network.

    Raises
    ------
    ModelError
        Any code; the first fault from the input on, naming node and field.
    """
    return dict(network._shapes)


def _checked_shapes(network: Network) -> dict[str, Shape]:
    _check_names(network)
    found: dict[str, Shape] = {}
    for node in network.ordered():
        inputs = tuple(found[source] for source in node.inputs)
        try:
            found[node.id] = _checked_shape(node.layer, inputs)
        except ModelError as error:
            raise error.at(node.id) from None
    return found


# Layers that were found valid, by identity: 32 and 32.0 are equal, but only one is a number of
# filters. An edit leaves all layers but one the same objects.
_VALID: dict[int, tuple[Layer, tuple[Shape, ...], Shape]] = {}
_MOST_VALID = 16 * LAYER_LIMIT


def _checked_shape(layer: Layer, inputs: tuple[Shape, ...]) -> Shape:
    """Give the output shape of a layer whose fields, and inputs, have been checked."""
    known = _VALID.get(id(layer))
    if known is not None and known[0] is layer and known[1] == inputs:
        return known[2]
    kind = kind_of(layer)
    _check_input_count(kind, len(inputs))
    kind.check_fields(layer)
    kind.check(layer, inputs)
    shape = kind.output_shape(layer, inputs)
    if len(_VALID) >= _MOST_VALID:
        _VALID.clear()
    _VALID[id(layer)] = (layer, inputs, shape)
    return shape


def _check_input_count(kind: Kind, given: int) -> None:
    least, most = kind.inputs
    if least <= given <= most:
        return
    if least == most:
        numbers = {"needed": least, "given": given}
        raise ModelError(ErrorCode.INPUT_COUNT, field="inputs", values=numbers)
    raise ModelError(
        ErrorCode.TOO_FEW_INPUTS, field="inputs", values={"low": least, "given": given}
    )


def _check_names(network: Network) -> None:
    if len(network.nodes) > LAYER_LIMIT:
        raise ModelError(ErrorCode.TOO_MANY_LAYERS, values={"high": LAYER_LIMIT})
    if not any(kind_of(node.layer).is_source for node in network.nodes):
        raise ModelError(ErrorCode.NO_INPUT_LAYER)
    ids: set[str] = set()
    names: set[str] = set()
    for node in network.nodes:
        if not node.id or node.id in ids:
            raise ModelError(ErrorCode.DUPLICATE_ID, node.id)
        if not node.name.strip():
            raise ModelError(ErrorCode.EMPTY_NAME, node.id, "name")
        if len(node.name) > NAME_LIMIT:
            raise ModelError(ErrorCode.LONG_NAME, node.id, "name", {"high": NAME_LIMIT})
        if node.name in names:
            raise ModelError(ErrorCode.DUPLICATE_NAME, node.id, "name", {"name": node.name})
        ids.add(node.id)
        names.add(node.name)


def input_shapes(
    network: Network, node_id: str, known: dict[str, Shape] | None = None
) -> tuple[Shape, ...]:
    """Give the shapes that a node reads.

    Raises
    ------
    ModelError
        As `shapes`.
    """
    found = shapes(network) if known is None else known
    return tuple(found[source] for source in network.node(node_id).inputs)


def _valid(nodes: Iterable[Node]) -> Network:
    network = _followed(Network(tuple(nodes)))
    shapes(network)
    return network


def _followed(network: Network) -> Network:
    """Bring up to date the fields that go with what a layer reads, from the input on."""
    changed: dict[str, Node] = {}
    found: dict[str, Shape] = {}
    for node in network.ordered():
        kind = kind_of(node.layer)
        inputs = tuple(found[source] for source in node.inputs)
        try:
            _check_input_count(kind, len(inputs))
            layer = kind.follow(node.layer, inputs) if inputs else node.layer
            found[node.id] = _checked_shape(layer, inputs)
        except ModelError as error:
            raise error.at(node.id) from None
        if layer is not node.layer:
            changed[node.id] = replace(node, layer=layer)
    if not changed:
        return network
    return Network(tuple(changed.get(node.id, node) for node in network.nodes))


def set_field(network: Network, node_id: str, field: str, value: Any) -> Network:
    """Set one field of a layer.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, UNKNOWN_FIELD, or any fault that the value makes, here or further on.
    """
    return set_fields(network, node_id, {field: value})


def set_fields(network: Network, node_id: str, values: Mapping[str, Any]) -> Network:
    """Set several fields of a layer together.

    Raises
    ------
    ModelError
        As `set_field`.
    """
    node = network.node(node_id)
    layer = node.layer
    try:
        kind = kind_of(layer)
        for field, value in values.items():
            layer = replace(layer, **{field: checked(kind.field(field), value)})
            layer = kind.settled(layer, field)
    except ModelError as error:
        raise error.at(node_id) from None
    changed = replace(node, layer=layer)
    return _valid(changed if other.id == node_id else other for other in network.nodes)


def rename(network: Network, node_id: str, name: str) -> Network:
    """Rename a node; its id, and so its weights, stay.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, EMPTY_NAME, LONG_NAME, DUPLICATE_NAME.
    """
    changed = replace(network.node(node_id), name=name.strip())
    return _valid(changed if other.id == node_id else other for other in network.nodes)


def add_after(network: Network, node_id: str, layer: Layer) -> tuple[Network, str]:
    """Put a layer after a node; what read the node now reads the layer.

    Returns
    -------
    tuple
        The network and the new node's id (also its name: "conv3").

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, ADD_INPUT, or any fault of the new layer and those after it.
    """
    network.node(node_id)
    new_id = _free_id(network, layer)
    if kind_of(layer).is_source:
        raise ModelError(ErrorCode.ADD_INPUT, new_id)
    nodes: list[Node] = []
    for node in network.nodes:
        nodes.append(_reading(node, {node_id: new_id}))
        if node.id == node_id:
            nodes.append(Node(new_id, new_id, layer, (node_id,)))
    return _valid(nodes), new_id


def _free_id(network: Network, layer: Layer) -> str:
    """Number from 1 up to the first that is free both as an id and as a name."""
    kind = kind_of(layer)
    stem = kind.stem or kind.name
    taken = {node.id for node in network.nodes} | {node.name for node in network.nodes}
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _reading(node: Node, renamed: dict[str, str]) -> Node:
    return replace(node, inputs=tuple(renamed.get(source, source) for source in node.inputs))


def remove(network: Network, node_id: str) -> Network:
    """Take a layer out; what read it now reads what it read.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, REMOVE_INPUT, or any fault that follows.
    """
    node = network.node(node_id)
    if not node.inputs:
        raise ModelError(ErrorCode.REMOVE_INPUT, node_id)
    source = node.inputs[0]
    return _valid(
        _reading(other, {node_id: source}) for other in network.nodes if other.id != node_id
    )


def move(network: Network, node_id: str, step: int) -> Network:
    """Move a layer along the chain: +1 is one place towards the end.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NOT_A_CHAIN, MOVE_INPUT, MOVE_ABOVE_INPUT, MOVE_PAST_END, or any fault
        that follows.
    """
    node = network.node(node_id)
    if not node.inputs:
        raise ModelError(ErrorCode.MOVE_INPUT, node_id)
    nodes = list(network.chain())
    place = nodes.index(node) + step
    if place < 1:
        raise ModelError(ErrorCode.MOVE_ABOVE_INPUT, node_id)
    if place >= len(nodes):
        raise ModelError(ErrorCode.MOVE_PAST_END, node_id)
    nodes.remove(node)
    nodes.insert(place, node)
    linked = [nodes[0]]
    for other in nodes[1:]:
        linked.append(replace(other, inputs=(linked[-1].id,)))
    return _valid(linked)
