"""Texts of ReLU."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.relu": QT_TRANSLATE_NOOP("kinds", "ReLU"),
    "kind.relu.about": QT_TRANSLATE_NOOP(
        "kinds", "Values below zero become 0, the others stay. There is nothing to set."
    ),
    "playback.say.rest.relu": QT_TRANSLATE_NOOP(
        "playback", "ReLU takes every cell by itself: a value below zero becomes 0, others stay."
    ),
    "playback.say.rest.relu.cut": QT_TRANSLATE_NOOP(
        "playback",
        "ReLU takes every cell by itself: a value below zero becomes 0, others stay. Here "
        "{share} of the cells became 0.",
    ),
    "playback.plot.function.relu": QT_TRANSLATE_NOOP("playback", "[muted]y = max(0, x)[/]"),
    "editor.offer.relu": QT_TRANSLATE_NOOP("editor", "ReLU"),
    "playback.label.relu": QT_TRANSLATE_NOOP("playback", "ReLU"),
    "playback.step.relu": QT_TRANSLATE_NOOP("playback", "ReLU"),
    "playback.say.relu.passes": QT_TRANSLATE_NOOP(
        "playback", "ReLU: {before} is not negative, so it stays."
    ),
    "playback.say.relu.stops": QT_TRANSLATE_NOOP(
        "playback", "ReLU: {before} is negative, so it becomes 0."
    ),
    "playback.say.relu.bare": QT_TRANSLATE_NOOP(
        "playback", "ReLU leaves positive values unchanged and replaces negative ones by 0."
    ),
    "playback.say.relu.keeps": QT_TRANSLATE_NOOP("playback", "ReLU keeps {before}."),
    "playback.say.relu.clears": QT_TRANSLATE_NOOP("playback", "ReLU makes it 0."),
    "playback.sum.name.relu": QT_TRANSLATE_NOOP("playback", "ReLU"),
    "fullscreen.relu": QT_TRANSLATE_NOOP("hall", "ReLU({before}) = {after}"),
    "stage.sum-activation": QT_TRANSLATE_NOOP("stage", "ReLU({before}) = {after}"),
}
