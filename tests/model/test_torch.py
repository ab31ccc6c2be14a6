"""The same layers as torch computed, from the fixture that make_torch_fixture.py wrote."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from convviz.model.convolve import convolve
from convviz.model.layers import Conv2d
from convviz.model.normalise import normalised
from convviz.model.weights import ConvWeights

from .torch_cases import CASES, cases, inputs_of, numbers, stored

FIXTURE = Path(__file__).with_name("torch_outputs.npz")


def layer_of(case):
    return Conv2d(
        case.filters,
        case.kernel,
        stride=case.stride,
        dilation=case.dilation,
        padding=case.padding,
        groups=case.groups,
        bias=case.bias,
    )


def test_convolutions():
    with np.load(FIXTURE) as fixture:
        shapes, values = fixture["shapes"], fixture["values"]
    assert len(shapes) == CASES
    at = 0
    for number, (case, shape) in enumerate(zip(cases(), shapes, strict=True)):
        array, weights, bias = inputs_of(number, case)
        layer = layer_of(case)
        output = convolve(array, ConvWeights(weights, bias), layer)
        assert output.shape == tuple(shape), case
        sizes = convolve(np.abs(array), ConvWeights(np.abs(weights), np.abs(bias)), layer)
        found, bound = stored(output), stored(sizes)
        expected = values[at : at + found.size]
        at += found.size
        # 6e-8: the fixture's own rounding to float32.
        assert np.all(np.abs(found - expected) <= 1e-6 * bound + 6e-8 * np.abs(expected)), case
    assert at == values.size


def test_batch_norm():
    with np.load(FIXTURE) as fixture:
        expected = fixture["batch_norm"]
    array, gamma, beta = (numbers(s, 9_000_000 + i) for i, s in enumerate(((7, 9, 11), 7, 7)))
    found = normalised(array, ConvWeights(gamma.reshape(7, 1, 1, 1), beta))
    assert np.abs(found - expected).max() <= 1e-5 * np.abs(expected).max()


def test_the_fixture_is_small():
    assert FIXTURE.stat().st_size < 1_000_000
