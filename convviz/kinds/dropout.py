"""Dropout in use: every cell passes unchanged."""

from __future__ import annotations

from convviz.kinds.code import Code, own_module
from convviz.kinds.passing import passing
from convviz.kinds.presentation import Presentation
from convviz.model.layers.dropout import KIND

PRESENTATION = Presentation(
    KIND,
    telling=passing("dropout"),
    code=Code(
        torch=own_module,
        keras=lambda call: f"layers.Dropout({call.layer.p!r})({call.read})",
        module=lambda call: f"nn.Dropout({call.layer.p!r})",
    ),
    shares=lambda layer: {"rate": layer.p},
)
