"""Flatten: every cell becomes a channel of its own."""

from __future__ import annotations

from convviz.kinds.code import Call, Code
from convviz.kinds.passing import passing
from convviz.kinds.presentation import Presentation
from convviz.model.layers.flatten import KIND


def _keras(call: Call) -> str:
    """Channel by channel, as ConvViz and PyTorch count; Keras alone would go cell by cell."""
    first = f"layers.Permute((3, 1, 2))({call.read})"
    return f"layers.Reshape((1, 1, {call.shape.channels}))({first})"


PRESENTATION = Presentation(
    KIND,
    telling=passing("flatten"),
    code=Code(torch=lambda call: f"{call.read}.flatten(1)[:, :, None, None]", keras=_keras),
)
