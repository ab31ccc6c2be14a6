"""Whether the last start of OpenGL ended in a crash, which makes this one safe.

A lock stands for a start on its way: whoever is killed leaves its file behind, and a second
window that starts at the same time is told from a crash.
"""

from __future__ import annotations

from pathlib import Path

from convviz.app.documents.user_folder import user_folder
from convviz.files.locks import FileLock

_on_the_way: list[FileLock] = []


def mark() -> Path:
    """The file that a start on its way holds."""
    return user_folder() / "opengl-starts.lock"


def begin() -> bool:
    """Note that OpenGL is starting, before the first call into the driver.

    Returns
    -------
    bool
        False when the last start began OpenGL and never drew with it: nothing is noted then, and
        the next start tries again.
    """
    if _on_the_way:
        return True
    try:
        lock = FileLock.take(mark())
    except OSError:
        return True  # a crash here cannot be noted
    if lock is None:
        return True  # another process is at it, and notes its own
    if lock.predecessor:
        lock.release()
        return False
    _on_the_way.append(lock)
    return True


def end() -> None:
    """Note that it drew, or will not be asked to."""
    while _on_the_way:
        _on_the_way.pop().release()
