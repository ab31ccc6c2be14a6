"""Edits of the document: (document, intent) -> document, one function per intent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.model.documents import document as shipped
from convviz.model.graph_edits import add_after, move, remove
from convviz.model.kinds import as_input
from convviz.model.layers import Source
from convviz.model.network import Network, rename, set_field, set_fields
from convviz.model.typed_edits import (
    clear_typed,
    copy_filter,
    load_weights,
    set_bias,
    set_column,
    set_kernel,
    set_matrix,
)
from convviz.state.document import Document, Run
from convviz.state.intents import (
    AddLayer,
    ClearTyped,
    CopyFilter,
    LoadWeights,
    MoveLayer,
    OpenDocument,
    OpenFile,
    PasteColumn,
    PasteKernel,
    PasteMatrix,
    RemoveLayer,
    RenameLayer,
    ResizeInput,
    SetBias,
    SetCrop,
    SetField,
    SetPhoto,
    SetWeight,
)
from convviz.state.photos import with_photo

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
    if intent.field == "photo":  # a frame is chosen for one photo
        network = _whole_if_other(document.network, network, intent.layer)
    return replace(document, network=network)


def _resize(document: Document, intent: ResizeInput) -> Document:
    network = resized(document.network, intent.layer, intent.height, intent.width)
    return replace(document, network=network)


def resized(network: Network, layer: str, height: int, width: int) -> Network:
    """The network with an input of another height and width."""
    return set_fields(network, layer, {"height": height, "width": width})


def _whole_if_other(before: Network, network: Network, layer: str) -> Network:
    old, new = (as_input(each.node(layer).layer) for each in (before, network))
    same = old is not None and new is not None and old.photo == new.photo
    return network if same else set_field(network, layer, "crop", None)


def _add(document: Document, intent: AddLayer) -> Document:
    network, added = add_after(document.network, intent.after, intent.layer, intent.before)
    return replace(document, network=network, selected=added)


def _remove(document: Document, intent: RemoveLayer) -> Document:
    network = remove(document.network, intent.layer)
    selected = document.selected
    if selected == intent.layer:
        selected = document.network.node(intent.layer).inputs[0]
    return replace(document, network=network, selected=selected)


def _move(document: Document, intent: MoveLayer) -> Document:
    return replace(document, network=move(document.network, intent.layer, intent.step))


def _rename(document: Document, intent: RenameLayer) -> Document:
    return replace(document, network=rename(document.network, intent.layer, intent.name))


def _open(document: Document, intent: OpenDocument) -> Document:
    return _with_pin_of(document, open_document(intent.document))


def _open_file(document: Document, intent: OpenFile) -> Document:
    opened = intent.document
    return opened if opened.pinned is not None else _with_pin_of(document, opened)


def _with_pin_of(document: Document, opened: Document) -> Document:
    """What is pinned stays: a document is often opened to be compared with it."""
    return replace(opened, pinned=document.pinned, pinned_from=document.pinned_from)


def _set_photo(document: Document, intent: SetPhoto) -> Document:
    network = set_field(document.network, intent.layer, "photo", intent.photo.id)
    network = _whole_if_other(document.network, network, intent.layer)
    layer = as_input(network.node(intent.layer).layer)
    assert layer is not None  # only a source has a photo
    if layer.source not in (Source.PHOTO, Source.PHOTO_FEATURES):
        source = Source.PHOTO if layer.channels == 3 else Source.PHOTO_FEATURES
        network = set_field(network, intent.layer, "source", source)
    if intent.photo in document.photos:
        return replace(document, network=network)
    provided = (as_input(node.layer) for node in network.nodes)
    used = frozenset(each.photo for each in provided if each is not None)
    return replace(
        document, network=network, photos=with_photo(document.photos, intent.photo, used)
    )


def _set_crop(document: Document, intent: SetCrop) -> Document:
    network = set_field(document.network, intent.layer, "crop", intent.frame)
    return replace(document, network=network)


def _set_weight(document: Document, intent: SetWeight) -> Document:
    place = (intent.filter, intent.channel, intent.row, intent.column)
    network = set_kernel(document.network, intent.layer, *place, ((intent.value,),))
    return replace(document, network=network)


def _set_bias(document: Document, intent: SetBias) -> Document:
    network = set_bias(document.network, intent.layer, intent.filter, intent.value)
    return replace(document, network=network)


def _paste(document: Document, intent: PasteKernel) -> Document:
    place = (intent.filter, intent.channel, intent.row, intent.column)
    return replace(
        document, network=set_kernel(document.network, intent.layer, *place, intent.block)
    )


def _paste_column(document: Document, intent: PasteColumn) -> Document:
    place = (intent.filter, intent.channel, intent.row, intent.column)
    network = set_column(document.network, intent.layer, *place, intent.numbers)
    return replace(document, network=network)


def _paste_matrix(document: Document, intent: PasteMatrix) -> Document:
    place = (intent.filter, intent.channel)
    return replace(
        document, network=set_matrix(document.network, intent.layer, *place, intent.block)
    )


def _copy_filter(document: Document, intent: CopyFilter) -> Document:
    network = copy_filter(document.network, intent.layer, intent.source, intent.target)
    return replace(document, network=network)


def _load(document: Document, intent: LoadWeights) -> Document:
    return replace(document, network=load_weights(document.network, intent.layer, intent.array))


def _clear(document: Document, intent: ClearTyped) -> Document:
    network = clear_typed(document.network, intent.layer, intent.within)
    return replace(document, network=network)


EDITS: dict[type, Edit] = {
    SetField: _set_field,
    ResizeInput: _resize,
    AddLayer: _add,
    RemoveLayer: _remove,
    MoveLayer: _move,
    RenameLayer: _rename,
    OpenDocument: _open,
    OpenFile: _open_file,
    SetPhoto: _set_photo,
    SetCrop: _set_crop,
    SetWeight: _set_weight,
    SetBias: _set_bias,
    PasteKernel: _paste,
    PasteColumn: _paste_column,
    PasteMatrix: _paste_matrix,
    CopyFilter: _copy_filter,
    LoadWeights: _load,
    ClearTyped: _clear,
}


def run_of(intent: Any) -> Run | None:
    """The run that an edit belongs to: typing or dragging in one place is one undo step."""
    if isinstance(intent, SetField):
        return intent.layer, intent.field, intent.run
    if isinstance(intent, SetCrop):
        return intent.layer, "crop", intent.run
    if isinstance(intent, SetBias):
        return intent.layer, f"bias {intent.filter}", intent.run
    if isinstance(intent, SetWeight):
        place = f"{intent.filter} {intent.channel} {intent.row} {intent.column}"
        return intent.layer, f"weight {place}", intent.run
    return None


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
