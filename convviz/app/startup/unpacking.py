"""A Windows download that was started from inside its zip file, which must be unpacked first."""

from __future__ import annotations

import re
import sys
from pathlib import PureWindowsPath

from PySide6.QtWidgets import QMessageBox

from convviz import words
from convviz.app.language import switch_language

# The folders that Explorer (Temp1_Name.zip), 7-Zip, WinRAR, Bandizip, ALZip and WinZip make below
# the one for temporary files when a program inside an archive is double-clicked.
_TEMPORARY = {"temp", "tmp"}
_OF_ARCHIVERS = re.compile(
    r"temp\d+_.*|.*\.zip|7z[a-z]*[0-9a-f]{6,}|rar\$.*|bnz\..*|_?az[a-z]*tmp.*|wz[0-9a-f]{3,}",
    re.IGNORECASE,
)


def inside_a_zip(program: str) -> bool:
    """Whether a Windows path is one that a program has when it is started inside an archive."""
    folders = [part.lower() for part in PureWindowsPath(program).parts[1:-1]]
    for place, folder in enumerate(folders):
        if folder in _TEMPORARY:
            return any(_OF_ARCHIVERS.fullmatch(below) for below in folders[place + 1 :])
    return False


def must_be_unpacked() -> bool:
    """Whether this program runs from inside a zip file."""
    frozen = getattr(sys, "frozen", False)
    return sys.platform == "win32" and frozen and inside_a_zip(sys.executable)


def ask_to_unpack() -> int:
    """Say in every language what to do; the exit status."""
    told = []
    for language in ("ko", "en"):
        switch_language(language)
        told.append(words.text("unpack.how"))
    box = QMessageBox(QMessageBox.Icon.Information, words.text("unpack.title"), "\n\n".join(told))
    box.setInformativeText(sys.executable)
    box.exec()
    return 2
