"""Texts of what stands in the place of the caption where nothing can be played, and what helps."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "why.empty": QT_TRANSLATE_NOOP("offers", "This network is a photo and no layer yet."),
    "why.weights": QT_TRANSLATE_NOOP(
        "offers",
        "Counted, not computed: {layer} has {needed} parameter(s), and values are computed up to"
        " {most}.",
    ),
    "why.cells": QT_TRANSLATE_NOOP(
        "offers",
        "Counted, not computed: {layer} takes {needed} cell(s), and values are computed up to"
        " {most}.",
    ),
    "why.macs": QT_TRANSLATE_NOOP(
        "offers",
        "Counted, not computed: {layer} takes {needed} MAC(s), and values are computed up to"
        " {most}.",
    ),
    "why.total": QT_TRANSLATE_NOOP(
        "offers",
        "Counted, not computed: with {layer} the network comes to more than {most} number(s), as"
        " many as are kept.",
    ),
    "why.source": QT_TRANSLATE_NOOP(
        "offers",
        "Counted, not computed: photo features of {height}×{width} take a larger photo than is"
        " computed.",
    ),
    "why.failed": QT_TRANSLATE_NOOP("offers", "Nothing to play: {reason}"),
    "help.add": QT_TRANSLATE_NOOP("offers", "+ Add a layer: {filters} filter(s) of {kernel}"),
    "help.smaller": QT_TRANSLATE_NOOP("offers", "Take a smaller input: {height}×{width}"),
    "help.filters": QT_TRANSLATE_NOOP("offers", "Give {layer} {count} filter(s)"),
    "help.filters.one": QT_TRANSLATE_NOOP("offers", "Give {layer} 1 filter"),
    "help.features": QT_TRANSLATE_NOOP("offers", "Give {layer} {count} output(s)"),
    "help.features.one": QT_TRANSLATE_NOOP("offers", "Give {layer} 1 output"),
    "help.layer": QT_TRANSLATE_NOOP("offers", "Go to {layer}"),
    "help.photo": QT_TRANSLATE_NOOP("offers", "Take another photo: {photo}"),
    "help.undo": QT_TRANSLATE_NOOP("offers", "Undo the last edit"),
}
