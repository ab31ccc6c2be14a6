"""Where ConvViz keeps what is the user's but no document: its log, recovery files, claims."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def user_folder() -> Path:
    """The folder; it need not exist."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place)
