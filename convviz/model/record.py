"""The one record of which input cells and weights make an output cell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import gcd

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kinds import KINDS, kind_of
from convviz.model.layers import Conv2d
from convviz.model.network import Network, shapes
from convviz.model.values import Values


@dataclass(frozen=True, eq=False)
class Step:
    """An elementwise layer after the convolution, at this one cell.

    `numbers` are what it used (batch norm: scale and shift, then γ, μ, σ and β); `before` and
    `after` its value.
    """

    node: str
    kind: str
    before: float
    after: float
    numbers: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class CellRecord:
    """How one output cell comes about; Cg = Cin ÷ groups.

    Parameters
    ----------
    filter, row, column
        The output cell; the filter is its channel.
    channels
        The input channels that the filter reads.
    rows, columns
        (kh,) and (kw,) int: input rows and columns; negative or ≥ size: padding.
    inside
        (kh, kw) bool: on the input, not on padding.
    inputs, weights
        (Cg, kh, kw) float32; padding reads 0.
    products
        (Cg, kh, kw) float64, exact.
    channel_sums, running
        (Cg,) float64: each channel's products summed; the sum up to and with this channel,
        without the bias.
    bias
        Zero where the layer has none.
    before, after
        The layer's own values: of the convolution, and after the stage's last layer.
    activation
        Kind of the stage's last layer ("relu", "batch-norm"), or None.
    steps
        Every elementwise layer of the stage, in order.
    """

    filter: int
    row: int
    column: int
    channels: slice
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    inside: NDArray[np.bool_]
    inputs: Floats
    weights: Floats
    products: NDArray[np.float64]
    channel_sums: NDArray[np.float64]
    running: NDArray[np.float64]
    bias: float
    before: float
    after: float
    activation: str | None
    steps: tuple[Step, ...] = ()


def stage_nodes(network: Network, node_id: str) -> tuple[str, ...]:
    """Give the ids of a stage: a layer and the elementwise layers directly after it.

    Parameters
    ----------
    network
        The network.
    node_id
        Any node of the stage.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER.
    """
    node = network.node(node_id)
    while kind_of(node.layer).elementwise and node.inputs:
        before = network.node(node.inputs[0])
        if not before.inputs or len(network.readers(before.id)) != 1:
            break  # an input is a stage of its own, and so is a layer that several read
        node = before
    found = [node.id]
    while True:
        readers = network.readers(found[-1])
        if not node.inputs or len(readers) != 1 or not kind_of(readers[0].layer).elementwise:
            return tuple(found)
        found.append(readers[0].id)


def _convolution(network: Network, node_id: str) -> tuple[Conv2d, str]:
    """Give the convolution of a stage and its id."""
    first = network.node(stage_nodes(network, node_id)[0])
    if not isinstance(first.layer, Conv2d):
        raise ModelError(ErrorCode.NOT_A_CONVOLUTION, node_id)
    return first.layer, first.id


def _check_inside(node_id: str, field: str, value: int, size: int) -> None:
    if not 0 <= value < size:
        raise ModelError(ErrorCode.OUTSIDE, node_id, field, {"value": value, "size": size})


def cell_record(
    network: Network, values: Values, node_id: str, filter: int, row: int, column: int
) -> CellRecord:
    """Give the record of output cell (filter, row, column) of a stage's convolution.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NOT_A_CONVOLUTION, OUTSIDE, UNVALUED.
    """
    layer, conv = _convolution(network, node_id)
    source = network.node(conv).inputs[0]
    if conv not in values.outputs or source not in values.outputs:
        raise ModelError(ErrorCode.UNVALUED, conv)
    array, output, numbers = values.outputs[source], values.outputs[conv], values.weights[conv]
    _check_inside(conv, "filter", filter, output.shape[0])
    _check_inside(conv, "row", row, output.shape[1])
    _check_inside(conv, "column", column, output.shape[2])
    depth = numbers.weights.shape[1]
    first = filter // (layer.filters // layer.groups) * depth
    channels = slice(first, first + depth)
    rows, columns = window_cells(layer, array.shape[1], array.shape[2], row, column)
    inputs, inside = _window(array[channels], rows, columns)
    weights = numbers.weights[filter]
    products = inputs.astype(np.float64) * weights.astype(np.float64)
    sums = products.sum(axis=(1, 2))
    running = np.cumsum(sums)
    steps = _steps(network, values, stage_nodes(network, conv), (filter, row, column))
    before = float(output[filter, row, column])
    for made in (rows, columns, inside, inputs, products, sums, running):
        made.flags.writeable = False
    place, window = (filter, row, column, channels), (rows, columns, inside)
    return CellRecord(
        *place,
        *window,
        inputs,
        weights,
        products,
        sums,
        running,
        bias=float(numbers.bias[filter]),
        before=before,
        after=steps[-1].after if steps else before,
        activation=steps[-1].kind if steps else None,
        steps=steps,
    )


def window_cells(
    layer: Conv2d, height: int, width: int, row: int, column: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the input rows (kh,) and columns (kw,) that output (row, column) reads.

    r·s + a·d − top for tap a; outside of 0..size−1 it is padding.
    """
    pads = layer.pads(height, width)
    (kh, kw), (sh, sw), (dh, dw) = layer.kernel, layer.stride, layer.dilation
    rows = row * sh - pads.top + dh * np.arange(kh, dtype=np.int64)
    columns = column * sw - pads.left + dw * np.arange(kw, dtype=np.int64)
    return rows, columns


def _window(
    array: Floats, rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> tuple[Floats, NDArray[np.bool_]]:
    """Cut (Cg, kh, kw) out of a volume, zeros where it is padding; and where it is not."""
    _, height, width = array.shape
    inside = ((rows >= 0) & (rows < height))[:, None] & ((columns >= 0) & (columns < width))
    cut = array[:, rows.clip(0, height - 1)[:, None], columns.clip(0, width - 1)[None, :]]
    return np.where(inside, cut, np.float32(0)), inside


def _steps(
    network: Network, values: Values, stage: tuple[str, ...], cell: tuple[int, int, int]
) -> tuple[Step, ...]:
    """Give what the elementwise layers of a stage make of one cell."""
    channel, row, column = cell
    steps: list[Step] = []
    for source, node_id in pairwise(stage):
        if node_id not in values.outputs:
            break
        layer, plane = network.node(node_id).layer, values.outputs[source][channel]
        kind = kind_of(layer)
        numbers = kind.cell_numbers(layer, values.weights.get(node_id), plane, channel)
        after = float(values.outputs[node_id][channel, row, column])
        steps.append(Step(node_id, kind.name, float(plane[row, column]), after, numbers))
    return tuple(steps)


def outputs_reading(network: Network, node_id: str, row: int, column: int) -> tuple[range, range]:
    """Give the output rows and columns of a convolution that read input cell (row, column).

    With stride and dilation they lie d ÷ gcd(s, d) apart: the ranges have steps.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NOT_A_CONVOLUTION, OUTSIDE, or as `network.shapes`.
    """
    layer, conv = _convolution(network, node_id)
    sizes = shapes(network)
    _, height, width = sizes[network.node(conv).inputs[0]]
    _check_inside(conv, "row", row, height)
    _check_inside(conv, "column", column, width)
    pads = layer.pads(height, width)
    rows = _positions(layer, 0, row + pads.top, sizes[conv].height)
    return rows, _positions(layer, 1, column + pads.left, sizes[conv].width)


def _positions(layer: Conv2d, axis: int, cell: int, out: int) -> range:
    """Solve y·s + a·d = cell for 0 ≤ y < out and 0 ≤ a < k: a progression in y."""
    kernel, stride, dilation = layer.kernel[axis], layer.stride[axis], layer.dilation[axis]
    common = gcd(stride, dilation)
    if cell % common:
        return range(0)
    step, period = dilation // common, stride // common
    low = max(0, -(-(cell - (kernel - 1) * dilation) // stride))
    # y ≡ cell/g · (s/g)⁻¹ (mod d/g), since a = (cell − y·s) / d has to be whole.
    first = cell // common * pow(period, -1, step) % step if step > 1 else 0
    low += (first - low) % step
    return range(low, min(out - 1, cell // stride) + 1, step)


_CHUNK = 64  # more terms in one bracket would exceed Python's own limit on nesting


def arithmetic_text(record: CellRecord, activation: bool = True) -> str:
    """Write out every term and the bias, so that Python evaluates it to the cell's value.

    Numbers in the shortest form that gives the same float32; terms bracketed per channel.

    Parameters
    ----------
    record
        The cell.
    activation
        With what follows the convolution (`after`), or without (`before`).
    """
    channels = []
    for inputs, weights in zip(record.inputs, record.weights, strict=True):
        pairs = zip(inputs.ravel(), weights.ravel(), strict=True)
        terms = [f"{_shortest(x)}*{_shortest(w)}" for x, w in pairs]
        channels.append(terms[0] if len(terms) == 1 else f"({_joined(terms)})")
    text = _joined(channels)
    if record.bias:
        text = f"{text} + {_shortest(record.bias)}"
    for step in record.steps if activation else ():
        text = KINDS[step.kind].cell_text(text, step.numbers)
    return text


def _shortest(value: float | np.float32) -> str:
    """Write a float32 in the fewest digits that read back as the same float32."""
    return str(np.float32(value))


def _joined(terms: list[str]) -> str:
    """Add up terms, in brackets of at most _CHUNK."""
    while len(terms) > _CHUNK:
        parts = (terms[at : at + _CHUNK] for at in range(0, len(terms), _CHUNK))
        terms = [f"({' + '.join(part)})" for part in parts]
    return " + ".join(terms)
