"""Edits by keyboard and mouse: counts, values, stage and undo; and what cannot be."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from convviz import words
from convviz.app import compute, controller
from convviz.app.stage import reframe
from convviz.files.errors import FileError, FileErrorCode
from convviz.model.layers import Conv2d
from convviz.panels.editor.groups_row import WAYS
from convviz.scene.layout import FILTERS_DRAWN
from convviz.state import intents

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def total(hands, quantity):
    """What the counts panel says of the whole network: the figure, and the change below it."""
    head = hands.find(f"total-{quantity}")
    return head.accessibleName(), words.plain(head._line.below)


def layer(hands, node="conv1"):
    return hands.resolved.document.network.node(node).layer


def message(hands, field):
    """The error at a field, or ""."""
    label = hands.find(f"message-{field}")
    return label.text() if label.isVisible() else ""


@pytest.fixture
def waiting(hands, monkeypatch):
    """Values wait until they are let go: what shows meanwhile shows without them."""
    worker = hands.controller.compute
    let_go = worker.hold
    monkeypatch.setattr(worker, "hold", lambda held: None)
    let_go(True)
    yield lambda: let_go(False)
    let_go(False)


# ---- typing a number -----------------------------------------------------------------------------
def test_counts_follow_each_keystroke_before_the_values(hands, waiting):
    field = hands.field("filters")
    hands.press("3")
    assert "2,976" in total(hands, "weights")[0]  # 3·192 + 32·5·5·3
    hands.press("2")
    assert field.text() == "32"
    figure, change = total(hands, "weights")
    assert "31,744" in figure and change == "was 15,872"
    assert "24,887,296" in total(hands, "macs")[0]
    assert hands.find("baseline").text() == words.text("counts.baseline.none")
    assert hands.resolved.stale and hands.resolved.stage.outputs is None
    waiting()
    hands.until(lambda: not hands.resolved.stale)
    assert hands.resolved.stage.outputs.shape == (32, 28, 28)


def test_the_stage_follows_an_edit(hands):
    before = hands.resolved.stage.weights
    hands.field("filters")
    hands.type("32")
    hands.wait_until_idle()
    filters, output = hands.boxes("filters"), hands.boxes("output")
    assert len(filters.low) == 32 and output.count.tolist() == [[28, 28, 32]]
    assert output.values.size == 28 * 28 * 32
    assert np.array_equal(hands.resolved.stage.weights[:16], before)  # filters that stay stay
    assert "conv1, 32 × 1×1×192, ReLU, 28×28×32" in hands.window.strip.accessibleName()
    hands.do(intents.SelectLayer("conv2"))
    hands.wait_until_idle()
    assert hands.boxes("filters").count.tolist() == [[5, 5, 32]] * 32
    assert hands.resolved.stage.weights.shape == (32, 32, 5, 5)


def test_typing_is_one_step_of_undo_and_redo(hands):
    field = hands.field("filters")
    hands.type("32")
    hands.wait_until_idle()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert "15,872" in total(hands, "weights")[0] and field.text() == "16"
    assert not hands.window.actions_by_id["undo"].isEnabled()
    hands.wait_until_idle()
    assert len(hands.boxes("filters").low) == 16
    assert hands.resolved.stage.outputs.shape == (16, 28, 28)
    hands.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert "31,744" in total(hands, "weights")[0] and field.text() == "32"
    hands.wait_until_idle()
    assert len(hands.boxes("filters").low) == 32


def test_an_edit_keeps_cell_and_phase_and_pauses(hands):
    board = hands.resolved.stage.storyboard
    hands.do(
        intents.SelectCell(5, 7, 9), intents.Seek(board.beats[4].start + 0.3), intents.TogglePlay()
    )
    hands.field("filters")
    hands.type("32")
    assert not hands.playback.playing
    chosen = hands.resolved.stage.selection
    assert (chosen.filter, chosen.row, chosen.column) == (5, 7, 9)
    board = hands.resolved.stage.storyboard
    assert board.beat_at(hands.playback.time).first == 3
    hands.press(Qt.Key.Key_Return)
    hands.field("filters")
    hands.press("4")
    assert hands.resolved.stage.selection.filter == 3  # clamped to the last one left
    hands.press("0")
    assert hands.resolved.stage.selection.filter == 5  # the 4 was on the way to 40


def test_the_picture_is_framed_after_the_last_key(hands, monkeypatch):
    now = [100.0]
    for module in (controller, reframe):
        monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: now[0]))
    hands.do(intents.SetPreference("reduced_motion", False))
    hands.field("filters")
    resting, seen = hands.scene.camera, []
    ticks = []
    hands.controller.ticked.connect(lambda: ticks.append(now[0]))
    for key, wait in (("6", 0.25), ("4", 0.29), ("", 0.1), ("", 0.1), ("", 0.4)):
        if key:
            hands.press(key)
        now[0] += wait
        hands.until(lambda: ticks[-1:] == [now[0]])
        seen.append(hands.scene.camera)
    assert seen[:2] == [resting, resting]  # 0.3 s after the last key, not before
    assert seen[2] != resting and seen[3] not in (seen[2], seen[4])
    assert not hands.controller.moving


def test_wheel_and_arrow_keys_step_a_number(hands):
    field = hands.field("filters")
    hands.press(Qt.Key.Key_Up)
    assert layer(hands).filters == 17 and field.text() == "17"
    hands.press(Qt.Key.Key_Down, SHIFT)
    assert layer(hands).filters == 7
    hands.wheel(field, field.rect().center(), 2)
    assert layer(hands).filters == 9
    hands.press(Qt.Key.Key_Return)
    hands.wheel(field, field.rect().center(), 2)  # without the focus the page scrolls
    assert layer(hands).filters == 9


def test_dragging_a_label_is_one_step(hands):
    hands.window.docks.show("editor")
    label = hands.find("row-filters").label
    start = label.rect().center()
    QTest.mousePress(label, Qt.MouseButton.LeftButton, pos=start)
    for dx in (8, 16, 24, 32):
        hands.move(label, start + QPoint(dx, 0))
    QTest.mouseRelease(label, Qt.MouseButton.LeftButton, pos=start + QPoint(32, 0))
    assert layer(hands).filters == 24
    hands.press(Qt.Key.Key_Z, CTRL)
    assert layer(hands).filters == 16


# ---- what cannot be ------------------------------------------------------------------------------
IMPOSSIBLE = {
    "kernel larger than the input": ("kernel-h", "kernel", "99", (1, 1)),
    "no filters": ("filters", "filters", "0", 16),
    "nothing typed": ("filters", "filters", "", 16),
    "no number": ("filters", "filters", "x", 16),
    "groups that do not divide": ("groups", "groups", "5", 1),
    "a stride of zero": ("stride-h", "stride", "0", (1, 1)),
    "absurdly many": ("filters", "filters", "999999999999", 16),
}


@pytest.mark.parametrize("case", IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_an_impossible_value_is_an_error_at_its_field(hands, case):
    place, name, typed, kept = case
    if name == "groups":
        hands.window.docks.show("editor")
        hands.find("choice-groups").entered.emit(WAYS.index("number"), 0)
    field = hands.find("field-groups") if name == "groups" else hands.field(place)
    if typed:
        hands.type(typed)
    else:
        hands.press(Qt.Key.Key_Backspace)
    assert message(hands, name)
    assert field.property("error") and field.text() == typed and field.hasFocus()
    if kept is not None:
        assert getattr(layer(hands), name) == kept
    hands.wait_until_idle()
    valid = layer(hands)
    assert len(hands.boxes("filters").low) == min(valid.filters, FILTERS_DRAWN)
    hands.press(Qt.Key.Key_Escape)
    assert not message(hands, name) and not field.property("error")
    shown = getattr(valid, name)
    assert field.text() == str(shown[0] if isinstance(shown, tuple) else shown)
    assert hands.window.stage.hasFocus()
    assert layer(hands) == valid and hands.resolved.problem is None


def test_another_layer_takes_no_problem_along(hands):
    hands.do(intents.SetField("conv1", "filters", 0))
    assert hands.resolved.problem is not None
    hands.do(intents.SelectLayer("conv1"))
    assert hands.resolved.problem is not None  # its field is still in view
    hands.do(intents.SelectLayer("conv2"))
    assert hands.resolved.problem is None
    hands.do(intents.SelectLayer("conv1"))
    assert not message(hands, "filters")


def test_an_edit_that_breaks_a_later_layer_names_it(hands):
    hands.do(intents.SetField("conv2", "padding", (0, 0)))
    hands.field("stride-h")
    hands.type("9")  # 28 → 4 rows, too few for the 5×5 after it
    assert "conv2" in message(hands, "stride")
    assert layer(hands).stride == (1, 1)


def test_undo_after_an_error_takes_the_last_valid_edit_back(hands):
    field = hands.field("kernel-h")
    hands.type("99")
    assert message(hands, "kernel")
    hands.press(Qt.Key.Key_Z, CTRL)
    assert layer(hands).kernel == (1, 1) and not message(hands, "kernel")
    assert field.text() == "1"


def test_enter_gives_the_focus_back_to_the_stage(hands):
    hands.field("filters")
    hands.type("8")
    hands.press(Qt.Key.Key_Return)
    assert hands.window.stage.hasFocus() and layer(hands).filters == 8
    hands.wait_until_idle()
    hands.press(Qt.Key.Key_Right)
    assert hands.playback.playing  # → steps again


# ---- the chain -----------------------------------------------------------------------------------
def names(hands):
    return [node.name for node in hands.resolved.document.network.in_order()]


LESSON = ["input", "conv1", "relu1", "conv2", "relu2"]


def undone(hands):
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.wait_until_idle()
    return names(hands)


def test_adding_a_layer(hands):
    hands.window.docks.show("editor")
    hands.choose(hands.window.editor.add_menu, 0)
    hands.wait_until_idle()
    chain = hands.resolved.document.network.in_order()
    assert len(chain) == 6 and chain[2].layer == Conv2d(16, (3, 3), padding="same")
    assert hands.resolved.document.selected == chain[2].id == hands.resolved.stage.node
    assert hands.boxes("filters").count.tolist() == [[3, 3, 16]] * 16
    assert undone(hands) == LESSON
    assert hands.resolved.document.selected == "conv1"


def test_removing_a_layer(hands):
    hands.do(intents.SelectLayer("relu1"))
    hands.window.docks.show("editor")
    hands.click(hands.find("remove-layer"))
    hands.wait_until_idle()
    assert names(hands) == ["input", "conv1", "conv2", "relu2"]
    hands.do(intents.SelectLayer("conv1"))
    hands.click(hands.find("remove-layer"))
    hands.wait_until_idle()
    assert names(hands) == ["input", "conv2", "relu2"]
    assert "153,600" in total(hands, "weights")[0]  # now it is the direct layer
    assert undone(hands) == ["input", "conv1", "conv2", "relu2"]
    assert undone(hands) == LESSON


def test_every_layer_may_go(hands):
    hands.window.docks.show("editor")
    for node in ("conv1", "conv2", "relu1", "relu2"):
        hands.do(intents.SelectLayer(node))
        hands.click(hands.find("remove-layer"))
        hands.wait_until_idle()
    assert hands.resolved.stage is None and hands.boxes("input").values is not None
    assert "0" in total(hands, "weights")[0]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_0):
        hands.press(key)  # nothing to do, and nothing breaks
    hands.click_stage(QPoint(300, 200))
    for _ in range(3):
        undone(hands)
    assert undone(hands) == LESSON
    assert hands.boxes("output").values is not None


def test_moving_a_layer(hands):
    hands.window.docks.show("editor")
    hands.click(hands.find("move-down"))
    assert names(hands) == ["input", "relu1", "conv1", "conv2", "relu2"]
    hands.click(hands.find("move-up"))
    assert names(hands) == LESSON
    assert undone(hands) == ["input", "relu1", "conv1", "conv2", "relu2"]
    assert undone(hands) == LESSON


def test_renaming_a_layer(hands):
    hands.window.docks.show("editor")
    chain = hands.find("chain-list")
    row = chain.visualRect(chain.model().index(1)).center()
    QTest.mouseClick(chain.viewport(), Qt.MouseButton.LeftButton, pos=row)
    QTest.mouseDClick(chain.viewport(), Qt.MouseButton.LeftButton, pos=row)
    editor = hands.find("rename", QLineEdit)
    assert editor.hasFocus() and editor.selectedText() == "conv1"
    hands.type("narrow it")
    hands.press(Qt.Key.Key_Return)
    assert names(hands)[1] == "narrow it"
    assert hands.window.stage.hasFocus()
    assert undone(hands) == LESSON


def test_the_strip_opens_another_layer_and_the_arrows_still_step(hands):
    strip = hands.window.strip
    front = next(v for v in strip.strip.volumes if v.id == "conv2").front
    x, y = (sum(point[axis] for point in front) / 4 for axis in (0, 1))
    QTest.mouseClick(
        strip, Qt.MouseButton.LeftButton, pos=QPoint(round(x - strip.offset), round(y))
    )
    hands.wait_until_idle()
    assert hands.resolved.stage.node == "conv2"
    assert hands.boxes("filters").count.tolist() == [[5, 5, 16]] * 32
    assert "153,600" not in hands.find("headline-macs").accessibleName()
    assert "10,035,200" in hands.find("headline-macs").accessibleName()
    assert hands.playback.time == 0.0 and not hands.playback.playing
    hands.press(Qt.Key.Key_Right)
    assert hands.playback.playing


def test_another_photo_is_chosen_from_all_that_ship(hands):
    from convviz.files.photos import PHOTOS

    hands.do(intents.SelectLayer("input"))
    box = hands.find("field-photo")
    assert box.count() == len(PHOTOS) >= 3 and box.currentText() == words.text("photo.coffee")
    before = hands.resolved.stage.inputs
    box.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.wait_until_idle()
    assert layer(hands, "input").photo == list(PHOTOS)[1]
    assert not np.array_equal(hands.resolved.stage.inputs, before)


def test_a_pinned_baseline_stays(hands):
    hands.do(intents.OpenDocument("seed-direct"))
    hands.click(hands.find("pin-baseline"))
    assert hands.resolved.baseline_pinned
    hands.do(intents.OpenDocument("seed-bottleneck"))
    assert total(hands, "macs")[1] == "−89.7 %, 9.68× fewer"
    hands.do(intents.SetField("conv1", "filters", 32), intents.Undo())
    assert hands.resolved.baseline_pinned
    assert total(hands, "weights")[1] == "−89.7 %, 9.68× fewer"


# ---- values that cannot be had -------------------------------------------------------------------
def test_values_that_fail_are_told_and_the_app_goes_on(hands, monkeypatch):
    def missing(layer, photos):
        raise FileError(FileErrorCode.PHOTO_UNKNOWN, photo=layer.photo)

    monkeypatch.setattr(compute, "picture_of", missing)
    hands.do(intents.SetField("input", "photo", "rocket"))
    told = words.text("status.failed", reason="")
    hands.until(lambda: hands.status.startswith(told))
    assert "rocket" in hands.status
    hands.do(intents.SelectLayer("conv2"))
    assert hands.status.startswith(told)  # not: too large, not: computing
    hands.field("filters")
    hands.type("8")
    assert hands.resolved.counts.layers["conv2"].weights == 8 * 5 * 5 * 16
    monkeypatch.undo()
    hands.do(intents.SetField("conv2", "filters", 9))
    hands.until(lambda: not hands.resolved.stale)
    hands.wait_until_idle()
    assert hands.resolved.stage.outputs.shape == (9, 28, 28)
    assert not hands.status.startswith(told)


def test_a_layer_too_large_for_values_is_counted_only(hands):
    hands.do(intents.SetField("conv1", "filters", 60_000))
    hands.wait_until_idle()
    assert hands.status == words.text("status.unvalued")
    assert hands.boxes("output").values is None
    assert f"{60_000 * 192 + 32 * 25 * 60_000:,}" in total(hands, "weights")[0]
    hands.press(Qt.Key.Key_Space)
    assert not hands.playback.playing


def test_values_of_the_network_before_are_not_taken_for_new_ones(hands):
    worker, answers = hands.controller.compute, []
    worker.answered.connect(answers.append)
    hands.do(intents.SetField("conv1", "filters", 24))
    hands.until(lambda: answers)
    late = answers[-1]
    hands.do(intents.SetField("conv1", "filters", 25))
    worker.answered.emit(late)  # it was on its way
    assert hands.resolved.stale
    hands.wait_until_idle()
    assert hands.resolved.stage.outputs.shape == (25, 28, 28)
    worker.answered.disconnect(answers.append)
