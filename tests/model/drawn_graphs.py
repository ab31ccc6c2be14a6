"""Random networks over all kinds, with branches, all of them possible."""

from __future__ import annotations

from hypothesis import strategies as st

from convviz.model.kinds import KINDS
from convviz.model.layers import (
    Add,
    AveragePool,
    BatchNorm,
    Concat,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAveragePool,
    Input,
    Linear,
    MaxPool,
    ReLU,
    ResponseNorm,
    Softmax,
    Source,
)
from convviz.model.layers.channel_slice import ChannelSlice
from convviz.model.layers.hard_swish import HardSwish
from convviz.model.layers.multiply import Multiply
from convviz.model.layers.relu6 import ReLU6
from convviz.model.layers.sigmoid import Sigmoid
from convviz.model.network import Network, Node

from .kinds_reference import met, starts

PLAIN = {
    "relu": ReLU,
    "global-average-pool": GlobalAveragePool,
    "concat": Concat,
    "add": Add,
    "flatten": Flatten,
    "softmax": Softmax,
    "relu6": ReLU6,
    "sigmoid": Sigmoid,
    "hard-swish": HardSwish,
    "multiply": Multiply,
}
MOST_CELLS = 400


class Growing:
    """A network while it is drawn: nodes, and the shape of each."""

    def __init__(self):
        self.nodes, self.shapes = [], {}

    def put(self, kind, layer, shape, *sources):
        name = f"{kind}{len(self.nodes)}"
        self.nodes.append(Node(name, name, layer, sources))
        self.shapes[name] = shape
        return name

    def alike(self, source, axes):
        """The nodes whose shape is the same on those axes."""
        shape = self.shapes[source]
        return [
            name for name, other in self.shapes.items() if all(other[a] == shape[a] for a in axes)
        ]


@st.composite
def graphs(draw):
    """A network of an input or two and three to nine layers of any kinds."""
    growing = Growing()
    for _ in range(draw(st.integers(1, 2))):
        shape = (draw(st.integers(1, 3)), draw(st.integers(1, 6)), draw(st.integers(1, 6)))
        growing.put("input", Input(*shape, source=Source.NOISE), shape)
    kinds = sorted(set(KINDS) - {"input"})
    for _ in range(draw(st.integers(3, 9))):
        grow(draw, growing, draw(st.sampled_from(kinds)))
    return Network(tuple(growing.nodes))


def grow(draw, growing, kind):
    """Put a layer of that kind after some node that it fits."""
    source = draw(st.sampled_from(list(growing.shapes)))
    channels, height, width = shape = growing.shapes[source]
    if kind in ("max-pool", "average-pool"):
        layer, out = pooling(draw, kind, shape)
        growing.put(kind, layer, out, source)
    elif kind == "conv2d":
        layer, out = convolution(draw, shape)
        growing.put(kind, layer, out, source)
    elif kind in ("concat", "add", "multiply"):
        axes = (1, 2) if kind == "concat" else (0, 1, 2)
        alike = growing.alike(source, axes)
        if kind != "concat":  # and gates: one cell for each channel
            alike += [name for name, other in growing.shapes.items() if other == (channels, 1, 1)]
        sources = draw(st.lists(st.sampled_from(alike), min_size=2, max_size=4))
        if kind != "concat" and all(growing.shapes[name] != shape for name in sources):
            sources[0] = source
        depth = sum(growing.shapes[name][0] for name in sources)
        if kind == "concat" and depth * height * width > MOST_CELLS:
            return
        depth = depth if kind == "concat" else channels
        growing.put(kind, PLAIN[kind](), (depth, height, width), *sources)
    elif kind == "slice":
        first = draw(st.integers(1, channels))
        last = draw(st.integers(first, channels))
        growing.put(kind, ChannelSlice(first, last), (last - first + 1, height, width), source)
    elif kind == "linear":
        if (height, width) != (1, 1):
            flat = (channels * height * width, 1, 1)
            source = growing.put("flatten", Flatten(), flat, source)
        features, bias = draw(st.integers(1, 5)), draw(st.booleans())
        layer = Linear(features, bias, draw(st.integers(0, 9)))
        growing.put(kind, layer, (features, 1, 1), source)
    else:
        one = kind == "global-average-pool"
        out = (channels * height * width, 1, 1) if kind == "flatten" else shape
        growing.put(kind, plain(draw, kind), (channels, 1, 1) if one else out, source)


def plain(draw, kind):
    """A layer of a kind that fits everywhere."""
    if kind == "dropout":
        return Dropout(draw(st.floats(0, 1)))
    if kind == "batch-norm":
        return BatchNorm(draw(st.integers(0, 9)))
    if kind == "lrn":
        alpha, beta, k = (draw(st.floats(low, 3)) for low in (0, 0, 0.5))
        return ResponseNorm(draw(st.integers(1, 9)), alpha, beta, k)
    return PLAIN[kind]()


def pooling(draw, kind, shape):
    """A pooling whose every window meets a cell, and the shape of its output."""
    fields, out, ceil = [], [], draw(st.booleans())
    for size in shape[1:]:
        kernel, stride = draw(st.integers(1, 4)), draw(st.integers(1, 3))
        padding = draw(st.integers(0, kernel // 2))
        dilation = draw(st.integers(1, 3)) if kind == "max-pool" else 1
        first = starts(kernel, stride, dilation, padding, ceil, size)
        if not first or not all(met(at, kernel, dilation, size) for at in first):
            kernel, padding, dilation = 1, 0, 1
            first = starts(kernel, stride, dilation, padding, ceil, size)
        fields.append((kernel, stride, padding, dilation))
        out.append(len(first))
    kernel, stride, padding, dilation = zip(*fields, strict=True)
    if kind == "max-pool":
        return MaxPool(kernel, stride, padding, ceil, dilation), (shape[0], *out)
    layer = AveragePool(kernel, stride, padding, ceil, draw(st.booleans()))
    return layer, (shape[0], *out)


def convolution(draw, shape):
    """A convolution that keeps H and W, so that branches may join, or one of 1×1 with a stride."""
    filters, seed = draw(st.integers(1, 3)), draw(st.integers(0, 9))
    if draw(st.booleans()):
        kernel = (draw(st.integers(1, 3)), draw(st.integers(1, 3)))
        return Conv2d(filters, kernel, padding="same", seed=seed), (filters, *shape[1:])
    stride = draw(st.integers(1, 2))
    out = tuple(-(-size // stride) for size in shape[1:])
    return Conv2d(filters, 1, stride=stride, bias=False, seed=seed), (filters, *out)
