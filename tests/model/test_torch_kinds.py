"""The other kinds as torch computed them, from what make_torch_kinds_fixture.py wrote."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from convviz.model.kinds import KINDS
from convviz.model.shape import Shape
from convviz.model.weights import ConvWeights

from .torch_cases import numbers
from .torch_kind_cases import CASES, WIDE, cases

FIXTURE = Path(__file__).with_name("torch_kinds.npz")


def weights_of(case, salt):
    if case.kind != "linear":
        return None
    features = case.fields["features"]
    weights = numbers((features, case.shapes[0][0]), salt + 8).reshape(features, -1, 1, 1)
    bias = numbers((features,), salt + 9)
    return ConvWeights(weights, bias if case.fields["bias"] else np.zeros_like(bias))


def test_every_case():
    with np.load(FIXTURE) as fixture:
        shapes, values = fixture["shapes"], fixture["values"]
    assert len(shapes) == sum(CASES.values()) >= 300
    at = 0
    for number, (case, shape) in enumerate(zip(cases(), shapes, strict=True)):
        salt = 100_000 + 10 * number
        arrays = tuple(numbers(s, salt + place) for place, s in enumerate(case.shapes))
        wide = np.float32(WIDE.get(case.kind, 1))
        arrays = (wide * arrays[0], *arrays[1:])
        kind = KINDS[case.kind]
        layer, inputs = kind.layer(**case.fields), tuple(Shape(*s) for s in case.shapes)
        kind.check_fields(layer)
        kind.check(layer, inputs)
        assert kind.output_shape(layer, inputs) == tuple(shape), case
        found = kind.values(layer, weights_of(case, salt), arrays)
        assert found.shape == tuple(shape) and found.dtype == np.float32
        expected = values[at : at + found.size].reshape(shape)
        at += found.size
        # Numbers are below 1: a sum's terms are of no more than the number of its inputs.
        terms = case.shapes[0][0] + 1 if case.kind == "linear" else len(arrays) * wide
        assert np.all(np.abs(found - expected) <= 1e-6 * terms), case
    assert at == values.size


def test_every_kind_that_computes_is_compared():
    others = {"input", "conv2d", "batch-norm", "relu"}  # the first has nothing, test_torch.py
    assert set(CASES) - {"add-to-channels"} == set(KINDS) - others


def test_the_fixture_is_small():
    assert FIXTURE.stat().st_size < 200_000
