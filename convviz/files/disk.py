"""Whole files in and out: sizes are checked before reading, and a file is replaced at once or not.

What the operating system refuses becomes a coded error.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from convviz.files.errors import FileError, FileErrorCode

MEGABYTE = 1_000_000
_ACCESS = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_LOCKED = {errno.EBUSY, getattr(errno, "ETXTBSY", errno.EBUSY)}
_ABSENT = {errno.ENOENT, errno.ENOTDIR}
_WINDOWS_LOCKED = {32, 33}  # a sharing or a lock violation
_WINDOWS_DENIED = 5  # also when a file that another program has open is to be replaced
_ATTEMPTS = 100
_PART = ".part"  # ends the name of a new file until it takes the old one's place

Stamp = tuple[int, int]  # when a file was last modified, in nanoseconds; its size in bytes


def check_size(path: Path, limit: int) -> int:
    """Return a file's size in bytes, having opened nothing.

    Raises
    ------
    FileError
        NOT_FOUND, NO_ACCESS, NOT_READ; NOT_OURS for a folder or a device; TOO_BIG (values: limit).
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise read_error(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise FileError(FileErrorCode.NOT_OURS, file=path.name)
    if found.st_size > limit:
        raise FileError(FileErrorCode.TOO_BIG, file=path.name, limit=limit // MEGABYTE)
    return found.st_size


def stamp_of(path: Path) -> Stamp | None:
    """Return what tells whether a file has changed since; None where there is none to be seen."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def read_whole(path: Path, limit: int) -> bytes:
    """Return the bytes of a file of at most `limit` bytes.

    Raises
    ------
    FileError
        As `check_size`; LOCKED.
    """
    check_size(path, limit)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise read_error(path, error) from error
    if len(data) > limit:  # it has grown since
        raise FileError(FileErrorCode.TOO_BIG, file=path.name, limit=limit // MEGABYTE)
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in a file's place: all of it, or the old file stays as it was.

    The bytes go to a new file in the same folder, onto the disk, and then into the old one's
    place in a single step. A link is followed, and what it leads to is replaced.

    Raises
    ------
    FileError
        NO_ACCESS, LOCKED, DISK_FULL, NO_FOLDER, NOT_WRITTEN.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put several files in place, as `write_whole` does one: nothing of any before all are on disk.

    Only a system that fails between two renames leaves the first of them.

    Raises
    ------
    FileError
        As `write_whole`.
    """
    parts: list[_Part] = []
    try:
        for path, data in files.items():
            parts.append(_begin(path))
            _fill(parts[-1], data)
        for part in parts:
            try:
                os.replace(part.file, part.target)
            except OSError as error:
                raise write_error(part.path, error, replacing=part.mode is not None) from error
    finally:
        for part in parts:
            with contextlib.suppress(OSError):
                part.file.unlink(missing_ok=True)
    for folder in {part.target.parent for part in parts}:
        _settle(folder)


class _Part(NamedTuple):
    """A new file that is to take another's place, and the permissions of that one, if it is."""

    path: Path
    target: Path
    mode: int | None
    handle: int
    file: Path


def _begin(path: Path) -> _Part:
    try:
        target = Path(os.path.realpath(path))
        mode = _present_mode(target)
        if mode is not None and not mode & 0o222:
            raise FileError(FileErrorCode.NO_ACCESS, file=path.name)
        return _Part(path, target, mode, *_new_file(target.parent))
    except (OSError, ValueError) as error:
        raise write_error(path, error) from error


def _fill(part: _Part, data: bytes) -> None:
    try:
        with os.fdopen(part.handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if part.mode is not None:
            os.chmod(part.file, part.mode)
    except OSError as error:
        raise write_error(part.path, error, replacing=part.mode is not None) from error


def _present_mode(target: Path) -> int | None:
    """Return the permissions of the file that is there, None where none is."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "not a file")
    return stat.S_IMODE(found.st_mode)


def _new_file(folder: Path) -> tuple[int, Path]:
    """Open a new file beside the one to replace, for writing; nobody else has it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for attempt in range(_ATTEMPTS):
        part = folder / f"{_part_start(os.getpid())}{attempt}{_PART}"
        with contextlib.suppress(FileExistsError):
            return os.open(part, flags, 0o666), part
    raise FileExistsError(errno.EEXIST, "no free name")


def clear_parts(folder: Path, process: int) -> None:
    """Take away what a process that was killed while it wrote had begun in a folder."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(_part_start(process)) and name.endswith(_PART):
                with contextlib.suppress(OSError):
                    Path(folder, name).unlink()


def _part_start(process: int) -> str:
    return f".convviz-{process}-"


def _settle(folder: Path) -> None:
    """Have the new name on the disk too, where the system lets a folder be opened."""
    if hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def read_error(path: Path, error: Exception) -> FileError:
    """Return the coded error for what the system said when a file was read."""
    number = getattr(error, "errno", None)
    code = FileErrorCode.NOT_READ
    if getattr(error, "winerror", None) in _WINDOWS_LOCKED or number in _LOCKED:
        code = FileErrorCode.LOCKED
    elif number in _ABSENT:
        code = FileErrorCode.NOT_FOUND
    elif number in _ACCESS:
        code = FileErrorCode.NO_ACCESS
    return FileError(code, file=path.name)


def write_error(path: Path, error: Exception, replacing: bool = False) -> FileError:
    """Return the coded error for what the system said when a file was written."""
    number, windows = getattr(error, "errno", None), getattr(error, "winerror", None)
    locked = windows in _WINDOWS_LOCKED or (windows == _WINDOWS_DENIED and replacing)
    code = FileErrorCode.NOT_WRITTEN
    if locked or number in _LOCKED:
        code = FileErrorCode.LOCKED
    elif number in _FULL:
        code = FileErrorCode.DISK_FULL
    elif number in _ABSENT:
        code = FileErrorCode.NO_FOLDER
    elif number in _ACCESS:
        code = FileErrorCode.NO_ACCESS
    return FileError(code, file=path.name)
