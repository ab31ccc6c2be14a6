"""Make torch_kinds.npz: ``pip install torch==2.13.0 numpy`` elsewhere, then run this there."""

from __future__ import annotations

from functools import reduce
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from torch_cases import numbers
from torch_kind_cases import WIDE, cases


def computed(number, case):
    """Compute one case in float64 from float32 numbers: (C, H, W)."""
    salt = 100_000 + 10 * number
    arrays = [
        torch.from_numpy(numbers(shape, salt + place)).double()[None]
        for place, shape in enumerate(case.shapes)
    ]
    array, fields = WIDE.get(case.kind, 1) * arrays[0], case.fields
    if case.kind == "linear":
        weights = numbers((fields["features"], case.shapes[0][0]), salt + 8)
        bias = numbers((fields["features"],), salt + 9) if fields["bias"] else None
        bias = None if bias is None else torch.from_numpy(bias).double()
        flat = functional.linear(array.flatten(1), torch.from_numpy(weights).double(), bias)
        return flat[0].reshape(-1, 1, 1).numpy()
    if case.kind == "flatten":
        return array.flatten(1)[0].reshape(-1, 1, 1).numpy()
    make = {
        "max-pool": lambda: functional.max_pool2d(array, **named(fields)),
        "average-pool": lambda: functional.avg_pool2d(array, **named(fields)),
        "global-average-pool": lambda: functional.adaptive_avg_pool2d(array, 1),
        "lrn": lambda: functional.local_response_norm(array, **fields),
        "dropout": lambda: functional.dropout(array, fields["p"], training=False),
        "concat": lambda: torch.cat(arrays, 1),
        "add": lambda: reduce(torch.add, arrays),
        "softmax": lambda: functional.softmax(array, 1),
        "relu6": lambda: functional.relu6(array),
        "sigmoid": lambda: torch.sigmoid(array),
        "hard-swish": lambda: functional.hardswish(array),
        "multiply": lambda: reduce(torch.mul, arrays),
        "slice": lambda: array[:, fields["first"] - 1 : fields["last"]],
    }
    return make[case.kind]()[0].numpy()


def named(fields):
    """Fields by torch's names."""
    return {("kernel_size" if name == "kernel" else name): v for name, v in fields.items()}


def main():
    """Write the fixture beside this file."""
    outputs = [computed(number, case) for number, case in enumerate(cases())]
    np.savez_compressed(
        Path(__file__).with_name("torch_kinds.npz"),
        torch=np.array(torch.__version__),
        shapes=np.array([output.shape for output in outputs], dtype=np.int32),
        values=np.concatenate([output.ravel() for output in outputs]).astype(np.float32),
    )


if __name__ == "__main__":
    main()
