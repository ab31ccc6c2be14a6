"""Undo and redo: every edit can be taken back, one typed number is one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.errors import ModelError
from convviz.model.layers import ReLU
from convviz.state.document import (
    Document,
    History,
    amend,
    filed,
    record,
    redo,
    same_content,
    undo,
)
from convviz.state.edits import EDITS, apply_edit, open_document, run_of
from convviz.state.intents import (
    AddLayer,
    OpenDocument,
    OpenFile,
    RemoveLayer,
    SelectLayer,
    SetField,
    SetWeight,
)
from convviz.state.view import Selection, ViewOptions

from .drawn_edits import edits

few = settings(max_examples=40)
SMALL = "five-filters"


def made(history, intent):
    """The history after an edit, or as it was when the edit is impossible."""
    try:
        document = apply_edit(history.present, intent)
    except ModelError:
        return history
    if document == history.present:
        return history
    return record(history, document, run_of(intent))


def all_undone(history):
    while history.past:
        history = undo(history)
    return history


@few
@given(st.data())
def test_undoing_everything_comes_back_to_the_start_and_redoing_to_the_end(data):
    start = open_document(SMALL)
    history, steps = History(start), 0
    for _ in range(data.draw(st.integers(1, 12))):
        history = made(history, data.draw(edits(history.present)))
        assert len(history.past) in (steps, steps + 1)
        steps = len(history.past)
    end = history.present
    back = all_undone(history)
    assert back.present is start and len(back.future) == steps
    again = back
    while again.future:
        again = redo(again)
    assert again.present is end and again.past == history.past


@few
@given(st.data())
def test_a_walk_through_undo_and_redo_never_loses_a_snapshot(data):
    history = History(open_document(SMALL))
    for _ in range(data.draw(st.integers(1, 20))):
        before = (*history.past, history.present, *history.future)
        act = data.draw(st.sampled_from(("undo", "redo", "edit")))
        if act == "edit":
            after = made(history, data.draw(edits(history.present)))
            if after is history:
                continue
            assert after.future == ()
            kept = len(history.past) if after.run == history.run and history.run else None
            whole = (*history.past, history.present)[:kept]
            assert after.past == whole
        else:
            after = (undo if act == "undo" else redo)(history)
            assert (*after.past, after.present, *after.future) == before
            assert after.run is None or after is history
        history = after


def test_undo_and_redo_without_a_step_change_nothing():
    history = History(open_document(SMALL))
    assert undo(history) is history
    assert redo(history) is history


def typed(history, *values, run=1, field="filters"):
    for value in values:
        history = made(history, SetField("conv1", field, value, run))
    return history


def test_typing_in_one_field_is_one_step():
    start = open_document(SMALL)
    history = typed(History(start), 1, 12, 128)
    assert history.present.network.node("conv1").layer.filters == 128
    assert undo(history).present is start
    assert not undo(history).past


def test_another_run_another_field_and_another_layer_are_steps_of_their_own():
    history = typed(History(open_document("seed-bottleneck")), 8)
    history = typed(history, 9, run=2)
    history = typed(history, (3, 3), run=2, field="kernel")
    history = made(history, SetField("conv2", "kernel", (3, 3), run=2))
    assert len(history.past) == 4


def test_a_run_ends_with_an_undo_a_redo_a_selection_and_any_other_edit():
    for end in (
        lambda h: redo(undo(h)),
        lambda h: amend(h, replace(h.present, selected="input")),
        lambda h: undo(made(h, AddLayer("conv1", ReLU()))),
    ):
        history = end(typed(History(open_document(SMALL)), 7))
        assert len(typed(history, 8).past) == len(history.past) + 1


def test_an_edit_after_an_undo_drops_the_future():
    history = undo(typed(History(open_document(SMALL)), 7))
    assert history.future
    assert typed(history, 9).future == ()
    assert undo(typed(history, 9)).present is history.present


def test_a_selection_or_a_pin_is_no_step_and_keeps_the_future():
    history = undo(typed(History(open_document(SMALL)), 7))
    pinned = replace(history.present, pinned=history.present.network)
    after = amend(history, pinned)
    assert after.present is pinned
    assert (after.past, after.future) == (history.past, history.future)


@few
@given(st.data())
def test_an_impossible_edit_raises_a_coded_error_and_leaves_the_document(data):
    document = open_document(data.draw(st.sampled_from((SMALL, "seed-bottleneck"))))
    intent = data.draw(edits(document))
    before = (document.network, document.network.nodes, document.selected)
    try:
        after = apply_edit(document, intent)
    except ModelError as error:
        assert error.code
    else:
        assert after.selected in after.network
        assert isinstance(after, Document)
    assert (document.network, document.network.nodes, document.selected) == before


@pytest.mark.parametrize(
    "intent, code, field",
    [
        (SetField("conv1", "filters", 0), "too-small", "filters"),
        (SetField("conv1", "groups", 2), "groups-input", "groups"),
        (SetField("conv1", "kernel", (99, 1)), "kernel-too-large", "kernel"),
        (SetField("conv9", "filters", 3), "unknown-layer", ""),
        (SetField("conv1", "colour", 3), "unknown-field", "colour"),
        (RemoveLayer("input"), "remove-input", ""),
        (OpenDocument("nothing"), "unknown-document", ""),
    ],
)
def test_errors_name_what_is_wrong_and_where(intent, code, field):
    with pytest.raises(ModelError) as caught:
        apply_edit(open_document(SMALL), intent)
    assert caught.value.code.value == code
    assert caught.value.field == field
    if isinstance(intent, SetField):
        assert caught.value.layer == intent.layer


def test_the_selection_follows_what_was_added_and_leaves_what_was_removed():
    document = open_document("seed-bottleneck")
    added = apply_edit(document, AddLayer("conv1", ReLU()))
    assert added.selected != document.selected
    assert added.network.node(added.selected).inputs == ("conv1",)
    removed = apply_edit(added, RemoveLayer(added.selected))
    assert removed.selected == "conv1"
    assert removed.network == document.network
    assert apply_edit(document, RemoveLayer("conv2")).selected == document.selected


def test_opening_a_document_can_be_undone():
    history = made(History(open_document(SMALL)), OpenDocument("seed-direct"))
    assert history.present == open_document("seed-direct")
    assert undo(history).present == open_document(SMALL)


def test_a_file_is_that_of_all_snapshots_of_its_document_and_of_no_other():
    history = made(History(open_document("seed-direct")), OpenDocument(SMALL))
    for filters in (2, 3):
        history = made(history, SetField("conv1", "filters", filters, run=filters))
    history = filed(undo(history), "a.convviz")
    assert history.present.file == "a.convviz"
    assert [document.file for document in history.past] == ["", "a.convviz"]
    assert [document.file for document in history.future] == ["a.convviz"]
    opened = made(history, OpenFile(history.past[0], Selection(), ViewOptions()))
    assert filed(opened, "b.convviz").past[-1].file == "a.convviz"
    assert undo(opened).present is history.present


def test_content_is_layers_weights_and_photos_not_what_is_selected():
    document = open_document(SMALL)
    assert same_content(document, replace(document, selected="input", file="a"))
    typed = apply_edit(document, SetWeight("conv1", 0, 0, 0, 0, 0.5))
    assert not same_content(document, typed)


def test_what_is_no_edit_is_refused():
    assert SelectLayer not in EDITS
    with pytest.raises(KeyError):
        apply_edit(open_document(SMALL), SelectLayer("conv1"))
