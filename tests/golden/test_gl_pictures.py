"""Pictures of render/gl against kept ones, and pixel by pixel against the palette.

CONVVIZ_UPDATE_GOLDEN=1 writes the kept pictures anew; look at them before committing them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from convviz.render.gl.stage_view import StageView
from convviz.render.gl.surface import probe
from convviz.scene.camera import Camera, fit, project
from convviz.scene.palette import SHADE, Role, colour, colour_map
from convviz.scene.primitives import Colours, Lines, Scene

from . import gl_scenes as scenes
from .kept import assert_as_kept, pixels, shot

KEPT = Path(__file__).parent / "gl"
PICTURES = {
    "lesson-dark": lambda: scenes.lesson("dark"),
    "lesson-light-moving": lambda: scenes.lesson("light", moving=True),
    "glass-light": scenes.glass,
    "glass-dark": lambda: scenes.glass("dark"),
    "far-dark": scenes.far,
    "near-light": scenes.near,
}


@pytest.fixture(scope="module")
def stage(qapp):
    """One view for all pictures: what an earlier scene leaves behind shows."""
    reason = probe()
    assert reason is None, reason
    view = StageView()
    view.resize(int(scenes.WIDTH), int(scenes.HEIGHT))
    view.show()
    yield view
    view.close()
    view.deleteLater()
    qapp.processEvents()


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_as_kept(stage, name):
    found = shot(stage, PICTURES[name]())
    assert_as_kept(found, KEPT / f"{name}.png")


def test_rest_and_motion_look_alike(stage):
    still = shot(stage, scenes.lesson(moving=False)).astype(int)
    moving = shot(stage, scenes.lesson(moving=True)).astype(int)
    off = np.abs(still - moving).max(axis=2)
    assert off.any(), "the resting picture is multisampled"
    assert (off > 48).mean() < 0.01


def square_on(values, **looks):
    """A slab seen from the front without perspective, 20 pixels per cell."""
    _, h, w = values.shape
    half = np.tan(np.radians(20.0) / 2.0)
    distance = scenes.HEIGHT / 20.0 / 2.0 / half
    camera = Camera((w / 2.0, h / 2.0, 0.5), 0.0, 0.0, distance, 20.0, True)
    box = scenes.volume("slab", values, unit=1.0, **{"edge": None, **looks})
    return Scene(camera, scenes.WIDTH, scenes.HEIGHT, "dark", (box,))


def cell_means(picture: np.ndarray, scene: Scene, h: int, w: int) -> np.ndarray:
    """Mean colour of the middle of each cell of the front face, (h, w, 3) in 0..255."""
    y, x = np.mgrid[0:h, 0:w]
    at = np.stack([x.ravel() + 0.5, y.ravel() + 0.5, np.zeros(h * w)], axis=1)
    places = np.round(project(scene.camera, scenes.WIDTH, scenes.HEIGHT, at)[:, :2]).astype(int)
    means = [picture[v - 4 : v + 4, u - 4 : u + 4].mean(axis=(0, 1)) for u, v in places]
    return np.array(means).reshape(h, w, 3)


def shade(h: int) -> np.ndarray:
    """The front face's shade by row, as in faces.vert."""
    return SHADE["front"] * (1.02 - 0.05 * (np.arange(h) + 0.5) / h)[:, None, None]


def looked_up(name, level):
    table = colour_map("dark", name) * 255.0
    return table[np.round(np.clip(level, 0.0, 1.0) * 255.0).astype(int)]


@pytest.mark.parametrize("colours", [Colours.ACTIVATION, Colours.DIVERGING, Colours.GREY])
def test_cells_have_the_colours_of_the_map(stage, colours):
    values = scenes.waves(2, 8, 10, signed=True)
    scene = square_on(values, colours=colours, high=0.8)
    level = values[0] / 0.8
    expected = looked_up(
        colours.value, 0.5 + 0.5 * level if colours is Colours.DIVERGING else level
    )
    found = cell_means(shot(stage, scene), scene, 8, 10)
    assert np.abs(found - np.minimum(expected * shade(8), 255.0)).max() < 2.5


def test_a_photos_channels_together_and_apart(stage):
    photo = scenes.frozen(np.random.default_rng(1).random((3, 6, 7)))
    scene = square_on(photo, colours=Colours.PICTURE, high=1.0)
    expected = photo.transpose(1, 2, 0) * 255.0 * shade(6)
    assert np.abs(cell_means(shot(stage, scene), scene, 6, 7) - expected).max() < 2.5
    scene = square_on(photo, colours=Colours.CHANNELS, high=1.0)
    expected = looked_up("red", photo[0]) * shade(6)
    assert np.abs(cell_means(shot(stage, scene), scene, 6, 7) - expected).max() < 2.5


def test_cells_not_shown_fade_to_the_empty_colour(stage):
    values = scenes.waves(1, 6, 8)
    scene = square_on(values, shown_until=20, also_shown=30, blank=0.75)
    full = looked_up("activation", values[0])
    empty = np.array(colour("dark", Role.EMPTY)) * 255.0
    shown = (np.arange(48) < 20) | (np.arange(48) == 30)
    expected = np.where(shown.reshape(6, 8, 1), full, full * 0.25 + empty * 0.75) * shade(6)
    assert np.abs(cell_means(shot(stage, scene), scene, 6, 8) - expected).max() < 2.5


def test_tone_steps_back_towards_the_background(stage):
    values = scenes.waves(1, 6, 8)
    scene = square_on(values, tone=0.6)
    full = looked_up("activation", values[0]) * shade(6)
    top, bottom = (
        np.array(colour("dark", role)) * 255 for role in (Role.STAGE_TOP, Role.STAGE_BOTTOM)
    )
    rows = (scenes.HEIGHT / 2 + (np.arange(6) - 2.5) * 20.0) / scenes.HEIGHT
    behind = (top + (bottom - top) * rows[:, None])[:, None, :]
    expected = full * 0.6 + behind * 0.4
    assert np.abs(cell_means(shot(stage, scene), scene, 6, 8) - expected).max() < 2.5


def test_cells_smaller_than_a_pixel_are_averaged(stage):
    """A chessboard from afar is its mean colour everywhere: no moiré."""
    y, x = np.mgrid[0:256, 0:256]
    board = scenes.volume("board", scenes.frozen(((x + y) % 2)[None]), unit=1.0, edge=None)
    corners = np.array([[0.0, 0.0, 0.0], [256.0, 256.0, 1.0]])
    for angle in (0.0, 13.0):
        camera = fit(Camera(yaw=angle, pitch=angle), corners, 480.0, 300.0, (150, 90, 150, 90))
        found = shot(stage, Scene(camera, 480.0, 300.0, "dark", (board,)))
        middle = found[140:160, 225:255].astype(float)
        assert middle.std(axis=(0, 1)).max() < 6.0
        expected = looked_up("activation", np.array([0.0, 1.0])).mean(axis=0)
        assert np.abs(middle.mean(axis=(0, 1)) - expected).max() < 12.0


def test_boxes_hide_lines_unless_they_are_on_top(stage):
    scene = square_on(scenes.waves(1, 6, 8))
    behind = Lines("l", scenes.frozen([[-9, 3, 5]]), scenes.frozen([[17, 3, 5]]), Role.ACTIVE, 3.0)
    yellow = np.array(colour("dark", Role.ACTIVE)) * 255.0

    def reached(lines):
        found = shot(stage, replace(scene, lines=(lines,)))
        inside, outside = found[150, 240], found[150, 90]
        return [bool(np.abs(each - yellow).max() < 4) for each in (inside, outside)]

    assert reached(behind) == [False, True]
    assert reached(replace(behind, on_top=True)) == [True, True]
    in_front = replace(behind, start=scenes.frozen([[-9, 3, 0]]), end=scenes.frozen([[17, 3, 0]]))
    assert reached(in_front) == [True, True], "a line on a face is not cut by it"


def test_the_background_has_no_bands(stage):
    found = shot(stage, Scene(Camera(), scenes.WIDTH, scenes.HEIGHT, "dark")).astype(int)
    rows = found[:, :, 2].mean(axis=1)
    assert np.abs(np.diff(rows)).max() < 0.35, "steps between rows are spread by the noise"
    assert found[0, 0].tolist() != found[-1, 0].tolist()


def test_glass_lets_what_is_behind_through(stage):
    pane = scenes.volume("pane", scenes.waves(1, 8, 10), (0, 0, -3), opacity=0.2, edge=None)
    scene = square_on(scenes.waves(1, 8, 10))
    plain = shot(stage, scene).astype(float)
    through = shot(stage, replace(scene, boxes=(*scene.boxes, pane))).astype(float)
    alone = shot(stage, replace(scene, boxes=(replace(pane, opacity=scenes.frozen([1.0])),)))
    middle = np.s_[80:220, 150:330]
    mixed = plain * 0.8 + alone * 0.2
    assert np.abs(through - mixed)[middle].mean() < 2.0


def test_only_where_boxes_are_needs_several_samples(stage, monkeypatch):
    """The part of the picture that is multisampled holds everything that profits from it."""
    scene = scenes.glass("dark")
    shown = shot(stage, scene)
    left, bottom, right, top = stage.painter._region()
    assert (right - left) * (top - bottom) < 0.8 * scenes.WIDTH * scenes.HEIGHT
    whole = (0, 0, int(scenes.WIDTH), int(scenes.HEIGHT))
    monkeypatch.setattr(stage.painter, "_region", lambda: whole)
    off = np.abs(pixels(stage.grab_image()).astype(int) - shown)
    assert off.max() <= 1, "four equal samples may be rounded otherwise than one"


def test_labels_stand_on_whole_pixels(stage):
    scene = scenes.lesson()
    label = replace(scene.labels[1], x=200.0, y=250.0)
    crisp = shot(stage, replace(scene, labels=(label,)))
    beside = shot(stage, replace(scene, labels=(replace(label, x=200.3, y=249.8),)))
    assert (crisp == beside).all()
