"""The photos that ship, and one of them as an array of any size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from convviz.files.errors import FileError, FileErrorCode
from convviz.model.layers.input import Frame
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
def load_picture(
    photo_id: str, height: int, width: int, crop: Frame | None = None
) -> NDArray[np.float32]:
    """Return a photo cut about its centre to an aspect ratio and resized, read-only.

    The same id and size give the same array, not a copy.

    Parameters
    ----------
    photo_id : str
        An id of `PHOTOS`.
    height, width : int
        The wanted size in pixels, at most `MAX_PICTURE_PIXELS` in all.
    crop : tuple of float or None
        The part to cut from: left, top, right, bottom as shares of the photo; None: all of it.

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
    check_size(height, width)
    return as_picture(_decode(photo, height, width, crop))


def check_size(height: int, width: int) -> None:
    """Check that a picture of that size may be made.

    Raises
    ------
    FileError
        PICTURE_SIZE (values: height, width, limit).
    """
    if height < 1 or width < 1 or height * width > MAX_PICTURE_PIXELS:
        raise FileError(
            FileErrorCode.PICTURE_SIZE, height=height, width=width, limit=MAX_PICTURE_PIXELS
        )


def as_picture(image: Image.Image) -> NDArray[np.float32]:
    """Return an RGB image as (3, H, W) float32, 0 to 1, read-only."""
    pixels = np.asarray(image, dtype=np.float32)
    picture = np.ascontiguousarray(pixels.transpose(2, 0, 1))
    picture /= np.float32(255)
    picture.setflags(write=False)
    return picture


def photo_path(photo: Photo) -> Path:
    """Return where a photo's file is."""
    return resource("photos", photo.file)


def centre_box(
    size: tuple[int, int], height: int, width: int, crop: Frame | None = None
) -> tuple[float, float, float, float]:
    """Return the largest box of a wanted aspect ratio about the centre of a picture or a part.

    Parameters
    ----------
    size : tuple of int
        The picture's width and height, in Pillow's order.
    height, width : int
        What gives the aspect ratio.
    crop : tuple of float or None
        The part, as shares of the picture; None: all of it.

    Returns
    -------
    tuple of float
        Left, top, right, bottom in pixels.
    """
    full_width, full_height = size
    start_x, start_y, end_x, end_y = crop or (0.0, 0.0, 1.0, 1.0)
    part_width, part_height = full_width * (end_x - start_x), full_height * (end_y - start_y)
    scale = min(part_width / width, part_height / height)
    left = full_width * start_x + (part_width - width * scale) / 2
    top = full_height * start_y + (part_height - height * scale) / 2
    # Rounding may carry an end past the edge by a billionth, which no resize accepts.
    right, bottom = left + width * scale, top + height * scale
    return (max(left, 0), max(top, 0), min(right, full_width), min(bottom, full_height))


def _decode(photo: Photo, height: int, width: int, crop: Frame | None) -> Image.Image:
    path = photo_path(photo)
    try:
        with Image.open(path) as image:
            left, top, right, bottom = centre_box(image.size, height, width, crop)
            shrink = DRAFT_MARGIN * max(width / (right - left), height / (bottom - top))
            # A JPEG decodes at 1/2, 1/4 or 1/8 size for far less work.
            image.draft("RGB", (round(image.width * shrink), round(image.height * shrink)))
            return image.convert("RGB").resize(
                (width, height),
                Image.Resampling.LANCZOS,
                box=centre_box(image.size, height, width, crop),
            )
    except FileNotFoundError as error:
        raise FileError(FileErrorCode.PHOTO_MISSING, photo=photo.id, file=photo.file) from error
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise FileError(FileErrorCode.PHOTO_UNREADABLE, photo=photo.id, file=photo.file) from error
