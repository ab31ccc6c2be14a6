"""The camera: where a world point is on the screen, and what a screen point looks at."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.scene.animation import animation_at
from convviz.scene.camera import (
    NEAREST,
    Camera,
    axes,
    blend,
    eye,
    fit,
    magnified,
    project,
    projection_matrix,
    ray,
    view_matrix,
)
from convviz.scene.layout import corners
from convviz.scene.shots import VIEWS, shots_of, story_camera, view_camera
from convviz.scene.timeline import Phase

from .staged import DOCUMENT_IDS, VIEWPORTS, opened

few = settings(max_examples=40)
sides = st.floats(-60.0, 60.0)
cameras = st.builds(
    Camera,
    target=st.tuples(sides, sides, sides),
    yaw=st.floats(-180.0, 180.0),
    pitch=st.floats(-89.0, 89.0),
    distance=st.floats(20.0, 900.0),
    field=st.floats(8.0, 60.0),
    orthographic=st.booleans(),
)
pixels = st.tuples(st.floats(300.0, 2000.0), st.floats(200.0, 1200.0))


@few
@given(cameras)
def test_axes_are_a_right_handed_frame(camera):
    right, down, forward = axes(camera)
    frame = np.stack([right, down, forward])
    assert np.allclose(frame @ frame.T, np.eye(3), atol=1e-12)
    assert np.allclose(np.cross(right, down), forward, atol=1e-12)
    assert abs(right[1]) < 1e-12  # the horizon stays level
    assert down[1] > 0.0
    assert np.allclose(eye(camera) + forward * camera.distance, camera.target)


def test_yaw_and_pitch_turn_towards_right_and_top_faces():
    straight = Camera(yaw=0.0, pitch=0.0)
    assert [list(axis) for axis in axes(straight)] == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert eye(Camera(yaw=30.0))[0] > 0.0
    assert eye(Camera(pitch=30.0))[1] < 0.0


@few
@given(cameras, pixels, st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.floats(0.3, 3.0))
def test_ray_and_project_are_inverse(camera, size, u, v, far):
    width, height = size
    x, y = u * width, v * height
    origin, direction = ray(camera, width, height, x, y)
    assert np.linalg.norm(direction) == pytest.approx(1.0)
    along = far * camera.distance + (4.0 * camera.distance if camera.orthographic else 0.0)
    point = origin + direction * along
    shot = project(camera, width, height, point[None])[0]
    assert shot[:2] == pytest.approx((x, y), abs=1e-4)
    assert shot[2] == pytest.approx((point - eye(camera)) @ axes(camera)[2])


@few
@given(cameras, pixels)
def test_the_target_is_in_the_middle(camera, size):
    shot = project(camera, *size, np.asarray(camera.target)[None])[0]
    assert shot == pytest.approx((size[0] / 2, size[1] / 2, camera.distance), abs=1e-5)


@few
@given(cameras, pixels, st.tuples(sides, sides, sides))
def test_project_is_what_opengl_does_with_the_matrices(camera, size, point):
    width, height = size
    whole = projection_matrix(camera, width, height) @ view_matrix(camera)
    clip = whole @ np.array([*point, 1.0])
    assume(clip[3] > camera.distance * 0.05)
    shot = project(camera, width, height, np.array([point]))[0]
    x, y, z = clip[:3] / clip[3]
    assert shot[:2] == pytest.approx(((x + 1) / 2 * width, (1 - y) / 2 * height), abs=1e-6)
    assert (z <= 1.0) == (shot[2] <= camera.distance * 12.0)  # before the far plane


@few
@given(cameras, pixels, st.lists(st.tuples(sides, sides, sides), min_size=1, max_size=3))
def test_without_perspective_depth_changes_no_place(camera, size, points):
    flat = replace(camera, orthographic=True)
    world = np.array(points)
    moved = world + axes(flat)[2] * 17.0
    near, far = (project(flat, *size, each) for each in (world, moved))
    assert np.allclose(near[:, :2], far[:, :2], atol=1e-6)
    assert np.allclose(far[:, 2] - near[:, 2], 17.0)


@few
@given(cameras, pixels)
def test_without_perspective_the_scale_at_the_target_is_the_same(camera, size):
    right, down, _ = axes(camera)
    points = np.asarray(camera.target) + np.stack([right, down])
    flat, deep = (
        project(replace(camera, orthographic=each), *size, points)[:, :2] for each in (True, False)
    )
    assert np.allclose(flat, deep, atol=1e-6)


extents = st.floats(0.5, 200.0)


@few
@given(
    st.floats(-80.0, 80.0),
    st.floats(-60.0, 60.0),
    st.booleans(),
    pixels,
    st.tuples(extents, extents, extents),
    st.tuples(*[st.floats(0.0, 0.2)] * 4),
)
def test_fit_keeps_all_points_inside_the_margins_and_fills_them(
    yaw, pitch, flat, size, extent, shares
):
    width, height = size
    left, right = shares[0] * width, shares[2] * width
    top, bottom = shares[1] * height, shares[3] * height
    points = corners(np.array([-3.0, 5.0, 2.0]), np.array(extent))
    start = Camera(yaw=yaw, pitch=pitch, field=20.0, orthographic=flat)
    camera = fit(start, points, width, height, (left, top, right, bottom))
    assert (camera.yaw, camera.pitch, camera.field) == (yaw, pitch, 20.0)
    assert camera.orthographic == flat
    shot = project(camera, width, height, points)
    assert flat or (shot[:, 2] > 0.0).all()
    x0, y0 = shot[:, :2].min(axis=0)
    x1, y1 = shot[:, :2].max(axis=0)
    slack = 1e-6 * max(width, height)
    assert x0 >= left - slack and x1 <= width - right + slack
    assert y0 >= top - slack and y1 <= height - bottom + slack
    filled = max((x1 - x0) / (width - left - right), (y1 - y0) / (height - top - bottom))
    too_near = (
        not flat and shot[:, 2].min() < NEAREST * camera.distance * 1.01
    )  # then it stays back
    assert filled > 1.0 - 1e-6 or too_near
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    assert middle == pytest.approx(
        ((left + width - right) / 2, (top + height - bottom) / 2), abs=1e-3
    )


@few
@given(cameras, cameras, st.floats(0.0, 1.0))
def test_blend_begins_and_ends_exactly_and_stays_between(a, b, u):
    assert blend(a, b, 0.0) == a and blend(a, b, -1.0) == a
    assert blend(a, b, 1.0) == b and blend(a, b, 2.0) == b
    between = blend(a, b, u)
    for name in ("yaw", "pitch", "distance", "field"):
        low, high = sorted((getattr(a, name), getattr(b, name)))
        assert low - 1e-6 <= getattr(between, name) <= high + 1e-6
    if 0.0 < u < 1.0:
        share = math.log(between.distance / a.distance)
        assert share == pytest.approx(u * math.log(b.distance / a.distance), abs=1e-9)


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
@pytest.mark.parametrize("flat", [False, True])
def test_every_named_view_shows_the_whole_stage(document_id, viewport, flat):
    from convviz.scene.layout import content

    layout = opened(document_id).stage.model.layout
    for name in ("", *VIEWS):
        camera = view_camera(layout, name, *viewport, flat)
        assert camera.orthographic == flat
        shot = project(camera, *viewport, content(layout))
        assert (shot[:, :2] >= 0.0).all() and (shot[:, :2] <= np.array(viewport)).all(), name
        if name:
            yaw, pitches = VIEWS[name]
            assert camera.yaw == yaw and camera.pitch in pitches


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_the_storys_camera_never_jumps(document_id):
    stage = opened(document_id).stage
    story, (width, height) = stage.storyboard, VIEWPORTS[1]
    shots = shots_of(stage.model, width, height, False)
    centre = np.asarray(stage.model.layout.input_size)[None] / 2
    step, before = 1 / 60, None
    until = story.cell_end + 0.5
    for time in np.arange(0.0, until, step):
        camera = story_camera(shots, animation_at(story, float(time)))
        if before is not None:
            assert abs(camera.yaw - before.yaw) < 4.0 and abs(camera.pitch - before.pitch) < 2.0
            assert abs(math.log(camera.distance / before.distance)) < 0.15
        before = camera
        assert np.isfinite(project(camera, width, height, centre)).all()
    assert story_camera(shots, animation_at(story, story.cell_end)) == shots.rest


def test_channel_by_channel_the_camera_rests():
    stage = opened("seed-bottleneck").stage
    shots = shots_of(stage.model, *VIEWPORTS[1], False)
    singles = [b for b in stage.storyboard.beats if b.phase is Phase.CHANNEL]
    seen = {
        story_camera(shots, animation_at(stage.storyboard, beat.start + beat.duration * share))
        for beat in singles
        for share in (0.0, 0.4, 0.9)
    }
    assert len(seen) == 1


@given(cameras, pixels, st.floats(0.5, 4.0), st.tuples(st.floats(-0.8, 0.8), st.floats(-0.8, 0.8)))
def test_a_picture_magnified_and_moved_is_the_same_picture(camera, size, zoom, shift):
    """In pixels and in lines of sight, parallel or in perspective; the eye stays where it is."""
    moved = magnified(camera, zoom, shift)
    points = np.asarray(camera.target) + np.random.default_rng(3).normal(size=(6, 3))
    middle, by = np.array(size) / 2, np.array(size) * shift
    before = project(camera, *size, points)[:, :2]
    after = project(moved, *size, points)[:, :2]
    assert after == pytest.approx((before - middle) * zoom + middle + by, rel=1e-6, abs=1e-4)
    assert eye(moved) == pytest.approx(eye(camera))
    for old, new in zip(before, after, strict=True):
        origin, direction = ray(camera, *size, *old)
        start, along = ray(moved, *size, *new)
        assert along == pytest.approx(direction, abs=1e-6)
        assert np.cross(start - origin, direction) == pytest.approx(np.zeros(3), abs=1e-3)
