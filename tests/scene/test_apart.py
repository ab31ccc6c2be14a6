"""Channels pulled apart: each has its place and its number, at any size of the picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.documents import DOCUMENTS
from convviz.model.layers import Conv2d, MaxPool, Softmax
from convviz.scene.apart import behind, columns_of, side_by_side
from convviz.scene.origins import several
from convviz.state.document import History
from convviz.state.edits import open_document
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

from .label_checks import assert_clear, silhouettes_of
from .staged import (
    frame,
    network_of,
    of_network,
    record_of,
    resolve,
    shown,
    speaking,
    stages,
    viewport,
)

few = settings(max_examples=25)
SIZES = ((640.0, 300.0), (700.0, 330.0), (1005.0, 380.0), (1920.0, 900.0))
APART = ViewOptions(apart=1.0)


def without_values(document, view=APART):
    """The snapshot of a document whose values have not come yet."""
    return resolve(History(document), None, False, Selection(), view, Settings())


def numbers_of(scene, part):
    """The channels that have a number, or lie in a range that is told, of a part of the stage."""
    found = []
    for label in scene.labels:
        if label.id.startswith(f"number-{part}-"):
            text = "".join(span.text for span in label.spans).replace(",", "")
            first, _, last = text.partition("–")
            found += range(int(first), int(last or first) + 1)
    return found


def assert_numbered(resolved, size):
    """Every channel has its number, and no number lies over a cell or another label."""
    scene = frame(resolved, Playback(), viewport(*size))
    stage = resolved.stage
    for part, shape in (("in", stage.input_shape), ("out", stage.output_shape)):
        if several(stage.model):  # volumes that meet cell by cell stay as they are
            assert not stage.model.stacked and numbers_of(scene, part) == []
        elif shape.channels > 1:
            assert numbers_of(scene, part) == list(range(1, shape.channels + 1)), (part, size)
    numbers = [label for label in scene.labels if label.id.startswith("number-")]
    assert not any(label.plate for label in numbers)
    numbers = [replace(label, x=label.x + 1.0, width=label.width - 2.0) for label in numbers]
    assert_clear(numbers, silhouettes_of(scene), *size)
    assert_clear(scene.labels, (), *size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_channel_of_every_stage_is_numbered(document_id, size):
    document = open_document(document_id)
    for node in document.network.nodes:
        resolved = without_values(replace(document, selected=node.id))
        if resolved.stage is not None and resolved.stage.node == node.id:
            for language in ("en", "ko"):
                with speaking(language):
                    assert_numbered(resolved, size)


@few
@given(stages(most_filters=80), st.sampled_from(SIZES))
def test_every_channel_of_any_stage_is_numbered(resolved, size):
    assert_numbered(shown(resolved.document, view=APART), size)


@pytest.mark.parametrize(
    "layer, shape",
    [
        (Conv2d(10, (1, 1)), (999, 1, 1)),
        (Conv2d(1, (3, 3)), (16, 7, 7)),
        (Conv2d(16, (3, 3), padding=(1, 1)), (3, 7, 7)),
        (Softmax(), (10, 1, 1)),
        (MaxPool((2, 2), (2, 2)), (1024, 14, 14)),
        (Conv2d(4096, (1, 1)), (2, 1, 1)),
    ],
)
def test_few_small_or_very_many_channels_are_numbered(layer, shape):
    resolved = without_values(of_network(network_of(layer, shape)))
    for size in SIZES:
        assert_numbered(resolved, size)


def test_ten_single_cells_are_ten_places_with_ten_numbers():
    resolved = without_values(of_network(network_of(Softmax(), (10, 1, 1))))
    scene = frame(resolved, Playback(), viewport(1005.0, 380.0))
    output = record_of(scene.boxes, "output")
    assert len({tuple(low[:2]) for low in output.low.tolist()}) == 10
    labels = [label for label in scene.labels if label.id.startswith("number-out-")]
    texts = ["".join(span.text for span in label.spans) for label in labels]
    assert texts == [str(number) for number in range(1, 11)]


@few
@given(st.integers(2, 600), st.integers(1, 60), st.integers(1, 60), st.floats(0.01, 3.0))
def test_on_a_sheet_channels_stand_apart_and_keep_their_thickness_and_depth(c, h, w, unit):
    slabs = side_by_side((c, h, w), (1, 1, 2, 2), unit, 1.0)
    assert [(slab.first, slab.stop) for slab in slabs] == [(i, i + 1) for i in range(c)]
    shift = np.array([slab.shift for slab in slabs])
    assert (shift[:, 2] == 0.0).all()
    columns = columns_of((c, h, w))
    wide, high = shift[1 : columns + 1, 0].max(), None
    assert wide > w + 4 or columns == 1
    if c > columns:
        high = shift[columns, 1] - shift[0, 1]
        assert high > h + 2
    assert len({tuple(place) for place in shift.tolist()}) == c


@few
@given(st.integers(2, 600))
def test_plates_behind_each_other_are_of_one_thickness(channels):
    slabs = behind(channels, 2.0)
    assert [c for slab in slabs for c in range(slab.first, slab.stop)] == list(range(channels))
    assert len({slab.stop - slab.first for slab in slabs[:-1]}) <= 1 and len(slabs) <= 8


@few
@given(stages(most_filters=40))
def test_each_window_is_outlined_on_every_channel_that_is_read(resolved):
    stage = shown(resolved.document, resolved.stage.selection, APART).stage
    scene = frame(shown(resolved.document, resolved.stage.selection, APART), Playback(), viewport())
    if stage.model.layout.sheets[0]:
        field = next(lines for lines in scene.lines if lines.id == "field")
        read = stage.model.reading.channels(stage.selection.filter)
        assert len(field.start) == 12 * len(read)


def test_the_map_that_stands_in_front_says_which_it_is_in_both_languages():
    document = open_document("seed-bottleneck")
    resolved = shown(document, Selection(2, 12, 15))
    for language, text in (("en", "feature map 3"), ("ko", "특징맵 3")):
        with speaking(language):
            for size in SIZES:
                labels = frame(resolved, Playback(), viewport(*size)).labels
                named = next(label for label in labels if label.id == "map-copy")
                assert "".join(span.text for span in named.spans) == text


def test_together_nothing_is_numbered():
    scene = frame(shown(open_document("seed-direct")), Playback(), viewport())
    assert not [label for label in scene.labels if label.id.startswith("number-")]
