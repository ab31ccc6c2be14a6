"""Memory that the program has done with, given back to the system.

Linux's C library keeps what large arrays leave behind, a hundred megabytes after some documents;
the others give it back by themselves.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys


def give_back() -> None:
    """Give back what is free; some milliseconds."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):  # a C library without it: musl
        ctypes.CDLL(None).malloc_trim(0)
