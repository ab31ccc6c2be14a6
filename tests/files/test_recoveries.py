"""Recovery files: kept whole, owned by one, found once their process is gone, never lost."""

from __future__ import annotations

import errno
import os
import pickle
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from convviz.files import recoveries
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.locks import FileLock
from convviz.files.projects import Project, write_project
from convviz.files.recoveries import Recovery, Session, abandoned, discard, read_recovery
from convviz.state import intents
from convviz.state.edits import apply_edit, open_document
from tests.files.drawn_projects import plain, projects

ROOT = Path(__file__).resolve().parents[2]


def recovery(file="", filters=7, kept=1000.0, **more):
    document = apply_edit(
        open_document("five-filters"), intents.SetField("conv1", "filters", filters)
    )
    return Recovery(Project(replace(document, file=str(file))), 2.5, kept, **more)


def killed(folder, kept):
    """What a process leaves that keeps something and is killed: a real one."""
    code = (
        "import os, pickle, signal, sys\n"
        "from pathlib import Path\n"
        "from convviz.files.recoveries import Session\n"
        "session = Session(Path(sys.argv[1]))\n"
        "session.keep(pickle.loads(sys.stdin.buffer.read()))\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    before = set(folder.glob("*.convviz"))
    subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        input=pickle.dumps(kept), cwd=ROOT, timeout=60, check=False,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
    )  # fmt: skip
    (left,) = set(folder.glob("*.convviz")) - before
    return left


def lock_of(path):
    return path.with_suffix(".lock")


def let_go(found):
    for each in found:
        each.lock.release(remove=False)


# ---- what is kept --------------------------------------------------------------------------------
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(project=projects())
def test_what_is_kept_is_read_again(tmp_path, project):
    document = replace(project.document, file="/home/박 요셉/a.convviz")
    kept = Recovery(replace(project, document=document), 12.5, 1e9, (123, 456))
    session = Session(tmp_path)
    session.keep(kept)
    read = read_recovery(session.path)
    assert (read.time, read.kept, read.stamp) == (12.5, 1e9, (123, 456))
    assert plain(read.project) == plain(kept.project)
    session.end()
    assert os.listdir(tmp_path) == []


def test_a_path_that_is_no_unicode_is_kept(tmp_path):
    session = Session(tmp_path)
    session.keep(recovery("/home/\udcff.convviz"))
    assert read_recovery(session.path).project.document.file == "/home/\udcff.convviz"
    session.end()


def test_nothing_is_written_before_there_is_something_to_keep(tmp_path):
    session = Session(tmp_path / "recovery")
    session.drop()
    session.end()
    assert not session.keeps and os.listdir(tmp_path) == []


def test_what_was_kept_stays_whole_when_it_cannot_be_replaced(tmp_path, monkeypatch):
    session = Session(tmp_path)
    session.keep(recovery(filters=3))

    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(FileError) as caught:
            session.keep(recovery(filters=4))
    assert caught.value.code is FileErrorCode.DISK_FULL
    network = read_recovery(session.path).project.document.network
    assert network.node("conv1").layer.filters == 3
    session.end()


# ---- whose it is ---------------------------------------------------------------------------------
def test_a_living_window_keeps_its_own(tmp_path):
    first, second = Session(tmp_path), Session(tmp_path)
    first.keep(recovery())
    second.keep(recovery())
    assert first.path != second.path
    assert abandoned(tmp_path) == ([], [])
    first.end()
    second.end()


def test_what_a_killed_process_left_is_found_once(tmp_path):
    killed(tmp_path, recovery(kept=1000.0))
    newest = killed(tmp_path, recovery(kept=2000.0))
    found, unread = abandoned(tmp_path)
    assert [each.kept for each in found] == [2000.0, 1000.0] and unread == []
    assert found[0].path == newest and found[0].document == "five-filters"
    assert abandoned(tmp_path) == ([], [])  # this process has them now
    let_go(found)
    found, _ = abandoned(tmp_path)  # left for later
    assert len(found) == 2
    for each in found:
        discard(each)
    assert os.listdir(tmp_path) == []


def test_an_adopted_file_is_the_windows_own_and_stays_until_it_is_saved(tmp_path):
    killed(tmp_path, recovery(filters=3))
    (found,), _ = abandoned(tmp_path)
    session = Session(tmp_path)
    session.adopt(found)
    assert read_recovery(session.path).project.document.network.node("conv1").layer.filters == 3
    assert len(os.listdir(tmp_path)) == 2 and not lock_of(found.path).exists()
    assert abandoned(tmp_path) == ([], [])
    session.drop()
    assert not session.keeps
    session.end()
    assert os.listdir(tmp_path) == []


def test_what_the_file_holds_already_is_not_offered(tmp_path):
    file, folder = tmp_path / "a.convviz", tmp_path / "recovery"
    kept = recovery(file)
    write_project(file, kept.project)
    killed(folder, kept)
    assert abandoned(folder) == ([], []) and os.listdir(folder) == []
    killed(folder, recovery(file, filters=2))
    (found,), _ = abandoned(folder)
    assert found.file == str(file)
    let_go([found])


def test_what_was_begun_is_taken_away(tmp_path):
    file, folder = tmp_path / "a.convviz", tmp_path / "recovery"
    left = killed(folder, recovery(file))
    process = left.stem.split("-")[0]
    begun = [place / f".convviz-{process}-0.part" for place in (tmp_path, folder)]
    other = tmp_path / ".convviz-1-0.part"
    for path in (*begun, other):
        path.write_bytes(b"half")
    found, _ = abandoned(folder)
    assert not any(path.exists() for path in begun) and other.exists()
    let_go(found)


# ---- what is damaged -----------------------------------------------------------------------------
def damage(path, how):
    data = path.read_bytes()
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "bits":
        path.write_bytes(data[:200] + b"\0" * 40 + data[240:])
    else:
        with zipfile.ZipFile(path) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        entries["recovery.json"] = how
        with zipfile.ZipFile(path, "w") as archive:
            for name, entry in entries.items():
                archive.writestr(name, entry)


KINDS = ("cut", "empty", "bits", b"{}", b"[]", b'{"format": NaN}', b"\xff", b"[" * 40)


@pytest.mark.parametrize("how", KINDS)
def test_a_damaged_one_is_kept_aside_and_told_once(tmp_path, how):
    good = killed(tmp_path, recovery(kept=1.0))
    let_go(abandoned(tmp_path)[0])
    left = tmp_path / "1-0.convviz"
    left.write_bytes(good.read_bytes())
    damage(left, how)
    before = left.read_bytes()
    found, (unread,) = abandoned(tmp_path)
    assert [each.path for each in found] == [good]
    assert unread.path.parent == tmp_path / "aside" and unread.path.read_bytes() == before
    let_go(found)
    found, unread = abandoned(tmp_path)
    assert len(found) == 1 and unread == []
    let_go(found)


def test_one_of_a_newer_version_stays_where_it_is(tmp_path):
    left = killed(tmp_path, recovery())
    let_go(abandoned(tmp_path)[0])
    with zipfile.ZipFile(left) as archive:
        told = archive.read("recovery.json")
    damage(left, told.replace(b'"version": 1', b'"version": 2'))
    _, (unread,) = abandoned(tmp_path)
    assert unread.fault.code is FileErrorCode.NEWER and unread.path == left and left.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "recovery").write_bytes(b"a file")
    with pytest.raises(FileError) as caught:
        Session(tmp_path / "recovery").keep(recovery())
    assert caught.value.code is FileErrorCode.NO_ACCESS
    assert abandoned(tmp_path / "recovery") == ([], [])


# ---- locks ---------------------------------------------------------------------------------------
def test_a_lock_is_held_once_and_is_free_after(tmp_path):
    lock = FileLock.take(tmp_path / "a" / "b.lock")
    assert lock is not None and FileLock.take(lock.path) is None
    lock.release()
    assert not lock.path.exists()
    again = FileLock.take(lock.path)
    assert again is not None and again.predecessor == 0
    again.release(remove=False)
    assert FileLock.take(lock.path).predecessor == os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_without_locks_everybody_gets_one(tmp_path, monkeypatch):
    import fcntl

    def unknown(*_):
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(fcntl, "flock", unknown)
    first, second = FileLock.take(tmp_path / "a.lock"), FileLock.take(tmp_path / "a.lock")
    assert first is not None and second is not None and second.predecessor == 0
    for lock in (first, second):
        lock.release()


def test_the_names_are_those_of_processes():
    assert recoveries._process(Path("4711-0.convviz")) == 4711
    assert recoveries._process(Path("mine.convviz")) == 0
