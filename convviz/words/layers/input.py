"""Texts of the input."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.input": QT_TRANSLATE_NOOP("kinds", "Input"),
    "kind.input.about": QT_TRANSLATE_NOOP("kinds", "The volume that the first layer reads."),
}
