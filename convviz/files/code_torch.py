"""A network as PyTorch code that runs: one module, its numbers loaded, its output compared."""

from __future__ import annotations

from convviz.files.code_plan import Plan

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
        f"        self.{plan.names[node.id]} = {code.module(plan.call(node))}"
        for node, code in plan.steps
        if code.module is not None
    ]
    given = ", ".join(plan.names[node.id] for node in plan.inputs)
    steps = [
        f"        {plan.names[node.id]} = {code.torch(plan.call(node))}{plan.remark(node)}"
        for node, code in plan.steps
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
