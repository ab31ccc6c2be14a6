"""Make torch_outputs.npz: ``pip install torch==2.13.0 numpy`` elsewhere, then run this there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch_cases import cases, inputs_of, numbers, stored


def convolved(number, case):
    """Compute one case in float64 from float32 numbers."""
    array, weights, bias = (torch.from_numpy(a).double() for a in inputs_of(number, case))
    output = torch.nn.functional.conv2d(
        array[None],
        weights,
        bias,
        stride=case.stride,
        padding=case.padding,
        dilation=case.dilation,
        groups=case.groups,
    )
    return output[0].numpy()


def normalised():
    """Batch norm over a batch of one picture: its own statistics."""
    array, gamma, beta = (numbers(s, 9_000_000 + i) for i, s in enumerate(((7, 9, 11), 7, 7)))
    tensors = (torch.from_numpy(a).double() for a in (array[None], gamma, beta))
    x, weight, bias = tensors
    output = torch.nn.functional.batch_norm(x, None, None, weight, bias, training=True, eps=1e-5)
    return output[0].numpy()


def main():
    """Write the fixture beside this file."""
    outputs = [convolved(number, case) for number, case in enumerate(cases())]
    np.savez_compressed(
        Path(__file__).with_name("torch_outputs.npz"),
        torch=np.array(torch.__version__),
        shapes=np.array([output.shape for output in outputs], dtype=np.int32),
        values=np.concatenate([stored(output) for output in outputs]).astype(np.float32),
        batch_norm=normalised().astype(np.float32),
    )


if __name__ == "__main__":
    main()
