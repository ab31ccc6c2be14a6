"""Random networks over all kinds and all their fields, drawn from a seed: all of them possible."""

from __future__ import annotations

import random

from convviz.model.errors import ModelError
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
from convviz.model.network import Network, Node, shapes

MOST_CELLS = 4000


def drawn_network(seed):
    """An input or two and up to ten layers, each reading any node before it."""
    draw = random.Random(seed)
    nodes = []
    for place in range(draw.choice((1, 1, 1, 2))):
        sizes = draw.choice((2, 3, 4, 6, 8)), draw.randint(5, 14), draw.randint(5, 14)
        nodes.append(Node(f"input{place}", f"input{place}", Input(*sizes, source=Source.NOISE)))
    wanted = len(nodes) + draw.randint(3, 10)
    while len(nodes) < wanted:
        grown = _grown(draw, nodes)
        try:
            known = shapes(Network(grown))
        except ModelError:
            continue
        if known[grown[-1].id].cells <= MOST_CELLS:
            nodes = list(grown)
    return Network(tuple(nodes))


def _grown(draw, nodes):
    known = shapes(Network(tuple(nodes)))
    source = draw.choice(nodes[-3:]).id
    kind = draw.choice((_conv, _conv, _conv, _pool, _pool, _joint, _plain, _plain))
    layer, read = kind(draw, known, source)
    name = f"{type(layer).__name__.lower()}{len(nodes)}"
    return (*nodes, Node(name, name, layer, read))


def _side(draw, high):
    return draw.randint(1, high), draw.randint(1, high)


def _conv(draw, known, source):
    channels = known[source].channels
    groups = draw.choice([g for g in (1, 1, 2, 3, 4, channels) if channels % g == 0])
    padding = draw.choice(("same", (0, 0), (draw.randint(0, 3), draw.randint(0, 3))))
    layer = Conv2d(
        groups * draw.randint(1, 3),
        _side(draw, 5),
        stride=draw.choice(((1, 1), _side(draw, 3))),
        dilation=draw.choice(((1, 1), _side(draw, 3))),
        padding=padding,
        groups=groups,
        bias=draw.random() < 0.7,
        seed=draw.randint(0, 99),
    )
    return layer, (source,)


def _pool(draw, known, source):
    kernel = _side(draw, 4)
    padding = tuple(draw.randint(0, k // 2) for k in kernel)
    stride, ceil = _side(draw, 3), draw.random() < 0.5
    if draw.random() < 0.5:
        dilation = draw.choice(((1, 1), _side(draw, 3)))
        return MaxPool(kernel, stride, padding, ceil, dilation), (source,)
    return AveragePool(kernel, stride, padding, ceil, draw.random() < 0.5), (source,)


def _joint(draw, known, source):
    adds = draw.choice((Add, Multiply, None))
    kept = slice(0 if adds else 1, 3)  # what must be the same
    alike = [name for name, shape in known.items() if shape[kept] == known[source][kept]]
    read = [draw.choice(alike) for _ in range(draw.randint(2, 3))]
    gates = [name for name, shape in known.items() if shape == (known[source].channels, 1, 1)]
    if adds and gates:
        read = [source, draw.choice(gates)]
    return (adds or Concat)(), tuple(read)


def _plain(draw, known, source):
    channels, *sizes = known[source]
    if sizes == [1, 1] and draw.random() < 0.5:
        return Linear(draw.randint(1, 6), draw.random() < 0.5, draw.randint(0, 9)), (source,)
    numbers = draw.random(), draw.random(), 0.5 + draw.random()
    layers = [ReLU(), Softmax(), Dropout(draw.random()), GlobalAveragePool(), Flatten()]
    layers += [ReLU6(), Sigmoid(), HardSwish()]
    first = draw.randint(1, channels)
    layers.append(ChannelSlice(first, draw.randint(first, channels)))
    layers.append(ResponseNorm(draw.randint(1, 9), *numbers))
    # Over few positions the deviation may be near zero, and any rounding is blown up.
    if known[source].cells > 8 * channels:
        layers.append(BatchNorm(draw.randint(0, 9)))
    return draw.choice(layers), (source,)
