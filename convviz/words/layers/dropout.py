"""Texts of dropout."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.dropout": QT_TRANSLATE_NOOP("kinds", "Dropout"),
    "kind.dropout.about": QT_TRANSLATE_NOOP(
        "kinds", "Zeroes values at random while training. Here, in use, all pass unchanged: y = x."
    ),
    "counts.output.dropout": QT_TRANSLATE_NOOP("kinds", "The same size as its input."),
    "playback.say.rest.dropout": QT_TRANSLATE_NOOP(
        "playback",
        "In use, dropout passes every value unchanged. While training it zeroes a share of"
        " them at random: {rate}.",
    ),
    "playback.say.make.dropout": QT_TRANSLATE_NOOP(
        "playback", "In use, dropout does nothing: {value} passes unchanged."
    ),
    "playback.say.make.dropout.bare": QT_TRANSLATE_NOOP(
        "playback", "In use, dropout does nothing: the value passes unchanged."
    ),
    "editor.offer.dropout": QT_TRANSLATE_NOOP("editor", "Dropout"),
}
