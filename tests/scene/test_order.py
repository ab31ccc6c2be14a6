"""The painter's order: nothing nearer is painted before what it hides."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.scene.camera import Camera, axes, eye
from convviz.scene.order import Face, back_to_front, box_corners, faces_towards, may_hide


def disjoint_boxes(seed: int, wanted: int, sticks: bool) -> tuple[np.ndarray, np.ndarray]:
    """Boxes on an integer grid, some touching, none intersecting."""
    random = np.random.default_rng(seed)
    low: list[np.ndarray] = []
    size: list[np.ndarray] = []
    for _ in range(wanted * 4):
        extent = random.integers(1, 4, 3)
        if sticks:
            extent[random.integers(0, 3)] = random.integers(6, 13)
        corner = random.integers(0, 12, 3)
        apart = all(
            ((corner >= a + b) | (a >= corner + extent)).any()
            for a, b in zip(low, size, strict=True)
        )
        if apart:
            low.append(corner)
            size.append(extent)
        if len(low) == wanted:
            break
    return np.array(low, dtype=np.float32), np.array(size, dtype=np.float32)


def first_met(origin, direction, low, size):
    """Distances at which a ray enters and leaves boxes, written from the definition of a slab."""
    enter = np.full(len(low), -np.inf)
    leave = np.full(len(low), np.inf)
    for axis in range(3):
        step = direction[axis]
        if abs(step) < 1e-12:
            outside = (origin[axis] <= low[:, axis]) | (origin[axis] >= (low + size)[:, axis])
            enter[outside], leave[outside] = np.inf, -np.inf
            continue
        a = (low[:, axis] - origin[axis]) / step
        b = (low[:, axis] + size[:, axis] - origin[axis]) / step
        enter = np.maximum(enter, np.minimum(a, b))
        leave = np.minimum(leave, np.maximum(a, b))
    return enter, leave


cameras = st.builds(
    Camera,
    target=st.just((6.0, 6.0, 6.0)),
    yaw=st.floats(-180, 180),
    pitch=st.floats(-89, 89),
    distance=st.floats(28, 200),
    field=st.floats(10, 60),
    orthographic=st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(cameras, st.integers(0, 2**32 - 1), st.integers(2, 16), st.booleans())
def test_what_is_painted_last_along_a_ray_is_what_is_met_first(camera, seed, wanted, sticks):
    low, size = disjoint_boxes(seed, wanted, sticks)
    order = back_to_front(camera, low, size)
    random = np.random.default_rng(seed + 1)
    forward = axes(camera)[2]
    for index in range(len(low)):
        for _ in range(6):
            point = low[index] + size[index] * random.uniform(0.02, 0.98, 3)
            origin, direction = eye(camera), point - eye(camera)
            if camera.orthographic:
                origin, direction = point - forward * 1000.0, forward
            enter, leave = first_met(origin, direction, order.low, order.size)
            met = np.flatnonzero((leave - enter > 1e-9) & (enter > 0))
            # Where two pieces are met at one distance, either may be the last.
            assert enter[met[-1]] <= enter[met].min() + 1e-7


@settings(max_examples=40, deadline=None)
@given(cameras, st.integers(0, 2**32 - 1), st.integers(1, 16))
def test_the_order_covers_every_box_and_is_the_same_each_time(camera, seed, wanted):
    low, size = disjoint_boxes(seed, wanted, sticks=True)
    first, second = back_to_front(camera, low, size), back_to_front(camera, low, size)
    assert np.array_equal(first.box, second.box)
    assert set(first.box.tolist()) == set(range(len(low)))
    volume = np.zeros(len(low))
    np.add.at(volume, first.box, first.size.prod(axis=1))
    assert np.allclose(volume, size.prod(axis=1))
    whole = ~first.cut
    assert np.allclose(first.low[whole], low[first.box[whole]])


def test_three_sticks_that_hide_each_other_in_a_circle_are_cut():
    low = np.array([[-3.0, 0.0, -1.0], [0.0, -1.0, -3.0], [-1.0, -3.0, 0.0]])
    size = np.array([[6.0, 1.0, 1.0], [1.0, 1.0, 6.0], [1.0, 6.0, 1.0]])
    camera = Camera(yaw=-45.0, pitch=35.0, distance=40.0)
    hides = may_hide(camera, low, size)
    assert hides.sum() == 3 and (hides.sum(axis=0) == 1).all() and (hides.sum(axis=1) == 1).all()
    order = back_to_front(camera, low, size)
    assert len(order.box) > 3 and order.cut.any()
    assert not np.tril(may_hide(camera, order.low, order.size).T, -1).any()


def test_touching_boxes_along_the_depth_are_painted_from_the_far_one():
    low = np.array([[0, 0, z] for z in range(8)], dtype=np.float32)
    size = np.ones_like(low)
    towards = Camera(target=(0.5, 0.5, 4.0), yaw=0.0, pitch=0.0, distance=30.0)
    assert back_to_front(towards, low, size).box.tolist() == [7, 6, 5, 4, 3, 2, 1, 0]
    away = Camera(target=(0.5, 0.5, 4.0), yaw=180.0, pitch=0.0, distance=30.0, orthographic=True)
    assert back_to_front(away, low, size).box.tolist() == list(range(8))


def test_nothing_to_order():
    order = back_to_front(Camera(), np.empty((0, 3)), np.empty((0, 3)))
    assert len(order.box) == 0


def test_intersecting_boxes_still_give_an_order():
    low = np.array([[0, 0, 0], [1, 1, 1], [0, 0, 0]], dtype=float)
    size = np.array([[4, 4, 4], [4, 4, 4], [4, 4, 4]], dtype=float)
    order = back_to_front(Camera(), low, size)
    assert set(order.box.tolist()) == {0, 1, 2}


@settings(max_examples=60, deadline=None)
@given(cameras)
def test_a_face_is_seen_when_its_outside_looks_at_the_eye(camera):
    low, size = np.array([[4.0, 5.0, 3.0]]), np.array([[3.0, 2.0, 6.0]])
    shown = faces_towards(camera, low, size)[0]
    for face in Face:
        normal = np.zeros(3)
        normal[face.axis] = 1.0 if face.high else -1.0
        middle = low[0] + size[0] / 2.0 + normal * size[0] / 2.0
        sight = axes(camera)[2] if camera.orthographic else middle - eye(camera)
        expected = float(normal @ sight)
        if abs(expected) > 1e-9:
            assert shown[face] == (expected < 0)


def test_the_front_top_and_right_are_seen_from_the_usual_view():
    shown = faces_towards(Camera(yaw=24, pitch=28), [[-10, -10, 0]], [[20, 20, 40]])[0]
    assert [face for face in Face if shown[face]] == [Face.RIGHT, Face.TOP, Face.FRONT]


def test_corners_are_numbered_by_their_bits():
    corners = box_corners([[1, 2, 3]], [[10, 20, 30]])[0]
    assert corners[0].tolist() == [1, 2, 3]
    assert corners[1].tolist() == [11, 2, 3]
    assert corners[6].tolist() == [1, 22, 33]


@pytest.mark.benchmark
def test_six_hundred_boxes_are_ordered_quickly():
    grid = np.stack(np.meshgrid(np.arange(10), np.arange(10), np.arange(6)), axis=-1)
    low = (grid.reshape(-1, 3) * 1.5).astype(np.float32)
    size = np.ones_like(low)
    camera = Camera(target=(7, 7, 4), distance=60)
    back_to_front(camera, low, size)
    started = time.perf_counter()
    order = back_to_front(camera, low, size)
    took = time.perf_counter() - started
    print(f"600 boxes ordered in {took * 1e3:.1f} ms")
    assert sorted(order.box.tolist()) == list(range(600))
