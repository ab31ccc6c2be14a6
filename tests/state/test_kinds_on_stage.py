"""Kinds on the stage: what follows a convolution is data, gates are repeated, slices are moved."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from convviz import words
from convviz.files.code import FRAMEWORKS, WRITERS
from convviz.files.code_numbers import values_of
from convviz.files.code_plan import plan
from convviz.files.projects import Project, read_project, write_project
from convviz.kinds.registry import PRESENTATIONS
from convviz.model.kinds import KINDS
from convviz.model.layers import BatchNorm, Conv2d, GlobalAveragePool, Input, ReLU, Source
from convviz.model.layers.channel_slice import ChannelSlice
from convviz.model.layers.hard_swish import HardSwish
from convviz.model.layers.multiply import Multiply
from convviz.model.layers.relu6 import ReLU6
from convviz.model.layers.sigmoid import Sigmoid
from convviz.model.network import Network, Node
from convviz.model.values import evaluate
from convviz.panels.caption.sentences import sentence
from convviz.panels.cell.function_plot import curve_of
from convviz.panels.cell.operation_rows import cells_of, lines_of, steps_done_at
from convviz.panels.cell.results import results
from convviz.panels.cell.term_rows import known_at
from convviz.panels.legend.items import entries
from convviz.panels.transport.step_names import label, name
from convviz.scene.primitives import Colours
from convviz.scene.timeline import Phase
from convviz.state.document import Document
from convviz.state.view import Playback, Selection

from ..scene.staged import network_of, of_network, shown

CONV = Conv2d(4, 3, padding="same", seed=2)


def staged(*after, layer="conv", cell=None):
    """The stage of a convolution with what follows it, or of one of these."""
    network = network_of(CONV, (3, 6, 6), *after)
    document = of_network(network)
    if layer != "conv":
        place = next(node.id for node in network.nodes if isinstance(node.layer, layer))
        document = replace(document, selected=place)
    return shown(document, cell or Selection(1, 2, 3))


def gated():
    """A volume, and a factor for each of its channels; a run of the channels of the product."""
    return Network(
        (
            Node("input", "input", Input(4, 5, 6, source=Source.NOISE)),
            Node("mean", "mean", GlobalAveragePool(), ("input",)),
            Node("gate", "gate", Sigmoid(), ("mean",)),
            Node("scaled", "scaled", Multiply(), ("input", "gate")),
            Node("part", "part", ChannelSlice(2, 3), ("scaled",)),
        )
    )


# ---- what follows a convolution ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("after", "colours"),
    [
        ((), Colours.RESULTS),
        ((ReLU(),), Colours.ACTIVATION),
        ((BatchNorm(),), Colours.RESULTS),
        ((BatchNorm(), ReLU()), Colours.ACTIVATION),
        ((BatchNorm(), ReLU6()), Colours.ACTIVATION),
        ((Sigmoid(),), Colours.ACTIVATION),
        ((ReLU(), BatchNorm()), Colours.RESULTS),
        ((BatchNorm(), HardSwish()), Colours.RESULTS),
    ],
)
def test_the_output_has_signs_where_the_last_layer_makes_any(after, colours):
    assert staged(*after).stage.model.output_colours is colours


def at(now, phase):
    return next(beat for beat in now.stage.storyboard.beats if beat.phase is phase)


@pytest.mark.parametrize("last", [ReLU, ReLU6, Sigmoid, HardSwish])
@pytest.mark.parametrize("normed", [False, True])
def test_every_step_is_named_and_told(last, normed):
    now = staged(*((BatchNorm(),) if normed else ()), last())
    stage, beat = now.stage, at(now, Phase.ACTIVATION)
    assert label(beat, stage) and name(beat, stage)
    told = Playback(time=beat.start + 0.999 * beat.duration)
    assert words.plain(sentence(now, told))
    assert words.plain(sentence(now, Playback(time=beat.start + 0.01)))
    lines = results(stage, stage.figures_of(stage.record), known_at(stage, told))
    assert len(lines) >= 4 and all(line.text() or line.note for line in lines)


def test_several_steps_are_named_one_after_another():
    now = staged(BatchNorm(), ReLU6())
    beat = at(now, Phase.ACTIVATION)
    assert label(beat, now.stage) == "norm, ReLU6"
    assert now.stage.model.step_label == "sum-other"
    assert staged(ReLU6()).stage.model.step_label == "sum-relu6"


# ---- functions of one value --------------------------------------------------------------------
@pytest.mark.parametrize(
    ("layer", "function"),
    [
        (ReLU6, lambda x: min(max(0.0, x), 6.0)),
        (Sigmoid, lambda x: 1 / (1 + math.exp(-x))),
        (HardSwish, lambda x: x * min(max(0.0, x + 3), 6.0) / 6),
    ],
)
def test_an_elementwise_layer_has_a_stage_with_its_curve(layer, function):
    now = staged(layer(), layer=layer)
    stage, record = now.stage, now.stage.record
    assert stage.elementwise and stage.made is record
    curve = curve_of(record)
    for x in np.linspace(-8, 8, 33):
        assert curve(x) == pytest.approx(function(x), abs=1e-12)
    assert record.after == pytest.approx(function(record.before), abs=1e-6)
    assert words.has(f"playback.plot.function.{stage.kind}")
    assert stage.telling.reach >= 4


def test_cells_that_relu6_cuts_are_marked_at_both_ends():
    network = network_of(ReLU6(), (2, 3, 3))
    values = np.linspace(-3, 9, 18, dtype=np.float32).reshape(2, 3, 3)
    made = evaluate(network, {"input": values})
    stage = shown(of_network(network), Selection()).stage
    stage = replace(stage, inputs=values, outputs=made.outputs[stage.node])
    assert np.array_equal(stage.cut, (values < 0) | (values > 6))
    named = {entry.name for entry in entries(stage, ("input", "output", "cut"))}
    assert "cut to 0 or 6" in named


# ---- gates and slices --------------------------------------------------------------------------
def on(layer, cell):
    network = gated()
    return shown(Document("x", network, layer), cell)


def test_a_gate_is_repeated_at_every_position():
    now = on("scaled", Selection(2, 4, 5))
    stage, values = now.stage, now.values.outputs
    assert stage.input_shape == (8, 5, 6) and stage.output_shape == (4, 5, 6)
    assert np.array_equal(stage.inputs[:4], values["input"])
    assert np.all(stage.inputs[4:] == values["gate"])
    assert [each.spread for each in stage.model.origins] == [False, True]
    record = stage.record
    assert [tuple(cell) for cell in record.cells] == [(0, 2, 4, 5), (1, 2, 0, 0)]
    a, b = (float(value) for value in record.inputs)
    assert record.before == pytest.approx(a * b, rel=1e-6)
    assert eval(record.text()) == pytest.approx(record.before, rel=1e-6)
    assert record.totals.tolist() == pytest.approx([a, a * b])
    assert stage.model.operation.results[1] == pytest.approx(a * b, rel=1e-6)
    told = steps_done_at(stage, Playback())
    assert lines_of(stage, record, told)[-1].value.value == record.before
    assert len(cells_of(stage, record).rows) == 2
    assert "gate" in words.plain(sentence(now, Playback()))


def test_a_slice_shows_the_channel_that_it_takes():
    stage = on("part", Selection(1, 2, 3)).stage
    assert stage.reading.channels(0) == range(1, 2) and stage.reading.channels(1) == range(2, 3)
    assert tuple(stage.record.cells[0]) == (0, 2, 2, 3)
    assert stage.model.operation.places.tolist() == [[3, 2, 2]]
    assert stage.model.operation.taken[0] == stage.record.before == stage.outputs[1, 2, 3]


# ---- files and code ----------------------------------------------------------------------------
def test_the_kinds_are_saved_and_exported(tmp_path):
    document = Document("empty", gated(), "scaled")
    path = tmp_path / "a.convviz"
    write_project(path, Project(document))
    assert read_project(path).document.network == document.network
    for framework in FRAMEWORKS:
        text = WRITERS[framework](plan(document.network, "a", values_of(document)))
        compile(text, "code", "exec")
        assert "sigmoid" in text and "1:3]" in text


# ---- the registry ------------------------------------------------------------------------------
def test_every_kind_is_presented():
    assert list(PRESENTATIONS) == list(KINDS)
    for kind, each in PRESENTATIONS.items():
        assert (each.code is None) == each.kind.is_source, kind
        assert (each.after is not None) == each.kind.elementwise, kind
        assert (each.telling is None) == each.kind.is_source, kind
        assert words.has(f"kind.{kind}") and words.has(f"kind.{kind}.about")
        if each.kind.elementwise:
            assert each.telling.curve is not None
            for area in ("playback.label", "playback.step", "playback.sum.name", "fullscreen"):
                assert words.has(f"{area}.{each.after.word}"), (kind, area)
            assert words.has(f"playback.say.{each.after.word}.bare")
            assert words.has(f"stage.{each.after.label}")
