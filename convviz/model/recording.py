"""From arrays to the record of one output cell, for each way in which cells are made."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from convviz.model.across import divisor, neighbouring
from convviz.model.arrays import Floats, sealed
from convviz.model.cell_records import CellRecord, ProductRecord, SourceCell, SourceRecord
from convviz.model.channel_records import NormRecord, SoftmaxRecord
from convviz.model.layer_fields import AveragePooled, Convolving, ResponseNormed, Windowed
from convviz.model.pool import divisors
from convviz.model.weights import ConvWeights
from convviz.model.window_records import AverageRecord, MaxRecord

Cell = tuple[int, int, int]  # channel, row, column


def window_cells(
    layer: Windowed, height: int, width: int, row: int, column: int
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


def convolution_record(
    layer: Convolving, numbers: ConvWeights, array: Floats, output: Floats, cell: Cell
) -> CellRecord:
    """Give a convolution's record, without what follows it."""
    filter, row, column = cell
    depth = numbers.weights.shape[1]
    first = filter // (layer.filters // layer.groups) * depth
    channels = slice(first, first + depth)
    rows, columns = window_cells(layer, array.shape[1], array.shape[2], row, column)
    inputs, inside = _window(array[channels], rows, columns)
    weights = numbers.weights[filter]
    products = inputs.astype(np.float64) * weights.astype(np.float64)
    sums = products.sum(axis=(1, 2))
    running = np.cumsum(sums)
    for made in (rows, columns, inside, inputs, products, sums, running):
        made.flags.writeable = False
    value = float(output[cell])
    place, window = (filter, row, column, channels), (rows, columns, inside)
    bias = float(numbers.bias[filter])
    return CellRecord(*place, *window, inputs, weights, products, sums, running, bias, value, value)


def max_record(layer: Windowed, array: Floats, output: Floats, cell: Cell) -> MaxRecord:
    """Give the window's cells and the first that is the largest."""
    channel, row, column = cell
    rows, columns = window_cells(layer, array.shape[1], array.shape[2], row, column)
    inputs, inside = _window(array[channel : channel + 1], rows, columns)
    compared = np.where(inside, inputs[0], np.float32(-np.inf))
    tap = divmod(int(compared.argmax()), len(columns))
    return MaxRecord(
        channel=channel,
        row=row,
        column=column,
        before=float(output[cell]),
        rows=rows,
        columns=columns,
        inside=inside,
        inputs=sealed(inputs[0]),
        winner=(int(rows[tap[0]]), int(columns[tap[1]])),
    )


def average_record(
    layer: AveragePooled, array: Floats, output: Floats, cell: Cell
) -> AverageRecord:
    """Give the window's cells, their sum and the divisor."""
    _, row, column = cell
    _, height, width = array.shape
    rows, columns = window_cells(layer, height, width, row, column)
    _, down, across = output.shape
    over = divisors(layer, 0, height, down)[row] * divisors(layer, 1, width, across)[column]
    return _mean_record(array, output, cell, rows, columns, int(over))


def channel_mean_record(array: Floats, output: Floats, cell: Cell) -> AverageRecord:
    """Give all cells of a channel, their sum and their number."""
    _, height, width = array.shape
    rows, columns = np.arange(height, dtype=np.int64), np.arange(width, dtype=np.int64)
    return _mean_record(array, output, cell, rows, columns, height * width)


def _mean_record(
    array: Floats,
    output: Floats,
    cell: Cell,
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    over: int,
) -> AverageRecord:
    channel, row, column = cell
    inputs, inside = _window(array[channel : channel + 1], rows, columns)
    return AverageRecord(
        channel=channel,
        row=row,
        column=column,
        before=float(output[cell]),
        rows=rows,
        columns=columns,
        inside=inside,
        inputs=sealed(inputs[0]),
        total=float(inputs.sum(dtype=np.float64)),
        divisor=over,
    )


def norm_record(layer: ResponseNormed, array: Floats, output: Floats, cell: Cell) -> NormRecord:
    """Give the neighbours of a cell along the channels, and the divisor they make."""
    channel, row, column = cell
    around = neighbouring(layer, channel, len(array))
    inputs = array[around, row, column]
    squares = np.square(inputs, dtype=np.float64).sum()
    return NormRecord(
        channel=channel,
        row=row,
        column=column,
        before=float(output[cell]),
        channels=np.arange(around.start, around.stop, dtype=np.int64),
        inputs=inputs,
        value=float(array[cell]),
        squares=float(squares),
        k=layer.k,
        factor=layer.alpha / layer.size,
        beta=layer.beta,
        divisor=float(divisor(layer, squares)),
    )


def softmax_record(array: Floats, output: Floats, cell: Cell) -> SoftmaxRecord:
    """Give the exponentials of a position's channels and their sum."""
    channel, row, column = cell
    inputs = array[:, row, column]
    highest = float(inputs.max())
    exponentials = np.exp(inputs.astype(np.float64) - highest)
    return SoftmaxRecord(
        channel=channel,
        row=row,
        column=column,
        before=float(output[cell]),
        inputs=inputs,
        highest=highest,
        exponentials=exponentials,
        total=float(exponentials.sum()),
    )


def same_cell_record(arrays: tuple[Floats, ...], output: Floats, cell: Cell) -> SourceRecord:
    """Give the same cell of every input."""
    return _source_record(arrays, output, cell, _same_cells(arrays, cell))


def product_record(arrays: tuple[Floats, ...], output: Floats, cell: Cell) -> ProductRecord:
    """Give the same cell of every input, to be multiplied."""
    found = _source_record(arrays, output, cell, _same_cells(arrays, cell))
    return ProductRecord(**{each.name: getattr(found, each.name) for each in fields(found)})


def _same_cells(arrays: tuple[Floats, ...], cell: Cell) -> tuple[SourceCell, ...]:
    """Give a cell's place in every input; where a channel has one cell it stands for all."""
    channel, row, column = cell
    return tuple(
        SourceCell(source, channel, min(row, array.shape[1] - 1), min(column, array.shape[2] - 1))
        for source, array in enumerate(arrays)
    )


def moved_record(array: Floats, output: Floats, cell: Cell, source: Cell) -> SourceRecord:
    """Give the cell of the only input that is taken over to another place."""
    return _source_record((array,), output, cell, (SourceCell(0, *source),))


def concat_record(arrays: tuple[Floats, ...], output: Floats, cell: Cell) -> SourceRecord:
    """Give the input that holds an output channel, and its channel there."""
    channel, row, column = cell
    source = 0
    while channel >= len(arrays[source]):
        channel -= len(arrays[source])
        source += 1
    return _source_record(arrays, output, cell, (SourceCell(source, channel, row, column),))


def flatten_record(array: Floats, output: Floats, cell: Cell) -> SourceRecord:
    """Give the cell that became an output channel."""
    place = np.unravel_index(cell[0], array.shape)
    source = SourceCell(0, *(int(number) for number in place))
    return _source_record((array,), output, cell, (source,))


def _source_record(
    arrays: tuple[Floats, ...], output: Floats, cell: Cell, cells: tuple[SourceCell, ...]
) -> SourceRecord:
    channel, row, column = cell
    return SourceRecord(
        channel=channel,
        row=row,
        column=column,
        before=float(output[cell]),
        cells=cells,
        inputs=sealed(np.array([arrays[at.source][at[1:]] for at in cells], np.float32)),
    )
