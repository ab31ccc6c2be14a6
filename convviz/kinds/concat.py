"""Concat: volumes one behind the other, along the channels."""

from __future__ import annotations

from convviz.kinds.code import Code
from convviz.kinds.presentation import Presentation
from convviz.model.layers.concat import KIND

PRESENTATION = Presentation(
    KIND,
    code=Code(
        torch=lambda call: f"torch.cat([{', '.join(call.reads)}], dim=1)",
        keras=lambda call: f"layers.Concatenate()([{', '.join(call.reads)}])",
    ),
)
