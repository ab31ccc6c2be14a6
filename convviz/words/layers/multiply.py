"""Texts of the layer that multiplies."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.multiply": QT_TRANSLATE_NOOP("kinds", "Multiply"),
    "kind.multiply.about": QT_TRANSLATE_NOOP(
        "kinds",
        "Multiplies volumes value by value. One of a single position is a factor for each channel.",
    ),
    "counts.output.multiply": QT_TRANSLATE_NOOP(
        "kinds", "The same size as the largest of its inputs."
    ),
    "playback.say.rest.multiply": QT_TRANSLATE_NOOP(
        "playback",
        "Volumes of one shape meet cell by cell: what is at the same place of each is multiplied,"
        " and the output is of the same shape, {output}. No weights.",
    ),
    "playback.say.rest.multiply.gate": QT_TRANSLATE_NOOP(
        "playback",
        "Each channel is multiplied by one number of its own, the same at every position: a "
        "gate that lets a channel pass or holds it back. No weights are needed.",
    ),
    "playback.cells.product": QT_TRANSLATE_NOOP("playback", "product of {n}"),
    "playback.plot.product": QT_TRANSLATE_NOOP("playback", "product"),
    "fullscreen.total.product": QT_TRANSLATE_NOOP(
        "hall", "[muted]product of[/] {n} [muted]≈[/] {sum}"
    ),
}
