"""Texts of softmax."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.softmax": QT_TRANSLATE_NOOP("kinds", "Softmax"),
    "kind.softmax.about": QT_TRANSLATE_NOOP(
        "kinds", "The channel values of each position become probabilities, which sum to 1."
    ),
    "counts.output.softmax": QT_TRANSLATE_NOOP("kinds", "The same size as its input."),
    "playback.label.make.share": QT_TRANSLATE_NOOP("playback", "e^x"),
    "playback.step.make.share": QT_TRANSLATE_NOOP("playback", "Take the exponentials"),
    "playback.say.rest.softmax": QT_TRANSLATE_NOOP(
        "playback",
        "The [cin]{channels} value(s)[/] of a position become probabilities, which sum to 1: "
        "each exponential e^(x − max), divided by the sum of all of them.",
    ),
    "playback.say.lift.share": QT_TRANSLATE_NOOP(
        "playback", "All [cin]{n} channel(s)[/] at ([h]{row}[/], [w]{column}[/]) are lifted out."
    ),
    "playback.say.make.share": QT_TRANSLATE_NOOP(
        "playback",
        "Each value x becomes e^(x − {highest}): always positive,"
        " and the larger the value, the faster it grows.",
    ),
    "playback.say.make.share.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The greatest value is subtracted from each, and e is raised to the difference: "
        "always positive, and the larger the value, the faster it grows.",
    ),
    "playback.say.total.share": QT_TRANSLATE_NOOP(
        "playback", "The exponentials of all [cin]{n} channel(s)[/] are added up: {sum}."
    ),
    "playback.say.total.share.bare": QT_TRANSLATE_NOOP(
        "playback", "The exponentials of all channels are added up."
    ),
    "playback.say.divide.share": QT_TRANSLATE_NOOP(
        "playback",
        "Its own exponential divided by the sum of all of them: {part} ÷ {sum} ≈ {value}, "
        "the probability of [cout]channel {filter}[/].",
    ),
    "playback.say.divide.share.bare": QT_TRANSLATE_NOOP(
        "playback",
        "Its own exponential divided by the sum of all of them: the probability of "
        "[cout]channel {filter}[/].",
    ),
    "playback.say.filter.share": QT_TRANSLATE_NOOP(
        "playback", "[cout]Channel {filter}[/] of {n}: its own exponential divided by the same sum."
    ),
    "playback.cells.power": QT_TRANSLATE_NOOP("playback", "e^(x − max)"),
    "playback.cells.total": QT_TRANSLATE_NOOP("playback", "sum of exponentials"),
    "playback.cells.own": QT_TRANSLATE_NOOP("playback", "exponential of [cout]channel {filter}[/]"),
    "playback.cells.share": QT_TRANSLATE_NOOP("playback", "probability"),
    "editor.offer.softmax": QT_TRANSLATE_NOOP("editor", "Softmax"),
    "fullscreen.power": QT_TRANSLATE_NOOP("hall", "e^({x} − {highest}) ≈ {power}"),
    "fullscreen.total.powers": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] {n} [muted]exponential(s) ≈[/] {sum}"
    ),
    "stage.work.share": QT_TRANSLATE_NOOP(
        "stage", "[cin]{n} channel(s)[/] [muted]at[/] ([h]{row}[/], [w]{column}[/])"
    ),
    "stage.work.share.bars": QT_TRANSLATE_NOOP(
        "stage",
        "e^(x − max) [muted]of[/] [cin]{n} channel(s)[/] "
        "[muted]at[/] ([h]{row}[/], [w]{column}[/])",
    ),
    "stage.work.over.share": QT_TRANSLATE_NOOP("stage", "{part} ÷ {divisor} ≈ {before}"),
}
