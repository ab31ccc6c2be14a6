"""Labels of the stages that are no sum of products: over no cell, over no other label."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.layers import AveragePool, Linear, MaxPool, ReLU, Softmax
from convviz.scene.camera import project
from convviz.scene.labels import hull as outer
from convviz.scene.layout import corners
from convviz.scene.timeline import Phase
from convviz.state.frame import Viewport
from convviz.state.view import Playback, Selection

from .label_checks import box, silhouettes_of
from .polygons import shared_area
from .staged import (
    THEMES,
    VIEWPORTS,
    frame,
    measure,
    network_of,
    of_network,
    record_of,
    say,
    shown,
    speaking,
    times,
    viewport,
)
from .test_work import LAYERS

STAGES = {
    **{name: (layer, (6, 8, 9), ()) for name, layer in LAYERS.items()},
    "five": (MaxPool((5, 5), (2, 2), (2, 2)), (6, 12, 12), ()),
    "wide": (MaxPool((7, 7), (2, 2)), (3, 12, 12), ()),
    "four": (AveragePool((4, 4), (1, 1)), (3, 9, 9), (ReLU(),)),
    "hundred": (Softmax(), (100, 1, 1), ()),
    "linear": (Linear(10), (16, 1, 1), (ReLU(),)),
}
FLYING = "sum"  # the value that lands goes with its cube, whatever it passes over
LEAST_MARGIN = 0.015  # of the picture's height


def staged(name, theme="dark"):
    """A stage of one layer with a cell in the middle of its output."""
    layer, shape, after = STAGES[name]
    document = of_network(network_of(layer, shape, *after))
    middle = (size // 2 for size in shown(document).stage.output_shape)
    return shown(document, Selection(*middle), theme=theme)


def moments(story):
    """Moments all over the telling of a cell, and of the first maps after it."""
    for beat in story.beats[: story.index_at(story.cell_end) + 3]:
        for share in (0.15, 0.4, 0.65, 0.9):
            yield Playback(beat.start + share * beat.duration, True)
        yield Playback(beat.end)


def assert_free(scene):
    """Every label but what flies, and notes that found no room, covers no cell and no label."""
    labels = [each for each in scene.labels if each.id.startswith("work-") or not each.plate]
    polygons = silhouettes_of(scene)
    for i, label in enumerate(labels):
        assert label.x >= 0 and label.x + label.width <= scene.width, label.id
        assert label.y >= 0 and label.y + label.height <= scene.height, label.id
        if label.id == FLYING:
            continue
        for name, polygon in polygons:
            assert shared_area(box(label), polygon) < 1e-6, (label.id, name)
        for other in labels[i + 1 :]:
            assert shared_area(box(label), box(other)) < 1e-6, (label.id, other.id)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", VIEWPORTS)
@pytest.mark.parametrize("name", STAGES)
def test_labels_cover_no_cell_and_no_label_at_any_moment(name, size, language):
    resolved = staged(name)
    with speaking(language):
        for playback in moments(resolved.stage.storyboard):
            assert_free(frame(resolved, playback, viewport(*size)))


@pytest.mark.parametrize("name", STAGES)
def test_letters_twice_as_large_cover_nothing_either(name):
    def doubled(spans, points, weight):
        return measure(spans, 2 * points, weight)

    resolved = staged(name)
    large = Viewport(960.0, 460.0, say, doubled)
    for playback in moments(resolved.stage.storyboard):
        scene = frame(resolved, playback, large)
        numbers = [label for label in scene.labels if label.id[5:].isdigit()]
        assert_free(replace(scene, labels=tuple(numbers)))


@pytest.mark.parametrize("name", STAGES)
def test_a_theme_moves_no_label(name):
    dark, light = (staged(name, theme) for theme in THEMES)
    for playback in moments(dark.stage.storyboard):
        one, other = (frame(each, playback, viewport()).labels for each in (dark, light))
        assert [(a.id, a.x, a.y) for a in one] == [(b.id, b.x, b.y) for b in other]


@settings(max_examples=40)
@given(st.sampled_from(tuple(STAGES)), st.data(), st.sampled_from(VIEWPORTS))
def test_labels_of_any_cell_stand_free(name, data, size):
    layer, shape, after = STAGES[name]
    document = of_network(network_of(layer, shape, *after))
    output = shown(document).stage.output_shape
    cell = (data.draw(st.integers(0, count - 1)) for count in output)
    resolved = shown(document, Selection(*cell))
    time = data.draw(times(resolved.stage.storyboard))
    assert_free(frame(resolved, Playback(time, True), viewport(*size)))


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", VIEWPORTS)
@pytest.mark.parametrize("name", [name for name in STAGES if name != "linear"])
def test_what_it_comes_to_stands_off_the_outlined_place(name, size, language):
    resolved, quoted = staged(name), 0
    with speaking(language):
        for playback in moments(resolved.stage.storyboard):
            scene = frame(resolved, playback, viewport(*size))
            outlines = [
                outer(project(scene.camera, *size, np.concatenate([each.start, each.end]))[:, :2])
                for each in scene.lines
                if each.id in ("work-awaited", "work-awaited-total")
            ]
            for label in scene.labels:
                if label.id in ("work-result", "work-sum"):
                    quoted += 1
                    for outline in outlines:
                        assert shared_area(box(label), outline) < 1e-6, (label.id, playback)
    assert quoted


@pytest.mark.parametrize("time", [4.0, 4.5, 5.0, 5.5, 6.0])
def test_a_title_stands_over_the_nearest_and_the_farthest_edges_of_bars(time):
    layer, shape, after = STAGES["lrn"]  # found by the test above: the bars' corner met the title
    document = of_network(network_of(layer, shape, *after))
    resolved = shown(document, Selection(2, 4, 5))
    assert_free(frame(resolved, Playback(time, True), viewport(1600.0, 900.0)))


@pytest.mark.parametrize("size", VIEWPORTS)
@pytest.mark.parametrize("name", [name for name in STAGES if name != "linear"])
def test_what_lands_stays_in_the_picture_on_its_way(name, size):
    layer, shape, after = STAGES[name]
    document = of_network(network_of(layer, shape, *after))
    output = shown(document).stage.output_shape
    for place in ((0, 0, 0), tuple(count - 1 for count in output)):
        resolved = shown(document, Selection(*place))
        beat = resolved.stage.storyboard.first_of(Phase.LAND)
        for step in range(1, 20):
            playback = Playback(beat.start + step / 20 * beat.duration, True)
            scene = frame(resolved, playback, viewport(*size))
            record = record_of(scene.boxes, "work-result")
            if record is None:
                continue
            shot = project(scene.camera, *size, corners(record.low, record.size))
            margin = LEAST_MARGIN * size[1]
            assert (shot[:, 0] >= margin).all() and (shot[:, 0] <= size[0] - margin).all()
            assert (shot[:, 1] >= margin).all() and (shot[:, 1] <= size[1] - margin).all()


@pytest.mark.parametrize("size", VIEWPORTS)
def test_numbers_stand_under_the_cells_of_a_window_where_they_have_room(size):
    resolved = staged("max")
    beat = resolved.stage.storyboard.first_of(Phase.MAKE)
    playback = Playback(beat.start + 0.3 * beat.duration, True)
    labels = frame(resolved, playback, viewport(*size)).labels
    assert sum(label.id[5:].isdigit() for label in labels) == 9
