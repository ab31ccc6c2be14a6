"""The table of kinds: a new kind is one file in `layers` and one row here."""

from __future__ import annotations

from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layers import (
    add,
    average_pool,
    batch_norm,
    concat,
    conv2d,
    dropout,
    flatten,
    global_average_pool,
    input,
    linear,
    max_pool,
    relu,
    response_norm,
    softmax,
)

__all__ = ["KINDS", "FieldSpec", "Kind", "Layer", "kind_of"]

_TABLE = (
    input.KIND,
    conv2d.KIND,
    relu.KIND,
    batch_norm.KIND,
    max_pool.KIND,
    average_pool.KIND,
    global_average_pool.KIND,
    response_norm.KIND,
    dropout.KIND,
    concat.KIND,
    add.KIND,
    flatten.KIND,
    linear.KIND,
    softmax.KIND,
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _TABLE}
_BY_LAYER: dict[type[Layer], Kind] = {kind.layer: kind for kind in KINDS.values()}


def kind_of(layer: Layer) -> Kind:
    """Give the kind of a layer."""
    return _BY_LAYER[type(layer)]
