"""The convolution's values, by numpy alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats
from convviz.model.layer_fields import Convolving
from convviz.model.shape import Pads, Pair, Shape
from convviz.model.weights import ConvWeights

_Array = NDArray[np.float32]
_STRIP_CELLS = 6_000_000  # shifted copies held at once: 24 MB
_ONE_PRODUCT = 512  # filters of so few weights go through one matrix product, not one per row


class _Taps(NamedTuple):
    """Kernel, stride, dilation, and the output's size."""

    kernel: Pair
    stride: Pair
    dilation: Pair
    out: Pair


def convolve(array: Floats, weights: ConvWeights, layer: Convolving) -> Floats:
    """Compute a convolution (a cross-correlation, as in every framework).

    y[f, r, c] = bias[f] + Σ w[f, j, a, b] · x[g + j, r·s + a·d − top, c·s + b·d − left].

    Parameters
    ----------
    array
        (Cin, H, W) float32.
    weights
        (Cout, Cin/groups, kh, kw) and (Cout,) float32.
    layer
        Stride, dilation, padding and groups.

    Returns
    -------
    Floats
        (Cout, H', W') float32.
    """
    channels, height, width = array.shape
    shape = layer.output_shape(Shape(channels, height, width))
    taps = _Taps(layer.kernel, layer.stride, layer.dilation, (shape.height, shape.width))
    padded = _padded(array, layer.pads(height, width))
    if weights.weights.shape[1] == 1 and layer.groups > 1:
        result = _depthwise(padded, weights.weights, taps)
    else:
        result = _by_rows(padded, weights.weights, layer.groups, taps)
    result += weights.bias[:, None, None]
    return result


def _padded(array: Floats, pads: Pads) -> Floats:
    if pads == (0, 0, 0, 0):
        return array
    channels, height, width = array.shape
    size = (channels, height + pads.top + pads.bottom, width + pads.left + pads.right)
    padded = np.zeros(size, np.float32)
    padded[:, pads.top : pads.top + height, pads.left : pads.left + width] = array
    return padded


def _tap_slice(tap: int, stride: int, dilation: int, out: int) -> slice:
    """Give the padded cells that one tap meets, over all output positions of an axis."""
    first = tap * dilation
    return slice(first, first + (out - 1) * stride + 1, stride)


def _depthwise(padded: Floats, weights: Floats, taps: _Taps) -> _Array:
    """Add up one shifted, scaled copy per tap: each filter reads one channel."""
    channels = padded.shape[0]
    per_channel = weights.reshape(channels, -1, *taps.kernel)
    result = np.zeros((*per_channel.shape[:2], *taps.out), np.float32)
    product = np.empty_like(result)
    for row in range(taps.kernel[0]):
        rows = _tap_slice(row, taps.stride[0], taps.dilation[0], taps.out[0])
        for column in range(taps.kernel[1]):
            columns = _tap_slice(column, taps.stride[1], taps.dilation[1], taps.out[1])
            factor = per_channel[:, :, row, column, None, None]
            np.multiply(factor, padded[:, None, rows, columns], out=product)
            result += product
    return result.reshape(-1, *taps.out)


def _by_rows(padded: Floats, weights: Floats, groups: int, taps: _Taps) -> _Array:
    """Work in strips of output rows, so that the shifted copies stay small."""
    filters, (rows, columns) = weights.shape[0], taps.out
    in_one = weights[0].size <= _ONE_PRODUCT
    copies = taps.kernel[0] if in_one else taps.stride[0]
    per_row = padded.shape[0] * taps.kernel[1] * columns * copies
    strip = max(1, min(rows, _STRIP_CELLS // per_row))
    result = np.empty((filters, rows, columns), np.float32)
    for first in range(0, rows, strip):
        count = min(strip, rows - first)
        start = first * taps.stride[0]
        reach = (count - 1) * taps.stride[0] + taps.dilation[0] * (taps.kernel[0] - 1) + 1
        part = taps._replace(out=(count, columns))
        compute = _all_taps if in_one else _row_by_row
        result[:, first : first + count] = compute(
            padded[:, start : start + reach], weights, groups, part
        )
    return result


def _all_taps(padded: Floats, weights: Floats, groups: int, taps: _Taps) -> _Array:
    """Copy the input once per tap, shifted; then one matrix product (im2col)."""
    filters, depth, kernel_rows, kernel_columns = weights.shape
    if taps.kernel == (1, 1):
        shifted = padded[:, :: taps.stride[0], :: taps.stride[1]][:, : taps.out[0], : taps.out[1]]
    else:
        shifted = np.empty((padded.shape[0], *taps.kernel, *taps.out), np.float32)
        for row in range(kernel_rows):
            rows = _tap_slice(row, taps.stride[0], taps.dilation[0], taps.out[0])
            for column in range(kernel_columns):
                columns = _tap_slice(column, taps.stride[1], taps.dilation[1], taps.out[1])
                shifted[:, row, column] = padded[:, rows, columns]
    inner = depth * kernel_rows * kernel_columns
    matrices = weights.reshape(groups, filters // groups, inner)
    product: _Array = np.matmul(matrices, shifted.reshape(groups, inner, -1))
    return product.reshape(filters, *taps.out)


def _row_by_row(padded: Floats, weights: Floats, groups: int, taps: _Taps) -> _Array:
    """Copy the input once per kernel column, shifted; then one matrix product per kernel row."""
    filters, depth, kernel_rows, kernel_columns = weights.shape
    rows, columns = taps.out
    inner = depth * kernel_columns
    # (kh, groups, Cout/groups, Cg·kw): one matrix per kernel row and group.
    matrices = np.ascontiguousarray(weights.transpose(2, 0, 1, 3)).reshape(
        kernel_rows, groups, filters // groups, inner
    )
    result = np.empty((groups, filters // groups, rows * columns), np.float32)
    product = np.empty_like(result)
    shifted: dict[int, _Array] = {}
    for row in range(kernel_rows):
        ahead, phase = divmod(row * taps.dilation[0], taps.stride[0])
        if phase not in shifted:
            shifted[phase] = _shifted(padded, phase, taps).reshape(groups, inner, -1)
        cells = shifted[phase][:, :, ahead * columns : (ahead + rows) * columns]
        if row == 0:
            np.matmul(matrices[row], cells, out=result)
        else:
            np.matmul(matrices[row], cells, out=product)
            result += product
    return result.reshape(filters, rows, columns)


def _shifted(padded: Floats, phase: int, taps: _Taps) -> _Array:
    """Give (Cin, kw, rows, W') float32: rows phase, phase + stride, … once per kernel column."""
    strided = padded[:, phase :: taps.stride[0]]
    columns = taps.out[1]
    if taps.kernel[1] == 1:
        return strided[:, None, :, _tap_slice(0, taps.stride[1], 1, columns)]
    result = np.empty((padded.shape[0], taps.kernel[1], strided.shape[1], columns), np.float32)
    for column in range(taps.kernel[1]):
        where = _tap_slice(column, taps.stride[1], taps.dilation[1], columns)
        result[:, column] = strided[:, :, where]
    return result
