"""The layers of the other kinds that are compared with torch.

Nothing of the product is used here, so that the fixture's script runs where only torch is.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

CASES = {
    "max-pool": 90,
    "average-pool": 90,
    "global-average-pool": 20,
    "lrn": 50,
    "dropout": 5,
    "concat": 20,
    "add": 20,
    "flatten": 15,
    "linear": 40,
    "softmax": 30,
    "relu6": 10,
    "sigmoid": 10,
    "hard-swish": 10,
    "multiply": 30,
    "slice": 15,
    "add-to-channels": 10,
}
WIDE = {"softmax": 8, "relu6": 12, "sigmoid": 20, "hard-swish": 8}  # numbers times that


@dataclass(frozen=True)
class Case:
    """A kind, its fields, and the (C, H, W) of what it reads."""

    kind: str
    shapes: tuple[tuple[int, int, int], ...]
    fields: dict[str, object] = field(default_factory=dict)


def cases():
    """All cases, kind by kind."""
    draw = random.Random(2015)
    return [case_of(kind, draw) for kind, number in CASES.items() for _ in range(number)]


def case_of(kind, draw):
    if kind in ("max-pool", "average-pool"):
        return pooling(kind, draw)
    shape = (draw.randint(1, 9), draw.randint(1, 5), draw.randint(1, 5))
    if kind == "lrn":
        fields = {
            "size": draw.randint(1, 12),
            "alpha": draw.choice((1e-4, 0.5, 2.0, 9.0)),
            "beta": draw.choice((0.5, 0.75, 1.0, 2.0)),
            "k": draw.choice((0.5, 1.0, 2.0)),
        }
        return Case(kind, (shape,), fields)
    if kind == "linear":
        fields = {"features": draw.randint(1, 12), "bias": draw.random() < 0.5}
        return Case(kind, ((draw.randint(1, 40), 1, 1),), fields)
    if kind == "concat":
        depths = [draw.randint(1, 5) for _ in range(draw.randint(2, 4))]
        return Case(kind, tuple((depth, *shape[1:]) for depth in depths))
    if kind in ("multiply", "add-to-channels"):
        wide = (shape[0], *(draw.randint(2, 5) for _ in range(2)))
        gates = draw.randint(1, 2) if kind != "multiply" or draw.random() < 0.7 else 0
        shapes = [wide] * draw.randint(1 if gates else 2, 3) + [(shape[0], 1, 1)] * gates
        draw.shuffle(shapes)
        return Case(kind.removesuffix("-to-channels"), tuple(shapes))
    if kind == "slice":
        first = draw.randint(1, shape[0])
        return Case(kind, (shape,), {"first": first, "last": draw.randint(first, shape[0])})
    if kind == "add":
        return Case(kind, (shape,) * draw.randint(2, 4))
    return Case(kind, (shape,), {"p": draw.random()} if kind == "dropout" else {})


def pooling(kind, draw):
    """A pooling that torch accepts and whose every window meets a cell."""
    while True:
        kernel = (draw.randint(1, 5), draw.randint(1, 5))
        dilation = (1, 1)
        if kind == "max-pool":
            dilation = (draw.choice((1, 1, 2, 3)), draw.choice((1, 1, 2, 3)))
        fields = {
            "kernel": kernel,
            "stride": (draw.randint(1, 4), draw.randint(1, 4)),
            "padding": tuple(draw.randint(0, k // 2) for k in kernel),
            "ceil_mode": draw.random() < 0.6,
        }
        if kind == "max-pool":
            fields["dilation"] = dilation
        else:
            fields["count_include_pad"] = draw.random() < 0.5
        size = tuple(draw.randint(1, 9) for _ in range(2))
        if all(fits(fields, dilation, axis, n) for axis, n in enumerate(size)):
            return Case(kind, ((draw.randint(1, 3), *size),), fields)


def fits(fields, dilation, axis, size):
    """Whether there is a window, and none whose taps all fall on padding."""
    kernel, stride, padding = (fields[name][axis] for name in ("kernel", "stride", "padding"))
    over = stride - 1 if fields["ceil_mode"] else 0
    if dilation[axis] * (kernel - 1) + 1 > size + 2 * padding + over:
        return False
    taps = range(0, dilation[axis] * kernel, dilation[axis])
    starts = range(-padding, 0, stride)
    return all(any(0 <= start + tap < size for tap in taps) for start in starts)
