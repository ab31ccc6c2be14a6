"""Texts of Sigmoid."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.sigmoid": QT_TRANSLATE_NOOP("kinds", "Sigmoid"),
    "kind.sigmoid.about": QT_TRANSLATE_NOOP(
        "kinds",
        "Every value becomes one between 0 and 1; zero becomes one half. There is nothing to set.",
    ),
    "editor.offer.sigmoid": QT_TRANSLATE_NOOP("editor", "Sigmoid"),
    "playback.say.rest.sigmoid": QT_TRANSLATE_NOOP(
        "playback",
        "Sigmoid takes every cell by itself and brings it between 0 and 1: 0 becomes one half,"
        " large values come close to 1, very negative ones close to 0.",
    ),
    "playback.plot.function.sigmoid": QT_TRANSLATE_NOOP("playback", "[muted]y = 1 ÷ (1 + e^−x)[/]"),
    "playback.label.sigmoid": QT_TRANSLATE_NOOP("playback", "sigmoid"),
    "playback.step.sigmoid": QT_TRANSLATE_NOOP("playback", "Sigmoid"),
    "playback.sum.name.sigmoid": QT_TRANSLATE_NOOP("playback", "sigmoid"),
    "playback.say.sigmoid": QT_TRANSLATE_NOOP(
        "playback", "Sigmoid: 1 ÷ (1 + e^−x) of x = {before} is {after}, a value between 0 and 1."
    ),
    "playback.say.sigmoid.bare": QT_TRANSLATE_NOOP(
        "playback",
        "Sigmoid brings every value between 0 and 1: the larger the value, the closer to 1.",
    ),
    "fullscreen.sigmoid": QT_TRANSLATE_NOOP("hall", "sigmoid({before}) ≈ {after}"),
    "stage.sum-sigmoid": QT_TRANSLATE_NOOP("stage", "sigmoid({before}) ≈ {after}"),
}
