"""Batch norm: each channel scaled and shifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convviz.kinds.code import Call, Code, own_module
from convviz.kinds.presentation import Elementwise, Presentation
from convviz.kinds.telling import Explanation, Family, Number, OperationKind, Sentence, Tone
from convviz.model.layers.batch_norm import KIND

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights

# Of a step: scale, shift, γ, mean, deviation and β.
_NUMBERS = {
    "gamma": Number(lambda step: step.numbers[2]),
    "mean": Number(lambda step: step.numbers[3], tone=Tone.BRACKETED),
    "deviation": Number(lambda step: step.numbers[4]),
    "beta": Number(lambda step: step.numbers[5], tone=Tone.BRACKETED),
}


def _arrays(weights: ConvWeights, read: Floats | None) -> list[Floats]:
    """Give γ, β, and each channel's mean and variance, as batch norm takes them."""
    import numpy as np  # here, so that counting starts without it

    if read is None:
        return []
    mean = read.mean(axis=(1, 2), dtype=np.float64)
    variance = read.var(axis=(1, 2), dtype=np.float64)
    statistics = [mean.astype(np.float32), variance.astype(np.float32)]
    return [weights.weights.ravel(), weights.bias, *statistics]


def _keras(call: Call) -> str:
    return f'layers.BatchNormalization(epsilon=1e-5, name="{call.name}")({call.read})'


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.EACH,
        OperationKind.PASSED,
        curve=lambda numbers, x: x * numbers[0] + numbers[1],
    ),
    code=Code(
        torch=own_module,
        keras=_keras,
        module=lambda call: f"nn.BatchNorm2d({call.shape.channels}, eps=1e-5)",
        parameters=("weight", "bias", "running_mean", "running_var"),
        arrays=_arrays,
    ),
    after=Elementwise(
        word="norm",
        rescales=True,
        says=Sentence("playback.say.norm", _NUMBERS),
        note=Sentence("playback.sum.norm", _NUMBERS),
    ),
)
