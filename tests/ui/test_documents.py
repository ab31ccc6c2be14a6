"""Documents: saved and opened again, asked about before they are lost, dropped, recent, damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from convviz import words
from convviz.app import preferences
from convviz.app.documents.drop_frame import DropFrame
from convviz.files.errors import FileError
from convviz.files.projects import Project, read_project, write_project
from convviz.model.layers import Add, Conv2d, Input, Source
from convviz.model.network import Network, Node
from convviz.state import intents
from convviz.state.document import Document
from convviz.state.edits import open_document
from convviz.state.view import Selection, ViewOptions

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
Button = QMessageBox.StandardButton


@pytest.fixture(autouse=True)
def no_recent_files(app):
    preferences.forget_files()


@pytest.fixture
def chosen(monkeypatch):
    """What the file dialogs answer: set its `path`."""

    class Answer:
        path = ""

        def __call__(self, *_):
            return str(self.path), ""

    answer = Answer()
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, answer)
    return answer


def box():
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QMessageBox) else None


def answer(hands, button):
    hands.until(box)
    QTest.mouseClick(box().button(button), Qt.MouseButton.LeftButton)
    hands.until(lambda: box() is None)


def quiet(hands):
    hands.until(lambda: not hands.window.documents.waiting.on)
    hands.wait_until_idle()


def edit(hands, filters=8):
    hands.do(intents.SetField("conv1", "filters", filters))
    hands.wait_until_idle()


def saved(hands, chosen, path):
    chosen.path = path
    hands.press(Key.Key_S, CTRL)
    quiet(hands)
    assert path.exists()


def document(path, name="five-filters", cell=None):
    write_project(path, Project(open_document(name), cell or Selection(), ViewOptions()))
    return path


# ---- save and open again -------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_document_is_saved_and_opened_again(hands, chosen, tmp_path, language):
    hands.do(intents.SetPreference("language", language))
    edit(hands)
    hands.do(intents.SetWeight("conv1", 2, 7, 0, 0, 0.25), intents.SelectCell(2, 5, 6))
    hands.wait_until_idle()
    path = tmp_path / "내 문서.convviz"
    saved(hands, chosen, path)
    before = hands.resolved
    assert hands.window.windowTitle().startswith("내 문서[*]")
    assert not hands.window.isWindowModified()
    hands.press(Key.Key_2, CTRL)
    quiet(hands)
    assert hands.resolved.document.id == "seed-direct"
    hands.press(Key.Key_O, CTRL)
    quiet(hands)
    after = hands.resolved
    assert after.document.file == str(path) and not hands.window.isWindowModified()
    kept, came = before.document.network, after.document.network
    assert [n.layer for n in kept.nodes] == [n.layer for n in came.nodes]
    assert after.stage.selection == before.stage.selection
    assert after.stage.weights[2, 7, 0, 0] == 0.25
    assert (after.stage.outputs == before.stage.outputs).all()


def test_a_second_save_asks_nothing_and_save_as_takes_another_file(hands, chosen, tmp_path):
    first, second = tmp_path / "a.convviz", tmp_path / "b"
    edit(hands)
    saved(hands, chosen, first)
    chosen.path = ""
    edit(hands, 4)
    assert hands.window.isWindowModified()
    hands.press(Key.Key_S, CTRL)
    quiet(hands)
    assert read_project(first).document.network.node("conv1").layer.filters == 4
    assert not hands.window.isWindowModified()
    chosen.path = second
    hands.press(Key.Key_S, CTRL_SHIFT)
    quiet(hands)
    assert (tmp_path / "b.convviz").exists()  # the ending is put on
    assert hands.resolved.document.file == str(tmp_path / "b.convviz")


def test_undo_to_what_was_saved_is_no_change_and_keeps_the_file(hands, chosen, tmp_path):
    saved(hands, chosen, tmp_path / "a.convviz")
    edit(hands)
    assert hands.window.isWindowModified()
    hands.do(intents.Undo())
    assert not hands.window.isWindowModified()
    assert hands.resolved.document.file == str(tmp_path / "a.convviz")
    edit(hands)
    saved(hands, chosen, tmp_path / "a.convviz")
    hands.do(intents.Undo())  # to before the save: of this file, and not what it holds now
    assert hands.resolved.document.file == str(tmp_path / "a.convviz")
    assert hands.window.isWindowModified()


# ---- before something is lost --------------------------------------------------------------------
def test_new_asks_first_and_cancel_keeps_the_document(hands):
    edit(hands)
    before = hands.resolved.document
    hands.press(Key.Key_2, CTRL)
    hands.until(box)
    assert hands.window.documents.file.name in box().text()
    QTest.keyClick(box(), Key.Key_Escape)
    hands.until(lambda: box() is None)
    assert hands.resolved.document is before
    hands.activate()
    hands.press(Key.Key_2, CTRL)
    answer(hands, Button.Discard)
    assert hands.resolved.document.id == "seed-direct"
    assert not hands.resolved.can_undo  # Ctrl+Z never lands in another document
    hands.press(Key.Key_Z, CTRL)
    assert hands.resolved.document.id == "seed-direct"


def test_saving_when_asked_goes_on_once_it_is_saved(hands, chosen, tmp_path):
    edit(hands)
    chosen.path = tmp_path / "a.convviz"
    hands.press(Key.Key_2, CTRL)
    hands.until(box)
    QTest.keyClick(box(), Key.Key_Return)  # Save is what Enter does
    hands.until(lambda: hands.resolved.document.id == "seed-direct")
    assert read_project(tmp_path / "a.convviz").document.network.node("conv1").layer.filters == 8


def test_saving_when_asked_and_then_choosing_no_file_keeps_the_document(hands, chosen):
    edit(hands)
    hands.press(Key.Key_W, CTRL)
    answer(hands, Button.Save)
    quiet(hands)
    assert hands.resolved.document.network.node("conv1").layer.filters == 8
    assert not hands.window.start.starting


def test_what_is_unchanged_is_never_asked_about(hands):
    hands.press(Key.Key_2, CTRL)
    assert box() is None and hands.resolved.document.id == "seed-direct"
    hands.press(Key.Key_W, CTRL)
    assert box() is None and hands.window.start.starting


def test_in_full_screen_too_nothing_is_lost_without_a_question(hands):
    edit(hands)
    hands.window.full_screen.toggle()
    hands.press(Key.Key_2, CTRL)
    assert hands.resolved.document.id == "seed-bottleneck"  # Undo would not bring it back
    answer(hands, Button.Cancel)
    assert hands.resolved.document.network.node("conv1").layer.filters == 8
    hands.press(Key.Key_2, CTRL)
    answer(hands, Button.Discard)
    assert hands.resolved.document.id == "seed-direct"


def test_closing_the_window_asks(open_window, chosen, tmp_path):
    hands = open_window("five-filters")
    edit(hands)
    assert not hands.window.close()
    answer(hands, Button.Cancel)
    assert hands.window.isVisible()
    chosen.path = tmp_path / "a.convviz"
    assert not hands.window.close()
    answer(hands, Button.Save)
    hands.until(lambda: not hands.window.isVisible())
    assert chosen.path.exists()
    assert preferences.last_document() == str(chosen.path)


# ---- recent files --------------------------------------------------------------------------------
def recent(hands):
    menu = next(
        m for m in hands.window.findChildren(QMenu) if m.title() == words.text("menu.recent")
    )
    menu.aboutToShow.emit()
    return menu.actions()


def test_recent_files_are_opened_greyed_and_cleared(hands, tmp_path):
    assert [action.isEnabled() for action in recent(hands)] == [False]
    desk = hands.window.documents.commands
    for name in ("a", "b"):
        desk.open_file(str(document(tmp_path / f"{name}.convviz")))
        quiet(hands)
    (tmp_path / "a.convviz").unlink()
    newest, gone, _, clear = recent(hands)
    assert newest.text() == "b.convviz" and newest.isEnabled()
    assert not gone.isEnabled() and "a.convviz" in gone.text() and gone.text() != "a.convviz"
    hands.press(Key.Key_1, CTRL)
    newest.trigger()
    quiet(hands)
    assert hands.resolved.document.file == str(tmp_path / "b.convviz")
    clear.trigger()
    assert [action.isEnabled() for action in recent(hands)] == [False]


def test_the_start_page_opens_recent_files_and_goes_on_with_the_last(hands, tmp_path):
    path = document(tmp_path / "lecture 3.convviz")
    preferences.note_file(str(path))
    preferences.note_file(str(tmp_path / "gone.convviz"))
    preferences.note_document(str(path))
    hands.window.start.show_start()
    gone, first = hands.find("start-recent-0"), hands.find("start-recent-1")
    assert not gone.isEnabled() and gone.toolTip() != str(tmp_path / "gone.convviz")
    assert "lecture 3" in hands.find("start-continue").text()
    hands.click(first)
    quiet(hands)
    assert hands.resolved.document.file == str(path) and not hands.window.start.starting


# ---- drag and drop -------------------------------------------------------------------------------
def dragged(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def enter(window, data):
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPointF(300, 300).toPoint(), copy, data, left, Qt.NoModifier)
    QApplication.sendEvent(window, event)
    return event


def drop(window, data):
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, left, Qt.NoModifier))


def test_a_document_dropped_on_the_window_is_opened(hands, tmp_path):
    data = dragged(document(tmp_path / "a.convviz", cell=Selection(3, 4, 5)))
    frame = hands.window.findChild(DropFrame)
    assert enter(hands.window, data).isAccepted()
    assert frame.isVisible() and "a.convviz" in frame.accessibleName()
    QApplication.sendEvent(hands.window, QDragLeaveEvent())
    assert not frame.isVisible()
    enter(hands.window, data)
    drop(hands.window, data)
    assert not frame.isVisible()
    quiet(hands)
    assert hands.resolved.document.file.endswith("a.convviz")
    assert hands.resolved.stage.selection == Selection(3, 4, 5)


def packed_branches():
    """The bytes of a document whose network branches."""
    input = Node("input", "input", Input(3, 8, 8, Source.NOISE))
    pair = [Node(id, id, Conv2d(3, (1, 1)), ("input",)) for id in ("first", "second")]
    network = Network((input, *pair, Node("sum", "sum", Add(), ("first", "second"))))
    with TemporaryDirectory() as folder:
        path = Path(folder, "branches.convviz")
        write_project(path, Project(Document("branches", network, "sum")))
        return path.read_bytes()


def test_a_document_that_branches_is_opened_drawn_and_played(hands, tmp_path):
    path = tmp_path / "branches.convviz"
    path.write_bytes(packed_branches())
    hands.window.documents.commands.open_file(str(path))
    hands.until(lambda: hands.resolved.document.id == "branches")
    hands.until(lambda: hands.resolved.stage.record is not None)
    stage = hands.resolved.stage
    assert stage.node == "sum" and [each.name for each in stage.sources] == ["first", "second"]
    strip = hands.window.strip.strip
    assert [volume.id for volume in strip.volumes] == ["input", "first", "second", "sum"]
    assert len(strip.edges) == 4
    hands.do(intents.Step("span", 1))
    assert hands.window.controller.playback.playing


# ---- what cannot be opened or saved --------------------------------------------------------------
BAD = {
    "not-ours": b"hello",
    "damaged": b"PK\x03\x04" + bytes(200),
    "not-found": None,
}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("code", BAD)
def test_a_bad_file_says_what_to_do_and_leaves_the_document(hands, tmp_path, code, language):
    hands.do(intents.SetPreference("language", language))
    path = tmp_path / "strange.convviz"
    if BAD[code] is not None:
        path.write_bytes(BAD[code])
    before = hands.resolved.document
    hands.window.documents.commands.open_file(str(path))
    hands.until(box)
    sentence = words.text(f"error.{code}", file=path.name)
    assert sentence in box().informativeText() and sentence in hands.status
    answer(hands, Button.Ok)
    assert hands.resolved.document is before
    assert str(path) not in preferences.recent_files()


def test_a_failed_save_leaves_the_old_file_and_offers_another(hands, chosen, tmp_path):
    path = document(tmp_path / "kept.convviz")
    old = path.read_bytes()
    path.chmod(0o444)
    edit(hands)
    chosen.path = path
    hands.press(Key.Key_S, CTRL)
    hands.until(box)
    assert words.text("error.no-access", file=path.name) in box().informativeText()
    assert path.read_bytes() == old and hands.window.isWindowModified()
    chosen.path = tmp_path / "other.convviz"
    answer(hands, Button.Save)
    quiet(hands)
    assert chosen.path.exists() and not hands.window.isWindowModified()


def convviz(*arguments):
    root = Path(__file__).resolve().parents[2]
    environment = dict(os.environ) | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "convviz", *map(str, arguments)],
        cwd=root, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_a_file_is_named_on_the_command_line(tmp_path):
    path, picture = document(tmp_path / "강의 1.convviz"), tmp_path / "a.png"
    done = convviz(path, "--snapshot", picture, "--size", "1024x640")
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000
    path.write_bytes(b"hello")
    done = convviz(path, "--snapshot", tmp_path / "b.png")
    assert done.returncode == 2 and "강의 1.convviz" in done.stderr
    assert done.stderr.count("\n") == 1 and not (tmp_path / "b.png").exists()


def test_a_bad_file_at_the_start_opens_the_window_and_says_so(app, tmp_path):
    from convviz.app.startup.start import document_or_error

    path = tmp_path / "bad.convviz"
    path.write_bytes(b"hello")
    assert isinstance(document_or_error(str(path)), FileError)
    assert document_or_error("seed-direct") == "seed-direct"
    good = document_or_error(str(document(tmp_path / "good.convviz")))
    assert good.document.file == str(tmp_path / "good.convviz")
