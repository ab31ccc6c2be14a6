"""ReLU6: what is below zero becomes zero, what is above six becomes six."""

from __future__ import annotations

from convviz.kinds.code import Code
from convviz.kinds.presentation import Elementwise, Presentation
from convviz.kinds.telling import Explanation, Family, OperationKind, Sentence
from convviz.model.cell_records import Step
from convviz.model.layers.relu6 import KIND


def _end(step: Step, first: bool) -> str:
    if step.before < 0.0:
        return ".stops"
    return ".tops" if step.before > 6.0 else ".passes"


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.EACH,
        OperationKind.PASSED,
        curve=lambda _, x: min(max(x, 0.0), 6.0),
        cut_to=(0.0, 6.0),
        cut_label="cut-share.relu6",
        reach=8.0,
    ),
    code=Code(
        torch=lambda call: f"F.relu6({call.read})",
        keras=lambda call: f"layers.ReLU(max_value=6)({call.read})",
    ),
    after=Elementwise(
        word="relu6",
        label="sum-relu6",
        signed=False,
        says=Sentence("playback.say.relu6"),
        end=_end,
    ),
)
