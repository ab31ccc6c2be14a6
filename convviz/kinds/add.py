"""Add: volumes cell by cell."""

from __future__ import annotations

from convviz.kinds.code import Code
from convviz.kinds.presentation import Presentation
from convviz.model.layers.add import KIND

PRESENTATION = Presentation(
    KIND,
    code=Code(
        torch=lambda call: " + ".join(call.reads),
        keras=lambda call: f"layers.Add()([{', '.join(call.reads)}])",
    ),
)
