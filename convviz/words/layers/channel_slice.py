"""Texts of the layer that takes a run of channels."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.slice": QT_TRANSLATE_NOOP("kinds", "Channel slice"),
    "kind.slice.about": QT_TRANSLATE_NOOP(
        "kinds",
        "Takes the channels from the first to the last one named, and leaves out the others.",
    ),
    "counts.output.slice": QT_TRANSLATE_NOOP(
        "kinds", "The channels that are taken: [cout]{channels}[/]"
    ),
    "editor.offer.slice": QT_TRANSLATE_NOOP("editor", "Channel slice"),
    "field.first": QT_TRANSLATE_NOOP("kinds", "First channel"),
    "field.last": QT_TRANSLATE_NOOP("kinds", "Last channel"),
    "field.first.about": QT_TRANSLATE_NOOP(
        "kinds", "The first channel that is taken, counted from 1."
    ),
    "field.last.about": QT_TRANSLATE_NOOP(
        "kinds", "The last channel that is taken; the ones after it are left out."
    ),
    "playback.say.rest.slice": QT_TRANSLATE_NOOP(
        "playback",
        "A run of channels is taken over unchanged: {input} becomes {output}, without a single "
        "operation.",
    ),
    "playback.say.make.slice": QT_TRANSLATE_NOOP(
        "playback",
        "{value} does not change: its channel becomes [cout]channel {filter}[/] of the output.",
    ),
    "playback.say.make.slice.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value does not change: its channel becomes [cout]channel {filter}[/] of the output.",
    ),
}
