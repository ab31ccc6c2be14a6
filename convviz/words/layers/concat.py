"""Texts of concat."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.concat": QT_TRANSLATE_NOOP("kinds", "Concat"),
    "kind.concat.about": QT_TRANSLATE_NOOP(
        "kinds", "Puts volumes one behind the other, along the channels."
    ),
    "counts.output.concat": QT_TRANSLATE_NOOP(
        "kinds", "The channels of its inputs together: [cout]{channels}[/]"
    ),
    "playback.say.rest.concat": QT_TRANSLATE_NOOP(
        "playback",
        "The volumes are put one behind the other: their channels add up to "
        "[cout]{filters}[/]. Nothing is added or averaged, and no value changes.",
    ),
    "playback.say.make.concat": QT_TRANSLATE_NOOP(
        "playback",
        "{value} does not change: [cin]channel {channel}[/] of {name} is [cout]channel "
        "{filter}[/] of the output.",
    ),
    "playback.say.make.concat.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value does not change: [cin]channel {channel}[/] of {name} is [cout]channel "
        "{filter}[/] of the output.",
    ),
}
