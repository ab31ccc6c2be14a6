"""A project as JSON: what document.json holds, written and checked back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from convviz.files.fields import Field
from convviz.files.network_json import FORMAT, VERSION, bare, network_json, network_of
from convviz.model.limits import NAME_LIMIT, PLACE_LIMIT
from convviz.scene.layout import PITCH, YAW
from convviz.scene.offset import NO_OFFSET, Offset, bounded
from convviz.state.document import Document
from convviz.state.photos import PHOTO_LIMIT, OwnPhoto
from convviz.state.view import Selection, ViewOptions

_NEEDED = ("format", "version", "document", "layers", "selected")
_NAME_LIMIT = 255  # of a file's name
_OPTIONAL = ("cell", "view", "photos", "pinned", "pinned_from")
_FAR = 1e6  # world units
_SOURCE_LIMIT = 1_000_000  # pixels along a side
_CUTS = ("cut_row", "cut_column", "cut_channel")
_PLACES = ("filter", "row", "column")
_FLAGS = ("orthographic", "glass")
_OFFSET = ("yaw", "pitch", "right", "down", "zoom")
_NAMED = {"": None, "front": (0, 0), "top": (0, 89), "side": (89, 0)}  # with old files' angles


@dataclass(frozen=True)
class Outline:
    """What document.json says; the arrays that it speaks of are elsewhere in the file.

    Attributes
    ----------
    document : Document
        Its photos and typed weights still missing.
    photos : tuple of OwnPhoto
        With empty pixels.
    typed : frozenset of str
        Ids of the layers with typed weights.
    cell : Selection
    view : ViewOptions
    """

    document: Document
    photos: tuple[OwnPhoto, ...]
    typed: frozenset[str]
    cell: Selection
    view: ViewOptions


# ---- writing ---------------------------------------------------------------------------------
def as_json(document: Document, cell: Selection, view: ViewOptions) -> bytes:
    """Return document.json: the same bytes for the same document."""
    pinned = document.pinned
    value = {
        "format": FORMAT,
        "version": VERSION,
        "document": document.id,
        "selected": document.selected,
        "cell": {name: int(getattr(cell, name)) for name in _PLACES},
        "view": _view_json(view),
        "layers": network_json(document.network),
        "photos": [
            {"id": photo.id, "name": photo.name, "source_size": list(photo.source_size)}
            for photo in document.photos
        ],
        # Counts are compared with it, and they depend on no typed weight.
        "pinned": None if pinned is None else network_json(bare(pinned)),
    }
    if pinned is not None:
        value["pinned_from"] = list(document.pinned_from)
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True)
    return text.encode()


def _view_json(view: ViewOptions) -> dict[str, Any]:
    cuts = {name: getattr(view, name) for name in _CUTS}
    return {
        **{name: bool(getattr(view, name)) for name in _FLAGS},
        **{name: None if cut is None else int(cut) for name, cut in cuts.items()},
        "apart": float(view.apart),
        "named": view.named,
        "offset": {name: float(getattr(view.offset, name)) for name in _OFFSET},
    }


# ---- reading ---------------------------------------------------------------------------------
def outline(whole: Field) -> Outline:
    """Return what document.json says.

    Raises
    ------
    FileError
        WRONG_FIELD (values: where).
    """
    keys = whole.keys(_NEEDED, _OPTIONAL)
    network, typed = network_of(whole.get("layers"))
    selected = whole.get("selected")
    if selected.text(NAME_LIMIT) not in network:
        raise selected.wrong()
    pinned = whole.get("pinned")
    document = Document(
        id=whole.get("document").text(NAME_LIMIT),
        network=network,
        selected=str(selected.value),
        pinned=None if pinned.value is None else network_of(pinned)[0],
        pinned_from=_names(whole.get("pinned_from")) if "pinned_from" in keys else ("", ""),
    )
    return Outline(
        document=document,
        photos=_photos(whole.get("photos")) if "photos" in keys else (),
        typed=typed,
        cell=_cell(whole.get("cell")) if "cell" in keys else Selection(),
        view=_view(whole.get("view")) if "view" in keys else ViewOptions(),
    )


def _names(field: Field) -> tuple[str, str]:
    """What a pinned network is called: two texts, which may be empty."""
    found = [each.text(_NAME_LIMIT) if each.value else "" for each in field.items(2)]
    if len(found) != 2:
        raise field.wrong()
    return found[0], found[1]


def _photos(field: Field) -> tuple[OwnPhoto, ...]:
    found: list[OwnPhoto] = []
    for each in field.items(PHOTO_LIMIT):
        each.keys(("id", "name", "source_size"))
        name = each.get("id")
        digits = name.text(NAME_LIMIT).removeprefix("own-")
        if len(digits) != 16 or set(digits) - set("0123456789abcdef") or digits == name.value:
            raise name.wrong()
        if any(photo.id == name.value for photo in found):
            raise name.wrong()
        size = tuple(f.whole(1, _SOURCE_LIMIT) for f in each.get("source_size").items(2))
        if len(size) != 2:
            raise each.get("source_size").wrong()
        shown = each.get("name").text(NAME_LIMIT)
        found.append(OwnPhoto(str(name.value), shown, size, np.empty((0, 0, 3), np.uint8)))
    return tuple(found)


def _cell(field: Field) -> Selection:
    keys = field.keys((), _PLACES)
    taken: dict[str, Any] = {name: field.get(name).whole(0, PLACE_LIMIT) for name in keys}
    return Selection(**taken)


def _view(field: Field) -> ViewOptions:
    keys = field.keys((), (*_FLAGS, "apart", *_CUTS, "camera", "named", "offset"))
    taken: dict[str, Any] = {name: field.get(name).flag() for name in _FLAGS if name in keys}
    if "apart" in keys:
        taken["apart"] = field.get("apart").number(0, 1)
    for name in _CUTS:
        if field.get(name).value is not None:
            taken[name] = field.get(name).whole(0, PLACE_LIMIT)
    if field.get("camera").value is not None:
        taken["named"], taken["offset"] = _of_camera(field.get("camera"))
    if "named" in keys:
        named = field.get("named")
        if not isinstance(named.value, str) or named.value not in _NAMED:
            raise named.wrong()
        taken["named"] = named.value
    if "offset" in keys:
        offset = field.get("offset")
        offset.keys(_OFFSET)
        numbers = [offset.get(name).number(-_FAR, _FAR) for name in _OFFSET]
        taken["offset"] = bounded(Offset(*numbers))
    return ViewOptions(**taken)


def _of_camera(field: Field) -> tuple[str, Offset]:
    """What remains of a camera as files kept it until 2026: its named view, or how it was turned.

    It stood still while the story went on; where it stood is not asked for any more.
    """
    field.keys(("target", "yaw", "pitch", "distance", "field", "orthographic"))
    yaw, pitch = field.get("yaw").number(-_FAR, _FAR), field.get("pitch").number(-90, 90)
    for name, angles in _NAMED.items():
        if angles is not None and max(abs(yaw - angles[0]), abs(pitch - angles[1])) < 0.5:
            return name, NO_OFFSET
    turned = (yaw - YAW + 180.0) % 360.0 - 180.0
    return "", bounded(Offset(turned, pitch - PITCH))
