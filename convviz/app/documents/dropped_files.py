"""What a file that is dropped or pasted is good for."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData

from convviz.files.network_json import SUFFIX

PHOTO_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp")
ARRAY_ENDING = ".npy"


class Use(Enum):
    """What a file is good for; the value is the key of the sentence that says so."""

    DOCUMENT = "drop.document"
    PHOTO = "drop.photo"
    WEIGHTS = "drop.weights"
    NOTHING = "drop.nothing"


def dropped_file(data: QMimeData) -> Path | None:
    """The first file of this computer in what was dropped or pasted."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next(paths, None)


def use_of(path: Path) -> Use:
    """What a file is good for, by its ending."""
    ending = path.suffix.lower()
    if ending == SUFFIX:
        return Use.DOCUMENT
    if ending in PHOTO_ENDINGS:
        return Use.PHOTO
    return Use.WEIGHTS if ending == ARRAY_ENDING else Use.NOTHING
