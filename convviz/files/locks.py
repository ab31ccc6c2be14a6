"""Locks between processes, which the system lets go of however a process ends: kill -9 too.

Not the library filelock: it empties the file of whoever holds it, so nobody learns who was killed,
always takes the file away at the end, and gives no lock where a network folder knows none.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_ATTEMPTS = 10
_DIGITS = 20

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """A lock that this process holds; `FileLock.take` makes one.

    Attributes
    ----------
    path : Path
        The file that stands for it; it says nothing by being there.
    predecessor : int
        The process that had it last and was killed, 0 where there was none.
    """

    def __init__(self, path: Path, handle: int, predecessor: int) -> None:
        self.path, self._handle, self.predecessor = path, handle, predecessor

    @classmethod
    def take(cls, path: Path) -> FileLock | None:
        """Take a lock; None while somebody holds it, in this process or another.

        On a file system that knows no locks everybody gets it.

        Raises
        ------
        OSError
            When its file cannot be made.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(_ATTEMPTS):
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            known = True
            try:
                _lock(handle)
            except OSError as error:
                known = False
                if error.errno in _HELD:
                    os.close(handle)
                    return None
            if _still_there(path, handle):
                predecessor = _signed(handle)
                return cls(path, handle, predecessor if known else 0)
            os.close(handle)  # whoever had it took its file away in between
        return None

    def release(self, remove: bool = True) -> None:
        """Let go of it; its file goes too, unless something there still needs it."""
        if remove:
            with contextlib.suppress(OSError):  # where the file stays, it names no killed process
                os.ftruncate(self._handle, 0)
            with contextlib.suppress(OSError):  # Windows keeps files that are open
                self.path.unlink()
        os.close(self._handle)
        if remove and sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()


def _signed(handle: int) -> int:
    """Put this process's number into a lock's file; return the one that was there."""
    found = os.read(handle, _DIGITS)
    with contextlib.suppress(OSError):  # a full disk: the lock holds without
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode())
    return int(found) if found.isdigit() else 0


def _still_there(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except OSError:
        return False
