"""Small pictures of the photos that an input may take, made once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap

from convviz.state.photos import OwnPhoto

SMALL = 512  # longest side, pixels
ICON = QSize(27, 18)


class PhotoPictures:
    """The photos that ship, by id and file, and the document's own."""

    def __init__(self, shipped: Mapping[str, Path | None]) -> None:
        self.shipped = shipped
        self.own: tuple[OwnPhoto, ...] = ()

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all photos, those that ship first."""
        return (*self.shipped, *(photo.id for photo in self.own))

    def name(self, photo: str) -> str | None:
        """Give the name of an own photo."""
        return next((each.name for each in self.own if each.id == photo), None)

    def picture(self, photo: str) -> QPixmap | None:
        """Give a photo, made smaller; None where there is none."""
        for own in self.own:
            if own.id == photo:
                return _own_picture(own)
        path = self.shipped.get(photo)
        return None if path is None else _shipped_picture(str(path))

    def size(self, photo: str) -> tuple[int, int] | None:
        """Give a photo's width and height in full."""
        for own in self.own:
            if own.id == photo:
                return own.source_size
        path = self.shipped.get(photo)
        return None if path is None else _shipped_size(str(path))

    def icon(self, photo: str) -> QIcon:
        """Give a photo as an icon, cut to one shape."""
        whole = self.picture(photo)
        if whole is None or whole.isNull():
            return QIcon()
        return _icon(whole)


def _icon(whole: QPixmap) -> QIcon:
    expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    size = ICON * 2  # for screens of two pixels to the logical one
    fit = whole.scaled(size, expanding, Qt.TransformationMode.SmoothTransformation)
    left, top = (fit.width() - size.width()) // 2, (fit.height() - size.height()) // 2
    return QIcon(fit.copy(left, top, size.width(), size.height()))


@lru_cache(maxsize=8)
def _own_picture(photo: OwnPhoto) -> QPixmap:
    height, width, _ = photo.pixels.shape
    image = QImage(photo.pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(_smaller(image))


@lru_cache(maxsize=8)
def _shipped_picture(path: str) -> QPixmap:
    reader = QImageReader(path)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > SMALL:
        reader.setScaledSize(size.scaled(SMALL, SMALL, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


@lru_cache(maxsize=8)
def _shipped_size(path: str) -> tuple[int, int]:
    size = QImageReader(path).size()
    return size.width(), size.height()


def _smaller(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= SMALL:
        return image.copy()
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(SMALL, SMALL, keep, smooth)
