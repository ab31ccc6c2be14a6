"""What is typed is a preview, what is opened is no edit, and keys do what their widget is for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QTabBar

from convviz import words
from convviz.app.fullscreen.blank_screen import Blank
from convviz.model.layers import Conv2d, Init
from convviz.panels.editor.groups_row import WAYS
from convviz.state import intents
from convviz.state.workspace_intents import SetPane

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def layer(hands, node="conv1"):
    return hands.resolved.document.network.node(node).layer


def below(hands, quantity):
    """What stands under a figure of the whole network."""
    return words.plain(hands.find(f"total-{quantity}")._line.below).strip()


def story(hands):
    """Everything that giving up must bring back."""
    chosen, history = hands.resolved.stage.selection, hands.controller.history
    cell = chosen.filter, chosen.row, chosen.column
    return (history.present.network, len(history.past), len(history.future), cell)


def window_click(hands, widget, at=None):
    """Click as the window system does, so that Qt and the window decide who has the keyboard."""
    place = widget.mapTo(hands.window, widget.rect().center() if at is None else at)
    QTest.mouseClick(hands.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


# ---- a value while typing ------------------------------------------------------------------------
CASES = {
    "kernel, too large": ("kernel-h", "99"),
    "kernel, possible": ("kernel-h", "3"),
    "filters, none": ("filters", "0"),
    "filters, possible": ("filters", "32"),
    "no number": ("filters", "3x"),
    "a stride of nothing": ("stride-h", "0"),
    "an endless seed": ("seed", "99999999999"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_esc_brings_back_everything_from_before_the_typing(hands, case):
    place, typed = case
    hands.do(intents.SetField("conv1", "seed", 3), intents.Undo())  # something to redo
    hands.do(intents.SelectCell(filter=6, row=3, column=4))
    hands.wait_until_idle()
    before, outputs = story(hands), hands.resolved.stage.outputs.copy()
    field = hands.field(place)
    shown = field.text()
    hands.type(typed)
    hands.press(Key.Key_Escape)
    assert story(hands) == before and field.text() == shown
    assert hands.window.stage.hasFocus() and hands.resolved.problem is None
    hands.wait_until_idle()
    assert (hands.resolved.stage.outputs == outputs).all()


@pytest.mark.parametrize("away", ["enter", "tab", "stage", "legend"])
def test_leaving_what_cannot_be_brings_back_what_was_before(hands, away):
    before = story(hands)
    field = hands.field("kernel-h")
    hands.type("99")
    assert layer(hands).kernel == (1, 1)  # and not the 9×9 on the way
    if away == "enter":
        hands.press(Key.Key_Return)
        assert hands.window.stage.hasFocus()
    elif away == "tab":
        hands.press(Key.Key_Tab)
    else:
        widget = hands.view if away == "stage" else hands.window.legend
        window_click(hands, widget, QPoint(3, 3))
        assert hands.window.stage.hasFocus()
    assert story(hands) == before and field.text() == "1"


def test_leaving_what_can_be_is_one_step(hands):
    hands.field("filters")
    hands.type("32")
    window_click(hands, hands.window.legend, QPoint(3, 3))
    assert layer(hands).filters == 32 and len(hands.controller.history.past) == 1
    hands.press(Key.Key_Z, CTRL)
    assert layer(hands).filters == 16


def test_the_story_stands_where_it_stood_when_a_number_has_been_typed(hands):
    hands.do(intents.SelectCell(filter=6))
    board = hands.resolved.stage.storyboard
    late = next(beat for beat in board.beats if beat.first == 9 and beat.phase.name == "FILTER")
    hands.do(intents.Seek(late.start + 0.5 * late.duration))
    time = hands.playback.time
    hands.field("filters")
    hands.press("3")  # a story of three filters
    hands.press("2")
    assert hands.resolved.stage.selection.filter == 6
    told = hands.resolved.stage.storyboard.beat_at(hands.playback.time)
    assert (told.phase, told.first) == (late.phase, late.first)
    hands.press(Key.Key_Escape)
    assert hands.playback.time == pytest.approx(time)


def test_32_as_a_filters_number_does_not_go_to_filter_3(hands):
    hands.do(intents.SetField("conv1", "filters", 40), intents.SelectCell(filter=7))
    hands.wait_until_idle()
    hands.window.docks.enter("weights")
    field = hands.find("weights-filter", QLineEdit)
    hands.until(field.isVisible)
    hands.click(field)
    gone = []
    noting = hands.controller.resolvedChanged.connect(
        lambda _, new: gone.append(new.stage.selection.filter)
    )
    hands.type("32")
    hands.controller.resolvedChanged.disconnect(noting)
    assert set(gone) <= {7}
    hands.press(Key.Key_Return)
    assert hands.resolved.stage.selection.filter == 31


def test_a_choice_is_given_up_by_esc_and_stands_by_a_click(hands):
    before = story(hands)
    hands.window.docks.show("editor")
    choice = hands.find("field-init")
    choice.setFocus()
    hands.press(Key.Key_Down)
    assert layer(hands).init is Init.GABOR
    hands.press(Key.Key_Escape)
    assert story(hands) == before and hands.window.stage.hasFocus()


def test_a_weight_that_cannot_be_is_given_up_when_it_is_left(hands):
    hands.window.docks.enter("weights")
    table = hands.window.weights.table
    hands.until(table.isVisible)
    before = story(hands)
    hands.press("1")
    hands.press("x")
    window_click(hands, hands.window.legend, QPoint(3, 3))
    assert not table.typing and story(hands) == before
    assert hands.window.weights.message.isHidden()


# ---- keys that are typed -------------------------------------------------------------------------
def looks(hands):
    covers = hands.window.findChildren(Blank)
    settings = hands.resolved.settings
    blank = any(cover.isVisible() for cover in covers)
    return hands.controller.view, settings.theme, settings.language, blank


@pytest.mark.parametrize("where", ["field", "choice", "table", "cell", "palette", "rename"])
def test_keys_typed_where_text_is_typed_do_nothing_else(hands, where):
    if where in ("field", "choice"):
        hands.field("filters" if where == "field" else "seed")
        if where == "choice":
            hands.find("field-init").setFocus()
    elif where in ("table", "cell"):
        hands.window.docks.enter("weights")
        hands.until(hands.window.weights.table.isVisible)
        if where == "cell":
            hands.press(Key.Key_F2)
    elif where == "palette":
        hands.press(Key.Key_K, CTRL)
    else:
        hands.window.docks.show("editor")
        hands.find("chain-list").setFocus()
        hands.press(Key.Key_F2)
    before, time = looks(hands), hands.playback.time
    for letter in "b.tlgcxorp1234567890[]":
        hands.press(letter)
    assert looks(hands) == before and hands.playback.time == time
    assert not hands.window.full_screen.pointing
    hands.press(Key.Key_Escape)


@pytest.mark.parametrize(
    "name",
    ["remove-layer", "chain-list", "field-init", "field-bias", "pin-baseline", "cost-macs"],
)
def test_space_plays_and_right_steps_wherever_nothing_is_typed(hands, name):
    hands.window.docks.show("editor")
    widget = hands.find(name)
    hands.until(widget.isVisible)
    widget.setFocus()
    before = hands.resolved.document
    hands.press(Key.Key_Space)
    assert hands.playback.playing
    hands.press(Key.Key_Space)
    assert not hands.playback.playing and hands.resolved.document == before
    if name != "field-bias":  # a switch is turned by the arrows, once Tab has come to it
        now = hands.playback.time
        hands.press(Key.Key_Right)
        hands.press(Key.Key_Right)
        assert hands.playback.time > now


@pytest.mark.parametrize("part", ["plot", "arithmetic", "legend", "strip", "costs", "list"])
def test_after_a_click_the_arrows_step_the_story(hands, part):
    window = hands.window
    hands.field("filters")  # what would be stepped instead
    if part in ("plot", "arithmetic"):
        window.docks.show("cell")
    widget = hands.find("chain-list") if part == "list" else getattr(window, part)
    hands.until(widget.isVisible)
    window_click(hands, widget)
    now, filters = hands.playback.time, layer(hands).filters
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Right)
    assert hands.playback.time > now and layer(hands).filters == filters


def test_arrows_stay_where_they_are_what_a_widget_is_used_with(hands):
    window = hands.window
    hands.window.docks.show("editor")
    chain = hands.find("chain-list")
    chain.setFocus()
    hands.press(Key.Key_Down)
    assert hands.resolved.document.selected == "relu1"
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.isVisible())
    bar.setFocus()
    place = bar.currentIndex()
    hands.press(Key.Key_Right)
    assert bar.currentIndex() == place + 1
    hands.do(intents.SelectLayer("conv1"))
    window.docks.enter("weights")
    hands.until(window.weights.table.isVisible)
    window.weights.table.setFocus()
    hands.press(Key.Key_Down)
    assert window.weights.table.currentIndex().row() == 1
    assert hands.playback.time == 0.0


def test_enter_presses_the_button_that_has_the_keyboard(hands):
    hands.window.docks.show("editor")
    hands.do(intents.SelectLayer("relu2"))
    button = hands.find("remove-layer")
    button.setFocus()
    hands.press(Key.Key_Return)
    assert "relu2" not in hands.resolved.document.network


# ---- opening is no edit --------------------------------------------------------------------------
def test_an_opened_document_has_a_history_of_its_own(hands):
    hands.press(Key.Key_2, CTRL)
    assert hands.resolved.document.id == "seed-direct"
    assert not hands.resolved.can_undo and hands.resolved.was is None
    assert below(hands, "macs") == ""
    assert "Against" not in hands.find("baseline").text()
    hands.press(Key.Key_Z, CTRL)
    assert hands.resolved.document.id == "seed-direct"


def test_what_it_was_is_told_until_the_next_action(hands):
    hands.field("filters")
    hands.type("32")
    hands.press(Key.Key_Return)
    assert below(hands, "macs") == "was 12,443,648"
    hands.do(intents.Orbit(5.0, 0.0))  # looking is no action
    assert below(hands, "macs") == "was 12,443,648"
    hands.wait_until_idle()
    hands.press(Key.Key_Right)
    assert below(hands, "macs") == ""


def test_ratios_are_told_against_what_is_pinned_by_its_name(hands):
    hands.press(Key.Key_2, CTRL)
    hands.press(Key.Key_B, CTRL)
    hands.press(Key.Key_1, CTRL)
    assert below(hands, "macs") == "−89.7 %, 9.68× fewer"
    assert "Direct: 5×5×192" in hands.find("baseline").text()
    letting_go = hands.find("unpin-baseline")
    assert letting_go.isVisible()
    hands.click(letting_go)
    assert below(hands, "macs") == "" and letting_go.isHidden()
    assert hands.resolved.document.pinned is None
    hands.press(Key.Key_B, CTRL)
    hands.press(Key.Key_B, CTRL | SHIFT)
    assert hands.resolved.document.pinned is None


def test_a_pinned_network_that_was_edited_says_so(hands):
    hands.do(intents.SetField("conv1", "filters", 24))
    hands.press(Key.Key_B, CTRL)
    assert "Bottleneck" in hands.find("baseline").text()
    assert "edited" in hands.find("baseline").text()


def test_another_document_opened_half_way_through_a_number(hands):
    hands.field("kernel-h")
    hands.type("99")  # cannot be: nothing is lost by going on
    hands.press(Key.Key_2, CTRL)
    assert hands.resolved.document.id == "seed-direct"
    hands.field("kernel-h")
    hands.type("3")
    hands.press(Key.Key_1, CTRL)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)  # an edit, about which is asked
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert layer(hands).kernel == (3, 3)


# ---- same, depthwise, empty ----------------------------------------------------------------------
def test_same_padding_stays_when_the_kernel_changes(hands):
    hands.do(intents.SelectLayer("conv2"))
    row = hands.find("row-padding")
    assert row.same.isChecked()
    hands.field("kernel-h")
    hands.type("3")
    hands.press(Key.Key_Return)
    assert layer(hands, "conv2").padding == "same" and row.same.isChecked()
    assert hands.resolved.shapes["conv2"] == (32, 28, 28)
    assert [field.text() for field in row.pair] == ["1", "1"]
    hands.do(intents.SetField("conv2", "dilation", (2, 2)))
    assert hands.resolved.shapes["conv2"] == (32, 28, 28)
    hands.do(intents.SetField("conv2", "stride", (2, 2)))
    assert hands.resolved.shapes["conv2"] == (32, 14, 14)  # ceil(28 ÷ 2)


def test_depthwise_is_a_choice_and_follows_the_channels(hands):
    hands.do(intents.SelectLayer("conv2"))
    hands.window.docks.show("editor")
    choice = hands.find("choice-groups")
    choice.setFocus()
    choice.showPopup()
    choice.setCurrentIndex(WAYS.index("depthwise"))
    choice.hidePopup()
    choice.activated.emit(WAYS.index("depthwise"))
    made = layer(hands, "conv2")
    assert made.depthwise and (made.groups, made.filters) == (16, 32)
    assert hands.find("field-groups").isHidden()
    hands.do(intents.SelectLayer("conv1"))
    hands.field("filters")
    hands.type("24")
    hands.press(Key.Key_Return)
    made = layer(hands, "conv2")
    assert (made.groups, made.filters) == (24, 48)
    hands.wait_until_idle()
    assert hands.resolved.values.weights["conv2"].weights.shape == (48, 1, 5, 5)
    hands.press(Key.Key_Z, CTRL)
    assert layer(hands, "conv2").groups == 16


def test_new_is_an_empty_network_and_the_first_layer_is_one_press_away(hands):
    hands.press(Key.Key_N, CTRL)
    hands.wait_until_idle()
    assert [node.id for node in hands.resolved.document.network.nodes] == ["input"]
    assert hands.boxes("input").values is not None and hands.boxes("input-picture")
    assert not hands.window.isWindowModified()
    assert hands.window.caption.text() == words.text("why.empty")
    hands.click(hands.find("help-0"))
    hands.wait_until_idle()
    added = layer(hands)
    assert added == Conv2d(16, (3, 3), padding="same")
    assert hands.resolved.shapes["conv1"] == (16, 64, 64)
    assert hands.find("help-0").isHidden()
    hands.press(Key.Key_Space)
    assert hands.playback.playing
    hands.press(Key.Key_Z, CTRL)
    assert hands.boxes("input-picture") and hands.resolved.stage is None


# ---- where nothing can be played -----------------------------------------------------------------
@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ((intents.SetField("conv1", "filters", 60_000),), "weights"),
        ((intents.ResizeInput("input", 400, 400),), "cells"),
        (
            (intents.ResizeInput("input", 200, 200), intents.SetField("conv2", "filters", 400)),
            "macs",
        ),
    ],
)
def test_where_nothing_can_be_played_it_says_why_and_helps(hands, edits, why):
    hands.do(*edits)
    if why == "macs":
        hands.do(intents.SelectLayer("conv2"))
    hands.wait_until_idle()
    assert hands.resolved.stage.record is None
    told = hands.window.caption.text()
    assert told.startswith("Counted, not computed: ")
    assert not hands.window.transport.buttons["play"].isEnabled()
    start = hands.controller.history
    buttons = [button for button in hands.window.caption.offers.buttons if button.isVisible()]
    assert buttons
    for place in range(len(buttons)):  # each truly helps
        hands.click(hands.find(f"help-{place}"))
        hands.wait_until_idle()
        assert hands.resolved.stage.record is not None, buttons[place].text()
        assert not hands.window.caption.text().startswith("Counted")
        hands.do(SetPane(replace(hands.controller.pane, history=start)))
        hands.wait_until_idle()
