"""Recovery files: what a window has open and has not saved, kept for when its process is killed.

A window that has something to lose has two files in the user's folder, named after its process:

======================  =======================================================================
4711-0.convviz          the document, as `projects` writes it and not compressed, and beside it
                        recovery.json: where it was saved, the story's time, and when this was
4711-0.lock             held for as long as the process lives (`locks.FileLock`)
======================  =======================================================================

Whoever gets the lock of another's recovery file owns that file: its process is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from convviz.files.archive import Archive, packed
from convviz.files.disk import Stamp, clear_parts, write_error, write_whole
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.fields import JSON_LIMIT, Field, parsed
from convviz.files.locks import FileLock
from convviz.files.network_json import SUFFIX
from convviz.files.projects import Project, project_entries, project_in, read_project
from convviz.model.documents import known

_ENTRY = "recovery.json"
_FORMAT, _VERSION = "convviz-recovery", 1
_LOCK = ".lock"
_ASIDE = "aside"
_LONGEST_PATH, _LONGEST_TIME = 32_768, 1e12
_LATEST = 2**63  # of a file's time in nanoseconds
_NAMES = 10_000
# A later start may read these; what is damaged stays so.
_PASSING = {
    FileErrorCode.NO_ACCESS,
    FileErrorCode.LOCKED,
    FileErrorCode.NOT_FOUND,
    FileErrorCode.NOT_READ,
    FileErrorCode.NEWER,
}


@dataclass(frozen=True)
class Recovery:
    """What a recovery file keeps.

    Attributes
    ----------
    project : Project
        Its document names the file it was saved in.
    time : float
        Story seconds.
    kept : float
        When it was kept, in seconds since 1970.
    stamp : Stamp or None
        Of the file it was saved in, when that was read or written last.
    """

    project: Project
    time: float
    kept: float
    stamp: Stamp | None = None


@dataclass(frozen=True, eq=False)
class Found:
    """A recovery file that a killed process left, and is this one's now.

    Attributes
    ----------
    path : Path
    lock : FileLock
    document, file : str
        Id of the document, and the file it was saved in (empty where there is none).
    kept : float
        As in `Recovery`.
    """

    path: Path
    lock: FileLock
    document: str
    file: str
    kept: float


@dataclass(frozen=True)
class Unread:
    """A recovery file that cannot be read: why, and where it is kept."""

    path: Path
    fault: FileError


class Session:
    """The recovery file of one window. One thread uses it.

    Parameters
    ----------
    folder : Path
        Made when there is something to keep.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: FileLock | None = None

    @property
    def path(self) -> Path | None:
        """The recovery file, None before there was one."""
        return None if self._lock is None else self._lock.path.with_suffix(SUFFIX)

    @property
    def keeps(self) -> bool:
        """Whether something is kept."""
        return self.path is not None and self.path.exists()

    def keep(self, recovery: Recovery) -> None:
        """Keep this, in place of what was kept.

        Raises
        ------
        FileError
            TOO_BIG, NO_ACCESS, LOCKED, DISK_FULL, NO_FOLDER, NOT_WRITTEN.
        """
        if self._lock is None:
            self._lock = self._claimed()
        path = self._lock.path.with_suffix(SUFFIX)
        entries = project_entries(recovery.project, path.name)
        entries[_ENTRY] = _as_json(recovery)
        write_whole(path, packed(entries, frozenset(entries)))

    def drop(self) -> None:
        """Take the recovery file away: what it kept is saved, or was given up by the user."""
        if self.path is not None:
            with contextlib.suppress(OSError):
                self.path.unlink()

    def adopt(self, found: Found) -> None:
        """Make another's recovery file this window's own; it stays until something is saved.

        Raises
        ------
        FileError
            NO_ACCESS, NO_FOLDER, NOT_WRITTEN.
        """
        if self._lock is None:
            self._lock = self._claimed()
        try:  # a single step: there is one recovery file at any moment
            os.replace(found.path, self._lock.path.with_suffix(SUFFIX))
        except OSError as error:
            raise write_error(found.path, error) from error
        found.lock.release()

    def end(self) -> None:
        """Take everything away: the window closes in good order."""
        self.drop()
        if self._lock is not None:
            with contextlib.suppress(OSError):
                self._lock.release()
            self._lock = None

    def _claimed(self) -> FileLock:
        try:
            for number in range(_NAMES):
                path = self._folder / f"{os.getpid()}-{number}{_LOCK}"
                lock = FileLock.take(path)
                if lock is None:
                    continue
                if not path.with_suffix(SUFFIX).exists():
                    return lock
                lock.release(remove=False)  # of a process that had this number before
        except OSError as error:
            raise FileError(FileErrorCode.NO_ACCESS, file=self._folder.name) from error
        raise FileError(FileErrorCode.NOT_WRITTEN, file=self._folder.name)


def abandoned(folder: Path) -> tuple[list[Found], list[Unread]]:
    """Take over what killed processes left: the newest first, and what of it cannot be read.

    What is damaged is kept aside, and not met again. What the saved file holds already is no loss
    and is taken away, and so is what a killed process had begun to write.
    """
    found: list[Found] = []
    unread: list[Unread] = []
    locks, living = _free_locks(folder)
    for lock in locks:
        path = lock.path.with_suffix(SUFFIX)
        process = _process(path)
        if process not in living:
            clear_parts(folder, process)
        try:
            recovery = read_recovery(path)
        except FileError as fault:
            if path.exists():
                unread.append(Unread(_set_aside(path, fault), fault))
            lock.release(remove=not path.exists())
            continue
        document = recovery.project.document
        if document.file and process not in living:
            clear_parts(Path(os.path.realpath(document.file)).parent, process)
        each = Found(path, lock, document.id, document.file, recovery.kept)
        if _is_saved(recovery.project):
            discard(each)
        else:
            found.append(each)
    return sorted(found, key=lambda each: -each.kept), unread


def read_recovery(path: Path) -> Recovery:
    """Return what a recovery file keeps.

    Raises
    ------
    FileError
        As `projects.read_project`.
    """
    with Archive(path) as archive:
        project = project_in(archive, frozenset((_ENTRY,)))
        try:
            told = Field(parsed(archive.read(_ENTRY, JSON_LIMIT)), "", path.name)
        except (ValueError, RecursionError) as error:
            raise archive.damaged() from error
    told.keys(("format", "version", "file", "time", "kept", "stamp"))
    if told.get("format").value != _FORMAT:
        raise told.get("format").wrong()
    version = told.get("version").whole(1, _LATEST)
    if version > _VERSION:
        raise FileError(FileErrorCode.NEWER, file=path.name, version=version)
    file = told.get("file").value
    if not isinstance(file, str) or len(file) > _LONGEST_PATH or "\0" in file:
        raise told.get("file").wrong()
    if not file and not known(project.document.id):
        raise told.get("file").wrong()
    return Recovery(
        project=replace(project, document=replace(project.document, file=file)),
        time=told.get("time").number(0, _LONGEST_TIME),
        kept=told.get("kept").number(0, _LONGEST_TIME),
        stamp=_stamp(told.get("stamp")),
    )


def discard(found: Found) -> None:
    """Take a recovery file away, as the user asked."""
    with contextlib.suppress(OSError):
        found.path.unlink()
    found.lock.release()


def _as_json(recovery: Recovery) -> bytes:
    value: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "file": recovery.project.document.file,
        "time": recovery.time,
        "kept": recovery.kept,
        "stamp": None if recovery.stamp is None else list(recovery.stamp),
    }
    return json.dumps(value, allow_nan=False).encode()  # paths may hold what UTF-8 does not


def _stamp(field: Field) -> Stamp | None:
    if field.value is None:
        return None
    numbers = [each.whole(0, _LATEST) for each in field.items(2)]
    if len(numbers) != 2:
        raise field.wrong()
    return numbers[0], numbers[1]


def _free_locks(folder: Path) -> tuple[list[FileLock], set[int]]:
    """Take the locks that nobody holds; and the processes that hold the others."""
    free: list[FileLock] = []
    living: set[int] = set()
    for stem in sorted(_stems(folder)):
        path = folder / f"{stem}{_LOCK}"
        with contextlib.suppress(OSError):
            lock = FileLock.take(path)
            if lock is None:
                living.add(_process(path))
            else:
                free.append(lock)
    return free, living


def _stems(folder: Path) -> set[str]:
    try:
        paths = [Path(name) for name in os.listdir(folder)]
    except OSError:
        return set()
    return {path.stem for path in paths if path.suffix in (_LOCK, SUFFIX) and _process(path)}


def _process(path: Path) -> int:
    """Return the number of the process that a file is named after, 0 where it is not."""
    process, _, number = path.stem.partition("-")
    return int(process) if process.isdecimal() and number.isdecimal() else 0


def _is_saved(project: Project) -> bool:
    """Whether the file that a document was saved in holds all of it."""
    file = project.document.file
    if not file:
        return False
    try:
        saved = read_project(Path(file))
    except FileError:
        return False
    return project_entries(saved, file) == project_entries(project, file)


def _set_aside(path: Path, fault: FileError) -> Path:
    if fault.code in _PASSING:
        return path
    for place in _places_aside(path):
        try:
            place.parent.mkdir(exist_ok=True)
            if not place.exists():
                path.rename(place)
                return place
        except OSError:
            break
    return path


def _places_aside(path: Path) -> Iterator[Path]:
    for number in range(_NAMES):
        yield path.parent / _ASIDE / f"{path.stem}-{number}{SUFFIX}"
