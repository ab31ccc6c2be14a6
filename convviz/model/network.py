"""A network: nodes with named inputs, their shapes, and the edits of a layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kind import Kind, Layer, checked
from convviz.model.kinds import kind_of
from convviz.model.limits import LAYER_LIMIT, NAME_LIMIT
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.typed import Typed


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
    """A graph of nodes."""

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

    def in_order(self) -> tuple[Node, ...]:
        """Give the nodes in order, the first of them an input: what the panels list.

        Raises
        ------
        ModelError
            NO_INPUT_LAYER, or as `ordered`.
        """
        nodes = self.ordered()
        if not nodes:
            raise ModelError(ErrorCode.NO_INPUT_LAYER)
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
    few = given < least
    code = ErrorCode.TOO_FEW_INPUTS if few else ErrorCode.TOO_MANY_INPUTS
    bound = {"low": least} if few else {"high": most}
    raise ModelError(code, field="inputs", values={**bound, "given": given})


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
        if len(node.id) > NAME_LIMIT:
            raise ModelError(ErrorCode.LONG_NAME, node.id, "id", {"high": NAME_LIMIT})
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


def valid_network(nodes: Iterable[Node]) -> Network:
    """Give the network of these nodes, fields that go with what a layer reads brought up to date.

    Raises
    ------
    ModelError
        As `shapes`.
    """
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
    return valid_network(changed if other.id == node_id else other for other in network.nodes)


def rename(network: Network, node_id: str, name: str) -> Network:
    """Rename a node; its id, and so its weights, stay.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, EMPTY_NAME, LONG_NAME, DUPLICATE_NAME.
    """
    changed = replace(network.node(node_id), name=name.strip())
    return valid_network(changed if other.id == node_id else other for other in network.nodes)
