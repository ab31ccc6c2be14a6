"""Numbers that look random and are a function of their counter: no state, no order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_MASK = 0xFFFF_FFFF_FFFF_FFFF
_GOLDEN = 0x9E37_79B9_7F4A_7C15
_TURN = np.float32(2 * np.pi * 2.0**-32)


def text_key(text: str, seed: int) -> int:
    """Make a 64-bit key of a text and a seed (FNV-1a, Fowler, Noll & Vo)."""
    key = 0xCBF2_9CE4_8422_2325
    for byte in text.encode() + (seed & _MASK).to_bytes(8, "little"):
        key = ((key ^ byte) * 0x0100_0000_01B3) & _MASK
    return key


def hashed(key: int, counters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hash counters (N,) uint64 to (N,) uint64: splitmix64's mixer.

    Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014.
    """
    mixed = counters * np.uint64(_GOLDEN)
    mixed += np.uint64(key)
    mixed ^= mixed >> np.uint64(30)
    mixed *= np.uint64(0xBF58_476D_1CE4_E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D0_49BB_1331_11EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def uniforms(key: int, counters: NDArray[np.uint64]) -> NDArray[np.float32]:
    """Give (N,) float32 in [0, 1)."""
    return ((hashed(key, counters) >> np.uint64(40)).astype(np.float32)) * np.float32(2.0**-24)


def normals(key: int, counters: NDArray[np.uint64]) -> NDArray[np.float32]:
    """Give (N,) float32 of mean 0 and variance 1 (Box & Muller, 1958), one hash for each."""
    bits = hashed(key, counters)
    high = (bits >> np.uint64(32)).astype(np.float32)
    low = (bits & np.uint64(0xFFFF_FFFF)).astype(np.float32)
    high += np.float32(0.5)  # never log 0
    high *= np.float32(2.0**-32)
    radius = np.sqrt(np.float32(-2) * np.log(high))
    result: NDArray[np.float32] = radius * np.cos(low * _TURN)
    return result
