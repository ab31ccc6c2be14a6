"""Batch norm's numbers: the statistics of a volume, and the scale and shift they fold into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from convviz.model.arrays import Floats

if TYPE_CHECKING:
    from convviz.model.weights import ConvWeights

EPSILON = 1e-5


def statistics(plane: Floats) -> tuple[float, float]:
    """Give μ and σ of one channel, (H, W) float32; σ is sqrt(variance + ε)."""
    mean, variance = float(plane.mean(dtype=np.float64)), float(plane.var(dtype=np.float64))
    return mean, (variance + EPSILON) ** 0.5


def scale_and_shift(plane: Floats, weights: ConvWeights, channel: int) -> tuple[float, float]:
    """Fold one channel's statistics, γ and β into scale·x + shift, both float32 exactly.

    Parameters
    ----------
    plane
        (H, W) float32: the channel before the layer.
    weights
        γ as (C, 1, 1, 1), β as (C,).
    channel
        Which.
    """
    mean, deviation = statistics(plane)
    scale = float(weights.weights[channel, 0, 0, 0]) / deviation
    shift = float(weights.bias[channel]) - scale * mean
    return float(np.float32(scale)), float(np.float32(shift))


def normalised(array: Floats, weights: ConvWeights) -> Floats:
    """Compute scale·x + shift of every cell, (C, H, W) float32."""
    result = np.empty_like(array)
    for channel, plane in enumerate(array):
        scale, shift = scale_and_shift(plane, weights, channel)
        np.multiply(plane, np.float32(scale), out=result[channel])
        result[channel] += np.float32(shift)
    return result
