"""Pictures of render/paint: against kept ones, and cell by cell against what is picked there.

CONVVIZ_UPDATE_GOLDEN=1 writes the kept pictures anew; look at them before committing them.
"""

from __future__ import annotations

import gc
import os
import time
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from convviz.render.paint import faces
from convviz.render.paint.faces import FACE_SHADE, FaceImages, face_colours, hollow_cells
from convviz.render.paint.painter import paint_scene
from convviz.scene.camera import Camera, project
from convviz.scene.order import Face
from convviz.scene.palette import Role, colour, colour_map, hex_of
from convviz.scene.picking import pick
from convviz.scene.primitives import Colours, Scene
from convviz.scene.themes import THEMES, Look

from . import paint_scenes as scenes

KEPT = Path(__file__).parent / "paint"
PICTURES = {
    "bottleneck": scenes.bottleneck,
    "padded": scenes.padded,
    "picture": scenes.picture,
    "flat": scenes.flat,
}


def painted(scene: Scene, images: FaceImages | None = None) -> np.ndarray:
    """A scene as (H, W, 3) uint8."""
    image = QImage(round(scene.width), round(scene.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_scene(painter, scene, images or FaceImages())
    painter.end()
    return pixels(image)


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)
    rows = flat.reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), 2::-1].copy()


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_is_the_kept_one(qapp, name, theme):
    found = painted(PICTURES[name](theme))
    file = KEPT / f"{name}-{theme}.png"
    if os.environ.get("CONVVIZ_UPDATE_GOLDEN"):
        height, width, _ = found.shape
        image = QImage(found.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888)
        assert image.save(str(file))
    kept = QImage(str(file))
    assert not kept.isNull(), f"no {file.name}"
    apart = np.abs(found.astype(int) - pixels(kept).astype(int)).max(axis=2)
    # Another build of Qt or its font engine may draw an edge half a step differently.
    assert apart.mean() < 0.5
    assert (apart > 40).mean() < 0.004


def expected(scene: Scene, boxes, hit) -> np.ndarray:
    """Colour of a cell by the definition, without fall-off and tone."""
    value = float(boxes.values[hit.index]) / boxes.high
    shown = hit.index < boxes.shown_until or hit.index == boxes.also_shown
    place = 0.5 + 0.5 * value if boxes.colours is Colours.DIVERGING else value
    found = np.array(colour_map(scene.theme, boxes.colours.value)[int(np.clip(place, 0, 1) * 255)])
    if not shown:
        empty = np.array(colour(scene.theme, Role.EMPTY))
        found = found + (empty - found) * boxes.blank
    return np.minimum(found * FACE_SHADE[hit.face], 1.0)


@settings(max_examples=25)
@given(
    yaw=st.floats(-160, 160),
    pitch=st.floats(-70, 70),
    field=st.floats(12, 45),
    orthographic=st.booleans(),
    theme=st.sampled_from(["dark", "light"]),
    until=st.integers(0, 240),
    blank=st.floats(0, 1),
)
def test_every_cell_has_its_colour_where_it_is_picked(
    qapp, yaw, pitch, field, orthographic, theme, until, blank
):
    one = scenes.block("one", scenes.wave(4, 6, 8), (0, 0, 0), 1.5, edge=None, grid=0.0)
    one = replace(one, shown_until=until, also_shown=190, blank=blank)
    two = scenes.block("two", scenes.wave(5, 5, 5, centred=True), (10, 2, 1), 1.0,
                       colours=Colours.DIVERGING, edge=None, grid=0.0)  # fmt: skip
    camera = Camera(yaw=yaw, pitch=pitch, field=field, orthographic=orthographic)
    scene = scenes.seen(theme, (one, two), camera=camera, width=360.0, height=260.0)
    image = painted(scene) / 255.0
    met = 0
    for x, y in np.random.default_rng(5).uniform((0, 0), (360, 260), (90, 2)):
        # The middle of a pixel whose neighbours show the same cell: no border blends into it.
        px, py = int(x), int(y)
        hits = [pick(scene, px + 0.5 + dx, py + 0.5 + dy) for dx in (-2, 2) for dy in (-2, 2)]
        hits.append(pick(scene, px + 0.5, py + 0.5))
        keys = {hit and (hit.boxes_id, hit.cell, hit.face) for hit in hits}
        if len(keys) > 1 or keys == {None}:
            continue
        met += 1
        boxes = one if hits[0].boxes_id == "one" else two
        assert np.abs(image[py, px] - expected(scene, boxes, hits[0])).max() < 0.045
    assume(met)


def test_what_steps_back_goes_towards_the_background(qapp):
    block = scenes.block("one", scenes.wave(2, 3, 3), (0, 0, 0), 1.0, edge=None, grid=0.0)
    bright = scenes.seen("dark", (block,))
    dim = replace(bright, boxes=(replace(block, tone=np.array([0.7], dtype=np.float32)),))
    glass = replace(bright, boxes=(replace(block, opacity=np.array([0.3], dtype=np.float32)),))
    both = replace(dim, boxes=(replace(dim.boxes[0], opacity=np.array([0.3], dtype=np.float32)),))
    x, y, _ = project(bright.camera, bright.width, bright.height, np.array([[1.5, 1.5, 0.0]]))[0]
    at = int(y), int(x)
    full = painted(bright)[at].astype(float)
    stage = painted(replace(bright, boxes=()))[at].astype(float)
    assert np.allclose(painted(dim)[at], 0.7 * full + 0.3 * stage, atol=2)
    assert np.allclose(painted(glass)[at], 0.3 * full + 0.7 * stage, atol=2)
    assert np.allclose(painted(both)[at], 0.21 * full + 0.79 * stage, atol=2)


def test_nothing_shines_through_between_two_faces(qapp):
    values = np.ones((6, 6, 6), dtype=np.float32)
    block = scenes.block("one", values, (0, 0, 0), 1.0, edge=None, grid=0.0)
    scene = scenes.seen("dark", (block,))
    image = painted(scene).astype(int)
    edge = np.linspace((0.3, 0, 0), (5.7, 0, 0), 60)  # between the front and the top
    bright = colour_map("dark", "activation")[255].min() * 255 * 0.7
    for x, y, _ in project(scene.camera, scene.width, scene.height, edge):
        assert image[int(y) - 1 : int(y) + 2, int(x)].min() > bright


def test_cells_smaller_than_a_pixel_are_averaged(qapp):
    values = np.zeros((1, 400, 400), dtype=np.float32)
    values[:, ::2, ::2] = 1.0
    values[:, 1::2, 1::2] = 1.0
    camera = Camera(yaw=0.0, pitch=0.0, orthographic=True)
    block = scenes.block("fine", values, (0, 0, 0), 1.0, edge=None)
    scene = scenes.seen("dark", (block,), camera=camera, width=240.0, height=240.0)
    image = painted(scene)[90:150, 90:150].astype(float)
    table = colour_map("dark", "activation")
    mean = (table[0] + table[255]) / 2 * 255
    assert np.abs(image.mean(axis=(0, 1)) - mean).max() < 6
    assert image.std(axis=(0, 1)).max() < 14


def test_padding_is_told_apart_without_its_colour(qapp):
    scene = scenes.padded("dark")
    ring = next(boxes for boxes in scene.boxes if boxes.colours is Colours.PADDING)
    corner, size = ring.low[0], ring.size[0]
    place = np.array([corner + size * [0.5, 0.5, 0.0]])
    x, y, _ = project(scene.camera, scene.width, scene.height, place)[0]
    near = painted(scene)[int(y) - 5 : int(y) + 6, int(x) - 5 : int(x) + 6]
    assert len(np.unique(near.reshape(-1, 3), axis=0)) > 8  # hatched, not flat


def test_unvalued_boxes_are_drawn_in_the_empty_colour(qapp):
    block = scenes.block("none", scenes.wave(2, 3, 3), (0, 0, 0), 1.0, edge=None, grid=0.0)
    scene = scenes.seen("light", (replace(block, values=None),))
    x, y, _ = project(scene.camera, scene.width, scene.height, np.array([[1.5, 1.5, 0.0]]))[0]
    empty = np.array(colour("light", Role.EMPTY)) * 255
    assert np.abs(painted(scene)[int(y), int(x)] - empty).max() < 4


def test_the_background_runs_from_top_to_bottom(qapp):
    image = painted(Scene(Camera(), 64.0, 64.0, "light"))
    assert f"#{bytes(image[0, 5]).hex()}" == hex_of("light", Role.STAGE_TOP)
    assert np.abs(image[63, 5] - np.array(colour("light", Role.STAGE_BOTTOM)) * 255).max() <= 1


def test_pictures_of_faces_are_kept_while_they_look_the_same(qapp):
    images = FaceImages()
    scene = scenes.bottleneck("dark")
    first = painted(scene, images)
    kept = set(images._kept)
    assert np.array_equal(painted(scene, images), first)
    assert set(images._kept) == kept
    output = scene.boxes[2]
    later = replace(scene, boxes=(*scene.boxes[:2], replace(output, shown_until=28 * 28 * 16)))
    assert not np.array_equal(painted(later, images), first)
    assert len(set(images._kept) - kept) <= 3


def test_a_picture_keeps_no_values_and_is_not_taken_for_that_of_others(qapp):
    images, scene = FaceImages(), scenes.bottleneck("dark")
    values = [weakref.ref(each.values) for each in scene.boxes if each.values is not None]
    first = painted(scene, images)
    assert values and all(each() is not None for each in values)
    for key, (image, _) in list(images._kept.items()):
        images._kept[key] = (
            image,
            lambda: None,
        )  # as if these were gone, and others in their place
    count = images._bytes
    assert np.array_equal(painted(scene, images), first)
    assert images._bytes == count
    del scene, first
    gc.collect()
    assert [each() for each in values] == [None] * len(values)


def test_a_small_store_forgets_the_oldest(qapp):
    images = FaceImages(limit=150_000)
    painted(scenes.bottleneck("dark"), images)
    assert 0 < images._bytes <= 150_000


def test_the_eye_may_stand_among_the_boxes(qapp):
    scene = scenes.bottleneck("dark")
    for target in ((14.0, 14.0, 20.0), (60.0, 10.0, -4.0), (100.0, 14.0, 1.0)):
        for distance in (0.5, 6.0, 40.0):
            camera = replace(scene.camera, target=target, distance=distance)
            assert painted(replace(scene, camera=camera)).shape == (400, 640, 3)


@pytest.mark.benchmark
def test_a_whole_picture_is_painted_in_time(qapp):
    scene = scenes.bottleneck("dark", 1280.0, 800.0)
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    times = []
    for images in (FaceImages(), FaceImages(), FaceImages()):
        for _ in range(2):
            started = time.perf_counter()
            painter = QPainter(image)
            paint_scene(painter, scene, images)
            painter.end()
            times.append((time.perf_counter() - started) * 1e3)
    print(f"1280×800: {min(times[::2]):.0f} ms, again {min(times[1::2]):.0f} ms (budget 150 ms)")


@pytest.mark.parametrize("theme", THEMES)
def test_cells_without_a_value_are_hollow_and_zeros_are_not(theme):
    shown = next(b for b in scenes.bottleneck(theme).boxes if b.id == "output")
    boxes = replace(shown, shown_until=10, also_shown=20, blank=1.0)
    hollow = hollow_cells(boxes, 0, Face.FRONT)
    assert hollow is not None
    assert not hollow.reshape(-1)[[0, 9, 20]].any() and hollow.reshape(-1)[[10, 19, 21]].all()
    found = face_colours(boxes, 0, Face.FRONT, Look(theme)).reshape(-1, 3)
    assert found[10] == pytest.approx(colour(theme, Role.EMPTY), abs=1e-3)
    assert hollow_cells(replace(boxes, blank=0.0), 0, Face.FRONT) is None
    assert hollow_cells(replace(boxes, shown_until=boxes.values.size), 0, Face.FRONT) is None


@pytest.mark.parametrize("size", [(40, 56), (56, 40), (40, 40), (56, 56), (112, 56), (40, 112)])
def test_a_face_of_cells_is_made_at_any_size(size):
    cells = np.linspace(0.0, 1.0, 56 * 56 * 3, dtype=np.float32).reshape(56, 56, 3)
    image = faces._picture(cells, Face.FRONT, size)
    assert (image.width(), image.height()) == size
    assert (
        image.pixelColor(0, 0).lightness() < image.pixelColor(size[0] - 1, size[1] - 1).lightness()
    )
