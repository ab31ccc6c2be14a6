"""The table of kinds: every module of `layers` that has a `KIND`, so a new kind is one file."""

from __future__ import annotations

from convviz.discovery import modules_of
from convviz.model import layers
from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layers.conv2d import Conv2d
from convviz.model.layers.input import Input
from convviz.model.reading import Reading
from convviz.model.shape import Shape

__all__ = [
    "KINDS",
    "FieldSpec",
    "Kind",
    "Layer",
    "as_convolution",
    "as_input",
    "kind_of",
    "reading_of",
]

_FOUND: list[Kind] = [
    module.KIND
    for module in modules_of(layers.__name__, layers.__path__)
    if hasattr(module, "KIND")
]
KINDS: dict[str, Kind] = {
    kind.name: kind for kind in sorted(_FOUND, key=lambda kind: (kind.rank, kind.name))
}
_BY_LAYER: dict[type[Layer], Kind] = {kind.layer: kind for kind in KINDS.values()}


def kind_of(layer: Layer) -> Kind:
    """Give the kind of a layer."""
    return _BY_LAYER[type(layer)]


def reading_of(layer: Layer, read: Shape) -> Reading:
    """Give what a layer's output cells read of an input of that shape."""
    return kind_of(layer).reading(layer, read)


def as_convolution(layer: Layer) -> Conv2d | None:
    """Give the convolution that a layer is, of a kind that sums products: linear is one of 1×1."""
    found: Conv2d | None = kind_of(layer).convolution(layer)
    return found


def as_input(layer: Layer) -> Input | None:
    """Give what a source provides; None of a layer that reads another."""
    found: Input | None = kind_of(layer).provided(layer)
    return found
