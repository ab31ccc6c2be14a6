"""The log of what went wrong unexpectedly, in the user's folder; it never grows beyond a limit."""

from __future__ import annotations

import platform
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion

from convviz import __version__
from convviz.app.documents.user_folder import user_folder

LIMIT = 256 * 1024  # bytes, of each of the two files


def log_file() -> Path:
    """Where the log is; it need not exist."""
    return user_folder() / "faults.log"


def details(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> str:
    """All that whoever mends it needs to know, and nothing of what the user has open."""
    frozen = "bundle" if getattr(sys, "frozen", False) else "source"
    made = (
        f"ConvViz {__version__} ({frozen}), Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.platform()}, {platform.machine()}",
        time.strftime("%Y-%m-%d %H:%M:%S %z"),
        "",
    )
    return "\n".join(made) + "".join(traceback.format_exception(kind, fault, trace))


def write_log(text: str, path: Path | None = None) -> Path | None:
    """Add to the log; returns its path, None where nothing can be written."""
    path = path or log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LIMIT:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(text[-LIMIT:] + "\n\n")
    except OSError:
        return None
    return path
