"""OpenGL lost on the way, a screen that comes or goes: the same picture again, or the still one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyqtgraph.opengl import GLViewWidget
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from convviz import words
from convviz.render.gl import surface
from convviz.render.gl.stage_view import GL_CONTEXT_LOST, StageView
from convviz.render.paint.still_view import StillView
from convviz.state import intents

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hands(open_window):
    """A window of its own, at rest in the middle of a sum."""
    hands = open_window()
    hands.do(intents.SetPreference("reduced_motion", True), intents.Seek(4.0))
    hands.wait_until_idle()
    QTest.qWait(50)
    return hands


def lose(monkeypatch, times: int) -> None:
    """Have Qt find no context to paint with, so many times: it then calls no `paintGL`."""
    paint, left = GLViewWidget.paintEvent, [times]

    def paint_event(view, event):
        if left[0] > 0:
            left[0] -= 1
        else:
            paint(view, event)

    monkeypatch.setattr(GLViewWidget, "paintEvent", paint_event)


def test_a_lost_context_is_made_again_and_shows_the_same(hands, monkeypatch):
    view, before = hands.view, hands.view.grab_image()
    lose(monkeypatch, 1)
    view.update()
    hands.until(lambda: hands.view is not view)
    hands.wait_until_idle()
    QTest.qWait(50)
    assert isinstance(hands.view, StageView) and hands.view.isValid()
    assert hands.view.painter is not view.painter
    assert hands.view.grab_image() == before
    assert not [label for label in hands.window.stage.findChildren(QLabel) if label.isVisible()]
    hands.do(intents.Jump(-1))
    hands.click_stage(hands.place("output", 20, 3))
    assert hands.resolved.stage.selection.row == 20 and hands.playback.playing


def test_a_context_lost_again_and_again_gives_way_to_the_still_picture(hands, monkeypatch):
    lose(monkeypatch, 10**6)
    hands.view.update()
    hands.until(lambda: isinstance(hands.view, StillView))
    hands.wait_until_idle()
    notice = next(each for each in hands.window.stage.findChildren(QLabel) if each.isVisible())
    assert notice.text() == words.text("stage.gl-lost") and "context" in notice.toolTip()
    hands.window.appearance.choose("ko")
    assert notice.text() == words.text("stage.gl-lost") and "그래픽" in notice.text()
    hands.window.appearance.choose("en")
    image = hands.view.grab_image()
    places = [(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)]
    assert len({image.pixelColor(*place).name() for place in places}) > 100
    time = hands.playback.time
    hands.do(intents.SetField("conv1", "filters", 20))
    hands.wait_until_idle()
    hands.do(intents.Step("span", 1))
    hands.wait_until_idle()
    assert hands.playback.time != time and hands.resolved.stage.output_shape.channels == 20


def test_where_no_context_is_to_be_had_again_the_still_picture_says_why(hands, monkeypatch):
    monkeypatch.setattr(surface, "probe", lambda: "no OpenGL context can be created")
    lose(monkeypatch, 1)
    hands.view.update()
    hands.until(lambda: isinstance(hands.view, StillView))
    hands.wait_until_idle()
    notice = next(each for each in hands.window.stage.findChildren(QLabel) if each.isVisible())
    assert notice.toolTip() == "no OpenGL context can be created"


def test_a_driver_that_says_so_in_the_middle_of_painting_is_believed(hands, monkeypatch):
    view = hands.view
    device = view.painter.device

    class Lost:
        def __getattr__(self, name):
            return self.error if name == "glGetError" else getattr(gl, name)

        def error(self):
            device.gl = gl
            return GL_CONTEXT_LOST

    gl, device.gl = device.gl, Lost()
    view.update()
    hands.until(lambda: hands.view is not view)
    hands.wait_until_idle()
    assert isinstance(hands.view, StageView) and hands.view.isValid()


def test_screens_come_and_go_and_the_window_moves_between_them(hands):
    before = hands.view.grab_image()
    handle, screen = hands.window.windowHandle(), QGuiApplication.primaryScreen()
    for signal in (
        QGuiApplication.instance().screenAdded,
        QGuiApplication.instance().screenRemoved,
    ):
        signal.emit(screen)
        handle.screenChanged.emit(screen)
        for kind in ("ScreenChangeInternal", "DevicePixelRatioChange", "WindowChangeInternal"):
            for widget in (hands.window, hands.view):
                QApplication.sendEvent(widget, QEvent(getattr(QEvent.Type, kind)))
        QTest.qWait(30)
        hands.wait_until_idle()
    assert isinstance(hands.view, StageView)
    assert hands.view.grab_image() == before


def test_the_stage_in_another_window_and_back_shows_the_same(hands):
    """As a platform does it that makes another native window for another screen."""
    before, stage = hands.view.grab_image(), hands.window.stage
    home = stage.parentWidget().layout()
    size = hands.view.size()
    other = QMainWindow()
    place = home.indexOf(stage)
    other.setCentralWidget(stage)
    other.resize(stage.size())
    other.show()
    hands.until(lambda: hands.view.isValid() and hands.view.isVisible())
    QTest.qWait(50)
    other.takeCentralWidget()
    home.insertWidget(place, stage, 1)
    stage.show()
    hands.until(lambda: hands.view.size() == size)
    hands.wait_until_idle()
    QTest.qWait(50)
    assert hands.view.grab_image() == before
    other.deleteLater()


CHILD = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication
from convviz.render.gl.surface import default_format
from convviz.render.gl.stage_view import StageView
QSurfaceFormat.setDefaultFormat(default_format())  # contexts not shared: Qt makes them again
app = QApplication(sys.argv)
from tests.golden import gl_scenes as scenes
view = StageView()
view.resize(300, 200)
view.show()
view.apply(None, scenes.lesson())
for _ in range(20): app.processEvents()
before, painter, device = view.grab_image(), view.painter, view.painter.device
stopped = []
painter.stop, stop = lambda: (stopped.append(True), stop()), painter.stop
if sys.argv[1] == "lost":
    from PySide6.QtGui import QOpenGLContext
    QOpenGLContext.makeCurrent, made = lambda self, surface: False, QOpenGLContext.makeCurrent
for kind in (QEvent.Type.WindowAboutToChangeInternal, QEvent.Type.WindowChangeInternal):
    QApplication.sendEvent(view, QEvent(kind))
if sys.argv[1] == "lost":
    QOpenGLContext.makeCurrent = made
view.update()
for _ in range(20): app.processEvents()
assert painter.device is not device, "no new context"
assert stopped == ([] if sys.argv[1] == "lost" else [True]), stopped
assert view.grab_image() == before, "another picture"
print("same")
"""


@pytest.mark.parametrize("how", ["gone", "lost"])
def test_every_object_is_made_again_in_a_new_context(qapp, how):
    """Without shared contexts Qt ends the context with its window; or it can be used no more."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, how],
        cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.stdout == "same\n", done.stderr
    if how == "gone":
        assert done.stderr == ""
