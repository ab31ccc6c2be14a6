"""Average pooling: the mean of the cells of a window."""

from __future__ import annotations

from convviz.kinds.code import Call, Code, overhang, pair, zeros_around
from convviz.kinds.means import MEAN
from convviz.kinds.presentation import Presentation
from convviz.model.layers.average_pool import KIND, AveragePool


def _torch(call: Call) -> str:
    layer: AveragePool = call.layer
    given = [call.read, pair(layer.kernel), f"stride={pair(layer.stride)}"]
    if layer.padding != (0, 0):
        given.append(f"padding={pair(layer.padding)}")
    if layer.ceil_mode:
        given.append("ceil_mode=True")
    if not layer.count_include_pad:
        given.append("count_include_pad=False")
    return f"F.avg_pool2d({', '.join(given)})"


def _keras(call: Call) -> str:
    layer: AveragePool = call.layer
    bottom, right = overhang(call)
    (rows, columns), read = layer.padding, call.read
    hangs = bottom > rows or right > columns
    if hangs or (layer.padding != (0, 0) and not layer.count_include_pad):
        pads = ((rows, bottom), (columns, right))
        counted = layer.padding if layer.count_include_pad else (0, 0)
        return f"average_pool({read}, {layer.kernel}, {layer.stride}, {pads}, {counted})"
    read = zeros_around(read, (rows, rows), (columns, columns))
    return f"layers.AveragePooling2D({pair(layer.kernel)}, {pair(layer.stride)})({read})"


PRESENTATION = Presentation(KIND, telling=MEAN, code=Code(torch=_torch, keras=_keras))
