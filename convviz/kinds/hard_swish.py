"""Hard-swish: x · ReLU6(x + 3) ÷ 6."""

from __future__ import annotations

from convviz.kinds.code import Code
from convviz.kinds.presentation import Elementwise, Presentation
from convviz.kinds.telling import Explanation, Family, OperationKind, Sentence
from convviz.model.cell_records import Step
from convviz.model.layers.hard_swish import KIND


def _end(step: Step, first: bool) -> str:
    if step.before <= -3.0:
        return ".stops"
    return ".passes" if step.before >= 3.0 else ".scales"


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.EACH,
        OperationKind.PASSED,
        curve=lambda _, x: x * min(max(x + 3.0, 0.0), 6.0) / 6.0,
        cut_to=(0.0,),
        reach=4.5,
    ),
    code=Code(
        torch=lambda call: f"F.hardswish({call.read})",
        keras=lambda call: f'layers.Activation("hard_swish")({call.read})',
    ),
    after=Elementwise(
        word="hard-swish",
        label="sum-hard-swish",
        says=Sentence("playback.say.hard-swish"),
        end=_end,
    ),
)
