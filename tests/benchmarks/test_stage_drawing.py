"""What a frame of the stage costs: paintGL and glFinish at 1280×800, per kind of scene.

Absolute figures are printed, since machines differ and may be busy; ratios within one run, taken
turn by turn, are asserted. Budgets on 2 quiet cores with software OpenGL: 17 ms in motion, 40 ms
at rest with four samples per pixel.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from OpenGL import GL
from pyqtgraph.opengl import GLMeshItem, GLViewWidget
from PySide6.QtGui import QImage

from convviz.render.gl.stage_view import StageView
from convviz.scene.camera import Camera, fit
from convviz.scene.order import box_corners
from convviz.scene.primitives import Boxes, Colours, Scene

pytestmark = pytest.mark.benchmark

WIDTH, HEIGHT = 1280, 800
UNIT = 0.28
TURNS = 12


def frozen(values, kind=np.float32):
    found = np.ascontiguousarray(values, dtype=kind)
    found.setflags(write=False)
    return found


def boxes_of(name, values, low, size, count, offset, colours):
    """Boxes (n) of cells whose values lie one after another, channel by channel."""
    n = len(low)
    w, h, _ = count
    return Boxes(
        id=name, low=frozen(low), size=frozen(np.tile(size, (n, 1))),
        first=frozen(np.zeros((n, 3)), np.int32), count=frozen(np.tile(count, (n, 1)), np.int32),
        offset=frozen(offset, np.int32), stride=(1, w, w * h), values=frozen(values.ravel()),
        colours=colours, high=2.5, tone=frozen(np.ones(n)), opacity=frozen(np.ones(n)),
    )  # fmt: skip


def volume(name, channels, x=0.0):
    values = np.abs(np.random.default_rng(channels).normal(size=(channels, 28, 28)))
    size, count = (28, 28, channels * UNIT), (28, 28, channels)
    return boxes_of(name, values, [[x, 0, 0]], size, count, [0], Colours.ACTIVATION)


def filters(x):
    """32 filters of 5×5×192 in six columns."""
    index = np.arange(32)
    low = np.stack([x + index // 6 * 7.0, index % 6 * 6.5 - 4.0, np.zeros(32)], axis=1)
    values = np.random.default_rng(0).normal(size=(32, 192, 5, 5))
    size, count = (5, 5, 192 * UNIT), (5, 5, 192)
    return boxes_of("filters", values, low, size, count, index * 4800, Colours.DIVERGING)


def framed(boxes, *, margin=10.0):
    low = np.concatenate([each.low for each in boxes])
    size = np.concatenate([each.size for each in boxes])
    points = box_corners(low, size).reshape(-1, 3)
    camera = Camera(yaw=20.0, pitch=30.0, field=22.0)
    camera = fit(camera, points, WIDTH, HEIGHT, (margin,) * 4)
    return Scene(camera, WIDTH, HEIGHT, "dark", tuple(boxes), moving=True)


def seed_direct():
    return framed((volume("input", 192), filters(36.0), volume("output", 32, 82.0)))


@pytest.fixture(scope="module")
def stage(qapp):
    view = StageView()
    view.resize(WIDTH, HEIGHT)
    view.show()
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()
    qapp.processEvents()


def covered(view: StageView, scene: Scene) -> float:
    """Share of the stage's pixels that show something else than an empty stage."""
    pictures = []
    for each in (scene, replace(scene, boxes=())):
        view.apply(view.scene, each)
        image = view.grab_image().convertToFormat(QImage.Format.Format_RGB32)
        pictures.append(np.frombuffer(image.constBits(), np.uint32).copy())
    view.apply(view.scene, scene)
    return float((pictures[0] != pictures[1]).mean())


def milliseconds(view: GLViewWidget) -> float:
    """One frame, drawn to its end."""
    view.makeCurrent()
    GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, view.defaultFramebufferObject())
    GL.glViewport(0, 0, WIDTH, HEIGHT)
    GL.glFinish()
    start = time.perf_counter()
    view.paintGL()
    GL.glFinish()
    took = (time.perf_counter() - start) * 1e3
    view.doneCurrent()
    return took


def by_turns(*frames: Callable[[int], float]) -> list[float]:
    """The lower quartile of each, measured in turn so that a busy machine slows all alike.

    What else runs here only ever adds time, and not to every frame.
    """
    found = [[frame(turn) for frame in frames] for turn in range(TURNS + 2)][2:]
    return [float(each) for each in np.percentile(np.array(found), 25, axis=0)]


def drawing(view: StageView, scene: Scene) -> Callable[[int], float]:
    """Frames of a scene whose camera goes round a little, as in motion."""

    def frame(turn: int) -> float:
        camera = replace(scene.camera, yaw=scene.camera.yaw + 0.05 * turn)
        view.apply(view.scene, replace(scene, camera=camera))
        return milliseconds(view)

    return frame


def say(capsys, text):
    with capsys.disabled():
        print(f"\n{text}")


def cubes(values: np.ndarray) -> GLMeshItem:
    """A cube of twelve triangles for every cell (C, H, W), the way one begins."""
    corners = box_corners([(0, 0, 0)], [(0.9, 0.9, 0.9)])[0]
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    ring = np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))])
    z, y, x = np.meshgrid(*(np.arange(n) for n in values.shape), indexing="ij")
    places = np.stack([x.ravel() - 14.0, y.ravel() - 14.0, z.ravel() - 8.0], axis=1)
    vertexes = (places[:, None, :] + corners[None]).reshape(-1, 3).astype(np.float32)
    faces = (np.arange(len(places))[:, None, None] * 8 + ring[None]).reshape(-1, 3)
    shade = np.repeat(np.clip(values.ravel(), 0.0, 1.0), len(ring))
    colours = np.stack([shade, shade, shade, np.ones_like(shade)], axis=1).astype(np.float32)
    return GLMeshItem(
        vertexes=vertexes, faces=faces, faceColors=colours, smooth=False, computeNormals=False,
        glOptions="opaque",
    )  # fmt: skip


def test_seed_direct_against_cubes(stage, qapp, qtbot, capsys):
    mesh = GLViewWidget()
    qtbot.addWidget(mesh)
    mesh.resize(WIDTH, HEIGHT)
    mesh.addItem(cubes(np.random.default_rng(1).random((16, 28, 28))))
    mesh.setCameraPosition(distance=45)
    mesh.show()
    qtbot.waitExposed(mesh)
    scene = seed_direct()
    share = covered(stage, scene)
    motion, rest, mesh_frame = by_turns(
        drawing(stage, scene),
        drawing(stage, replace(scene, moving=False)),
        lambda turn: milliseconds(mesh),
    )
    say(
        capsys,
        f"seed-direct, {share:.0%} of 1280×800: in motion {motion:.1f} ms, at rest {rest:.1f} ms; "
        f"cubes of 28×28×16: {mesh_frame:.1f} ms, {mesh_frame / motion:.1f} times as long",
    )
    assert share >= 0.5
    assert mesh_frame >= 7.0 * motion


def test_depth_costs_pixels_not_cells(stage, capsys):
    deep, flat = framed((volume("v", 192),)), framed((volume("v", 3),))
    shares = [covered(stage, each) for each in (deep, flat)]
    # Move the one that covers more away until both cover as much.
    for _ in range(4):
        more = shares.index(max(shares))
        scene = (deep, flat)[more]
        distance = scene.camera.distance * (max(shares) / min(shares)) ** 0.5
        scene = replace(scene, camera=replace(scene.camera, distance=distance))
        deep, flat = (scene, flat) if more == 0 else (deep, scene)
        shares[more] = covered(stage, scene)
    slow, quick = by_turns(drawing(stage, deep), drawing(stage, flat))
    say(
        capsys,
        f"28×28×192 {slow:.1f} ms, 28×28×3 {quick:.1f} ms, "
        f"each on {shares[0]:.0%} and {shares[1]:.0%} of the stage",
    )
    assert shares[0] == pytest.approx(shares[1], rel=0.05)
    assert slow <= 1.5 * quick


def test_the_first_frame_and_new_values(stage, qapp, capsys):
    """From nothing to a picture, programs compiled; then 150,528 new values on their way."""
    view = StageView()
    view.resize(WIDTH, HEIGHT)
    scene = framed((volume("v", 192),))
    start = time.perf_counter()
    view.show()
    view.apply(None, scene)
    qapp.processEvents()
    view.grab_image()
    first = (time.perf_counter() - start) * 1e3
    new = replace(scene.boxes[0], values=frozen(scene.boxes[0].values[::-1]))
    start = time.perf_counter()
    view.apply(scene, replace(scene, boxes=(new,)))
    arrived = milliseconds(view)
    view.close()
    view.deleteLater()
    qapp.processEvents()
    say(capsys, f"first frame {first:.0f} ms; a frame with new values {arrived:.1f} ms")
