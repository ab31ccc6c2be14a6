"""Texts of add."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.add": QT_TRANSLATE_NOOP("kinds", "Add"),
    "kind.add.about": QT_TRANSLATE_NOOP("kinds", "Adds volumes of one shape, value by value."),
    "counts.output.add": QT_TRANSLATE_NOOP("kinds", "The same size as each of its inputs."),
    "playback.say.rest.add": QT_TRANSLATE_NOOP(
        "playback",
        "Volumes of one shape meet cell by cell: what is at the same place of each is added, "
        "and the output is of the same shape, {output}. No weights.",
    ),
}
