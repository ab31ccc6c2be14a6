"""The photos that ship: real, licensed, and right at any size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from convviz.files import photos
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.photos import PHOTOS, Photo, centre_box, load_picture, photo_path
from convviz.resources import resource

IMAGE_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


@pytest.fixture
def damaged_photos(tmp_path, monkeypatch):
    """Photos whose files are missing, no picture, and cut short, in a table of their own."""
    (tmp_path / "words.jpg").write_text("not a picture")
    whole = resource("photos", "coffee.jpg").read_bytes()
    (tmp_path / "short.jpg").write_bytes(whole[: len(whole) // 3])
    table = {
        name: Photo(name, f"{name}.jpg", "photo.coffee", "nobody", "none")
        for name in ("absent", "words", "short")
    }
    monkeypatch.setattr(photos, "PHOTOS", table)
    monkeypatch.setattr(photos, "photo_path", lambda photo: tmp_path / photo.file)
    load_picture.cache_clear()
    yield
    load_picture.cache_clear()


def test_at_least_three_photos_ship():
    assert len(PHOTOS) >= 3
    assert all(photo_id == photo.id for photo_id, photo in PHOTOS.items())


def test_every_file_is_in_the_table_and_has_a_licence():
    folder = resource("photos")
    files = {path.name for path in folder.iterdir() if path.suffix in IMAGE_SUFFIXES}
    assert files == {photo.file for photo in PHOTOS.values()}
    licences = (folder / "LICENCES.md").read_text(encoding="utf-8").splitlines()
    for photo in PHOTOS.values():
        (row,) = [line for line in licences if line.startswith(f"| {photo.file} |")]
        assert photo.author in row
        assert photo.licence in row


@pytest.mark.parametrize("photo_id", PHOTOS)
def test_a_stored_photo_is_a_colour_photo_of_modest_size(photo_id):
    path = photo_path(PHOTOS[photo_id])
    assert path.stat().st_size < 200_000
    with Image.open(path) as image:
        assert image.mode == "RGB"
        assert 224 <= min(image.size) <= max(image.size) <= 1024
        pixels = np.asarray(image, dtype=float)
    assert np.ptp(pixels, axis=2).mean() > 15, "hardly any colour"
    assert pixels.std() > 30, "hardly any contrast"


@pytest.mark.parametrize("photo_id", PHOTOS)
@pytest.mark.parametrize("size", [(28, 28), (224, 224), (32, 48), (300, 7), (1, 1)])
def test_a_picture_has_the_wanted_size_and_range(photo_id, size):
    picture = load_picture(photo_id, *size)
    assert picture.shape == (3, *size)
    assert picture.dtype == np.float32
    assert picture.flags.c_contiguous
    assert 0 <= picture.min() <= picture.max() <= 1
    assert not picture.flags.writeable
    assert load_picture(photo_id, *size) is picture


@pytest.mark.parametrize("photo_id", PHOTOS)
def test_a_picture_is_the_centre_of_its_photo(photo_id):
    """Against block means of the full decode, which share no code with the loader."""
    with Image.open(photo_path(PHOTOS[photo_id])) as image:
        pixels = np.asarray(image.convert("RGB"), dtype=np.float64) / 255
    height, width, _ = pixels.shape
    side = min(height, width) // 8 * 8
    top, left = (height - side) // 2, (width - side) // 2
    square = pixels[top : top + side, left : left + side]
    means = square.reshape(8, side // 8, 8, side // 8, 3).mean(axis=(1, 3)).transpose(2, 0, 1)
    picture = load_picture(photo_id, 8, 8)
    assert np.abs(picture - means).mean() < 0.03
    assert np.corrcoef(picture.ravel(), means.ravel())[0, 1] > 0.98


def test_the_fast_decode_gives_the_picture_of_the_full_one(monkeypatch):
    for size in ((28, 28), (224, 224)):
        fast = load_picture("coffee", *size)
        load_picture.cache_clear()
        monkeypatch.setattr(Image.Image, "draft", lambda *_: None, raising=True)
        with Image.open(photo_path(PHOTOS["coffee"])) as image:
            full = image.convert("RGB").resize(
                size[::-1], Image.Resampling.LANCZOS, box=centre_box(image.size, *size)
            )
        difference = fast - np.asarray(full, dtype=np.float32).transpose(2, 0, 1) / 255
        assert np.abs(difference).mean() < 0.01


@given(
    size=st.tuples(st.integers(1, 2000), st.integers(1, 2000)),
    height=st.integers(1, 500),
    width=st.integers(1, 500),
)
def test_the_cut_is_central_of_the_wanted_aspect_and_as_large_as_can_be(size, height, width):
    left, top, right, bottom = centre_box(size, height, width)
    assert -1e-6 <= left < right <= size[0] + 1e-6
    assert -1e-6 <= top < bottom <= size[1] + 1e-6
    assert left + right == pytest.approx(size[0])
    assert top + bottom == pytest.approx(size[1])
    assert (right - left) * height == pytest.approx((bottom - top) * width)
    assert min(left, top) == pytest.approx(0, abs=1e-6)


def test_an_unknown_photo_is_a_coded_error():
    with pytest.raises(FileError) as caught:
        load_picture("mona-lisa", 28, 28)
    assert caught.value.code is FileErrorCode.PHOTO_UNKNOWN
    assert caught.value.values == {"photo": "mona-lisa"}


@pytest.mark.parametrize("size", [(0, 28), (28, -1), (4096, 4096), (10**9, 10**9)])
def test_an_absurd_size_is_a_coded_error_before_anything_is_decoded(size):
    with pytest.raises(FileError) as caught:
        load_picture("coffee", *size)
    assert caught.value.code is FileErrorCode.PICTURE_SIZE
    assert (caught.value.values["height"], caught.value.values["width"]) == size


@pytest.mark.parametrize(
    ("photo_id", "code"),
    [
        ("absent", FileErrorCode.PHOTO_MISSING),
        ("words", FileErrorCode.PHOTO_UNREADABLE),
        ("short", FileErrorCode.PHOTO_UNREADABLE),
    ],
)
def test_a_damaged_photo_is_a_coded_error(damaged_photos, photo_id, code):
    with pytest.raises(FileError) as caught:
        load_picture(photo_id, 28, 28)
    assert caught.value.code is code
    assert caught.value.values == {"photo": photo_id, "file": f"{photo_id}.jpg"}
    assert photo_id in str(caught.value)
