"""Texts of max pooling."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.max-pool": QT_TRANSLATE_NOOP("kinds", "Max pooling"),
    "kind.max-pool.about": QT_TRANSLATE_NOOP(
        "kinds", "The largest value under the window, channel by channel."
    ),
    "playback.label.make.greatest": QT_TRANSLATE_NOOP("playback", "compare"),
    "playback.step.make.greatest": QT_TRANSLATE_NOOP("playback", "Compare the cells"),
    "playback.say.rest.max-pool": QT_TRANSLATE_NOOP(
        "playback",
        "A window of [k]{rows}×{columns}[/] passes over each channel by itself and keeps the"
        " greatest value: {input} becomes {output}, without a single weight.",
    ),
    "playback.say.make.greatest": QT_TRANSLATE_NOOP(
        "playback",
        "The {n} value(s) (is|are) compared: the greatest is {value}, and only it is kept.",
    ),
    "playback.say.make.greatest.padded": QT_TRANSLATE_NOOP(
        "playback",
        "The {n} value(s) inside the input are compared; padding is left out. The greatest "
        "is {value}.",
    ),
    "playback.say.make.greatest.bare": QT_TRANSLATE_NOOP(
        "playback", "The values of the window are compared, and only the greatest is kept."
    ),
    "playback.cells.greatest": QT_TRANSLATE_NOOP("playback", "greatest of {n}"),
    "playback.plot.hint.greatest": QT_TRANSLATE_NOOP(
        "playback", "cell {channel} of {n}: {result}, greatest so far {sum}"
    ),
    "playback.plot.greatest": QT_TRANSLATE_NOOP("playback", "greatest"),
    "editor.offer.max-pool": QT_TRANSLATE_NOOP("editor", "Max pooling 2×2"),
    "fullscreen.best": QT_TRANSLATE_NOOP(
        "hall", "[muted]greatest of[/] {n} [muted]so far[/] {best}"
    ),
    "fullscreen.max": QT_TRANSLATE_NOOP("hall", "max({values}) = {value}"),
    "fullscreen.max.many": QT_TRANSLATE_NOOP(
        "hall", "[muted]greatest of[/] {n} [muted]=[/] {value}"
    ),
    "stage.work.greatest": QT_TRANSLATE_NOOP(
        "stage", "[muted]window[/] [k]{rows}×{columns}[/] [muted]of channel {channel} alone[/]"
    ),
    "stage.work.best": QT_TRANSLATE_NOOP("stage", "[muted]greatest so far[/] {best}"),
    "stage.work.maximum": QT_TRANSLATE_NOOP("stage", "[muted]max[/] = {before}"),
}
