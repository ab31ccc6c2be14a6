"""Multiply: volumes cell by cell, or each channel by one number."""

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
from convviz.model.layers.multiply import KIND

PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.JOIN,
        OperationKind.PRODUCT,
        hall_total=Sentence("fullscreen.total.product"),
        lines=(
            Line(
                "playback.cells.product",
                Number(lambda record: record.before, Column.RESULTS),
                When.TOTALLED,
                {"n": Number(lambda record: len(record.inputs))},
            ),
        ),
    ),
    code=Code(
        torch=lambda call: " * ".join(call.reads),
        keras=lambda call: f"layers.Multiply()([{', '.join(call.reads)}])",
    ),
)
