"""Texts of ReLU6."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.relu6": QT_TRANSLATE_NOOP("kinds", "ReLU6"),
    "kind.relu6.about": QT_TRANSLATE_NOOP(
        "kinds",
        "Values below zero become 0, values above six become 6, the others stay. There is "
        "nothing to set.",
    ),
    "editor.offer.relu6": QT_TRANSLATE_NOOP("editor", "ReLU6"),
    "playback.say.rest.relu6": QT_TRANSLATE_NOOP(
        "playback",
        "ReLU6 takes every cell by itself: below zero it becomes 0, above six it becomes 6, in "
        "between it stays.",
    ),
    "playback.say.rest.relu6.cut": QT_TRANSLATE_NOOP(
        "playback",
        "ReLU6 takes every cell by itself: below zero it becomes 0, above six it becomes 6, in "
        "between it stays. Here {share} of the cells were cut.",
    ),
    "playback.say.end.cut.relu6": QT_TRANSLATE_NOOP(
        "playback", "The output is complete: {output}, and {share} of its cells were cut to 0 or 6."
    ),
    "playback.plot.function.relu6": QT_TRANSLATE_NOOP(
        "playback", "[muted]y = min(max(0, x), 6)[/]"
    ),
    "playback.label.relu6": QT_TRANSLATE_NOOP("playback", "ReLU6"),
    "playback.step.relu6": QT_TRANSLATE_NOOP("playback", "ReLU6"),
    "playback.sum.name.relu6": QT_TRANSLATE_NOOP("playback", "ReLU6"),
    "playback.say.relu6.passes": QT_TRANSLATE_NOOP(
        "playback", "ReLU6: {before} lies between 0 and 6, so it stays."
    ),
    "playback.say.relu6.stops": QT_TRANSLATE_NOOP(
        "playback", "ReLU6: {before} is negative, so it becomes 0."
    ),
    "playback.say.relu6.tops": QT_TRANSLATE_NOOP(
        "playback", "ReLU6: {before} is greater than 6, so it becomes 6."
    ),
    "playback.say.relu6.bare": QT_TRANSLATE_NOOP(
        "playback", "ReLU6 cuts values off at 0 and at 6, and leaves those in between unchanged."
    ),
    "playback.legend.cut.relu6": QT_TRANSLATE_NOOP("playback", "cut to 0 or 6"),
    "playback.legend.cut.relu6.hint": QT_TRANSLATE_NOOP(
        "playback", "Crossed cells were below zero and became 0, or above six and became 6."
    ),
    "fullscreen.relu6": QT_TRANSLATE_NOOP("hall", "ReLU6({before}) = {after}"),
    "stage.sum-relu6": QT_TRANSLATE_NOOP("stage", "ReLU6({before}) = {after}"),
    "stage.cut-share.relu6": QT_TRANSLATE_NOOP(
        "stage", "{share} [muted]of the cells were cut to 0 or 6[/]"
    ),
    "stage.cut-share.relu6-brief": QT_TRANSLATE_NOOP("stage", "{share} [muted]cut to 0 or 6[/]"),
}
