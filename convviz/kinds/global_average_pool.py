"""Global average pooling: the mean of each channel."""

from __future__ import annotations

from convviz.kinds.code import Code
from convviz.kinds.means import MEAN
from convviz.kinds.presentation import Presentation
from convviz.model.layers.global_average_pool import KIND

PRESENTATION = Presentation(
    KIND,
    telling=MEAN,
    code=Code(
        torch=lambda call: f"{call.read}.mean((2, 3), keepdim=True)",
        keras=lambda call: f"layers.GlobalAveragePooling2D(keepdims=True)({call.read})",
    ),
)
