"""The registry of kinds: every module of this package that has a `PRESENTATION`."""

from __future__ import annotations

from convviz import kinds
from convviz.discovery import modules_of
from convviz.kinds.presentation import Elementwise, Presentation
from convviz.model.kind import Layer
from convviz.model.kinds import KINDS, as_convolution, kind_of
from convviz.model.layers.conv2d import Conv2d

_FOUND: dict[str, Presentation] = {
    module.PRESENTATION.kind.name: module.PRESENTATION
    for module in modules_of(kinds.__name__, kinds.__path__)
    if hasattr(module, "PRESENTATION")
}
PRESENTATIONS: dict[str, Presentation] = {name: _FOUND[name] for name in KINDS}


def presentation_of(layer: Layer) -> Presentation:
    """How a layer's kind is presented."""
    return PRESENTATIONS[kind_of(layer).name]


def filters_of(layer: Layer) -> Conv2d | None:
    """The convolution of a layer whose filters are named and counted; None of any other."""
    return as_convolution(layer) if presentation_of(layer).filters else None


def steps_of(kinds: tuple[str, ...]) -> tuple[Elementwise, ...]:
    """How elementwise kinds are told, one after another."""
    told = (PRESENTATIONS[kind].after for kind in kinds)
    return tuple(each for each in told if each is not None)
