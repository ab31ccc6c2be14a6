"""ReLU: what is below zero becomes zero."""

from __future__ import annotations

from convviz.kinds.code import Code
from convviz.kinds.presentation import Elementwise, Presentation
from convviz.kinds.telling import Explanation, Family, OperationKind, Sentence
from convviz.model.cell_records import Step
from convviz.model.layers.relu import KIND


def _end(step: Step, first: bool) -> str:
    """Whether it lets the value pass; in brief where it comes after another step."""
    passes, stops = (".passes", ".stops") if first else (".keeps", ".clears")
    return passes if step.before >= 0.0 else stops


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.EACH, OperationKind.PASSED, curve=lambda _, x: max(x, 0.0), cut_to=(0.0,)
    ),
    code=Code(
        torch=lambda call: f"F.relu({call.read})",
        keras=lambda call: f"layers.ReLU()({call.read})",
    ),
    after=Elementwise(
        word="relu",
        label="sum-activation",
        signed=False,
        says=Sentence("playback.say.relu"),
        end=_end,
    ),
)
