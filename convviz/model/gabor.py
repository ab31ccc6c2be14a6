"""Edge and colour filters: Gabor functions over space times a mix over the channels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.model.hashing import uniforms

# Light, red against green, blue against yellow: the three axes of opponent colour.
OPPONENT = np.array(
    [[1.0, 1.0, 1.0], [1.25, -1.25, 0.0], [-0.7, -0.7, 1.4]],
    np.float32,
)

ROUNDING = 1e-7  # below: what rounding leaves of a zero
_PERIOD = 60  # filters after which `_plane_and_axis` begins anew


def gabor_plane(
    height: int, width: int, angle: float, wavelength: float, phase: float, spread: float
) -> NDArray[np.float32]:
    """Give a Gabor function at the cells of a kernel, (height, width) float32.

    Daugman, "Uncertainty relation for resolution in space, spatial frequency, and orientation
    optimized by two-dimensional visual cortical filters", 1985; the Gaussian's share is taken
    out so that an even light gives nothing.

    Parameters
    ----------
    height, width
        Of the kernel; the function's centre is the kernel's.
    angle
        Direction across the stripes, radians from x towards y (down).
    wavelength, spread
        Of the wave and of the Gaussian (standard deviation), in cells.
    phase
        Radians; 0 a bright line, π/2 an edge.
    """
    y = (np.arange(height) - (height - 1) / 2)[:, None]
    x = (np.arange(width) - (width - 1) / 2)[None, :]
    across = x * np.cos(angle) + y * np.sin(angle)
    envelope = np.exp(-(x**2 + y**2) / (2 * spread**2))
    wave = np.cos(2 * np.pi * across / wavelength - phase)
    level = np.cos(phase) * np.exp(-2 * (np.pi * spread / wavelength) ** 2)
    result: NDArray[np.float32] = (envelope * (wave - level)).astype(np.float32)
    result[np.abs(result) < ROUNDING] = 0.0  # a wave's zero crossing is a zero to be shown
    return result


def blob_plane(height: int, width: int, spread: float) -> NDArray[np.float32]:
    """Give a Gaussian at the cells of a kernel, (height, width) float32."""
    y = (np.arange(height) - (height - 1) / 2)[:, None]
    x = (np.arange(width) - (width - 1) / 2)[None, :]
    result: NDArray[np.float32] = np.exp(-(x**2 + y**2) / (2 * spread**2)).astype(np.float32)
    return result


def gabor_weights(key: int, shape: tuple[int, int, int, int]) -> NDArray[np.float32]:
    """Give the weights of a layer of edge and colour filters.

    The first filters are the ones to show first: an upright, a level, two slanting edges, then
    a colour-opponent blob; further ones turn on. On three channels the mix is light or an
    opponent colour; on other numbers it is drawn from the key.

    Parameters
    ----------
    key
        Of the layer.
    shape
        (Cout, Cin/groups, kh, kw).

    Returns
    -------
    NDArray
        Float32 of that shape.
    """
    filters, depth, height, width = shape
    polarity = np.where(uniforms(key, np.arange(filters, dtype=np.uint64)) < 0.5, 1, -1)
    weights = np.empty(shape, np.float32)
    planes = [_plane_and_axis(index, height, width) for index in range(min(filters, _PERIOD))]
    for index in range(filters):
        plane, axis = planes[index % _PERIOD]
        mix = OPPONENT[axis] / 3 if depth == 3 else _drawn_mix(key, index, depth)
        weights[index] = polarity[index] * mix[:, None, None] * plane
    return weights


def _drawn_mix(key: int, index: int, depth: int) -> NDArray[np.float32]:
    """Draw a mix of `depth` channels, (depth,) float32 of length about 1."""
    first = np.uint64(index + 1) << np.uint64(32)
    draws = uniforms(key, first + np.arange(depth, dtype=np.uint64))
    return (2 * draws - 1) * np.float32((3 / depth) ** 0.5)


def _plane_and_axis(index: int, height: int, width: int) -> tuple[NDArray[np.float32], int]:
    """Give the spatial part of filter `index`, and which row of OPPONENT mixes its colours."""
    turn, place = divmod(index, 5)
    if place == 4 or (height == 1 and width == 1):
        return np.float32(0.6) * blob_plane(height, width, 1.2), 2 - turn % 2
    step = (0, 2, 1, 3)[place]  # upright, level, two slanting
    angle = (step + 0.5 * (turn % 2)) * np.pi / 4
    wavelength = (5.0, 4.0, 6.5)[turn % 3]
    return gabor_plane(height, width, angle, wavelength, np.pi / 2, 1.5), (0, 0, 1, 2)[turn % 4]
