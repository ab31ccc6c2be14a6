"""One more non-linearity: the pair without its ReLU is one 5×5×192 layer, with it it is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from convviz.model.convolve import convolve
from convviz.model.documents import DOCUMENTS, chain
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.graph_edits import remove
from convviz.model.layers import Conv2d, Input, ReLU, Source
from convviz.model.merge import merged
from convviz.model.network import set_field
from convviz.model.sources import input_values
from convviz.model.values import evaluate

NOISE = input_values(Input(192, 28, 28, Source.NOISE))


def linear_pair():
    """The lesson's network without its ReLUs."""
    network = set_field(DOCUMENTS["seed-bottleneck"](), "input", "source", "noise")
    return remove(remove(network, "relu2"), "relu1")


def run(network, array):
    """The last layer's output."""
    return evaluate(network, {"input": array}).outputs[network.nodes[-1].id]


def test_the_pair_is_one_layer():
    network = linear_pair()
    values = evaluate(network, {"input": NOISE})
    one = merged(network, values, "conv1", "conv2")
    assert one.weights.weights.shape == (32, 192, 5, 5)
    layer = network.node("conv2").layer
    unbiased = replace(one.weights, bias=np.zeros(32, np.float32))
    output = convolve(NOISE, unbiased, layer) + one.bias_map
    expected = values.outputs["conv2"]
    assert np.abs(output - expected).max() <= 1e-5 * np.abs(expected).max()
    # Clear of the padding the bias is the same everywhere.
    assert np.allclose(one.bias_map[:, 2:-2, 2:-2], one.weights.bias[:, None, None], atol=1e-5)


def test_its_rank_is_the_number_of_filters():
    network = linear_pair()
    one = merged(network, evaluate(network, {"input": NOISE}), "conv1", "conv2")
    matrix = one.weights.weights.transpose(0, 2, 3, 1).reshape(-1, 192).astype(float)
    singular = np.linalg.svd(matrix, compute_uv=False)
    assert one.rank == 16
    assert singular[15] > 1e-2 * singular[0] and singular[16] < 1e-5 * singular[0]


def test_with_the_relu_no_single_layer_does_the_same():
    """A layer alone is affine: f(x + y) + f(0) = f(x) + f(y). With the ReLU that fails."""
    with_relu = remove(
        set_field(DOCUMENTS["seed-bottleneck"](), "input", "source", "noise"), "relu2"
    )
    x = NOISE - np.float32(0.5)
    y = np.roll(x, 5, axis=0)
    gaps = []
    for network in (linear_pair(), with_relu):
        both, none = run(network, x + y), run(network, np.zeros_like(x))
        one, other = run(network, x), run(network, y)
        gaps.append(np.abs(both + none - one - other).max() / np.abs(both).max())
    assert gaps[0] < 1e-5 and gaps[1] > 0.1


@pytest.mark.parametrize(
    "layers",
    [
        (("conv1", Conv2d(4, (3, 3))), ("conv2", Conv2d(2, (3, 3)))),
        (("conv1", Conv2d(4, (1, 1), stride=(2, 2))), ("conv2", Conv2d(2, (3, 3)))),
        (("conv1", Conv2d(4, (1, 1))), ("conv2", Conv2d(2, (3, 3), groups=2))),
        (("conv1", Conv2d(4, (1, 1))), ("relu", ReLU()), ("conv2", Conv2d(2, (3, 3)))),
    ],
)
def test_what_is_no_linear_pair_is_refused(layers):
    network = chain(("input", Input(4, 9, 9, Source.NOISE)), *layers)
    values = evaluate(network, {"input": input_values(network.node("input").layer)})
    with pytest.raises(ModelError) as caught:
        merged(network, values, "conv1", "conv2")
    assert caught.value.code is ErrorCode.NOT_MERGEABLE
