"""The kinds of layers, one file each."""

from __future__ import annotations

from convviz.model.initialisation import Init
from convviz.model.kind import Layer
from convviz.model.layers.add import Add
from convviz.model.layers.average_pool import AveragePool
from convviz.model.layers.batch_norm import BatchNorm
from convviz.model.layers.concat import Concat
from convviz.model.layers.conv2d import Conv2d
from convviz.model.layers.dropout import Dropout
from convviz.model.layers.flatten import Flatten
from convviz.model.layers.global_average_pool import GlobalAveragePool
from convviz.model.layers.input import Input, Source
from convviz.model.layers.linear import Linear
from convviz.model.layers.max_pool import MaxPool
from convviz.model.layers.relu import ReLU
from convviz.model.layers.response_norm import ResponseNorm
from convviz.model.layers.softmax import Softmax
from convviz.model.shape import Pads, Shape

__all__ = [
    "Add",
    "AveragePool",
    "BatchNorm",
    "Concat",
    "Conv2d",
    "Dropout",
    "Flatten",
    "GlobalAveragePool",
    "Init",
    "Input",
    "Layer",
    "Linear",
    "MaxPool",
    "Pads",
    "ReLU",
    "ResponseNorm",
    "Shape",
    "Softmax",
    "Source",
]
