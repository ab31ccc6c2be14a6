"""A file is replaced whole or not at all, and what the system refuses is told."""

from __future__ import annotations

import errno
import os
import stat
import sys

import pytest

from convviz.files import disk
from convviz.files.disk import check_size, read_whole, write_whole
from convviz.files.errors import FileError, FileErrorCode

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")


def refused(act) -> FileErrorCode:
    with pytest.raises(FileError) as caught:
        act()
    return caught.value.code


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "박 요셉.convviz"
    path.write_bytes(b"old")
    return path


def alone(path) -> bool:
    """No other file was left beside it."""
    return os.listdir(path.parent) == [path.name]


def test_a_file_is_written_and_replaced(old):
    write_whole(old, b"new")
    assert old.read_bytes() == b"new" and alone(old)
    old.unlink()
    write_whole(old, b"again")
    assert old.read_bytes() == b"again" and alone(old)


@posix
def test_permissions_and_links_stay(old, tmp_path):
    old.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(old.name)
    write_whole(link, b"new")
    assert link.is_symlink() and old.read_bytes() == b"new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, FileErrorCode.DISK_FULL),
        (errno.EACCES, FileErrorCode.NO_ACCESS),
        (errno.EROFS, FileErrorCode.NO_ACCESS),
        (errno.EBUSY, FileErrorCode.LOCKED),
        (errno.EIO, FileErrorCode.NOT_WRITTEN),
    ],
)
@pytest.mark.parametrize("act", ["open", "write", "fsync", "replace"])
def test_whatever_fails_the_old_file_is_whole_and_alone(old, monkeypatch, number, code, act):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    if act == "write":
        real = os.fdopen

        def broken(*arguments):
            file = real(*arguments)
            return _Full(file, fail)

        monkeypatch.setattr(disk.os, "fdopen", broken)
    else:
        monkeypatch.setattr(disk.os, act, fail)
    assert refused(lambda: write_whole(old, b"new")) is code
    monkeypatch.undo()
    assert old.read_bytes() == b"old" and alone(old)


class _Full:
    """A file that takes nothing."""

    def __init__(self, file, fail):
        self._file, self.write = file, fail

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()


def test_a_file_that_another_program_has_open_on_windows(old, monkeypatch):
    for code in (5, 32):
        denied = PermissionError(errno.EACCES, "denied")
        denied.winerror = code

        def fail(*_, denied=denied):
            raise denied

        monkeypatch.setattr(disk.os, "replace", fail)
        assert refused(lambda: write_whole(old, b"new")) is FileErrorCode.LOCKED
        assert old.read_bytes() == b"old" and alone(old)


def test_a_write_protected_file_is_not_replaced(old):
    old.chmod(stat.S_IREAD)
    assert refused(lambda: write_whole(old, b"new")) is FileErrorCode.NO_ACCESS
    old.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert old.read_bytes() == b"old" and alone(old)


def test_places_that_are_none(tmp_path):
    assert refused(lambda: write_whole(tmp_path / "no" / "a", b"")) is FileErrorCode.NO_FOLDER
    assert refused(lambda: write_whole(tmp_path, b"")) is FileErrorCode.NOT_WRITTEN
    assert refused(lambda: write_whole(tmp_path / "a\0", b"")) is FileErrorCode.NOT_WRITTEN
    assert refused(lambda: read_whole(tmp_path / "gone", 9)) is FileErrorCode.NOT_FOUND
    assert os.listdir(tmp_path) == []


def test_a_crash_before_left_a_file_of_the_name_that_would_be_used(old):
    (old.parent / f".convviz-{os.getpid()}-0.part").write_bytes(b"left")
    write_whole(old, b"new")
    assert old.read_bytes() == b"new"


def test_sizes_are_checked_before_anything_is_opened(old, monkeypatch):
    assert read_whole(old, 3) == b"old"
    monkeypatch.setattr(type(old), "open", None)
    assert refused(lambda: read_whole(old, 2)) is FileErrorCode.TOO_BIG


@posix
def test_what_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(lambda: check_size(tmp_path / "pipe", 9)) is FileErrorCode.NOT_OURS
    assert refused(lambda: check_size(tmp_path, 9)) is FileErrorCode.NOT_OURS
