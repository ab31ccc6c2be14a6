"""Add: volumes cell by cell."""

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
    When,
)
from convviz.model.layers.add import KIND

PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.JOIN,
        OperationKind.SUM,
        hall_total=Sentence("fullscreen.total"),
        lines=(
            Line(
                "playback.cells.sum",
                Number(lambda record: record.before, Column.RESULTS),
                When.TOTALLED,
                {"n": Number(lambda record: len(record.inputs))},
            ),
        ),
    ),
    code=Code(
        torch=lambda call: " + ".join(call.reads),
        keras=lambda call: f"layers.Add()([{', '.join(call.reads)}])",
    ),
)
