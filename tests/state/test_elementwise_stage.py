"""An elementwise layer that is selected has the stage for itself: before, after, what was cut."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from convviz import words
from convviz.model.layers import BatchNorm, Conv2d, ReLU
from convviz.model.record import CellRecord
from convviz.panels.caption.sentences import sentence
from convviz.panels.cell.function_plot import curve_of
from convviz.scene.colour_keys import colour_keys
from convviz.scene.cut_marks import cut_marks
from convviz.scene.primitives import Colours
from convviz.scene.story import Cuts, boxes_of
from convviz.state.edits import open_document
from convviz.state.families import EXPLANATIONS
from convviz.state.frame import frame
from convviz.state.outlined import outlined_record
from convviz.state.view import Playback, Selection

from ..scene.staged import network_of, of_network, shown, viewport

RELUS = (
    ("seed-bottleneck", "relu1"),
    ("seed-bottleneck", "relu2"),
    ("small-classifier", "relu1"),
    ("googlenet-stem", "relu1"),
)


def on(document: str, layer: str, cell: Selection | None = None):
    return shown(replace(open_document(document), selected=layer), cell or Selection())


@pytest.mark.parametrize(("document", "layer"), RELUS)
def test_selecting_relu_shows_what_it_reads_and_makes(document, layer):
    now = on(document, layer)
    stage, source = now.stage, now.document.network.node(layer).inputs[0]
    assert (stage.node, stage.nodes, stage.kind) == (layer, (layer,), "relu")
    assert stage.inputs is now.values.outputs[source]
    assert stage.outputs is now.values.outputs[layer]
    assert stage.input_shape == stage.output_shape
    model = stage.model
    # Before and after on one scale, which has a colour for what is below zero.
    assert model.input_colours is model.output_colours is Colours.RESULTS
    assert model.input_high == model.output_high == stage.input_high


@pytest.mark.parametrize(("document", "layer"), RELUS)
def test_the_cells_that_were_cut_are_marked_and_counted(document, layer):
    stage = on(document, layer).stage
    below = stage.inputs < 0.0
    assert np.array_equal(stage.cut, below)
    assert stage.cut_share == pytest.approx(float(below.mean()))
    assert 0.1 < stage.cut_share < 0.9
    output = next(box for box in boxes_of(stage.model, stage.animation_at(Playback()), Cuts())
                  if box.id == "output")  # fmt: skip
    assert np.array_equal(output.marks, below.reshape(-1))
    assert "cut" in colour_keys(stage.model, stage.animation_at(Playback()))
    told = words.plain(sentence(on(document, layer), Playback()))
    assert words.percent(stage.cut_share) in told


def test_strokes_lie_on_the_cut_cells_of_the_channel_in_front():
    stage = on("seed-bottleneck", "relu1").stage
    lines = cut_marks(stage.model, stage.animation_at(Playback()))
    middle = (lines.start + lines.end) / 2 - stage.model.layout.output_low
    places = {(int(y), int(x)) for x, y, _ in middle}
    assert places == set(map(tuple, np.argwhere(stage.cut[0]).tolist()))
    assert len(middle) == len(places)


def test_while_maps_fill_only_cells_that_have_a_value_are_marked():
    now = on("seed-bottleneck", "relu1")
    board = now.stage.storyboard
    playback = Playback(board.beats[-3].start + 0.4, True)
    animation = now.stage.animation_at(playback)
    lines = cut_marks(now.stage.model, animation)
    whole = cut_marks(now.stage.model, now.stage.animation_at(Playback()))
    marked = int(now.stage.cut[animation.filter].reshape(-1)[: animation.filled % 784].sum())
    assert len(lines.start) == len(whole.start) + marked


def test_the_share_is_told_only_where_all_of_it_is_seen():
    now = on("seed-bottleneck", "relu1")
    board = now.stage.storyboard
    for time, told in ((0.0, True), (board.beats[-3].start + 0.4, False), (board.duration, True)):
        labels = {label.id for label in frame(now, Playback(time), viewport()).labels}
        assert ("cut-share" in labels) is told


def test_a_large_map_has_no_strokes_but_its_marks():
    stage = on("googlenet-stem", "relu1").stage
    assert cut_marks(stage.model, stage.animation_at(Playback())) is None
    assert stage.model.cut is not None


@pytest.mark.parametrize(("row", "column"), [(0, 0), (12, 9), (27, 27)])
def test_the_cells_arithmetic_is_that_of_relu_alone(row, column):
    now = on("seed-bottleneck", "relu1", Selection(3, row, column))
    record = now.stage.record
    assert not isinstance(record, CellRecord)
    assert record.before == now.stage.inputs[3, row, column]
    assert record.after == max(record.before, 0.0)
    assert [step.kind for step in record.steps] == ["relu"]
    assert curve_of(record)(-2.0) == 0.0 and curve_of(record)(2.0) == 2.0


def test_every_cell_of_the_sweep_is_told_of_relu_alone():
    now = on("seed-bottleneck", "relu1")
    board = now.stage.storyboard
    for share in (0.3, 0.7, 0.99):
        record = outlined_record(now, Playback(board.duration * share))
        assert record.after == max(record.before, 0.0)


def test_the_convolution_keeps_its_relu():
    stage = on("seed-bottleneck", "conv1").stage
    assert stage.nodes == ("conv1", "relu1")
    assert stage.cut is None and stage.cut_share == 0.0


def test_batch_norm_between_has_a_stage_of_its_own_too():
    network = network_of(Conv2d(4, (1, 1)), (6, 5, 5), BatchNorm(), ReLU())
    for layer, source, kind in (("after1", "conv", "batch-norm"), ("after2", "after1", "relu")):
        now = shown(of_network(network, layer), Selection(2, 1, 3))
        assert (now.stage.node, now.stage.kind) == (layer, kind)
        assert now.stage.inputs is now.values.outputs[source]
        step = now.stage.record.steps[0]
        curve = EXPLANATIONS[kind].curve
        assert curve(step.numbers, step.before) == pytest.approx(step.after, abs=1e-5)
    whole = shown(of_network(network, "conv"), Selection(2, 1, 3)).stage
    assert whole.nodes == ("conv", "after1", "after2")


def test_the_reader_of_a_cell_is_the_same_cell():
    now = on("seed-bottleneck", "relu2", Selection(0, 5, 6, (4, 7)))
    told = words.plain(sentence(now, Playback()))
    assert "one output position" in told
