"""The kinds of layers, one file each."""

from __future__ import annotations

from convviz.model.kind import Layer
from convviz.model.layers.batch_norm import BatchNorm
from convviz.model.layers.conv2d import Conv2d, Init
from convviz.model.layers.input import Input, Source
from convviz.model.layers.relu import ReLU
from convviz.model.shape import Pads, Shape

__all__ = ["BatchNorm", "Conv2d", "Init", "Input", "Layer", "Pads", "ReLU", "Shape", "Source"]
