"""Values that are made across the channels of a position: response norm and softmax."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats
from convviz.model.layer_fields import ResponseNormed


def neighbouring(layer: ResponseNormed, channel: int, channels: int) -> slice:
    """Give the channels around one, those that exist."""
    first = channel - layer.size // 2
    return slice(max(0, first), min(channels, first + layer.size))


def response_normed(array: Floats, layer: ResponseNormed) -> Floats:
    """Compute x ÷ (k + α/size · Σ x²)^β in float64; (C, H, W) float32 in and out."""
    squares = np.square(array, dtype=np.float64)
    channels = len(array)
    result = np.empty_like(array)
    for channel in range(channels):  # one plane of sums at a time
        sums = squares[neighbouring(layer, channel, channels)].sum(axis=0)
        result[channel] = array[channel] / divisor(layer, sums)
    return result


def divisor(layer: ResponseNormed, squares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give (k + α/size · squares)^β."""
    result: NDArray[np.float64] = (layer.k + layer.alpha / layer.size * squares) ** layer.beta
    return result


def softmax(array: Floats) -> Floats:
    """Compute each position's shares in float64; (C, H, W) float32 in and out."""
    shifted = array.astype(np.float64)
    shifted -= array.max(axis=0)
    np.exp(shifted, out=shifted)
    shifted /= shifted.sum(axis=0)
    return shifted.astype(np.float32)
