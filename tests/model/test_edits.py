"""Edits of a chain: what they keep, and that they undo each other."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.documents import DOCUMENTS, chain
from convviz.model.errors import ModelError
from convviz.model.graph_edits import add_after, move, remove
from convviz.model.layers import BatchNorm, Conv2d, Init, Input, ReLU, Source
from convviz.model.network import rename, set_field, shapes

LESSON = DOCUMENTS["seed-bottleneck"]()

NEW = st.sampled_from(
    (ReLU(), BatchNorm(), Conv2d(8, (1, 1)), Conv2d(6, (3, 3), padding="same"), Conv2d(4, (5, 5)))
)
FIELDS = st.sampled_from(
    (
        ("filters", 24),
        ("kernel", 3),
        ("kernel", (1, 7)),
        ("stride", 2),
        ("dilation", 2),
        ("padding", "same"),
        ("padding", 0),
        ("groups", 2),
        ("bias", False),
        ("init", "averaging"),
        ("height", 20),
        ("channels", 6),
        ("filters", 0),
    )
)


@st.composite
def edits(draw):
    """One edit, as a function of a network."""
    place, kind = draw(st.integers(0, 5)), draw(st.integers(0, 4))
    step, layer, field = draw(st.integers(-2, 2)), draw(NEW), draw(FIELDS)

    def edit(network):
        node = network.nodes[place % len(network.nodes)].id
        if kind == 0:
            return add_after(network, node, layer)[0]
        if kind == 1:
            return remove(network, node)
        if kind == 2:
            return move(network, node, step)
        if kind == 3:
            return rename(network, node, f"layer {place}")
        return set_field(network, node, *field)

    return edit


@settings(max_examples=300)
@given(st.lists(edits(), max_size=12))
def test_any_edits_leave_a_valid_chain(many):
    network = LESSON
    for edit in many:
        before, copy = network, repr(network)
        with contextlib.suppress(ModelError):
            network = edit(network)
        assert repr(before) == copy
        assert len(network.in_order()) == len(network.nodes) == len(shapes(network))
        assert network.nodes[0].id == "input"


@given(st.integers(0, 4), NEW)
def test_what_is_added_can_be_removed(place, layer):
    node = LESSON.nodes[place].id
    try:
        network, new = add_after(LESSON, node, layer)
    except ModelError:
        return
    assert new not in LESSON and network.node(new).layer == layer
    assert network.nodes[place + 1].id == new
    assert remove(network, new) == LESSON


@given(st.integers(1, 4), st.integers(-3, 3))
def test_moves_undo_each_other(place, step):
    node = LESSON.nodes[place].id
    try:
        network = move(LESSON, node, step)
    except ModelError:
        return
    assert [n.id for n in network.nodes].index(node) == place + step
    assert move(network, node, -step) == LESSON


def test_a_new_layer_gets_a_free_name_and_id():
    network = rename(LESSON, "conv2", "conv3")
    network, first = add_after(network, "relu2", Conv2d(4, (1, 1)))
    network, second = add_after(network, first, Conv2d(4, (1, 1)))
    network, third = add_after(network, second, BatchNorm())
    assert (first, second, third) == ("conv4", "conv5", "norm1")


def test_a_rename_keeps_the_id():
    network = rename(LESSON, "conv1", " 병목 ")
    assert network.node("conv1").name == "병목"
    assert network.node("relu1").inputs == ("conv1",)


def test_a_number_becomes_a_pair():
    layer = Conv2d(4, 3, stride=2, padding=1)
    assert (layer.kernel, layer.stride, layer.padding) == ((3, 3), (2, 2), (1, 1))
    network = set_field(LESSON, "conv2", "kernel", 3)
    assert network.node("conv2").layer.kernel == (3, 3)
    network = set_field(network, "conv2", "padding", [1, 2])
    assert network.node("conv2").layer.padding == (1, 2)


def test_choices_are_set_by_value_or_member():
    by_value = set_field(LESSON, "conv1", "init", "averaging")
    assert by_value == set_field(LESSON, "conv1", "init", Init.AVERAGING)


def test_padding_as_rows_and_columns():
    layer = Conv2d(1, (4, 3), padding="same", stride=(1, 2))
    assert layer.pads(10, 9) == (1, 2, 1, 1)
    assert Conv2d(1, (3, 3), padding=(1, 2)).pads(9, 9) == (1, 1, 2, 2)


def test_an_input_alone_is_a_network():
    network = chain(("input", Input(3, 8, 8, Source.PHOTO)))
    assert shapes(network) == {"input": (3, 8, 8)}
