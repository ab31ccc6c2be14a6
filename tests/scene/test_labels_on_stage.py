"""Labels on real stages: every one that is needed, each over nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.scene.camera import project
from convviz.scene.labels import silhouettes
from convviz.scene.layout import corners
from convviz.scene.primitives import Span
from convviz.state.frame import Viewport
from convviz.state.view import Playback, ViewOptions

from .label_checks import assert_clear, outside, silhouettes_of
from .staged import (
    DOCUMENT_IDS,
    THEMES,
    VIEWPORTS,
    frame,
    measure,
    opened,
    shown,
    speaking,
    stages,
    viewport,
)

TITLES = {"input", "filters", "output"}
DIMENSIONS = {"axis-h", "axis-w", "axis-cin", "axis-cout"}


def assert_well_set(scene, must):
    """Labels that must be seen are there, without a plate, and cover nothing."""
    labels = {label.id: label for label in scene.labels}
    assert must <= set(labels)
    assert [label.id for label in scene.labels if label.plate] == []
    assert_clear(scene.labels, silhouettes_of(scene), scene.width, scene.height)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", VIEWPORTS)
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_at_rest_every_label_of_the_documents_stands_free(document_id, size, language):
    with speaking(language):
        for theme in THEMES:
            scene = frame(opened(document_id, theme), Playback(), viewport(*size))
            assert scene.theme == theme
            assert_well_set(scene, TITLES | DIMENSIONS)


@pytest.mark.parametrize("size", VIEWPORTS)
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_after_the_story_every_label_stands_free(document_id, size):
    resolved = opened(document_id)
    end = resolved.stage.storyboard.duration
    assert_well_set(frame(resolved, Playback(end), viewport(*size)), TITLES | DIMENSIONS)


@pytest.mark.parametrize("options", [{"apart": 1.0}, {"orthographic": True}, {"cut_row": 9}])
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_titles_stand_free_however_the_stage_is_opened(document_id, options):
    first = opened(document_id)
    resolved = shown(first.document, first.stage.selection, ViewOptions(**options))
    scene = frame(resolved, Playback(), viewport(*VIEWPORTS[1]))
    assert {label.id for label in scene.labels} >= TITLES
    assert_clear(scene.labels, silhouettes_of(scene), scene.width, scene.height)


@settings(max_examples=25)
@given(stages(most_filters=100), st.sampled_from(VIEWPORTS))
def test_labels_of_any_stage_at_rest_cover_nothing(resolved, size):
    scene = frame(resolved, Playback(), viewport(*size))
    assert_clear(scene.labels, silhouettes_of(scene), scene.width, scene.height)


@pytest.mark.parametrize("size", VIEWPORTS[:2])
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_while_it_sums_and_fills_labels_cover_no_cell(document_id, size):
    resolved = opened(document_id)
    story = resolved.stage.storyboard
    for beat in story.beats[1 : story.index_at(story.cell_end) + 3]:
        for share in (0.3, 0.7):
            time = beat.start + beat.duration * share
            scene = frame(resolved, Playback(time), viewport(*size))
            assert_clear(scene.labels, silhouettes_of(scene), scene.width, scene.height)


def test_a_label_longer_than_the_picture_breaks_nothing():
    long = Viewport(400.0, 240.0, lambda key, numbers: (Span("x" * 300),), measure)
    frame(opened("seed-direct"), Playback(), long)


def test_without_perspective_a_silhouette_is_whole_even_behind_the_eye():
    scene = frame(opened("seed-bottleneck"), Playback(), viewport())
    camera = replace(scene.camera, orthographic=True, yaw=89.0, distance=40.0)
    hulls = silhouettes(scene.boxes, camera, scene.width, scene.height)
    for record in scene.boxes:
        shot = project(camera, scene.width, scene.height, corners(record.low, record.size))
        assert outside(hulls[record.id], shot[:, :2]) <= 0.01 * scene.width
