"""How both kinds of average pooling are told: the cells are added up and divided."""

from __future__ import annotations

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

_SUM = Number(lambda record: record.total, Column.FACTORS, Tone.TAKEN)
_DIVISOR = Number(lambda record: record.divisor)

MEAN = Explanation(
    Family.WINDOW,
    OperationKind.MEAN,
    lift="window",
    total=Sentence(
        "playback.say.total.mean",
        {"n": Number(lambda record: int(record.inside.sum())), "sum": _SUM},
    ),
    divide=Sentence(
        "playback.say.divide.mean",
        {
            "sum": _SUM,
            "divisor": _DIVISOR,
            "value": Number(lambda record: record.before, Column.RESULTS, Tone.OUTCOME),
        },
        end=lambda record: ".padded" if record.divisor > int(record.inside.sum()) else "",
    ),
    hall_total=Sentence("fullscreen.total"),
    hall_divide=Sentence("fullscreen.over", {"x": _SUM, "divisor": _DIVISOR}),
    lines=(
        Line(
            "playback.cells.sum", Number(lambda record: record.total, Column.FACTORS), running=True
        ),
        Line("playback.cells.divisor", _DIVISOR),
        Line(
            "playback.cells.mean",
            Number(lambda record: record.before, Column.RESULTS),
            When.DIVIDED,
        ),
    ),
)
