"""Stages that are no sum of products: what their benches show is what the records say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.layers import (
    AveragePool,
    BatchNorm,
    Dropout,
    Flatten,
    GlobalAveragePool,
    Linear,
    MaxPool,
    ReLU,
    ResponseNorm,
    Softmax,
    Source,
)
from convviz.scene.animation import animation_at
from convviz.scene.operation import compared
from convviz.scene.palette import Role
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.timeline import Phase
from convviz.state.families import Family
from convviz.state.frame import frame
from convviz.state.view import Playback, Selection

from .staged import network_of, of_network, record_of, shown, speaking, times, viewport
from .test_boxes_apart import CARRYING, intersections

LAYERS = {
    "max": MaxPool((3, 3), (2, 2), (1, 1)),
    "ceil": MaxPool((3, 3), (2, 2), ceil_mode=True),
    "mean": AveragePool((2, 2), (2, 2)),
    "padded-mean": AveragePool((3, 3), (2, 2), (1, 1)),
    "global": GlobalAveragePool(),
    "lrn": ResponseNorm(),
    "dropout": Dropout(),
    "flatten": Flatten(),
    "softmax": Softmax(),
    "relu": ReLU(),
    "norm": BatchNorm(),
}


def stage_at(name, place, after=(), source=Source.NOISE):
    """The snapshot of one layer on 6×8×9 cells, at a share of its channels, rows, columns."""
    document = of_network(network_of(LAYERS[name], (6, 8, 9), *after, source=source))
    shape = shown(document).stage.output_shape
    chosen = (min(int(p * n), n - 1) for p, n in zip(place, shape, strict=True))
    return shown(document, Selection(*chosen))


places = st.tuples(*(st.floats(0.0, 1.0) for _ in range(3)))
names = st.sampled_from(tuple(LAYERS))


@settings(max_examples=60)
@given(names, places, st.sampled_from(((), (ReLU(),))))
def test_the_value_that_lands_is_the_outputs_cell_bit_for_bit(name, place, after):
    stage = stage_at(name, place, after).stage
    beat = stage.storyboard.first_of(Phase.LAND)
    boxes = boxes_of(stage.model, animation_at(stage.storyboard, beat.start + 0.3), Cuts())
    result, chosen = record_of(boxes, "work-result"), stage.selection
    cell = stage.outputs[chosen.filter, chosen.row, chosen.column]
    index = int(result.offset[0] + result.first[0, 2] * result.stride[2])
    assert result.values[index] == cell
    assert (result.colours, result.high) == (stage.model.output_colours, stage.model.output_high)


@settings(max_examples=60)
@given(names, places)
def test_the_cells_on_the_bench_are_those_the_record_reads(name, place):
    stage = stage_at(name, place).stage
    operation = stage.model.operation
    record = stage.record
    if hasattr(record, "inside"):
        assert (operation.inside == record.inside.ravel()).all()
        assert (operation.taken == np.where(record.inside, record.inputs, 0).ravel()).all()
    elif hasattr(record, "inputs"):
        assert (operation.taken == record.inputs.ravel()).all()
    x, y, z = operation.places[operation.inside].astype(int).T
    assert (stage.inputs[z, y, x] == operation.taken[operation.inside]).all()


@given(places)
def test_the_greatest_cell_stays_and_padding_never_wins(place):
    stage = stage_at("max", place).stage
    beat = stage.storyboard.first_of(Phase.MAKE)
    operation, board = stage.model.operation, stage.storyboard
    for share in (0.1, 0.3, 0.5, 0.9):
        seen, best = compared(operation, animation_at(board, beat.start + share * beat.duration))
        if best >= 0:
            assert operation.inside[best]
            assert operation.taken[best] == operation.taken[operation.told[:seen]].max()
    assert best == operation.chosen
    x, y, _ = operation.places[best]
    assert (y, x) == stage.record.winner


@given(names, places, st.data())
@settings(max_examples=40)
def test_a_moment_is_the_same_however_it_was_reached(name, place, data):
    resolved = stage_at(name, place)
    time = data.draw(times(resolved.stage.storyboard))
    first, again = (frame(resolved, Playback(time, True), viewport()) for _ in range(2))
    assert [b.id for b in first.boxes] == [b.id for b in again.boxes]
    for one, other in zip(first.boxes, again.boxes, strict=True):
        assert (one.low == other.low).all() and (one.size == other.size).all()
        assert (one.tone == other.tone).all()


@settings(max_examples=60)
@given(names, places, st.data())
def test_boxes_never_intersect_but_while_they_are_carried(name, place, data):
    stage = stage_at(name, place).stage
    now = animation_at(stage.storyboard, data.draw(times(stage.storyboard)))
    found = intersections(boxes_of(stage.model, now, Cuts()))
    if now.beat.phase in CARRYING:
        found = [pair for pair in found if not any(n.startswith("work-") for n in pair[:2])]
    assert not found, (now.beat.phase, now.progress)


@settings(max_examples=40)
@given(names, places, st.data(), st.sampled_from(("en", "ko")))
def test_every_moment_has_words_and_visible_tones(name, place, data, language):
    resolved = stage_at(name, place)
    with speaking(language):
        time = data.draw(times(resolved.stage.storyboard))
        scene = frame(resolved, Playback(time, True), viewport())
    for label in scene.labels:
        assert "{" not in "".join(span.text for span in label.spans)
    for box in scene.boxes:
        assert ((box.tone >= 0.6) & (box.tone <= 1.0)).all()
        assert (box.size > 0.0).all() and np.isfinite(box.low).all()


@pytest.mark.parametrize("share", [0.0, 0.4, 0.99])
def test_the_channel_that_is_read_is_seen_in_front_while_its_map_fills(share):
    stage = stage_at("ceil", (0.0, 0.5, 0.5)).stage
    beat = [b for b in stage.storyboard.beats if b.phase is Phase.FILTER][2]
    time = beat.start + max(share, 0.01) * beat.duration
    boxes = boxes_of(stage.model, animation_at(stage.storyboard, time), Cuts())
    copy, map_copy = record_of(boxes, "read-copy"), record_of(boxes, "map-copy")
    assert copy is not None and map_copy is not None
    assert copy.first[0, 2] == map_copy.first[0, 2] == beat.first
    assert copy.low[0, 2] < 0.0


def test_without_values_the_stage_is_drawn_and_its_story_has_no_numbers():
    from convviz.model.values import Values

    document = of_network(network_of(LAYERS["max"], (6, 8, 9)))
    resolved = shown(document, values=Values())
    for beat in resolved.stage.storyboard.beats:
        assert frame(resolved, Playback(beat.start + 0.3, True), viewport()).boxes


def test_a_linear_layer_is_a_sum_over_a_row():
    resolved = shown(of_network(network_of(Linear(10), (4096, 1, 1))))
    stage = resolved.stage
    assert stage.family is Family.SUM and stage.model.operation is None
    assert len(stage.sum.channel_sums) == 4096
    for share in (0.1, 0.5, 0.9):
        for beat in stage.storyboard.beats[:14]:
            frame(resolved, Playback(beat.start + share * beat.duration, True), viewport())


def test_one_colour_outlines_who_is_chosen():
    resolved = stage_at("max", (0.0, 0.5, 0.5))
    beat = resolved.stage.storyboard.first_of(Phase.MAKE)
    scene = frame(resolved, Playback(beat.end - 0.05, True), viewport())
    chosen = [lines for lines in scene.lines if lines.id == "work-chosen"]
    assert chosen and chosen[0].role is Role.ACTIVE
