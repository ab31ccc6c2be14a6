"""Max pooling: the cells of a window are compared, and the greatest is kept."""

from __future__ import annotations

from convviz.kinds.code import Call, Code, overhang, pair
from convviz.kinds.presentation import Presentation
from convviz.kinds.telling import (
    Column,
    Explanation,
    Family,
    Line,
    Number,
    OperationKind,
    Sentence,
    Tone,
    When,
)
from convviz.model.layers.max_pool import KIND, MaxPool

_MET = Number(lambda record: int(record.inside.sum()))


def _torch(call: Call) -> str:
    layer: MaxPool = call.layer
    given = [call.read, pair(layer.kernel), f"stride={pair(layer.stride)}"]
    if layer.padding != (0, 0):
        given.append(f"padding={pair(layer.padding)}")
    if layer.dilation != (1, 1):
        given.append(f"dilation={pair(layer.dilation)}")
    if layer.ceil_mode:
        given.append("ceil_mode=True")
    return f"F.max_pool2d({', '.join(given)})"


def _keras(call: Call) -> str:
    layer: MaxPool = call.layer
    bottom, right = overhang(call)
    pads, read = ((layer.padding[0], bottom), (layer.padding[1], right)), call.read
    if pads != ((0, 0), (0, 0)):
        read = f"with_lowest({read}, {pads})"
    if layer.dilation != (1, 1):
        given = f"{layer.kernel}, {layer.stride}, {layer.dilation}"
        return f"dilated_max_pool({read}, {given})"
    return f"layers.MaxPooling2D({pair(layer.kernel)}, {pair(layer.stride)})({read})"


PRESENTATION = Presentation(
    KIND,
    telling=Explanation(
        Family.WINDOW,
        OperationKind.GREATEST,
        lift="window",
        make=Sentence(
            "playback.say.make.greatest",
            {
                "n": _MET,
                "value": Number(lambda record: record.before, Column.RESULTS, Tone.TAKEN),
            },
            end=lambda record: "" if record.inside.all() else ".padded",
        ),
        lines=(
            Line(
                "playback.cells.greatest",
                Number(lambda record: record.before, Column.RESULTS),
                When.MADE,
                {"n": _MET},
            ),
        ),
    ),
    code=Code(torch=_torch, keras=_keras),
)
