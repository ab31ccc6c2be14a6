"""Values as runs of colour, as sentences and tables write them.

A value has the colour of its sign where its cell has too: on a scale centred at zero. On the scale
of activations, which begins at zero, it is plain: an orange number beside a teal cell would say two
things.
"""

from __future__ import annotations

from convviz import words
from convviz.kinds.telling import Column, Family, Number, Numbers, Sentence, Tone
from convviz.scene.cell_figures import Decimals
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded, Span
from convviz.state.resolved import Stage

Runs = tuple[Span, ...]


def signed(number: float | Rounded, decimals: int | None = None) -> Runs:
    """Give a value in the colour of its sign; zero is plain. A table's have as many decimals."""
    value, decimals = _parted(number, decimals)
    text = words.value(value) if decimals is None else words.fixed(value, decimals)
    if value == 0.0:
        return (Span(text),)
    return (Span(text, Role.POSITIVE if value > 0.0 else Role.NEGATIVE),)


def plain(number: float | Rounded, decimals: int | None = None) -> Runs:
    """Give a value without the colour of its sign."""
    value, decimals = _parted(number, decimals)
    return (Span(words.value(value) if decimals is None else words.fixed(value, decimals)),)


def _parted(number: float | Rounded, decimals: int | None) -> tuple[float, int | None]:
    """Give a value and its decimals."""
    return (number.value, number.decimals) if isinstance(number, Rounded) else (number, decimals)


def outcome(stage: Stage, number: float | Rounded, decimals: int | None = None) -> Runs:
    """Give a value that a stage makes, coloured as the scale of its output has it."""
    return (signed if signs_of(stage)[1] else plain)(number, decimals)


def taken(stage: Stage, number: float | Rounded, decimals: int | None = None) -> Runs:
    """Give a value that a stage picks, adds up or passes on, coloured as on its input's scale."""
    return (signed if signs_of(stage)[0] else plain)(number, decimals)


def unactivated(stage: Stage, number: float | Rounded, decimals: int | None = None) -> Runs:
    """Give a value before the layers after it: sums have signs, others are on the input's scale."""
    return (signed if stage.family is Family.SUM or signs_of(stage)[0] else plain)(number, decimals)


def has_signs(stage: Stage) -> bool:
    """Whether the scale of a stage's input or output is centred at zero."""
    return any(signs_of(stage))


def signs_of(stage: Stage) -> tuple[bool, bool]:
    """Give whether the scales of a stage's input and output are centred at zero."""
    model = stage.model
    if model is None:
        return True, True
    return model.input_colours.both_ways, model.output_colours.both_ways


def decimals_of(places: Decimals, column: Column) -> int:
    """Give the decimals of a column."""
    return {
        Column.INPUTS: places.inputs,
        Column.FACTORS: places.factors,
        Column.RESULTS: places.results,
    }[column]


def figure_of(number: Number, record: object, places: Decimals) -> float | Rounded:
    """Give a number of a record as its column has it."""
    value = number.of(record)
    if number.column is None:
        return value
    return Rounded(float(value), decimals_of(places, number.column))


def filled(stage: Stage, numbers: Numbers, record: object) -> dict[str, object]:
    """Give the numbers of a sentence, each in its tone."""
    tones = {
        Tone.PLAIN: lambda value: value,
        Tone.TAKEN: lambda value: taken(stage, value),
        Tone.OUTCOME: lambda value: outcome(stage, value),
        Tone.BRACKETED: words.bracketed,
    }
    return {
        name: tones[number.tone](figure_of(number, record, stage.decimals))
        for name, number in numbers.items()
    }


def said(stage: Stage, sentence: Sentence, record: object, **more: object) -> Runs:
    """Give a sentence with the numbers of a record, and more."""
    key = sentence.key + sentence.end(record)
    return words.spans(key, **{**filled(stage, sentence.numbers, record), **more})
