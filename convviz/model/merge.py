"""A linear 1×1 and k×k pair is one k×k layer, of a rank no higher than the 1×1's filters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from convviz.model.arrays import Floats, read_only, sealed
from convviz.model.convolve import convolve
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kinds import as_convolution
from convviz.model.network import Network
from convviz.model.values import Values
from convviz.model.weights import ConvWeights


@dataclass(frozen=True, eq=False)
class Merged:
    """One layer that does what the pair does.

    Parameters
    ----------
    weights
        (Cout, Cin, kh, kw) float32; its bias, (Cout,), is that of a position clear of padding.
    bias_map
        (Cout, H, W) float32: the bias at every output position. Where the second layer reads
        padding, the first one's bias does not arrive.
    rank
        At most this: the number of the 1×1's filters.
    """

    weights: ConvWeights
    bias_map: Floats
    rank: int


def merged(network: Network, values: Values, first: str, second: str) -> Merged:
    """Merge conv `first` (1×1) and conv `second` that reads it.

    Raises
    ------
    ModelError
        NOT_MERGEABLE, UNVALUED.
    """
    one, many = (as_convolution(network.node(id).layer) for id in (first, second))
    if one is None or many is None:
        raise ModelError(ErrorCode.NOT_MERGEABLE, second)
    if not (
        network.node(second).inputs == (first,)
        and one.kernel == one.stride == (1, 1)
        and one.padding in ((0, 0), "same")
        and one.groups == many.groups == 1
    ):
        raise ModelError(ErrorCode.NOT_MERGEABLE, second)
    for node_id in (first, second):
        if node_id not in values.outputs:
            raise ModelError(ErrorCode.UNVALUED, node_id)
    narrow, wide = values.weights[first], values.weights[second]
    # Σ over the middle channels: a matrix product, in float64 so that the rank stays clean.
    mix = narrow.weights[:, :, 0, 0].astype(np.float64)
    weights = np.einsum("fmab,mc->fcab", wide.weights.astype(np.float64), mix)
    middle = values.outputs[first].shape
    constant = np.broadcast_to(narrow.bias[:, None, None], middle)
    bias = wide.weights.sum(axis=(2, 3), dtype=np.float64) @ narrow.bias + wide.bias
    return Merged(
        weights=ConvWeights(read_only(weights), read_only(bias)),
        bias_map=sealed(convolve(read_only(constant), wide, many)),
        rank=one.filters,
    )
