"""Lines that boxes hide: found by arithmetic, compared with sampling the line of sight."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.render.paint.hidden_lines import hidden_stretches, occluders, visible_parts
from convviz.render.paint.projection import (
    Lens,
    clip_polygon,
    clip_segments,
    clip_to_view,
    convex_hull,
    lens_of,
)
from convviz.scene.camera import Camera, axes, eye, project
from convviz.scene.primitives import Scene

WIDTH, HEIGHT = 500.0, 400.0


def lens(camera: Camera) -> Lens:
    return lens_of(Scene(camera, WIDTH, HEIGHT, "dark"))


def hidden_at(camera, low, size, point):
    """Whether a box lies on the line of sight before a point, by the definition of a slab."""
    origin = point - axes(camera)[2] * 500.0 if camera.orthographic else eye(camera)
    step = point - origin
    enter, leave = -np.inf, np.inf
    for axis in range(3):
        if abs(step[axis]) < 1e-12:
            if not low[axis] < origin[axis] < low[axis] + size[axis]:
                return False
            continue
        a = (low[axis] - origin[axis]) / step[axis]
        b = (low[axis] + size[axis] - origin[axis]) / step[axis]
        enter, leave = max(enter, min(a, b)), min(leave, max(a, b))
    return leave > enter + 1e-6 and 1e-6 < enter < 1.0 - 1e-5


places = st.tuples(st.floats(-12, 12), st.floats(-12, 12), st.floats(-12, 12))


@settings(max_examples=120)
@given(
    start=places,
    end=places,
    yaw=st.floats(-170, 170),
    pitch=st.floats(-75, 75),
    orthographic=st.booleans(),
)
def test_what_is_hidden_is_what_cannot_be_seen(start, end, yaw, pitch, orthographic):
    low, size = np.array([-3.0, -2.0, -4.0]), np.array([6.0, 3.0, 8.0])
    camera = Camera((0, 0, 0), yaw, pitch, 60.0, 26.0, orthographic)
    start, end = np.array(start), np.array(end)
    glass = lens(camera)
    flat = np.concatenate([glass.screen(start), glass.screen(end)])
    assume(not _grazes(start, end, low, size))
    assume(np.linalg.norm(flat[2:] - flat[:2]) > 12.0)
    ready = occluders(camera, glass, low[None], size[None])
    found = hidden_stretches(ready, flat, start, end)
    near, far = (start - eye(camera)) @ axes(camera)[2], (end - eye(camera)) @ axes(camera)[2]
    for share in np.linspace(0.02, 0.98, 33):
        world = share if orthographic else share * near / (far + share * (near - far))
        point = start + (end - start) * world
        around = [
            hidden_at(camera, low, size, start + (end - start) * np.clip(world + d, 0, 1))
            for d in (-0.02, 0.0, 0.02)
        ]
        if len(set(around)) > 1:
            continue  # too near to a border for sampling
        covered = any(t0 <= share <= t1 for _, t0, t1 in found)
        assert covered == around[1], (share, point)


def _grazes(start, end, low, size):
    """Whether a line runs so near along a face that touching decides."""
    at = np.linspace(start, end, 400)
    outer = ((at > low - 0.05) & (at < low + size + 0.05)).all(axis=1)
    inner = ((at > low + 0.05) & (at < low + size - 0.05)).all(axis=1)
    return int((outer & ~inner).sum()) > 40


def test_lines_on_the_near_faces_show_and_those_on_far_ones_do_not():
    low, size = np.array([0.0, 0.0, 0.0]), np.array([4.0, 4.0, 8.0])
    camera = Camera((2, 2, 4), 24.0, 28.0, 50.0)
    glass = lens(camera)
    ready = occluders(camera, glass, low[None], size[None])

    def covered(start, end):
        start, end = np.array(start, dtype=float), np.array(end, dtype=float)
        flat = np.concatenate([glass.screen(start), glass.screen(end)])
        return sum(t1 - t0 for _, t0, t1 in hidden_stretches(ready, flat, start, end))

    assert covered((1, 1, 0), (3, 1, 0)) == 0.0  # on the front
    assert covered((0, 0, 0), (4, 0, 0)) == 0.0  # along an edge
    assert covered((1, 0, 1), (1, 0, 7)) == 0.0  # on the top
    assert covered((1, 1, 8), (3, 3, 8)) > 0.95  # on the back
    assert covered((2, 2, 1), (2, 2, 7)) > 0.95  # inside
    assert 0.2 < covered((-8, 2, 9), (12, 2, 9)) < 0.8  # passing behind
    assert 0.1 < covered((2, 2, 4), (14, 2, -4)) < 0.5  # coming out of it towards the viewer


def test_parts_between_stretches_remain():
    assert visible_parts([]) == [(0.0, 1.0)]
    assert visible_parts([(0, 0.5, 0.7), (1, 0.2, 0.6)]) == [(0.0, 0.2), (0.7, 1.0)]
    assert visible_parts([(0, 0.0, 0.4), (1, 0.3, 1.0)]) == []


def test_the_lens_agrees_with_the_camera():
    points = np.random.default_rng(2).uniform(-5, 5, (40, 3))
    for orthographic in (False, True):
        camera = Camera((1, 2, 3), 33.0, -12.0, 40.0, 30.0, orthographic)
        flat = project(camera, WIDTH, HEIGHT, points)[:, :2]
        assert np.allclose(lens(camera).screen(points), flat)


def test_what_passes_the_eye_is_cut_there():
    camera = Camera((0, 0, 0), 0.0, 0.0, 10.0)
    glass = lens(camera)
    start, end = (
        np.array([[1.0, 0.0, 5.0], [0.0, 0.0, -30.0]]),
        np.array([[1.0, 0, -30], [0, 1, -40]]),
    )
    flat, kept = clip_segments(glass, start, end)
    assert kept.tolist() == [0] and np.isfinite(flat).all()
    a, b, _ = clip_to_view(glass, start, end)
    assert np.allclose(a[0], start[0]) and -10.0 < b[0, 2] < -9.0
    quad = np.array([[-1, 0, 5], [1, 0, 5], [1, 0, -30], [-1, 0, -30]], dtype=float)
    cut = clip_polygon(glass, quad + np.array([0, 1, 0]))
    assert len(cut) == 4 and np.isfinite(cut).all()
    assert len(clip_polygon(glass, quad - np.array([0, 0, 60]))) == 0


def test_the_hull_of_points():
    points = np.array([[0, 0], [2, 0], [2, 2], [0, 2], [1, 1], [1, 0]], dtype=float)
    assert sorted(map(tuple, convex_hull(points))) == [(0, 0), (0, 2), (2, 0), (2, 2)]
    assert len(convex_hull(np.array([[1.0, 1.0], [1.0, 1.0]]))) == 1


@pytest.mark.parametrize("count", [0, 1])
def test_few_boxes(count):
    camera = Camera()
    ready = occluders(camera, lens(camera), np.zeros((count, 3)), np.ones((count, 3)))
    flat = np.array([0.0, 0.0, 10.0, 0.0])
    assert hidden_stretches(ready, flat, np.zeros(3), np.ones(3)) == []
