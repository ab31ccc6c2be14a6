"""Pooling's values. Windows are worked through along H first and then along W: both separate."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats
from convviz.model.layer_fields import AveragePooled, Pooled
from convviz.model.shape import Pair, Shape, window_extent

Number = TypeVar("Number", np.float32, np.float64)


def max_pooled(array: Floats, layer: Pooled) -> Floats:
    """Compute the largest cell of every window.

    Parameters
    ----------
    array
        (C, H, W) float32.
    layer
        Window, stride, dilation, padding and ceil mode.

    Returns
    -------
    Floats
        (C, H', W') float32.
    """
    out = _out(layer, array)
    padded = _extended(array, layer, out, np.float32(-np.inf))
    return _along(_along(padded, layer, 0, out, np.maximum), layer, 1, out, np.maximum)


def average_pooled(array: Floats, layer: AveragePooled) -> Floats:
    """Compute the mean of every window, added up in float64; (C, H, W) -> (C, H', W') float32."""
    out = _out(layer, array)
    padded = _extended(array, layer, out, np.float64(0))
    sums = _along(_along(padded, layer, 0, out, np.add), layer, 1, out, np.add)
    rows, columns = (divisors(layer, axis, array.shape[1 + axis], out[axis]) for axis in (0, 1))
    means: Floats = (sums / (rows[:, None] * columns)).astype(np.float32)
    return means


def divisors(layer: AveragePooled, axis: int, size: int, out: int) -> NDArray[np.int64]:
    """Count the cells of each window along one axis that the mean is over, (out,) int64."""
    padding = layer.padding[axis]
    first = np.arange(out, dtype=np.int64) * layer.stride[axis] - padding
    end = first + layer.kernel[axis]
    if layer.count_include_pad:
        return np.minimum(end, size + padding) - first
    return np.minimum(end, size) - np.maximum(first, 0)


def _out(layer: Pooled, array: Floats) -> Pair:
    shape = layer.output_shape(Shape(*array.shape))
    return shape.height, shape.width


def _extended(array: Floats, layer: Pooled, out: Pair, fill: Number) -> NDArray[Number]:
    """Put `fill` around a volume, so far that every window lies within; in the fill's type."""
    channels, height, width = array.shape
    top, left = layer.padding
    extents: list[int] = []
    for axis, size in enumerate((height, width)):
        reach = window_extent(layer.kernel[axis], layer.dilation[axis])
        end = (out[axis] - 1) * layer.stride[axis] + reach
        extents.append(max(end, layer.padding[axis] + size))
    padded = np.full((channels, *extents), fill, fill.dtype)
    padded[:, top : top + height, left : left + width] = array
    return padded


def _along(
    padded: NDArray[Number], layer: Pooled, axis: int, out: Pair, join: np.ufunc
) -> NDArray[Number]:
    """Join the taps of one axis: (C, n, …) becomes (C, out, …) for axis 0, so too for 1."""
    stride, dilation = layer.stride[axis], layer.dilation[axis]
    reach = (out[axis] - 1) * stride + 1
    result: NDArray[Number] | None = None
    for tap in range(layer.kernel[axis]):
        met = slice(tap * dilation, tap * dilation + reach, stride)
        cells = padded[:, met] if axis == 0 else padded[:, :, met]
        result = cells.copy() if result is None else join(result, cells, out=result)
    assert result is not None
    return result
