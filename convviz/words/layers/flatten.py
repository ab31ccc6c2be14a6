"""Texts of flatten."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.flatten": QT_TRANSLATE_NOOP("kinds", "Flatten"),
    "kind.flatten.about": QT_TRANSLATE_NOOP(
        "kinds", "Every value becomes a channel: channel by channel, row by row."
    ),
    "counts.output.flatten": QT_TRANSLATE_NOOP(
        "kinds", "One channel for each value of its input: [cout]{channels}[/]"
    ),
    "playback.say.rest.flatten": QT_TRANSLATE_NOOP(
        "playback",
        "The cells are put in one row, channel by channel, row by row, column by column: "
        "{input} becomes {output}.",
    ),
    "playback.say.make.flatten": QT_TRANSLATE_NOOP(
        "playback",
        "{value} does not change: it becomes number {filter} of the row.",
    ),
    "playback.say.make.flatten.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value does not change: it becomes number {filter} of the row.",
    ),
    "editor.offer.flatten": QT_TRANSLATE_NOOP("editor", "Flatten"),
}
