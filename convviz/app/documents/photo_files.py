"""The photos that ship, for the panel that shows them."""

from __future__ import annotations

from pathlib import Path

from convviz.files.photos import PHOTOS, photo_path


def shipped_photos() -> dict[str, Path]:
    """The file of each photo that an input may take, by its id."""
    return {photo.id: photo_path(photo) for photo in PHOTOS.values()}
