"""How a photo's file is put together, looked at before a decoder goes through it piece by piece.

A small file may keep a decoder busy for minutes: one of a million pieces, each a byte long, or of
thousands of scans over the whole picture. No program that draws or takes pictures writes those.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

PIECE_LIMIT = 20_000  # 64 MB of PNG in pieces of 8 kB, as most programs write them, are 8,000
HEAD_LIMIT = 16_000_000  # bytes of a JPEG before its first scan
SCAN_LIMIT = 64  # of a progressive JPEG; ten are usual
RUN_SIDE, RUN_BYTES = 2048, 10_000_000  # of a BMP in run lengths, decoded pixel by pixel

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SCAN = 0xDA
_ALONE = {0x01, *range(0xD0, 0xDA)}  # markers with no length after them (T.81, table B.1)


def takes_long(data: bytes) -> bool:
    """Tell whether a decoder would take unreasonably long over a PNG, JPEG or BMP.

    Parameters
    ----------
    data : bytes
        A whole file, of any kind and as damaged as may be.
    """
    if data.startswith(_PNG):
        return _over(_chunks(data), PIECE_LIMIT)
    if data.startswith(_JPEG):
        return _over(_segments(data), PIECE_LIMIT) or data.count(b"\xff\xda") > SCAN_LIMIT
    return data.startswith(b"BM") and _long_runs(data)


def _over(pieces: Iterator[int], limit: int) -> bool:
    return next(islice(pieces, limit, None), None) is not None


def _chunks(data: bytes) -> Iterator[int]:
    """Give where each chunk of a PNG starts (ISO/IEC 15948, 5.3)."""
    at = len(_PNG)
    while at < len(data):
        yield at
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _segments(data: bytes) -> Iterator[int]:
    """Give each step that reading a JPEG takes up to its first scan: segments, fill, and rubbish.

    A head over the limit counts as steps without end.
    """
    at = 2
    while at + 1 < len(data):
        if at > HEAD_LIMIT:
            yield from range(PIECE_LIMIT + 1)
        yield at
        marker = data[at + 1] if data[at] == 0xFF else None
        if marker == _SCAN:
            return
        if marker is None or marker == 0xFF:
            at += 1
        elif marker == 0 or marker in _ALONE:
            at += 2
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4], "big"), 2)


def _long_runs(data: bytes) -> bool:
    """Tell whether a BMP is in run lengths, and large (its header: BITMAPINFOHEADER)."""
    if int.from_bytes(data[30:34], "little") not in (1, 2):
        return False
    width, height = (int.from_bytes(data[at : at + 4], "little", signed=True) for at in (18, 22))
    return max(width, abs(height)) > RUN_SIDE or len(data) > RUN_BYTES
