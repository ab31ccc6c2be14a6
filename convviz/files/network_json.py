"""A network as JSON: layers written from the kinds' tables, and checked when they are read.

Layers are written by `Kind.fields`, so a new kind needs nothing here. A field that is missing takes
its default: a later version may add some and still read what this one wrote. Counting a document
needs no more than this, so nothing here loads numpy.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from enum import Enum
from pathlib import Path
from typing import Any

from convviz.files.archive import Archive
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.fields import JSON_LIMIT, Field, parsed
from convviz.model.errors import ModelError
from convviz.model.kind import Kind, Layer, checked
from convviz.model.kinds import KINDS, kind_of
from convviz.model.limits import DIMENSION_LIMIT, INPUT_LIMIT, LAYER_LIMIT, NAME_LIMIT
from convviz.model.network import Network, Node, shapes

SUFFIX = ".convviz"
DOCUMENT = "document.json"
FORMAT = "convviz"
VERSION = 2  # `projects` says what each brought


def read_network(path: Path) -> Network:
    """Return the network in a document's file, without photos and typed weights.

    Raises
    ------
    FileError
        As `projects.read_project`, for what the network needs.
    """
    with Archive(path) as archive:
        return network_of(document_field(archive).get("layers"))[0]


def document_field(archive: Archive) -> Field:
    """Return what document.json says, its format and version checked.

    Raises
    ------
    FileError
        NOT_OURS, DAMAGED, NEWER (values: version), WRONG_FIELD (values: where).
    """
    file = archive.path.name
    if DOCUMENT not in archive.names:
        raise FileError(FileErrorCode.NOT_OURS, file=file)
    try:
        value = parsed(archive.read(DOCUMENT, JSON_LIMIT))
    except (ValueError, RecursionError) as error:
        raise archive.damaged() from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise FileError(FileErrorCode.NOT_OURS, file=file)
    whole = Field(value, "", file)
    version = whole.get("version").whole(1, DIMENSION_LIMIT)
    if version > VERSION:
        raise FileError(FileErrorCode.NEWER, file=file, version=version)
    return whole


def network_json(network: Network) -> list[dict[str, Any]]:
    """Return a network's layers; of typed weights only that there are some."""
    return [_layer_json(node) for node in network.nodes]


def bare(network: Network) -> Network:
    """Return a network without its typed weights."""
    return Network(tuple(replace(node, typed=None) for node in network.nodes))


def _layer_json(node: Node) -> dict[str, Any]:
    kind = kind_of(node.layer)
    return {
        "id": node.id,
        "name": node.name,
        "kind": kind.name,
        "inputs": list(node.inputs),
        "fields": {spec.name: _plain(getattr(node.layer, spec.name)) for spec in kind.fields},
        "typed": node.typed is not None,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def network_of(field: Field) -> tuple[Network, frozenset[str]]:
    """Return the network that a list of layers describes, and the ids of those with typed weights.

    Raises
    ------
    FileError
        WRONG_FIELD (values: where), also for a network that cannot be.
    """
    nodes: list[Node] = []
    typed: set[str] = set()
    for each in field.items(LAYER_LIMIT):
        each.keys(("id", "name", "kind", "inputs", "fields"), ("typed",))
        node = Node(
            id=each.get("id").text(NAME_LIMIT),
            name=each.get("name").text(NAME_LIMIT),
            layer=_layer(each.get("kind"), each.get("fields")),
            inputs=tuple(f.text(NAME_LIMIT) for f in each.get("inputs").items(INPUT_LIMIT)),
        )
        nodes.append(node)
        if each.get("typed").value is not None and each.get("typed").flag():
            typed.add(node.id)
    network = Network(tuple(nodes))
    try:
        shapes(network)
    except ModelError as error:
        place = next((i for i, node in enumerate(nodes) if node.id == error.layer), None)
        where = field.where if place is None else f"{field.where}[{place}]"
        found = f"{where}.{error.field}" if error.field else where
        raise Field(None, found, field.file).wrong() from error
    return network, frozenset(typed)


def _layer(named: Field, given: Field) -> Layer:
    kind = KINDS.get(named.text(NAME_LIMIT))
    if kind is None:
        raise named.wrong()
    present = given.keys(_without_default(kind), tuple(spec.name for spec in kind.fields))
    taken: dict[str, Any] = {}
    for spec in kind.fields:
        if spec.name in present:
            each = given.get(spec.name)
            try:
                taken[spec.name] = checked(spec, each.value)
            except (ModelError, OverflowError) as error:
                raise each.wrong() from error
            if spec.form == "choice" and not spec.choices:
                each.text(NAME_LIMIT)
    return kind.layer(**taken)


def _without_default(kind: Kind) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(kind.layer)
        if field.default is MISSING and field.default_factory is MISSING
    )
