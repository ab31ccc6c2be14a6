"""Random networks over all kinds: shapes, counts, values, fields and records against loops."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convviz.model.cell_records import CellRecord, SourceRecord
from convviz.model.counts import count
from convviz.model.formulas import QUANTITIES, formulas, total_formulas
from convviz.model.kinds import KINDS, kind_of
from convviz.model.network import shapes
from convviz.model.record import arithmetic_text, output_record, stage_nodes
from convviz.model.values import evaluate
from convviz.model.window_records import AverageRecord, MaxRecord

from .drawn import volume
from .drawn_graphs import graphs
from .kinds_reference import made_by, rows_read

MANY = settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
TINY = 1e-37  # below it float32 loses digits
COUNTED = ("weights", "biases", "macs", "padding_macs", "multiplications", "additions")
COUNTED += ("bias_additions", "comparisons", "divisions", "exponentials")


def evaluated(network, seed):
    arrays = {
        node.id: volume(shape, seed)
        for node, shape in ((node, shapes(network)[node.id]) for node in network.nodes)
        if not node.inputs
    }
    return evaluate(network, arrays)


def references(network, values):
    """(node, what the loops make of the very arrays that the node read)."""
    for node in network.nodes:
        if node.inputs:
            arrays = [values.outputs[source].astype(float).tolist() for source in node.inputs]
            held = values.weights.get(node.id)
            weights = None
            if held is not None:
                weights = held.weights.astype(float).tolist(), held.bias.astype(float).tolist()
            yield node, made_by(kind_of(node.layer).name, node.layer, arrays, weights)


@MANY
@given(graphs(), st.integers(0, 2**32 - 1))
def test_shapes_counts_and_values(network, seed):
    values, counted = evaluated(network, seed), count(network)
    sums = Counter()
    for node, made in references(network, values):
        output, found = values.outputs[node.id], counted.layers[node.id]
        assert counted.shapes[node.id] == made.shape == output.shape, node
        assert output.dtype == np.float32 and not output.flags.writeable
        for place, cell in made.cells.items():
            assert abs(output[place] - cell) <= 1e-6 * made.scales[place] + TINY, (node, place)
        for name in COUNTED:
            assert getattr(found, name) == made.did[name], (node, name)
        assert found.activation_bytes == 4 * output.size
        sums.update(made.did)
    for name in COUNTED:
        assert getattr(counted.totals, name) == sums[name]


@MANY
@given(graphs())
def test_formulas_are_the_counts(network):
    counted = count(network)
    for node in network.nodes:
        opened = formulas(network, node.id)
        for quantity in QUANTITIES:
            value = getattr(counted.layers[node.id], quantity)
            if quantity in opened:
                assert sum(term.value for term in opened[quantity].terms) == value
                assert opened[quantity].result == value
            else:
                assert value == 0, (node, quantity)
    for quantity, formula in total_formulas(network).items():
        assert sum(term.value for term in formula.terms) == getattr(counted.totals, quantity)


@MANY
@given(graphs())
def test_receptive_fields(network):
    counted = count(network)
    for node in network.nodes:
        field = counted.receptive_fields[node.id]
        for axis, (first, size) in enumerate(
            ((field.top, field.height), (field.left, field.width))
        ):
            read = rows_read(network, counted.shapes, node.id, 0, axis)
            assert (min(read), max(read) - min(read) + 1) == (first, size), node


@MANY
@given(graphs(), st.integers(0, 2**32 - 1), st.data())
def test_records(network, seed, data):
    values = evaluated(network, seed)
    for node in network.nodes:
        if not node.inputs:
            continue
        output = values.outputs[node.id]
        cell = tuple(data.draw(st.integers(0, size - 1)) for size in output.shape)
        if kind_of(node.layer).elementwise:
            step_by_step(network, values, node, cell)
            continue
        record = output_record(network, values, node.id, *cell)
        assert record.before == output[cell]
        last = stage_nodes(network, node.id)[-1]
        if values.outputs[last].shape == output.shape:
            assert record.after == values.outputs[last][cell]
        found = eval(arithmetic_text(record, activation=False))
        assert abs(found - record.before) <= 1e-6 * record.scale + TINY, node
        arrays = [values.outputs[source] for source in node.inputs]
        if isinstance(record, MaxRecord | AverageRecord):
            of_a_window(record, arrays[0])
        elif isinstance(record, SourceRecord):
            assert [arrays[at.source][at[1:]] for at in record.cells] == list(record.inputs)
        elif isinstance(record, CellRecord):
            assert abs(record.running[-1] + record.bias - record.before) <= 1e-6 * record.scale


def step_by_step(network, values, node, cell):
    """An elementwise layer alone, or as the last of a stage, gives its value of the cell."""
    record = output_record(network, values, node.id, *cell)
    stage = stage_nodes(network, node.id)
    assert record.after == values.outputs[stage[-1]][cell]
    step = next(step for step in record.steps if step.node == node.id)
    assert step.after == values.outputs[node.id][cell]
    text = KINDS[step.kind].cell_text(str(np.float32(step.before)), step.numbers)
    scale, shift = step.numbers[:2] or (1, 0)
    terms = max(abs(step.before * scale) + abs(shift), abs(step.after))  # a sigmoid's: of 1
    assert abs(eval(text) - step.after) <= 1e-6 * terms + TINY


def of_a_window(record, array):
    for a, row in enumerate(record.rows):
        for b, column in enumerate(record.columns):
            inside = 0 <= row < array.shape[1] and 0 <= column < array.shape[2]
            assert record.inside[a, b] == inside
            expected = array[record.channel, row, column] if inside else 0
            assert record.inputs[a, b] == expected
    if isinstance(record, MaxRecord):
        assert array[(record.channel, *record.winner)] == record.before
    else:
        assert abs(record.total / record.divisor - record.before) <= 1e-6 * record.scale
