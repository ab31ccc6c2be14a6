"""A network as Keras code that runs, on TensorFlow, JAX or PyTorch alike.

Keras has no padding but 'same' and none, no ceil mode, no dilated pooling and no response norm, so
padding is a layer of its own and the rest are functions, written only where they are needed.
"""

from __future__ import annotations

from convviz.files.code_keras_functions import FUNCTIONS, IMPORTS, REST
from convviz.files.code_plan import Plan, Table, overhang, pair
from convviz.model.layers import (
    Add,
    AveragePool,
    BatchNorm,
    Concat,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAveragePool,
    Linear,
    MaxPool,
    ReLU,
    ResponseNorm,
    Softmax,
)
from convviz.model.network import Node

FRAMEWORK = "Keras"


def keras_code(plan: Plan) -> str:
    """Return the network as a Keras program.

    Volumes are (batch, H, W, C), also where H and W are 1.
    """
    given = [
        f"    {plan.names[node.id]} = keras.Input({_last(tuple(plan.shape(node)))})"
        for node in plan.inputs
    ]
    steps = [
        f"    {plan.names[node.id]} = {_STEPS[type(node.layer)](plan, node)}{plan.remark(node)}"
        for node in plan.nodes
        if node.inputs
    ]
    inputs = ", ".join(plan.names[node.id] for node in plan.inputs)
    outputs = ", ".join(plan.names[node.id] for node in plan.outputs)
    body = "\n".join(steps)
    needed = [text for name, text in FUNCTIONS.items() if f"{name}(" in body]
    lines = [
        *plan.preface(FRAMEWORK),
        IMPORTS,
        *plan.tables(),
        *needed,
        "\n\ndef network():",
        *given,
        body,
        f"    return keras.Model([{inputs}], [{outputs}])",
        REST,
    ]
    return "\n".join(lines).rstrip() + "\n"


def _last(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Put the channels last."""
    return (*shape[1:], shape[0])


def _padded(read: str, rows: tuple[int, int], columns: tuple[int, int]) -> str:
    """Put zeros around: as few words as they can be said in."""
    if not any((*rows, *columns)):
        return read
    even = rows[0] == rows[1] and columns[0] == columns[1]
    told = pair((rows[0], columns[0])) if even else f"({rows}, {columns})"
    return f"layers.ZeroPadding2D({told})({read})"


def _conv(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, Conv2d)
    shape = plan.read_shape(node)
    top, bottom, left, right = layer.pads(shape.height, shape.width)
    read = _padded(plan.read(node)[0], (top, bottom), (left, right))
    given = [str(layer.filters), pair(layer.kernel)]
    # Keras refuses both at once: then every position is computed, and every s-th is taken.
    both = max(layer.stride) > 1 and max(layer.dilation) > 1
    if layer.stride != (1, 1) and not both:
        given.append(f"strides={pair(layer.stride)}")
    if layer.dilation != (1, 1):
        given.append(f"dilation_rate={pair(layer.dilation)}")
    if layer.groups != 1:
        given.append(f"groups={layer.groups}")
    if not layer.bias:
        given.append("use_bias=False")
    taken = f"[:, ::{layer.stride[0]}, ::{layer.stride[1]}]" if both else ""
    return f'layers.Conv2D({", ".join(given)}, name="{plan.names[node.id]}")({read}){taken}'


def _linear(plan: Plan, node: Node) -> str:
    assert isinstance(node.layer, Linear)
    bias = "" if node.layer.bias else ", use_bias=False"
    name = plan.names[node.id]
    return f'layers.Dense({node.layer.features}{bias}, name="{name}")({plan.read(node)[0]})'


def _norm(plan: Plan, node: Node) -> str:
    name = plan.names[node.id]
    return f'layers.BatchNormalization(epsilon=1e-5, name="{name}")({plan.read(node)[0]})'


def _max_pool(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, MaxPool)
    bottom, right = overhang(layer, plan.read_shape(node), plan.shape(node))
    pads = ((layer.padding[0], bottom), (layer.padding[1], right))
    read = plan.read(node)[0]
    if pads != ((0, 0), (0, 0)):
        read = f"with_lowest({read}, {pads})"
    if layer.dilation != (1, 1):
        given = f"{layer.kernel}, {layer.stride}, {layer.dilation}"
        return f"dilated_max_pool({read}, {given})"
    return f"layers.MaxPooling2D({pair(layer.kernel)}, {pair(layer.stride)})({read})"


def _average_pool(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, AveragePool)
    bottom, right = overhang(layer, plan.read_shape(node), plan.shape(node))
    (rows, columns), read = layer.padding, plan.read(node)[0]
    hangs = bottom > rows or right > columns
    if hangs or (layer.padding != (0, 0) and not layer.count_include_pad):
        pads = ((rows, bottom), (columns, right))
        counted = layer.padding if layer.count_include_pad else (0, 0)
        return f"average_pool({read}, {layer.kernel}, {layer.stride}, {pads}, {counted})"
    read = _padded(read, (rows, rows), (columns, columns))
    return f"layers.AveragePooling2D({pair(layer.kernel)}, {pair(layer.stride)})({read})"


def _response_norm(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, ResponseNorm)
    numbers = f"alpha={layer.alpha!r}, beta={layer.beta!r}, k={layer.k!r}"
    return f"response_norm({plan.read(node)[0]}, {layer.size}, {numbers})"


def _dropout(plan: Plan, node: Node) -> str:
    assert isinstance(node.layer, Dropout)
    return f"layers.Dropout({node.layer.p!r})({plan.read(node)[0]})"


def _flatten(plan: Plan, node: Node) -> str:
    """Channel by channel, as ConvViz and PyTorch count; Keras alone would go cell by cell."""
    first = f"layers.Permute((3, 1, 2))({plan.read(node)[0]})"
    return f"layers.Reshape((1, 1, {plan.shape(node).channels}))({first})"


def _several(name: str, plan: Plan, node: Node) -> str:
    return f"layers.{name}()([{', '.join(plan.read(node))}])"


def _plain(name: str, plan: Plan, node: Node) -> str:
    return f"layers.{name}({plan.read(node)[0]})"


_STEPS: Table = {
    Conv2d: _conv,
    Linear: _linear,
    BatchNorm: _norm,
    Dropout: _dropout,
    MaxPool: _max_pool,
    AveragePool: _average_pool,
    ResponseNorm: _response_norm,
    Flatten: _flatten,
    ReLU: lambda plan, node: _plain("ReLU()", plan, node),
    GlobalAveragePool: lambda plan, node: _plain(
        "GlobalAveragePooling2D(keepdims=True)", plan, node
    ),
    Concat: lambda plan, node: _several("Concatenate", plan, node),
    Add: lambda plan, node: _several("Add", plan, node),
    Softmax: lambda plan, node: _plain("Softmax()", plan, node),
}
