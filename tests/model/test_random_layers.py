"""A thousand random layers: shapes, counts, values and records against loops."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.counts import count
from convviz.model.formulas import formulas
from convviz.model.layers import BatchNorm, Conv2d, ReLU
from convviz.model.network import shapes
from convviz.model.record import arithmetic_text, cell_record, outputs_reading
from convviz.model.values import evaluate

from . import reference
from .drawn import network_of, placed_layers, volume

MANY = settings(max_examples=1000)


@MANY
@given(placed_layers())
def test_shapes_and_counts(drawn):
    layer, shape = drawn
    network = network_of(layer, shape)
    expected = reference.counted(layer, *shape)
    counted = count(network)
    found = counted.layers["conv"]
    assert shapes(network)["conv"] == counted.shapes["conv"] == expected["output"]
    for name in ("weights", "biases", "macs", "padding_macs", "additions", "bias_additions"):
        assert getattr(found, name) == expected[name], name
    assert found.multiplications == expected["macs"]
    assert found.parameters == expected["weights"] + expected["biases"]
    cells = int(np.prod(expected["output"]))
    assert found.activation_bytes == 4 * cells
    assert found.weight_bytes == 4 * found.parameters
    assert counted.peak_activation_bytes == 4 * (cells + int(np.prod(shape)))
    for name, formula in formulas(network, "conv").items():
        assert sum(term.value for term in formula.terms) == formula.result, name
        assert formula.result == getattr(found, name)


@MANY
@given(placed_layers(), st.integers(0, 2**32 - 1))
def test_values(drawn, seed):
    layer, shape = drawn
    array = volume(shape, seed)
    values = evaluate(network_of(layer, shape), {"input": array})
    weights, output = values.weights["conv"], values.outputs["conv"]
    sums, sizes = reference.convolution(
        array.astype(float).tolist(),
        weights.weights.astype(float).tolist(),
        weights.bias.astype(float).tolist(),
        layer,
    )
    assert output.dtype == np.float32 and not output.flags.writeable
    assert output.shape == np.shape(sums)
    assert np.all(np.abs(output - np.array(sums)) <= 1e-6 * np.array(sizes))


@MANY
@given(placed_layers(), st.integers(0, 2**32 - 1), st.data())
def test_records(drawn, seed, data):
    layer, shape = drawn
    after = data.draw(st.sampled_from(((), (ReLU(),), (BatchNorm(),), (BatchNorm(), ReLU()))))
    network = network_of(layer, shape, *after)
    values = evaluate(network, {"input": volume(shape, seed)})
    output = values.outputs["conv"]
    cell = tuple(data.draw(st.integers(0, size - 1)) for size in output.shape)
    record = cell_record(network, values, "conv", *cell)
    bound = np.abs(record.products).sum() + abs(record.bias)
    assert record.before == output[cell]
    assert abs(record.products.sum() + record.bias - record.before) <= 1e-6 * bound
    assert abs(record.running[-1] + record.bias - record.before) <= 1e-6 * bound
    assert np.allclose(np.cumsum(record.products.sum(axis=(1, 2))), record.running, rtol=1e-12)
    assert record.after == values.outputs[network.nodes[-1].id][cell]
    assert not record.inputs[:, ~record.inside].any()
    source = values.outputs["input"]
    for a, row in enumerate(record.rows):
        for b, column in enumerate(record.columns):
            inside = 0 <= row < shape[1] and 0 <= column < shape[2]
            assert record.inside[a, b] == inside
            if inside:
                cells = source[record.channels, row, column]
                assert np.array_equal(cells, record.inputs[:, a, b])
                rows, columns = outputs_reading(network, "conv", int(row), int(column))
                assert cell[1] in rows and cell[2] in columns
    assert abs(eval(arithmetic_text(record, activation=False)) - record.before) <= 1e-6 * bound
    scale = max([1.0] + [abs(step.numbers[0]) for step in record.steps if step.numbers])
    shift = max([0.0] + [abs(step.numbers[1]) for step in record.steps if step.numbers])
    bound = 1e-6 * (bound * scale + shift)
    assert abs(eval(arithmetic_text(record)) - record.after) <= bound


@settings(max_examples=300)
@given(placed_layers(), st.data())
def test_outputs_reading(drawn, data):
    layer, shape = drawn
    row, column = (data.draw(st.integers(0, size - 1)) for size in shape[1:])
    rows, columns = outputs_reading(network_of(layer, shape), "conv", row, column)
    found = {(y, x) for y in rows for x in columns}
    assert found == reference.readers(layer, shape[1], shape[2], row, column)


@settings(max_examples=500)
@given(st.integers(1, 6), st.integers(1, 9), st.integers(1, 9), st.integers(0, 9), st.data())
def test_outputs_reading_far_apart(kernel, stride, dilation, padding, data):
    layer = Conv2d(1, (kernel, 1), stride=stride, dilation=dilation, padding=(padding, 0))
    height = max(1, dilation * (kernel - 1) + 1 - 2 * padding) + data.draw(st.integers(0, 20))
    row = data.draw(st.integers(0, height - 1))
    rows, _ = outputs_reading(network_of(layer, (1, height, 1)), "conv", row, 0)
    assert {(y, 0) for y in rows} == reference.readers(layer, height, 1, row, 0)
