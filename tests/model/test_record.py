"""Stages, and what a record says when asked of something else."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from convviz.model.documents import DOCUMENTS, chain
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.layers import BatchNorm, Conv2d, Input, ReLU, Source
from convviz.model.network import Network, Node, set_field
from convviz.model.record import arithmetic_text, cell_record, outputs_reading, stage_nodes
from convviz.model.sources import input_values
from convviz.model.values import evaluate

DIRECT = set_field(DOCUMENTS["seed-direct"](), "input", "source", "noise")
VALUES = evaluate(DIRECT, {"input": input_values(DIRECT.node("input").layer)})


def test_a_stage_is_a_convolution_and_what_works_on_its_cells():
    network = chain(
        ("input", Input(4, 8, 8, Source.NOISE)),
        ("relu0", ReLU()),
        ("conv1", Conv2d(4, (1, 1))),
        ("norm1", BatchNorm()),
        ("relu1", ReLU()),
        ("conv2", Conv2d(4, (1, 1))),
    )
    for node in ("conv1", "norm1", "relu1"):
        assert stage_nodes(network, node) == ("conv1", "norm1", "relu1")
    assert stage_nodes(network, "conv2") == ("conv2",)
    assert stage_nodes(network, "input") == ("input",)
    assert stage_nodes(network, "relu0") == ("relu0",)


def test_a_layer_that_two_read_ends_its_stage():
    nodes = (
        Node("input", "input", Input(4, 8, 8, Source.NOISE)),
        Node("conv1", "conv1", Conv2d(4, (1, 1)), ("input",)),
        Node("relu1", "relu1", ReLU(), ("conv1",)),
        Node("relu2", "relu2", ReLU(), ("conv1",)),
    )
    network = Network(nodes)
    assert stage_nodes(network, "conv1") == ("conv1",)
    assert stage_nodes(network, "relu2") == ("relu2",)


def test_a_record_is_asked_of_any_node_of_the_stage():
    of_conv = cell_record(DIRECT, VALUES, "conv1", 3, 4, 5)
    of_relu = cell_record(DIRECT, VALUES, "relu1", 3, 4, 5)
    assert of_conv.before == of_relu.before and of_conv.steps[-1].kind == "relu"
    assert of_conv.after == max(0, of_conv.before)
    assert of_conv.products.shape == (192, 5, 5)
    assert not of_conv.products.flags.writeable


@pytest.mark.parametrize("cell", [(0, 0, 0), (31, 27, 27), (7, 13, 2)])
def test_4800_terms_are_evaluated_by_python(cell):
    record = cell_record(DIRECT, VALUES, "conv1", *cell)
    text = arithmetic_text(record)
    assert text.count("*") == 4_800 and text.startswith("max(0.0, (")
    bound = 1e-6 * (np.abs(record.products).sum() + abs(record.bias))
    assert abs(eval(text) - record.after) <= bound


def test_numbers_are_the_shortest_that_give_the_same_float32():
    network = chain(("input", Input(3, 2, 2, Source.NOISE)), ("conv1", Conv2d(1, (1, 1))))
    values = evaluate(network, {"input": input_values(network.node("input").layer)})
    record = cell_record(network, values, "conv1", 0, 1, 1)
    terms = arithmetic_text(record).split(" + ")
    assert len(terms) == 4
    for term, x, w in zip(terms, record.inputs.ravel(), record.weights.ravel(), strict=False):
        left, right = term.split("*")
        assert np.float32(left) == x and np.float32(right) == w
        assert left == str(x) and right == str(w)
    assert np.float32(terms[3]) == np.float32(record.bias)


def test_deep_filters_stay_within_pythons_nesting():
    network = chain(
        ("input", Input(9_000, 1, 1, Source.NOISE)), ("conv1", Conv2d(1, (1, 1), bias=False))
    )
    values = evaluate(network, {"input": input_values(network.node("input").layer)})
    record = cell_record(network, values, "conv1", 0, 0, 0)
    found = eval(arithmetic_text(record))
    assert abs(found - record.after) <= 1e-6 * np.abs(record.products).sum()
    assert not any(layer for layer in record.steps)


def test_products_are_exact():
    record = cell_record(DIRECT, VALUES, "conv1", 1, 9, 9)
    exact = sum(
        Fraction(float(x)) * Fraction(float(w))
        for x, w in zip(record.inputs.ravel(), record.weights.ravel(), strict=True)
    )
    assert abs(float(exact) - record.running[-1]) <= 1e-13 * np.abs(record.products).sum()


@pytest.mark.parametrize(
    ("node", "cell", "code", "field"),
    [
        ("input", (0, 0, 0), ErrorCode.NOT_A_CONVOLUTION, ""),
        ("nowhere", (0, 0, 0), ErrorCode.UNKNOWN_LAYER, ""),
        ("conv1", (32, 0, 0), ErrorCode.OUTSIDE, "filter"),
        ("conv1", (0, 28, 0), ErrorCode.OUTSIDE, "row"),
        ("conv1", (0, 0, -1), ErrorCode.OUTSIDE, "column"),
    ],
)
def test_what_has_no_record(node, cell, code, field):
    with pytest.raises(ModelError) as caught:
        cell_record(DIRECT, VALUES, node, *cell)
    assert (caught.value.code, caught.value.field) == (code, field)


def test_without_values_there_is_no_record():
    with pytest.raises(ModelError) as caught:
        cell_record(DIRECT, evaluate(DIRECT, {}), "conv1", 0, 0, 0)
    assert caught.value.code is ErrorCode.UNVALUED


def test_outputs_reading_a_corner_and_outside():
    rows, columns = outputs_reading(DIRECT, "conv1", 0, 27)
    assert (list(rows), list(columns)) == ([0, 1, 2], [25, 26, 27])
    with pytest.raises(ModelError) as caught:
        outputs_reading(DIRECT, "conv1", 28, 0)
    assert caught.value.code is ErrorCode.OUTSIDE
