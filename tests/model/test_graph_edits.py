"""Edits of graphs: no branch is lost, what is added can be removed, moves stay in a branch."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.errors import ErrorCode as E
from convviz.model.errors import ModelError
from convviz.model.graph_edits import add_after, can_move, move, remove
from convviz.model.kinds import kind_of
from convviz.model.layers import Add, BatchNorm, Concat, Conv2d, Input, ReLU, Source
from convviz.model.limits import INPUT_LIMIT, NAME_LIMIT
from convviz.model.network import Network, Node, shapes

from .drawn_graphs import graphs


def node(name, layer, *inputs):
    return Node(name, name, layer, inputs)


def forked(*after):
    """An input, two branches that a concat joins, and what comes after it."""
    return Network(
        (
            node("input", Input(4, 8, 8, Source.NOISE)),
            node("a", Conv2d(2, (1, 1)), "input"),
            node("b", Conv2d(3, (1, 1)), "input"),
            node("b2", BatchNorm(), "b"),
            node("join", Concat(), "a", "b2"),
            *after,
        )
    )


def refused(action):
    with pytest.raises(ModelError) as caught:
        action()
    return caught.value.code


def ends(network):
    """What nobody reads."""
    return {each.id for each in network.nodes if not network.readers(each.id)}


def reaching(network):
    """Every layer with all that lies before it."""
    found = {}
    for each in network.ordered():
        before = [found[source] | {source} for source in each.inputs]
        found[each.id] = frozenset().union(*before)
    return found


def test_removing_a_join_gives_all_its_branches_to_who_can_read_them():
    network = remove(forked(node("all", Concat(), "join", "input")), "join")
    assert network.node("all").inputs == ("a", "b2", "input")
    assert shapes(network)["all"].channels == 2 + 3 + 4


def test_a_join_whose_reader_can_read_one_volume_stays():
    network = forked(node("relu", ReLU(), "join"))
    assert refused(lambda: remove(network, "join")) is E.REMOVE_JOIN
    assert ends(remove(forked(), "join")) == {"a", "b2"}


@settings(max_examples=200, deadline=None)
@given(graphs(), st.data())
def test_what_lies_before_and_after_a_layer_stays_joined_without_it(network, data):
    gone = data.draw(st.sampled_from([each.id for each in network.nodes]))
    before = reaching(network)
    try:
        after = reaching(remove(network, gone))
    except ModelError:
        return
    assert after == {name: all - {gone} for name, all in before.items() if name != gone}


@settings(max_examples=200, deadline=None)
@given(graphs(), st.data())
def test_what_is_added_can_be_removed(network, data):
    source = data.draw(st.sampled_from([each.id for each in network.nodes]))
    readers = [None, *(each.id for each in network.readers(source))]
    before = data.draw(st.sampled_from(readers))
    added, new = add_after(network, source, BatchNorm(), before)
    assert added.node(new).inputs == (source,)
    told = {each.id for each in added.readers(new)}
    assert told == ({before} if before else {each.id for each in network.readers(source)})
    assert remove(added, new) == network


@settings(max_examples=200, deadline=None)
@given(graphs(), st.data())
def test_moves_undo_each_other_and_stay_within_a_branch(network, data):
    moved_id = data.draw(st.sampled_from([each.id for each in network.nodes]))
    step = data.draw(st.sampled_from((-2, -1, 1, 2)))
    try:
        moved = move(network, moved_id, step)
    except ModelError:
        return
    assert can_move(network, moved_id, step)
    assert ends(network) - {moved_id} <= ends(moved) or len(ends(moved)) == len(ends(network))
    joins = [each.id for each in network.nodes if len(each.inputs) > 1]
    assert [len(moved.node(id).inputs) for id in joins] == [
        len(network.node(id).inputs) for id in joins
    ]
    assert move(moved, moved_id, -step) == network


def test_a_layer_moves_in_its_branch_and_no_further():
    network = forked(node("relu", ReLU(), "join"), node("norm", BatchNorm(), "relu"))
    turned = move(network, "relu", 1)
    assert (turned.node("norm").inputs, turned.node("relu").inputs) == (("join",), ("norm",))
    assert refused(lambda: move(network, "relu", -1)) is E.MOVE_PAST_BRANCH
    assert refused(lambda: move(network, "b2", 1)) is E.MOVE_PAST_BRANCH
    assert refused(lambda: move(network, "join", -1)) is E.MOVE_PAST_BRANCH
    assert refused(lambda: move(network, "b", -1)) is E.MOVE_ABOVE_INPUT
    assert not can_move(network, "b2", 1) and can_move(network, "b2", -1)


def test_a_layer_is_put_before_one_reader_alone():
    network, new = add_after(forked(), "input", ReLU(), "b")
    assert network.node("b").inputs == (new,) and network.node("a").inputs == ("input",)
    assert refused(lambda: add_after(forked(), "input", ReLU(), "b2")) is E.UNKNOWN_LAYER


@settings(max_examples=60, deadline=None)
@given(graphs(), st.lists(st.tuples(*[st.integers(0, 30)] * 3), max_size=15))
def test_any_edits_leave_a_graph_in_order(network, many):
    new = (ReLU(), BatchNorm(), Conv2d(2, (1, 1)), Add(), Concat())
    for kind, place, which in many:
        name = network.nodes[place % len(network.nodes)].id
        with contextlib.suppress(ModelError):
            if kind % 3 == 0:
                network, _ = add_after(network, name, new[which % len(new)])
            elif kind % 3 == 1:
                network = remove(network, name)
            else:
                network = move(network, name, which % 5 - 2)
        told = set()
        for each in network.ordered():
            assert told.issuperset(each.inputs)
            told.add(each.id)
        assert told == {each.id for each in network.nodes}


def test_limits_of_inputs_and_of_ids():
    source = node("input", Input(1, 2, 2, Source.NOISE))
    most = Network((source, node("join", Concat(), *["input"] * INPUT_LIMIT)))
    assert shapes(most)["join"].channels == INPUT_LIMIT
    more = Network((source, node("join", Concat(), *["input"] * (INPUT_LIMIT + 1))))
    assert refused(lambda: shapes(more)) is E.TOO_MANY_INPUTS
    long = Network((source, Node("n" * (NAME_LIMIT + 1), "relu", ReLU(), ("input",))))
    assert refused(lambda: shapes(long)) is E.LONG_NAME
    assert kind_of(Add()).inputs.most == INPUT_LIMIT
