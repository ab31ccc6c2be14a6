"""Edits of typed weights: (network, layer, numbers) -> network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from convviz.model.arrays import Floats, sealed
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kinds import kind_of
from convviz.model.network import Network, input_shapes, shapes
from convviz.model.node_weights import node_weights
from convviz.model.typed import (
    BIAS,
    WEIGHT_LIMIT,
    Places,
    Typed,
    centre,
    with_loaded,
    with_numbers,
    without_places,
)
from convviz.model.values import LIMIT_WEIGHTS

Block = Sequence[Sequence[float]]
Place = tuple[int, int, int, int]
Ranges = tuple[tuple[int, int], ...]

_AXES = ("filter", "channel", "row", "column")


def weights_shape(network: Network, node_id: str) -> tuple[int, int, int, int]:
    """Give the shape of a layer's weights: (Cout, Cin/groups, kh, kw).

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NO_WEIGHTS; UNVALUED where they are too many to be drawn.
    """
    node = network.node(node_id)
    shape = kind_of(node.layer).weights_shape(node.layer, input_shapes(network, node_id))
    if shape is None:
        raise ModelError(ErrorCode.NO_WEIGHTS, node_id)
    filters, channels, height, width = (*shape, 1, 1, 1)[:4]
    if filters * channels * height * width > LIMIT_WEIGHTS:
        raise ModelError(ErrorCode.UNVALUED, node_id)
    return filters, channels, height, width


def has_bias(network: Network, node_id: str) -> bool:
    """Tell whether a layer adds a bias."""
    node, known = network.node(node_id), shapes(network)
    read = tuple(known[source] for source in node.inputs)
    return kind_of(node.layer).counts(node.layer, read, known[node_id]).biases > 0


def set_kernel(
    network: Network, node_id: str, filter: int, channel: int, row: int, column: int, block: Block
) -> Network:
    """Put a block of numbers into one kernel, its first number at (row, column).

    Raises
    ------
    ModelError
        As `set_block`.
    """
    return set_block(network, node_id, (filter, channel, row, column), block, (2, 3))


def set_column(
    network: Network,
    node_id: str,
    filter: int,
    channel: int,
    row: int,
    column: int,
    numbers: Sequence[float],
) -> Network:
    """Put numbers into one place of a filter's kernels, down its channels from `channel` on.

    Raises
    ------
    ModelError
        As `set_block`.
    """
    block = [(number,) for number in numbers]
    return set_block(network, node_id, (filter, channel, row, column), block, (1, 3))


def set_matrix(network: Network, node_id: str, filter: int, channel: int, block: Block) -> Network:
    """Put a block into a matrix of weights: a row for each filter, a column for each channel.

    Raises
    ------
    ModelError
        As `set_block`.
    """
    return set_block(network, node_id, (filter, channel, 0, 0), block, (0, 1))


def set_block(
    network: Network, node_id: str, first: Place, block: Block, axes: tuple[int, int]
) -> Network:
    """Put a block of numbers among a layer's weights.

    Parameters
    ----------
    first
        Filter, channel, row and column of its first number.
    axes
        Which of these four its rows go along, and which its columns.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NO_WEIGHTS, UNVALUED, OUTSIDE, UNEVEN_ROWS, BLOCK_TOO_LARGE, WEIGHT_RANGE.
    """
    shape = weights_shape(network, node_id)
    for name, index, size in zip(_AXES, first, shape, strict=True):
        _check_index(node_id, name, index, size)
    if len({len(line) for line in block}) > 1:
        raise ModelError(ErrorCode.UNEVEN_ROWS, node_id, "weights")
    given = len(block), len(block[0]) if block else 0
    room = tuple(shape[axis] - first[axis] for axis in axes)
    if given[0] > room[0] or given[1] > room[1]:
        values: dict[str, int | str] = {
            "given": f"{given[0]}×{given[1]}",
            "expected": f"{room[0]}×{room[1]}",
        }
        raise ModelError(ErrorCode.BLOCK_TOO_LARGE, node_id, "weights", values)
    numbers = _checked(node_id, block)
    places = np.empty((numbers.size, 4), np.int32)
    places[:] = first
    for axis, steps in zip(axes, np.indices(given), strict=True):
        places[:, axis] += steps.ravel()
    places -= (0, 0, centre(shape[2]), centre(shape[3]))
    return _typed(network, node_id, places, numbers)


def set_bias(network: Network, node_id: str, filter: int, value: float) -> Network:
    """Put a number in place of one filter's bias.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NO_WEIGHTS, UNVALUED, NO_BIAS, OUTSIDE, WEIGHT_RANGE.
    """
    _check_index(node_id, "filter", filter, weights_shape(network, node_id)[0])
    if not has_bias(network, node_id):
        raise ModelError(ErrorCode.NO_BIAS, node_id, "bias")
    places = np.array([[filter, BIAS, 0, 0]], np.int32)
    return _typed(network, node_id, places, _checked(node_id, value))


def copy_filter(network: Network, node_id: str, source: int, target: int) -> Network:
    """Give filter `target` the weights, and the bias, that filter `source` has now.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NO_WEIGHTS, UNVALUED, OUTSIDE.
    """
    shape = weights_shape(network, node_id)
    filters, _, height, width = shape
    for filter in (source, target):
        _check_index(node_id, "filter", filter, filters)
    if source == target:
        return network
    node, known = network.node(node_id), shapes(network)
    held = node_weights(node, tuple(known[id] for id in node.inputs), known[node_id])
    assert held is not None
    offsets = np.indices(shape[1:]).reshape(3, -1).T - (0, centre(height), centre(width))
    places = np.column_stack((np.full(len(offsets), target), offsets))
    numbers = held.weights[source].ravel()
    if has_bias(network, node_id):
        places = np.append(places, [[target, BIAS, 0, 0]], axis=0)
        numbers = np.append(numbers, held.bias[source])
    return _typed(network, node_id, places.astype(np.int32), numbers)


def load_weights(network: Network, node_id: str, array: NDArray[np.generic]) -> Network:
    """Take all weights of a layer from an array, or all biases from one of (Cout,).

    Parameters
    ----------
    array
        Of the shape of the layer's weights, where closing dimensions of 1 may be left out (a 1×1
        layer's weights may be Cout × Cin), or (Cout,) for the biases.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, NO_WEIGHTS, UNVALUED, NO_BIAS, WRONG_WEIGHTS, WEIGHT_RANGE.
    """
    shape = weights_shape(network, node_id)
    numbers = _checked(node_id, array)
    if numbers.shape == shape[:1]:
        if not has_bias(network, node_id):
            raise ModelError(ErrorCode.NO_BIAS, node_id, "bias")
        places = np.zeros((shape[0], 4), np.int32)
        places[:, 0], places[:, 1] = np.arange(shape[0]), BIAS
        return _typed(network, node_id, places, numbers)
    if numbers.ndim < 2 or (*numbers.shape, 1, 1)[:4] != shape or numbers.ndim > 4:
        values: dict[str, int | str] = {"expected": _sizes(shape), "given": _sizes(numbers.shape)}
        raise ModelError(ErrorCode.WRONG_WEIGHTS, node_id, "weights", values)
    loaded = sealed(np.ascontiguousarray(numbers.reshape(shape)))
    return _with(network, node_id, with_loaded(network.node(node_id).typed, loaded))


def clear_typed(network: Network, node_id: str, within: Ranges = ()) -> Network:
    """Go back to the numbers drawn from the seed.

    Parameters
    ----------
    within
        Let go of what was typed there alone, and keep what was loaded from a file: from where and
        up to where of the filters, the channels (`BIAS` is the channel of biases), the rows and
        the columns; all of those that are left out.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER; within ranges NO_WEIGHTS, UNVALUED.
    """
    typed = network.node(node_id).typed
    if not within or typed is None:
        return _with(network, node_id, None)
    _, _, height, width = weights_shape(network, node_id)
    gone = np.ones(len(typed.places), np.bool_)
    middle = (0, 0, centre(height), centre(width))
    for axis, (low, high) in enumerate(within):
        indices = typed.places[:, axis] + middle[axis]
        gone &= (indices >= low) & (indices < high)
    return _with(network, node_id, without_places(typed, gone))


def _typed(network: Network, node_id: str, places: Places, numbers: Floats) -> Network:
    typed = with_numbers(network.node(node_id).typed, places, numbers.ravel())
    return _with(network, node_id, typed)


def _with(network: Network, node_id: str, typed: Typed | None) -> Network:
    """Give the network with a layer's typed numbers exchanged; shapes do not depend on them."""
    node = network.node(node_id)
    if typed is node.typed:
        return network
    changed = replace(node, typed=typed)
    return Network(tuple(changed if other is node else other for other in network.nodes))


def _check_index(node_id: str, field: str, value: int, size: int) -> None:
    if not 0 <= value < size:
        raise ModelError(ErrorCode.OUTSIDE, node_id, field, {"value": value, "size": size})


def _checked(node_id: str, numbers: Block | float | NDArray[np.generic]) -> Floats:
    """Give numbers as float32 of their own; whatever is not a usable weight is an error."""
    try:
        given = np.array(numbers, np.float64)
    except (TypeError, ValueError, OverflowError):
        raise ModelError(ErrorCode.WRONG_TYPE, node_id, "weights") from None
    wrong = ~(np.abs(given) <= WEIGHT_LIMIT)  # NaN too
    if wrong.any():
        value = f"{given[wrong].ravel()[0]:g}"
        raise ModelError(
            ErrorCode.WEIGHT_RANGE, node_id, "weights", {"value": value, "high": WEIGHT_LIMIT}
        )
    return given.astype(np.float32)


def _sizes(shape: tuple[int, ...]) -> str:
    return " × ".join(str(size) for size in shape)


def block_of(text: str) -> tuple[tuple[float, ...], ...]:
    """Read a block of numbers that was pasted, a line for each row.

    Between numbers come tabs, spaces, commas or semicolons; there may be brackets around them.

    Raises
    ------
    ModelError
        NOT_NUMBERS (values: value).
    """
    plain = text.replace("\N{MINUS SIGN}", "-")
    for mark in "\t,;[]()":
        plain = plain.replace(mark, " ")
    rows = [line.split() for line in plain.splitlines() if line.strip()]
    if not rows:
        raise ModelError(ErrorCode.NOT_NUMBERS, values={"value": text.strip()[:20]})
    return tuple(tuple(_number(word) for word in row) for row in rows)


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise ModelError(ErrorCode.NOT_NUMBERS, values={"value": word[:20]}) from None
