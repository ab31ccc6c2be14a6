"""The stem's weights: a bank of 7×7 filters, and seeded 1×1 and 3×3 mixes of their maps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats, sealed
from convviz.model.convolve import convolve
from convviz.model.gabor import blob_plane, gabor_plane
from convviz.model.hashing import normals, text_key, uniforms
from convviz.model.layers.conv2d import Conv2d
from convviz.model.weights import ConvWeights

_Array = NDArray[np.float32]

WIDTH = 64  # filters of the stem's first two layers
SIZE = 7

_DIRECTIONS = 16
_EDGES = 2 * _DIRECTIONS
# Mixes of red, green and blue: light, red–green, blue–yellow, warm–cold.
_LIGHT = np.array([0.4, 0.4, 0.4])
_RED_GREEN = np.array([0.7, -0.7, 0.0])
_BLUE_YELLOW = np.array([-0.35, -0.35, 0.7])
_WARM = np.array([0.6, 0.0, -0.6])

_EDGY = 0.85  # the share of channels that answer to edges; the others to areas and colours
_PEAKED = 6.0  # exponent of the mix: few of the 64 maps make a channel
_CROSSING = 0.2  # how much an edge is held down by edges that cross it


def region_filters() -> NDArray[np.bool_]:
    """Tell which of the 64 filters answer to even areas, (64,) bool."""
    found = np.zeros(WIDTH, np.bool_)
    found[_EDGES + 8 : _EDGES + 16] = True
    found[WIDTH - 4 :] = True
    return found


def first_bank() -> _Array:
    """Give the 64 filters of the first layer, (64, 3, 7, 7) float32 of length 1.

    32 edges in 16 directions and two sizes, 8 lines, 8 spots of an opponent colour, 8 edges
    between opponent colours, 4 rings, light and dark, warm and cold.
    """
    planes: list[tuple[NDArray[np.float64], _Array]] = []
    for wavelength, spread in ((4.5, 1.4), (8.0, 2.2)):
        for step in range(_DIRECTIONS):
            angle = 2 * np.pi * step / _DIRECTIONS
            planes.append((_LIGHT, _gabor(angle, wavelength, np.pi / 2, spread)))
    for step in range(4):
        for sign in (1, -1):
            planes.append((sign * _LIGHT, _gabor(np.pi * step / 4, 5.5, 0, 1.6)))
    for axis in (_RED_GREEN, _BLUE_YELLOW):
        for sign in (1, -1):
            for spread in (1.2, 2.2):
                planes.append((sign * axis, blob_plane(SIZE, SIZE, spread)))
    for axis, turn in ((_RED_GREEN, 0.0), (_BLUE_YELLOW, np.pi / 4)):
        for step in range(4):
            planes.append((axis, _gabor(np.pi * step / 2 + turn, 7.0, np.pi / 2, 2.0)))
    for inner, outer in ((0.9, 1.8), (1.4, 2.8)):
        for sign in (1, -1):
            planes.append((sign * _LIGHT, _share(inner) - _share(outer)))
    for axis in (_LIGHT, _WARM):
        for sign in (1, -1):
            planes.append((sign * axis, blob_plane(SIZE, SIZE, 2.5)))
    bank = np.stack([mix[:, None, None] * plane for mix, plane in planes])
    lengths = np.sqrt((bank**2).sum(axis=(1, 2, 3), keepdims=True))
    result: _Array = (bank / lengths).astype(np.float32)
    return result


def _gabor(angle: float, wavelength: float, phase: float, spread: float) -> _Array:
    return gabor_plane(SIZE, SIZE, angle, wavelength, phase, spread)


def _share(spread: float) -> _Array:
    """Give a Gaussian that sums to 1."""
    plane = blob_plane(SIZE, SIZE, spread)
    result: _Array = plane / plane.sum()
    return result


def second_mix(seed: int) -> _Array:
    """Give the weights of the 1×1 layer, (64, 64, 1, 1) float32.

    Each filter keeps one map, mixes in others of its sort, and holds down what crosses an edge.
    """
    key = text_key("stem, second", seed)
    draws = normals(key, np.arange(WIDTH * WIDTH, dtype=np.uint64)).reshape(WIDTH, WIDTH)
    mix = 0.5 * draws.astype(np.float64) ** 3
    region = region_filters()
    mix *= np.where(region[:, None] == region[None, :], 1.0, 0.3)
    mix *= np.where(mix < 0, 0.6, 1.0)
    step = np.arange(_EDGES)
    turn = 2 * np.pi * (step[:, None] - step[None, :]) / _DIRECTIONS
    mix[:_EDGES, :_EDGES] -= _CROSSING * (1 - np.cos(2 * turn)) / 2
    mix += 4 * np.eye(WIDTH)
    result: _Array = mix.astype(np.float32)[:, :, None, None]
    return result


def third_mix(channels: int, seed: int) -> _Array:
    """Give the weights of the 3×3 layer, (channels, 64, 3, 3) float32.

    A filter's weights depend on its own number alone. Each kernel is a small blurred spot that
    lies off the centre; how strong it is falls off steeply over the 64 maps.
    """
    key = text_key("stem, third", seed)
    counters = np.arange(channels * WIDTH, dtype=np.uint64)
    draws = normals(key, counters).reshape(channels, WIDTH).astype(np.float64)
    strength = np.sign(draws) * np.abs(draws) ** _PEAKED
    strength /= np.abs(strength).max(axis=1, keepdims=True)
    edgy = uniforms(text_key("edgy", key), np.arange(channels, dtype=np.uint64)) < _EDGY
    region = region_filters()
    toned = np.where(region, 0.25 * strength, np.where(strength > 0, strength, 0.5 * strength))
    top = np.abs(draws * ~region).argmax(axis=1)
    every = np.arange(channels)
    toned[every, top] = np.abs(toned[every, top])  # so that an edge is what it answers to most
    strength = np.where(edgy[:, None], toned, strength)
    strength[0] = np.arange(WIDTH) < _EDGES  # the face that is seen first: every edge alike
    spots = uniforms(text_key("spots", key), np.arange(3 * counters.size, dtype=np.uint64))
    kernels = _spots(spots.reshape(channels, WIDTH, 3))
    result: _Array = strength.astype(np.float32)[:, :, None, None] * kernels
    return result


def _spots(draws: _Array) -> _Array:
    """Give 3×3 Gaussians that sum to 1 at drawn places, (..., 3) -> (..., 3, 3) float32."""
    at = np.arange(-1, 2, dtype=np.float32)
    x, y, spread = 2 * draws[..., 0] - 1, 2 * draws[..., 1] - 1, 0.5 + 0.5 * draws[..., 2]
    across = np.exp(-((at - x[..., None]) ** 2) / (2 * spread[..., None] ** 2))
    down = np.exp(-((at - y[..., None]) ** 2) / (2 * spread[..., None] ** 2))
    across /= across.sum(axis=-1, keepdims=True)
    down /= down.sum(axis=-1, keepdims=True)
    result: _Array = down[..., :, None] * across[..., None, :]
    return result


def calibrated(
    layer: Conv2d, weights: _Array, maps: Floats, silent: float | _Array, high: float | _Array
) -> ConvWeights:
    """Set a layer's biases and scales so that its maps are sparse and equally strong.

    As data-dependent initialisations do (Mishkin & Matas, "All you need is a good init", 2016).

    Parameters
    ----------
    layer
        The layer.
    weights
        (Cout, Cin, kh, kw) float32, of any scale.
    maps
        (Cin, H, W) float32: what it is to be calibrated on.
    silent
        The share of cells that are to be zero after the ReLU, for all or for each filter;
        negative: this filter keeps a bias of zero.
    high
        What the 99.5th percentile of each map is to be, for all or for each filter.
    """
    filters = layer.filters
    nothing = np.zeros(filters, np.float32)
    raw = convolve(maps, ConvWeights(weights, nothing), layer).reshape(filters, -1)
    order = np.sort(raw, axis=1)
    last = order.shape[1] - 1
    share = np.broadcast_to(np.asarray(silent, np.float32), (filters,))
    quiet = order[np.arange(filters), np.round(np.maximum(share, 0) * last).astype(np.int64)]
    quiet = np.where(share < 0, 0, quiet)
    scale = high / np.maximum(order[:, round(0.995 * last)] - quiet, 1e-6)
    return ConvWeights(
        sealed((weights * scale[:, None, None, None]).astype(np.float32)),
        sealed((-quiet * scale).astype(np.float32)),
    )
