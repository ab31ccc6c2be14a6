"""Texts of average pooling."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.average-pool": QT_TRANSLATE_NOOP("kinds", "Average pooling"),
    "kind.average-pool.about": QT_TRANSLATE_NOOP(
        "kinds", "The mean of the values under the window, channel by channel."
    ),
    "playback.say.rest.average-pool": QT_TRANSLATE_NOOP(
        "playback",
        "A window of [k]{rows}×{columns}[/] passes over each channel by itself and keeps the"
        " mean: {input} becomes {output}, without a single weight.",
    ),
    "editor.offer.average-pool": QT_TRANSLATE_NOOP("editor", "Average pooling 2×2"),
}
