"""Random layers for hypothesis, all of them possible."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from convviz.model.layers import Conv2d, Input, Source
from convviz.model.network import Network, Node


@st.composite
def placed_layers(draw):
    """(layer, (C, H, W)): a convolution and an input that it fits, of at most some 4,000 MACs."""
    groups = draw(st.sampled_from((1, 1, 1, 2, 3, 4)))
    depth = draw(st.integers(1, 5 if groups == 1 else 2))
    filters = groups * draw(st.integers(1, 4 if groups == 1 else 2))
    kernel, stride, dilation, padding, size = [], [], [], [], []
    for _ in range(2):
        kernel.append(draw(st.integers(1, 4)))
        stride.append(draw(st.integers(1, 4)))
        dilation.append(draw(st.integers(1, 3)))
        padding.append(draw(st.integers(0, 3)))
    same = draw(st.integers(0, 3)) == 0
    for axis in range(2):
        needed = dilation[axis] * (kernel[axis] - 1) + 1 - (0 if same else 2 * padding[axis])
        size.append(max(1, needed) + draw(st.integers(0, 5)))
    layer = Conv2d(
        filters,
        tuple(kernel),
        stride=tuple(stride),
        dilation=tuple(dilation),
        padding="same" if same else tuple(padding),
        groups=groups,
        bias=draw(st.booleans()),
        seed=draw(st.integers(0, 2**31 - 1)),
    )
    shape = (groups * depth, *size)
    return layer, shape


def volume(shape, seed):
    """Numbers of both signs, of sizes far apart, with zeros among them."""
    random = np.random.default_rng(seed)
    array = random.normal(size=shape) * 10.0 ** random.integers(-3, 3, size=shape)
    array[random.random(shape) < 0.2] = 0
    return array.astype(np.float32)


def network_of(layer, shape, *after):
    """Input → layer → what follows."""
    nodes = [Node("input", "input", Input(*shape, source=Source.NOISE))]
    for number, each in enumerate((layer, *after)):
        name = "conv" if number == 0 else f"after{number}"
        nodes.append(Node(name, name, each, (nodes[-1].id,)))
    return Network(tuple(nodes))
