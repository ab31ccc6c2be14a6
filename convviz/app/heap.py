"""Memory that the program has done with, given back to the system.

Linux's C library keeps what large arrays leave behind, a hundred megabytes after some documents;
the others give it back by themselves.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys

# Of mallopt(3): from this size on an array is a mapping of its own, which goes back with it. Left
# alone, the library raises the bound with every large array that it sees, up to 32 MiB.
_MMAP_THRESHOLD, _OWN_MAPPING = -3, 256 * 1024
# And threads share one heap: a few computing threads' own ones are mostly holes.
_ARENA_MAX, _ONE = -8, 1


def keep_small() -> None:
    """Have what is large go back at once; before the first thread, for the whole process."""
    _call("mallopt", _MMAP_THRESHOLD, _OWN_MAPPING)
    _call("mallopt", _ARENA_MAX, _ONE)


def give_back() -> None:
    """Give back what is free; some milliseconds."""
    _call("malloc_trim", 0)


def _call(name: str, *numbers: int) -> None:
    """Call the C library, where it has such a way: musl has none of them."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            getattr(ctypes.CDLL(None), name)(*numbers)
