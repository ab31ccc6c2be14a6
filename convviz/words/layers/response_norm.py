"""Texts of local response norm."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.lrn": QT_TRANSLATE_NOOP("kinds", "Local response norm"),
    "kind.lrn.about": QT_TRANSLATE_NOOP(
        "kinds", "Each value is divided by the strength of its neighbours along the channels."
    ),
    "counts.output.lrn": QT_TRANSLATE_NOOP("kinds", "The same size as its input."),
    "symbol.neighbours": QT_TRANSLATE_NOOP("kinds", "neighbours, over all channels"),
    "playback.label.make.strength": QT_TRANSLATE_NOOP("playback", "squares"),
    "playback.step.make.strength": QT_TRANSLATE_NOOP("playback", "Square the neighbours"),
    "playback.say.rest.lrn": QT_TRANSLATE_NOOP(
        "playback",
        "Each cell is divided by the strength of its neighbours along the channels,"
        " at the same position.",
    ),
    "playback.say.lift.neighbours": QT_TRANSLATE_NOOP(
        "playback",
        "The cell of [cin]channel {channel}[/] is lifted with its neighbours:"
        " {n} channel(s) at ([h]{row}[/], [w]{column}[/]).",
    ),
    "playback.say.make.strength": QT_TRANSLATE_NOOP(
        "playback", "The values of the [cin]{n} neighbour(s)[/] are squared."
    ),
    "playback.say.make.strength.bare": QT_TRANSLATE_NOOP(
        "playback", "The values of the neighbours are squared."
    ),
    "playback.say.total.strength": QT_TRANSLATE_NOOP(
        "playback", "The squares of the neighbours are added up: {sum}."
    ),
    "playback.say.total.strength.bare": QT_TRANSLATE_NOOP(
        "playback", "The squares of the neighbours are added up."
    ),
    "playback.say.divide.strength": QT_TRANSLATE_NOOP(
        "playback",
        "{x} is divided by ({k} + {factor} × {sum}) to the power {beta}: ≈ {value}.",
    ),
    "playback.say.divide.strength.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value is divided by a number made from the squares: the larger the neighbours,"
        " the smaller the result.",
    ),
    "playback.cells.square": QT_TRANSLATE_NOOP("playback", "x²"),
    "playback.cells.squares": QT_TRANSLATE_NOOP("playback", "sum of squares"),
    "playback.cells.strength": QT_TRANSLATE_NOOP(
        "playback", "÷ ({k} + {factor} × squares) to the power {beta}"
    ),
    "editor.offer.lrn": QT_TRANSLATE_NOOP("editor", "Local response norm"),
    "fullscreen.square": QT_TRANSLATE_NOOP("hall", "{x}² ≈ {square}"),
    "fullscreen.total.squares": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] {n} [muted]square(s) ≈[/] {sum}"
    ),
    "fullscreen.norm-over.open": QT_TRANSLATE_NOOP("hall", "{x} ÷ ({k} + {factor} × {sum})^{beta}"),
    "fullscreen.norm-over": QT_TRANSLATE_NOOP(
        "hall", "{x} ÷ ({k} + {factor} × {sum})^{beta} ≈ {value}"
    ),
    "stage.work.strength": QT_TRANSLATE_NOOP(
        "stage", "[cin]{n} neighbouring channel(s)[/] [muted]at[/] ([h]{row}[/], [w]{column}[/])"
    ),
    "stage.work.strength.bars": QT_TRANSLATE_NOOP(
        "stage", "x² [muted]of[/] [cin]{n} channel(s)[/] [muted]at[/] ([h]{row}[/], [w]{column}[/])"
    ),
    "stage.work.over.strength": QT_TRANSLATE_NOOP("stage", "{x} ÷ {divisor} ≈ {before}"),
}
