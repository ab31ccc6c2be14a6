"""A network as PyTorch code that runs: one module, its numbers loaded, its output compared."""

from __future__ import annotations

from convviz.files.code_plan import Plan, Table, pair
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

FRAMEWORK = "PyTorch"

_IMPORTS = """\
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
"""
_REST = """

def load(network, numbers):
    \"\"\"Put the parameters of the .npz into the network.\"\"\"
    state = {name: torch.from_numpy(array) for name, array in numbers.items() if "." in name}
    network.load_state_dict(state, strict=False)


def main():
    numbers = dict(np.load(NUMBERS)) if NUMBERS.exists() else {}
    network = Network().eval()
    load(network, numbers)
    print(f"{sum(each.numel() for each in network.parameters()):,} parameters")
    volumes = [
        torch.from_numpy(numbers[name]) if name in numbers else torch.rand(shape)
        for name, shape in INPUTS.items()
    ]
    with torch.no_grad():
        outputs = network(*(volume[None] for volume in volumes))
    for name, output in zip(OUTPUTS, outputs if len(OUTPUTS) > 1 else [outputs]):
        output = output[0].numpy()
        told = f"{name}: channels, rows, columns {output.shape}"
        if name in numbers:
            told += f"; off ConvViz's by at most {np.abs(output - numbers[name]).max():.1e}"
            told += f", where the largest value is {np.abs(numbers[name]).max():.3g}"
        print(told)


if __name__ == "__main__":
    main()
"""


def torch_code(plan: Plan) -> str:
    """Return the network as a PyTorch program.

    Volumes are (batch, C, H, W), also where H and W are 1.
    """
    modules = [
        f"        self.{plan.names[node.id]} = {_MODULES[type(node.layer)](plan, node)}"
        for node in plan.nodes
        if type(node.layer) in _MODULES
    ]
    given = ", ".join(plan.names[node.id] for node in plan.inputs)
    steps = [
        f"        {plan.names[node.id]} = {_STEPS[type(node.layer)](plan, node)}{plan.remark(node)}"
        for node in plan.nodes
        if node.inputs
    ]
    outputs = ", ".join(plan.names[node.id] for node in plan.outputs)
    lines = [
        *plan.preface(FRAMEWORK),
        _IMPORTS,
        *plan.tables(),
        "\n\nclass Network(nn.Module):",
        "    def __init__(self):",
        "        super().__init__()",
        *modules,
        "",
        f"    def forward(self, {given}):",
        *steps,
        f"        return {outputs}",
        _REST,
    ]
    return "\n".join(lines).replace("\n\n\n\n", "\n\n\n").rstrip() + "\n"


# ---- what a layer keeps ----------------------------------------------------------------------
def _conv_module(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, Conv2d)
    shape = plan.read_shape(node)
    top, bottom, left, right = layer.pads(shape.height, shape.width)
    given = [str(shape.channels), str(layer.filters), pair(layer.kernel)]
    if layer.stride != (1, 1):
        given.append(f"stride={pair(layer.stride)}")
    if (top, left) == (bottom, right) and (top, left) != (0, 0):
        given.append(f"padding={pair((top, left))}")
    if layer.dilation != (1, 1):
        given.append(f"dilation={pair(layer.dilation)}")
    if layer.groups != 1:
        given.append(f"groups={layer.groups}")
    if not layer.bias:
        given.append("bias=False")
    return f"nn.Conv2d({', '.join(given)})"


def _linear_module(plan: Plan, node: Node) -> str:
    assert isinstance(node.layer, Linear)
    bias = "" if node.layer.bias else ", bias=False"
    return f"nn.Linear({plan.read_shape(node).channels}, {node.layer.features}{bias})"


def _norm_module(plan: Plan, node: Node) -> str:
    return f"nn.BatchNorm2d({plan.shape(node).channels}, eps=1e-5)"


def _dropout_module(plan: Plan, node: Node) -> str:
    assert isinstance(node.layer, Dropout)
    return f"nn.Dropout({node.layer.p!r})"


_MODULES: Table = {
    Conv2d: _conv_module,
    Linear: _linear_module,
    BatchNorm: _norm_module,
    Dropout: _dropout_module,
}


# ---- what a layer does -----------------------------------------------------------------------
def _module(plan: Plan, node: Node) -> str:
    return f"self.{plan.names[node.id]}({plan.read(node)[0]})"


def _conv(plan: Plan, node: Node) -> str:
    """Call the module; uneven padding, as 'same' may need, is put around beforehand."""
    assert isinstance(node.layer, Conv2d)
    shape = plan.read_shape(node)
    top, bottom, left, right = node.layer.pads(shape.height, shape.width)
    read = plan.read(node)[0]
    if (top, left) != (bottom, right):
        read = f"F.pad({read}, ({left}, {right}, {top}, {bottom}))"
    return f"self.{plan.names[node.id]}({read})"


def _linear(plan: Plan, node: Node) -> str:
    return f"self.{plan.names[node.id]}({plan.read(node)[0]}.flatten(1))[:, :, None, None]"


def _max_pool(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, MaxPool)
    given = [plan.read(node)[0], pair(layer.kernel), f"stride={pair(layer.stride)}"]
    if layer.padding != (0, 0):
        given.append(f"padding={pair(layer.padding)}")
    if layer.dilation != (1, 1):
        given.append(f"dilation={pair(layer.dilation)}")
    if layer.ceil_mode:
        given.append("ceil_mode=True")
    return f"F.max_pool2d({', '.join(given)})"


def _average_pool(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, AveragePool)
    given = [plan.read(node)[0], pair(layer.kernel), f"stride={pair(layer.stride)}"]
    if layer.padding != (0, 0):
        given.append(f"padding={pair(layer.padding)}")
    if layer.ceil_mode:
        given.append("ceil_mode=True")
    if not layer.count_include_pad:
        given.append("count_include_pad=False")
    return f"F.avg_pool2d({', '.join(given)})"


def _response_norm(plan: Plan, node: Node) -> str:
    layer = node.layer
    assert isinstance(layer, ResponseNorm)
    numbers = f"alpha={layer.alpha!r}, beta={layer.beta!r}, k={layer.k!r}"
    return f"F.local_response_norm({plan.read(node)[0]}, {layer.size}, {numbers})"


_STEPS: Table = {
    Conv2d: _conv,
    Linear: _linear,
    BatchNorm: _module,
    Dropout: _module,
    MaxPool: _max_pool,
    AveragePool: _average_pool,
    ResponseNorm: _response_norm,
    ReLU: lambda plan, node: f"F.relu({plan.read(node)[0]})",
    GlobalAveragePool: lambda plan, node: f"{plan.read(node)[0]}.mean((2, 3), keepdim=True)",
    Concat: lambda plan, node: f"torch.cat([{', '.join(plan.read(node))}], dim=1)",
    Add: lambda plan, node: " + ".join(plan.read(node)),
    Flatten: lambda plan, node: f"{plan.read(node)[0]}.flatten(1)[:, :, None, None]",
    Softmax: lambda plan, node: f"F.softmax({plan.read(node)[0]}, dim=1)",
}
