"""Where the weights of a new layer come from."""

from __future__ import annotations

from enum import Enum


class Init(Enum):
    """Where a layer's weights come from."""

    HE = "he"
    GABOR = "gabor"
    AVERAGING = "averaging"
    IDENTITY = "identity"
    LUMA = "luma"
    SEPIA = "sepia"
