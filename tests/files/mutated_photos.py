"""Photos that went wrong: cut, flipped, lying about their size, in odd pieces, badly turned."""

from __future__ import annotations

import io
import random
import struct
import zlib
from functools import cache

import numpy as np
from PIL import Image

SIDES = (0, 1, 2, 7, 255, 2048, 16_383, 65_535, 70_000, 100_000, 2**31 - 1, 2**31, 2**32 - 1)
MOST = 4_000_000  # bytes
LARGE = (7_000, 7_000)  # just within the limit, so that a decoder takes all the memory it may


def mutated_photo(seed: int) -> bytes:
    """One photo's file, the same for the same seed."""
    chance = random.Random(seed)
    data = chance.choice(good_photos())
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(WAYS)(chance, data)[:MOST]
    return data


def chunk(name: bytes, data: bytes) -> bytes:
    """A piece of a PNG, its sum right."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(size: tuple[int, int], bits: int, kind: int, data: bytes, *extra: bytes) -> bytes:
    """A PNG of any depth and kind (0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA)."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, bits, kind, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(data, 1)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + body


def bmp(size: tuple[int, int], packing: int, body: bytes, bits: int = 8) -> bytes:
    """A BMP with a palette; packing 1 is run lengths of bytes, 2 of half bytes."""
    start = 54 + 1024
    head = struct.pack("<IiiHHIIiiII", 40, *size, 1, bits, packing, len(body), 0, 0, 256, 0)
    file = b"BM" + struct.pack("<IHHI", start + len(body), 0, 0, start)
    return file + head + bytes(range(256)) * 4 + body


def tiff(entries: list[tuple[int, int, int, int]]) -> bytes:
    """EXIF of one directory; an entry is tag, type, count and value or place."""
    listed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + listed + b"\0\0\0\0"


@cache
def good_photos() -> tuple[bytes, ...]:
    """A small photo in every way that a file may keep one."""
    noise = np.random.default_rng(0).integers(0, 256, (9, 14, 4), dtype=np.uint8)
    colour = Image.fromarray(noise[:, :, :3])
    clear = Image.fromarray(noise)
    turned = tiff([(0x0112, 3, 1, 6), (0x010E, 2, 8, 8)])
    written = [
        (colour, "PNG", {"exif": turned}), (clear, "PNG", {}),
        (colour.convert("L"), "PNG", {}), (clear.convert("LA"), "PNG", {}),
        (colour.convert("1"), "PNG", {}), (colour.quantize(16), "PNG", {"transparency": 3}),
        (colour, "PNG", {"save_all": True, "append_images": [colour.rotate(180)]}),
        (colour, "JPEG", {"exif": turned}), (colour, "JPEG", {"progressive": True}),
        (colour.convert("L"), "JPEG", {}), (colour.convert("CMYK"), "JPEG", {}),
        (colour, "JPEG", {"restart_marker_rows": 1, "icc_profile": bytes(999)}),
        (colour, "WEBP", {"exif": turned}), (clear, "WEBP", {"lossless": True}),
        (colour, "WEBP", {"save_all": True, "append_images": [colour.rotate(180)]}),
        (colour, "BMP", {}), (colour.convert("L"), "BMP", {}), (clear, "BMP", {}),
        (colour.convert("1"), "BMP", {}), (colour, "MPO", {"append_images": [colour]}),
    ]  # fmt: skip
    files = []
    for image, kind, options in written:
        out = io.BytesIO()
        image.save(out, kind, **options)
        files.append(out.getvalue())
    deep = noise.tobytes()
    files += [
        png((6, 5), 16, 0, b"".join(b"\0" + deep[at : at + 12] for at in range(5))),
        png((3, 4), 16, 6, b"".join(b"\1" + deep[at : at + 24] for at in range(4))),
        bmp((8, 4), 1, b"\5\7\0\0\0\2\1\1\0\4abcd\0\0\x08\1\0\1"),
        bmp((8, 4), 2, b"\5\x71\0\0\0\2\1\1\0\4ab\0\0\x08\1\0\1", bits=4),
    ]
    return tuple(files)


def _flip(chance: random.Random, data: bytes) -> bytes:
    """Some bits are others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 30))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _head(chance: random.Random, data: bytes) -> bytes:
    """A byte near the start is another: sizes and kinds are there."""
    changed = bytearray(data)
    if changed:
        changed[chance.randrange(min(len(changed), 64))] = chance.choice((0, 1, 127, 128, 255))
    return bytes(changed)


def _cut(chance: random.Random, data: bytes) -> bytes:
    """The end is missing, a piece is, or it is there many times."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    way = chance.randrange(3)
    if way == 0:
        return data[:end]
    if way == 1:
        return data[:start] + data[end:]
    return data[:end] + _times(chance, data[start:end], (1, 2, 50, 2000)) + data[end:]


def _times(chance: random.Random, piece: bytes, numbers: tuple[int, ...]) -> bytes:
    return piece * min(chance.choice(numbers), MOST // (len(piece) + 1))


def _size(chance: random.Random, data: bytes) -> bytes:
    """It says that it is of another size, its sums right."""
    width, height = chance.choice(SIDES), chance.choice(SIDES)
    if data.startswith(b"\x89PNG") and len(data) > 33:
        head = struct.pack(">II", width, height) + data[24:29]
        return data[:8] + chunk(b"IHDR", head) + data[33:]
    if data.startswith(b"BM") and len(data) > 26:
        return data[:18] + struct.pack("<II", width, height) + data[26:]
    if data.startswith(b"RIFF"):
        low = (width & 0xFFFFFF).to_bytes(3, "little") + (height & 0xFFFFFF).to_bytes(3, "little")
        return data[:24] + low + data[30:]
    for marker in (b"\xff\xc0", b"\xff\xc2"):
        at = data.find(marker)
        if at > 0:
            size = struct.pack(">HH", height & 0xFFFF, width & 0xFFFF)
            return data[: at + 5] + size + data[at + 9 :]
    return data


def _pieces(chance: random.Random, data: bytes) -> bytes:
    """Pieces that a reader may stumble over are put into a PNG or JPEG, sums right."""
    many = chance.choice((1, 1, 3, 1000, 30_000))
    odd = chance.randbytes(chance.choice((0, 1, 4, 32)))
    if data.startswith(b"\x89PNG") and len(data) > 33:
        bomb = b"a\0\0" + zlib.compress(bytes(3_000_000))
        kinds = (
            (b"tRNS", odd),
            (b"PLTE", odd * 3),
            (b"zTXt", bomb),
            (b"iTXt", b"a\0\1\0\0\0" + bomb),
        )
        kinds += ((b"iCCP", bomb), (b"acTL", odd), (b"fcTL", odd), (b"eXIf", odd), (b"abCd", odd))
        name, body = chance.choice(kinds)
        return data[:33] + chunk(name, body) * (many if len(body) < 99 else 1) + data[33:]
    if data.startswith(b"\xff\xd8"):
        kind = chance.choice((0xC0, 0xC4, 0xDB, 0xDD, 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE, 0xFF))
        body = chance.choice((b"", b"Exif\0\0", b"MPF\0", b"ICC_PROFILE\0", b"Adobe")) + odd
        piece = b"\xff" + bytes([kind]) + struct.pack(">H", len(body) + 2) + body
        return data[:2] + piece * many + data[2:]
    return data


def _scans(chance: random.Random, data: bytes) -> bytes:
    """The last scan of a JPEG is there many times."""
    at = data.rfind(b"\xff\xda")
    if not data.startswith(b"\xff\xd8") or at < 0:
        return data
    return data[:at] + _times(chance, data[at:-2], (2, 60, 500)) + data[-2:]


def _exif(chance: random.Random, data: bytes) -> bytes:
    """EXIF that turns it in no way there is, says it is huge, or points anywhere."""
    tags = (0x0112, 0x8769, 0x8825, 0x0201, 0x010E)
    values = (0, 1, 6, 8, 9, 65_535, 2**31, 2**32 - 1)
    entries = [
        (chance.choice(tags), chance.randrange(14), chance.choice(values), chance.choice(values))
        for _ in range(chance.choice((1, 3, 5000)))
    ]
    told = tiff([(0x0112, 3, 1, chance.choice(values)), *entries])[: chance.choice((9, 40, 65_000))]
    if data.startswith(b"\x89PNG") and len(data) > 33:
        return data[:33] + chunk(b"eXIf", told[6:]) + data[33:]
    if data.startswith(b"\xff\xd8"):
        return data[:2] + b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told + data[2:]
    return data


def _other(chance: random.Random, data: bytes) -> bytes:
    """It begins as one kind and goes on as another."""
    other = chance.choice(good_photos())
    at = chance.choice((2, 8, 12, 30))
    return data[:at] + other[at:]


def _large(chance: random.Random, data: bytes) -> bytes:
    """Seldom: a bomb, as large as is allowed or larger, of next to no bytes."""
    if chance.random() > 0.05:
        return data
    bits, kind, channels = chance.choice(((8, 2, 3), (8, 6, 4), (16, 0, 1), (16, 6, 4), (1, 0, 1)))
    row = 1 + (LARGE[0] * channels * bits + 7) // 8
    size = chance.choice((LARGE, (LARGE[0], LARGE[1] * 3), (100_000, 100_000)))
    extra = (chunk(b"tRNS", bytes(6)),) if kind == 2 and chance.random() < 0.5 else ()
    ends = (png(size, bits, kind, bytes(row * LARGE[1]), *extra), bmp(LARGE, 1, b"\1\1\0\0" * 7000))
    return chance.choice(ends)


WAYS = (_flip, _flip, _head, _cut, _size, _size, _pieces, _scans, _exif, _other, _large)
