"""The linear layer: a sum of products of all inputs, told of inputs and outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convviz.kinds.code import Call, Code
from convviz.kinds.presentation import Presentation
from convviz.kinds.telling import Explanation, Family
from convviz.model.layers.linear import KIND

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights


def _module(call: Call) -> str:
    bias = "" if call.layer.bias else ", bias=False"
    return f"nn.Linear({call.read_shape.channels}, {call.layer.features}{bias})"


def _torch(call: Call) -> str:
    return f"self.{call.name}({call.read}.flatten(1))[:, :, None, None]"


def _keras(call: Call) -> str:
    bias = "" if call.layer.bias else ", use_bias=False"
    return f'layers.Dense({call.layer.features}{bias}, name="{call.name}")({call.read})'


def _arrays(weights: ConvWeights, read: Floats | None) -> list[Floats]:
    """Give the weights as a matrix."""
    return [weights.weights.reshape(weights.weights.shape[:2]), weights.bias]


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(Family.SUM, speaks=".linear", matrix=True),
    code=Code(torch=_torch, keras=_keras, module=_module, arrays=_arrays),
)
