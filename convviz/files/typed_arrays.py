"""Typed weights as the arrays that a document keeps, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.files.arrays import packed_array, parsed
from convviz.model.limits import DIMENSION_LIMIT
from convviz.model.typed import BIAS, WEIGHT_LIMIT, Typed
from convviz.model.values import LIMIT_WEIGHTS

Array = NDArray[Any]


def packed_typed(typed: Typed) -> dict[str, bytes]:
    """Return the arrays of typed weights as .npy files, little-endian."""
    parts = {
        "places": packed_array(typed.places.astype("<i4")),
        "numbers": packed_array(typed.numbers.astype("<f4")),
    }
    if typed.loaded is not None:
        parts["loaded"] = packed_array(typed.loaded.astype("<f4"))
    return parts


def read_typed(parts: Mapping[str, bytes]) -> Typed | None:
    """Return typed weights; None when their arrays are not what `packed_typed` makes."""
    places = _part(parts, "places", "<i4", 2)
    numbers = _part(parts, "numbers", "<f4", 1)
    loaded = _part(parts, "loaded", "<f4", 4)
    if places is None or numbers is None or ("loaded" in parts and loaded is None):
        return None
    if places.shape != (len(numbers), 4) or not _are_places(places):
        return None
    if not _are_weights(numbers) or not (loaded is None or _are_weights(loaded)):
        return None
    if loaded is not None and not 0 < loaded.size <= LIMIT_WEIGHTS:
        return None
    held = None if loaded is None else loaded.astype(np.float32, copy=False)
    return Typed(places.astype(np.int32, copy=False), numbers.astype(np.float32, copy=False), held)


def _part(parts: Mapping[str, bytes], name: str, dtype: str, dimensions: int) -> Array | None:
    """Return one array: read-only, for it is a view of bytes."""
    if name not in parts:
        return None
    array = parsed(parts[name])
    if array is None or array.dtype != np.dtype(dtype) or array.ndim != dimensions:
        return None
    return array if array.flags.c_contiguous else None


def _are_weights(numbers: Array) -> bool:
    """Tell whether all are finite and in range."""
    if not numbers.size:
        return True
    return bool(numbers.min() >= -WEIGHT_LIMIT and numbers.max() <= WEIGHT_LIMIT)  # NaN is not


def _are_places(places: Array) -> bool:
    """Tell whether places are in range, sorted, and each there once."""
    filters, channels, offsets = places[:, 0], places[:, 1], places[:, 2:]
    if not ((filters >= 0) & (filters < DIMENSION_LIMIT) & (channels >= BIAS)).all():
        return False
    if ((offsets <= -DIMENSION_LIMIT) | (offsets >= DIMENSION_LIMIT)).any():
        return False
    if offsets[channels == BIAS].any():
        return False
    order = np.lexsort(places.T[::-1])
    if (order != np.arange(len(places))).any():
        return False
    return bool((places[1:] != places[:-1]).any(axis=1).all())
