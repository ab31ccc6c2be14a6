"""Every impossible layer and edit is a coded error that names the node and the field."""

from __future__ import annotations

import pytest

from convviz.model.documents import DOCUMENTS, chain, document
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.graph_edits import add_after, move, remove
from convviz.model.layers import BatchNorm, Conv2d, Init, Input, ReLU, Source
from convviz.model.network import Network, Node, rename, set_field, shapes

E = ErrorCode
LESSON = DOCUMENTS["seed-bottleneck"]()


def refused(action):
    """What the action is refused with: (code, layer, field)."""
    with pytest.raises(ModelError) as caught:
        action()
    assert str(caught.value)
    return caught.value.code, caught.value.layer, caught.value.field


@pytest.mark.parametrize(
    ("field", "value", "code", "named"),
    [
        ("filters", 0, E.TOO_SMALL, "filters"),
        ("filters", -3, E.TOO_SMALL, "filters"),
        ("filters", 10**9, E.TOO_LARGE, "filters"),
        ("filters", "many", E.WRONG_TYPE, "filters"),
        ("filters", True, E.WRONG_TYPE, "filters"),
        ("filters", 1.5, E.WRONG_TYPE, "filters"),
        ("kernel", 0, E.TOO_SMALL, "kernel"),
        ("kernel", (3, 0), E.TOO_SMALL, "kernel"),
        ("kernel", (3, 3, 3), E.WRONG_TYPE, "kernel"),
        ("kernel", 33, E.KERNEL_TOO_LARGE, "kernel"),
        ("kernel", (1, 33), E.KERNEL_TOO_LARGE, "kernel"),
        ("kernel", 65_537, E.TOO_LARGE, "kernel"),
        ("stride", 0, E.TOO_SMALL, "stride"),
        ("stride", -1, E.TOO_SMALL, "stride"),
        ("dilation", 0, E.TOO_SMALL, "dilation"),
        ("dilation", 8, E.EMPTY_OUTPUT, "dilation"),
        ("padding", -1, E.TOO_SMALL, "padding"),
        ("padding", "valid", E.WRONG_TYPE, "padding"),
        ("padding", 10**6, E.TOO_LARGE, "padding"),
        ("padding", 65_536, E.TOO_LARGE, "padding"),
        ("groups", 0, E.TOO_SMALL, "groups"),
        ("groups", 3, E.GROUPS_INPUT, "groups"),
        ("bias", 1, E.WRONG_TYPE, "bias"),
        ("init", "best", E.NOT_A_CHOICE, "init"),
        ("init", Init.LUMA, E.INIT_CHANNELS, "init"),
        ("init", "sepia", E.INIT_CHANNELS, "init"),
        ("seed", -1, E.TOO_SMALL, "seed"),
        ("colour", 1, E.UNKNOWN_FIELD, "colour"),
    ],
)
def test_fields_of_a_convolution(field, value, code, named):
    # conv2 reads 28×28×16; with padding in numbers, since "same" goes with any kernel.
    padded = set_field(LESSON, "conv2", "padding", 2)
    assert refused(lambda: set_field(padded, "conv2", field, value)) == (code, "conv2", named)


def test_groups_that_do_not_divide_the_filters():
    network = set_field(LESSON, "conv2", "filters", 30)
    assert refused(lambda: set_field(network, "conv2", "groups", 4)) == (
        E.GROUPS_FILTERS,
        "conv2",
        "groups",
    )


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("channels", 0, E.TOO_SMALL),
        ("height", -28, E.TOO_SMALL),
        ("width", 65_537, E.TOO_LARGE),
        ("source", "film", E.NOT_A_CHOICE),
        ("photo", "", E.NOT_A_CHOICE),
        ("photo", 3, E.WRONG_TYPE),
    ],
)
def test_fields_of_an_input(field, value, code):
    assert refused(lambda: set_field(LESSON, "input", field, value)) == (code, "input", field)


def test_a_photo_has_three_channels():
    found = refused(lambda: set_field(LESSON, "input", "source", Source.PHOTO))
    assert found == (E.PHOTO_CHANNELS, "input", "channels")


def test_an_edit_that_breaks_a_layer_further_on_names_that_layer():
    grouped = set_field(LESSON, "conv2", "groups", 16)
    found = refused(lambda: set_field(grouped, "conv1", "filters", 17))
    assert found == (E.GROUPS_INPUT, "conv2", "groups")
    small = set_field(set_field(LESSON, "conv2", "padding", 0), "input", "height", 5)
    found = refused(lambda: set_field(small, "input", "height", 4))
    assert found == (E.KERNEL_TOO_LARGE, "conv2", "kernel")


def test_a_layer_made_wrong_is_found_by_shapes():
    network = chain(("input", Input(3, 8, 8, Source.PHOTO)), ("conv1", Conv2d(0, 3)))
    assert refused(lambda: shapes(network)) == (E.TOO_SMALL, "conv1", "filters")
    network = chain(("input", Input(3, 8, "8", Source.PHOTO)))
    assert refused(lambda: shapes(network)) == (E.WRONG_TYPE, "input", "width")


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (lambda: remove(LESSON, "input"), E.REMOVE_INPUT),
        (lambda: remove(LESSON, "nowhere"), E.UNKNOWN_LAYER),
        (lambda: move(LESSON, "input", 1), E.MOVE_INPUT),
        (lambda: move(LESSON, "conv1", -1), E.MOVE_ABOVE_INPUT),
        (lambda: move(LESSON, "relu2", 1), E.MOVE_PAST_END),
        (lambda: rename(LESSON, "conv1", "  "), E.EMPTY_NAME),
        (lambda: rename(LESSON, "conv1", "conv2"), E.DUPLICATE_NAME),
        (lambda: add_after(LESSON, "conv1", Input(3, 8, 8)), E.ADD_INPUT),
        (lambda: add_after(LESSON, "nowhere", ReLU()), E.UNKNOWN_LAYER),
        (lambda: add_after(LESSON, "conv1", Conv2d(4, (99, 99))), E.KERNEL_TOO_LARGE),
        (lambda: document("nothing"), E.UNKNOWN_DOCUMENT),
        (lambda: shapes(Network(())), E.NO_INPUT_LAYER),
        (lambda: Network(()).in_order(), E.NO_INPUT_LAYER),
    ],
)
def test_edits(action, code):
    assert refused(action)[0] is code


def node(name, layer, *inputs):
    return Node(name, name, layer, inputs)


GRAY = node("input", Input(1, 8, 8, Source.NOISE))


@pytest.mark.parametrize(
    ("nodes", "code"),
    [
        ((GRAY, node("a", ReLU(), "b"), node("b", ReLU(), "a")), E.CYCLE),
        ((GRAY, node("a", ReLU(), "gone")), E.UNKNOWN_LAYER),
        ((GRAY, node("a", ReLU())), E.INPUT_COUNT),
        ((GRAY, node("a", ReLU(), "input", "input")), E.INPUT_COUNT),
        ((GRAY, GRAY), E.DUPLICATE_ID),
        ((GRAY, Node("a", "input", ReLU(), ("input",))), E.DUPLICATE_NAME),
        ((node("a", ReLU(), "a"),), E.NO_INPUT_LAYER),
    ],
)
def test_graphs(nodes, code):
    assert refused(lambda: shapes(Network(nodes)))[0] is code


def test_branches_are_a_network():
    branched = Network((GRAY, node("a", ReLU(), "input"), node("b", BatchNorm(), "input")))
    assert shapes(branched) == dict.fromkeys(("input", "a", "b"), (1, 8, 8))
    assert [each.id for each in branched.in_order()] == ["input", "a", "b"]


def test_too_many_layers():
    layers = [(f"relu{n}", ReLU()) for n in range(1001)]
    network = chain(("input", GRAY.layer), *layers)
    assert refused(lambda: shapes(network))[0] is E.TOO_MANY_LAYERS
