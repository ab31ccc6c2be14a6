"""Photos and typed weights are edits like any other: one step each, and undone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.layers import Source
from convviz.state.document import History, record, redo, undo
from convviz.state.edits import apply_edit, open_document, run_of
from convviz.state.intents import (
    ClearTyped,
    CopyFilter,
    LoadWeights,
    PasteKernel,
    SetBias,
    SetCrop,
    SetField,
    SetPhoto,
    SetWeight,
)
from convviz.state.photos import OwnPhoto

PIXELS = np.zeros((4, 6, 3), np.uint8)
LAKE = OwnPhoto("own-1", "lake", (6, 4), PIXELS)
HILL = OwnPhoto("own-2", "hill", (6, 4), PIXELS)


def made(history: History, *intents) -> History:
    for intent in intents:
        history = record(history, apply_edit(history.present, intent), run_of(intent))
    return history


@pytest.fixture
def start() -> History:
    return History(open_document("five-filters"))


def input_of(history):
    return history.present.network.node("input").layer


@pytest.mark.parametrize(
    "intent",
    [
        SetPhoto("input", LAKE),
        SetCrop("input", (0.0, 0.0, 0.5, 1.0)),
        SetWeight("conv1", 1, 2, 3, 4, 0.5),
        SetBias("conv1", 0, 0.5),
        PasteKernel("conv1", 1, 1, ((1.0, 2.0), (3.0, 4.0)), 3, 3),
        CopyFilter("conv1", 0, 4),
        LoadWeights("conv1", np.ones((5, 3, 5, 5), np.float32)),
    ],
)
def test_each_is_one_step_and_is_undone_and_redone(start, intent):
    after = made(start, intent)
    assert after.present != start.present and len(after.past) == 1
    back = undo(after)
    assert back.present is start.present
    assert redo(back).present is after.present
    if hasattr(intent, "layer") and intent.layer == "conv1":
        assert made(after, ClearTyped("conv1")).present == start.present


def test_typing_in_one_cell_is_one_step_and_the_next_cell_another(start):
    typed = [SetWeight("conv1", 0, 0, 0, 0, value, run=1) for value in (1.0, 12.0, 12.5)]
    history = made(start, *typed)
    assert len(history.past) == 1
    history = made(history, SetWeight("conv1", 0, 0, 0, 1, 3.0, run=1))
    assert len(history.past) == 2
    history = made(history, SetBias("conv1", 0, 3.0, run=1), SetBias("conv1", 1, 3.0, run=1))
    assert len(history.past) == 4
    frames = [SetCrop("input", (0.0, 0.0, share, 1.0), run=1) for share in (0.9, 0.8, 0.7)]
    assert len(made(history, *frames).past) == 5
    assert undo(made(history, *frames)).present is history.present


def test_an_own_photo_is_shown_whole_and_kept_with_the_document(start):
    history = made(start, SetCrop("input", (0.0, 0.0, 0.5, 1.0)), SetPhoto("input", LAKE))
    assert (input_of(history).photo, input_of(history).crop) == ("own-1", None)
    assert history.present.photos == (LAKE,)
    history = made(history, SetField("input", "photo", "china"), SetPhoto("input", HILL))
    assert history.present.photos == (LAKE, HILL)
    assert made(history, SetPhoto("input", LAKE)).present.photos == (LAKE, HILL)
    assert undo(undo(undo(history))).present.photos == ()


def test_another_photo_is_shown_whole_and_the_same_one_keeps_its_crop(start):
    frame = (0.0, 0.0, 0.5, 1.0)
    history = made(start, SetCrop("input", frame))
    assert input_of(made(history, SetField("input", "photo", "coffee"))).crop == frame
    assert input_of(made(history, SetField("input", "photo", "china"))).crop is None
    assert input_of(made(history, SetField("input", "height", 40))).crop == frame


def test_an_input_of_other_values_takes_a_photo_as_its_channels_allow(start):
    noise = made(start, SetField("input", "source", Source.NOISE))
    assert input_of(made(noise, SetPhoto("input", LAKE))).source is Source.PHOTO
    deep = made(noise, SetField("input", "channels", 16), SetPhoto("input", LAKE))
    assert input_of(deep).source is Source.PHOTO_FEATURES


def test_an_impossible_one_changes_nothing(start):
    for intent, code in (
        (SetPhoto("conv1", LAKE), ErrorCode.UNKNOWN_FIELD),
        (SetCrop("input", (0.0, 0.0, 2.0, 1.0)), ErrorCode.FRAME),
        (SetWeight("conv1", 9, 0, 0, 0, 1.0), ErrorCode.OUTSIDE),
        (SetBias("input", 0, 1.0), ErrorCode.NO_WEIGHTS),
        (LoadWeights("conv1", np.ones((5, 3, 3, 3), np.float32)), ErrorCode.WRONG_WEIGHTS),
    ):
        with pytest.raises(ModelError) as caught:
            apply_edit(start.present, intent)
        assert caught.value.code is code


def test_photos_are_equal_by_their_id_not_by_their_array():
    assert replace(LAKE, pixels=np.ones((4, 6, 3), np.uint8)) == LAKE != HILL
