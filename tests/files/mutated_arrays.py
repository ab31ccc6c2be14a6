"""Files of weights that went wrong: NumPy's own format with a lying or dangerous head."""

from __future__ import annotations

import io
import pickle
import random
from functools import cache

import numpy as np

DTYPES = ("<f4", "<f8", ">f8", "|u1", "<i4", "|O", "<c8", "<M8[s]", "|V8", "<f2", "|b1", "<U3")
SHAPES = (
    "()", "(0,)", "(6,)", "(2, 3)", "(-6,)", "(1000000000,)", "(4294967296, 4294967296)",
    "(999999999,)*6", "(6", "(2, 3, 1, 1, 1, 1, 1)", "(0, 999999999)", "(1e9,)", "([],)",
)  # fmt: skip


def mutated_array(seed: int) -> bytes:
    """One .npy file, the same for the same seed."""
    chance = random.Random(seed)
    way = chance.randrange(5)
    if way == 0:
        return _told(chance)
    data = bytearray(chance.choice(_good()))
    if way == 1:
        return bytes(data[: chance.randrange(len(data))])
    if way == 2:
        return bytes(data) + chance.randbytes(chance.choice((1, 8, 4096)))
    for _ in range(chance.choice((1, 2, 8))):
        data[chance.randrange(len(data) if way == 3 else 12)] = chance.randrange(256)
    return bytes(data)


def _told(chance: random.Random) -> bytes:
    """A head of any words, and some numbers."""
    kind, shape = chance.choice(DTYPES), chance.choice(SHAPES)
    order = chance.choice(("False", "True", "None", "__import__('os')"))
    text = f"{{'descr': '{kind}', 'fortran_order': {order}, 'shape': {shape}, }}"
    text = chance.choice((text, text, text * 900, text.replace("'", '"'), "(" * 9000, text[:40]))
    version = chance.choice((1, 2, 3, 4))
    length = (len(text) % 65_536).to_bytes(2 if version == 1 else 4, "little")
    body = chance.choice(
        (bytes(24), bytes(48), pickle.dumps([1, 2]), np.float32([np.nan] * 6).tobytes())
    )
    return b"\x93NUMPY" + bytes([version, 0]) + length + text.encode() + body


@cache
def _good() -> tuple[bytes, ...]:
    arrays = (
        np.arange(6, dtype=np.float32).reshape(2, 3),
        np.asfortranarray(np.arange(24.0).reshape(2, 3, 2, 2)),
        np.array([np.inf, 1e300, -1.0]),
        np.arange(5, dtype=">i2"),
        np.zeros((0, 4), np.float32),
    )
    files = []
    for array in arrays:
        out = io.BytesIO()
        np.save(out, array)
        files.append(out.getvalue())
    return tuple(files)
