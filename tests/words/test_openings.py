"""How sizes and receptive fields open into sentences, for every kind of layer."""

from __future__ import annotations

import pytest

from convviz import words
from convviz.model.counts import count
from convviz.model.documents import chain
from convviz.model.layers import (
    Add,
    AveragePool,
    Concat,
    Conv2d,
    Flatten,
    GlobalAveragePool,
    Input,
    Layer,
    Linear,
    MaxPool,
    ReLU,
    Softmax,
    Source,
)
from convviz.model.network import Network, Node
from convviz.words.openings import field_lines, output_lines


def told(network: Network, lines_of: object) -> list[str]:
    last = network.nodes[-1].id
    return [words.plain(line) for line in lines_of(network, last, count(network))]


@pytest.mark.parametrize(
    ("layer", "shape", "last"),
    [
        (ReLU(), (4, 8, 6), "The same size as its input."),
        (Softmax(), (4, 8, 6), "The same size as its input."),
        (Flatten(), (4, 8, 6), "One channel for each value of its input: 192"),
        (GlobalAveragePool(), (4, 8, 6), "One value for each channel of its input: 4"),
        (Linear(10), (4, 1, 1), "One channel for each output asked for: 10"),
        (AveragePool(2, 2), (4, 8, 6), "floor((6 + 0 − 2) ÷ 2) + 1 = 3"),
        (MaxPool(3, 2, ceil_mode=True), (4, 8, 6), "ceil((6 + 0 − 3) ÷ 2) + 1 = 3"),
        (MaxPool(2, 3, 1, ceil_mode=True), (4, 4, 4), "ceil((4 + 2 − 2) ÷ 3) + 0 = 2"),
        (Conv2d(5, 3), (4, 8, 6), "5 filters make 5 channels"),
    ],
)
def test_sizes(layer: Layer, shape: tuple[int, int, int], last: str) -> None:
    network = chain(("input", Input(*shape, source=Source.NOISE)), ("it", layer))
    assert told(network, output_lines)[-1] == last


def joined(layer: Layer, *after: Node) -> Network:
    nodes = (
        Node("input", "input", Input(4, 8, 8, source=Source.NOISE)),
        Node("fine", "fine", Conv2d(4, 3), ("input",)),
        Node("coarse", "coarse", AveragePool(3, 1), ("input",)),
        Node("it", "it", layer, ("fine", "coarse")),
    )
    return Network((*nodes, *after))


def test_joins() -> None:
    assert told(joined(Concat()), output_lines) == ["The channels of its inputs together: 8"]
    assert told(joined(Add()), output_lines) == ["The same size as each of its inputs."]
    expected = "Everything that its inputs read between them."
    assert told(joined(Add()), field_lines) == [expected]
    after = Node("next", "next", MaxPool(2, 2), ("it",))
    assert told(joined(Add(), after), field_lines)[-1] == "3 + (2 − 1) × 1 = 4"
