"""Whatever is done to a file, it is read or it is a coded error: quickly, and in little memory.

Five in a hundred of what CONVVIZ_FUZZ=50000 reads are read every time; those that once found a
fault are kept in fixtures/fuzzed, and here where they are made in a line.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from convviz.files.errors import FileError, FileErrorCode
from convviz.files.own_photos import photo_of

from .fuzzed import KINDS, SECONDS, SHARES, told
from .mutated import FIXTURES
from .mutated_arrays import mutated_array
from .mutated_photos import bmp, chunk, good_photos, mutated_photo, png

ROOT = Path(__file__).resolve().parents[2]
COUNT, PARTS = int(os.environ.get("CONVVIZ_FUZZ", "2500")), 2
KEPT = sorted((FIXTURES / "fuzzed").iterdir())
CODES = {"read", *(code.value for code in FileErrorCode)}


@pytest.mark.parametrize("part", range(PARTS))
def test_a_fuzzed_file_is_read_or_a_coded_error(part):
    share = COUNT // PARTS
    done = subprocess.run(
        [sys.executable, "-m", "tests.files.fuzzed", str(share), str(part * share)],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120 + share, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    first, *outcomes = done.stdout.splitlines()
    print(first)
    found = {line.split(maxsplit=1)[1] for line in outcomes}
    assert {name.split()[1] for name in found} <= CODES
    if share >= 1000:
        assert found >= {".convviz read", ".convviz wrong-field", ".convviz damaged"}
        assert found >= {".png read", ".png photo-damaged", ".png photo-pixels", ".npy read"}


def test_every_kind_of_file_is_fuzzed_and_a_seed_is_always_the_same_file():
    assert set(SHARES) == set(range(len(KINDS)))
    for _, makes, _ in KINDS:
        assert [makes(seed) for seed in range(9)] == [makes(seed) for seed in range(9)]
    assert len({mutated_photo(seed) for seed in range(90)} - set(good_photos())) > 70
    assert len({mutated_array(seed) for seed in range(90)}) > 60


@pytest.mark.parametrize("photo", good_photos())
def test_a_photo_is_fuzzed_from_one_that_is_read(photo):
    assert photo_of(photo, "a").pixels.size


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_file_that_once_found_a_fault_finds_none(path):
    start = time.process_time()
    assert told(path) in CODES
    assert time.process_time() - start < SECONDS


def jpeg(**options) -> bytes:
    out = io.BytesIO()
    Image.new("L", (64, 64), 99).save(out, "JPEG", **options)
    return out.getvalue()


def test_a_photo_in_countless_pieces_is_refused_at_once():
    """Each kept a decoder busy for ten seconds to many minutes, two of them with 2 GB."""
    small, progressive = png((5, 5), 8, 2, bytes(80)), jpeg(progressive=True)
    last = progressive.rfind(b"\xff\xda")
    files = {
        "chunks": small[:33] + chunk(b"abCd", b"") * 5_000_000 + small[33:],
        "chunks at the end": small[:-12] + chunk(b"abCd", b"") * 5_000_000,
        "segments": jpeg()[:2] + b"\xff\xe5\0\2" * 15_000_000,
        "fill": b"\xff\xd8" + b"\xff" * 60_000_000,
        "rubbish": b"\xff\xd8\xff\xe0\0\2" + bytes(60_000_000),
        "scans": progressive[:last] + progressive[last:-2] * 20_000 + b"\xff\xd9",
        "blocks": jpeg()[:2] + (b"\xff\xed\xff\xf0Photoshop 3.0\0" + bytes(65_504)) * 900,
        "runs": bmp((7000, 7000), 1, b"\1\1\0\0" * 7000),
        "no runs": bmp((70, 70), 1, b"\0\2\0\0" * 15_000_000),
    }
    for name, data in files.items():
        start = time.process_time()
        with pytest.raises(FileError) as caught:
            photo_of(data, "a")
        assert caught.value.code is FileErrorCode.PHOTO_PACKED, name
        assert time.process_time() - start < 1.0, name


def test_a_photo_of_many_pieces_as_programs_write_them_is_read():
    rows = b"".join(b"\0" + os.urandom(3 * 900) for _ in range(900))
    whole = png((900, 900), 8, 2, rows)
    start, end = whole.index(b"IDAT") + 4, len(whole) - 16
    pieces = [chunk(b"IDAT", whole[at : min(at + 200, end)]) for at in range(start, end, 200)]
    parts = whole[: start - 8] + b"".join(pieces) + whole[-12:]
    assert photo_of(parts, "a").id == photo_of(whole, "a").id
    assert photo_of(jpeg(progressive=True, quality=95), "a").pixels.shape == (64, 64, 3)


def test_a_webp_may_have_half_the_pixels_of_others():
    """Its decoder took 900 MB for fifty million of them."""
    out = io.BytesIO()
    Image.new("L", (5001, 5000)).save(out, "WEBP", lossless=True, method=0)
    with pytest.raises(FileError) as caught:
        photo_of(out.getvalue(), "a")
    assert (caught.value.code, caught.value.values["limit"]) == (FileErrorCode.PHOTO_PIXELS, 25)
    out = io.BytesIO()
    Image.new("L", (5001, 5000)).save(out, "PNG", compress_level=1)
    assert photo_of(out.getvalue(), "a").source_size == (5001, 5000)


def test_a_picture_a_pixel_wide_and_millions_high_is_refused(monkeypatch):
    monkeypatch.setattr(Image.Image, "load", None)
    for size in ((1, 49_000_000), (200_001, 2)):
        with pytest.raises(FileError) as caught:
            photo_of(png(size, 16, 0, b""), "a")
        assert caught.value.code is FileErrorCode.PHOTO_SIDE
