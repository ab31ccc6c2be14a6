"""Photos of one's own: any file that people have, upright, opaque, small, and never a bomb."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from convviz.files import own_photos
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.own_photos import (
    LONGEST_SIDE,
    kept_photo,
    packed_photo,
    photo_of,
    read_photo,
)
from convviz.files.photos import centre_box, load_picture
from convviz.files.pictures import picture_of
from convviz.model.layers import Input, Source
from convviz.state.photos import PHOTO_LIMIT, with_photo

from .drawn_projects import own_photo

RED, BLUE = (250, 10, 10), (10, 10, 250)


def flag(width=64, height=32, mode="RGB"):
    """Red above blue, so that up and down are told apart."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, height // 2, width, height))
    return image.convert(mode)


def file_of(image, kind="PNG", **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def is_flag(photo, tolerance=40) -> bool:
    top, bottom = photo.pixels[2].astype(int), photo.pixels[-3].astype(int)
    return bool(abs(top - RED).max() < tolerance and abs(bottom - BLUE).max() < tolerance)


def refused(data) -> FileErrorCode:
    with pytest.raises(FileError) as caught:
        photo_of(data, "호수.png")
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("BMP", {}),
        ("JPEG", {"quality": 95}),
        ("JPEG", {"quality": 95, "progressive": True}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"quality": 90}),
    ],
)
def test_every_format_is_read(tmp_path, kind, options):
    path = tmp_path / "내 호수.사진"
    path.write_bytes(file_of(flag(), kind, **options))
    photo = read_photo(path)
    assert is_flag(photo)
    assert (photo.name, photo.source_size) == ("내 호수", (64, 32))
    assert photo.pixels.dtype == np.uint8 and photo.pixels.shape == (32, 64, 3)
    assert not photo.pixels.flags.writeable


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_exif_turns_it_upright(orientation, kind):
    """A camera held otherwise: the picture is turned back before it is stored."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = flag() if orientation == 1 else flag().transpose(back[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = photo_of(file_of(image, kind, exif=exif), "a")
    assert is_flag(photo) and photo.source_size == (64, 32)


def test_damaged_exif_does_not_matter():
    data = file_of(flag(), "JPEG", quality=95, exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert is_flag(photo_of(data, "a"))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_lies_on_white(mode):
    image = flag(mode="RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    image.paste((0, 0, 0, 255), (0, 0, 32, 32))
    photo = photo_of(file_of(image.convert(mode)), "a")
    assert (photo.pixels[:, :30] < 20).all() and (photo.pixels[:, 34:] == 255).all()


def test_one_transparent_colour_lies_on_white():
    for mode, colour in (("RGB", BLUE), ("L", 0)):
        image = flag() if mode == "RGB" else Image.new("L", (8, 8), 0)
        pixels = photo_of(file_of(image, transparency=colour), "a").pixels
        assert (pixels[-2:] == 255).all()


@pytest.mark.parametrize("mode", ["L", "1"])
def test_grey_becomes_three_equal_channels(mode):
    pixels = photo_of(file_of(flag(mode=mode)), "a").pixels
    assert (pixels[..., 0] == pixels[..., 1]).all() and (pixels[..., 1] == pixels[..., 2]).all()


def test_sixteen_bits_keep_the_upper_eight():
    deep = np.arange(0, 65536, 256, dtype=np.uint16).reshape(16, 16) + 77
    pixels = photo_of(file_of(Image.fromarray(deep)), "a").pixels
    assert (pixels[..., 0].ravel() == np.arange(256)).all()


def test_cmyk_is_told_from_rgb():
    assert is_flag(photo_of(file_of(flag(mode="CMYK"), "JPEG", quality=95), "a"), 60)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_an_animation_the_first_picture_is_taken(kind):
    other = Image.new("RGB", (64, 32), "white")
    data = file_of(flag(), kind, save_all=True, append_images=[other], duration=100)
    assert is_flag(photo_of(data, "a"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_one_is_made_smaller_and_knows_how_large_it_was(kind):
    photo = photo_of(file_of(flag(5000, 1500), kind), "a")
    assert photo.source_size == (5000, 1500)
    assert max(photo.pixels.shape) == LONGEST_SIDE and photo.pixels.shape[0] in (614, 615)
    assert is_flag(photo)


def header_only(width, height) -> bytes:
    """A PNG that declares a size and has hardly any data."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", size), chunk(b"IDAT", zlib.compress(bytes(99))), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    "size", [(100_000, 100_000), (8000, 8000), (2**31 - 1, 1), (12_000, 9_000)]
)
def test_a_picture_too_large_is_refused_by_its_header(size, monkeypatch):
    monkeypatch.setattr(Image.Image, "load", None)
    assert refused(header_only(*size)) is FileErrorCode.PHOTO_PIXELS


@pytest.mark.parametrize("options", [{"lossless": True}, {"quality": 50}, {"exif": b"Exif"}])
def test_a_webp_too_large_is_refused_before_its_decoder_is_made(options, monkeypatch):
    data = file_of(Image.new("RGB", (301, 200)), "WEBP", **options)
    monkeypatch.setattr(own_photos, "PIXEL_LIMIT", 301 * 200)
    assert photo_of(data, "a").source_size == (301, 200)
    monkeypatch.setattr(own_photos, "PIXEL_LIMIT", 301 * 200 - 1)
    monkeypatch.setattr(Image, "open", None)
    assert refused(data) is FileErrorCode.PHOTO_PIXELS


def test_what_is_no_picture_or_a_damaged_one_says_so():
    assert refused(b"") is FileErrorCode.PHOTO_FORMAT
    assert refused(b"GIF89a" + bytes(30)) is FileErrorCode.PHOTO_FORMAT
    assert refused(file_of(flag(), "GIF")) is FileErrorCode.PHOTO_FORMAT
    assert refused(file_of(flag(), "TIFF")) is FileErrorCode.PHOTO_FORMAT
    assert refused(header_only(64, 64)) is FileErrorCode.PHOTO_DAMAGED
    noise = Image.effect_noise((200, 200), 50).convert("RGB")
    for kind in ("PNG", "JPEG", "WEBP", "BMP"):
        data = file_of(noise, kind)
        assert refused(data[: len(data) // 2]) is FileErrorCode.PHOTO_DAMAGED, kind


def test_the_id_is_the_pixels_and_the_packed_photo_comes_back():
    one, same = (photo_of(file_of(flag(), kind), "a") for kind in ("PNG", "BMP"))
    other = photo_of(file_of(flag(32, 64)), "a")
    assert one.id == same.id != other.id
    data = packed_photo(one)
    back = kept_photo(data, one, "a")
    assert back == one and (back.pixels == one.pixels).all()
    assert kept_photo(data, other, "a") is None
    assert kept_photo(file_of(flag(), "BMP"), one, "a") is None
    assert kept_photo(file_of(flag(mode="L")), one, "a") is None


# ---- what an input shows of it ---------------------------------------------------------------
def test_a_crop_is_cut_out_and_keeps_its_proportions():
    photo = photo_of(file_of(flag(400, 200)), "a")
    for frame, colour in (((0, 0, 1, 0.4), RED), ((0, 0.6, 1, 1), BLUE)):
        layer = Input(3, 8, 8, Source.PHOTO, photo.id, crop=frame)
        assert np.abs(picture_of(layer, (photo,)).mean(axis=(1, 2)) * 255 - colour).max() < 12
    left, top, right, bottom = centre_box((400, 200), 10, 20, (0.5, 0.0, 1.0, 1.0))
    assert (left, top, right, bottom) == (200, 50, 400, 150)


def test_a_photo_that_ships_is_cropped_alike():
    whole = load_picture("coffee", 64, 64)
    assert (picture_of(Input(3, 64, 64, Source.PHOTO, crop=(0.0, 0.0, 1.0, 1.0))) == whole).all()
    part = picture_of(Input(3, 64, 64, Source.PHOTO, crop=(0.0, 0.0, 0.3, 0.3)))
    assert part.shape == whole.shape and (part != whole).any()


def test_an_input_without_a_photo_needs_none_and_an_own_one_must_be_there():
    assert picture_of(Input(3, 8, 8, Source.NOISE, "own-gone")) is None
    with pytest.raises(FileError) as caught:
        picture_of(Input(3, 8, 8, Source.PHOTO, "own-gone"))
    assert caught.value.code is FileErrorCode.PHOTO_UNKNOWN


def test_a_document_holds_few_photos_and_lets_go_of_one_that_is_not_used():
    photos = ()
    several = [own_photo(seed=n) for n in range(PHOTO_LIMIT + 1)]
    for photo in several[:-1]:
        photos = with_photo(photos, photo, frozenset())
    assert with_photo(photos, several[1], frozenset())[-1] == several[1]
    photos = with_photo(photos, several[-1], frozenset({several[0].id}))
    assert photos == (several[0], *several[2:])
