"""The chain strip's layout: one scale for all, nothing overlaps, everything can be hit."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.shape import Shape
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.strip import LETTERING, StripItem, StripStep, lay_strip, shape_spans, volume_at

WIDTH, HEIGHT = 1024.0, 96.0


def measure(spans, points, weight):
    return sum(len(span.text) for span in spans) * points * 0.6, points * 1.3


def chain(*shapes, selected=1, words="16 × 1×1×192"):
    return tuple(
        StripItem(
            id=f"node{index}",
            shape=Shape(*shape),
            kind="conv2d" if index else "input",
            name=f"layer {index}",
            operation=(Span(words),) if index else (),
            steps=(StripStep(f"relu{index}", Span("ReLU")),) if index else (),
            selected=index == selected,
        )
        for index, shape in enumerate(shapes)
    )


LESSON = chain((192, 28, 28), (16, 28, 28), (32, 28, 28))


def across(volume):
    return volume.front[1][0] - volume.front[0][0]


def down(volume):
    return volume.front[2][1] - volume.front[1][1]


def deep(volume):
    return math.dist(volume.top[0], volume.top[1])


def test_the_lesson_is_drawn_to_one_scale():
    strip = lay_strip(LESSON, WIDTH, HEIGHT, measure)
    wide, thin, output = strip.volumes
    for volume in (wide, thin, output):
        assert across(volume) == pytest.approx(28 * strip.scale)
    assert down(wide) == pytest.approx(28 * strip.scale)
    assert deep(wide) / deep(thin) == pytest.approx(192 / 16)
    assert deep(output) / deep(thin) == pytest.approx(2.0)
    assert deep(wide) == pytest.approx(192 * strip.depth)
    assert strip.content_width == WIDTH


def test_a_slab_of_one_channel_and_a_volume_of_one_cell_stay_visible():
    strip = lay_strip(chain((512, 64, 64), (1, 64, 64), (10, 1, 1)), WIDTH, HEIGHT, measure)
    _, slab, dot = strip.volumes
    assert slab.side[1][0] - slab.side[0][0] >= 2.0 - 1e-9
    assert across(dot) >= 4.0 and down(dot) >= 4.0


def test_the_current_layer_is_lit_with_its_arrow_and_dimensions():
    strip = lay_strip(LESSON, WIDTH, HEIGHT, measure)
    assert [volume.lit for volume in strip.volumes] == [False, True, False]
    assert [arrow.lit for arrow in strip.arrows] == [True, False]
    assert [volume.shape_spans[-1].role for volume in strip.volumes] == [
        Role.CIN,
        Role.COUT,
        Role.MUTED,
    ]
    assert [span.role for span in strip.volumes[0].shape_spans][::2] == [Role.H, Role.W, Role.CIN]


def test_the_shape_reads_height_width_channels():
    assert "".join(span.text for span in shape_spans(Shape(3, 20, 30))) == "20×30×3"


def test_a_volume_is_hit_on_every_face_and_with_all_that_belongs_to_it():
    strip = lay_strip(LESSON, WIDTH, HEIGHT, measure)
    for volume in strip.volumes:
        for quad in (volume.front, volume.top, volume.side):
            x, y = (sum(point[axis] for point in quad) / 4 for axis in (0, 1))
            assert volume_at(strip, x, y) == volume.id
        assert volume_at(strip, *volume.name_at) == volume.id
        assert volume_at(strip, *volume.shape_at) == volume.id
    for arrow in strip.arrows:
        middle = (arrow.start[0] + arrow.end[0]) / 2
        assert volume_at(strip, middle, arrow.start[1]) == arrow.id
    assert volume_at(strip, 1.0, 50.0) is None
    assert volume_at(strip, WIDTH - 1.0, 50.0) is None


def test_text_gives_way_before_volumes_and_volumes_before_scrolling():
    shapes = [(16, 28, 28)]
    written, scales, widths = [], [], []
    for _ in range(24):
        shapes.append((16, 28, 28))
        strip = lay_strip(chain(*shapes), WIDTH, HEIGHT, measure)
        written.append(sum(bool(arrow.text) for arrow in strip.arrows) / len(strip.arrows))
        scales.append(strip.scale)
        widths.append(strip.content_width)
    assert written[0] == 1.0 and written[-1] < 0.1
    assert scales[0] > scales[-1] > 0.4 * scales[0]
    assert widths[0] == WIDTH and widths[-1] > WIDTH
    lit = [arrow for arrow in strip.arrows if arrow.lit]
    assert lit[0].text  # what is current keeps its words


def test_nothing_to_lay():
    strip = lay_strip((), WIDTH, HEIGHT, measure)
    assert not strip.volumes and volume_at(strip, 5, 5) is None


shapes = st.tuples(st.sampled_from([1, 3, 16, 192, 1024]), st.integers(1, 300), st.integers(1, 300))


@settings(max_examples=80)
@given(st.lists(shapes, min_size=1, max_size=14), st.integers(0, 13), st.floats(240, 1920))
def test_whatever_the_network_nothing_overlaps_or_leaves_the_strip(given_shapes, selected, width):
    items = chain(*given_shapes, selected=selected)
    strip = lay_strip(items, width, HEIGHT, measure)
    assert strip.content_width >= strip.width == width
    before = 0.0
    for volume in strip.volumes:
        left, top, wide, high = volume.slot
        assert left >= before - 1e-6 and left + wide <= strip.content_width + 1e-6
        assert top >= 0 and top + high <= HEIGHT
        before = left + wide
        for x, y in (*volume.front, *volume.top, *volume.side):
            assert left - 1e-6 <= x <= left + wide + 1e-6
            assert 0.0 <= y <= HEIGHT - LETTERING + 1e-6
        middle = [sum(point[axis] for point in volume.front) / 4 for axis in (0, 1)]
        assert volume_at(strip, *middle) == volume.id
    for arrow, left, right in zip(strip.arrows, strip.volumes, strip.volumes[1:], strict=False):
        assert arrow.end[0] > arrow.start[0]
        assert arrow.start[0] >= max(x for x, _ in left.side)
        assert arrow.end[0] <= right.front[0][0]
