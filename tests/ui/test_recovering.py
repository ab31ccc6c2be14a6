"""Nothing lost: kept while edited, offered after a crash; two windows on one file; full disks."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from convviz import words
from convviz.app.dialogs.message_boxes import Opening
from convviz.app.documents.recovery import RETRY_MS
from convviz.app.documents.recovery_offer import RecoveryOffer
from convviz.app.documents.user_folder import user_folder
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.open_files import OpenFiles
from convviz.files.projects import Project, read_project, write_project
from convviz.files.recoveries import Recovery, Session, read_recovery
from convviz.state import intents
from convviz.state.edits import apply_edit, open_document
from convviz.state.view import Selection

Key = Qt.Key
LOST = 2.0  # seconds, at most


def folder():
    return user_folder() / "recovery"


@pytest.fixture(autouse=True)
def nothing_kept(hands):
    """No recovery file but that of the window of this module, which has nothing to keep yet."""
    session = hands.window.documents.recovering._session
    hands.window.documents.begin_recovery()
    hands.until(lambda: not session.keeps)
    hands.window.documents.file.read_only.clear()
    yield
    box = QApplication.activeModalWidget()
    if box is not None:
        box.close()
    hands.do(intents.OpenDocument("seed-bottleneck"))
    hands.until(lambda: not session.keeps)
    shutil.rmtree(folder(), ignore_errors=True)
    session._lock = None


@pytest.fixture
def chosen(monkeypatch):
    """What the file dialog answers: set its `path`; `start` is what it proposed."""

    class Answer:
        path, start = "", ""

        def __call__(self, *given):
            self.start = given[2]
            return str(self.path), ""

    answer = Answer()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return answer


def kept(hands):
    path = hands.window.documents.recovering._session.path
    with contextlib.suppress(FileError):
        return None if path is None else read_recovery(path)


def filters(project):
    return project.document.network.node("conv1").layer.filters


def edit(hands, number):
    hands.do(intents.SetField("conv1", "filters", number))


def save(hands):
    hands.window.actions_by_id["save"].trigger()


def quiet(hands):
    hands.until(lambda: not hands.window.documents.waiting.on)
    hands.wait_until_idle()


def edited(document="five-filters", number=7, file=""):
    changed = apply_edit(open_document(document), intents.SetField("conv1", "filters", number))
    return replace(changed, file=str(file))


def left(document, kept_at=None, place=1, time_of_story=2.0):
    """A recovery file that a process has left."""
    session = Session(folder())
    when = time.time() if kept_at is None else kept_at
    cell = Selection(1, 3, 4)
    session.keep(Recovery(Project(document, cell), time_of_story, when))
    path = session.path
    session._lock.release()
    path.rename(path.with_name(f"99999{place}-0.convviz"))
    return path.with_name(f"99999{place}-0.convviz")


def offered(hands):
    hands.window.documents.recovery.offer()
    hands.until(lambda: isinstance(QApplication.activeModalWidget(), RecoveryOffer))
    return QApplication.activeModalWidget()


def box(name):
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QMessageBox) and found.objectName() == name else None


def answered(hands, name, key):
    """Press the button of a box that has these words."""
    hands.until(lambda: box(name))
    (button,) = [b for b in box(name).buttons() if b.text().replace("&", "") == words.text(key)]
    button.click()
    hands.until(lambda: box(name) is None)


# ---- kept ----------------------------------------------------------------------------------------
def test_an_edit_is_kept_at_once_and_no_longer_than_it_is_needed(hands, chosen, tmp_path):
    edit(hands, 9)
    began = time.monotonic()
    hands.until(lambda: kept(hands))
    assert time.monotonic() - began < LOST
    assert filters(kept(hands).project) == 9 and kept(hands).project.document.file == ""
    hands.do(intents.SelectCell(2, 3, 4), intents.Seek(3.5))
    hands.until(lambda: kept(hands).time == 3.5 and kept(hands).project.cell.row == 3)
    hands.do(intents.Undo())
    hands.until(lambda: not kept(hands))  # it is as it was begun
    edit(hands, 3)
    hands.until(lambda: kept(hands))
    chosen.path = tmp_path / "a.convviz"
    save(hands)
    hands.until(lambda: not kept(hands))
    edit(hands, 4)
    hands.until(lambda: kept(hands))
    assert kept(hands).project.document.file == str(chosen.path)
    assert kept(hands).stamp == (chosen.path.stat().st_mtime_ns, chosen.path.stat().st_size)


def test_edits_in_a_row_do_not_put_it_off(hands):
    began = time.monotonic()
    number = 1
    while not kept(hands):
        number += 1
        edit(hands, number)
        hands.run(0.01)
        assert time.monotonic() - began < LOST


def test_an_edit_is_kept_while_something_long_is_computed(hands):
    computed = threading.Event()
    hands.controller.compute.perform(computed.wait, lambda _: None, long=True)
    edit(hands, 9)
    began = time.monotonic()
    hands.until(lambda: kept(hands))
    assert time.monotonic() - began < LOST and hands.resolved.stale
    computed.set()
    hands.wait_until_idle()


def test_playing_writes_nothing(hands, monkeypatch):
    edit(hands, 9)
    hands.wait_until_idle()
    hands.until(lambda: kept(hands))
    written = []
    monkeypatch.setattr(Session, "keep", lambda *_: written.append(1))
    hands.do(intents.TogglePlay())
    for _ in range(100):
        hands.run(0.01)
    assert hands.playback.playing and not written
    hands.do(intents.TogglePlay())
    hands.until(lambda: written)


def test_the_user_is_told_once_when_it_cannot_be_kept(hands, monkeypatch):
    monkeypatch.setattr("convviz.app.documents.recovery.RETRY_MS", 30)
    fault = FileError(FileErrorCode.DISK_FULL, file="1-0.convviz")
    tries = []

    def full(*_):
        tries.append(1)
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(Session, "keep", full)
        edit(hands, 9)
        hands.until(lambda: len(tries) > 2)
        hands.wait_until_idle()  # values that arrive later do not take the sentence away
        hands.do(intents.ShowReaders(None, None))
        assert words.text("error.disk-full", file="1-0.convviz") in hands.status
    hands.until(lambda: kept(hands))
    assert RETRY_MS >= 1000


def test_a_window_that_closes_in_good_order_leaves_nothing(open_window):
    hands = open_window("five-filters")
    edit(hands, 9)
    hands.run(0.6)
    assert not kept(hands)  # a window that only draws pictures for a command keeps nothing
    hands.window.documents.begin_recovery()
    hands.until(lambda: kept(hands))
    hands.window.documents.commands.agree()
    hands.window.close()
    assert os.listdir(folder()) == []


# ---- offered -------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_was_left_is_recovered_by_enter_and_undo_goes_to_what_was_saved(
    hands, tmp_path, language
):
    hands.do(intents.SetPreference("language", language))
    file = tmp_path / "내 강의.convviz"
    write_project(file, Project(open_document("five-filters")))
    left(edited(file=file))
    offer = offered(hands)
    assert "내 강의" in offer.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(offer.list, Key.Key_Return)
    hands.until(lambda: hands.resolved.document.file == str(file))
    quiet(hands)
    assert filters(hands.resolved) == 7 and hands.window.isWindowModified()
    assert hands.controller.selection == Selection(1, 3, 4) and hands.playback.time == 2.0
    assert hands.window.windowTitle().startswith("내 강의[*]")
    hands.until(lambda: kept(hands))  # until it is saved
    hands.do(intents.Undo())
    assert filters(hands.resolved) == 5 and not hands.window.isWindowModified()
    hands.do(intents.Redo())
    save(hands)
    quiet(hands)
    assert filters(read_project(file)) == 7 and not hands.window.isWindowModified()
    hands.until(lambda: not kept(hands))


def test_what_was_never_saved_is_recovered_and_its_story_goes_on(hands):
    left(edited(), time_of_story=1.25)
    hands.window.start.show_start()
    offer = offered(hands)
    hands.click(offer.recover)
    hands.until(lambda: filters(hands.resolved) == 7)
    quiet(hands)
    assert not hands.window.start.starting and hands.window.isWindowModified()
    assert hands.playback.time == 1.25 and hands.resolved.document.file == ""
    hands.do(intents.Undo())
    assert filters(hands.resolved) == 5 and not hands.window.isWindowModified()


def test_a_recovered_document_whose_file_is_gone_is_not_saved(hands, tmp_path):
    file = tmp_path / "gone.convviz"
    left(edited(file=file))
    hands.click(offered(hands).recover)
    hands.until(lambda: hands.resolved.document.file == str(file))
    assert hands.window.isWindowModified()
    save(hands)
    quiet(hands)
    assert filters(read_project(file)) == 7 and not hands.window.isWindowModified()


def test_later_keeps_it_and_the_menu_offers_it_again(hands):
    path = left(edited())
    QTest.keyClick(offered(hands), Key.Key_Escape)
    assert path.exists()
    hands.activate()
    hands.run(0.05)
    hands.window.actions_by_id["recover"].trigger()
    hands.until(lambda: isinstance(QApplication.activeModalWidget(), RecoveryOffer))
    QApplication.activeModalWidget().reject()


def test_discarding_is_asked_about_and_only_that_one_goes(hands):
    paths = [left(edited(), kept_at=1e9 + place, place=place) for place in (1, 2)]
    offer = offered(hands)
    assert [each.path for each in offer._found] == paths[::-1]  # the newest first
    QTest.keyClick(offer.list, Key.Key_Delete)
    hands.until(lambda: box("ask-to-discard"))
    QTest.keyClick(box("ask-to-discard"), Key.Key_Return)  # Enter keeps it
    hands.until(lambda: box("ask-to-discard") is None)
    assert all(path.exists() for path in paths)
    QTest.keyClick(offer.list, Key.Key_Delete)
    hands.until(lambda: box("ask-to-discard"))
    discard = words.text("recovery.discard").rstrip("…")
    next(b for b in box("ask-to-discard").buttons() if b.text() == discard).click()
    hands.until(lambda: not paths[1].exists())
    assert paths[0].exists() and offer.list.count() == 1
    offer.reject()


def test_unsaved_changes_are_asked_about_before_others_are_recovered(hands):
    edit(hands, 9)
    path = left(edited(number=3))
    hands.click(offered(hands).recover)
    answered(hands, "ask-to-save", "ask.cancel")
    assert path.exists() and filters(hands.resolved) == 9
    hands.run(0.05)
    hands.click(offered(hands).recover)
    answered(hands, "ask-to-save", "ask.no")
    hands.until(lambda: filters(hands.resolved) == 3)
    quiet(hands)
    hands.until(lambda: not path.exists())
    hands.run(1.0)  # nor does what was open before come over it
    assert filters(kept(hands).project) == 3


def test_a_damaged_one_is_told_and_kept_aside(hands):
    path = left(edited())
    path.write_bytes(b"PK\x03\x04" + bytes(300))
    hands.window.documents.recovery.offer()
    hands.until(lambda: box("failure"))
    assert str(folder() / "aside") in box("failure").informativeText()
    assert len(os.listdir(folder() / "aside")) == 1 and not path.exists()


def test_nothing_to_recover_is_said_when_asked(hands):
    hands.window.actions_by_id["recover"].trigger()
    hands.until(lambda: hands.status == words.text("status.nothing-to-recover"))


# ---- two windows, one file -----------------------------------------------------------------------
@pytest.fixture
def elsewhere(tmp_path):
    """A file that another window has open."""
    path = tmp_path / "lecture.convviz"
    write_project(path, Project(open_document("five-filters")))
    other = OpenFiles(user_folder() / "open")
    other.read(path)
    other.path = path
    yield other
    other.keep_only(None)


def asked_how(hands, elsewhere, how):
    hands.window.documents.commands.open_file(str(elsewhere.path))
    key = "ask.cancel" if how is Opening.NOT else f"ask.open.{how.value}"
    answered(hands, "ask-in-use", key)
    quiet(hands)


def test_a_file_that_is_open_elsewhere_may_be_left_alone(hands, elsewhere):
    before = hands.resolved.document
    asked_how(hands, elsewhere, Opening.NOT)
    assert hands.resolved.document is before


def test_a_file_that_is_open_elsewhere_may_be_copied(hands, elsewhere, chosen, tmp_path):
    chosen.path = tmp_path / "mine.convviz"
    asked_how(hands, elsewhere, Opening.COPY)
    assert "lecture copy" in chosen.start
    assert hands.resolved.document.file == str(chosen.path)
    edit(hands, 2)
    save(hands)
    quiet(hands)
    assert filters(read_project(chosen.path)) == 2 and filters(read_project(elsewhere.path)) == 5


def test_a_file_that_is_open_elsewhere_may_be_read(hands, elsewhere, chosen, tmp_path):
    asked_how(hands, elsewhere, Opening.READ_ONLY)
    assert words.text("app.read-only", document="lecture") in hands.window.windowTitle()
    edit(hands, 2)
    chosen.path = elsewhere.path
    save(hands)  # asks for a file, and the other window's is refused once more
    answered(hands, "ask-over", "ask.cancel")
    assert filters(read_project(elsewhere.path)) == 5 and hands.window.isWindowModified()
    chosen.path = tmp_path / "mine.convviz"
    save(hands)
    quiet(hands)
    assert filters(read_project(chosen.path)) == 2 and not hands.window.isWindowModified()


def test_a_file_that_is_open_elsewhere_may_be_opened_all_the_same(hands, elsewhere):
    asked_how(hands, elsewhere, Opening.ANYWAY)
    edit(hands, 2)
    save(hands)
    quiet(hands)
    assert filters(read_project(elsewhere.path)) == 2 and not hands.window.isWindowModified()


@pytest.mark.parametrize("over", [True, False])
def test_a_file_that_somebody_changed_is_not_saved_over_unasked(hands, chosen, tmp_path, over):
    path = chosen.path = tmp_path / "a.convviz"
    edit(hands, 9)
    save(hands)
    quiet(hands)
    write_project(path, Project(open_document("five-filters")))
    os.utime(path, (1, 1))
    edit(hands, 2)
    chosen.path = tmp_path / "b.convviz"
    save(hands)
    hands.until(lambda: box("ask-over"))
    assert words.text("error.changed", file="a.convviz") in box("ask-over").informativeText()
    answered(hands, "ask-over", "ask.over" if over else "action.save-as")
    quiet(hands)
    assert filters(read_project(path)) == (2 if over else 5)
    assert not hands.window.isWindowModified()


# ---- disks that are full or read-only: real ones, where this user may mount ----------------------
@pytest.fixture
def small_disk(tmp_path):
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root mounts disks")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no mounting here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def refused_save(hands, chosen, tmp_path, code, file):
    """Save, be refused, save elsewhere: the old file whole, the document unsaved until then."""
    old = file.read_bytes()
    save(hands)
    hands.until(lambda: box("failure"))
    assert words.text(f"error.{code}", file=file.name) in box("failure").informativeText()
    assert hands.window.isWindowModified() and file.read_bytes() == old
    assert os.listdir(file.parent) == [file.name] or "full" in os.listdir(file.parent)
    assert not [name for name in os.listdir(file.parent) if name.endswith(".part")]
    hands.until(lambda: kept(hands))  # and a crash now loses nothing either
    chosen.path = tmp_path / "elsewhere.convviz"
    answered(hands, "failure", "action.save-as")
    quiet(hands)
    assert filters(read_project(chosen.path)) == 9 and not hands.window.isWindowModified()
    assert hands.resolved.document.file == str(chosen.path)


def saved_there(hands, chosen, disk):
    chosen.path = disk / "lecture.convviz"
    save(hands)
    quiet(hands)
    edit(hands, 9)
    return chosen.path


def test_a_full_disk(hands, chosen, small_disk, tmp_path):
    file = saved_there(hands, chosen, small_disk)
    with contextlib.suppress(OSError), (small_disk / "full").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1024))
    refused_save(hands, chosen, tmp_path, "disk-full", file)


def test_a_read_only_disk(hands, chosen, small_disk, tmp_path):
    file = saved_there(hands, chosen, small_disk)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    refused_save(hands, chosen, tmp_path, "no-access", file)


def test_a_folder_that_is_gone(hands, chosen, tmp_path):
    (tmp_path / "stick").mkdir()
    file = saved_there(hands, chosen, tmp_path / "stick")
    shutil.rmtree(file.parent)
    save(hands)
    hands.until(lambda: box("failure"))
    assert words.text("error.no-folder", file=file.name) in box("failure").informativeText()
    assert hands.window.isWindowModified()
    chosen.path = tmp_path / "elsewhere.convviz"
    answered(hands, "failure", "action.save-as")
    quiet(hands)
    assert filters(read_project(chosen.path)) == 9


def test_a_file_that_another_program_locks(hands, chosen, tmp_path, monkeypatch):
    file = saved_there(hands, chosen, tmp_path)
    real = os.replace

    def locked(source, target):
        if os.fspath(target) == str(file):
            error = PermissionError(13, "in use")
            error.winerror = 32  # as Windows has it
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", locked)
    save(hands)
    hands.until(lambda: box("failure"))
    assert words.text("error.locked", file=file.name) in box("failure").informativeText()
    assert hands.window.isWindowModified() and file.exists()
