"""Two windows on one file, and a file that changes under one: both are noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from convviz.files.errors import FileError, FileErrorCode
from convviz.files.locks import FileLock
from convviz.files.open_files import OpenFiles
from convviz.files.projects import Project, read_project, write_project
from convviz.state import intents
from convviz.state.edits import apply_edit, open_document

ROOT = Path(__file__).resolve().parents[2]


def project(filters=5):
    document = open_document("five-filters")
    return Project(apply_edit(document, intents.SetField("conv1", "filters", filters)))


def filters(path):
    return read_project(path).document.network.node("conv1").layer.filters


def refused(act):
    with pytest.raises(FileError) as caught:
        act()
    return caught.value.code


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.convviz"
    write_project(path, project())
    return path


@pytest.fixture
def windows(tmp_path):
    made = [OpenFiles(tmp_path / "open") for _ in range(2)]
    yield made
    for window in made:
        window.keep_only(None)


def test_a_second_window_is_told_and_may_read_all_the_same(windows, file):
    first, second = windows
    first.read(file)
    first.read(file)  # its own
    assert refused(lambda: second.read(file)) is FileErrorCode.IN_USE
    assert second.read(file, shared=True).document.network == project().document.network
    assert refused(lambda: second.write(file, project(3))) is FileErrorCode.IN_USE
    second.share(file)
    second.write(file, project(3))
    assert filters(file) == 3
    assert refused(lambda: first.write(file, project(4))) is FileErrorCode.CHANGED
    assert filters(file) == 3
    first.write(file, project(4), over=True)
    assert filters(file) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_is_the_same_file(windows, file):
    first, second = windows
    first.read(file)
    link = file.with_name("link.convviz")
    link.symlink_to(file)
    assert refused(lambda: second.read(link)) is FileErrorCode.IN_USE


def test_a_file_that_was_left_is_free(windows, file):
    first, second = windows
    first.read(file)
    first.keep_only(None)
    second.read(file)
    assert second.claim(file) and not first.claim(file)


def test_a_file_that_cannot_be_read_is_not_claimed(windows, tmp_path):
    first, second = windows
    path = tmp_path / "none.convviz"
    assert refused(lambda: first.read(path)) is FileErrorCode.NOT_FOUND
    assert second.claim(path)


def test_a_change_by_somebody_else_is_noticed_and_ones_own_is_not(windows, file):
    window = windows[0]
    window.read(file)
    window.write(file, project(2))
    window.write(file, project(3))
    write_project(file, project(6))
    os.utime(file, (1, 1))
    assert refused(lambda: window.write(file, project(4))) is FileErrorCode.CHANGED
    assert filters(file) == 6
    file.unlink()  # there is nothing left to lose
    window.write(file, project(4))
    assert filters(file) == 4


def test_a_stamp_of_an_earlier_run_counts(windows, file):
    first, second = windows
    first.read(file)
    stamp = first.stamp(file)
    first.keep_only(None)
    second.expect(file, stamp)
    second.write(file, project(2))
    os.utime(file, (1, 1))
    first.expect(file, stamp)
    second.keep_only(None)
    assert refused(lambda: first.write(file, project(3))) is FileErrorCode.CHANGED


def test_without_a_folder_for_claims_files_are_opened(tmp_path, file):
    (tmp_path / "open").write_bytes(b"a file")
    window = OpenFiles(tmp_path / "open")
    window.read(file)
    window.write(file, project(2))
    assert filters(file) == 2


def test_another_process_is_noticed_until_it_ends(windows, file, tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from convviz.files.open_files import OpenFiles\n"
        "window = OpenFiles(Path(sys.argv[2]))\n"
        "window.read(Path(sys.argv[1]))\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file), str(tmp_path / "open")], text=True,
        cwd=ROOT, env=dict(os.environ, PYTHONPATH=str(ROOT)),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as other:  # fmt: skip
        assert other.stdout.readline() == "open\n"
        assert refused(lambda: windows[0].read(file)) is FileErrorCode.IN_USE
        other.stdin.close()
        other.wait(timeout=30)
    windows[0].read(file)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_killed_window_leaves_its_file_free_and_clean(windows, file, tmp_path):
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from convviz.files.open_files import OpenFiles\n"
        "file = Path(sys.argv[1])\n"
        "OpenFiles(Path(sys.argv[2])).read(file)\n"
        "file.with_name(f'.convviz-{os.getpid()}-0.part').write_bytes(b'half')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file), str(tmp_path / "open")],
        cwd=ROOT, env=dict(os.environ, PYTHONPATH=str(ROOT)), timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == -9 and list(tmp_path.glob(".convviz-*"))
    windows[0].read(file)
    assert not list(tmp_path.glob(".convviz-*"))


def test_a_lock_whose_file_stays_names_no_killed_process(tmp_path, monkeypatch):
    held = FileLock.take(tmp_path / "a.lock")
    with monkeypatch.context() as kept:

        def refused(*arguments, **options):
            raise PermissionError(13, "somebody has it open")

        kept.setattr(type(tmp_path), "unlink", refused)
        held.release()
    again = FileLock.take(tmp_path / "a.lock")
    assert again.predecessor == 0
    again.release()
