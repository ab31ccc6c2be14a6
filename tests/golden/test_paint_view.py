"""The stage without OpenGL as a widget: it paints what it is given and reports the mouse."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from convviz.render.paint.still_view import StillView

from . import paint_scenes as scenes

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot):
    made = StillView()
    qtbot.addWidget(made)
    made.resize(640, 400)
    return made


def test_a_scene_is_painted_once(qtbot, view):
    scene = scenes.flat("dark")
    painted = []
    view.framePainted.connect(lambda: painted.append(True))
    with qtbot.waitExposed(view):
        view.show()
    with qtbot.waitSignal(view.framePainted):
        view.apply(None, scene)
    qtbot.wait(60)
    before = len(painted)
    view.apply(scene, scene)
    qtbot.wait(60)
    assert len(painted) == before
    other = replace(scene, theme="light")
    with qtbot.waitSignal(view.framePainted):
        view.apply(scene, other)
    assert view.scene is other


def test_the_picture_can_be_taken(view):
    view.apply(None, scenes.flat("light"))
    image = view.grab_image()
    assert image.width() == round(640 * view.devicePixelRatioF())
    assert image.pixelColor(2, 2).lightness() > 240
    assert image.pixelColor(200, 200).lightness() < 240


def test_the_mouse_is_reported(qtbot, view):
    at = QPoint(30, 40)
    with qtbot.waitSignal(view.pressed) as seen:
        qtbot.mousePress(view, LEFT, pos=at)
    assert seen.args == [30.0, 40.0, LEFT, NONE]
    with qtbot.waitSignal(view.released) as seen:
        qtbot.mouseRelease(view, LEFT, Qt.KeyboardModifier.ShiftModifier, pos=at)
    assert seen.args == [30.0, 40.0, LEFT, Qt.KeyboardModifier.ShiftModifier]
    with qtbot.waitSignal(view.moved) as seen:
        place = QPointF(50, 60)
        QApplication.sendEvent(
            view,
            QMouseEvent(
                QEvent.Type.MouseMove,
                place,
                view.mapToGlobal(place),
                Qt.MouseButton.NoButton,
                LEFT,
                NONE,
            ),
        )
    assert seen.args == [50.0, 60.0, LEFT]
    with qtbot.waitSignal(view.doubleClicked) as seen:
        qtbot.mouseDClick(view, LEFT, pos=at)
    assert seen.args == [30.0, 40.0]
    with qtbot.waitSignal(view.left):
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))


def test_the_wheel_is_reported_in_eighths_of_a_degree(qtbot, view):
    event = QWheelEvent(
        QPointF(12, 13), view.mapToGlobal(QPointF(12, 13)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.wheel) as seen:
        QApplication.sendEvent(view, event)
    assert seen.args == [12.0, 13.0, -120.0, NONE]


def test_its_size_is_reported(qtbot, view):
    with qtbot.waitExposed(view):
        view.show()
    with qtbot.waitSignal(view.resized) as seen:
        view.resize(500, 333)
    assert seen.args == [500, 333]


def test_what_goes_wrong_while_painting_is_told(qtbot, view):
    scene = scenes.flat("dark")
    broken = replace(scene.boxes[0], values=np.zeros(3, dtype=np.float32))
    failures = []
    view.failed.connect(failures.append)
    view.apply(None, replace(scene, boxes=(broken,)))
    # Whether Qt hands the exception on to the caller differs between versions.
    with suppress(IndexError), qtbot.captureExceptions():
        view.grab()
    assert isinstance(failures[0], IndexError)
