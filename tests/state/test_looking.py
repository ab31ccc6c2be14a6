"""Looking around: orbit, pan, zoom, named views, and what brings the story's camera back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.scene.camera import Camera, axes, eye, project, ray
from convviz.scene.moment import moment
from convviz.state.frame import camera_of
from convviz.state.intents import Orbit, Pan, SetOption, SetView, Zoom
from convviz.state.looking import DISTANCE_RANGE, LOOKS, PITCH_RANGE, look
from convviz.state.view import ViewOptions

from ..scene.staged import opened

few = settings(max_examples=40)
SIZE = (960.0, 460.0)
sides = st.floats(-60.0, 60.0)
cameras = st.builds(
    Camera,
    target=st.tuples(sides, sides, sides),
    yaw=st.floats(-179.0, 179.0),
    pitch=st.floats(-80.0, 80.0),
    distance=st.floats(20.0, 900.0),
    field=st.just(20.0),
    orthographic=st.booleans(),
)


def looked(camera, intent, view=None):
    """The camera after an intent."""
    stage = opened("five-filters").stage
    return look(view or ViewOptions(camera=camera), intent, camera, stage, *SIZE).camera


def at_target_plane(camera, x, y):
    """The world point under a screen point, as far away as the target."""
    origin, direction = ray(camera, *SIZE, x, y)
    forward = axes(camera)[2]
    along = ((np.asarray(camera.target) - origin) @ forward) / (direction @ forward)
    return origin + direction * along


@few
@given(cameras, st.floats(-400.0, 400.0), st.floats(-200.0, 200.0))
def test_orbit_turns_about_the_target(camera, yaw, pitch):
    turned = looked(camera, Orbit(yaw, pitch))
    assert turned.target == camera.target and turned.distance == camera.distance
    assert -180.0 <= turned.yaw <= 180.0
    assert ((turned.yaw - camera.yaw - yaw + 180.0) % 360.0) == pytest.approx(180.0)
    low, high = PITCH_RANGE
    assert turned.pitch == min(max(camera.pitch + pitch, low), high)
    assert np.linalg.norm(eye(turned) - camera.target) == pytest.approx(camera.distance)


@few
@given(cameras, st.floats(-500.0, 500.0), st.floats(-300.0, 300.0))
def test_pan_moves_the_picture_by_pixels(camera, dx, dy):
    before = np.asarray(camera.target)
    moved = looked(camera, Pan(dx, dy))
    assert (moved.yaw, moved.pitch, moved.distance) == (
        camera.yaw,
        camera.pitch,
        camera.distance,
    )
    shot = project(moved, *SIZE, before[None])[0]
    assert shot[:2] == pytest.approx((SIZE[0] / 2 + dx, SIZE[1] / 2 + dy), abs=1e-3)


@few
@given(cameras, st.floats(0.2, 5.0), st.floats(0.0, SIZE[0]), st.floats(0.0, SIZE[1]))
def test_zoom_keeps_the_point_under_the_pointer(camera, factor, x, y):
    under = at_target_plane(camera, x, y)
    nearer = looked(camera, Zoom(factor, x, y))
    assert nearer.distance == pytest.approx(camera.distance / factor)
    assert project(nearer, *SIZE, under[None])[0][:2] == pytest.approx((x, y), abs=1e-3)


@few
@given(cameras, st.floats(0.2, 5.0), st.floats(0.0, SIZE[0]), st.floats(0.0, SIZE[1]))
def test_zooming_back_comes_back(camera, factor, x, y):
    there = looked(camera, Zoom(factor, x, y))
    back = looked(there, Zoom(1.0 / factor, x, y))
    assert back.target == pytest.approx(camera.target, abs=1e-3)
    assert back.distance == pytest.approx(camera.distance)


@pytest.mark.parametrize("factor", [1e-9, 1e9])
def test_zoom_stays_in_its_range_and_keeps_its_point_there_too(factor):
    camera = Camera(distance=100.0)
    zoomed = looked(camera, Zoom(factor, 300.0, 200.0))
    assert zoomed.distance in DISTANCE_RANGE
    again = looked(zoomed, Zoom(factor, 300.0, 200.0))
    assert again.target == pytest.approx(zoomed.target)


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("name", ["front", "top", "side"])
def test_named_views_look_along_an_axis(name, flat):
    camera = looked(Camera(), SetView(name), ViewOptions(camera=Camera(), orthographic=flat))
    forward = axes(camera)[2]
    along = {"front": (0, 0, 1), "top": (0, 1, 0), "side": (-1, 0, 0)}[name]
    assert forward @ along > 0.99
    assert camera.orthographic is flat


def test_reset_gives_the_story_its_camera_back_and_closes_the_stage():
    view = ViewOptions(
        orthographic=True, glass=False, apart=0.5, cut_row=3, cut_column=2, cut_channel=1,
        camera=Camera(),
    )  # fmt: skip
    stage = opened("seed-bottleneck").stage
    after = look(view, SetView("reset"), Camera(), stage, *SIZE)
    assert after == ViewOptions(orthographic=True, glass=False)
    now = moment(stage.storyboard, 0.0)
    camera = camera_of(stage.cast, now, after, *SIZE)
    assert camera.orthographic
    assert camera_of(stage.cast, now, replace(after, camera=Camera()), *SIZE) == Camera()


@pytest.mark.parametrize(
    "intent", [SetOption("glass", False), SetOption("apart", 0.5), SetOption("cut_row", 4)]
)
def test_options_leave_a_camera_that_the_user_moved_alone(intent):
    view = ViewOptions(camera=Camera(yaw=70.0))
    after = look(view, intent, view.camera, opened("five-filters").stage, *SIZE)
    assert after == replace(view, **{intent.name: intent.value})


def test_perspective_can_be_left_without_losing_the_view():
    camera = Camera(yaw=70.0)
    flat = looked(camera, SetOption("orthographic", True))
    assert flat == replace(camera, orthographic=True)
    assert looked(flat, SetOption("orthographic", False)) == camera


@pytest.mark.parametrize(
    "intent", [Orbit(5.0, 5.0), Pan(3.0, 3.0), Zoom(2.0, 1.0, 1.0), SetView("front")]
)
def test_without_a_stage_there_is_nothing_to_look_at(intent):
    assert isinstance(intent, LOOKS)
    assert look(ViewOptions(), intent, None, None, *SIZE) == ViewOptions()
