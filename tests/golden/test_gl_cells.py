"""Colours and sizes worked out before anything is drawn; none of this needs a display."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.render.gl.cell_colours import cell_colours, cell_key, halved, has_cells
from convviz.render.gl.cell_textures import sheet_size
from convviz.render.gl.frame import make_frame
from convviz.render.gl.visibility import cells_per_pixel, nearest_first
from convviz.scene.camera import Camera, project
from convviz.scene.palette import colour_map
from convviz.scene.primitives import Colours
from convviz.scene.themes import Look

from . import gl_scenes as scenes


def rgb(boxes, theme="dark"):
    """(m, 3) uint8"""
    return cell_colours(boxes, Look(theme)).view(np.uint8).reshape(-1, 4)[:, :3]


def volume(values, **looks):
    return scenes.volume("v", scenes.frozen(values), **looks)


def test_the_ends_of_the_range_are_the_ends_of_the_map():
    values = np.array([0.0, 5.0, 7.0, -3.0], np.float32).reshape(1, 2, 2)
    table = (colour_map("dark", "activation") * 255.0 + 0.5).astype(np.uint8)
    assert (rgb(volume(values, high=5.0)) == table[[0, 255, 255, 0]]).all()
    signed = np.array([-5.0, 5.0, 0.0, 99.0], np.float32).reshape(1, 2, 2)
    table = (colour_map("light", "diverging") * 255.0 + 0.5).astype(np.uint8)
    found = rgb(volume(signed, high=5.0, colours=Colours.DIVERGING), "light")
    assert (found[[0, 1, 3]] == table[[0, 255, 255]]).all()
    assert np.abs(found[2].astype(int) - table[127]).max() <= 2


def test_values_that_are_no_numbers_still_have_a_colour():
    values = np.array([np.nan, np.inf, -np.inf, 1.0], np.float32).reshape(1, 2, 2)
    assert rgb(volume(values)).shape == (4, 3)


def test_a_range_of_nothing_is_no_division_by_zero():
    assert rgb(volume(np.zeros((1, 2, 2)), high=0.0)).shape == (4, 3)


def test_channels_of_filters_begin_anew_with_each_filter():
    weights = scenes.waves(6, 3, 5).reshape(6, 3, 5, 1)[:, :, :3]
    bank = scenes.bank("f", weights, (0, 0, 0), colours=Colours.CHANNELS)
    found = rgb(bank).reshape(6, 3, 3, 3)
    for channel, name in enumerate(("red", "green", "blue")):
        level = np.clip(weights[:, channel, :, 0] * 255.0, 0, 255) + 0.5
        table = (colour_map("dark", name) * 255.0 + 0.5).astype(np.uint8)
        assert (found[:, channel] == table[level.astype(int)]).all()


def test_a_picture_has_one_colour_per_column():
    photo = np.random.default_rng(2).random((3, 4, 5)).astype(np.float32)
    found = rgb(volume(photo, colours=Colours.PICTURE)).reshape(3, 4, 5, 3)
    expected = (photo.transpose(1, 2, 0) * np.float32(255.0) + np.float32(0.5)).astype(np.uint8)
    assert all((found[channel] == expected).all() for channel in range(3))


def test_textures_are_shared_by_what_looks_the_same():
    key = partial(cell_key, look=Look("dark"))
    boxes = volume(scenes.waves(2, 3, 4))
    assert key(boxes) == key(replace(boxes, id="w", shown_until=3))
    for other in (
        replace(boxes, high=2.0),
        replace(boxes, colours=Colours.GREY),
        replace(boxes, values=scenes.frozen(boxes.values)),
    ):
        assert key(boxes) != key(other) or other.values is boxes.values
    for look in (Look("light"), Look("dark", "ember")):
        assert key(boxes) != cell_key(boxes, look)
    assert not has_cells(replace(boxes, values=None))
    assert not has_cells(replace(boxes, colours=Colours.PADDING))


@given(st.integers(1, 16_000_000))
def test_a_texture_has_room_and_a_width_of_two_to_the_n(cells):
    width, rows = sheet_size(cells, 16384)
    assert width * rows >= cells
    assert width & (width - 1) == 0
    assert rows <= width


def test_cells_that_fit_no_texture_are_an_error():
    with pytest.raises(ValueError, match="do not fit"):
        sheet_size(1025 * 1024, 1024)
    assert sheet_size(1024 * 1024, 1024) == (1024, 1024)


@pytest.mark.parametrize("orthographic", [False, True])
def test_the_nearest_box_comes_first(orthographic):
    camera = Camera(yaw=0.0, pitch=0.0, distance=50.0, orthographic=orthographic)
    frame = make_frame(camera, Look("dark"), 480, 300, 1.0)
    low = np.array([[0, 0, 20], [0, 0, -9], [0, 0, 5]], np.float32)
    size = np.array([[1, 1, 1], [1, 1, 40], [1, 1, 1]], np.float32)
    assert nearest_first(low, size, frame.eye).tolist() == [1, 2, 0]


@given(
    st.floats(-80, 80), st.floats(-80, 80), st.booleans(),
    st.integers(1, 300), st.integers(1, 300), st.integers(1, 300),
)  # fmt: skip
def test_cells_per_pixel_are_those_of_the_picture(yaw, pitch, orthographic, nx, ny, nz):
    """Against the distance on the screen of two neighbouring lines of cells."""
    camera = Camera(yaw=yaw, pitch=pitch, distance=2000.0, field=2.0, orthographic=orthographic)
    frame = make_frame(camera, Look("dark"), 800, 600, 1.0)
    low = np.array([[-10, -8, -6]], np.float32)
    size = np.array([[20, 16, 12]], np.float32)
    count = np.array([[nx, ny, nz]], np.int32)
    found = cells_per_pixel(low, size, count, frame)[0]
    middle = (low + size / 2.0)[0].astype(float)
    for axis, (u, v) in enumerate(((2, 1), (0, 2), (0, 1))):
        if not found[axis].any():
            continue
        steps = np.zeros((3, 3))
        steps[1, u], steps[2, v] = 1e-3, 1e-3
        place = project(camera, 800, 600, middle + steps)[:, :2]
        along_u, along_v = (place[1] - place[0]) * 1e3, (place[2] - place[0]) * 1e3
        area = abs(along_u[0] * along_v[1] - along_u[1] * along_v[0])
        expected = (
            count[0, u] / size[0, u] * math.hypot(*along_v) / area,
            count[0, v] / size[0, v] * math.hypot(*along_u) / area,
        )
        # The most of the four corners, so a little more than in the middle.
        assert (found[axis] >= np.array(expected) * 0.98).all()
        assert (found[axis] <= np.array(expected) * 1.5).all()


@given(st.integers(0, 3), st.integers(1, 7), st.integers(1, 9))
def test_halved_colours_are_means_along_the_axis(level, step, length):
    colours = np.random.default_rng(level).integers(0, 256, (length, step, 4), dtype=np.uint8)
    found = halved(colours.reshape(-1).view(np.uint32), step, level)
    found = found.view(np.uint8).reshape(length, step, 4).astype(float)
    for z in range(length - 2**level + 1):
        mean = colours[z : z + 2**level].astype(float).mean(axis=0)
        assert np.abs(found[z] - mean).max() <= 0.5 * level + 1e-6


def test_the_eye_of_a_frame_is_where_things_are_seen_from():
    perspective = make_frame(Camera(distance=70.0), Look("dark"), 480, 300, 1.0)
    parallel = make_frame(Camera(distance=70.0, orthographic=True), Look("dark"), 480, 300, 1.0)
    assert perspective.eye[3] == 1.0
    assert parallel.eye[3] == 0.0
    assert np.linalg.norm(perspective.eye[:3]) == pytest.approx(70.0)
    assert perspective.eye[:3] / 70.0 == pytest.approx(parallel.eye[:3])
