"""How both kinds of average pooling are told: the cells are added up and divided."""

from __future__ import annotations

from convviz.kinds.telling import (
    Column,
    Family,
    Line,
    Making,
    Number,
    Sentence,
    Telling,
    Tone,
    When,
)

_SUM = Number(lambda record: record.total, Column.FACTORS, Tone.TAKEN)
_DIVISOR = Number(lambda record: record.divisor)

MEAN = Telling(
    Family.WINDOW,
    Making.MEAN,
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
    hall_total=Sentence("hall.total"),
    hall_divide=Sentence("hall.over", {"x": _SUM, "divisor": _DIVISOR}),
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
