"""The table of weights: typed, pasted, copied, loaded and taken back, by keyboard and by mouse."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from convviz import words
from convviz.files.projects import Project, write_project
from convviz.model.layers import Flatten, Linear
from convviz.panels.painting.lettering import BASE, SEMIBOLD, letters
from convviz.panels.painting.text_size import enlarged
from convviz.panels.weights.cell_painter import cell_colour, text_colour
from convviz.panels.weights.table import MOST_COPIED
from convviz.scene.palette import contrast
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state.view import Selection, ViewOptions

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=["en", "ko"])
def table(request, hands):
    """The table of the five 5×5×3 filters, with the keyboard."""
    hands.do(intents.SetPreference("language", request.param), intents.OpenDocument("five-filters"))
    hands.wait_until_idle()
    hands.window.weights.channel.chosen.emit(0)
    hands.press(Key.Key_T, CTRL)
    found = hands.window.weights.table
    hands.until(found.hasFocus)
    found.setCurrentIndex(found.cells.index(0, 0))
    return found


@pytest.fixture
def deep(hands):
    """The table of the 1×1×192 filters."""
    hands.press(Key.Key_T, CTRL)
    found = hands.window.weights.table
    hands.until(found.hasFocus)
    return found


def weights(hands):
    hands.wait_until_idle()
    return hands.resolved.stage.weights


def typed(hands, layer="conv1"):
    held = hands.resolved.document.network.node(layer).typed
    return 0 if held is None else len(held.numbers)


def message(hands):
    label = hands.find("message-weights")
    return label.text() if label.isVisible() else ""


# ---- typing --------------------------------------------------------------------------------------
def test_typing_goes_on_as_in_a_spreadsheet(hands, table):
    hands.type("0.5")
    hands.press(Key.Key_Tab)
    hands.type("-1")
    hands.press(Key.Key_Return)
    hands.type(".25")
    hands.press(Key.Key_Return, SHIFT)
    assert table.currentIndex().row() == 0 and table.currentIndex().column() == 1
    assert table.hasFocus()
    filter_ = weights(hands)[0, 0]
    assert (filter_[0, 0], filter_[0, 1], filter_[1, 1]) == (0.5, -1.0, 0.25)
    assert not hands.controller.view.own  # "1" and "." are no shortcuts here
    assert typed(hands) == 3
    for left in (2, 1, 0):  # a number is a step
        hands.press(Key.Key_Z, CTRL)
        assert typed(hands) == left


def test_a_typed_number_is_live_on_stage_and_marked(hands, table):
    hands.do(intents.SelectCell(0, 3, 4))
    hands.type("9.5")
    hands.press(Key.Key_Return)
    assert table.cells.cells.typed[0, 0]  # before the values are there
    assert table.cells.cells.values[0, 0] == 9.5
    hands.wait_until_idle()
    assert hands.resolved.stage.record.weights[0, 0, 0] == 9.5
    told = table.cells.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == words.text("weights.typed", cell=words.text(
        "weights.kernel.cell", filter=1, channel=1, row=1, column=1, value=9.5))  # fmt: skip


@pytest.mark.parametrize("text", ["abc", "nan", "1e9", "1.2.3", "--1", "inf"])
def test_what_is_no_weight_stays_in_its_cell_with_the_reason(hands, table, text):
    hands.press(Key.Key_F2)
    table.field.setText(text)
    hands.press(Key.Key_Return)
    assert table.field.isVisible() and table.field.text() == text and table.field.property("error")
    assert message(hands) and message(hands) == table.field.accessibleDescription()
    assert typed(hands) == 0 and not hands.resolved.problem
    table.field.setText("0.5")
    hands.press(Key.Key_Return)
    assert not message(hands) and typed(hands) == 1


def test_what_is_no_weight_is_given_up_by_going_to_another_cell(hands, table):
    before = table.cells.cells.values[0, 0]
    hands.press(Key.Key_F2)
    table.field.setText("abc")
    other = table.visualRect(table.cells.index(3, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert not table.typing and table.currentIndex().row() == 3
    assert not message(hands) and typed(hands) == 0
    assert table.cells.cells.values[0, 0] == before


def test_esc_gives_a_number_up_and_then_the_keyboard_back(hands, table):
    hands.type("7")
    hands.press(Key.Key_Escape)
    assert table.hasFocus() and typed(hands) == 0
    hands.press(Key.Key_Escape)
    assert hands.window.stage.hasFocus()


def test_a_double_click_types_over_the_number_in_full(hands, table):
    place = table.visualRect(table.cells.index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert np.float32(table.field.text()) == weights(hands)[0, 0, 2, 2]
    hands.press(Key.Key_Return)
    assert typed(hands) == 0  # nothing was changed


def test_a_clicker_steps_on_whatever_has_the_keyboard(hands, table):
    hands.press(Key.Key_PageDown)
    hands.until(lambda: hands.playback.time > 0)


# ---- which filter, which channel -----------------------------------------------------------------
def test_filter_and_channel_are_chosen(hands, table):
    hands.click(hands.find("weights-filter"))
    hands.type("3")
    assert hands.resolved.stage.selection.filter == 0  # it may become 32
    hands.press(Key.Key_Return)
    assert hands.resolved.stage.selection.filter == 2
    hands.click(hands.find("weights-channel"))
    hands.press(Key.Key_Up)
    shown = table.cells.cells
    assert (shown.filter, shown.channel) == (2, 1)
    assert np.array_equal(shown.values, weights(hands)[2, 1])
    hands.type("9")  # 29 of 3
    assert message(hands) and table.cells.cells.channel == 1
    hands.do(intents.SelectCell(filter=4))
    assert table.cells.cells.filter == 4


def test_the_bias_is_typed_and_goes_back(hands, table):
    field = hands.find("weights-bias")
    before = field.text()
    hands.click(field)
    field.selectAll()
    hands.type("0.75")
    hands.press(Key.Key_Return)
    hands.wait_until_idle()
    assert hands.resolved.stage.bias[0] == 0.75
    hands.click(field)
    field.clear()
    field.setModified(True)
    hands.press(Key.Key_Return)
    hands.wait_until_idle()
    assert typed(hands) == 0 and field.text() == before


# ---- the clipboard -------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["1\t2\n3\t4", "1, 2\n3, 4\n", "[[1, 2],\n [3, 4]]"])
def test_a_block_from_a_spreadsheet_is_one_step(hands, table, text):
    table.setCurrentIndex(table.cells.index(1, 2))
    QGuiApplication.clipboard().setText(text)
    hands.press(Key.Key_V, CTRL)
    assert np.array_equal(weights(hands)[0, 0, 1:3, 2:4], [[1, 2], [3, 4]])
    hands.press(Key.Key_Z, CTRL)
    assert typed(hands) == 0


@pytest.mark.parametrize("text", ["one\ttwo", "1\t2\t3\t4\t5\t6", "1\t2\n3", ""])
def test_a_block_that_does_not_fit_says_so(hands, table, text):
    QGuiApplication.clipboard().setText(text)
    hands.press(Key.Key_V, CTRL)
    assert message(hands) and typed(hands) == 0


def test_copied_numbers_come_back_exactly(hands, table):
    table.selectAll()
    hands.press(Key.Key_C, CTRL)
    kernel = weights(hands)[0, 0].copy()
    hands.do(intents.SelectCell(filter=1))
    table.setCurrentIndex(table.cells.index(0, 0))
    hands.press(Key.Key_V, CTRL)
    assert np.array_equal(weights(hands)[1, 0], kernel)


# ---- back to the seed, another filter, a file ----------------------------------------------------
def reset(hands, place):
    hands.choose(hands.window.weights.reset_menu, place)


def test_back_to_the_seed_by_number_by_filter_and_for_all(hands, table):
    seeded = weights(hands).copy()
    for filter_, channel, row, column in ((0, 0, 0, 0), (0, 0, 1, 1), (0, 2, 4, 4), (3, 1, 2, 2)):
        hands.do(intents.SetWeight("conv1", filter_, channel, row, column, 5.0))
    hands.do(intents.SetBias("conv1", 0, 2.0))
    table.setCurrentIndex(table.cells.index(0, 0))
    hands.press(Key.Key_Delete)
    assert typed(hands) == 4 and weights(hands)[0, 0, 0, 0] == seeded[0, 0, 0, 0]
    reset(hands, 1)
    assert typed(hands) == 1 and np.array_equal(weights(hands)[0], seeded[0])
    reset(hands, 2)
    assert np.array_equal(weights(hands), seeded)
    hands.press(Key.Key_Z, CTRL)
    assert typed(hands) == 1


def test_a_filter_is_copied_from_another(hands, table):
    field = hands.find("weights-copy")
    hands.click(field)
    hands.type("4")
    hands.press(Key.Key_Return)
    hands.click(hands.window.weights.copy_do)
    assert np.array_equal(weights(hands)[0], weights(hands)[3])


def test_weights_come_from_a_file_or_it_says_why_not(hands, table, tmp_path, monkeypatch):
    path = tmp_path / "w.npy"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    given = np.arange(375, dtype=np.float32).reshape(5, 3, 5, 5)
    np.save(path, given)
    hands.click(hands.window.weights.load)
    hands.until(lambda: typed(hands) or hands.resolved.document.network.node("conv1").typed)
    assert np.array_equal(weights(hands), given)
    before = hands.resolved.document
    for wrong in (given[:4], np.array(["a"]), np.full((5, 3, 5, 5), np.nan)):
        np.save(path, wrong)
        hands.click(hands.window.weights.load)
        hands.until(QApplication.activeModalWidget)
        assert len(QApplication.activeModalWidget().informativeText()) > 40
        QApplication.activeModalWidget().close()
        assert hands.resolved.document is before
    np.save(path, np.array([object()]), allow_pickle=True)
    hands.click(hands.window.weights.load)
    hands.until(QApplication.activeModalWidget)
    QApplication.activeModalWidget().close()
    assert hands.resolved.document is before


# ---- 1×1 -----------------------------------------------------------------------------------------
def test_a_1x1_filter_is_one_column_of_channels(hands, deep):
    assert deep.cells.rowCount() == 192 and deep.cells.columnCount() == 1
    assert not hands.find("weights-channel").isVisible()
    QGuiApplication.clipboard().setText("1\n2\n3")
    deep.setCurrentIndex(deep.cells.index(10, 0))
    hands.press(Key.Key_V, CTRL)
    assert weights(hands)[0, 10:13, 0, 0].tolist() == [1, 2, 3]
    hands.type("4")
    hands.press(Key.Key_Return)
    assert weights(hands)[0, 10, 0, 0] == 4 and deep.currentIndex().row() == 11
    assert typed(hands) == 3
    QGuiApplication.clipboard().setText("\n".join("1" * 193))
    hands.press(Key.Key_V, CTRL)
    assert message(hands) and typed(hands) == 3


def test_without_a_convolution_the_panel_says_so(hands):
    for layer in ("relu2", "conv2", "relu1", "conv1"):
        hands.do(intents.RemoveLayer(layer))
    panel = hands.window.weights
    assert not panel.content.isVisibleTo(panel) and panel.empty.text() == words.text("weights.none")
    assert not hands.window.actions_by_id["weights"].isEnabled()
    hands.do(intents.Undo())
    hands.wait_until_idle()
    assert panel.content.isVisibleTo(panel)


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_stand_out_from_their_colour(theme):
    for value in np.linspace(-1.2, 1.2, 97):
        ground = cell_colour(float(value), 1.0, theme)
        assert contrast(text_colour(ground), ground) >= 4.5


# ---- a linear layer ------------------------------------------------------------------------------
@pytest.fixture(params=["en", "ko"])
def matrix(request, hands):
    """The table of a linear layer of 16 inputs and 10 outputs, with the keyboard."""
    hands.do(
        intents.SetPreference("language", request.param), intents.OpenDocument("small-classifier")
    )
    hands.do(intents.SelectLayer("linear"))
    hands.wait_until_idle()
    hands.press(Key.Key_T, CTRL)
    found = hands.window.weights.table
    hands.until(found.hasFocus)
    return found


def test_the_weights_of_a_linear_layer_are_a_matrix_of_outputs_and_inputs(hands, matrix):
    assert np.array_equal(matrix.cells.cells.values, weights(hands)[:, :, 0, 0])
    assert (matrix.cells.rowCount(), matrix.cells.columnCount()) == (10, 16)
    told = matrix.cells.index(2, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    value = float(weights(hands)[2, 4, 0, 0])
    assert told == words.text("weights.matrix.cell", filter=3, channel=5, value=value)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Right)
    assert hands.resolved.stage.selection.filter == 2  # the stage goes along
    assert [hands.find(f"weights-{name}").text() for name in ("filter", "channel")] == ["3", "2"]
    hands.type("0.5")
    hands.press(Key.Key_Tab)
    hands.type("-2")
    hands.press(Key.Key_Return)
    assert weights(hands)[2, 1:3, 0, 0].tolist() == [0.5, -2.0] and typed(hands, "linear") == 2
    assert matrix.currentIndex().row() == 3 and hands.resolved.stage.selection.filter == 3
    hands.do(intents.SelectCell(filter=7))
    assert matrix.currentIndex().row() == 7
    hands.press(Key.Key_Z, CTRL)
    assert typed(hands, "linear") == 1


def test_a_typed_linear_weight_and_bias_make_the_output(hands, matrix):
    hands.do(intents.SelectCell(filter=4))
    hands.type("3")
    hands.press(Key.Key_Return)
    field = hands.find("weights-bias")
    hands.do(intents.SelectCell(filter=4))
    hands.click(field)
    field.selectAll()
    hands.type("0.75")
    hands.press(Key.Key_Return)
    hands.wait_until_idle()
    record = hands.resolved.stage.record
    assert record.weights.ravel()[0] == 3.0 and record.bias == 0.75
    assert record.before == pytest.approx(float(record.products.sum()) + 0.75, abs=1e-5)


def test_a_block_is_pasted_cleared_and_copied_in_a_matrix(hands, matrix):
    seeded = weights(hands).copy()
    matrix.setCurrentIndex(matrix.cells.index(1, 2))
    QGuiApplication.clipboard().setText("1\t2\n3\t4")
    hands.press(Key.Key_V, CTRL)
    assert weights(hands)[1:3, 2:4, 0, 0].tolist() == [[1, 2], [3, 4]]
    matrix.selectAll()
    hands.press(Key.Key_C, CTRL)
    told = QGuiApplication.clipboard().text().split("\n")
    assert [np.float32(word) for word in told[1].split("\t")] == weights(hands)[1].ravel().tolist()
    hands.press(Key.Key_Delete)
    assert typed(hands, "linear") == 0 and np.array_equal(weights(hands), seeded)
    hands.press(Key.Key_Z, CTRL)
    assert typed(hands, "linear") == 4
    hands.do(intents.SelectCell(filter=1))
    reset(hands, 1)
    assert typed(hands, "linear") == 2
    hands.find("weights-copy").setText("3")
    hands.click(hands.window.weights.copy_do)
    assert np.array_equal(weights(hands)[1], weights(hands)[2])
    matrix.setFocus()
    QGuiApplication.clipboard().setText("1\t2\n" * 11)
    hands.press(Key.Key_V, CTRL)
    assert "11×2" in message(hands)


def test_a_linear_layer_takes_a_matrix_from_a_file(hands, matrix, tmp_path, monkeypatch):
    path = tmp_path / "w.npy"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    given = np.arange(160, dtype=np.float32).reshape(10, 16)
    np.save(path, given)
    hands.click(hands.window.weights.load)
    hands.until(lambda: hands.resolved.document.network.node("linear").typed)
    assert np.array_equal(weights(hands)[:, :, 0, 0], given)


def test_a_typed_matrix_is_saved_and_opened_again(hands, matrix, tmp_path):
    hands.type("0.5")
    hands.press(Key.Key_Return)
    hands.do(intents.SetBias("linear", 9, -0.25))
    before = weights(hands).copy()
    path = tmp_path / "분류기.convviz"
    write_project(path, Project(hands.resolved.document, Selection(), ViewOptions()))
    hands.do(intents.OpenDocument("five-filters"))
    hands.window.documents.commands.agree()
    hands.window.documents.imports.take(path)
    hands.until(lambda: hands.resolved.document.file == str(path))
    hands.do(intents.SelectLayer("linear"), intents.SelectCell(filter=9))
    hands.wait_until_idle()
    assert np.array_equal(weights(hands), before) and before[0, 0, 0, 0] == 0.5
    assert hands.resolved.stage.bias[9] == -0.25 and typed(hands, "linear") == 2
    assert float(hands.find("weights-bias").text()) == -0.25


def test_a_matrix_of_25_088_inputs_is_shown_and_typed_in_at_once(hands):
    hands.do(intents.OpenDocument("seed-direct"), intents.AddLayer("relu1", Flatten()))
    hands.do(intents.AddLayer("flatten1", Linear(100)))
    hands.wait_until_idle()
    hands.press(Key.Key_T, CTRL)
    table = hands.window.weights.table
    hands.until(table.hasFocus)
    assert (table.cells.rowCount(), table.cells.columnCount()) == (100, 25_088)
    hands.type("0.5")
    begin = time.perf_counter()
    hands.press(Key.Key_Return)
    took = time.perf_counter() - begin
    assert table.cells.cells.values[0, 0] == 0.5 and took < 1.0
    table.selectAll()
    hands.press(Key.Key_C, CTRL)
    assert message(hands) == words.text("weights.too-many", high=MOST_COPIED)
    hands.press(Key.Key_Delete)
    assert hands.resolved.document.network.node("linear1").typed is None


def test_every_number_has_room_in_its_cell(hands, matrix):
    for size in (100, 175):
        hands.do(intents.SetPreference("text_size", size))
        letter = QFontMetrics(letters(enlarged(BASE), SEMIBOLD))
        for column in range(16):
            text = matrix.cells.index(5, column).data()
            assert letter.horizontalAdvance(text) + 4 <= matrix.columnWidth(column)


def test_a_layer_without_weights_takes_no_file(hands):
    hands.do(intents.OpenDocument("small-classifier"), intents.SelectLayer("pool1"))
    hands.wait_until_idle()
    assert not hands.window.actions_by_id["load-weights"].isEnabled()
