"""Arrays of numbers in NumPy's own format: never a pickle, and checked before memory is taken."""

from __future__ import annotations

import io
import math
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from convviz.files.disk import MEGABYTE, read_whole
from convviz.files.errors import FileError, FileErrorCode

ARRAY_LIMIT = 64 * MEGABYTE  # 8 M weights as float64
_MAGIC = b"\x93NUMPY"
_HEADER_LIMIT = 4096
_DIMENSIONS = 6
# As `numpy.lib.format` describes it; a Python literal, which is not evaluated here.
_KIND = re.compile(r"'descr'\s*:\s*'([<>|=]?[fiu][1248])'")
_ORDER = re.compile(r"'fortran_order'\s*:\s*(True|False)")
_SHAPE = re.compile(r"'shape'\s*:\s*\(([\d\s,]*)\)")


def read_weights(path: Path) -> NDArray[np.float32]:
    """Return the numbers of an .npy file.

    Returns
    -------
    ndarray float32
        Read-only, in C order.

    Raises
    ------
    FileError
        As `disk.read_whole`; ARRAY_FORMAT when it holds no plain array of numbers, ARRAY_DAMAGED
        when it is cut short, ARRAY_NUMBERS when not all are finite in float32.
    """
    data = read_whole(path, ARRAY_LIMIT + _HEADER_LIMIT)
    if not data.startswith(_MAGIC):
        raise FileError(FileErrorCode.ARRAY_FORMAT, file=path.name)
    array = parsed(data)
    if array is None:
        raise FileError(FileErrorCode.ARRAY_DAMAGED, file=path.name)
    with np.errstate(over="ignore"):
        numbers = np.ascontiguousarray(array, np.float32)
    if not np.isfinite(numbers).all():
        raise FileError(FileErrorCode.ARRAY_NUMBERS, file=path.name)
    numbers.setflags(write=False)
    return numbers


def parsed(data: bytes) -> NDArray[np.generic] | None:
    """Return the array in the bytes of an .npy file, a view of them; None when it is not whole."""
    head = _header(data)
    if head is None:
        return None
    text, start = head
    kind, order, sizes = (pattern.search(text) for pattern in (_KIND, _ORDER, _SHAPE))
    if kind is None or order is None or sizes is None:
        return None
    words = sizes[1].replace(" ", "").rstrip(",")
    shape = words.split(",") if words else []
    if len(shape) > _DIMENSIONS or not all(word.isdigit() and len(word) < 10 for word in shape):
        return None
    numbers = tuple(int(word) for word in shape)
    dtype = np.dtype(kind[1])
    if math.prod(numbers) * dtype.itemsize != len(data) - start:
        return None
    flat = np.frombuffer(data, dtype, offset=start)
    return flat.reshape(numbers, order="F" if order[1] == "True" else "C")


def _header(data: bytes) -> tuple[str, int] | None:
    """Return the header's text and where the numbers start."""
    if len(data) < 12 or not data.startswith(_MAGIC) or data[6] not in (1, 2, 3):
        return None
    long = data[6] > 1
    start = 12 if long else 10
    size = int.from_bytes(data[8:start], "little")
    if size > _HEADER_LIMIT or start + size > len(data):
        return None
    return data[start : start + size].decode("latin-1"), start + size


def packed_array(array: NDArray[np.generic]) -> bytes:
    """Return an array as an .npy file."""
    out = io.BytesIO()
    np.lib.format.write_array(out, array, version=(1, 0), allow_pickle=False)
    return out.getvalue()
