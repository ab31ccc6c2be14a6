"""One snapshot that everything shows: counts at once, values where they fit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.counts import count
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.layers import BatchNorm, Conv2d, Input, ReLU, Source
from convviz.model.network import Network, Node, set_field, shapes
from convviz.model.record import cell_record
from convviz.model.values import evaluate
from convviz.scene.primitives import Colours
from convviz.state.document import Document, History, amend, finish, record, seen, undo
from convviz.state.edits import apply_edit, open_document
from convviz.state.families import Family
from convviz.state.intents import AddLayer, RemoveLayer, RenameLayer, SetField
from convviz.state.resolve import clamp, shown_stage, stage_groups, top_of
from convviz.state.settings import Settings
from convviz.state.view import Selection, ViewOptions
from convviz.state.workspace import Problem

from ..scene.staged import (
    DOCUMENT_IDS,
    network_of,
    of_network,
    opened,
    resolve,
    shown,
    stages,
    valued,
)
from .drawn_edits import edits

few = settings(max_examples=25)


def resolved_of(history, values=None, selection=None, before=None, **more):
    """A snapshot, with what is not said left at its default."""
    return resolve(
        history,
        values,
        values is None,
        selection or Selection(),
        more.pop("view", ViewOptions()),
        Settings(),
        more.pop("problem", None),
        before,
    )


# ---- counts and shapes -----------------------------------------------------------------------
@few
@given(st.data())
def test_counts_and_shapes_follow_every_edit_without_any_values(data):
    history = History(open_document("five-filters"))
    before, old = None, valued(history.present.network)
    for _ in range(data.draw(st.integers(1, 8))):
        try:
            document = apply_edit(history.present, data.draw(edits(history.present)))
        except ModelError:
            continue
        history = record(history, document)
        found = resolved_of(history, data.draw(st.sampled_from((None, old))), before=before)
        fresh = count(document.network)
        assert found.counts == fresh and found.shapes == shapes(document.network)
        assert found.document is document
        stage = found.stage
        if stage is not None:
            assert stage.output_shape == found.shapes[stage.node]
            drawn = stage.output_shape.channels if stage.family is Family.SUM else 0
            assert stage.model.layout.plan.filters == drawn
            assert stage.storyboard.filters == stage.output_shape.channels
            for array, shape in (
                (stage.inputs, stage.input_shape),
                (stage.outputs, stage.output_shape),
            ):
                assert array is None or array.shape == tuple(shape)
        before = found


def test_the_lessons_totals():
    totals = opened("seed-bottleneck").counts.totals
    assert (totals.weights, totals.macs) == (15_872, 12_443_648)


def test_counts_are_not_counted_again_while_the_network_is_the_same():
    history = History(open_document("seed-bottleneck"))
    first = resolved_of(history)
    moved = amend(history, replace(history.present, selected="conv2"))
    assert resolved_of(moved, before=first).counts is first.counts


def test_the_stage_is_made_again_only_when_something_on_it_changed():
    history = History(open_document("five-filters"))
    values = valued(history.present.network)
    first = resolved_of(history, values)
    same = resolved_of(history, values, before=first, view=ViewOptions(cut_row=3))
    assert same.stage is first.stage
    cell = resolved_of(history, values, Selection(1, 2, 3), before=first)
    assert cell.stage is not first.stage and cell.stage.record.filter == 1
    assert resolved_of(history, None, before=first).stage is not first.stage
    apart = resolved_of(history, values, before=first, view=ViewOptions(apart=1.0))
    assert apart.stage.model.layout.pulled and not first.stage.model.layout.pulled


# ---- values ----------------------------------------------------------------------------------
@few
@given(stages())
def test_the_stage_shows_the_values_of_its_layers(resolved):
    stage, values = resolved.stage, resolved.values
    assert stage.inputs is values.outputs["input"]
    assert stage.outputs is values.outputs[stage.nodes[-1]]
    assert stage.weights is values.weights["conv"].weights
    assert stage.bias is values.weights["conv"].bias
    chosen = stage.selection
    again = cell_record(
        resolved.document.network, values, "conv", chosen.filter, chosen.row, chosen.column
    )
    assert stage.record.after == again.after
    assert np.array_equal(stage.record.products, again.products)
    assert np.array_equal(stage.model.cell.taken.reshape(again.inputs.shape), again.inputs)


@settings(max_examples=80)
@given(stages(), st.data())
def test_values_of_another_network_are_used_only_where_they_fit(resolved, data):
    """Until the new values arrive the old ones stay, each where its shape is still right."""
    document, values = resolved.document, resolved.values
    try:
        edited = apply_edit(document, data.draw(edits(document)))
    except ModelError:
        return
    found = resolved_of(record(History(document), edited), values, resolved.stage.selection)
    stage = found.stage
    if stage is None or stage.family is not Family.SUM:
        return
    layer = stage.convolution
    kernel = (layer.filters, stage.input_shape.channels // layer.groups, *layer.kernel)
    assert stage.inputs is None or stage.inputs.shape == tuple(stage.input_shape)
    assert stage.outputs is None or stage.outputs.shape == tuple(stage.output_shape)
    assert stage.weights is None or stage.weights.shape == kernel
    if stage.record is not None:
        assert stage.record.weights.shape == stage.record.inputs.shape == kernel[1:]
        assert stage.record.products.shape == kernel[1:]
    model = stage.model
    assert (model.cell.taken is None) == (stage.record is None)
    if model.cell.taken is not None:
        assert model.cell.taken.size == model.cell.products.size == int(np.prod(kernel[1:]))


def test_a_kernel_that_shrinks_to_one_is_not_multiplied_with_the_old_weights():
    document = of_network(network_of(Conv2d(2, (5, 5), padding="same"), (3, 9, 9)))
    values = valued(document.network)
    edited = replace(document, network=set_field(document.network, "conv", "kernel", (1, 1)))
    stage = resolved_of(History(edited), values).stage
    assert stage.outputs is not None and stage.weights is None and stage.record is None


def test_an_unvalued_layer_has_counts_and_no_values():
    big = Conv2d(4096, (3, 3), padding=(1, 1))
    document = of_network(network_of(big, (512, 14, 14), ReLU()))
    values = evaluate(document.network, {"input": np.ones((512, 14, 14), np.float32)})
    assert "conv" in values.unvalued
    resolved = resolved_of(History(document), values)
    stage = resolved.stage
    assert resolved.counts.layers["conv"].weights == 4096 * 512 * 9
    assert stage.outputs is None and stage.record is None and stage.inputs is not None
    assert stage.model.cell.running is None


def test_the_old_picture_stays_where_only_a_number_changed():
    document = open_document("five-filters")
    values = valued(document.network)
    edited = apply_edit(document, SetField("conv1", "seed", 5))
    assert resolved_of(History(edited), values).stage.outputs is values.outputs["conv1"]


# ---- which stage -----------------------------------------------------------------------------
def groups_of(*layers):
    nodes = [Node("in", "in", Input(3, 8, 8, Source.NOISE))]
    for number, layer in enumerate(layers):
        nodes.append(Node(f"l{number}", f"l{number}", layer, (nodes[-1].id,)))
    network = Network(tuple(nodes))
    return network, stage_groups(network)


def test_elementwise_layers_belong_to_the_layer_before_them():
    conv = Conv2d(4, (1, 1))
    _, groups = groups_of(conv, BatchNorm(), ReLU(), conv, ReLU())
    assert groups == (("in",), ("l0", "l1", "l2"), ("l3", "l4"))
    _, groups = groups_of(ReLU(), conv)
    assert groups[0] == ("in",) and groups[-1] == ("l1",)
    assert [id for group in groups for id in group] == ["in", "l0", "l1"]


@pytest.mark.parametrize(
    "selected, expected",
    [("in", "l0"), ("l0", "l0"), ("l1", "l1"), ("l2", "l2"), ("l3", "l3"), ("l4", "l4")],
)
def test_the_stage_is_that_of_the_selected_layer_or_the_next_one(selected, expected):
    conv = Conv2d(4, (1, 1))
    network, groups = groups_of(ReLU(), conv, ReLU(), conv, BatchNorm())
    assert shown_stage(Document("x", network, selected), groups) == expected


def test_a_network_without_a_layer_has_no_stage_and_still_counts():
    network, groups = groups_of()
    document = Document("x", network, "in")
    assert shown_stage(document, groups) is None
    resolved = resolved_of(History(document), valued(network))
    assert resolved.stage is None and resolved.stages == ()
    assert resolved.counts.totals.weights == 0


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_documents_open_on_a_stage_with_a_story(document_id):
    resolved = opened(document_id)
    assert resolved.stage.node == resolved.document.selected == "conv1"
    assert resolved.stage.record is not None
    chain = [node.id for node in resolved.document.network.in_order()]
    assert [id for group in resolved.groups for id in group] == chain


def test_the_relu_after_a_convolution_is_part_of_its_stage():
    stage = opened("seed-bottleneck").stage
    assert stage.nodes == ("conv1", "relu1") and [step.word for step in stage.after] == ["relu"]
    assert (stage.outputs >= 0.0).all()
    assert stage.record.before != stage.record.after or stage.record.before >= 0.0
    without = apply_edit(open_document("seed-bottleneck"), RemoveLayer("relu1"))
    assert shown(without).stage.after == ()


# ---- selection, ranges, colours --------------------------------------------------------------
@given(*[st.integers(-50, 50)] * 3, *[st.integers(1, 9)] * 3, *[st.integers(-1, 12)] * 2)
def test_a_selection_is_moved_inside(filter, row, column, c, h, w, y, x):
    found = shapes(network_of(Conv2d(c, (1, 1)), (2, h, w)))
    shape, read = found["conv"], found["input"]
    inside = clamp(Selection(filter, row, column, (y, x)), shape, read)
    assert 0 <= inside.filter < c and 0 <= inside.row < h and 0 <= inside.column < w
    assert inside.reader == ((y, x) if 0 <= y < h and 0 <= x < w else None)
    assert clamp(inside, shape, read) == inside


def test_an_edit_that_shrinks_the_output_keeps_a_cell_that_is_there():
    document = open_document("five-filters")
    smaller = apply_edit(document, SetField("conv1", "stride", (4, 4)))
    stage = shown(smaller, Selection(4, 27, 27)).stage
    assert stage.selection == Selection(4, 6, 6)
    assert stage.record.after == stage.outputs[4, 6, 6]


@given(
    st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=400),
)
def test_a_colour_range_holds_nearly_every_value(values):
    array = np.array(values, dtype=np.float32)
    top = top_of(array)
    assert top > 0.0
    assert (np.abs(array) <= top).mean() >= 0.99 or (np.abs(array) <= top).sum() >= len(array) - 2


def test_a_colour_range_of_nothing_or_zeros_is_one():
    assert top_of(None) == 1.0
    assert top_of(np.zeros(9, np.float32)) == 1.0
    assert top_of(np.zeros(0, np.float32)) == 1.0


def test_pictures_are_shown_in_their_own_colours_from_zero_to_one():
    for id, output in (("colour-mixing", Colours.GREY), ("colour-mixing-sepia", Colours.CHANNELS)):
        model = opened(id).stage.model
        assert model.input_colours is Colours.CHANNELS and model.output_colours is output
        assert model.input_high == model.output_high == 1.0


def test_signed_values_get_the_map_with_zero_in_its_middle():
    model = opened("seed-bottleneck").stage.model
    assert model.input_colours is Colours.ACTIVATION and model.output_colours is Colours.ACTIVATION
    without = shown(apply_edit(open_document("seed-bottleneck"), RemoveLayer("relu1")))
    assert without.stage.model.output_colours is Colours.RESULTS


# ---- baseline --------------------------------------------------------------------------------
def test_before_any_edit_there_is_no_baseline():
    resolved = resolved_of(History(open_document("seed-direct")))
    assert resolved.baseline is None and not resolved.baseline_pinned
    assert not resolved.can_undo and not resolved.can_redo


def test_what_it_was_before_the_last_edit_is_told_and_compared_with_nothing():
    history = History(open_document("seed-bottleneck"))
    for filters in (32, 64):
        edited = apply_edit(history.present, SetField("conv1", "filters", filters))
        before, history = history.present, record(history, edited)
        resolved = resolved_of(history)
        assert resolved.was.counts == count(before.network) and resolved.baseline is None
    assert resolved.can_undo
    assert resolved_of(seen(history)).was is None
    assert resolved_of(undo(history)).was is None


def test_a_pinned_baseline_stays_through_edits():
    history = History(open_document("seed-bottleneck"))
    pinned = history.present.network
    history = amend(history, replace(history.present, pinned=pinned))
    assert resolved_of(history).baseline == count(pinned)
    for filters in (32, 64):
        edited = apply_edit(history.present, SetField("conv1", "filters", filters))
        history = record(history, edited)
        resolved = resolved_of(history)
        assert resolved.baseline_pinned and resolved.baseline == count(pinned)


def test_an_edit_that_was_typed_back_leaves_nothing_to_compare():
    history = History(open_document("seed-bottleneck"))
    for filters in (32, 16):
        edited = apply_edit(history.present, SetField("conv1", "filters", filters))
        history = record(history, edited, ("conv1", "filters", 0))
    history = finish(history)
    assert history.past == () and resolved_of(history).was is None


# ---- problems --------------------------------------------------------------------------------
def test_a_problem_is_shown_beside_the_last_valid_network():
    history = History(open_document("five-filters"))
    error = ModelError(ErrorCode.TOO_SMALL, "conv1", "filters", {"value": 0, "low": 1})
    resolved = resolved_of(history, problem=Problem("conv1", "filters", error))
    assert resolved.problem.error is error
    assert resolved.counts.layers["conv1"].weights == 375
    assert resolved.stage is not None


def test_names_and_new_layers_reach_the_stage():
    document = apply_edit(open_document("five-filters"), RenameLayer("conv1", "edges"))
    assert shown(document).stage.name == "edges"
    added = apply_edit(document, AddLayer("conv1", ReLU()))
    assert shown(added).stage.nodes == ("relu1",)  # the new layer is selected, and shown
    stage = shown(replace(added, selected="conv1")).stage
    assert stage.node == "conv1" and len(stage.after) == 1
