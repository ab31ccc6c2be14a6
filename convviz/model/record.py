"""The one record of which input cells and weights make an output cell."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from convviz.model.cell_records import AnyRecord, CellRecord, OutputRecord, Step
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kinds import KINDS, as_convolution, kind_of, reading_of
from convviz.model.layers import Conv2d
from convviz.model.network import Network, shapes
from convviz.model.recording import same_cell_record, window_cells
from convviz.model.values import Values

__all__ = [
    "AnyRecord",
    "CellRecord",
    "OutputRecord",
    "Step",
    "arithmetic_text",
    "cell_record",
    "output_record",
    "outputs_reading",
    "stage_nodes",
    "stage_record",
    "window_cells",
]


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
    layer = as_convolution(first.layer)
    if layer is None:
        raise ModelError(ErrorCode.NOT_A_CONVOLUTION, node_id)
    return layer, first.id


def _check_inside(node_id: str, field: str, value: int, size: int) -> None:
    if not 0 <= value < size:
        raise ModelError(ErrorCode.OUTSIDE, node_id, field, {"value": value, "size": size})


def _check_cell(
    node_id: str, channel: str, cell: tuple[int, int, int], shape: tuple[int, ...]
) -> None:
    for field, value, size in zip((channel, "row", "column"), cell, shape, strict=True):
        _check_inside(node_id, field, value, size)


def cell_record(
    network: Network, values: Values, node_id: str, filter: int, row: int, column: int
) -> CellRecord:
    """Give the record of output cell (filter, row, column) of a stage's convolution.

    Of a linear layer too, which is a 1×1 convolution of a flat input.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NOT_A_CONVOLUTION, OUTSIDE, UNVALUED.
    """
    _, conv = _convolution(network, node_id)
    record, steps = _made(network, values, stage_nodes(network, conv), (filter, row, column))
    found = record.as_sum
    assert found is not None
    return replace(found, after=steps[-1].after, steps=steps) if steps else found


def output_record(
    network: Network, values: Values, node_id: str, channel: int, row: int, column: int
) -> AnyRecord:
    """Give the record of output cell (channel, row, column) of a stage of any kind.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NO_ARITHMETIC (of an input), OUTSIDE, UNVALUED.
    """
    stage = stage_nodes(network, node_id)
    first = network.node(stage[0])
    if not first.inputs:
        raise ModelError(ErrorCode.NO_ARITHMETIC, node_id)
    if as_convolution(first.layer) is not None:
        return cell_record(network, values, node_id, channel, row, column)
    cell = (channel, row, column)
    if kind_of(first.layer).elementwise:
        return _on_its_own(network, values, (first.inputs[0], *stage), cell)
    record, steps = _made(network, values, stage, cell)
    return replace(record, steps=steps)


def stage_record(
    network: Network, values: Values, nodes: tuple[str, ...], cell: tuple[int, int, int]
) -> AnyRecord:
    """Give the record of output cell (channel, row, column) of a stage that is these nodes.

    An elementwise layer may be a stage by itself, although it follows another one.

    Raises
    ------
    ModelError
        As `output_record`.
    """
    first = network.node(nodes[0])
    if first.inputs and kind_of(first.layer).elementwise:
        return _on_its_own(network, values, (first.inputs[0], *nodes), cell)
    return output_record(network, values, nodes[0], *cell)


def _on_its_own(
    network: Network, values: Values, stage: tuple[str, ...], cell: tuple[int, int, int]
) -> OutputRecord:
    """Give the steps on a cell of an input, of what several layers read, or of any layer."""
    source, first = stage[:2]
    if first not in values.outputs:
        raise ModelError(ErrorCode.UNVALUED, first)
    read = values.outputs[source]
    _check_cell(first, "channel", cell, read.shape)
    record = same_cell_record((read,), read, cell)
    return replace(record, steps=_steps(network, values, stage, cell))


def _made(
    network: Network, values: Values, stage: tuple[str, ...], cell: tuple[int, int, int]
) -> tuple[AnyRecord, tuple[Step, ...]]:
    """Give the record of a stage's first layer, and the steps after it."""
    node = network.node(stage[0])
    make = kind_of(node.layer).record
    assert make is not None
    if any(needed not in values.outputs for needed in (*node.inputs, node.id)):
        raise ModelError(ErrorCode.UNVALUED, node.id)
    output = values.outputs[node.id]
    channel = "channel" if as_convolution(node.layer) is None else "filter"
    _check_cell(node.id, channel, cell, output.shape)
    arrays = tuple(values.outputs[source] for source in node.inputs)
    record = make(node.layer, values.weights.get(node.id), arrays, output, cell)
    return record, _steps(network, values, stage, cell)


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


def outputs_reading(
    network: Network, node_id: str, row: int, column: int, alone: bool = False
) -> tuple[range, range]:
    """Give the output rows and columns of a stage's layer that read input cell (row, column).

    With stride and dilation they lie d ÷ gcd(s, d) apart: the ranges have steps. `alone`: the
    stage is this layer by itself.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NO_ARITHMETIC (of an input), OUTSIDE, or as `network.shapes`.
    """
    first = network.node(node_id if alone else stage_nodes(network, node_id)[0])
    if not first.inputs:
        raise ModelError(ErrorCode.NO_ARITHMETIC, node_id)
    sizes = shapes(network)
    read, made = sizes[first.inputs[0]], sizes[first.id]
    _check_inside(first.id, "row", row, read.height)
    _check_inside(first.id, "column", column, read.width)
    return reading_of(first.layer, read).readers(row, column, (made.height, made.width))


def arithmetic_text(record: AnyRecord, activation: bool = True) -> str:
    """Write out every term, so that Python evaluates it to the cell's value.

    Numbers in the shortest form that gives the same float32.

    Parameters
    ----------
    record
        The cell.
    activation
        With what follows the layer (`after`), or without (`before`).
    """
    text = record.text()
    for step in record.steps if activation else ():
        text = KINDS[step.kind].cell_text(text, step.numbers)
    return text
