"""The translations, read without Qt, so that the command line speaks Korean without a window."""

from __future__ import annotations

from functools import lru_cache

from convviz import words
from convviz.resources import resource

# Read as .qm, since the window reads that file too, in half the time that ElementTree takes for the
# .ts, and with no parser of XML to ship; gettext would want a third file of the same texts.
# The .qm format: 16 bytes, then sections of a tag, a length and that many bytes. The messages are
# such fields too, each message closed by an END without a length.
_HEAD, _MESSAGES = 16, 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT = 1, 3, 6, 7
_NONE = 0xFFFFFFFF  # the length of a text that is not there


def speak(language: str) -> None:
    """Have `words` speak "en" (the source) or another language from now on."""
    known = {} if language == "en" else translations(language)
    words.set_translator(lambda context, source: known.get((context, source), source))


@lru_cache
def translations(language: str) -> dict[tuple[str, str], str]:
    """Return a language's texts by context and source."""
    data = resource("i18n", f"convviz_{language}.qm").read_bytes()
    at = _HEAD
    while at < len(data):
        tag, size = data[at], int.from_bytes(data[at + 1 : at + 5], "big")
        at += 5
        if tag == _MESSAGES:
            return _messages(data[at : at + size])
        at += size
    return {}


def _messages(data: bytes) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    parts: dict[int, bytes] = {}
    at = 0
    while at < len(data):
        tag = data[at]
        at += 1
        if tag == _END:
            told = (parts.get(_CONTEXT, b"").decode(), parts.get(_SOURCE, b"").decode())
            found[told] = parts.get(_TRANSLATION, b"").decode("utf-16-be")
            parts = {}
            continue
        size = int.from_bytes(data[at : at + 4], "big")
        size = 0 if size == _NONE else size
        at += 4
        parts[tag] = data[at : at + size]
        at += size
    return found
