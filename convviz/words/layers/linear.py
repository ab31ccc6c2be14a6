"""Texts of the linear layer."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.linear": QT_TRANSLATE_NOOP("kinds", "Linear"),
    "kind.linear.about": QT_TRANSLATE_NOOP(
        "kinds", "Every output is a weighted sum of all inputs."
    ),
    "counts.output.linear": QT_TRANSLATE_NOOP(
        "kinds", "One channel for each output asked for: [cout]{channels}[/]"
    ),
    "playback.say.rest.linear": QT_TRANSLATE_NOOP(
        "playback",
        "Each of the [cout]{filters} output(s)[/] is a weighted sum of all [cin]{channels} "
        "input(s)[/]: {weights} weight(s). Press Space to watch how one of them is "
        "computed.",
    ),
    "playback.say.rest.linear.one": QT_TRANSLATE_NOOP(
        "playback",
        "The [cout]one output[/] is a weighted sum of all [cin]{channels} input(s)[/]: "
        "{weights} weight(s). Press Space to watch how it is computed.",
    ),
    "editor.offer.linear": QT_TRANSLATE_NOOP("editor", "Linear"),
}
