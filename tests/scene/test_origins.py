"""Stages of several volumes: each in its colour, cells that meet, channels that land in order."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.model.layers import Add, BatchNorm, Concat, Conv2d, Input, ReLU, Source
from convviz.model.network import Network, Node
from convviz.scene.animation import animation_at
from convviz.scene.origins import ORIGIN_ROLES, flown, joined
from convviz.scene.outlines import lines_of
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.timeline import Phase
from convviz.state.edits import open_document
from convviz.state.frame import Viewport
from convviz.state.view import Playback, Selection, ViewOptions
from convviz.words import plain

from .staged import (
    cells,
    frame,
    indices,
    measure,
    of_network,
    record_of,
    say,
    shown,
    speaking,
    viewport,
)
from .test_boxes_apart import intersections
from .test_every_moment import SIZES

CARRIED = (Phase.LIFT, Phase.LAND)


def joined_network(layer, channels, shape, after=()):
    """Branches of so many channels that a layer joins, and what comes after it."""
    nodes = [Node("input", "input", Input(3, *shape, source=Source.NOISE))]
    for number, each in enumerate(channels):
        conv = Conv2d(each, (1, 1), seed=number)
        nodes.append(Node(f"b{number}", f"branch {number}", conv, ("input",)))
    nodes.append(Node("join", "join", layer, tuple(f"b{n}" for n in range(len(channels)))))
    for number, each in enumerate(after):
        nodes.append(Node(f"after{number}", f"after{number}", each, (nodes[-1].id,)))
    return Network(tuple(nodes))


@st.composite
def joins(draw):
    """A stage of a concat or an add of two to nine volumes, with an active cell."""
    shape = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    count = draw(st.integers(2, 9))
    if draw(st.booleans()):
        layer, channels = (
            Concat(),
            draw(st.lists(st.integers(1, 9), min_size=count, max_size=count)),
        )
    else:
        layer, channels = Add(), [draw(st.integers(1, 9))] * count
    after = draw(st.sampled_from(((), (ReLU(),), (BatchNorm(), ReLU()))))
    document = of_network(joined_network(layer, channels, shape, after), "join")
    first = shown(document)
    places = [draw(st.integers(0, size - 1)) for size in first.stage.output_shape]
    return shown(document, Selection(*places))


@settings(max_examples=60, deadline=None)
@given(joins(), st.data())
def test_what_the_stage_outlines_is_what_the_record_reads(resolved, data):
    stage = resolved.stage
    record, chosen = stage.record, stage.selection
    channels = stage.reading.channels(chosen.filter)
    read = [stage.sources[cell.source].first + cell.channel for cell in record.cells]
    assert list(channels) == read
    values = stage.inputs[np.array(read), chosen.row, chosen.column]
    assert np.array_equal(values, record.inputs)
    assert np.array_equal(stage.model.operation.taken, record.inputs)
    assert stage.model.operation.results[-1] == np.float32(record.after)
    for each, cell in zip(stage.sources, stage.model.origins, strict=True):
        assert (each.name, each.first) == (cell.name, cell.first)
        part = stage.inputs[each.first : each.first + each.shape.channels]
        assert np.array_equal(part, each.values)
    now = animation_at(stage.storyboard, 0.0)
    field = next(line for line in lines_of(stage.model, now) if line.id == "field")
    assert len(field.start) == 12 * (len(record.cells) if isinstance(stage.layer, Add) else 1)


@settings(max_examples=60, deadline=None)
@given(joins(), st.sampled_from((0.0, 0.0, 0.6)), st.data())
def test_boxes_never_intersect(resolved, apart, data):
    stage = shown(resolved.document, resolved.stage.selection, ViewOptions(apart=apart)).stage
    for _ in range(3):
        beat = data.draw(st.sampled_from(stage.storyboard.beats))
        now = animation_at(
            stage.storyboard, beat.start + beat.duration * data.draw(st.floats(0, 1))
        )
        assume(now.beat.phase not in CARRIED)
        found = intersections(boxes_of(stage.model, now, Cuts()))
        found = [each for each in found if "work-result" not in each]  # passes over what it was
        assert not found, (now.beat.phase, now.progress)


@settings(max_examples=60, deadline=None)
@given(joins())
def test_volumes_land_one_behind_the_other(resolved):
    stage = resolved.stage
    assume(isinstance(stage.layer, Concat))
    story, parts = stage.storyboard, [each.shape.channels for each in stage.sources]
    beats = [beat for beat in story.beats if beat.phase is Phase.JOIN]
    ends = [*accumulate(parts)]
    assert [(b.first, b.last + 1) for b in beats] == [
        (end - size, end) for end, size in zip(ends, parts, strict=True)
    ]
    assert story.beats[-1] is beats[-1]
    for number, beat in enumerate(beats):
        before, after = (
            animation_at(story, beat.start + 1e-4),
            animation_at(story, beat.end - 1e-4),
        )
        assert joined(stage.model, before) == number and joined(stage.model, after) == number + 1
        half = animation_at(story, beat.start + beat.duration * 0.4)
        assert flown(stage.model, half)[0] == number
        moving = record_of(boxes_of(stage.model, half, Cuts()), "joining")
        own = stage.sources[number].values
        assert np.array_equal(cells(moving), own)
        there = record_of(boxes_of(stage.model, after, Cuts()), "output")
        assert int(there.count[:, 2].sum()) == ends[number]


@settings(max_examples=40, deadline=None)
@given(joins())
def test_every_channel_lies_under_the_lid_of_its_volume(resolved):
    stage = resolved.stage
    assume(isinstance(stage.layer, Concat))
    boxes = boxes_of(stage.model, animation_at(stage.storyboard, 0.0), Cuts())
    output, read = record_of(boxes, "output"), record_of(boxes, "input")
    for number, origin in enumerate(stage.model.origins):
        for lid, volume in ((f"origin-{number + 1}", read), (f"joined-{number + 1}", output)):
            record = record_of(boxes, lid)
            assert record.fill is record.edge is ORIGIN_ROLES[number % len(ORIGIN_ROLES)]
            deep = float(record.size[0, 2]) / stage.model.layout.unit
            assert deep == pytest.approx(origin.channels, rel=1e-4)
            assert float((record.low + record.size)[0, 1]) < float(volume.low[:, 1].min()) + 1e-3
    assert (
        sum(int(indices(output, box).size) for box in range(len(output.low))) == stage.outputs.size
    )


def labels(resolved, time=0.0):
    scene = frame(resolved, Playback(time), viewport())
    return {label.id: plain(label.spans) for label in scene.labels}


def test_inception_adds_its_channels_up_and_names_every_branch():
    resolved = shown(open_document("inception-3a"))
    told = labels(resolved)
    assert told["addition"] == "64 + 128 + 32 + 32 = 256"
    assert told["input"].startswith("1 · conv1x1")
    assert {"input", "input-2", "input-3", "input-4", "output"} <= told.keys()
    join = [beat for beat in resolved.stage.storyboard.beats if beat.phase is Phase.JOIN]
    assert labels(resolved, join[1].end)["addition"] == "64 + 128 = 192"
    assert labels(resolved, join[3].end)["addition"] == "64 + 128 + 32 + 32 = 256"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]:.0f}x{size[1]:.0f}")
@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_volume_is_named_at_every_size(size, language):
    width, height, least = size
    resolved = shown(open_document("inception-3a"))
    with speaking(language):
        scene = frame(resolved, Playback(), Viewport(width, height, say, measure, least))
    told = {label.id: plain(label.spans) for label in scene.labels}
    for number, channels in enumerate((64, 128, 32, 32), 1):
        text = told["input" if number == 1 else f"input-{number}"]
        assert text.startswith(f"{number} ·") and text.endswith(str(channels))
    assert told["addition"] == "64 + 128 + 32 + 32 = 256"


def test_what_is_added_stands_in_a_row_with_its_numbers():
    resolved = shown(open_document("residual-block"), Selection(3, 12, 9))
    stage = resolved.stage
    slabs = stage.model.layout.input_slabs
    assert slabs[0].shift[0] == 0.0 < slabs[1].shift[0]
    assert stage.model.layout.sheets == (False, False)
    total = stage.storyboard.first_of(Phase.TOTAL)
    told = labels(resolved, total.end)
    a, b = stage.record.inputs
    assert stage.record.before == pytest.approx(float(a) + float(b), abs=1e-6)
    shown_terms = told["work-result"].replace("−", "-").split()
    assert float(shown_terms[0]) == pytest.approx(float(a), abs=1e-3)
    assert float(shown_terms[2]) == pytest.approx(float(b), abs=1e-3)
