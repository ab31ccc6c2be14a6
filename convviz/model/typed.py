"""Numbers that were typed or loaded, and stand in place of those drawn from the seed.

A typed number belongs to a place, not to an array: filter, channel and offset from the kernel's
centre, as the seeded weights do. So it survives every change of Cout, Cin and k in which its place
still exists, and is there again when the place comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats, sealed
from convviz.model.weights import ConvWeights

Places = NDArray[np.int32]

BIAS = -1  # the channel of a place that is a filter's bias
WEIGHT_LIMIT = 1_000_000  # beyond it float32 sums of a few layers would no longer be finite


@dataclass(frozen=True, eq=False)
class Typed:
    """Typed numbers of one layer, compared by identity.

    Parameters
    ----------
    places
        (n, 4) int32, read-only, sorted, each once: filter, channel (`BIAS` for the filter's
        bias), row and column from the kernel's centre.
    numbers
        (n,) float32, read-only.
    loaded
        (Cout, Cin/groups, kh, kw) float32, read-only: weights from a file, under the typed ones.
    """

    places: Places = field(repr=False)
    numbers: Floats = field(repr=False)
    loaded: Floats | None = field(default=None, repr=False)


def centre(extent: int) -> int:
    """Give the index of a kernel's middle row or column (the upper, left one of two)."""
    return (extent - 1) // 2


def with_numbers(typed: Typed | None, places: Places, numbers: Floats) -> Typed:
    """Give `typed` with more numbers, each in the place of an older one there.

    `typed` itself comes back where it has these numbers already.
    """
    old_places = np.empty((0, 4), np.int32) if typed is None else typed.places
    old_numbers = np.empty(0, np.float32) if typed is None else typed.numbers
    every = np.concatenate((old_places, places))
    order = np.lexsort(every.T[::-1])  # stable: of one place the newest comes last
    every = every[order]
    last = np.append((every[1:] != every[:-1]).any(axis=1), True)
    kept_places, kept = every[last], np.concatenate((old_numbers, numbers))[order][last]
    if typed is None:
        return _held(kept_places, kept, None)
    if np.array_equal(kept_places, old_places) and np.array_equal(kept, old_numbers):
        return typed
    return _held(kept_places, kept, typed.loaded)


def without_places(typed: Typed, gone: NDArray[np.bool_]) -> Typed | None:
    """Give `typed` without some of its numbers; None where nothing is left of it."""
    if not gone.any():
        return typed
    if gone.all() and typed.loaded is None:
        return None
    return _held(typed.places[~gone], typed.numbers[~gone], typed.loaded)


def with_loaded(typed: Typed | None, loaded: Floats) -> Typed:
    """Give the weights of a file in place of all typed ones; typed biases stay."""
    if typed is None:
        return _held(np.empty((0, 4), np.int32), np.empty(0, np.float32), loaded)
    biases = typed.places[:, 1] == BIAS
    return _held(typed.places[biases], typed.numbers[biases], loaded)


def _held(places: Places, numbers: NDArray[np.float32], loaded: Floats | None) -> Typed:
    places = np.ascontiguousarray(places)
    places.flags.writeable = False
    return Typed(places, sealed(np.ascontiguousarray(numbers)), loaded)


def applied(weights: ConvWeights, typed: Typed, has_bias: bool) -> ConvWeights:
    """Give a layer's numbers with the typed ones put where their places exist."""
    drawn = weights.weights
    sizes: tuple[int, ...] = (*drawn.shape, 1, 1)[:4]
    cells = drawn.reshape(sizes).copy()
    bias = weights.bias.copy()
    if typed.loaded is not None:
        into, source = _overlap(sizes, typed.loaded.shape)
        cells[into] = typed.loaded[source]
    on_bias = typed.places[:, 1] == BIAS
    filters = typed.places[on_bias, 0]
    there = filters < bias.size
    if has_bias:
        bias[filters[there]] = typed.numbers[on_bias][there]
    places = typed.places[~on_bias] + (0, 0, centre(sizes[2]), centre(sizes[3]))
    inside = ((places >= 0) & (places < sizes)).all(axis=1)
    cells[tuple(places[inside].T)] = typed.numbers[~on_bias][inside]
    return ConvWeights(sealed(cells.reshape(drawn.shape)), sealed(bias))


def _overlap(
    one: Sequence[int], other: Sequence[int]
) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """Give where two arrays of weights meet, in each: kernels lie centre on centre."""
    mine: list[slice] = []
    theirs: list[slice] = []
    for axis, (size, given) in enumerate(zip(one, other, strict=True)):
        here, there = (centre(size), centre(given)) if axis >= 2 else (0, 0)
        low, high = min(here, there), min(size - here, given - there)
        mine.append(slice(here - low, here + high))
        theirs.append(slice(there - low, there + high))
    return tuple(mine), tuple(theirs)
