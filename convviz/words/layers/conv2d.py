"""Texts of the convolution."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.conv2d": QT_TRANSLATE_NOOP("kinds", "Convolution"),
    "kind.conv2d.about": QT_TRANSLATE_NOOP(
        "kinds",
        "[cout]{filters}[/] filter(s) of {kernel} make [cout]{filters}[/] output channel(s).",
    ),
    "kind.conv2d.about.one": QT_TRANSLATE_NOOP(
        "kinds", "[cout]1[/] filter of {kernel} makes [cout]1[/] output channel."
    ),
    "editor.offer.conv2d": QT_TRANSLATE_NOOP("editor", "Convolution {kernel}"),
}
