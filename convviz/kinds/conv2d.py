"""The convolution: a sum of products, channel by channel."""

from __future__ import annotations

from convviz.kinds.code import Call, Code, own_module, pair, zeros_around
from convviz.kinds.presentation import Presentation
from convviz.kinds.telling import Explanation, Family
from convviz.model.layers.conv2d import KIND, Conv2d


def _module(call: Call) -> str:
    layer: Conv2d = call.layer
    shape = call.read_shape
    top, bottom, left, right = layer.pads(shape.height, shape.width)
    given = [str(shape.channels), str(layer.filters), pair(layer.kernel)]
    if layer.stride != (1, 1):
        given.append(f"stride={pair(layer.stride)}")
    if (top, left) == (bottom, right) and (top, left) != (0, 0):
        given.append(f"padding={pair((top, left))}")
    if layer.dilation != (1, 1):
        given.append(f"dilation={pair(layer.dilation)}")
    if layer.groups != 1:
        given.append(f"groups={layer.groups}")
    if not layer.bias:
        given.append("bias=False")
    return f"nn.Conv2d({', '.join(given)})"


def _torch(call: Call) -> str:
    """Call the module; uneven padding, as 'same' may need, is put around beforehand."""
    shape = call.read_shape
    top, bottom, left, right = call.layer.pads(shape.height, shape.width)
    if (top, left) == (bottom, right):
        return own_module(call)
    return f"self.{call.name}(F.pad({call.read}, ({left}, {right}, {top}, {bottom})))"


def _keras(call: Call) -> str:
    layer: Conv2d = call.layer
    shape = call.read_shape
    top, bottom, left, right = layer.pads(shape.height, shape.width)
    read = zeros_around(call.read, (top, bottom), (left, right))
    given = [str(layer.filters), pair(layer.kernel)]
    # Keras refuses both at once: then every position is computed, and every s-th is taken.
    both = max(layer.stride) > 1 and max(layer.dilation) > 1
    if layer.stride != (1, 1) and not both:
        given.append(f"strides={pair(layer.stride)}")
    if layer.dilation != (1, 1):
        given.append(f"dilation_rate={pair(layer.dilation)}")
    if layer.groups != 1:
        given.append(f"groups={layer.groups}")
    if not layer.bias:
        given.append("use_bias=False")
    taken = f"[:, ::{layer.stride[0]}, ::{layer.stride[1]}]" if both else ""
    return f'layers.Conv2D({", ".join(given)}, name="{call.name}")({read}){taken}'


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(Family.SUM),
    code=Code(torch=_torch, keras=_keras, module=_module),
    filters=True,
)
