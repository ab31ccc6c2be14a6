"""From the start to a saved document and back, in Korean: by keyboard alone, and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QListView, QMenu, QTabBar

from convviz import words
from convviz.app import preferences
from convviz.app.startup.make_window import make_window
from convviz.files.projects import read_project
from convviz.scene.timeline import Phase

from .conftest import Hands, closed_window

Key, LEFT, NONE = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
RED, BLUE = (230, 20, 40), (20, 40, 230)


@pytest.fixture
def folder(tmp_path):
    """A folder with spaces and Hangul, and a photo in it: red left, blue right."""
    made = tmp_path / "박 요셉"
    made.mkdir()
    pixels = np.empty((60, 90, 3), np.uint8)
    pixels[:, :45], pixels[:, 45:] = RED, BLUE
    image = QImage(pixels.data, 90, 60, 270, QImage.Format.Format_RGB888)
    assert image.save(str(made / "사진.png"))
    return made


@pytest.fixture
def begun(app):
    """Begin the app as a user does who chose Korean: on its start page, with Qt's file dialogs."""
    attribute, made = Qt.ApplicationAttribute.AA_DontUseNativeDialogs, []
    QCoreApplication.setAttribute(attribute)
    preferences.forget_files()

    def begin() -> Hands:
        window = make_window("seed-bottleneck", "ko", "dark")
        window.resize(1280, 800)
        window.start.show_start()
        window.show()
        hands = Hands(window)
        made.append(hands)
        hands.until(lambda: not hands.resolved.stale)
        in_front(hands)
        return hands

    yield begin
    for hands in made:
        if hands.window.isVisible():
            QTest.mouseMove(hands.window, QPoint(2, 2))  # or it lies on the next test's stage
        closed_window(hands)
    QCoreApplication.setAttribute(attribute, False)


def in_front(hands: Hands) -> None:
    """Make the window the active one, as a window manager does when a dialog has closed."""
    while not hands.window.isActiveWindow():
        hands.window.activateWindow()
        QTest.qWait(10)


def in_dialog(act: Callable[[QFileDialog], None]) -> list[str]:
    """Let `act` answer the file dialog that comes next; gives what went wrong there."""
    faults: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(10, answer)
            return
        try:
            act(dialog)
        except BaseException as fault:  # it would vanish in the dialog's own event loop
            faults.append(repr(fault))
            dialog.reject()

    QTimer.singleShot(10, answer)
    return faults


def photo_shown(hands: Hands) -> bool:
    """Whether the network computes with the photo, red left and blue right."""
    inputs = hands.resolved.stage.inputs
    left, right = inputs[:, 16, 2], inputs[:, 16, -3]
    near = {"atol": 0.02}
    return bool(
        np.allclose(left, np.divide(RED, 255), **near)
        and np.allclose(right, np.divide(BLUE, 255), **near)
    )


# ---- by keyboard ---------------------------------------------------------------------------------
def strike(text: str) -> None:
    """Type into whatever has the focus, of whatever window."""
    for letter in text:
        QTest.keyClick(QApplication.focusWindow(), letter)


def type_path(path) -> Callable[[QFileDialog], None]:
    """Type a path into a file dialog, as its field takes it from the start, and press Enter."""

    def act(dialog: QFileDialog) -> None:
        assert dialog.focusWidget().objectName() == "fileNameEdit"
        # Keys that a keyboard has; Hangul comes from an input method, which commits text.
        dialog.focusWidget().selectAll()
        for letter in str(path):
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, dialog.windowHandle(), Qt.Key(0), letter, NONE
            )
        QTest.keyClick(dialog.windowHandle(), Key.Key_Return)

    return act


def tab_to(hands: Hands, name: str) -> None:
    """Press Tab until a widget has the focus; it must be seen."""
    for _ in range(60):
        if hands.window.focusWidget().objectName() == name:
            break
        hands.press(Key.Key_Tab)
    focus = hands.window.focusWidget()
    assert focus.objectName() == name and focus.isVisible() and not focus.visibleRegion().isEmpty()


def test_the_whole_way_by_keyboard_alone(begun, folder):
    hands = begun()
    window = hands.window
    assert window.start.starting
    for _ in range(10):
        if window.focusWidget().objectName() == "start-five-filters":
            break
        hands.press(Key.Key_Right)
    hands.press(Key.Key_Return)
    hands.until(lambda: hands.resolved.document.id == "five-filters" and hands.playback.playing)
    hands.press(Key.Key_Space)
    assert not hands.playback.playing

    # A photo of one's own.
    faults = in_dialog(type_path(folder / "사진.png"))
    hands.press(Key.Key_I, CTRL)
    hands.until(lambda: faults or hands.resolved.document.photos)
    assert not faults
    in_front(hands)
    hands.wait_until_idle()
    assert photo_shown(hands)

    # The kernel.
    hands.press(Key.Key_L, CTRL)
    assert window.focusWidget() is window.editor.chain
    hands.press(Key.Key_Down)
    assert hands.resolved.document.selected == "conv1"
    tab_to(hands, "field-kernel-h")
    hands.press(Key.Key_A, CTRL)
    hands.type("3")
    hands.press(Key.Key_Return)
    hands.wait_until_idle()
    assert hands.resolved.document.network.node("conv1").layer.kernel == (3, 3)
    assert hands.resolved.stage.weights.shape == (5, 3, 3, 3) and window.stage.hasFocus()

    # A weight.
    hands.press(Key.Key_T, CTRL)
    assert window.weights.table.hasFocus()
    hands.press(Key.Key_Right)
    hands.type("0.75")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.wait_until_idle()
    assert hands.resolved.stage.weights[0, 0, 0, 1] == 0.75 and window.stage.hasFocus()

    # The sum.
    hands.press(Key.Key_BracketRight)
    hands.press(Key.Key_Space)
    hands.until(lambda: beat_of(hands) is Phase.CHANNEL)
    hands.press(Key.Key_Space)
    assert not hands.playback.playing
    shown = checked_sum(hands)

    # Saved, and the app closed.
    path = folder / "내 필터.convviz"
    faults = in_dialog(type_path(path))
    hands.press(Key.Key_S, CTRL)
    hands.until(lambda: faults or hands.resolved.document.file)
    in_front(hands)
    assert not faults and read_project(path).document.photos
    assert window.windowTitle().startswith("내 필터") and not window.isWindowModified()
    hands.press(Key.Key_Q, CTRL)
    hands.until(lambda: not window.isVisible())

    # And open again.
    again = begun()
    faults = in_dialog(type_path(path))
    again.press(Key.Key_O, CTRL)
    again.until(lambda: faults or again.resolved.document.file == str(path))
    assert not faults
    in_front(again)
    again.wait_until_idle()
    assert not again.window.start.starting
    assert photo_shown(again) and again.resolved.stage.weights[0, 0, 0, 1] == 0.75
    assert checked_sum(again) == shown


def beat_of(hands: Hands) -> Phase:
    """The phase that is on stage."""
    board = hands.resolved.stage.storyboard
    return board.beat_at(hands.playback.time).phase


def checked_sum(hands: Hands) -> float:
    """The active cell's value, computed here from what the stage shows."""
    stage = hands.resolved.stage
    record, layer = stage.record, stage.layer
    place, (kh, kw) = stage.selection, layer.kernel
    assert layer.padding == (0, 0)
    part = stage.inputs[:, place.row : place.row + kh, place.column : place.column + kw]
    before = float((part * stage.weights[place.filter]).sum(dtype=np.float64))
    value = before + float(stage.bias[place.filter])
    assert record.before == pytest.approx(value, abs=1e-5)
    return record.before


# ---- by mouse ------------------------------------------------------------------------------------
def click_menu(hands: Hands, menu: str, action: str) -> None:
    """Open a menu of the bar and click an action in it, each where it is seen."""
    bar, popup = hands.window.menuBar(), hands.window.menuBar().findChild(QMenu, f"menu-{menu}")
    QTest.mouseClick(bar, LEFT, NONE, bar.actionGeometry(popup.menuAction()).center())
    hands.until(popup.isVisible)
    place = popup.actionGeometry(hands.window.actions_by_id[action]).center()
    QTest.mouseMove(popup, place)
    QTest.mouseClick(popup, LEFT, NONE, place)


def click_tool(hands: Hands, action: str) -> None:
    """Click a button of the tool bar."""
    button = hands.window.tools.widgetForAction(hands.window.actions_by_id[action])
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def pick_file(name: str) -> Callable[[QFileDialog], None]:
    """Click a file in the dialog's list, and its button to open."""

    def act(dialog: QFileDialog) -> None:
        files = dialog.findChild(QListView, "listView")
        rows = [files.model().index(row, 0, files.rootIndex()) for row in range(9)]
        index = next(index for index in rows if index.data() == name)
        QTest.mouseClick(files.viewport(), LEFT, NONE, files.visualRect(index).center())
        accept(dialog)

    return act


def accept(dialog: QFileDialog) -> None:
    """Click the button that opens or saves."""
    box = dialog.findChild(QDialogButtonBox)
    role = QDialogButtonBox.ButtonRole.AcceptRole
    QTest.mouseClick(next(b for b in box.buttons() if box.buttonRole(b) == role), LEFT)


def drag_label(hands: Hands, name: str, steps: int) -> None:
    """Drag a field's label so many steps sideways."""
    label = hands.find(f"row-{name}").label
    start = QPoint(8, label.height() // 2)
    QTest.mousePress(label, LEFT, NONE, start)
    for moved in range(1, 5):
        hands.move(label, start + QPoint(steps * moved, 0), LEFT)  # four pixels a step
    QTest.mouseRelease(label, LEFT, NONE, start + QPoint(4 * steps, 0))


def test_the_whole_way_by_mouse(begun, folder):
    preferences.note_folder(str(folder))
    hands = begun()
    window = hands.window
    hands.click(hands.find("start-five-filters"))
    hands.until(lambda: hands.resolved.document.id == "five-filters" and hands.playback.playing)
    hands.click(hands.find("transport-play"))
    assert not hands.playback.playing

    # A photo of one's own.
    faults = in_dialog(pick_file("사진.png"))
    click_menu(hands, "file", "insert-photo")
    hands.until(lambda: faults or hands.resolved.document.photos)
    assert not faults
    in_front(hands)
    hands.wait_until_idle()
    assert photo_shown(hands)

    # The kernel: 5 to 3, by its label.
    chain = window.editor.chain
    row = chain.visualRect(chain.model().index(1, 0)).center()
    QTest.mouseClick(chain.viewport(), LEFT, NONE, row)
    assert hands.resolved.document.selected == "conv1"
    drag_label(hands, "kernel", -2)
    hands.wait_until_idle()
    assert hands.resolved.document.network.node("conv1").layer.kernel == (3, 3)
    assert hands.resolved.stage.weights.shape == (5, 3, 3, 3)
    click_tool(hands, "undo")
    assert hands.resolved.document.network.node("conv1").layer.kernel == (5, 5)  # one step
    click_tool(hands, "redo")
    assert hands.resolved.document.network.node("conv1").layer.kernel == (3, 3)

    # A weight.
    tabs = next(
        bar for bar in window.findChildren(QTabBar)
        if bar.isVisible() and words.text("dock.weights") in tab_texts(bar)
    )  # fmt: skip
    at = tab_texts(tabs).index(words.text("dock.weights"))
    QTest.mouseClick(tabs, LEFT, NONE, tabs.tabRect(at).center())
    table = window.weights.table
    hands.until(lambda: not table.visibleRegion().isEmpty())
    place = table.visualRect(table.cells.index(0, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, place)
    QTest.mouseDClick(table.viewport(), LEFT, NONE, place)
    hands.type("0.75")  # a number is typed, also by who has the mouse in hand
    elsewhere = table.visualRect(table.cells.index(2, 2)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, elsewhere)
    hands.wait_until_idle()
    assert hands.resolved.stage.weights[0, 0, 0, 1] == 0.75

    # The sum.
    hands.click(hands.find("transport-start"))
    hands.click(hands.find("transport-play"))
    hands.until(lambda: beat_of(hands) is Phase.CHANNEL)
    hands.click(hands.find("transport-play"))
    assert not hands.playback.playing
    shown = checked_sum(hands)

    # Saved, under the name that is offered, and the app closed.
    faults = in_dialog(accept)
    click_tool(hands, "save")
    hands.until(lambda: faults or hands.resolved.document.file)
    assert not faults
    in_front(hands)
    path = Path(hands.resolved.document.file)
    assert path.parent == folder and read_project(path).document.photos
    click_menu(hands, "file", "quit")
    hands.until(lambda: not window.isVisible())

    # And open again, from the start page.
    again = begun()
    recent = again.find("start-recent-0")
    assert recent.text() and recent.isVisible()
    again.click(recent)
    again.until(lambda: again.resolved.document.file == str(path))
    again.wait_until_idle()
    assert not again.window.start.starting
    assert photo_shown(again) and again.resolved.stage.weights[0, 0, 0, 1] == 0.75
    assert checked_sum(again) == shown


def tab_texts(bar: QTabBar) -> list[str]:
    """What the tabs of a bar say."""
    return [bar.tabText(place) for place in range(bar.count())]
