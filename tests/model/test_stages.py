"""Stages of a graph: what is one operation, in which order, and what each reads."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings

from convviz.model.counts import count
from convviz.model.documents import DOCUMENTS
from convviz.model.graph_edits import add_after
from convviz.model.kinds import kind_of
from convviz.model.layers import BatchNorm, Concat, Conv2d, Input, ReLU, Source
from convviz.model.network import Network, Node, shapes
from convviz.model.stages import stage_groups, stage_reads

from .drawn_graphs import graphs


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_stages_hold_every_layer_once_and_come_after_what_they_read(network):
    groups = stage_groups(network)
    assert sorted(id for group in groups for id in group) == sorted(n.id for n in network.nodes)
    for place, (group, reads) in enumerate(zip(groups, stage_reads(network, groups), strict=True)):
        assert all(read < place for read in reads)
        sources = network.node(group[0]).inputs
        assert [source in groups[read] for source, read in zip(sources, reads, strict=True)] == [
            True
        ] * len(sources)
        # What several read, or what reads several, is never in the middle of a stage.
        for before, after in pairwise(group):
            assert network.node(after).inputs == (before,)
            assert network.readers(before) == (network.node(after),)
            assert kind_of(network.node(after).layer).elementwise


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_only_the_end_of_a_stage_is_read_by_others(network):
    groups = stage_groups(network)
    ends = {group[-1] for group in groups}
    for group in groups:
        assert set(network.node(group[0]).inputs) <= ends


def test_a_convolution_keeps_its_relu_only_where_nobody_reads_in_between():
    def node(name, layer, *inputs):
        return Node(name, name, layer, inputs)

    nodes = (
        node("input", Input(3, 4, 4, Source.NOISE)),
        node("conv", Conv2d(2, (1, 1)), "input"),
        node("norm", BatchNorm(), "conv"),
        node("relu", ReLU(), "norm"),
    )
    assert stage_groups(Network(nodes))[1:] == (("conv", "norm", "relu"),)
    read = Network((*nodes, node("join", Concat(), "norm", "relu")))
    assert stage_groups(read)[1:] == (("conv", "norm"), ("relu",), ("join",))


def test_inception_3a_is_the_papers():
    network = DOCUMENTS["inception-3a"]()
    counted = count(network)
    assert counted.totals.weights == 163_328
    assert counted.totals.macs == 128_049_152
    assert [shapes(network)[id].channels for id in network.node("concat").inputs] == [
        64,
        128,
        32,
        32,
    ]
    assert shapes(network)["concat"] == (256, 28, 28)
    groups = stage_groups(network)
    assert len(groups) == 9 and groups[-1] == ("concat",)
    assert stage_reads(network, groups)[-1] == (1, 3, 5, 7)


def test_a_residual_block_adds_its_input():
    network = DOCUMENTS["residual-block"]()
    groups = stage_groups(network)
    assert groups[-1] == ("add", "relu3")
    assert stage_reads(network, groups)[-1] == (3, 0)
    assert shapes(network)["add"] == shapes(network)["input"] == (192, 28, 28)


def test_a_thousand_layers_are_parted_at_once():
    network = Network((Node("input", "input", Input(1, 2, 2, Source.NOISE)),))
    last = "input"
    for _ in range(30):
        network, last = add_after(network, last, ReLU())
    assert len(stage_groups(network)) == 2
