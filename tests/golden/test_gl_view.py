"""The stage as a widget: what it touches, what it reports, and how it lives and dies."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from convviz.render.gl.stage_view import StageView
from convviz.render.gl.surface import default_format, probe
from convviz.scene.primitives import Colours
from convviz.scene.themes import Look

from . import gl_scenes as scenes


@pytest.fixture
def stage(qtbot):
    view = StageView()
    qtbot.addWidget(view)
    view.resize(int(scenes.WIDTH), int(scenes.HEIGHT))
    view.show()
    qtbot.waitExposed(view)
    return view


def show(view, scene, qtbot):
    """Apply a scene and wait until it is painted."""
    with qtbot.waitSignal(view.framePainted, timeout=5000):
        view.apply(view.scene, scene)


def uploads(view):
    """How often each record's boxes went to the context."""
    ids = [each.id for each in view.scene.boxes]
    return {name: view.painter.boxes_item(name).uploads for name in ids}


def test_there_is_a_context_and_it_is_as_asked(qapp, stage):
    assert probe() is None
    found = stage.context().format()
    assert found.version() >= (3, 3)
    assert found.profile() == default_format().profile()
    assert found.depthBufferSize() >= 24
    assert found.samples() <= 0, "the window itself is not multisampled"


def test_applying_touches_only_what_differs(stage, qtbot):
    scene = scenes.lesson()
    show(stage, scene, qtbot)
    before, textures = uploads(stage), stage.painter.textures
    assert set(before.values()) == {1}
    assert (textures.made, textures.updated) == (3, 0)

    # Only how a record looks: nothing is sent.
    output = replace(scene.boxes[2], shown_until=10, blank=0.5)
    scene = replace(scene, boxes=(*scene.boxes[:2], output))
    show(stage, scene, qtbot)
    assert uploads(stage) == before

    # Where one record's boxes are: that one is sent.
    moved = replace(scene.boxes[0], low=scenes.frozen(scene.boxes[0].low + 1.0))
    scene = replace(scene, boxes=(moved, *scene.boxes[1:]))
    show(stage, scene, qtbot)
    assert uploads(stage) == {**before, "input": 2}

    # A camera on its way sends at most a new order of the bank's boxes.
    camera = replace(scene.camera, yaw=scene.camera.yaw + 1.0)
    show(stage, replace(scene, camera=camera), qtbot)
    assert uploads(stage)["output"] == 1
    assert (textures.made, textures.updated) == (3, 0)


def test_values_of_the_same_size_go_into_the_same_texture(stage, qtbot):
    scene = scenes.lesson()
    show(stage, scene, qtbot)
    textures = stage.painter.textures
    new = replace(scene.boxes[0], values=scenes.frozen(scene.boxes[0].values[::-1]))
    show(stage, replace(scene, boxes=(new, *scene.boxes[1:])), qtbot)
    assert (textures.made, textures.updated, len(textures)) == (3, 1, 3)
    show(stage, replace(scene, boxes=(new,)), qtbot)
    assert len(textures) == 1, "what no record shows is dropped"
    twice = replace(new, id="again", low=scenes.frozen(new.low + 20.0))
    show(stage, replace(scene, boxes=(new, twice)), qtbot)
    assert len(textures) == 1, "records with the same values share a texture"
    empty = replace(new, values=None, colours=Colours.EMPTY)
    show(stage, replace(scene, boxes=(empty,)), qtbot)
    assert len(textures) == 0


def test_more_cells_than_a_buffer_texture_holds_lie_in_rows(stage, qtbot):
    scene = scenes.lesson()
    show(stage, scene, qtbot)
    before = stage.grab_image()
    stage.painter.device.max_buffer_texels = 4000
    show(stage, replace(scene, boxes=()), qtbot)
    show(stage, scene, qtbot)
    textures = stage.painter.textures
    assert [textures.find(each, Look("dark")).sheet for each in scene.boxes] == [True, False, False]
    assert stage.grab_image() == before


def test_the_same_picture_is_not_painted_again(stage, qtbot):
    scene = scenes.lesson()
    show(stage, scene, qtbot)
    with qtbot.assertNotEmitted(stage.framePainted, wait=60):
        stage.apply(scene, replace(scene, notes=("nothing to see",)))
        stage.apply(scene, scene)


def test_many_changes_are_one_paint(stage, qtbot):
    painted = []
    show(stage, scenes.lesson(), qtbot)
    stage.framePainted.connect(lambda: painted.append(1))
    for scene in (scenes.glass("dark"), scenes.lesson("light"), scenes.glass("light")):
        stage.apply(stage.scene, scene)
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(30)
    assert len(painted) == 1


def test_both_kinds_of_framebuffer_stay(stage, qtbot):
    for moving in (True, False, True, False):
        show(stage, scenes.lesson(moving=moving), qtbot)
    assert stage.painter.smooth.allocations == 1
    stage.resize(400, 260)
    show(stage, scenes.lesson("light"), qtbot)
    assert stage.painter.smooth.allocations == 2


def test_labels_are_drawn_once(stage, qtbot):
    scene = scenes.lesson()
    show(stage, scene, qtbot)
    labels = stage.painter.labels
    assert labels.drawn == 2
    moved = tuple(replace(each, x=each.x + 7.25, alpha=0.5) for each in scene.labels)
    show(stage, replace(scene, labels=moved), qtbot)
    assert labels.drawn == 2
    show(stage, replace(scene, labels=moved, theme="light"), qtbot)
    assert labels.drawn == 4


def test_an_error_while_painting_comes_out(stage, qtbot, monkeypatch):
    show(stage, scenes.lesson(), qtbot)

    def broken():
        raise ValueError("broken on purpose")

    monkeypatch.setattr(stage.painter.boxes_item("input"), "paint", broken)
    told = []
    stage.failed.connect(told.append)
    with qtbot.captureExceptions() as caught:
        stage.apply(stage.scene, scenes.lesson("light"))
        monkeypatch.setattr(stage.painter.boxes_item("input"), "paint", broken)
        qtbot.waitUntil(lambda: bool(caught))
    assert "broken on purpose" in str(caught[0][1])
    assert "broken on purpose" in str(told[0])


def test_clear_only_draws_nothing(stage, qtbot):
    stage.clear_only = True
    show(stage, scenes.lesson(), qtbot)
    image = stage.grab_image()
    assert image.pixel(240, 150) == image.pixel(5, 5)


def test_the_mouse_is_reported_in_logical_pixels(stage, qtbot):
    seen = []
    for name in ("pressed", "moved", "released", "doubleClicked"):
        getattr(stage, name).connect(lambda *args, name=name: seen.append((name, *args)))
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    qtbot.mouseMove(stage, QPoint(35, 45))
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=QPoint(35, 45))
    qtbot.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(9, 8))
    none = Qt.KeyboardModifier.NoModifier
    assert seen[0] == ("pressed", 30.0, 40.0, Qt.MouseButton.LeftButton, none)
    assert ("moved", 35.0, 45.0) in [entry[:3] for entry in seen]
    assert ("released", 35.0, 45.0, Qt.MouseButton.LeftButton, none) in seen
    assert ("doubleClicked", 9.0, 8.0) in seen


def test_the_wheel_is_reported(stage, qtbot):
    with qtbot.waitSignal(stage.wheel) as told:
        turn = QWheelEvent(
            QPointF(50, 60), stage.mapToGlobal(QPointF(50, 60)), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(stage, turn)
    assert told.args == [50.0, 60.0, 120.0, Qt.KeyboardModifier.ControlModifier]


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space])
def test_keys_are_left_to_the_window(stage, key):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(stage, event)
        assert not event.isAccepted()


def test_a_new_size_is_told_before_it_is_painted(stage, qtbot):
    show(stage, scenes.lesson(), qtbot)
    order = []
    stage.resized.connect(lambda w, h: order.append((w, h)))
    stage.framePainted.connect(lambda: order.append("painted"))
    stage.resize(420, 280)
    qtbot.waitUntil(lambda: "painted" in order)
    assert order[0] == (420, 280)


def test_a_window_of_its_own_and_back(stage, qtbot):
    """Reparenting makes a new context; everything is made again in it."""
    show(stage, scenes.lesson(), qtbot)
    before = stage.grab_image()
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(stage)
    window.resize(int(scenes.WIDTH), int(scenes.HEIGHT))
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: stage.size() == window.size())
    assert stage.grab_image() == before
    window.takeCentralWidget()
    stage.setParent(None)
    stage.show()
    qtbot.waitExposed(stage)
    assert stage.grab_image() == before


def test_it_goes_without_a_trace(qtbot, qapp):
    """Qt warns, and so fails this test, when an OpenGL object outlives its context."""
    window = QMainWindow()
    view = StageView()
    window.setCentralWidget(view)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    show(view, scenes.lesson(), qtbot)
    painter = view.painter
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert not painter.started
    del view, painter, window
    gc.collect()
    QTest.qWait(10)


CHILD = """
import sys
from convviz.render.gl.surface import prepare_surfaces
prepare_surfaces()
from PySide6.QtWidgets import QApplication
from convviz.render.gl.stage_view import StageView
app = QApplication(sys.argv)
from tests.golden import gl_scenes as scenes
view = StageView()
view.resize(240, 150)
view.show()
scene = scenes.lesson(moving=True)
view.apply(None, scene)
app.processEvents()
view.grab_image().save(sys.argv[1])
"""


@pytest.mark.parametrize(
    "setting", [{"QT_SCALE_FACTOR": "2"}, {"QT_XCB_GL_INTEGRATION": "xcb_egl"}], ids=["2x", "egl"]
)
def test_other_surfaces_show_the_same(stage, qtbot, tmp_path, setting):
    """Twice as many pixels, or a context made through EGL; and the process ends quietly."""
    if sys.platform != "linux":
        pytest.skip("settings of Qt's X11 plugin")
    target = tmp_path / "child.png"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(target)],
        env={**os.environ, **setting}, cwd=root, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    image = QImage(str(target)).convertToFormat(QImage.Format.Format_RGB888)
    ratio = int(setting.get("QT_SCALE_FACTOR", "1"))
    assert (image.width(), image.height()) == (240 * ratio, 150 * ratio)
    stage.resize(240, 150)
    show(stage, scenes.lesson(moving=True), qtbot)
    here = stage.grab_image().convertToFormat(QImage.Format.Format_RGB888)
    small = image.scaled(240, 150, mode=Qt.TransformationMode.SmoothTransformation)
    off = np.abs(bytes_of(small).astype(int) - bytes_of(here)).mean()
    assert off < (6.0 if ratio > 1 else 0.5)


def bytes_of(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
