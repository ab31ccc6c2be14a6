"""Edits of the document: (document, intent) -> document, one function per intent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.model.documents import document as shipped
from convviz.model.network import add_after, move, remove, rename, set_field
from convviz.state.document import Document
from convviz.state.intents import (
    AddLayer,
    MoveLayer,
    OpenDocument,
    RemoveLayer,
    RenameLayer,
    SetField,
)

Edit = Callable[[Document, Any], Document]


def open_document(name: str) -> Document:
    """A shipped document, as it is opened.

    Raises
    ------
    ModelError
        UNKNOWN_DOCUMENT.
    """
    spec = shipped(name)
    return Document(name, spec.network, spec.selected)


def _set_field(document: Document, intent: SetField) -> Document:
    network = set_field(document.network, intent.layer, intent.field, intent.value)
    return replace(document, network=network)


def _add(document: Document, intent: AddLayer) -> Document:
    network, added = add_after(document.network, intent.after, intent.layer)
    return replace(document, network=network, selected=added)


def _remove(document: Document, intent: RemoveLayer) -> Document:
    before = [node.id for node in document.network.chain()]
    network = remove(document.network, intent.layer)
    selected = document.selected
    if selected == intent.layer:
        selected = before[max(before.index(intent.layer) - 1, 0)]
    return replace(document, network=network, selected=selected)


def _move(document: Document, intent: MoveLayer) -> Document:
    return replace(document, network=move(document.network, intent.layer, intent.step))


def _rename(document: Document, intent: RenameLayer) -> Document:
    return replace(document, network=rename(document.network, intent.layer, intent.name))


def _open(document: Document, intent: OpenDocument) -> Document:
    # What is pinned stays: a document is often opened to be compared with it.
    return replace(open_document(intent.document), pinned=document.pinned)


EDITS: dict[type, Edit] = {
    SetField: _set_field,
    AddLayer: _add,
    RemoveLayer: _remove,
    MoveLayer: _move,
    RenameLayer: _rename,
    OpenDocument: _open,
}


def apply_edit(document: Document, intent: Any) -> Document:
    """The document after an edit.

    Raises
    ------
    ModelError
        When the edit would make an invalid network; the document stays as it was.
    KeyError
        When the intent is no edit.
    """
    return EDITS[type(intent)](document, intent)
