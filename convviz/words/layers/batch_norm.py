"""Texts of batch norm."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.batch-norm": QT_TRANSLATE_NOOP("kinds", "Batch norm"),
    "kind.batch-norm.about": QT_TRANSLATE_NOOP(
        "kinds",
        "Each channel is brought to mean 0 and deviation 1, then scaled by γ and shifted by β.",
    ),
    "playback.say.rest.batch-norm": QT_TRANSLATE_NOOP(
        "playback",
        "Batch norm brings each channel to mean 0 and deviation 1, then scales and shifts it.",
    ),
    "playback.plot.function.batch-norm": QT_TRANSLATE_NOOP(
        "playback", "[muted]y = γ·(x − μ) ÷ σ + β[/]"
    ),
    "editor.offer.batch-norm": QT_TRANSLATE_NOOP("editor", "Batch norm"),
    "playback.label.norm": QT_TRANSLATE_NOOP("playback", "norm"),
    "playback.step.norm": QT_TRANSLATE_NOOP("playback", "Batch norm"),
    "playback.say.norm": QT_TRANSLATE_NOOP(
        "playback",
        "Batch norm: γ·(x − μ) ÷ σ + β"
        " = {gamma}·({before} − {mean}) ÷ {deviation} + {beta} ≈ {after}.",
    ),
    "playback.say.norm.bare": QT_TRANSLATE_NOOP(
        "playback", "Batch norm: each feature map is normalised, scaled by γ and shifted by β."
    ),
    "playback.sum.norm": QT_TRANSLATE_NOOP(
        "playback",
        "[muted]γ[/] {gamma}·(x − [muted]μ[/] {mean})"
        " ÷ [muted]σ[/] {deviation} + [muted]β[/] {beta}",
    ),
    "playback.sum.name.norm": QT_TRANSLATE_NOOP("playback", "batch norm"),
    "fullscreen.norm": QT_TRANSLATE_NOOP("hall", "{before} [muted]→ batch norm →[/] {after}"),
}
