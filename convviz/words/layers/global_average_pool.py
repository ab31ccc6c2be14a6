"""Texts of global average pooling."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.global-average-pool": QT_TRANSLATE_NOOP("kinds", "Global average pooling"),
    "kind.global-average-pool.about": QT_TRANSLATE_NOOP(
        "kinds", "Every channel becomes one value, its mean. There is nothing to set."
    ),
    "counts.output.global-average-pool": QT_TRANSLATE_NOOP(
        "kinds", "One value for each channel of its input: [cout]{channels}[/]"
    ),
    "playback.say.rest.global-average-pool": QT_TRANSLATE_NOOP(
        "playback",
        "Each channel is replaced by one value, the mean of its [k]{rows}×{columns}[/] "
        "cells: {input} becomes {output}.",
    ),
    "editor.offer.global-average-pool": QT_TRANSLATE_NOOP("editor", "Global average pooling"),
}
