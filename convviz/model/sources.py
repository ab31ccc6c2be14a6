"""The values of an input: a photo, a photo's features, a gradient, noise, one-hot."""

from __future__ import annotations

import numpy as np

from convviz.model.arrays import Floats, read_only, sealed
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.hashing import text_key, uniforms
from convviz.model.layers import Input, Source, conv2d
from convviz.model.shape import Pair, Shape
from convviz.model.stem import STEM_SHRINK, stem_features, stem_layers
from convviz.model.values import LIMIT_CELLS, LIMIT_MACS, LIMIT_WEIGHTS, Unvalued


def picture_size(layer: Input) -> Pair | None:
    """Give the (height, width) of the picture that an input needs, or None when it needs none."""
    if layer.source is Source.PHOTO:
        return layer.height, layer.width
    if layer.source is Source.PHOTO_FEATURES:
        return STEM_SHRINK * layer.height, STEM_SHRINK * layer.width
    return None


def source_limit(layer: Input) -> str | None:
    """Tell which limit an input's values are over, before a picture is made; None: none.

    The stem's convolutions have the same limits on weights and MACs as any layer.
    """
    if layer.channels * layer.height * layer.width > LIMIT_CELLS:
        return Unvalued.CELLS
    if layer.source is not Source.PHOTO_FEATURES:
        return None
    shape = Shape(3, STEM_SHRINK * layer.height, STEM_SHRINK * layer.width)
    for conv in stem_layers(layer.channels):
        out = conv2d.output_shape(conv, (shape,))
        counts = conv2d.counts(conv, (shape,), out)
        if counts.weights > LIMIT_WEIGHTS:
            return Unvalued.WEIGHTS
        if counts.macs > LIMIT_MACS:
            return Unvalued.MACS
        pools = 2 if conv.kernel != (1, 1) else 1
        shape = Shape(out.channels, out.height // pools, out.width // pools)
    return None


def input_values(layer: Input, picture: Floats | None = None) -> Floats:
    """Give an input's values.

    Parameters
    ----------
    layer
        The input; a photo needs 3 channels, as `shapes` checks.
    picture
        (3, h, w) float32 in 0..1, of `picture_size`; None where that is None.

    Returns
    -------
    Floats
        (C, H, W) float32, read-only.

    Raises
    ------
    ModelError
        WRONG_VALUES for a picture of another size.
    """
    needed = picture_size(layer)
    if needed is not None:
        if picture is None or picture.shape != (3, *needed):
            given = "none" if picture is None else str(picture.shape)
            values = {"expected": str((3, *needed)), "given": given}
            raise ModelError(ErrorCode.WRONG_VALUES, field="source", values=values)
        if layer.source is Source.PHOTO:
            return read_only(picture)
        return stem_features(picture, layer.channels, layer.seed)
    make = {Source.GRADIENT: _gradient, Source.NOISE: _noise, Source.ONE_HOT: _one_hot}
    return sealed(make[layer.source](layer))


def _gradient(layer: Input) -> Floats:
    """Ramp from 0 to 1 across each channel, in a direction that turns from channel to channel."""
    angles = 2 * np.pi * np.arange(layer.channels, dtype=np.float32) / layer.channels
    x = np.linspace(-1, 1, layer.width, dtype=np.float32) if layer.width > 1 else np.zeros(1)
    y = np.linspace(-1, 1, layer.height, dtype=np.float32) if layer.height > 1 else np.zeros(1)
    across = np.cos(angles)[:, None, None] * x[None, None, :]
    down = np.sin(angles)[:, None, None] * y[None, :, None]
    longest = (np.abs(np.cos(angles)) + np.abs(np.sin(angles)))[:, None, None]
    result: Floats = (0.5 + 0.5 * (across + down) / longest).astype(np.float32)
    return result


def _noise(layer: Input) -> Floats:
    """Draw uniformly from [0, 1); a cell keeps its number when the volume grows."""
    channels = np.arange(layer.channels, dtype=np.uint64)[:, None, None] << np.uint64(34)
    rows = np.arange(layer.height, dtype=np.uint64)[None, :, None] << np.uint64(17)
    columns = np.arange(layer.width, dtype=np.uint64)[None, None, :]
    draws = uniforms(text_key("noise", layer.seed), (channels | rows | columns).ravel())
    return draws.reshape(layer.channels, layer.height, layer.width)


def _one_hot(layer: Input) -> Floats:
    """Put a single 1 in the middle of one channel: what comes out shows the filter itself."""
    result = np.zeros((layer.channels, layer.height, layer.width), np.float32)
    result[layer.seed % layer.channels, (layer.height - 1) // 2, (layer.width - 1) // 2] = 1
    return result
