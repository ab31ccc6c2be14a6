"""The strip of a graph: lanes, one scale, and no line that crosses a volume."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.documents import DOCUMENTS
from convviz.model.network import shapes
from convviz.model.shape import Shape
from convviz.model.stages import stage_groups, stage_reads
from convviz.scene.palette import Role
from convviz.scene.strip import StripItem, lay_strip, volume_at
from convviz.scene.strip_graph import CHAIN_HEIGHT, branches, graph_height, lay_graph
from convviz.scene.strip_lanes import is_chain, lanes_of

from .test_strip import LESSON, measure

WIDTHS = (697.0, 940.0, 1900.0)


def items_of(document_id, selected):
    network = DOCUMENTS[document_id]()
    groups, sizes = stage_groups(network), shapes(network)
    return tuple(
        StripItem(
            group[0],
            sizes[group[-1]],
            "conv2d",
            network.node(group[0]).name,
            selected=group[0] == selected,
            reads=reads,
        )
        for group, reads in zip(groups, stage_reads(network, groups), strict=True)
    )


INCEPTION = items_of("inception-3a", "concat")


@st.composite
def graphs_of_stages(draw):
    """What each stage reads: one, two or three before it, sometimes none."""
    reads = [()]
    for place in range(1, draw(st.integers(2, 14))):
        sources = st.lists(st.integers(0, place - 1), min_size=1, max_size=3)
        reads.append(tuple(draw(sources)) if draw(st.integers(0, 12)) else ())
    return tuple(reads)


def drawn_items(reads, shape=(8, 6, 6)):
    return tuple(
        StripItem(f"s{i}", Shape(*shape), "conv2d", f"layer {i}", reads=each, selected=i == 1)
        for i, each in enumerate(reads)
    )


def bounds(volume):
    points = [*volume.front, *volume.top, *volume.side]
    return (
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )


def crosses(a, b, box):
    """Whether a line along an axis passes through the inside of a box."""
    (x0, y0), (x1, y1) = a, b
    left, top, right, bottom = box
    return (
        min(x0, x1) < right - 0.5
        and max(x0, x1) > left + 0.5
        and min(y0, y1) < bottom - 0.5
        and max(y0, y1) > top + 0.5
    )


@settings(max_examples=200, deadline=None)
@given(graphs_of_stages(), st.sampled_from(WIDTHS))
def test_no_line_crosses_a_volume_and_no_volume_another(reads, width):
    items = drawn_items(reads)
    strip = lay_graph(items, width, graph_height(items), measure)
    boxes = [bounds(volume) for volume in strip.volumes]
    for edge in strip.edges:
        for a, b in pairwise(edge.points):
            assert a[0] == b[0] or a[1] == b[1], "plain lines"
            assert not any(crosses(a, b, box) for box in boxes)
    for place, one in enumerate(boxes):
        assert one[1] >= 0.0 and one[3] <= strip.height
        for other in boxes[place + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]


@settings(max_examples=200, deadline=None)
@given(graphs_of_stages())
def test_every_stage_has_a_place_of_its_own_after_what_it_reads(reads):
    lanes = lanes_of(reads)
    places = list(zip(lanes.columns, lanes.lanes, strict=True))
    assert len(set(places)) == len(places)
    ends = set()
    for way in lanes.ways:
        assert lanes.columns[way.source] < lanes.columns[way.target]
        ends.add((way.source, way.target))
        for column in range(lanes.columns[way.source] + 1, lanes.columns[way.target]):
            assert (column, way.lane) not in places, "it passes on a lane that is free"
    assert ends == {(source, place) for place, each in enumerate(reads) for source in each}


def test_the_branches_of_inception_are_lanes():
    lanes = lanes_of(tuple(item.reads for item in INCEPTION))
    assert lanes.count == 4
    assert lanes.columns == (0, 1, 1, 2, 1, 2, 1, 2, 3)
    heights = dict(zip((item.id for item in INCEPTION), lanes.heights, strict=True))
    assert heights["input"] == heights["concat"] == 1.5, "in the middle"
    assert heights["conv3x3-reduce"] == heights["conv3x3"] == 1.0
    assert lanes.alone == (True, *[False] * 7, True)


def test_volumes_are_at_one_scale_and_the_current_one_is_lit_with_its_ways():
    strip = lay_graph(INCEPTION, 940.0, graph_height(INCEPTION), measure)
    deep = {v.id: v.top[1][0] - v.top[0][0] for v in strip.volumes}
    assert deep["concat"] / deep["conv1x1"] == pytest.approx(256 / 64)
    assert [v.id for v in strip.volumes if v.lit] == ["concat"]
    assert [edge.lit for edge in strip.edges].count(True) == 4
    spans = {v.id: v.shape_spans for v in strip.volumes}
    assert spans["concat"][-1].role is Role.COUT
    assert spans["conv3x3"][-1].role is Role.CIN and spans["pool"][-1].role is Role.MUTED


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_a_volume_or_its_letters_opens_it(width):
    strip = lay_graph(INCEPTION, width, graph_height(INCEPTION), measure)
    for volume in strip.volumes:
        left, top, right, bottom = bounds(volume)
        assert volume_at(strip, (left + right) / 2, (top + bottom) / 2) == volume.id
        if volume.shape_spans:
            assert volume_at(strip, volume.shape_at[0], volume.shape_at[1] - 3.0) == volume.id


def test_a_chain_is_as_high_as_it_was_and_is_laid_out_as_a_chain():
    assert not branches(LESSON) and graph_height(LESSON) == CHAIN_HEIGHT == 96.0
    read = tuple(((place - 1,) if place else ()) for place in range(len(LESSON)))
    assert is_chain(read)
    assert lay_strip(LESSON, 940.0, 96.0, measure).edges == ()
