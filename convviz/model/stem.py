"""GoogLeNet's stem with our own weights (not trained): a photo becomes feature maps.

Szegedy et al., "Going deeper with convolutions", 2015, table 1, up to its second pooling; the two
local response normalisations are left out.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from convviz.model.arrays import Floats, sealed
from convviz.model.convolve import convolve
from convviz.model.dead_leaves import dead_leaves
from convviz.model.layers.conv2d import Conv2d
from convviz.model.stem_weights import (
    SIZE,
    WIDTH,
    calibrated,
    first_bank,
    region_filters,
    second_mix,
    third_mix,
)
from convviz.model.weights import ConvWeights

STEM_SHRINK = 8  # three halvings: the convolution's and the pools'

# Shares of zeros after each ReLU, and the 99.5th percentile of a channel, on that picture.
_SILENT_REGION, _SILENT_SECOND, _SILENT_THIRD = 0.45, 0.5, 0.6
_STRENGTH, _FRONT_STRENGTH = 1.5, 2.4  # the first channel is the face that is seen first
_FLAT = 0.02  # a picture of less contrast than this is not blown up to full contrast


def stem_layers(channels: int) -> tuple[Conv2d, Conv2d, Conv2d]:
    """Give the stem's three convolutions; a ReLU follows each, a pool the first and the last."""
    first = Conv2d(WIDTH, (SIZE, SIZE), stride=(2, 2), padding=(SIZE // 2, SIZE // 2))
    return first, Conv2d(WIDTH, (1, 1)), Conv2d(channels, (3, 3), padding=(1, 1))


def stem_features(picture: Floats, channels: int, seed: int = 0) -> Floats:
    """Send a photo through the stem.

    Parameters
    ----------
    picture
        (3, 8H, 8W) float32 in 0..1.
    channels
        Of the result; a channel's map does not depend on how many there are.
    seed
        Of the 1×1 and 3×3 weights.

    Returns
    -------
    Floats
        (channels, H, W) float32, not negative, read-only.
    """
    first, second, third = stem_weights(channels, seed)
    layers = stem_layers(channels)
    maps = _pooled(_relu(convolve(_standardised(picture), first, layers[0])))
    maps = _relu(convolve(maps, second, layers[1]))
    return sealed(_pooled(_relu(convolve(maps, third, layers[2]))))


@lru_cache(maxsize=4)
def stem_weights(channels: int, seed: int) -> tuple[ConvWeights, ConvWeights, ConvWeights]:
    """Give the weights of the three convolutions, calibrated on a synthetic picture.

    They depend on the seed alone, never on the photo.
    """
    first, second, maps = _first_two(seed)
    layer, mix = stem_layers(channels)[2], third_mix(channels, seed)
    strength = np.full(channels, _STRENGTH, np.float32)
    strength[0] = _FRONT_STRENGTH
    third = calibrated(layer, mix, maps, _SILENT_THIRD, strength)
    return first, second, third


@lru_cache(maxsize=4)
def _first_two(seed: int) -> tuple[ConvWeights, ConvWeights, Floats]:
    """Give the first two convolutions' weights, and their maps of the synthetic picture."""
    layers = stem_layers(1)
    picture = _standardised(dead_leaves())
    silent = np.where(region_filters(), np.float32(_SILENT_REGION), np.float32(-1))
    first = calibrated(layers[0], first_bank(), picture, silent, 1)
    maps = _pooled(_relu(convolve(picture, first, layers[0])))
    second = calibrated(layers[1], second_mix(seed), maps, _SILENT_SECOND, 1)
    return first, second, _relu(convolve(maps, second, layers[1]))


def _standardised(picture: Floats) -> Floats:
    """Take out each colour's mean and divide by the deviation, as is usual before a network."""
    centred = picture - picture.mean(axis=(1, 2), keepdims=True)
    result: Floats = centred / np.float32(max(float(centred.std()), _FLAT))
    return result


def _relu(array: Floats) -> Floats:
    return np.maximum(array, np.float32(0), out=array)


def _pooled(array: Floats) -> Floats:
    """Take the maximum of 3×3 cells at stride 2, with a last window that may hang over.

    (C, 2H, 2W) -> (C, H, W): ceil((n − 3) / 2) + 1 = n / 2 for even n.
    """
    across = np.maximum(array[:, :, 0::2], array[:, :, 1::2])
    np.maximum(across[:, :, :-1], array[:, :, 2::2], out=across[:, :, :-1])
    down = np.maximum(across[:, 0::2], across[:, 1::2])
    np.maximum(down[:, :-1], across[:, 2::2], out=down[:, :-1])
    return down
