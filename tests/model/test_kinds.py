"""Poolings, norms, joins and linear layers: known figures, rules, records and refusals."""

from __future__ import annotations

import json
from functools import partial

import numpy as np
import pytest

from convviz.app.cli.count import as_json, as_table
from convviz.files.photos import load_picture
from convviz.model.cell_records import SourceCell
from convviz.model.counts import count
from convviz.model.documents import chain
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formulas import peak_formula
from convviz.model.graph_edits import add_after
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
from convviz.model.layers.sigmoid import Sigmoid
from convviz.model.network import Network, Node, set_field, shapes
from convviz.model.record import arithmetic_text, cell_record, output_record, outputs_reading
from convviz.model.shape import Shape
from convviz.model.stem import _standardised, stem_features, stem_layers, stem_weights
from convviz.model.values import Values, evaluate
from convviz.model.weights import conv_weights, linear_weights

E = ErrorCode


def node(name, layer, *inputs):
    return Node(name, name, layer, inputs)


def after_input(layer, shape=(4, 8, 8)):
    return chain(("input", Input(*shape, source=Source.NOISE)), ("it", layer))


def refused(action):
    with pytest.raises(ModelError) as caught:
        action()
    return caught.value.code, caught.value.layer, caught.value.field


# ---- known networks --------------------------------------------------------------------------
def inception_3a(reduced):
    """GoogLeNet's first Inception module, with its 1×1 reductions or as first thought of."""
    nodes = [node("input", Input(192, 28, 28))]

    def conv(name, filters, k, source):
        nodes.append(node(name, Conv2d(filters, k, padding=k // 2, bias=False), source))
        return name

    wide = {"3×3": "input", "5×5": "input"}
    if reduced:
        wide = {"3×3": conv("reduce3", 96, 1, "input"), "5×5": conv("reduce5", 16, 1, "input")}
    branches = [conv("1×1", 64, 1, "input")]
    branches += [conv("3×3", 128, 3, wide["3×3"]), conv("5×5", 32, 5, wide["5×5"])]
    nodes.append(node("pool", MaxPool(3, 1, 1), "input"))
    branches.append(conv("project", 32, 1, "pool") if reduced else "pool")
    nodes.append(node("join", Concat(), *branches))
    return Network(tuple(nodes))


def test_inception_3a():
    counted = count(inception_3a(reduced=True))
    assert counted.totals.weights == 163_328
    assert counted.totals.macs == 128_049_152
    assert counted.shapes["join"] == (256, 28, 28)
    field = counted.receptive_fields["join"]
    assert (field.height, field.width, field.top) == (5, 5, -2)


def test_inception_3a_without_the_reductions():
    counted = count(inception_3a(reduced=False))
    assert counted.totals.macs == 303_464_448
    assert counted.shapes["join"] == (416, 28, 28)


def test_inception_is_counted_on_the_command_line():
    network = inception_3a(reduced=True)
    told = json.loads(json.dumps(as_json(network, count(network))))
    join = told["layers"][-1]
    assert join["inputs"] == ["1×1", "3×3", "5×5", "project"]
    assert (join["kind"], join["output_shape"], join["macs"]) == ("concat", [256, 28, 28], 0)
    assert told["totals"]["macs"] == 128_049_152
    assert "linear" in told["convention"]
    assert "28×28×256" in as_table(network, count(network))
    assert join["live_activation_bytes"] == 4 * 28 * 28 * 2 * 256
    field = {"height": 5, "width": 5, "stride_rows": 1, "stride_columns": 1, "top": -2, "left": -2}
    assert join["receptive_field"] == told["totals"]["receptive_field"] == field


def test_count_as_json_has_operations_that_are_no_macs():
    network = chain(
        ("input", Input(2, 9, 9, source=Source.NOISE)),
        ("pool", MaxPool(3, 2)),
        ("mean", GlobalAveragePool()),
        ("softmax", Softmax()),
    )
    told = json.loads(json.dumps(as_json(network, count(network))))
    _, pool, mean, softmax = told["layers"]
    assert pool["comparisons"] == (3 * 3 - 1) * 4 * 4 * 2
    assert pool["receptive_field"]["stride_rows"] == 2
    assert mean["divisions"] == 2 and mean["receptive_field"]["height"] == 9
    assert softmax["exponentials"] == 2
    assert told["totals"]["exponentials"] == 2 and told["totals"]["divisions"] >= 2


def test_a_volume_that_is_read_twice_is_alive_once():
    network = Network((
        node("input", Input(4, 8, 8, source=Source.NOISE)), node("add", Add(), "input", "input"),
    ))  # fmt: skip
    counted = count(network)
    at, told = peak_formula(network)
    assert at == "add" and counted.peak_activation_bytes == 4 * 4 * 8 * 8 * 2
    assert len(told.terms) == 2


def googlenet_stem(channels):
    """The stem as a network, its two LRNs left out."""
    first, second, third = stem_layers(channels)
    pool = MaxPool(3, 2, ceil_mode=True)
    return chain(
        ("photo", Input(3, 224, 224, Source.PHOTO)),
        ("conv1", first),
        ("relu1", ReLU()),
        ("pool1", pool),
        ("conv2", second),
        ("relu2", ReLU()),
        ("conv3", third),
        ("relu3", ReLU()),
        ("pool2", pool),
    )


def test_googlenets_stem():
    network, picture = googlenet_stem(192), load_picture("coffee", 224, 224)
    held = dict(zip(("conv1", "conv2", "conv3"), stem_weights(192, 0), strict=True))
    # As if it had been evaluated before, with the stem's own weights.
    zeros = {id: np.zeros(shape, np.float32) for id, shape in shapes(network).items()}
    before = (network, Values(outputs=zeros, weights=held))
    values = evaluate(network, {"photo": _standardised(picture)}, previous=before)
    assert values.outputs["pool2"].shape == (192, 28, 28)
    assert np.array_equal(values.outputs["pool2"], stem_features(picture, 192))


def test_the_stems_receptive_field():
    field = count(googlenet_stem(192)).receptive_fields["pool2"]
    assert (field.height, field.stride_rows) == (7 + 2 * 2 + 2 * 4 + 2 * 4, 8)


def test_a_residual_block():
    nodes = (
        node("input", Input(64, 56, 56, Source.NOISE)),
        node("conv1", Conv2d(64, 3, padding=1, bias=False), "input"),
        node("conv2", Conv2d(64, 3, padding=1, bias=False), "conv1"),
        node("sum", Add(), "conv2", "input"),
    )
    counted = count(Network(nodes))
    assert counted.layers["sum"].additions == 64 * 56 * 56
    assert counted.receptive_fields["sum"].height == 5
    assert counted.peak_activation_bytes == 4 * 3 * 64 * 56 * 56


def test_alexnets_first_linear_layer():
    network = chain(
        ("input", Input(256, 6, 6, Source.NOISE)),
        ("flatten", Flatten()),
        ("fc6", Linear(4096)),
        ("drop", Dropout()),
    )
    counted = count(network)
    assert counted.layers["fc6"].weights == counted.layers["fc6"].macs == 37_748_736
    assert counted.totals.parameters == 37_752_832
    assert counted.totals.additions == 9_215 * 4_096 + 4_096
    assert counted.receptive_fields["drop"].height == 6


# ---- poolings --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("layer", "size", "out"),
    [
        (MaxPool(3, 2), 112, 55),
        (MaxPool(3, 2, ceil_mode=True), 112, 56),
        (MaxPool(2, 2, ceil_mode=True), 5, 3),
        (MaxPool(2, 3, 1, ceil_mode=True), 4, 2),  # a third would start in the padding after
        (MaxPool(3, 2, ceil_mode=True), 2, 1),  # smaller than the kernel, and yet one
        (AveragePool(2, 2), 5, 2),
    ],
)
def test_ceil_mode(layer, size, out):
    assert shapes(after_input(layer, (1, size, size)))["it"] == (1, out, out)


def test_comparisons_are_of_cells_that_exist():
    whole = count(after_input(MaxPool(2, 2))).layers["it"]
    assert whole.comparisons == 3 * 4 * 4 * 4
    edge = count(after_input(MaxPool(3, 1, 1), (1, 3, 3))).layers["it"]
    assert edge.comparisons == 4 * 3 + 4 * 5 + 8  # corners, edges, middle


def test_what_the_mean_is_over():
    array = np.arange(1, 10, dtype=np.float32).reshape(1, 3, 3)

    def corner(**fields):
        network = after_input(AveragePool(2, 2, ceil_mode=True, **fields), (1, 3, 3))
        values = evaluate(network, {"input": array})
        last = output_record(network, values, "it", 0, 1, 1)
        return output_record(network, values, "it", 0, 0, 0), last

    first, last = corner()
    assert (first.before, first.divisor, last.before, last.divisor) == (3, 4, 9, 1)
    first, last = corner(padding=1)
    assert (first.before, first.divisor, last.before, last.divisor) == (0.25, 4, 7, 4)
    first, _ = corner(padding=1, count_include_pad=False)
    assert (first.before, first.divisor) == (1, 1)


def test_the_first_of_equals_wins():
    array = np.array([[[1, 7, 7], [7, 0, 7], [0, 0, 0]]], np.float32)
    network = after_input(MaxPool(3, 1), (1, 3, 3))
    record = output_record(network, evaluate(network, {"input": array}), "it", 0, 0, 0)
    assert record.winner == (0, 1) and record.before == 7
    assert record.text() == "max(1.0, 7.0, 7.0, 7.0, 0.0, 7.0, 0.0, 0.0, 0.0)"
    network = after_input(MaxPool(3, 1, 1), (1, 3, 3))  # below zero, padding does not win
    record = output_record(network, evaluate(network, {"input": array - 8}), "it", 0, 2, 2)
    assert record.winner == (1, 2) and record.before == -1


def test_large_windows_are_added_up_exactly_enough():
    array = np.full((2, 200, 200), 0.1, np.float32)
    for layer in (AveragePool(200, 1), GlobalAveragePool()):
        found = evaluate(after_input(layer, (2, 200, 200)), {"input": array}).outputs["it"]
        assert np.array_equal(found, np.full((2, 1, 1), 0.1, np.float32))


# ---- across the channels ---------------------------------------------------------------------
def test_softmax_of_large_numbers():
    array = np.array([1e4, 1e4, -1e4, 0], np.float32).reshape(4, 1, 1)
    network = after_input(Softmax(), (4, 1, 1))
    values = evaluate(network, {"input": array})
    assert values.outputs["it"].ravel().tolist() == [0.5, 0.5, 0, 0]
    record = output_record(network, values, "it", 1, 0, 0)
    assert (record.highest, record.total) == (1e4, 2)
    assert eval(record.text()) == 0.5


def test_response_norm_by_hand():
    array = np.array([1, 2, 3], np.float32).reshape(3, 1, 1)
    network = after_input(ResponseNorm(3, alpha=3.0, beta=1.0, k=1.0), (3, 1, 1))
    values = evaluate(network, {"input": array})
    assert np.allclose(values.outputs["it"].ravel(), [1 / 6, 2 / 15, 3 / 14])
    record = output_record(network, values, "it", 0, 0, 0)
    assert (record.channels.tolist(), record.squares, record.divisor) == ([0, 1], 5, 6)
    found = count(network).layers["it"]
    assert (found.multiplications, found.additions, found.exponentials) == (6, 7, 3)


# ---- gates and slices ------------------------------------------------------------------------
def gated(*gates, last=Multiply):
    """A volume of 4×6×5, joined with factors of those shapes."""
    nodes = [node("input", Input(4, 6, 5, Source.NOISE))]
    nodes += [node(f"gate{i}", Input(*shape, Source.NOISE)) for i, shape in enumerate(gates)]
    return Network((*nodes, node("it", last(), *(each.id for each in nodes))))


@pytest.mark.parametrize("last", [Multiply, Add])
def test_a_volume_of_one_position_is_repeated(last):
    assert shapes(gated((4, 1, 1), last=last))["it"] == (4, 6, 5)
    assert shapes(gated((4, 1, 1), (4, 6, 5), (4, 1, 1), last=last))["it"] == (4, 6, 5)
    found = count(gated((4, 1, 1), (4, 1, 1), last=last)).layers["it"]
    assert (found.multiplications, found.additions) == ((240, 0) if last is Multiply else (0, 240))
    assert found.macs == 0
    for other in ((1, 6, 5), (4, 6, 1), (4, 1, 5), (3, 1, 1)):
        network = gated(other, last=last)
        assert refused(partial(shapes, network)) == (E.SHAPES_DIFFER, "it", "inputs")


def test_a_gate_makes_every_cell_read_all_positions():
    nodes = (
        node("input", Input(4, 9, 9, Source.NOISE)),
        node("mean", GlobalAveragePool(), "input"),
        node("gate", Sigmoid(), "mean"),
        node("scaled", Multiply(), "input", "gate"),
        node("conv", Conv2d(2, 3, padding=1), "scaled"),
    )
    fields = count(Network(nodes)).receptive_fields
    assert (fields["scaled"].height, fields["scaled"].top) == (9, 0)
    # The gate stays where it is while the window of the convolution widens.
    assert (fields["conv"].height, fields["conv"].top) == (10, -1)


def test_the_largest_values_do_not_overflow():
    array = np.array([-1e4, -800, -3, 0, 3, 800, 1e4], np.float32).reshape(7, 1, 1)
    values = evaluate(after_input(Sigmoid(), (7, 1, 1)), {"input": array}).outputs["it"].ravel()
    assert values[[0, 1, 3, 5, 6]].tolist() == [0, 0, 0.5, 1, 1]
    values = evaluate(after_input(HardSwish(), (7, 1, 1)), {"input": array}).outputs["it"].ravel()
    assert values.tolist() == [0, 0, 0, 0, 3, 800, 1e4]
    network = after_input(Sigmoid(), (7, 1, 1))
    record = output_record(network, evaluate(network, {"input": array}), "it", 0, 0, 0)
    assert eval(arithmetic_text(record)) == pytest.approx(0, abs=1e-300)


def test_a_slice_lies_inside_its_input():
    assert shapes(after_input(ChannelSlice(2, 4)))["it"] == (3, 8, 8)
    assert refused(lambda: shapes(after_input(ChannelSlice(2, 5)))) == (E.TOO_LARGE, "it", "last")
    assert refused(lambda: shapes(after_input(ChannelSlice(3, 2)))) == (E.TOO_SMALL, "it", "last")
    network = after_input(ChannelSlice(2, 4))
    array = np.arange(256, dtype=np.float32).reshape(4, 8, 8)
    record = output_record(network, evaluate(network, {"input": array}), "it", 1, 2, 3)
    assert record.cells == (SourceCell(0, 2, 2, 3),) and record.before == array[2, 2, 3]


# ---- linear ----------------------------------------------------------------------------------
def test_a_linear_layer_is_a_1x1_convolution_to_whoever_asks():
    network = chain(
        ("input", Input(5, 2, 3, Source.NOISE)),
        ("flatten", Flatten()),
        ("fc", Linear(7)),
        ("relu", ReLU()),
    )
    values = evaluate(network, {"input": np.ones((5, 2, 3), np.float32)})
    record = cell_record(network, values, "relu", 3, 0, 0)
    assert record.products.shape == (30, 1, 1) and record.steps[-1].kind == "relu"
    assert record.after == max(0, record.before) == values.outputs["relu"][3, 0, 0]
    assert abs(eval(arithmetic_text(record)) - record.after) <= 1e-6 * record.scale
    assert outputs_reading(network, "fc", 0, 0) == (range(1), range(1))


def test_linear_weights_keep_their_pattern():
    few, many = (linear_weights(Linear(n, seed=3), "fc", c) for n, c in ((3, 8), (6, 32)))
    assert np.allclose(few.weights, 2 * many.weights[:3, :8])
    assert np.array_equal(few.bias, many.bias[:3])
    assert not np.allclose(few.weights, linear_weights(Linear(3, seed=4), "fc", 8).weights)
    assert not np.allclose(few.weights, conv_weights(Conv2d(3, 1, seed=3), "fc", 8).weights)
    assert not linear_weights(Linear(3, bias=False), "fc", 8).bias.any()
    large = linear_weights(Linear(50), "fc", 20_000).weights
    assert large.std() == pytest.approx((2 / 20_000) ** 0.5, rel=0.01)


def test_flatten_goes_channel_by_channel():
    network = after_input(Flatten(), (2, 3, 4))
    array = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    values = evaluate(network, {"input": array})
    assert values.outputs["it"].ravel().tolist() == list(range(24))
    record = output_record(network, values, "it", 17, 0, 0)
    assert record.cells == (SourceCell(0, 1, 1, 1),) and record.before == 17


# ---- joins -----------------------------------------------------------------------------------
def joined(layer, *shapes_read):
    names = [f"in{place}" for place in range(len(shapes_read))]
    inputs = [
        node(name, Input(*shape, source=Source.NOISE))
        for name, shape in zip(names, shapes_read, strict=True)
    ]
    return Network((*inputs, node("it", layer, *names)))


def test_concat_knows_where_a_channel_came_from():
    network = joined(Concat(), (2, 3, 3), (4, 3, 3), (1, 3, 3))
    arrays = {f"in{n}": np.full((c, 3, 3), n, np.float32) for n, c in enumerate((2, 4, 1))}
    values = evaluate(network, arrays)
    assert values.outputs["it"][:, 0, 0].tolist() == [0, 0, 1, 1, 1, 1, 2]
    for channel, source in ((0, 0), (2, 0), (5, 3), (6, 0)):
        record = output_record(network, values, "it", channel, 1, 2)
        assert record.cells[0] == SourceCell(int(record.before), source, 1, 2)
    assert refused(lambda: output_record(network, values, "it", 7, 0, 0)) == (
        E.OUTSIDE,
        "it",
        "channel",
    )


def test_fields_of_branches_with_different_strides():
    nodes = (
        node("input", Input(1, 8, 1, Source.NOISE)),
        node("fine", Conv2d(1, (5, 1)), "input"),
        node("coarse", Conv2d(1, (2, 1), stride=(2, 1)), "input"),
        node("both", Concat(), "fine", "coarse"),
        node("next", Conv2d(1, (2, 1)), "both"),
    )
    fields = count(Network(nodes)).receptive_fields
    assert (fields["both"].height, fields["both"].stride_rows) == (5, 2)
    # Row 1 reads 1..5 of the fine branch and 2..3 of the coarse one: 0..5 in all, not 0..6.
    assert fields["next"].height == 6


# ---- what is refused -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("layer", "shape", "code", "field"),
    [
        (MaxPool(3, 2, 2), (4, 8, 8), E.PADDING_TOO_LARGE, "padding"),
        (AveragePool((4, 1), 1, (2, 1)), (4, 8, 8), E.PADDING_TOO_LARGE, "padding"),
        (MaxPool(9, 1), (4, 8, 8), E.KERNEL_TOO_LARGE, "kernel"),
        (AveragePool((1, 9), 1, ceil_mode=True), (4, 8, 8), E.KERNEL_TOO_LARGE, "kernel"),
        (MaxPool(3, 1, dilation=4), (4, 8, 8), E.EMPTY_OUTPUT, "dilation"),
        (MaxPool(2, 1, 1, dilation=2), (4, 1, 8), E.EMPTY_WINDOW, "dilation"),
        (MaxPool(2, 1, 1, dilation=2), (4, 8, 1), E.EMPTY_WINDOW, "dilation"),
        (MaxPool(2, 1, 1), (4, 65_536, 1), E.TOO_LARGE, "padding"),
        (MaxPool(0, 1), (4, 8, 8), E.TOO_SMALL, "kernel"),
        (MaxPool(2, 1, "same"), (4, 8, 8), E.WRONG_TYPE, "padding"),
        (MaxPool(2, 1, ceil_mode=1), (4, 8, 8), E.WRONG_TYPE, "ceil_mode"),
        (AveragePool(2, 1, count_include_pad=None), (4, 8, 8), E.WRONG_TYPE, "count_include_pad"),
        (Linear(10), (4, 8, 8), E.NOT_FLAT, "inputs"),
        (Linear(0), (4, 1, 1), E.TOO_SMALL, "features"),
        (Dropout(1.5), (4, 8, 8), E.TOO_LARGE, "p"),
        (Dropout(-0.1), (4, 8, 8), E.TOO_SMALL, "p"),
        (Dropout(float("nan")), (4, 8, 8), E.WRONG_TYPE, "p"),
        (Dropout(float("inf")), (4, 8, 8), E.TOO_LARGE, "p"),
        (Dropout(True), (4, 8, 8), E.WRONG_TYPE, "p"),
        (Dropout("half"), (4, 8, 8), E.WRONG_TYPE, "p"),
        (ResponseNorm(0), (4, 8, 8), E.TOO_SMALL, "size"),
        (ResponseNorm(k=0), (4, 8, 8), E.TOO_SMALL, "k"),
        (ResponseNorm(alpha=-1.0), (4, 8, 8), E.TOO_SMALL, "alpha"),
        (ResponseNorm(beta=11), (4, 8, 8), E.TOO_LARGE, "beta"),
        (Concat(), (4, 8, 8), E.TOO_FEW_INPUTS, "inputs"),
        (Add(), (4, 8, 8), E.TOO_FEW_INPUTS, "inputs"),
    ],
)
def test_layers_that_cannot_be(layer, shape, code, field):
    assert refused(lambda: shapes(after_input(layer, shape))) == (code, "it", field)


@pytest.mark.parametrize(
    ("layer", "other", "code"),
    [
        (Concat(), (4, 8, 7), E.SIZES_DIFFER),
        (Concat(), (4, 7, 8), E.SIZES_DIFFER),
        (Add(), (4, 7, 8), E.SHAPES_DIFFER),
        (Add(), (5, 8, 8), E.SHAPES_DIFFER),
    ],
)
def test_volumes_that_do_not_join(layer, other, code):
    network = joined(layer, (4, 8, 8), other)
    assert refused(lambda: shapes(network)) == (code, "it", "inputs")
    with pytest.raises(ModelError) as caught:
        shapes(network)
    assert caught.value.values["first"] == "8×8×4"


def test_inputs_and_missing_values_have_no_record():
    network = after_input(MaxPool(2, 2))
    values = evaluate(network, {"input": np.zeros((4, 8, 8), np.float32)})
    assert refused(lambda: output_record(network, values, "input", 0, 0, 0)) == (
        E.NO_ARITHMETIC,
        "input",
        "",
    )
    nothing = evaluate(network, {})
    assert refused(lambda: output_record(network, nothing, "it", 0, 0, 0))[0] is E.UNVALUED
    assert refused(lambda: cell_record(network, values, "it", 0, 0, 0))[0] is E.NOT_A_CONVOLUTION


# ---- the table -------------------------------------------------------------------------------
def test_numbers_are_floats_and_pairs_in_a_layer_that_is_set():
    network = after_input(Dropout())
    rate = set_field(network, "it", "p", 1).node("it").layer.p
    assert rate == 1.0 and isinstance(rate, float)
    assert MaxPool(3, 2, 1, dilation=1) == MaxPool((3, 3), (2, 2), (1, 1), dilation=(1, 1))


def test_new_layers_are_called_by_their_stem():
    network = after_input(MaxPool(2, 2))
    for layer, name in (
        (AveragePool(2, 1), "pool1"),
        (Softmax(), "softmax1"),
        (Dropout(), "dropout1"),
    ):
        assert add_after(network, "it", layer)[1] == name


def test_the_editor_offers_what_has_a_stage():
    offered = {name for name, kind in KINDS.items() if kind.offers(Shape(4, 8, 8))}
    assert offered == set(KINDS) - {"input", "concat", "add", "multiply"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.name != "input"])
def test_every_kind_makes_records_or_steps(kind):
    assert kind.elementwise == (kind.record is None)


def test_batch_norm_alone_is_a_step_on_an_input():
    network = after_input(BatchNorm())
    values = evaluate(network, {"input": np.eye(8, dtype=np.float32)[None].repeat(4, 0)})
    record = output_record(network, values, "it", 2, 3, 3)
    assert record.before == 1 and record.after == values.outputs["it"][2, 3, 3]
    assert abs(eval(arithmetic_text(record)) - record.after) < 1e-5
