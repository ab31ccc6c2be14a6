"""Softmax: the exponential of one channel over the sum of all."""

from __future__ import annotations

from convviz.kinds.code import Code
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
from convviz.model.layers.softmax import KIND

_OWN = Number(lambda record: record.own, Column.FACTORS)
_TOTAL = Number(lambda record: record.total, Column.FACTORS)
_HIGHEST = Number(lambda record: record.highest, Column.INPUTS, Tone.BRACKETED)
_CHANNEL = Number(lambda record: record.channel + 1)

PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.SHARE,
        OperationKind.SHARE,
        lift="share",
        each="share",
        amount="power",
        make=Sentence("playback.say.make.share", {"highest": _HIGHEST}),
        total=Sentence(
            "playback.say.total.share",
            {"n": Number(lambda record: len(record.inputs)), "sum": _TOTAL},
        ),
        divide=Sentence(
            "playback.say.divide.share",
            {
                "part": _OWN,
                "sum": _TOTAL,
                "value": Number(lambda record: record.before, Column.RESULTS, Tone.OUTCOME),
                "filter": _CHANNEL,
            },
        ),
        hall_make=Sentence(
            "fullscreen.power",
            {
                "x": Number(lambda record: float(record.inputs[record.channel]), Column.INPUTS),
                "highest": _HIGHEST,
                "power": _OWN,
            },
        ),
        hall_total=Sentence("fullscreen.total.powers"),
        hall_divide=Sentence("fullscreen.over", {"x": _OWN, "divisor": _TOTAL}),
        lines=(
            Line("playback.cells.own", _OWN, When.MADE, {"filter": _CHANNEL}),
            Line("playback.cells.total", _TOTAL, When.TOTALLED),
            Line(
                "playback.cells.share",
                Number(lambda record: record.before, Column.RESULTS),
                When.DIVIDED,
            ),
        ),
    ),
    code=Code(
        torch=lambda call: f"F.softmax({call.read}, dim=1)",
        keras=lambda call: f"layers.Softmax()({call.read})",
    ),
)
