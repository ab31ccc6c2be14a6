"""The shape of a volume, and how a window moves over one axis of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Pair = tuple[int, int]
Padding = tuple[int, int] | Literal["same"]

BYTES_PER_NUMBER = 4  # float32


class Shape(NamedTuple):
    """A volume's size, in the order of our arrays: (C, H, W)."""

    channels: int
    height: int
    width: int

    def __str__(self) -> str:
        """Write it as it is shown: H×W×C."""
        return f"{self.height}×{self.width}×{self.channels}"

    @property
    def cells(self) -> int:
        """C × H × W."""
        return self.channels * self.height * self.width


class Pads(NamedTuple):
    """Rows and columns of zeros around a volume."""

    top: int
    bottom: int
    left: int
    right: int


def window_extent(kernel: int, dilation: int) -> int:
    """Give the number of cells from the first to the last tap: d(k − 1) + 1."""
    return dilation * (kernel - 1) + 1


def output_extent(size: int, kernel: int, stride: int, dilation: int, pads: int) -> int:
    """Give the output's size along one axis.

    floor((n + pads − d(k − 1) − 1) / s) + 1; Dumoulin & Visin, "A guide to convolution
    arithmetic for deep learning", 2016, relationship 15. Zero or less: no position fits.

    Parameters
    ----------
    size, kernel, stride, dilation
        Along this axis, in cells.
    pads
        Zeros before and after together.
    """
    return (size + pads - window_extent(kernel, dilation)) // stride + 1


def ceil_extent(size: int, kernel: int, stride: int, dilation: int, pad: int) -> int:
    """Give the output's size where a last window may hang over the end ("ceil mode").

    As torch's pooling has it: ceil((n + 2·pad − d(k − 1) − 1) / s) + 1, less one where the last
    window would start beyond the input, in the padding after it.

    Parameters
    ----------
    size, kernel, stride, dilation
        Along this axis, in cells.
    pad
        Zeros before, and as many after.
    """
    out = -(-(size + 2 * pad - window_extent(kernel, dilation)) // stride) + 1
    return out - 1 if (out - 1) * stride >= size + pad else out


def same_pads(size: int, kernel: int, stride: int, dilation: int) -> Pair:
    """Give the zeros before and after so that the output is ceil(n / s); the odd one goes after."""
    outputs = -(-size // stride)
    total = max((outputs - 1) * stride + window_extent(kernel, dilation) - size, 0)
    return total // 2, total - total // 2


def inside_taps(size: int, kernel: int, stride: int, dilation: int, before: int, out: int) -> int:
    """Count, over all output positions of one axis, the taps that fall on cells (not padding).

    In closed form, so that any size is counted at once.

    Parameters
    ----------
    size, kernel, stride, dilation
        Along this axis, in cells.
    before
        Zeros before the first cell.
    out
        Number of output positions.

    Returns
    -------
    int
        #{(y, i) : 0 ≤ y·s + i·d − before < n, 0 ≤ y < out, 0 ≤ i < k}.
    """
    below_end = _taps_at_most(size - 1 + before, kernel, stride, dilation, out)
    below_start = _taps_at_most(before - 1, kernel, stride, dilation, out)
    return below_end - below_start


def _taps_at_most(bound: int, kernel: int, stride: int, dilation: int, out: int) -> int:
    """Count the pairs (y, i) with y·s + i·d ≤ bound."""
    if bound < 0:
        return 0
    reached = min(kernel, bound // dilation + 1)  # taps with a position at all
    slack = bound - (out - 1) * stride  # taps up to here are met by every output position
    full = min(reached, slack // dilation + 1) if slack >= 0 else 0
    rest = reached - full
    # What is left, from the last tap back: Σ (floor((low + j·d) / s) + 1).
    low = bound - (reached - 1) * dilation
    return full * out + rest + _floor_sum(rest, stride, dilation, low)


def _floor_sum(terms: int, divisor: int, slope: int, start: int) -> int:
    """Sum floor((slope·j + start) / divisor) for j in 0..terms−1, as Euclid's algorithm does."""
    total = 0
    while terms > 0:
        total += terms * (terms - 1) // 2 * (slope // divisor) + terms * (start // divisor)
        slope, start = slope % divisor, start % divisor
        last = slope * terms + start
        if last < divisor:
            break
        terms, start, slope, divisor = last // divisor, last % divisor, divisor, slope
    return total
