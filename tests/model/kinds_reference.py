"""The other kinds by their definitions: loops that count what they do; no code of the product."""

from __future__ import annotations

import math
from collections import Counter

from . import reference


def starts(kernel, stride, dilation, padding, ceil, size):
    """Where the windows of a pooling start along one axis, tried one by one."""
    reach, found = dilation * (kernel - 1) + 1, []
    over = stride - 1 if ceil else 0
    while True:
        at = len(found) * stride
        if at + reach > size + 2 * padding + over or (ceil and at - padding >= size):
            return found
        found.append(at - padding)


def met(start, kernel, dilation, size):
    """The cells that a window's taps fall on along one axis."""
    return [at for at in (start + dilation * tap for tap in range(kernel)) if 0 <= at < size]


class Made:
    """What a layer makes: cells by (channel, row, column), Σ|terms| of each, and the counts."""

    def __init__(self):
        self.cells, self.scales, self.did = {}, {}, Counter()

    def put(self, place, value, scale=None):
        self.cells[place] = value
        self.scales[place] = abs(value) if scale is None else scale

    @property
    def shape(self):
        return tuple(max(place[axis] for place in self.cells) + 1 for axis in range(3))


def places(shape):
    for channel in range(shape[0]):
        for row in range(shape[1]):
            for column in range(shape[2]):
                yield channel, row, column


def pooling(layer, arrays, made, mean):
    array = arrays[0]
    size = (len(array[0]), len(array[0][0]))
    lines = [
        starts(
            layer.kernel[axis],
            layer.stride[axis],
            layer.dilation[axis],
            layer.padding[axis],
            layer.ceil_mode,
            size[axis],
        )
        for axis in (0, 1)
    ]
    for channel in range(len(array)):
        for y, top in enumerate(lines[0]):
            for x, left in enumerate(lines[1]):
                cells = [
                    array[channel][r][c]
                    for r in met(top, layer.kernel[0], layer.dilation[0], size[0])
                    for c in met(left, layer.kernel[1], layer.dilation[1], size[1])
                ]
                mean(made, (channel, y, x), cells, layer, size, (top, left))


def largest(made, place, cells, layer, size, start):
    best = cells[0]
    for cell in cells[1:]:
        made.did["comparisons"] += 1
        if cell > best:
            best = cell
    made.put(place, best)


def averaged(made, place, cells, layer, size, start):
    total = cells[0]
    for cell in cells[1:]:
        made.did["additions"] += 1
        total += cell
    made.did["divisions"] += 1
    over = len(cells)
    if layer.count_include_pad:
        over = 1
        for axis in (0, 1):
            edge = size[axis] + layer.padding[axis]
            taps = range(start[axis], start[axis] + layer.kernel[axis])
            over *= len([at for at in taps if at < edge])
    made.put(place, total / over, sum(map(abs, cells)) / over)


def max_pool(layer, arrays, weights, made):
    pooling(layer, arrays, made, largest)


def average_pool(layer, arrays, weights, made):
    pooling(layer, arrays, made, averaged)


def global_average_pool(layer, arrays, weights, made):
    for channel, plane in enumerate(arrays[0]):
        cells = [cell for line in plane for cell in line]
        made.did["additions"] += len(cells) - 1
        made.did["divisions"] += 1
        made.put((channel, 0, 0), sum(cells) / len(cells), sum(map(abs, cells)) / len(cells))


def lrn(layer, arrays, weights, made):
    array = arrays[0]
    shape = (len(array), len(array[0]), len(array[0][0]))
    made.did["multiplications"] += shape[0] * shape[1] * shape[2]  # every square, once
    for c, y, x in places(shape):
        around = []
        for tap in range(layer.size):
            at = c - layer.size // 2 + tap
            if 0 <= at < shape[0]:
                around.append(array[at][y][x] ** 2)
        made.did["additions"] += len(around) - 1 + 1  # the squares; k
        made.did["multiplications"] += 1
        made.did["exponentials"] += 1
        made.did["divisions"] += 1
        below = (layer.k + layer.alpha / layer.size * sum(around)) ** layer.beta
        made.put((c, y, x), array[c][y][x] / below)


def softmax(layer, arrays, weights, made):
    array = arrays[0]
    shape = (len(array), len(array[0]), len(array[0][0]))
    for y in range(shape[1]):
        for x in range(shape[2]):
            column = [array[c][y][x] for c in range(shape[0])]
            made.did["comparisons"] += len(column) - 1
            made.did["additions"] += len(column) + len(column) - 1
            made.did["exponentials"] += len(column)
            made.did["divisions"] += len(column)
            powers = [math.exp(cell - max(column)) for cell in column]
            for c, power in enumerate(powers):
                made.put((c, y, x), power / sum(powers))


def copied(layer, arrays, weights, made):
    array = arrays[0]
    for c, y, x in places((len(array), len(array[0]), len(array[0][0]))):
        made.put((c, y, x), array[c][y][x])


def concat(layer, arrays, weights, made):
    first = 0
    for array in arrays:
        for c, y, x in places((len(array), len(array[0]), len(array[0][0]))):
            made.put((first + c, y, x), array[c][y][x])
        first += len(array)


def at(array, c, y, x):
    """The cell, or the only one of its channel."""
    return array[c][y if len(array[c]) > 1 else 0][x if len(array[c][0]) > 1 else 0]


def widest(arrays):
    return len(arrays[0]), max(len(a[0]) for a in arrays), max(len(a[0][0]) for a in arrays)


def add(layer, arrays, weights, made):
    for c, y, x in places(widest(arrays)):
        terms = [at(other, c, y, x) for other in arrays]
        made.did["additions"] += len(terms) - 1
        made.put((c, y, x), sum(terms), sum(map(abs, terms)))


def multiply(layer, arrays, weights, made):
    for c, y, x in places(widest(arrays)):
        factors = [at(other, c, y, x) for other in arrays]
        made.did["multiplications"] += len(factors) - 1
        made.put((c, y, x), math.prod(factors))


def channel_slice(layer, arrays, weights, made):
    copied(layer, [arrays[0][layer.first - 1 : layer.last]], weights, made)


def flatten(layer, arrays, weights, made):
    number = 0
    for plane in arrays[0]:
        for line in plane:
            for cell in line:
                made.put((number, 0, 0), cell)
                number += 1


def linear(layer, arrays, weights, made):
    matrix, bias = weights
    for f, row in enumerate(matrix):
        total, scale = bias[f], abs(bias[f])
        for j, weight in enumerate(row):
            term = weight[0][0] * arrays[0][j][0][0]
            total += term
            scale += abs(term)
            for name in ("weights", "macs", "multiplications", "additions"):
                made.did[name] += 1
        made.did["additions"] -= 1
        if layer.bias:
            for name in ("biases", "additions", "bias_additions"):
                made.did[name] += 1
        made.put((f, 0, 0), total, scale)


def conv2d(layer, arrays, weights, made):
    array = arrays[0]
    did = reference.counted(layer, len(array), len(array[0]), len(array[0][0]))
    shape = did.pop("output")
    made.did.update(did)
    made.did["multiplications"] = did["macs"]
    sums, scales = reference.convolution(array, *weights, layer)
    for c, y, x in places(shape):
        made.put((c, y, x), sums[c][y][x], scales[c][y][x])


def relu(layer, arrays, weights, made):
    copied(layer, arrays, weights, made)
    for place, cell in list(made.cells.items()):
        made.did["comparisons"] += 1
        made.put(place, max(0.0, cell))


def each(layer, arrays, made, function, **did):
    """A function of every cell, and what it does for one."""
    array = arrays[0]
    for c, y, x in places((len(array), len(array[0]), len(array[0][0]))):
        made.did.update(did)
        made.put((c, y, x), function(array[c][y][x]), max(abs(array[c][y][x]), 1.0))


def relu6(layer, arrays, weights, made):
    each(layer, arrays, made, lambda x: min(max(0.0, x), 6.0), comparisons=2)


def sigmoid(layer, arrays, weights, made):
    def share(x):
        return 1 / (1 + math.exp(-x)) if x > -700 else 0.0

    each(layer, arrays, made, share, exponentials=1, additions=1, divisions=1)


def hard_swish(layer, arrays, weights, made):
    did = {"comparisons": 2, "additions": 1, "multiplications": 1, "divisions": 1}
    each(layer, arrays, made, lambda x: x * min(max(0.0, x + 3), 6.0) / 6, **did)


def batch_norm(layer, arrays, weights, made):
    gamma, beta = weights
    for c, plane in enumerate(arrays[0]):
        cells = [cell for line in plane for cell in line]
        mean = math.fsum(cells) / len(cells)
        spread = math.fsum((cell - mean) ** 2 for cell in cells) / len(cells)
        scale = gamma[c][0][0][0] / math.sqrt(spread + 1e-5)
        made.did["weights"] += 1
        made.did["biases"] += 1
        for y, line in enumerate(plane):
            for x, cell in enumerate(line):
                made.did["multiplications"] += 1
                made.did["additions"] += 1
                terms = abs(scale * cell) + abs(beta[c]) + abs(scale * mean)
                made.put((c, y, x), scale * (cell - mean) + beta[c], terms)


MAKERS = {
    "conv2d": conv2d,
    "relu": relu,
    "batch-norm": batch_norm,
    "max-pool": max_pool,
    "average-pool": average_pool,
    "global-average-pool": global_average_pool,
    "lrn": lrn,
    "dropout": copied,
    "concat": concat,
    "add": add,
    "flatten": flatten,
    "linear": linear,
    "softmax": softmax,
    "relu6": relu6,
    "sigmoid": sigmoid,
    "hard-swish": hard_swish,
    "multiply": multiply,
    "slice": channel_slice,
}


def made_by(kind, layer, arrays, weights):
    """What a layer of that kind makes of nested lists."""
    made = Made()
    MAKERS[kind](layer, arrays, weights, made)
    return made


def rows_read(network, shapes, node_id, row, axis):
    """The rows (columns) of the inputs, also beyond their edges, that a node's row reads."""
    node = network.node(node_id)
    layer, kind = node.layer, type(node.layer).__name__
    if not node.inputs:
        return {row}
    found = set()
    for source in node.inputs:
        size = shapes[source][1 + axis]
        rows = [row]
        alone = shapes[source][1:] == (1, 1) != shapes[node_id][1:]
        if kind in ("Add", "Multiply") and alone:
            rows = [0]  # one cell for all positions
        elif kind in ("Flatten", "GlobalAveragePool"):
            rows = range(row, row + size)
        elif kind in ("Conv2d", "MaxPool", "AveragePool"):
            before = reference.axis_pads(layer, axis, size)[0]
            first = row * layer.stride[axis] - before
            rows = [first + layer.dilation[axis] * tap for tap in range(layer.kernel[axis])]
        for each in rows:
            found |= rows_read(network, shapes, source, each, axis)
    return found
