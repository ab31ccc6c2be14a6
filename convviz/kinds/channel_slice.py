"""Channel slice: a run of channels is taken over."""

from __future__ import annotations

from convviz.kinds.code import Call, Code
from convviz.kinds.passing import passing
from convviz.kinds.presentation import Presentation
from convviz.model.layers.channel_slice import KIND


def _run(call: Call) -> str:
    return f"{call.layer.first - 1}:{call.layer.last}"


PRESENTATION = Presentation(
    KIND,
    telling=passing("slice"),
    code=Code(
        torch=lambda call: f"{call.read}[:, {_run(call)}]",
        keras=lambda call: f"{call.read}[..., {_run(call)}]",
    ),
)
