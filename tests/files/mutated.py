"""Documents that went wrong in every way that one can think of: bytes, entries, fields, arrays."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from convviz.files.archive import packed
from convviz.files.network_json import DOCUMENT
from convviz.files.project_json import as_json
from convviz.model.documents import DOCUMENTS
from convviz.state.edits import open_document
from convviz.state.view import Selection, ViewOptions

FIXTURES = Path(__file__).parent / "fixtures"
SHIPPED = tuple(
    packed({DOCUMENT: as_json(open_document(name), Selection(), ViewOptions())}, frozenset())
    for name in DOCUMENTS
)
GOOD = (*(path.read_bytes() for path in sorted(FIXTURES.glob("version-*.convviz"))), *SHIPPED)
VALUES = (
    None, True, -1, 0, 1, 3, 2**31, 10**19, 0.5, -0.0, 1e308, "", "a", "conv1", "own-1", "\ud800",
    [], [1], [1, 2], [[[]]], {}, {"a": 1}, [0.0, 0.0, 1.0, 1.0], "../..", "same", [10**6] * 2,
    ["conv1"], ["input", "input"], "x" * 5000, [{}] * 2000,
)  # fmt: skip
NUMBERS = (0, 1, 2, 3, 7, 64, 192, 1000, 65_535, 65_536, 65_537, 10**6, 0.5, 1.5, -1, 1e-9)
TOKENS = ("NaN", "Infinity", "-1e400", "9" * 5000, "[" * 5000, "\\ud800", "{", '"', "\0", "1.")


def mutated(seed: int) -> bytes:
    """One file, the same for the same seed."""
    chance = random.Random(seed)
    data = chance.choice(GOOD)
    ways = (_bytes, _cut, _entry_bytes, _value, _value, _number, _number, _text, _entries)
    ways += (_array, _declared)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(ways)(chance, data)
    return data


def _bytes(chance: random.Random, data: bytes) -> bytes:
    """Some bytes anywhere are others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if changed:
            place = chance.randrange(len(changed))
            changed[place] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(changed)


def _cut(chance: random.Random, data: bytes) -> bytes:
    """A piece is missing, there twice, or in another place."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    piece = data[start:end]
    return chance.choice(
        (data[:end], data[start:], data[:start] + data[end:], data[:end] + piece + data[end:])
    )


def _unpacked(data: bytes) -> list[tuple[str, bytes]] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # it went wrong before
        return None
    return found if sum(len(entry) for _, entry in found) < 10_000_000 else None


def _packed(entries: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def _entry_bytes(chance: random.Random, data: bytes) -> bytes:
    """The same within one entry, so that its sum is right."""
    entries = _unpacked(data)
    if not entries:
        return data
    place = chance.randrange(len(entries))
    name, entry = entries[place]
    entries[place] = (name, chance.choice((_bytes, _cut))(chance, entry))
    return _packed(entries)


def _entries(chance: random.Random, data: bytes) -> bytes:
    """An entry is missing, there twice, renamed, exchanged, or huge."""
    entries = _unpacked(data)
    if not entries:
        return data
    place = chance.randrange(len(entries))
    name, entry = entries[place]
    names = ("../evil", "/etc/passwd", "a" * 60_000, "document.json", "weights/0/loaded.npy", name)
    names += ("..\\evil", "C:\\evil", "weights/../document.json", "photos/../../evil.png")
    way = chance.choice((0, 1, 2, 3, 4, 5))
    if way == 0:
        del entries[place]
    elif way == 1:
        entries.append((chance.choice(names), entry))
    elif way == 2:
        entries[place] = (chance.choice(names), entry)
    elif way == 3:
        entries[place] = (name, chance.choice(entries)[1])
    elif way == 4:
        entries += [(f"{at}", b"") for at in range(chance.choice((1, 50, 4000)))]
    else:
        entries[place] = (name, entry + bytes(chance.choice((9, 9, 9, 10**6, 10**6, 6 * 10**7))))
    return _packed(entries)


def _value(chance: random.Random, data: bytes) -> bytes:
    """A field of document.json is something else, missing, or one that nobody knows."""
    entries = dict(_unpacked(data) or ())
    try:
        document = json.loads(entries["document.json"])
    except (KeyError, ValueError, RecursionError):
        return data
    inside = [document]
    while inside:
        box = chance.choice(inside)
        if not isinstance(box, (dict, list)):
            break
        keys = list(box) if isinstance(box, dict) else list(range(len(box)))
        if not keys:
            break
        key = chance.choice(keys)
        if isinstance(box[key], (dict, list)) and chance.random() < 0.8:
            inside = [box[key]]
            continue
        way = chance.randrange(8)
        if way == 0:
            del box[key]
        elif way == 1 and isinstance(box, dict):
            box[chance.choice(("new", "typed", "crop", "photo"))] = chance.choice(VALUES)
        elif way == 2 and isinstance(box, list):
            box.append(box[key])
        else:
            box[key] = chance.choice(VALUES)
        break
    entries["document.json"] = json.dumps(document).encode()
    return _packed(list(entries.items()))


def _number(chance: random.Random, data: bytes) -> bytes:
    """Numbers of document.json are others, which may well be right."""
    entries = dict(_unpacked(data) or ())
    try:
        document = json.loads(entries["document.json"])
    except (KeyError, ValueError, RecursionError):
        return data
    found = [
        (box, key) for box in _boxes(document) for key, value in _pairs(box)
        if type(value) in (int, float)
    ]  # fmt: skip
    for box, key in chance.sample(found, min(len(found), chance.choice((1, 1, 2, 5)))):
        box[key] = chance.choice(NUMBERS)
    entries["document.json"] = json.dumps(document).encode()
    return _packed(list(entries.items()))


def _boxes(value: Any) -> Iterator[Any]:
    """Every object and list in a value of JSON."""
    if isinstance(value, (dict, list)):
        yield value
        for _, inner in _pairs(value):
            yield from _boxes(inner)


def _pairs(box: Any) -> list[tuple[Any, Any]]:
    return list(box.items() if isinstance(box, dict) else enumerate(box))


def _text(chance: random.Random, data: bytes) -> bytes:
    """A piece of document.json's text is another."""
    entries = dict(_unpacked(data) or ())
    text = entries.get("document.json", b"")
    start = chance.randrange(len(text) + 1)
    token = chance.choice(TOKENS).encode()
    entries["document.json"] = text[:start] + token + text[start + chance.choice((0, 1, 9)) :]
    return _packed(list(entries.items()))


def _array(chance: random.Random, data: bytes) -> bytes:
    """An array or photo declares something else than it is."""
    entries = _unpacked(data)
    if not entries:
        return data
    place = chance.randrange(len(entries))
    name, entry = entries[place]
    swaps = (
        (b"<f4", b"|O8"), (b"<f4", b"<f8"), (b"<i4", b">i4"), (b"False", b"True "),
        (b"4)", b"9)"), (b"(", b"(9"), (b"descr", b"desc "), (b", }", b"()}"),
        (b"\x00\x00\x00\x08\x00\x00\x00\x06\x08\x02", b"\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x02"),
    )  # fmt: skip
    old, new = chance.choice(swaps)
    entries[place] = (name, entry.replace(old, new, 1))
    return _packed(entries)


def _declared(chance: random.Random, data: bytes) -> bytes:
    """A size, sum, method or flag in the directory is another."""
    places = [at for at in range(len(data) - 4) if data[at : at + 4] in (b"PK\1\2", b"PK\5\6")]
    if not places:
        return data
    changed = bytearray(data)
    at = chance.choice(places) + chance.randrange(4, 44)
    width = chance.choice((1, 2, 4))
    number = chance.choice((0, 1, 8, 99, 2**16 - 1, 2**31, 2**32 - 1)) % 256**width
    changed[at : at + width] = number.to_bytes(width, "little")
    return bytes(changed)
