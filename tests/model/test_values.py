"""Evaluating a network: what is taken over, what is given up, what is too large."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.model import values as values_module
from convviz.model.documents import DOCUMENTS, chain
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.graph_edits import move, remove
from convviz.model.layers import AveragePool, BatchNorm, Conv2d, Input, MaxPool, ReLU, Source
from convviz.model.network import rename, set_field, shapes
from convviz.model.sources import input_values
from convviz.model.values import Unvalued, evaluate

LESSON = set_field(DOCUMENTS["seed-bottleneck"](), "input", "source", "noise")
NOISE = input_values(LESSON.node("input").layer)


def test_every_output_has_its_shape_and_is_read_only():
    found = evaluate(LESSON, {"input": NOISE})
    assert {name: array.shape for name, array in found.outputs.items()} == shapes(LESSON)
    assert all(a.dtype == np.float32 and not a.flags.writeable for a in found.outputs.values())
    assert found.outputs["input"] is NOISE
    assert np.array_equal(found.outputs["relu1"], np.maximum(found.outputs["conv1"], 0))
    assert set(found.weights) == {"conv1", "conv2"} and not found.unvalued


def test_a_writeable_input_is_copied():
    array = np.ones((192, 28, 28), np.float64)
    kept = evaluate(LESSON, {"input": array}).outputs["input"]
    array[:] = 0
    assert kept.all() and kept.dtype == np.float32


def test_what_did_not_change_is_taken_over():
    before = evaluate(LESSON, {"input": NOISE})
    edited = set_field(LESSON, "conv2", "filters", 40)
    after = evaluate(edited, {"input": NOISE}, previous=(LESSON, before))
    for name in ("input", "conv1", "relu1"):
        assert after.outputs[name] is before.outputs[name]
    assert after.weights["conv1"] is before.weights["conv1"]
    fresh = evaluate(edited, {"input": NOISE})
    for name, output in fresh.outputs.items():
        assert np.array_equal(output, after.outputs[name])


def test_new_input_values_reach_the_end_but_keep_the_weights():
    before = evaluate(LESSON, {"input": NOISE})
    after = evaluate(LESSON, {"input": 2 * NOISE}, previous=(LESSON, before))
    assert after.outputs["conv1"] is not before.outputs["conv1"]
    assert after.weights["conv1"] is before.weights["conv1"]
    assert not np.array_equal(after.outputs["relu2"], before.outputs["relu2"])


@given(st.data())
def test_taking_over_never_changes_a_value(data):
    small = chain(
        ("input", Input(4, 7, 7, Source.NOISE)),
        ("conv1", Conv2d(4, (3, 3), padding="same")),
        ("norm1", BatchNorm()),
        ("relu1", ReLU()),
        ("conv2", Conv2d(4, (1, 1))),
    )
    edits = (
        lambda n: set_field(n, "conv1", "filters", 6),
        lambda n: set_field(n, "conv1", "seed", 3),
        lambda n: set_field(n, "norm1", "seed", 3),
        lambda n: set_field(n, "input", "channels", 5),
        lambda n: move(n, "conv2", -1),
        lambda n: move(n, "relu1", -2),
        lambda n: rename(n, "conv1", "first"),
        lambda n: remove(n, "norm1"),
    )
    known = None
    for edit in data.draw(st.lists(st.sampled_from(edits), max_size=6)):
        try:
            small = edit(small)
        except ModelError:
            continue
        inputs = {"input": input_values(small.node("input").layer)}
        found = evaluate(small, inputs, previous=known)
        for name, output in evaluate(small, inputs).outputs.items():
            assert np.array_equal(output, found.outputs[name])
        known = (small, found)


def test_it_stops_between_layers():
    asked = []

    def stopped():
        asked.append(None)
        return len(asked) > 2

    assert evaluate(LESSON, {"input": NOISE}, stopped) is None
    assert len(asked) == 3


def test_an_input_of_another_shape_is_refused():
    with pytest.raises(ModelError) as caught:
        evaluate(LESSON, {"input": NOISE[:, 1:]})
    assert (caught.value.code, caught.value.layer) == (ErrorCode.WRONG_VALUES, "input")


def test_without_the_input_nothing_has_values():
    found = evaluate(LESSON, {})
    assert not found.outputs
    assert found.unvalued == {
        "input": "source",
        **dict.fromkeys(("conv1", "relu1", "conv2", "relu2"), "input"),
    }


def reasons(*layers):
    """Why the layers have no values."""
    network = chain(("input", Input(64, 32, 32, Source.NOISE)), *layers)
    array = input_values(network.node("input").layer)
    return evaluate(network, {"input": array}).unvalued


def test_limits_make_unvalued_boxes():
    assert reasons(("conv", Conv2d(6_000, (5, 5))), ("relu", ReLU())) == {
        "conv": Unvalued.WEIGHTS,
        "relu": Unvalued.INPUT,
    }
    assert reasons(("conv", Conv2d(9_000, (1, 1)))) == {"conv": "cells"}
    assert reasons(("conv", Conv2d(4_000, (5, 5), padding="same"))) == {"conv": "macs"}
    huge = chain(("input", Input(3, 9_000, 9_000, Source.PHOTO)))
    assert evaluate(huge, {}).unvalued == {"input": "cells"}


def test_the_limits_themselves_are_allowed(monkeypatch):
    network = chain(("input", Input(2, 4, 4, Source.NOISE)), ("conv", Conv2d(3, (1, 1))))
    inputs = {"input": input_values(network.node("input").layer)}
    for name, most in (("LIMIT_WEIGHTS", 9), ("LIMIT_CELLS", 48), ("LIMIT_MACS", 96)):
        with monkeypatch.context() as patch:
            patch.setattr(values_module, name, most)
            assert not evaluate(network, inputs).unvalued
            patch.setattr(values_module, name, most - 1)
            assert set(evaluate(network, inputs).unvalued) == {"conv"}


@pytest.mark.parametrize(
    "layer",
    [
        Conv2d(1, (1, 1), padding=(15_000, 15_000), stride=(15_000, 15_000)),
        MaxPool((30_000, 30_000), stride=(1000, 1000), padding=(15_000, 15_000)),
        AveragePool((30_000, 30_000), stride=(30_000, 30_000), ceil_mode=True),
    ],
)
def test_padding_that_would_take_gigabytes_is_not_made(layer):
    """A few cells in and a few out, and 3.6 GB between: a document with it ended the app."""
    network = chain(("input", Input(1, 1, 1, Source.NOISE)), ("wide", layer))
    assert evaluate(network, {"input": np.ones((1, 1, 1), np.float32)}).unvalued == {
        "wide": "cells"
    }


def test_a_long_chain_of_large_layers_has_values_as_far_as_there_is_room(monkeypatch):
    """Two hundred layers of 32 MB each took 6 GB."""
    network = chain(
        ("input", Input(2, 4, 4, Source.NOISE)),
        *((f"relu{place}", ReLU()) for place in range(5)),
    )
    inputs = {"input": input_values(network.node("input").layer)}
    monkeypatch.setattr(values_module, "LIMIT_TOTAL", 4 * 32)
    found = evaluate(network, inputs)
    assert list(found.outputs) == ["input", "relu0", "relu1", "relu2"]
    assert found.unvalued == {"relu3": Unvalued.TOTAL, "relu4": Unvalued.TOTAL}


def test_a_tall_layer_is_computed_in_strips(monkeypatch):
    from convviz.model import convolve

    network = chain(
        ("input", Input(40, 30, 17, Source.NOISE)),
        ("conv", Conv2d(3, (5, 3), stride=(3, 1), dilation=(2, 1), padding="same")),
        ("wide", Conv2d(3, (7, 7), padding="same")),
    )
    inputs = {"input": input_values(network.node("input").layer)}
    whole = evaluate(network, inputs)
    monkeypatch.setattr(convolve, "_STRIP_CELLS", 10_000)
    strips = evaluate(network, inputs)
    for name in ("conv", "wide"):
        assert np.allclose(whole.outputs[name], strips.outputs[name], atol=1e-5)


def test_across_layers_the_error_stays_small():
    found = evaluate(LESSON, {"input": NOISE})
    narrow, wide = found.weights["conv1"], found.weights["conv2"]
    middle = np.einsum("fc,chw->fhw", narrow.weights[:, :, 0, 0].astype(float), NOISE)
    middle = np.pad(np.maximum(middle + narrow.bias[:, None, None], 0), ((0, 0), (2, 2), (2, 2)))
    expected = np.zeros((32, 28, 28))
    for a in range(5):
        for b in range(5):
            weights = wide.weights[:, :, a, b].astype(float)
            expected += np.einsum("fc,chw->fhw", weights, middle[:, a : a + 28, b : b + 28])
    expected = np.maximum(expected + wide.bias[:, None, None], 0)
    assert np.abs(found.outputs["relu2"] - expected).max() <= 1e-5 * expected.max()
