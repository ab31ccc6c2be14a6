"""Sigmoid: every value becomes one between 0 and 1."""

from __future__ import annotations

import math

from convviz.kinds.code import Code
from convviz.kinds.presentation import Elementwise, Presentation
from convviz.kinds.telling import Explanation, Family, OperationKind, Sentence
from convviz.model.layers.sigmoid import KIND

PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.EACH,
        OperationKind.PASSED,
        curve=lambda _, x: 0.5 + 0.5 * math.tanh(x / 2.0),  # the same, and never too large
        reach=6.0,
    ),
    code=Code(
        torch=lambda call: f"torch.sigmoid({call.read})",
        keras=lambda call: f'layers.Activation("sigmoid")({call.read})',
    ),
    after=Elementwise(
        word="sigmoid",
        label="sum-sigmoid",
        signed=False,
        rescales=True,
        says=Sentence("playback.say.sigmoid"),
    ),
)
