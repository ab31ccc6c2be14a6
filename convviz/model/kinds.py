"""The table of kinds: a new kind is one file in `layers` and one row here."""

from __future__ import annotations

from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layers import batch_norm, conv2d, input, relu

__all__ = ["KINDS", "FieldSpec", "Kind", "Layer", "kind_of"]

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (input.KIND, conv2d.KIND, relu.KIND, batch_norm.KIND)
}
_BY_LAYER: dict[type[Layer], Kind] = {kind.layer: kind for kind in KINDS.values()}


def kind_of(layer: Layer) -> Kind:
    """Give the kind of a layer."""
    return _BY_LAYER[type(layer)]
