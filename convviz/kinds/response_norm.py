"""Local response norm: a cell divided by what the squares of its neighbours make."""

from __future__ import annotations

from convviz.kinds.code import Call, Code
from convviz.kinds.presentation import Presentation
from convviz.kinds.telling import (
    Column,
    Explanation,
    Family,
    Line,
    Number,
    OperationKind,
    Sentence,
    Tone,
    When,
)
from convviz.model.layers.response_norm import KIND

_SQUARES = Number(lambda record: record.squares, Column.FACTORS)
_OWN = Number(lambda record: record.value, Column.INPUTS, Tone.TAKEN)
_STRENGTH = {
    "k": Number(lambda record: record.k),
    "factor": Number(lambda record: record.factor),
    "beta": Number(lambda record: record.beta),
}


def _numbers(call: Call) -> str:
    layer = call.layer
    return f"{call.read}, {layer.size}, alpha={layer.alpha!r}, beta={layer.beta!r}, k={layer.k!r}"


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.EACH,
        OperationKind.STRENGTH,
        lift="neighbours",
        centred=True,
        amount="square",
        make=Sentence(
            "playback.say.make.strength", {"n": Number(lambda record: len(record.inputs))}
        ),
        total=Sentence("playback.say.total.strength", {"sum": _SQUARES}),
        divide=Sentence(
            "playback.say.divide.strength",
            {
                "x": _OWN,
                "sum": _SQUARES,
                "value": Number(lambda record: record.before, Column.RESULTS, Tone.OUTCOME),
                **_STRENGTH,
            },
        ),
        hall_make=Sentence(
            "fullscreen.square",
            {"x": Number(lambda record: record.value, Column.INPUTS, Tone.BRACKETED)},
        ),
        hall_total=Sentence("fullscreen.total.squares"),
        hall_divide=Sentence("fullscreen.norm-over", {"x": _OWN, "sum": _SQUARES, **_STRENGTH}),
        lines=(
            Line("playback.cells.squares", _SQUARES, When.TOTALLED),
            Line(
                "playback.cells.strength",
                Number(lambda record: record.divisor, Column.FACTORS),
                When.TOTALLED,
                _STRENGTH,
            ),
            Line(
                "playback.cells.value",
                Number(lambda record: record.before, Column.RESULTS),
                When.DIVIDED,
            ),
        ),
    ),
    code=Code(
        torch=lambda call: f"F.local_response_norm({_numbers(call)})",
        keras=lambda call: f"response_norm({_numbers(call)})",
    ),
)
