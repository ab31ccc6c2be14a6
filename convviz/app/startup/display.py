"""Whether there is a display, asked before Qt is: Qt would end the process in its own words."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

_WAIT = 2.0  # seconds for a display on another machine
_FIRST_PORT = 6000
_SOCKETS = Path("/", "tmp", ".X11-unix")  # where X servers have theirs, on every system


def display_fault() -> str | None:
    """Why no window can be opened here, in a sentence; None when one can."""
    if not sys.platform.startswith("linux"):
        return None
    named = os.environ.get("QT_QPA_PLATFORM", "")
    if named and not named.startswith(("xcb", "wayland")):
        return None
    if _wayland():
        return None
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "no display found; set DISPLAY, or run under xvfb-run"
    if not _answers(display):
        return f"no display answers at DISPLAY={display}; set DISPLAY, or run under xvfb-run"
    return None


def _wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name).exists()


def _answers(display: str) -> bool:
    """Whether something listens where an X display would."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        path = str(_SOCKETS / f"X{number}")
        return any(_connects(socket.AF_UNIX, address) for address in (path, f"\0{path}"))
    return _connects(socket.AF_INET, (host, _FIRST_PORT + int(number)))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as line:
            line.settimeout(_WAIT)
            line.connect(address)
    except OSError:
        return False
    return True
