"""Texts of Hard-swish."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.hard-swish": QT_TRANSLATE_NOOP("kinds", "Hard-swish"),
    "kind.hard-swish.about": QT_TRANSLATE_NOOP(
        "kinds",
        "Every value is multiplied by a share between 0 and 1 that grows with it from −3 to 3. "
        "There is nothing to set.",
    ),
    "editor.offer.hard-swish": QT_TRANSLATE_NOOP("editor", "Hard-swish"),
    "playback.say.rest.hard-swish": QT_TRANSLATE_NOOP(
        "playback",
        "Hard-swish takes every cell by itself: below −3 it becomes 0, above 3 it stays, and "
        "in between it is multiplied by (x + 3) ÷ 6.",
    ),
    "playback.say.rest.hard-swish.cut": QT_TRANSLATE_NOOP(
        "playback",
        "Hard-swish takes every cell by itself: below −3 it becomes 0, above 3 it stays, and "
        "in between it is multiplied by (x + 3) ÷ 6. Here {share} of the cells became 0.",
    ),
    "playback.plot.function.hard-swish": QT_TRANSLATE_NOOP(
        "playback", "[muted]y = x · min(max(0, x + 3), 6) ÷ 6[/]"
    ),
    "playback.label.hard-swish": QT_TRANSLATE_NOOP("playback", "swish"),
    "playback.step.hard-swish": QT_TRANSLATE_NOOP("playback", "Hard-swish"),
    "playback.sum.name.hard-swish": QT_TRANSLATE_NOOP("playback", "hard-swish"),
    "playback.say.hard-swish.passes": QT_TRANSLATE_NOOP(
        "playback", "Hard-swish: {before} is 3 or more, so it stays."
    ),
    "playback.say.hard-swish.stops": QT_TRANSLATE_NOOP(
        "playback", "Hard-swish: {before} is −3 or less, so it becomes 0."
    ),
    "playback.say.hard-swish.scales": QT_TRANSLATE_NOOP(
        "playback", "Hard-swish: x · (x + 3) ÷ 6 of x = {before} is {after}."
    ),
    "playback.say.hard-swish.bare": QT_TRANSLATE_NOOP(
        "playback",
        "Hard-swish lets large values pass, turns very negative ones into 0, and blends in "
        "between.",
    ),
    "fullscreen.hard-swish": QT_TRANSLATE_NOOP("hall", "hard-swish({before}) ≈ {after}"),
    "stage.sum-hard-swish": QT_TRANSLATE_NOOP("stage", "hard-swish({before}) ≈ {after}"),
}
