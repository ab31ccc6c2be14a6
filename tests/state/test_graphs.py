"""Any graph is drawn and played, and edits of it are undone bit for bit."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.documents import DOCUMENTS
from convviz.model.errors import ModelError
from convviz.model.layers import Add, BatchNorm, Concat, Conv2d, ReLU
from convviz.model.shape import Shape
from convviz.model.values import evaluate
from convviz.scene.timeline import Phase
from convviz.state import document as documents
from convviz.state.document import Document, History
from convviz.state.edits import apply_edit, open_document
from convviz.state.intents import AddLayer, MoveLayer, RemoveLayer, RenameLayer, SetField
from convviz.state.playing import step
from convviz.state.resolved import StageInput
from convviz.state.settings import Settings
from convviz.state.sources import joined_shape, joined_values, stage_reading
from convviz.state.view import Playback, Selection, ViewOptions
from tests.model.drawn_graphs import graphs
from tests.scene.staged import frame, resolve, source_values, viewport

NEW = (ReLU(), BatchNorm(), Conv2d(2, (1, 1)), Add(), Concat())


def values_of(network):
    inputs = {n.id: source_values(n.layer) for n in network.nodes if not n.inputs}
    return evaluate(network, inputs)


FIRST = Selection()


def shown(document, values, before=None, selection=FIRST):
    view, look = ViewOptions(), Settings()
    return resolve(History(document), values, False, selection, view, look, before=before)


@settings(max_examples=40, deadline=None)
@given(graphs(), st.data())
def test_every_stage_of_any_graph_is_drawn_at_any_time(network, data):
    values, before = values_of(network), None
    for node in network.nodes:
        before = resolved = shown(Document("x", network, node.id), values, before)
        stage = resolved.stage
        if stage is None:
            continue
        assert stage.record is not None
        assert len(stage.sources) == len(network.node(stage.node).inputs)
        assert stage.input_shape.channels == sum(each.shape.channels for each in stage.sources)
        time = data.draw(st.floats(0.0, stage.storyboard.duration))
        scene = frame(resolved, Playback(time, True), viewport())
        assert {"input", "output"} <= {box.id for box in scene.boxes}


@settings(max_examples=60, deadline=None)
@given(graphs(), st.lists(st.tuples(*[st.integers(0, 40)] * 4), min_size=1, max_size=12))
def test_edits_of_a_graph_are_undone_to_the_start(network, many):
    history = start = History(Document("x", network, network.nodes[0].id))
    for kind, place, which, other in many:
        nodes = history.present.network.nodes
        node = nodes[place % len(nodes)].id
        readers = [None, *(each.id for each in history.present.network.readers(node))]
        intent = (
            AddLayer(node, NEW[which % len(NEW)], readers[other % len(readers)]),
            RemoveLayer(node),
            MoveLayer(node, which % 5 - 2),
            SetField(node, "filters", which % 4 + 1),
            RenameLayer(node, f"layer {which}"),
        )[kind % 5]
        with contextlib.suppress(ModelError):
            history = documents.record(history, apply_edit(history.present, intent))
            assert history.present.selected in history.present.network
    edits = len(history.past)
    forward = history.present
    for _ in range(edits):
        history = documents.undo(history)
    assert history.present.network == start.present.network and not history.past
    for _ in range(edits):
        history = documents.redo(history)
    assert history.present == forward


def test_what_several_read_is_joined_once_and_kept():
    document = open_document("residual-block")
    values = values_of(document.network)
    first = shown(document, values)
    again = shown(document, values, first, Selection(3, 2, 1))
    assert again.stage is not first.stage and again.stage.inputs is first.stage.inputs
    assert again.stage.inputs.shape == (384, 28, 28)
    concat = open_document("inception-3a")
    values = values_of(concat.network)
    assert shown(concat, values).stage.inputs is values.outputs["concat"], "not put together again"


def test_steps_go_through_the_volumes_of_a_concat():
    stage = shown(open_document("inception-3a"), None).stage
    story, playback, seen = stage.storyboard, Playback(), []
    for _ in story.beats:
        playback = step(step(playback, story, "span", 1), story, "span", 1)
        seen.append(story.beats[story.shown_at(playback.time, False)].phase)
    assert seen == [Phase.LIFT, Phase.MAKE, Phase.LAND, *[Phase.JOIN] * 4]
    back = step(playback, story, "span", -1)
    assert back.time == story.beats[-2].end
    volumes, playback = [], Playback()
    for _ in range(5):
        playback = step(playback, story, "filter", 1)
        volumes.append(playback.time)
    joins = [beat.end for beat in story.beats if beat.phase is Phase.JOIN]
    assert volumes == [story.cell_end, *joins]


def test_without_values_a_graph_has_its_stage_too():
    for name in ("inception-3a", "residual-block"):
        document = open_document(name)
        for node in DOCUMENTS[name]().nodes:
            stage = shown(replace(document, selected=node.id), None).stage
            assert stage is not None and stage.unvalued
            scene = frame(
                shown(replace(document, selected=node.id), None), Playback(1.0), viewport()
            )
            assert np.isfinite(scene.camera.distance)


def test_a_volume_of_one_by_one_is_spread_over_the_others():
    wide = np.arange(18, dtype=np.float32).reshape(2, 3, 3)
    gate = np.array([2.0, 3.0], np.float32).reshape(2, 1, 1)
    inputs = (
        StageInput("a", "a", Shape(2, 3, 3), 0, wide),
        StageInput("b", "b", Shape(2, 1, 1), 2, gate),
    )
    assert joined_shape(inputs) == (4, 3, 3)
    made = joined_values(inputs, None, None)
    assert np.array_equal(made[:2], wide) and (made[2] == 2.0).all() and (made[3] == 3.0).all()
    reading = stage_reading(Add(), inputs, Shape(2, 3, 3))
    assert list(reading.channels(1)) == [1, 3]
