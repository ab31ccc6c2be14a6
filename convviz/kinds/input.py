"""The input volume."""

from __future__ import annotations

from convviz.kinds.presentation import Presentation
from convviz.model.layers.input import KIND, Input, Source

# Which sources a field matters to; a field that is not named always does.
_MATTERS = {
    "photo": (Source.PHOTO, Source.PHOTO_FEATURES),
    "crop": (Source.PHOTO, Source.PHOTO_FEATURES),
    "seed": (Source.NOISE, Source.ONE_HOT),
}


def matters(layer: Input, field: str) -> bool:
    """Whether a field has any effect with the source that is chosen."""
    return field not in _MATTERS or layer.source in _MATTERS[field]


PRESENTATION = Presentation(KIND, matters=matters)
