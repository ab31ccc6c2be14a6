"""The mouse on the stage: cells, filters, readers, hover, and the camera."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from convviz import words
from convviz.app.stage.stage_host import DEGREES
from convviz.model.documents import DOCUMENTS
from convviz.scene.camera import project
from convviz.scene.layout import content
from convviz.scene.offset import NO_OFFSET, Offset
from convviz.scene.primitives import Rounded
from convviz.scene.shots import VIEWS
from convviz.scene.timeline import LIFT
from convviz.state import intents
from convviz.state.view import ViewOptions

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RIGHT, MIDDLE = Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton


def chosen(hands):
    selection = hands.resolved.stage.selection
    return selection.filter, selection.row, selection.column


# ---- clicks --------------------------------------------------------------------------------------
def test_a_click_on_an_output_cell_starts_its_sum(hands):
    hands.click_stage(hands.place("output", 20, 3))
    assert chosen(hands) == (0, 20, 3)
    assert hands.playback.playing
    hands.until(lambda: hands.playback.time > 0.0)
    title, _ = hands.window.arithmetic.title.texts()
    assert "(21, 4)" in title  # told from 1
    assert hands.window.arithmetic.isVisible()
    assert hands.window.stage.hasFocus()
    record = hands.resolved.stage.record
    assert (record.filter, record.row, record.column) == (0, 20, 3)


COPIED = {
    "1×1 and ReLU": ("seed-bottleneck", "conv1", "output", (20, 3, 0)),
    "5×5 at a corner": ("seed-bottleneck", "conv2", "output", (0, 0, 0)),
    "5×5 over 192": ("seed-direct", "conv1", "output", (10, 10, 0)),
    "three channels": ("five-filters", "conv1", "output", (5, 7, 0)),
    "no bias": ("colour-mixing", "conv1", "output", (30, 40, 0)),
}


@pytest.mark.parametrize("case", COPIED.values(), ids=COPIED.keys())
def test_the_copied_arithmetic_is_the_cells_value(hands, case):
    document, node, name, (row, column, channel) = case
    hands.do(intents.OpenDocument(document), intents.SelectLayer(node))
    hands.wait_until_idle()
    hands.click_stage(hands.place(name, row, column, channel))
    hands.do(intents.TogglePlay())
    QApplication.clipboard().clear()
    hands.press(Key.Key_C, CTRL | SHIFT)
    text = QApplication.clipboard().text()
    record, stage = hands.resolved.stage.record, hands.resolved.stage
    value = float(stage.outputs[channel, row, column])
    sizes = np.abs(record.products.astype(np.float64)).sum() + abs(float(record.bias))
    assert abs(eval(text, {"max": max, "sqrt": math.sqrt}) - value) <= 1e-6 * sizes
    assert text.count("*") >= record.inputs.size
    told = hands.window.arithmetic.title.texts()[1]
    assert re.search(r"\d", told)


def test_the_button_copies_too(hands):
    hands.do(intents.SelectCell(3, 4, 5))
    hands.window.docks.show("cell")
    button = hands.find("arithmetic-copy")
    hands.until(button.isVisible)
    QApplication.clipboard().clear()
    hands.click(button)
    value = float(hands.resolved.stage.outputs[3, 4, 5])
    assert eval(QApplication.clipboard().text()) == pytest.approx(value, abs=1e-4)


def test_a_click_on_a_filter_selects_it(hands):
    for number in (0, 7, 15):
        hands.click_stage(hands.place("filters", 0, 0, 0, box=number))
        assert chosen(hands)[0] == number
    assert not hands.playback.playing
    outline = next(lines for lines in hands.scene.lines if lines.id == "filter")
    low = hands.boxes("filters").low[15]
    assert np.abs(outline.start.min(axis=0) - low).max() < 0.2


def test_a_click_on_an_input_cell_says_which_outputs_read_it(hands):
    hands.do(intents.SelectLayer("conv2"))
    hands.wait_until_idle()
    place = hands.place("input", 10, 20)
    hands.click_stage(place)
    told = hands.status
    assert told.startswith("input row 11, column 21 is read by output rows 9–13, columns 19–23,")
    readers = next(lines for lines in hands.scene.lines if lines.id == "readers")
    assert len(readers.start) == 25 * 12
    assert hands.hover(place + QPoint(1, 0)) == told  # a hand is never quite still
    assert hands.hover(hands.place("input", 3, 4)) != told
    hands.click_stage(QPoint(4, 4))
    assert not any(lines.id == "readers" for lines in hands.scene.lines)
    assert hands.status != told


def test_a_click_on_a_cell_that_no_output_reads(hands):
    hands.do(intents.SetField("conv1", "stride", (2, 2)))
    hands.wait_until_idle()
    hands.click_stage(hands.place("input", 1, 1))
    assert hands.status == words.text("status.no-readers", row=2, column=2)


def test_a_second_click_starts_another_sum(hands):
    hands.click_stage(hands.place("output", 20, 3))
    hands.until(lambda: hands.playback.time > 0.2)
    hands.do(intents.Jump(1))
    hands.click_stage(hands.place("output", 4, 25))
    assert chosen(hands) == (0, 4, 25) and hands.playback.time < 0.2 and hands.playback.playing


# ---- hover ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["input", "output", "filters"])
def test_hover_shows_place_and_value(hands, name):
    stage = hands.resolved.stage
    row, column, box = (0, 0, 6) if name == "filters" else (12, 9, 0)
    arrays = {"input": stage.inputs, "output": stage.outputs, "filters": stage.weights[box]}
    value = float(arrays[name][0, row, column])
    said = hands.hover(hands.place(name, row, column, box=box))
    key = {"filters": "filter"}.get(name, name)
    place = {"row": row + 1, "column": column + 1, "channel": 1, "filter": box + 1}
    places = stage.decimals  # as in the columns of the arithmetic
    decimals = {"input": places.inputs, "output": places.results, "filters": places.factors}
    told = words.text(f"status.{key}", **place, value=Rounded(value, decimals[name]))
    assert said == told and words.fixed(value, decimals[name]) in said
    assert hands.hover(QPoint(4, 4)) != said
    hands.until(lambda: not QToolTip.isVisible())


def test_hover_finds_cells_deep_in_the_top_face(hands):
    boxes, scene = hands.boxes("input"), hands.scene
    top = boxes.low[0] + boxes.size[0] * ((14.5 / 28), 0.0, (100.5 / 192))
    x, y, _ = project(scene.camera, scene.width, scene.height, top[None])[0]
    said = hands.hover(QPoint(round(x), round(y)))
    found = re.search(r"row (\d+), column (\d+), channel (\d+)", said)
    row, column, channel = (int(number) - 1 for number in found.groups())  # told from 1
    assert row == 0 and abs(column - 14) <= 1 and abs(channel - 100) <= 4
    value = float(hands.resolved.stage.inputs[channel, row, column])
    assert words.fixed(value, hands.resolved.stage.decimals.inputs) in said


def test_the_pointer_gone_says_nothing_more(hands):
    from PySide6.QtCore import QEvent

    said = hands.hover(hands.place("output", 5, 5))
    assert "row 6" in said
    QApplication.sendEvent(hands.view, QEvent(QEvent.Type.Leave))
    assert "row 6" not in hands.status


# ---- the camera ----------------------------------------------------------------------------------
MIDDLE_OF = QPoint(300, 200)


def pill(hands):
    """What says whose view it is."""
    return hands.find("view-pill")


def test_a_drag_turns_the_storys_view_and_the_pill_says_so(hands):
    resting = hands.scene.camera
    assert pill(hands).isHidden()
    hands.drag(MIDDLE_OF, QPoint(-80, 30))
    turned = hands.scene.camera
    assert turned.yaw > resting.yaw and turned.pitch > resting.pitch
    assert turned.target == resting.target
    assert 1.0 <= turned.distance / resting.distance < 1.5  # as far away as the turn needs
    assert not hands.controller.dragging and not hands.playback.playing
    assert pill(hands).isVisible() and pill(hands).text() == words.text("stage.view.own")
    hands.press(Key.Key_0)
    assert hands.scene.camera == resting
    assert pill(hands).isHidden()


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_End, Key.Key_Space])
def test_eight_pixels_during_the_sum_freeze_nothing(hands, key):
    """The camera stood still for good, at a place that the story had left: a black stage."""
    board = hands.resolved.stage.storyboard
    hands.do(intents.Seek(board.beats[3].start + 0.3), intents.TogglePlay())
    hands.drag(MIDDLE_OF, QPoint(-8, 0))
    hands.press(key)
    if key == Key.Key_Space:  # it paused; played on until the value lands
        hands.press(key)
        hands.do(intents.SetSpeed(32.0))
        hands.until(lambda: hands.playback.time > board.cell_end + 0.5)
        hands.do(intents.TogglePlay())
    scene, kept = hands.scene, hands.controller.view.offset
    assert pill(hands).isVisible()
    hands.do(intents.SetOffset(NO_OFFSET))
    own = hands.scene.camera
    assert scene.camera == replace(own, yaw=own.yaw + kept.yaw) and kept.yaw == 8 * DEGREES
    shot = project(
        scene.camera, scene.width, scene.height, content(hands.resolved.stage.model.layout)
    )
    assert (shot[:, 0] > -40).all() and (shot[:, 0] < scene.width + 40).all()


def test_a_click_on_the_pill_resets_everything(hands):
    resting = hands.scene.camera
    hands.press("2")
    assert pill(hands).text() == words.text("stage.view.top")
    hands.press("4")
    hands.press("6")
    hands.press("7")
    hands.drag(MIDDLE_OF, QPoint(30, 0), RIGHT)
    assert pill(hands).text() == words.text("stage.view.own")
    QTest.mouseClick(pill(hands), Qt.MouseButton.LeftButton)
    assert hands.controller.view == ViewOptions()
    assert hands.scene.camera == resting and pill(hands).isHidden()
    assert hands.window.stage.hasFocus()


def test_the_pill_speaks_korean_and_is_large_in_full_screen(hands):
    hands.drag(MIDDLE_OF, QPoint(30, 0))
    hands.window.appearance.choose("ko")
    assert pill(hands).text() == words.text("stage.view.own") != "your view · 0 resets"
    small = pill(hands).fontMetrics().height()
    hands.window.full_screen.enter()
    hands.until(lambda: hands.window.isFullScreen() and hands.window.stage.least_type > 0)
    hands.window.stage.draw()
    assert pill(hands).isVisible() and pill(hands).fontMetrics().height() > small
    assert pill(hands).geometry().right() < hands.window.stage.width()
    hands.window.full_screen.leave()


def test_no_label_lies_under_the_pill(hands):
    for by in (QPoint(-60, 0), QPoint(60, 40), QPoint(-20, -60)):
        hands.drag(MIDDLE_OF, by)
        place = pill(hands).geometry()
        for label in hands.scene.labels:
            box = QRect(round(label.x), round(label.y), round(label.width), round(label.height))
            assert not place.intersects(box), label.id


def test_a_cell_chosen_by_hand_keeps_the_offset_and_plays(hands):
    resting = hands.scene.camera
    hands.drag(MIDDLE_OF, QPoint(-20, 10))
    turned = hands.scene.camera
    hands.click_stage(hands.place("output", 15, 15))
    hands.do(intents.TogglePlay(), intents.Jump(-1))
    assert hands.scene.camera == turned != resting


def test_another_layer_begins_in_the_storys_view(hands):
    hands.press("3")
    hands.drag(MIDDLE_OF, QPoint(-20, 10))
    hands.do(intents.SelectLayer("conv2"))
    hands.wait_until_idle()
    assert hands.controller.view == ViewOptions(named="side")


# ---- clumsy hands --------------------------------------------------------------------------------
def test_a_drag_answers_at_once_while_the_stage_is_reframed(hands):
    hands.do(intents.SetPreference("reduced_motion", False))
    hands.do(intents.SetField("conv1", "filters", 24))
    assert hands.controller.reframe.active
    hands.until(lambda: not hands.controller.waiting)
    before = hands.scene.camera
    hands.drag(MIDDLE_OF, QPoint(-40, 0))
    assert hands.scene.camera.yaw == pytest.approx(before.yaw + 40 * DEGREES, abs=0.6)


def test_a_button_let_go_elsewhere_ends_the_drag(hands):
    QTest.mousePress(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), MIDDLE_OF)
    hands.move(hands.view, MIDDLE_OF + QPoint(30, 0))
    assert hands.controller.dragging
    hands.move(hands.view, MIDDLE_OF + QPoint(40, 0), Qt.MouseButton.NoButton)
    assert not hands.controller.dragging
    turned = hands.scene.camera
    hands.move(hands.view, MIDDLE_OF + QPoint(90, 0), Qt.MouseButton.NoButton)
    assert hands.scene.camera == turned


def test_a_second_button_does_not_take_over_a_drag(hands):
    none = Qt.KeyboardModifier(0)
    QTest.mousePress(hands.view, Qt.MouseButton.LeftButton, none, MIDDLE_OF)
    hands.move(hands.view, MIDDLE_OF + QPoint(30, 0))
    QTest.mousePress(hands.view, RIGHT, none, MIDDLE_OF + QPoint(30, 0))
    QTest.mouseRelease(hands.view, RIGHT, none, MIDDLE_OF + QPoint(30, 0))
    assert hands.controller.dragging
    hands.move(hands.view, MIDDLE_OF + QPoint(60, 0))
    QTest.mouseRelease(hands.view, Qt.MouseButton.LeftButton, none, MIDDLE_OF + QPoint(60, 0))
    assert not hands.controller.dragging
    assert hands.controller.view.offset == Offset(yaw=-60 * DEGREES)


def test_a_double_click_starts_one_sum_and_can_begin_a_drag(hands, monkeypatch):
    none, left = Qt.KeyboardModifier(0), Qt.MouseButton.LeftButton
    at, asked_for = hands.place("output", 20, 3), []
    again = QMouseEvent(
        QEvent.Type.MouseButtonDblClick, at.toPointF(), at.toPointF(), left, left, none
    )
    dispatch = hands.controller.dispatch
    monkeypatch.setattr(
        hands.controller, "dispatch", lambda i: (asked_for.append(i), dispatch(i))[1]
    )
    hands.click_stage(at)
    QApplication.sendEvent(hands.view, again)
    QTest.mouseRelease(hands.view, left, none, at)
    assert hands.playback.playing
    assert [type(each) for each in asked_for] == [intents.SelectCell]
    hands.do(intents.TogglePlay(), intents.Jump(-1))
    QApplication.sendEvent(hands.view, again)
    hands.move(hands.view, at + QPoint(40, 0))
    QTest.mouseRelease(hands.view, left, none, at + QPoint(40, 0))
    assert hands.controller.view.offset.yaw == -40 * DEGREES
    assert not hands.playback.playing and not hands.controller.dragging


def test_a_wheel_turned_on_and_on_at_the_edge_loses_nothing(hands):
    for place in (QPoint(3, 3), QPoint(hands.view.width() - 4, hands.view.height() - 4)):
        for notches in (40, -80):
            for _ in range(6):
                hands.wheel(hands.view, place, notches // 4)
            shot = project(
                hands.scene.camera,
                hands.scene.width,
                hands.scene.height,
                content(hands.resolved.stage.model.layout),
            )[:, :2]
            low, high = shot.min(axis=0), shot.max(axis=0)
            assert (low < (hands.scene.width, hands.scene.height)).all() and (high > 0).all()
    hands.press(Key.Key_0)


def test_a_shaky_click_is_no_drag(hands):
    resting = hands.scene.camera
    place = hands.place("output", 12, 12)
    hands.drag(place, QPoint(2, 1))
    assert chosen(hands) == (0, 12, 12)
    hands.do(intents.TogglePlay(), intents.Jump(-1))
    assert hands.scene.camera == resting


def test_the_wheel_zooms_where_the_pointer_is(hands):
    at = hands.place("output", 14, 14)
    before = hands.scene.camera
    hands.wheel(hands.view, at, 3)
    assert hands.scene.camera.field < before.field
    near = hands.place("output", 14, 14)
    assert (near - at).manhattanLength() <= 2  # stays where it was
    hands.wheel(hands.view, at, -3)
    assert hands.scene.camera == before and pill(hands).isHidden()


def test_zoom_by_keys(hands):
    before = hands.scene.camera
    hands.press(Key.Key_Plus, CTRL)
    assert hands.scene.camera.field < before.field
    hands.press(Key.Key_Minus, CTRL)
    assert hands.scene.camera == before


@pytest.mark.parametrize("button", [RIGHT, MIDDLE])
def test_another_button_pans(hands, button):
    resting = hands.scene.camera
    before = hands.place("output", 14, 14)
    hands.drag(MIDDLE_OF, QPoint(40, -24), button)
    panned = hands.scene.camera
    assert (panned.yaw, panned.pitch) == (resting.yaw, resting.pitch)
    moved = hands.place("output", 14, 14) - before
    assert abs(moved.x() - 40) <= 1 and abs(moved.y() + 24) <= 1  # it stays under the pointer


@pytest.mark.parametrize("key, name", [("1", "front"), ("2", "top"), ("3", "side")])
def test_named_views_show_everything(hands, key, name):
    hands.press(key)
    scene = hands.scene
    assert scene.camera.yaw == VIEWS[name][0] and scene.camera.pitch in VIEWS[name][1]
    assert pill(hands).text() == words.text(f"stage.view.{name}")
    corners = content(hands.resolved.stage.model.layout)
    shot = project(scene.camera, scene.width, scene.height, corners)
    assert shot[:, 0].min() >= 0 and shot[:, 0].max() <= scene.width
    assert shot[:, 1].min() >= 0 and shot[:, 1].max() <= scene.height
    assert hands.window.actions_by_id["view-reset"].isEnabled()


@pytest.mark.parametrize("name", ["reset", "front", "side"])
def test_a_stage_squeezed_to_nothing_is_looked_at_from_anywhere(hands, monkeypatch, name):
    before = hands.controller.size
    with monkeypatch.context() as squeezed:
        squeezed.setattr(hands.view, "width", lambda: 0)
        squeezed.setattr(hands.view, "height", lambda: 0)
        hands.view.resized.emit(0, 0)
        assert hands.controller.size == (1.0, 1.0)
        hands.do(intents.SetView(name), intents.Orbit(9.0, 9.0), intents.Zoom(1.1, 0.0, 0.0))
    hands.view.resized.emit(0, 0)
    hands.do(intents.SetView("reset"))
    assert hands.controller.size == before


def test_orthographic_and_back(hands):
    resting = hands.scene.camera
    hands.press("4")
    assert hands.scene.camera.orthographic
    assert hands.window.actions_by_id["orthographic"].isChecked()
    hands.press("4")
    assert hands.scene.camera == resting


def test_cutting_opens_the_input(hands):
    hands.press("6")
    boxes = hands.boxes("input")
    glass = boxes.opacity < 0.5
    assert glass.any() and not glass.all()
    row = hands.controller.view.cut_row
    assert boxes.first[~glass][:, 1].min() == row
    hands.press("8")
    assert hands.controller.view.cut_row == row + 1
    hands.press("9")
    hands.press("9")
    assert hands.controller.view.cut_row == row - 1
    said = hands.hover(hands.place("input", row - 1, 3, 0, box=int(np.flatnonzero(~glass)[0])))
    assert f"row {row}, column 4" in said  # told from 1; a cell that was inside
    hands.press("6")
    assert (hands.boxes("input").opacity >= 0.5).all()


def test_pulling_channels_apart(hands):
    together = hands.boxes("input")
    hands.press("7")
    pulled = hands.boxes("input")
    assert len(pulled.low) > len(together.low)
    # Side by side: no two channels on one place, and each as wide as the volume is.
    gaps = np.diff(np.sort(np.unique(pulled.low[:, 0])))
    assert gaps[0] > hands.resolved.stage.input_shape.width
    assert hands.window.actions_by_id["apart"].isChecked()
    hands.press("7")
    assert len(hands.boxes("input").low) == len(together.low)


def test_glass_clears_the_column_before_it_lifts(hands):
    hands.do(intents.SetPreference("reduced_motion", False))
    hands.do(intents.SelectCell(0, 20, 10), intents.Seek(LIFT * 0.3))
    clear = hands.boxes("input")
    assert (clear.opacity < 0.5).any()
    hands.press("5")
    assert (hands.boxes("input").opacity >= 0.5).all()
    hands.press("5")
    assert (hands.boxes("input").opacity < 0.5).any()


def test_the_offset_is_kept_by_an_edit(hands):
    hands.drag(MIDDLE_OF, QPoint(-80, 30))
    kept = hands.controller.view.offset
    hands.do(intents.SetField("conv1", "filters", 24))
    hands.wait_until_idle()
    turned = hands.scene.camera
    assert hands.controller.view.offset == kept
    hands.do(intents.SetOffset(NO_OFFSET))
    own = hands.scene.camera
    assert turned.target == own.target and turned.yaw == own.yaw + kept.yaw


# ---- every document ------------------------------------------------------------------------------
@pytest.mark.parametrize("number, document", list(enumerate(DOCUMENTS, 1)))
def test_documents_open_by_key(hands, number, document):
    hands.do(intents.OpenDocument("five-filters" if number != 3 else "seed-direct"))
    hands.press(str(number), CTRL)
    hands.wait_until_idle()
    stage = hands.resolved.stage
    assert hands.resolved.document.id == document and stage.record is not None
    title = words.text("app.title", document=words.text(f"document.{document}"))
    assert hands.window.windowTitle().replace("[*]", "") == title
    output = hands.boxes("output")
    assert output.values.size == stage.outputs.size
    assert not hands.window.actions_by_id["undo"].isEnabled() or hands.resolved.can_undo


def test_a_photo_becomes_grey_and_sepia(hands):
    hands.do(intents.OpenDocument("colour-mixing"))
    hands.wait_until_idle()
    stage = hands.resolved.stage
    red, green, blue = stage.inputs
    assert np.abs(stage.outputs[0] - (0.299 * red + 0.587 * green + 0.114 * blue)).max() < 1e-6
    hands.do(intents.OpenDocument("colour-mixing-sepia"))
    hands.wait_until_idle()
    red, green, blue = (plane.mean() for plane in hands.resolved.stage.outputs)
    assert red > green > blue


def test_hover_over_a_photo_tells_its_three_channels(hands):
    hands.do(intents.OpenDocument("colour-mixing-sepia"))
    hands.wait_until_idle()
    scene, inputs = hands.window.stage.scene, hands.resolved.stage.inputs
    plate = next(box for box in scene.boxes if box.id == "input-picture")
    corner = np.add(plate.low[0], (10.5, 40.5, 0.0))
    x, y, _ = project(scene.camera, scene.width, scene.height, corner[None])[0]
    hands.window.stage.view.moved.emit(float(x), float(y), Qt.MouseButton.NoButton)
    told = hands.window.statusBar().currentMessage()
    for value in inputs[:, 40, 10]:
        assert words.value(float(value)) in told


def test_hover_over_a_photo_without_values_says_so(hands):
    """While they are computed there are no three colours to tell: it ended in a KeyError."""
    hands.do(intents.OpenDocument("colour-mixing-sepia"))
    hands.wait_until_idle()
    stage, scene = hands.window.stage, hands.window.stage.scene
    plate = next(box for box in scene.boxes if box.id == "input-picture")
    x, y, _ = project(
        scene.camera, scene.width, scene.height, np.add(plate.low[0], (10.5, 40.5, 0.0))[None]
    )[0]
    boxes = tuple(
        replace(box, values=None) if box.id == "input-picture" else box for box in scene.boxes
    )
    stage.scene = replace(scene, boxes=boxes)
    stage.view.moved.emit(float(x), float(y), Qt.MouseButton.NoButton)
    assert words.text("status.no-value") in hands.window.statusBar().currentMessage()


def test_the_readers_of_one_layer_are_not_asked_of_the_next(hands):
    """On the way to a layer with a smaller input a frame is drawn with what was chosen before."""
    hands.do(intents.OpenDocument("googlenet-stem"))
    hands.wait_until_idle()
    hands.do(intents.ShowReaders(81, 200))
    assert hands.resolved.stage.selection.reader == (81, 200)
    for layer in ("conv2", "pool2", "conv1"):
        hands.do(intents.SelectLayer(layer))
        hands.wait_until_idle()
        assert hands.resolved.stage.selection.reader is None


def test_an_input_cell_that_is_gone_has_no_readers(hands):
    """The picture clicked may be the one before an edit: it ended in an error in every frame."""
    _, height, width = hands.resolved.stage.input_shape
    hands.do(intents.ShowReaders(height - 1, width - 1))
    assert hands.resolved.stage.selection.reader == (height - 1, width - 1)
    for row, column in ((height, 0), (0, width), (-1, 0)):
        hands.do(intents.ShowReaders(row, column))
        assert hands.resolved.stage.selection.reader is None


def test_selecting_relu_shows_it_for_the_same_cell_and_plays_it(hands):
    hands.click_stage(hands.place("output", 9, 13, 0))
    hands.do(intents.SelectLayer("relu1"))
    hands.wait_until_idle()
    stage = hands.resolved.stage
    assert (stage.node, stage.kind) == ("relu1", "relu")
    assert (stage.selection.row, stage.selection.column) == (9, 13)
    assert {label.id for label in hands.scene.labels} >= {"input", "output", "cut-share"}
    assert hands.boxes("output").marks is not None
    hands.do(intents.Jump(1))
    hands.do(intents.SelectLayer("conv1"))
    hands.wait_until_idle()
    assert hands.resolved.stage.node == "conv1"
    assert (hands.resolved.stage.selection.row, hands.resolved.stage.selection.column) == (9, 13)
