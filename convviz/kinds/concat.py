"""Concat: volumes one behind the other, along the channels."""

from __future__ import annotations

from dataclasses import replace

from convviz.kinds.code import Code
from convviz.kinds.passing import passing
from convviz.kinds.presentation import Presentation
from convviz.kinds.telling import Family
from convviz.model.layers.concat import KIND

PRESENTATION = Presentation(
    KIND,
    telling=replace(passing("concat"), family=Family.JOIN),
    code=Code(
        torch=lambda call: f"torch.cat([{', '.join(call.reads)}], dim=1)",
        keras=lambda call: f"layers.Concatenate()([{', '.join(call.reads)}])",
    ),
)
