"""Every layer's weights, drawn by a counter-based hash: each depends on its own place alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats, sealed
from convviz.model.gabor import gabor_weights
from convviz.model.hashing import normals, text_key
from convviz.model.initialisation import Init
from convviz.model.layer_fields import SeededConvolution, SeededLinear

# Rec. 601 luma, and the sepia matrix in common use (rows: red, green, blue of the result).
LUMA = (0.299, 0.587, 0.114)
SEPIA = ((0.393, 0.769, 0.189), (0.349, 0.686, 0.168), (0.272, 0.534, 0.131))

BIAS_SCALE = 0.08  # small, and yet seen when the bias joins the sum
_SPREAD = 0.1  # of batch norm's γ about 1 and β about 0


@dataclass(frozen=True, eq=False)
class ConvWeights:
    """A layer's numbers.

    Parameters
    ----------
    weights
        (Cout, Cin/groups, kh, kw) float32, read-only.
    bias
        (Cout,) float32, read-only; zeros where the layer has none.
    """

    weights: Floats
    bias: Floats


def conv_weights(layer: SeededConvolution, node: str, channels: int) -> ConvWeights:
    """Give the weights of a convolution that reads `channels` channels.

    A weight's pattern depends on (seed, node, filter, channel within the filter, position from
    the kernel's centre), so other sizes keep every surviving weight up to one common scale.

    Returns
    -------
    ConvWeights
        He weights have variance 2 ÷ fan-in (He et al., "Delving deep into rectifiers", 2015).
    """
    depth = layer.group_channels(channels)
    shape = (layer.filters, depth, *layer.kernel)
    key = text_key(node, layer.seed)
    if layer.init is Init.HE:
        weights = _he(key, shape)
    elif layer.init is Init.GABOR:
        weights = gabor_weights(key, shape)
    elif layer.init is Init.AVERAGING:
        weights = np.full(shape, 1 / (depth * shape[2] * shape[3]), np.float32)
    else:
        weights = _at_centre(layer, shape)
    bias = np.zeros(layer.filters, np.float32)
    if layer.bias and layer.init in (Init.HE, Init.GABOR):
        draws = normals(text_key("bias", key), np.arange(layer.filters, dtype=np.uint64))
        bias = (BIAS_SCALE * draws).astype(np.float32)
    return ConvWeights(sealed(weights), sealed(bias))


def _he(key: int, shape: tuple[int, int, int, int]) -> NDArray[np.float32]:
    filters, depth, height, width = shape
    scale = (2 / (depth * height * width)) ** 0.5
    draws = normals(key, _places(filters, depth, height, width))
    return (draws * np.float32(scale)).reshape(shape)


def _places(filters: int, depth: int, height: int, width: int) -> NDArray[np.uint64]:
    """Number each weight by filter, channel and offset from the centre: 17 + 17 + 15 + 15 bits.

    Larger offsets wrap into each other, which only makes two far weights alike.
    """
    rows = (np.arange(height) - (height - 1) // 2).astype(np.uint64) & np.uint64(0x7FFF)
    columns = (np.arange(width) - (width - 1) // 2).astype(np.uint64) & np.uint64(0x7FFF)
    offsets = (rows[:, None] << np.uint64(15)) | columns[None, :]
    outer = np.arange(filters, dtype=np.uint64) << np.uint64(47)
    inner = np.arange(depth, dtype=np.uint64) << np.uint64(30)
    places = np.bitwise_or(outer[:, None, None, None], inner[None, :, None, None])
    result: NDArray[np.uint64] = np.bitwise_or(places, offsets).ravel()
    return result


def _at_centre(layer: SeededConvolution, shape: tuple[int, int, int, int]) -> NDArray[np.float32]:
    """Put weights at the kernel's centre alone: identity, luma, sepia."""
    filters, depth, height, width = shape
    centre = np.zeros((filters, depth), np.float32)
    per_group = filters // layer.groups
    for index in range(filters):
        if layer.init is Init.LUMA:
            centre[index] = LUMA
        elif layer.init is Init.SEPIA:
            centre[index] = SEPIA[index % 3]
        else:
            centre[index, min(index % per_group, depth - 1)] = 1
    weights = np.zeros(shape, np.float32)
    weights[:, :, (height - 1) // 2, (width - 1) // 2] = centre
    return weights


def linear_weights(layer: SeededLinear, node: str, channels: int) -> ConvWeights:
    """Give (features, channels, 1, 1) and (features,) float32: He weights, as a convolution's.

    A weight's pattern depends on (seed, node, output, input), so other sizes keep it.
    """
    key = text_key(node, layer.seed)
    outputs = np.arange(layer.features, dtype=np.uint64)
    places = (outputs[:, None] << np.uint64(32)) | np.arange(channels, dtype=np.uint64)
    weights = normals(key, places.ravel()) * np.float32((2 / channels) ** 0.5)
    bias = np.zeros(layer.features, np.float32)
    if layer.bias:
        bias = BIAS_SCALE * normals(text_key("bias", key), outputs)
    shape = (layer.features, channels, 1, 1)
    return ConvWeights(sealed(weights.reshape(shape)), sealed(bias.astype(np.float32)))


def batch_norm_weights(seed: int, node: str, channels: int) -> ConvWeights:
    """Give γ as (C, 1, 1, 1) and β as (C,) float32: normal about 1 and 0."""
    counters = np.arange(2 * channels, dtype=np.uint64)
    draws = (_SPREAD * normals(text_key(node, seed), counters)).astype(np.float32)
    gamma = (1 + draws[0::2]).reshape(channels, 1, 1, 1)
    return ConvWeights(sealed(gamma), sealed(draws[1::2].copy()))
