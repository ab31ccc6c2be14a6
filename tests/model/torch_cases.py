"""The layers that are compared with torch, and their numbers from an integer hash.

Nothing of the product is used here, so that the fixture's script runs where only torch is.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np

CASES = 400


@dataclass(frozen=True)
class Case:
    """One convolution: sizes and fields."""

    channels: int
    size: tuple[int, int]
    filters: int
    kernel: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    padding: tuple[int, int] | str
    groups: int
    bias: bool

    @property
    def weights(self) -> tuple[int, int, int, int]:
        return (self.filters, self.channels // self.groups, *self.kernel)


def numbers(shape, salt):
    """Float32 in [−1, 1) with 20 bits each: the same on every machine."""
    at = np.arange(int(np.prod(shape)), dtype=np.uint64) + np.uint64(salt) * np.uint64(2654435761)
    at ^= at >> np.uint64(29)
    at *= np.uint64(0xBF58476D1CE4E5B9)
    at ^= at >> np.uint64(32)
    at *= np.uint64(0x94D049BB133111EB)
    bits = (at >> np.uint64(44)).astype(np.float64)
    return (bits / 2**19 - 1).astype(np.float32).reshape(shape)


def cases():
    """The lesson's layer first (its output is stored in part), then random ones."""
    found = [Case(192, (28, 28), 32, (5, 5), (1, 1), (1, 1), (2, 2), 1, True)]
    draw = random.Random(2016)
    while len(found) < CASES:
        groups = draw.choice((1, 1, 2, 3, 4))
        depth, per_group = draw.randint(1, 24 // groups), draw.randint(1, 8 // groups + 1)
        if draw.random() < 0.2:
            groups, depth = draw.randint(2, 24), 1  # depthwise
            per_group = draw.randint(1, 2)
        kernel = (draw.randint(1, 7), draw.randint(1, 7))
        dilation = (draw.randint(1, 3), draw.randint(1, 3))
        same = draw.random() < 0.2  # torch knows it for stride 1 alone
        stride = (1, 1) if same else (draw.randint(1, 4), draw.randint(1, 4))
        padding = "same" if same else (draw.randint(0, 3), draw.randint(0, 3))
        extra = (0, 0) if same else padding
        size = tuple(
            max(1, d * (k - 1) + 1 - 2 * p) + draw.randint(0, 8)
            for k, d, p in zip(kernel, dilation, extra, strict=True)
        )
        case = Case(
            groups * depth,
            size,
            groups * per_group,
            kernel,
            stride,
            dilation,
            padding,
            groups,
            draw.random() < 0.5,
        )
        found.append(case)
    return found


def inputs_of(number, case):
    """(input (C, H, W), weights, bias) of a case."""
    array = numbers((case.channels, *case.size), 3 * number)
    weights = numbers(case.weights, 3 * number + 1)
    bias = numbers((case.filters,), 3 * number + 2)
    return array, weights, bias if case.bias else np.zeros_like(bias)


def stored(output):
    """What of an output is kept: all of a small one, of a large one a cell in 13."""
    flat = output.ravel()
    return flat[::13] if flat.size > 2000 else flat
