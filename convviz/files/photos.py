"""The photos that ship, and one of them as an array of any size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from convviz.files.errors import FileError, FileErrorCode
from convviz.resources import resource

# The largest picture made, 48 MiB as float32: beyond it no value is drawn anyway.
MAX_PICTURE_PIXELS = 2048 * 2048
# The decoder may shrink to no less than this many times the wanted size before the fine resize.
DRAFT_MARGIN = 2


@dataclass(frozen=True)
class Photo:
    """A photo that ships: its file, its title's key and its licence.

    `author` and `licence` are names, so they are the same in every language.
    """

    id: str
    file: str
    title: str
    author: str
    licence: str


PHOTOS: dict[str, Photo] = {
    photo.id: photo
    for photo in (
        Photo("coffee", "coffee.jpg", "photo.coffee", "Rachel Michetti", "CC0 1.0"),
        Photo("chelsea", "chelsea.jpg", "photo.chelsea", "Stéfan van der Walt", "CC0 1.0"),
        Photo("rocket", "rocket.jpg", "photo.rocket", "SpaceX", "public domain"),
        Photo("china", "china.jpg", "photo.china", "danielbuechele", "CC BY 2.0"),
    )
}


def find_photo(photo_id: str) -> Photo:
    """Return the photo with an id.

    Raises
    ------
    FileError
        PHOTO_UNKNOWN (values: photo) when no photo has this id.
    """
    photo = PHOTOS.get(photo_id)
    if photo is None:
        raise FileError(FileErrorCode.PHOTO_UNKNOWN, photo=photo_id)
    return photo


@lru_cache(maxsize=4)
def load_picture(photo_id: str, height: int, width: int) -> NDArray[np.float32]:
    """Return a photo cut about its centre to an aspect ratio and resized, read-only.

    The same id and size give the same array, not a copy.

    Parameters
    ----------
    photo_id : str
        An id of `PHOTOS`.
    height, width : int
        The wanted size in pixels, at most `MAX_PICTURE_PIXELS` in all.

    Returns
    -------
    ndarray (3, height, width) float32
        Red, green and blue, 0 to 1, as stored (sRGB, not linear).

    Raises
    ------
    FileError
        PHOTO_UNKNOWN (values: photo), PICTURE_SIZE (values: height, width, limit),
        PHOTO_MISSING or PHOTO_UNREADABLE (values: photo, file).
    """
    photo = find_photo(photo_id)
    if height < 1 or width < 1 or height * width > MAX_PICTURE_PIXELS:
        raise FileError(
            FileErrorCode.PICTURE_SIZE, height=height, width=width, limit=MAX_PICTURE_PIXELS
        )
    pixels = np.asarray(_decode(photo, height, width), dtype=np.float32)
    picture = np.ascontiguousarray(pixels.transpose(2, 0, 1))
    picture /= np.float32(255)
    picture.setflags(write=False)
    return picture


def photo_path(photo: Photo) -> Path:
    """Return where a photo's file is."""
    return resource("photos", photo.file)


def centre_box(size: tuple[int, int], height: int, width: int) -> tuple[float, float, float, float]:
    """Return the largest box of a wanted aspect ratio about the centre of a picture.

    Parameters
    ----------
    size : tuple of int
        The picture's width and height, in Pillow's order.
    height, width : int
        What gives the aspect ratio.

    Returns
    -------
    tuple of float
        Left, top, right, bottom in pixels.
    """
    full_width, full_height = size
    scale = min(full_width / width, full_height / height)
    left = (full_width - width * scale) / 2
    top = (full_height - height * scale) / 2
    return (left, top, full_width - left, full_height - top)


def _decode(photo: Photo, height: int, width: int) -> Image.Image:
    path = photo_path(photo)
    try:
        with Image.open(path) as image:
            left, top, right, bottom = centre_box(image.size, height, width)
            shrink = DRAFT_MARGIN * max(width / (right - left), height / (bottom - top))
            # A JPEG decodes at 1/2, 1/4 or 1/8 size for far less work.
            image.draft("RGB", (round(image.width * shrink), round(image.height * shrink)))
            return image.convert("RGB").resize(
                (width, height),
                Image.Resampling.LANCZOS,
                box=centre_box(image.size, height, width),
            )
    except FileNotFoundError as error:
        raise FileError(FileErrorCode.PHOTO_MISSING, photo=photo.id, file=photo.file) from error
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise FileError(FileErrorCode.PHOTO_UNREADABLE, photo=photo.id, file=photo.file) from error
