"""The editor driven by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from convviz.model.layers import Conv2d, Init, Source
from convviz.model.shape import Shape
from convviz.panels.editor.number_fields import NumberField
from convviz.panels.editor.panel import EditorPanel, offers
from convviz.state.intents import (
    AddLayer,
    MoveLayer,
    Redo,
    RemoveLayer,
    RenameLayer,
    SelectLayer,
    SetField,
    Undo,
)
from tests.ui.panel_desk import Desk

PHOTOS = ("coffee", "chelsea", "rocket", "china")


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot, EditorPanel(dict.fromkeys(PHOTOS)))


def field(desk, name):
    found = desk.panel.findChild(QLineEdit, f"field-{name}")
    assert found is not None
    return found


def message(desk, name):
    row = next(row for row in desk.panel.form.rows() if row.spec.name == name)
    assert row.message.isVisible() == bool(row.message.text())
    return row.message.text()


def focus(qtbot, widget):
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    if isinstance(widget, QLineEdit):
        widget.selectAll()


def select(desk, node):
    desk.take(SelectLayer(node))


def last(desk, kind):
    return next(intent for intent in reversed(desk.intents) if isinstance(intent, kind))


# ---- typing --------------------------------------------------------------------------------
def test_each_keystroke_sets_the_field_and_all_are_one_undo_step(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "32")
    sent = [intent for intent in desk.intents if isinstance(intent, SetField)]
    assert [intent.value for intent in sent] == [3, 32]
    assert sent[0].run == sent[1].run
    assert desk.layer().filters == 32
    assert len(desk.history.past) == 1
    desk.take(Undo())
    assert filters.text() == "16"
    desk.take(Redo())
    assert filters.text() == "32"


def test_coming_back_to_a_field_is_another_step(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "32")
    qtbot.keyClick(filters, Qt.Key.Key_Return)
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "64")
    assert len(desk.history.past) == 2


def test_an_impossible_number_is_an_error_at_its_field_and_stays_typed(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "0")
    assert "too small" in message(desk, "filters")
    assert filters.text() == "0"
    assert filters.property("error") is True
    assert desk.layer().filters == 16
    qtbot.keyClick(filters, Qt.Key.Key_Backspace)
    assert "whole number" in message(desk, "filters")
    qtbot.keyClicks(filters, "8")
    assert message(desk, "filters") == ""
    assert filters.property("error") is False
    assert desk.layer().filters == 8


def test_what_is_no_number_has_its_own_message_and_asks_nothing(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "x")
    assert "whole number" in message(desk, "filters")
    assert not [intent for intent in desk.intents if isinstance(intent, SetField)]
    qtbot.keyClick(filters, Qt.Key.Key_Escape)
    assert filters.text() == "16"
    assert message(desk, "filters") == ""


@pytest.mark.parametrize("typed", ["0", "x"])
@pytest.mark.parametrize("name", ["filters", "kernel-h"])
def test_a_message_below_the_fold_is_scrolled_to(qtbot, desk, name, typed):
    desk.room.resize(420, 300)
    found = field(desk, name)
    focus(qtbot, found)
    row = next(row for row in desk.panel.form.rows() if row.isAncestorOf(found))
    view = desk.panel.area.viewport()
    desk.panel.area.verticalScrollBar().setValue(0)
    assert not view.rect().contains(row.mapTo(view, row.rect().bottomRight()))
    qtbot.keyClicks(found, typed)
    qtbot.waitUntil(lambda: view.rect().contains(row.mapTo(view, row.rect().bottomRight())))
    assert row.message.visibleRegion().boundingRect() == row.message.rect()


def test_hangul_that_is_composed_in_a_field_is_told(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    event = QInputMethodEvent("", [])
    event.setCommitString("ㅠ")
    QApplication.sendEvent(filters, event)
    assert "whole number" in message(desk, "filters")
    key = QKeyEvent(QEvent.Type.KeyPress, 0x3160, Qt.KeyboardModifier.NoModifier, "ㅠ")
    QApplication.sendEvent(filters, key)
    assert "ㅠ" in filters.text()


def test_a_problem_further_on_names_that_layer(qtbot, desk):
    select(desk, "conv2")
    desk.take(SetField("conv2", "groups", 16))
    select(desk, "conv1")
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "12")
    told = message(desk, "filters")
    assert told.startswith("conv2: 12 input channels")
    assert filters.text() == "12"
    assert desk.layer().filters == 16


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_esc_give_the_focus_back(qtbot, desk, key):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClick(filters, key)
    assert desk.room.stage.hasFocus()


def leave_by_esc(qtbot, desk, widget):
    qtbot.keyClick(widget, Qt.Key.Key_Escape)


def leave_by_enter(qtbot, desk, widget):
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def leave_by_another_field(qtbot, desk, widget):
    focus(qtbot, field(desk, "seed"))


@pytest.mark.parametrize("leave", [leave_by_esc, leave_by_enter, leave_by_another_field])
def test_what_cannot_be_leaves_what_was_before_the_typing(qtbot, desk, leave):
    start = desk.history
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "320000")
    assert "too large" in message(desk, "filters")
    assert desk.layer().filters == 16  # not the 32000 on the way
    assert filters.text() == "320000"
    leave(qtbot, desk, filters)
    assert filters.text() == "16"
    assert message(desk, "filters") == ""
    assert desk.problem is None
    assert desk.history.present is start.present and desk.history.past == ()


def test_esc_gives_up_what_could_be_too(qtbot, desk):
    desk.take(SetField("conv1", "seed", 5))
    desk.take(Undo())
    start = desk.history
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "32")
    assert desk.layer().filters == 32
    qtbot.keyClick(filters, Qt.Key.Key_Escape)
    assert filters.text() == "16" and desk.layer().filters == 16
    assert desk.history.present is start.present
    assert (desk.history.past, desk.history.future) == (start.past, start.future)  # redo too
    assert desk.room.stage.hasFocus()


def test_a_finished_number_is_one_step_and_esc_in_another_field_leaves_it(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "32")
    qtbot.keyClick(filters, Qt.Key.Key_Return)
    assert len(desk.history.past) == 1 and desk.history.before is None
    focus(qtbot, field(desk, "seed"))
    qtbot.keyClick(field(desk, "seed"), Qt.Key.Key_Escape)
    assert desk.layer().filters == 32


def test_a_number_typed_back_to_what_it_was_is_no_step(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "16")
    qtbot.keyClick(filters, Qt.Key.Key_Return)
    assert desk.history.past == ()


def test_undo_where_the_text_cannot_be_gives_it_up(qtbot, desk):
    height = field(desk, "kernel-h")
    focus(qtbot, height)
    qtbot.keyClicks(height, "99")
    assert desk.layer().kernel == (1, 1) and height.text() == "99"
    qtbot.keyClick(height, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert height.text() == "1" and not message(desk, "kernel") and desk.history.past == ()


def test_a_choice_by_keys_is_a_preview_until_enter(qtbot, desk):
    rows = {row.spec.name: row for row in desk.panel.form.rows()}
    choice = rows["init"].field
    before = desk.layer().init
    for key, kept in ((Qt.Key.Key_Escape, False), (Qt.Key.Key_Return, True)):
        focus(qtbot, choice)
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        assert desk.layer().init is not before
        qtbot.keyClick(choice, key)
        assert (desk.layer().init is not before) is kept
        assert len(desk.history.past) == kept
    assert choice.currentIndex() == list(type(before)).index(desk.layer().init)


def test_letters_in_a_choice_choose_and_do_nothing_else(qtbot, desk):
    seen = []
    QShortcut("A", desk.room).activated.connect(lambda: seen.append("A"))
    rows = {row.spec.name: row for row in desk.panel.form.rows()}
    focus(qtbot, rows["init"].field)
    qtbot.keyClick(rows["init"].field, Qt.Key.Key_A)
    assert not seen and desk.layer().init.value == "averaging"


def test_a_problem_that_is_undone_takes_its_text_along(qtbot, desk):
    filters = field(desk, "filters")
    desk.take(SetField("conv1", "stride", (2, 2)))
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "0")
    desk.take(Undo())
    assert filters.text() == "16"
    assert message(desk, "filters") == ""


def test_another_layer_of_the_kind_shows_its_own_numbers(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "0")
    select(desk, "conv2")
    assert filters.text() == "32"
    assert message(desk, "filters") == ""
    select(desk, "conv1")
    assert filters.text() == "16"
    assert message(desk, "filters") == ""


# ---- stepping and dragging -------------------------------------------------------------------
def test_arrows_step_within_the_range(qtbot, desk):
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClick(filters, Qt.Key.Key_Up)
    assert desk.layer().filters == 17
    qtbot.keyClick(filters, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(filters, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.layer().filters == 1
    assert desk.problem is None
    assert len(desk.history.past) == 1


def wheel(widget, eighths):
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        widget.mapToGlobal(centre),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_steps_only_a_field_that_has_the_focus(qtbot, desk):
    filters = field(desk, "filters")
    desk.room.stage.setFocus()
    wheel(filters, 120)
    assert desk.layer().filters == 16
    focus(qtbot, filters)
    wheel(filters, 120)
    assert desk.layer().filters == 17
    wheel(filters, -60)
    wheel(filters, -60)
    assert desk.layer().filters == 16


def drag(qtbot, label, *offsets):
    start = label.rect().center()
    qtbot.mousePress(label, Qt.MouseButton.LeftButton, pos=start)
    for offset in offsets:
        qtbot.mouseMove(label, start + QPoint(offset, 0))
    qtbot.mouseRelease(label, Qt.MouseButton.LeftButton, pos=start + QPoint(offsets[-1], 0))


def test_dragging_the_label_scrubs_in_one_step(qtbot, desk):
    row = desk.panel.form.rows()[0]
    drag(qtbot, row.label, 8, 20, 40)
    assert desk.layer().filters == 26
    assert len(desk.history.past) == 1
    drag(qtbot, row.label, -4)
    assert desk.layer().filters == 25
    assert len(desk.history.past) == 2


def test_a_click_on_the_label_goes_to_the_field(qtbot, desk):
    row = desk.panel.form.rows()[0]
    qtbot.mouseClick(row.label, Qt.MouseButton.LeftButton)
    assert field(desk, "filters").hasFocus()


def test_the_click_that_focuses_selects_the_number(qtbot, desk):
    filters = field(desk, "filters")
    qtbot.mouseClick(filters, Qt.MouseButton.LeftButton)
    assert filters.selectedText() == "16"
    qtbot.keyClicks(filters, "4")
    assert desk.layer().filters == 4


# ---- pairs, padding, switches, choices -------------------------------------------------------
def test_a_linked_pair_sets_both(qtbot, desk):
    height, width = field(desk, "kernel-h"), field(desk, "kernel-w")
    focus(qtbot, height)
    qtbot.keyClicks(height, "3")
    assert desk.layer().kernel == (3, 3)
    assert width.text() == "3"
    focus(qtbot, width)
    qtbot.keyClicks(width, "5")
    assert desk.layer().kernel == (5, 5)


def test_an_unlinked_pair_sets_one_and_links_again(qtbot, desk):
    height = field(desk, "kernel-h")
    row = next(row for row in desk.panel.form.rows() if row.spec.name == "kernel")
    qtbot.mouseClick(row.link, Qt.MouseButton.LeftButton)
    focus(qtbot, height)
    qtbot.keyClicks(height, "7")
    assert desk.layer().kernel == (7, 1)
    qtbot.mouseClick(row.link, Qt.MouseButton.LeftButton)
    assert desk.layer().kernel == (7, 7)


def test_an_impossible_kernel_says_what_to_do(qtbot, desk):
    height = field(desk, "kernel-h")
    focus(qtbot, height)
    qtbot.keyClicks(height, "30")
    told = message(desk, "kernel")
    assert "30" in told
    assert "28" in told
    assert (height.text(), field(desk, "kernel-w").text()) == ("30", "30")
    assert desk.layer().kernel == (1, 1)  # not the 3×3 on the way
    qtbot.keyClick(height, Qt.Key.Key_Escape)
    assert (height.text(), field(desk, "kernel-w").text()) == ("1", "1")


def test_same_padding_shows_what_it_comes_to_and_goes_back(qtbot, desk):
    select(desk, "conv2")
    row = next(row for row in desk.panel.form.rows() if row.spec.name == "padding")
    qtbot.mouseClick(row.same, Qt.MouseButton.LeftButton)  # as it ships it is "same"
    assert desk.layer().padding == (2, 2) and row.pair[0].isEnabled()
    qtbot.mouseClick(row.same, Qt.MouseButton.LeftButton)
    assert desk.layer().padding == "same"
    assert not row.pair[0].isEnabled()
    desk.take(SetField("conv2", "kernel", (4, 4)))
    assert row.pair[0].text() == "1+2"
    qtbot.mouseClick(row.same, Qt.MouseButton.LeftButton)
    assert desk.layer().padding == (1, 1)
    assert row.pair[0].isEnabled()


def test_a_kernels_depth_is_shown(desk):
    row = next(row for row in desk.panel.form.rows() if row.spec.name == "kernel")
    assert "192" in row.depth_label.text()
    desk.take(SetField("conv1", "groups", 16))
    assert ">12<" in row.depth_label.text()


def test_the_switch_turns_by_mouse_and_arrows_and_leaves_space_alone(qtbot, desk):
    row = next(row for row in desk.panel.form.rows() if row.spec.name == "bias")
    qtbot.mouseClick(row.field, Qt.MouseButton.LeftButton, pos=QPoint(12, 10))
    assert desk.layer().bias is False
    focus(qtbot, row.field)
    qtbot.keyClick(row.field, Qt.Key.Key_Right)
    assert desk.layer().bias is True
    qtbot.keyClick(row.field, Qt.Key.Key_Space)
    assert desk.layer().bias is True
    assert desk.room.keys == [Qt.Key.Key_Space]


def test_a_choice_is_chosen_by_keyboard(qtbot, desk):
    row = next(row for row in desk.panel.form.rows() if row.spec.name == "init")
    focus(qtbot, row.field)
    qtbot.keyClick(row.field, Qt.Key.Key_Down)
    assert desk.layer().init is Init.GABOR
    while row.field.currentIndex() < list(Init).index(Init.LUMA):
        qtbot.keyClick(row.field, Qt.Key.Key_Down)
    assert "Luma" in message(desk, "init")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert desk.room.stage.hasFocus()


def test_the_inputs_form_offers_what_matters(qtbot, desk):
    select(desk, "input")
    rows = {row.spec.name: row for row in desk.panel.form.rows()}
    assert rows["photo"].isVisible()
    assert not rows["seed"].isVisible()
    assert rows["photo"].field.currentText() == "Coffee"
    assert rows["photo"].field.count() == len(PHOTOS)
    desk.take(SetField("input", "source", Source.NOISE))
    assert not rows["photo"].isVisible()
    assert rows["seed"].isVisible()


# ---- a clicker, and the keys that are the window's -------------------------------------------
@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space])
@pytest.mark.parametrize("name", ["filters", "kernel-h"])
def test_a_clickers_keys_reach_the_window_from_a_field(qtbot, desk, key, name):
    number = field(desk, name)
    focus(qtbot, number)
    before = number.text()
    qtbot.keyClick(number, key)
    assert desk.room.keys == [key]
    assert number.text() == before


@pytest.mark.parametrize("place", ["list", "choice", "switch"])
def test_a_clickers_keys_reach_the_window_from_elsewhere(qtbot, desk, place):
    rows = {row.spec.name: row for row in desk.panel.form.rows()}
    widget = {
        "list": desk.panel.chain,
        "choice": rows["init"].field,
        "switch": rows["bias"].field,
    }[place]
    focus(qtbot, widget)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
        qtbot.keyClick(widget, key)
    assert desk.room.keys == [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space]
    assert desk.history.past == ()


def test_undo_and_space_are_the_windows_shortcuts_even_in_a_field(qtbot, desk):
    seen = []
    for sequence in ("Ctrl+Z", "Space", "PgDown", ".", "B", "3"):
        shortcut = QShortcut(sequence, desk.room)
        shortcut.activated.connect(lambda sequence=sequence: seen.append(sequence))
    filters = field(desk, "filters")
    focus(qtbot, filters)
    qtbot.keyClicks(filters, "32")
    qtbot.keyClick(filters, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(filters, Qt.Key.Key_Space)
    qtbot.keyClick(filters, Qt.Key.Key_PageDown)
    assert seen == ["Ctrl+Z", "Space", "PgDown"]
    qtbot.keyClick(filters, Qt.Key.Key_Period)
    qtbot.keyClick(filters, Qt.Key.Key_B)
    assert seen == ["Ctrl+Z", "Space", "PgDown"]  # what can be typed stays in the field
    assert filters.text() == "32.b"


# ---- the chain -------------------------------------------------------------------------------
def centre(chain, row):
    return chain.visualRect(chain.model().index(row)).center()


def test_a_click_in_the_list_selects_the_layer(qtbot, desk):
    chain = desk.panel.chain
    qtbot.mouseClick(chain.viewport(), Qt.MouseButton.LeftButton, pos=centre(chain, 3))
    assert last(desk, SelectLayer) == SelectLayer("conv2")
    assert field(desk, "filters").text() == "32"
    qtbot.keyClick(chain, Qt.Key.Key_Up)
    assert last(desk, SelectLayer) == SelectLayer("relu1")


def test_the_list_follows_the_selection_without_asking(desk):
    desk.intents.clear()
    select(desk, "relu2")
    assert desk.panel.chain.currentIndex().row() == 4
    assert desk.intents == [SelectLayer("relu2")]


def rename(qtbot, desk, name, key=Qt.Key.Key_Return):
    chain = desk.panel.chain
    editor = chain.findChild(QLineEdit, "rename")
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, name)
    qtbot.keyClick(editor, key)
    qtbot.waitUntil(lambda: not chain.findChildren(QLineEdit, "rename"))


def test_f2_renames_in_place(qtbot, desk):
    chain = desk.panel.chain
    focus(qtbot, chain)
    qtbot.keyClick(chain, Qt.Key.Key_F2)
    rename(qtbot, desk, "squeeze it")
    assert last(desk, RenameLayer) == RenameLayer("conv1", "squeeze it")
    assert desk.history.present.network.node("conv1").name == "squeeze it"
    qtbot.waitUntil(desk.room.stage.hasFocus)


def test_a_double_click_renames_and_esc_leaves_the_name(qtbot, desk):
    chain = desk.panel.chain
    qtbot.mouseClick(chain.viewport(), Qt.MouseButton.LeftButton, pos=centre(chain, 3))
    qtbot.mouseDClick(chain.viewport(), Qt.MouseButton.LeftButton, pos=centre(chain, 3))
    rename(qtbot, desk, "other", Qt.Key.Key_Escape)
    assert not [intent for intent in desk.intents if isinstance(intent, RenameLayer)]


def test_a_name_that_is_taken_is_told_under_the_list(qtbot, desk):
    chain = desk.panel.chain
    focus(qtbot, chain)
    qtbot.keyClick(chain, Qt.Key.Key_F2)
    rename(qtbot, desk, "conv2")
    assert "conv2" in desk.panel.message.text()
    assert desk.panel.message.isVisible()
    desk.take(SetField("conv1", "filters", 8))
    assert not desk.panel.message.isVisible()


def test_layers_are_added_moved_and_removed(qtbot, desk):
    panel = desk.panel
    panel.add_menu.aboutToShow.emit()
    texts = [action.text() for action in panel.add_menu.actions()]
    assert texts[:4] == ["Convolution 3×3×16", "Convolution 1×1×16", "ReLU", "Batch norm"]
    assert texts[4:7] == ["ReLU6", "Sigmoid", "Hard-swish"]
    assert texts[7:10] == ["Max pooling 2×2", "Average pooling 2×2", "Global average pooling"]
    assert texts[10:13] == ["Local response norm", "Dropout", "Channel slice"]
    assert texts[13:] == ["Flatten", "Linear", "Softmax"]
    panel.add_menu.actions()[0].trigger()
    added = last(desk, AddLayer)
    assert (added.after, added.layer) == ("conv1", Conv2d(16, (3, 3), padding="same"))
    assert [node.name for node in desk.history.present.network.in_order()][1:3] == [
        "conv1",
        "conv3",
    ]
    qtbot.mouseClick(panel.down, Qt.MouseButton.LeftButton)
    assert last(desk, MoveLayer) == MoveLayer("conv3", 1)
    qtbot.mouseClick(panel.up, Qt.MouseButton.LeftButton)
    assert last(desk, MoveLayer) == MoveLayer("conv3", -1)
    qtbot.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert last(desk, RemoveLayer) == RemoveLayer("conv3")
    assert len(desk.history.present.network.nodes) == 5
    for _ in range(4):
        desk.take(Undo())
    assert len(desk.history.past) == 0


def test_del_removes_and_tools_that_cannot_are_greyed(qtbot, desk):
    panel = desk.panel
    select(desk, "input")
    assert not panel.remove.isEnabled()
    assert not panel.up.isEnabled()
    assert not panel.down.isEnabled()
    select(desk, "relu2")
    assert not panel.down.isEnabled()
    focus(qtbot, panel.chain)
    qtbot.keyClick(panel.chain, Qt.Key.Key_Delete)
    assert last(desk, RemoveLayer) == RemoveLayer("relu2")


def test_what_is_offered_fits_where_it_is_added():
    for layer in offers(Shape(7, 5, 5)):
        assert not isinstance(layer, Conv2d) or layer.filters == 16


def test_every_field_and_tool_has_a_name_to_be_read_out(desk):
    for number in desk.panel.findChildren(NumberField):
        assert number.accessibleName()
    for tool in (desk.panel.add, desk.panel.remove, desk.panel.up, desk.panel.down):
        assert tool.accessibleName()
    chain = desk.panel.chain
    told = chain.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "conv1, Convolution, output 28×28×16, 3,088 parameters"


def test_nothing_is_cut_off_at_the_least_width(desk):
    desk.room.stage.hide()
    desk.room.resize(300 + 22, 640)  # the room's own margins
    for row in desk.panel.form.rows():
        for widget in row.fields():
            if widget.isVisible():
                right = widget.mapTo(desk.panel, widget.rect().topRight()).x()
                assert right <= desk.panel.width()


def test_both_themes_paint(desk):
    dark = desk.panel.grab().toImage()
    desk.dress("light")
    assert desk.panel.grab().toImage() != dark
