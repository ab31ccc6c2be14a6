"""Typed weights: where they stand in the layer's numbers, and what of them survives an edit."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.model.arrays import read_only
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kinds import KINDS, kind_of
from convviz.model.layers import BatchNorm, Conv2d, Init, Linear, ReLU
from convviz.model.network import input_shapes, rename, set_field, shapes
from convviz.model.node_weights import node_weights
from convviz.model.shape import Shape
from convviz.model.typed import BIAS, WEIGHT_LIMIT
from convviz.model.typed_edits import (
    block_of,
    clear_typed,
    copy_filter,
    load_weights,
    set_bias,
    set_column,
    set_kernel,
    set_matrix,
)
from convviz.model.values import evaluate

from .drawn import network_of, placed_layers, volume

FILTERS = [((filter, filter + 1),) for filter in range(4)]  # each, with its bias


def numbers_of(network, node_id="conv"):
    node = network.node(node_id)
    return node_weights(node, input_shapes(network, node_id), shapes(network)[node_id])


def drawn_of(network, node_id="conv"):
    node = network.node(node_id)
    return kind_of(node.layer).weights(node.layer, node_id, input_shapes(network, node_id))


@pytest.fixture
def network():
    return network_of(Conv2d(4, (3, 5), seed=3), (6, 9, 9), ReLU(), BatchNorm())


def refused(act) -> ModelError:
    with pytest.raises(ModelError) as caught:
        act()
    return caught.value


@given(placed_layers(), st.data())
def test_a_typed_weight_stands_at_its_place_and_all_others_are_as_drawn(placed, data):
    network = network_of(*placed)
    drawn = drawn_of(network)
    place = tuple(data.draw(st.integers(0, size - 1)) for size in drawn.weights.shape)
    network = set_kernel(network, "conv", *place, ((0.25,),))
    found = numbers_of(network)
    expected = drawn.weights.copy()
    expected[place] = 0.25
    assert (found.weights == expected).all() and (found.bias == drawn.bias).all()
    assert not found.weights.flags.writeable and not found.bias.flags.writeable


def test_a_block_is_pasted_into_one_kernel(network):
    block = ((1, 2, 3), (4, 5, 6))
    found = numbers_of(set_kernel(network, "conv", 2, 4, 1, 2, block)).weights
    assert (found[2, 4, 1:, 2:] == np.array(block)).all()
    assert (np.delete(found, 2, axis=0) == np.delete(drawn_of(network).weights, 2, axis=0)).all()


def test_a_filter_is_copied_as_it_is_now_with_its_bias(network):
    network = set_kernel(network, "conv", 1, 0, 0, 0, ((7.0,),))
    network = set_bias(network, "conv", 1, -2.0)
    before = numbers_of(network)
    after = numbers_of(copy_filter(network, "conv", 1, 3))
    assert (after.weights[3] == before.weights[1]).all() and after.bias[3] == -2
    assert (after.weights[:3] == before.weights[:3]).all()
    assert copy_filter(network, "conv", 1, 1) is network


def test_loaded_weights_take_the_place_of_all_and_typed_ones_lie_over_them(network):
    array = np.arange(4 * 6 * 3 * 5, dtype=float).reshape(4, 6, 3, 5)
    network = set_bias(set_kernel(network, "conv", 0, 0, 0, 0, ((9,),)), "conv", 0, 5)
    network = load_weights(network, "conv", array)
    assert (numbers_of(network).weights == array).all() and numbers_of(network).bias[0] == 5
    network = set_kernel(network, "conv", 3, 5, 2, 4, ((-1,),))
    array[3, 5, 2, 4] = -1
    assert (numbers_of(network).weights == array).all()
    network = load_weights(network, "conv", np.array([1, 2, 3, 4.0]))
    assert numbers_of(network).bias.tolist() == [1, 2, 3, 4]
    assert (numbers_of(network).weights == array).all()


def test_a_1_by_1_layers_weights_may_be_a_matrix():
    network = network_of(Conv2d(4, (1, 1)), (3, 5, 5))
    matrix = np.arange(12.0).reshape(4, 3)
    assert (numbers_of(load_weights(network, "conv", matrix)).weights[:, :, 0, 0] == matrix).all()


@pytest.mark.parametrize("kernel", [1, 2, 3, 5, 6, 7])
def test_typed_numbers_keep_their_place_from_the_kernels_centre(kernel):
    network = network_of(Conv2d(4, (3, 3), padding=(4, 4)), (6, 9, 9))
    network = set_kernel(network, "conv", 1, 2, 1, 1, ((50.0,),))  # the middle
    network = set_kernel(network, "conv", 1, 2, 0, 2, ((60.0,),))  # above and right of it
    found = numbers_of(set_field(network, "conv", "kernel", kernel)).weights
    middle = (kernel - 1) // 2
    assert found[1, 2, middle, middle] == 50
    assert (found == 60).sum() == (kernel >= 3)
    if kernel >= 3:
        assert found[1, 2, middle - 1, middle + 1] == 60


@pytest.mark.parametrize(("field", "less"), [("filters", 2), ("kernel", 1), ("groups", 3)])
def test_what_does_not_fit_waits_until_it_fits_again(field, less):
    network = network_of(Conv2d(6, (3, 3), padding=(2, 2)), (6, 9, 9))
    network = load_weights(network, "conv", np.full((6, 6, 3, 3), 3.0))
    network = set_kernel(network, "conv", 5, 5, 2, 2, ((50.0,),))
    network = set_bias(network, "conv", 5, 4)
    whole = numbers_of(network)
    smaller = set_field(network, "conv", field, less)
    kept = numbers_of(smaller)
    assert (kept.weights == 3).all()
    before = getattr(network.node("conv").layer, field)
    again = numbers_of(set_field(smaller, "conv", field, before))
    assert (again.weights == whole.weights).all() and (again.bias == whole.bias).all()


def test_where_a_layer_grows_beyond_what_was_loaded_weights_are_drawn(network):
    network = load_weights(network, "conv", np.full((4, 6, 3, 5), 3.0))
    grown = set_field(set_field(network, "conv", "filters", 6), "conv", "padding", (9, 9))
    grown = set_field(grown, "conv", "kernel", (5, 5))
    found, drawn = numbers_of(grown).weights, drawn_of(grown).weights
    inside = np.zeros(found.shape, bool)
    inside[:4, :, 1:4, :] = True
    assert (found[inside] == 3).all() and (found[~inside] == drawn[~inside]).all()


def test_seed_name_and_source_of_weights_change_under_typed_numbers(network):
    network = set_kernel(network, "conv", 0, 0, 1, 1, ((8.0,),))
    changed = rename(set_field(network, "conv", "seed", 77), "conv", "reduce")
    changed = set_field(changed, "conv", "init", Init.AVERAGING)
    assert numbers_of(changed).weights[0, 0, 1, 1] == 8
    assert changed.node("conv").id == "conv"


def test_a_layer_without_biases_has_none_however_many_were_typed(network):
    network = set_bias(network, "conv", 1, 4.0)
    without = set_field(network, "conv", "bias", False)
    assert not numbers_of(without).bias.any()
    assert numbers_of(set_field(without, "conv", "bias", True)).bias[1] == 4


def test_typing_the_same_again_changes_nothing(network):
    once = set_kernel(network, "conv", 0, 0, 1, 1, ((8.0,),))
    assert set_kernel(once, "conv", 0, 0, 1, 1, ((8.0,),)) is once
    assert set_kernel(once, "conv", 0, 0, 1, 1, ((9.0,),)) is not once
    assert clear_typed(network, "conv") is network
    assert clear_typed(once, "conv") == network


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.floats(-9, 9, width=32))))
def test_places_are_sorted_and_there_once_and_the_last_number_holds(typed):
    network = network_of(Conv2d(4, (1, 1)), (6, 3, 3))
    expected = drawn_of(network).weights.copy()
    for filter, channel, value in typed:
        network = set_kernel(network, "conv", filter, channel, 0, 0, ((value,),))
        expected[filter, channel] = value
    assert (numbers_of(network).weights == expected).all()
    if typed:
        places = [tuple(place) for place in network.node("conv").typed.places.tolist()]
        assert places == sorted(set(places))


def test_typed_numbers_are_what_is_computed_with_and_only_later_layers_are_anew(network):
    inputs = {"input": read_only(volume((6, 9, 9), 1))}
    before = evaluate(network, inputs)
    typed = set_bias(network, "conv", 2, 100.0)
    after = evaluate(typed, inputs, previous=(network, before))
    assert after.weights["conv"].bias[2] == 100
    assert (after.outputs["conv"][2] > before.outputs["conv"][2]).all()
    assert after.outputs["input"] is before.outputs["input"]
    again = evaluate(typed, inputs, previous=(typed, after))
    assert again.outputs["after2"] is after.outputs["after2"]
    norm = set_kernel(typed, "after2", 3, 0, 0, 0, ((0.0,),))
    assert np.ptp(evaluate(norm, inputs).outputs["after2"][3]) == 0


@pytest.mark.parametrize(
    ("edit", "code", "field"),
    [
        (lambda n: set_kernel(n, "gone", 0, 0, 0, 0, ((1,),)), ErrorCode.UNKNOWN_LAYER, ""),
        (lambda n: set_kernel(n, "after1", 0, 0, 0, 0, ((1,),)), ErrorCode.NO_WEIGHTS, ""),
        (lambda n: set_kernel(n, "conv", 4, 0, 0, 0, ((1,),)), ErrorCode.OUTSIDE, "filter"),
        (lambda n: set_kernel(n, "conv", 0, -1, 0, 0, ((1,),)), ErrorCode.OUTSIDE, "channel"),
        (lambda n: set_kernel(n, "conv", 0, 0, 3, 0, ((1,),)), ErrorCode.OUTSIDE, "row"),
        (lambda n: set_kernel(n, "conv", 0, 0, 0, 5, ((1,),)), ErrorCode.OUTSIDE, "column"),
        (
            lambda n: set_kernel(n, "conv", 0, 0, 2, 0, ((1,), (2,))),
            ErrorCode.BLOCK_TOO_LARGE,
            "weights",
        ),
        (lambda n: set_kernel(n, "conv", 0, 0, 0, 0, ((1, 2), (3,))), ErrorCode.UNEVEN_ROWS, None),
        (lambda n: set_bias(n, "conv", 4, 1), ErrorCode.OUTSIDE, "filter"),
        (
            lambda n: set_bias(set_field(n, "conv", "bias", False), "conv", 0, 1),
            ErrorCode.NO_BIAS,
            "bias",
        ),
        (lambda n: copy_filter(n, "conv", 0, 4), ErrorCode.OUTSIDE, "filter"),
        (lambda n: load_weights(n, "conv", np.ones((4, 6, 5, 3))), ErrorCode.WRONG_WEIGHTS, None),
        (lambda n: load_weights(n, "conv", np.ones((4, 6))), ErrorCode.WRONG_WEIGHTS, "weights"),
        (lambda n: load_weights(n, "conv", np.ones(5)), ErrorCode.WRONG_WEIGHTS, "weights"),
        (lambda n: load_weights(n, "conv", np.ones(())), ErrorCode.WRONG_WEIGHTS, "weights"),
        (lambda n: set_field(n, "input", "crop", (0, 0, 0, 1)), ErrorCode.FRAME, "crop"),
        (lambda n: set_field(n, "input", "crop", (0, 0, 1, 1.1)), ErrorCode.FRAME, "crop"),
        (lambda n: set_field(n, "input", "crop", (float("nan"), 0, 1, 1)), ErrorCode.FRAME, None),
        (lambda n: set_field(n, "input", "crop", (0, 0, 1)), ErrorCode.WRONG_TYPE, "crop"),
        (lambda n: rename(n, "conv", "n" * 101), ErrorCode.LONG_NAME, "name"),
    ],
)
def test_an_impossible_edit_is_a_coded_error(network, edit, code, field):
    error = refused(lambda: edit(network))
    assert error.code is code
    assert field is None or error.field == field


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1e7, 10**400])
def test_a_number_that_no_layer_could_use_is_refused(network, value):
    assert refused(lambda: set_bias(network, "conv", 0, value)).code in (
        ErrorCode.WEIGHT_RANGE,
        ErrorCode.WRONG_TYPE,
    )
    set_bias(network, "conv", 0, WEIGHT_LIMIT)


def test_a_wrong_shape_is_told_with_the_right_one(network):
    error = refused(lambda: load_weights(network, "conv", np.ones((4, 6))))
    assert error.values == {"expected": "4 × 6 × 3 × 5", "given": "4 × 6"}


def test_a_layer_too_large_for_values_takes_no_numbers():
    large = network_of(Conv2d(1000, (9, 9), padding=(4, 4)), (200, 9, 9))
    assert refused(lambda: set_bias(large, "conv", 0, 1)).code is ErrorCode.UNVALUED


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_that_has_weights_tells_their_shape(name):
    kind = KINDS[name]
    needed = {field.name: 1 for field in fields(kind.layer) if field.default is MISSING}
    layer, reads = kind.layer(**needed), (Shape(6, 1, 1),)
    weights = kind.weights(layer, "a", reads)
    assert kind.weights_shape(layer, reads) == (None if weights is None else weights.weights.shape)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1", ((1,),)),
        ("1\t2\n3\t4\n", ((1, 2), (3, 4))),
        ("1.5, −2;3e2\r\n", ((1.5, -2, 300),)),
        ("[[0.1, 0.2],\n [0.3, 0.4]]", ((0.1, 0.2), (0.3, 0.4))),
    ],
)
def test_pasted_text_is_read_as_rows(text, block):
    assert block_of(text) == block


@pytest.mark.parametrize("text", ["", " \n", "a", "1 2\n3 x", "1,5€"])
def test_pasted_text_that_is_no_numbers_is_told(text):
    assert refused(lambda: block_of(text)).code is ErrorCode.NOT_NUMBERS


def test_a_frame_is_kept_as_floats(network):
    layer = set_field(network, "input", "crop", [0, 0, 1, 0.5]).node("input").layer
    assert layer.crop == (0.0, 0.0, 1.0, 0.5)
    assert replace(layer, crop=None) == network.node("input").layer


def test_a_column_of_channels_is_typed_at_once(network):
    network = set_column(network, "conv", 1, 2, 0, 4, (1.0, 2.0, 3.0))
    assert numbers_of(network).weights[1, 2:5, 0, 4].tolist() == [1.0, 2.0, 3.0]
    error = refused(lambda: set_column(network, "conv", 1, 4, 0, 0, (1.0, 2.0, 3.0)))
    assert error.code is ErrorCode.BLOCK_TOO_LARGE and error.values["expected"] == "2×5"
    with pytest.raises(ModelError):
        set_column(network, "conv", 0, 0, 0, 0, (1.0, WEIGHT_LIMIT * 2.0))


def test_typed_numbers_go_back_by_place_by_filter_and_all(network):
    seeded = numbers_of(network)
    typed = set_kernel(network, "conv", 1, 0, 0, 0, ((7.0, 8.0),))
    typed = set_bias(set_kernel(typed, "conv", 2, 0, 0, 0, ((9.0,),)), "conv", 1, 5.0)
    one = clear_typed(typed, "conv", ((1, 2), (0, 1), (0, 1), (1, 2)))
    assert numbers_of(one).weights[1, 0, 0, :2].tolist() == [7.0, seeded.weights[1, 0, 0, 1]]
    without_bias = clear_typed(typed, "conv", ((1, 2), (BIAS, BIAS + 1)))
    assert numbers_of(without_bias).bias[1] == seeded.bias[1]
    assert numbers_of(without_bias).weights[1, 0, 0, 0] == 7.0
    filter_ = numbers_of(clear_typed(typed, "conv", FILTERS[1]))
    assert np.array_equal(filter_.weights[1], seeded.weights[1]) and filter_.bias[1] != 5.0
    assert filter_.weights[2, 0, 0, 0] == 9.0
    assert clear_typed(typed, "conv").node("conv").typed is None
    one = clear_typed(typed, "conv", FILTERS[1])
    assert clear_typed(one, "conv", FILTERS[2]).node("conv").typed is None
    assert clear_typed(typed, "conv", FILTERS[3]) is typed
    assert clear_typed(network, "conv", FILTERS[1]) is network


def test_a_block_is_typed_into_a_matrix_a_row_for_each_output():
    network = network_of(Linear(4, seed=3), (6, 1, 1))
    drawn = drawn_of(network).weights
    typed = set_matrix(network, "conv", 2, 3, ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)))
    found = numbers_of(typed).weights
    assert found[2:, 3:, 0, 0].tolist() == [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
    assert np.array_equal(found[:2], drawn[:2]) and np.array_equal(found[:, :3], drawn[:, :3])
    error = refused(lambda: set_matrix(network, "conv", 2, 3, ((1.0, 2.0),) * 3))
    assert error.code is ErrorCode.BLOCK_TOO_LARGE
    assert (error.values["given"], error.values["expected"]) == ("3×2", "2×3")
    fewer = clear_typed(typed, "conv", ((2, 4), (4, 5)))
    found = numbers_of(fewer).weights
    assert np.array_equal(found[:, 4], drawn[:, 4]) and found[3, 5] == 6.0
    assert numbers_of(load_weights(network, "conv", np.ones((4, 6)))).weights.min() == 1.0


def test_what_was_loaded_stays_until_all_goes_back(network):
    loaded = load_weights(network, "conv", np.ones((4, 6, 3, 5), np.float32))
    typed = set_kernel(loaded, "conv", 0, 0, 0, 0, ((2.0,),))
    assert (numbers_of(clear_typed(typed, "conv", FILTERS[0])).weights == 1.0).all()
    assert clear_typed(typed, "conv").node("conv").typed is None
