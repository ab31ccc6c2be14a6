"""Photos of the user's own: read from any file within limits, kept small, upright and opaque."""

from __future__ import annotations

import hashlib
import io
import math
import unicodedata
import warnings
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageOps

from convviz.files.disk import MEGABYTE, read_whole
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.photo_parts import takes_long
from convviz.model.limits import NAME_LIMIT
from convviz.state.photos import OwnPhoto

PHOTO_BYTES_LIMIT = 64 * MEGABYTE
PIXEL_LIMIT = 50_000_000
WEBP_PIXEL_LIMIT = 25_000_000  # whose decoder holds the whole picture four times
SIDE_LIMIT = 200_000  # a picture a pixel wide takes many times the memory of its pixels
LONGEST_SIDE = 2048

FORMATS = ("PNG", "JPEG", "WEBP", "BMP")
_STARTS = (b"\x89PNG", b"\xff\xd8\xff")
_LYING = (5, 6, 7, 8)  # the orientations of a camera held on its side; Exif 2.32, 4.6.4
_DIRECT = {"RGB", "RGBA", "L", "LA", "CMYK", "YCbCr"}  # what shrinks as it is
_DEEP = {"I", "F"}  # grey of 16 bits and more, "I;16" and its byte orders beside these


def read_photo(path: Path) -> OwnPhoto:
    """Return a photo from a file.

    Raises
    ------
    FileError
        As `disk.read_whole` and `photo_of`.
    """
    return photo_of(read_whole(path, PHOTO_BYTES_LIMIT), path.name)


def photo_of(data: bytes, name: str) -> OwnPhoto:
    """Return a photo from the bytes of a PNG, JPEG, WebP or BMP file (pasted, for one).

    It is turned upright as its EXIF says, put on white where it is transparent, made smaller
    where its longer side is over `LONGEST_SIDE`; of an animation the first picture is taken, of
    16 bits the upper 8.

    Raises
    ------
    FileError
        PHOTO_FORMAT when it is none of these; PHOTO_PIXELS and PHOTO_SIDE (values: file, limit)
        and PHOTO_PACKED, before memory and time are taken for it; PHOTO_DAMAGED.
    """
    image = _opened(data, FORMATS, name)
    with image:
        if image.width * image.height > PIXEL_LIMIT:
            raise _too_many_pixels(name)
        if max(image.size) > SIDE_LIMIT:
            raise FileError(FileErrorCode.PHOTO_SIDE, file=name, limit=SIDE_LIMIT)
        orientation = _orientation(image)
        width, height = image.size
        small = _decoded(image, name)
    # What is turned is the small one: `exif_transpose` would load the whole picture first.
    small.info.clear()
    small.getexif()[ExifTags.Base.Orientation] = orientation
    pixels = _read_only(ImageOps.exif_transpose(small))
    size = (height, width) if orientation in _LYING else (width, height)
    return OwnPhoto(photo_id(pixels), _shown_name(name), size, pixels)


def kept_photo(data: bytes, declared: OwnPhoto, file: str) -> OwnPhoto | None:
    """Return a photo as a document keeps it: an RGB PNG of the declared id; None when it is not.

    Raises
    ------
    FileError
        PHOTO_PIXELS (values: file, limit).
    """
    try:
        image = _opened(data, ("PNG",), file)
        with image:
            if max(image.size) > LONGEST_SIDE or image.mode != "RGB":
                return None
            pixels = _read_only(_loaded(image, file))
    except FileError as error:
        if error.code is FileErrorCode.PHOTO_PIXELS:
            raise
        return None
    if photo_id(pixels) != declared.id:
        return None
    return OwnPhoto(declared.id, declared.name, declared.source_size, pixels)


@lru_cache(maxsize=8)
def packed_photo(photo: OwnPhoto) -> bytes:
    """Return a photo as a PNG file; the same photo gives the same bytes."""
    out = io.BytesIO()
    Image.fromarray(photo.pixels).save(out, "PNG", compress_level=6)
    return out.getvalue()


def photo_id(pixels: NDArray[np.uint8]) -> str:
    """Return the id that pixels (H, W, 3) have everywhere."""
    digest = hashlib.sha256(repr(pixels.shape).encode())
    digest.update(pixels.tobytes())
    return f"own-{digest.hexdigest()[:16]}"


def _opened(data: bytes, formats: tuple[str, ...], name: str) -> Image.Image:
    """Return an image whose header has been read, and no more."""
    if takes_long(data):
        raise FileError(FileErrorCode.PHOTO_PACKED, file=name)
    most = min(PIXEL_LIMIT, WEBP_PIXEL_LIMIT) if _is_webp(data) else PIXEL_LIMIT
    if _is_webp(data) and math.prod(_webp_size(data)) > most:
        raise _too_many_pixels(name, most)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(io.BytesIO(data), formats=formats)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except Exception as error:  # a decoder may raise anything
        known = data.startswith(_STARTS) or _is_webp(data)
        code = FileErrorCode.PHOTO_DAMAGED if known else FileErrorCode.PHOTO_FORMAT
        raise FileError(code, file=name) from error


def _is_webp(data: bytes) -> bool:
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def _webp_size(data: bytes) -> tuple[int, int]:
    """Return a WebP's width and height, as its first chunk has them (RFC 9649, 2.5 to 2.7).

    Pillow's decoder takes the memory for the whole picture when it is opened, so the size has to
    be known before.
    """
    chunk, start = data[12:16], data[20:30].ljust(10, b"\0")
    if chunk == b"VP8X":
        return _number(start[4:7]) + 1, _number(start[7:10]) + 1
    if chunk == b"VP8L":
        bits = _number(start[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _number(start[6:8]) & 0x3FFF, _number(start[8:10]) & 0x3FFF


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _decoded(image: Image.Image, name: str) -> Image.Image:
    # A JPEG decodes at 1/2, 1/4 or 1/8 size for far less work and memory.
    image.draft(image.mode, (LONGEST_SIDE, LONGEST_SIDE))
    image = _loaded(image, name)
    try:
        if image.mode not in _DIRECT:
            image = _eight_bits(image)
        elif image.mode in ("RGB", "L") and image.has_transparency_data:
            image = image.convert("RGBA")  # one colour of it is the transparent one
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        if image.mode in ("RGBA", "LA"):
            white = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(white, image.convert("RGBA"))
        return image.convert("RGB")
    except Exception as error:  # so may what follows, on a picture that is half right
        raise FileError(FileErrorCode.PHOTO_DAMAGED, file=name) from error


def _loaded(image: Image.Image, name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image.load()
    except Exception as error:  # a decoder may raise anything
        raise FileError(FileErrorCode.PHOTO_DAMAGED, file=name) from error
    return image


def _orientation(image: Image.Image) -> int:
    """Return how the camera was held, as its EXIF says; 1 is upright."""
    try:
        found = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # EXIF as damaged as may be: the picture is then taken as it lies
        return 1
    return found if isinstance(found, int) else 1


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode in _DEEP or image.mode.startswith("I;16"):
        deep = np.asarray(image)
        return Image.fromarray(np.clip(deep // 256, 0, 255).astype(np.uint8))
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _read_only(image: Image.Image) -> NDArray[np.uint8]:
    pixels = np.array(image, np.uint8)
    pixels.setflags(write=False)
    return pixels


def _shown_name(name: str) -> str:
    """Return a file's name as it is shown: without its ending, and of one way to write Hangul."""
    plain = unicodedata.normalize("NFC", Path(name).stem)
    kept = "".join(c for c in plain if unicodedata.category(c) not in ("Cc", "Cs"))
    return kept.strip()[:NAME_LIMIT] or "photo"


def _too_many_pixels(name: str, most: int = PIXEL_LIMIT) -> FileError:
    return FileError(FileErrorCode.PHOTO_PIXELS, file=name, limit=most // 1_000_000)
