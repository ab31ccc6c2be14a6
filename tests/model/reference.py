"""Convolutions by the definition: loops over every product; shares no code with the product."""

from __future__ import annotations


def same_pads(size, kernel, stride, dilation):
    """The fewest zeros that give ceil(size / stride) outputs; the odd one goes after."""
    wanted = size // stride + (1 if size % stride else 0)
    total = 0
    while positions(size, kernel, stride, dilation, total) < wanted:
        total += 1
    before = total // 2
    return before, total - before


def positions(size, kernel, stride, dilation, pads):
    """How many times the window fits, tried one by one."""
    found = 0
    while found * stride + dilation * (kernel - 1) < size + pads:
        found += 1
    return found


def axis_pads(layer, axis, size):
    if layer.padding == "same":
        return same_pads(size, layer.kernel[axis], layer.stride[axis], layer.dilation[axis])
    return layer.padding[axis], layer.padding[axis]


def geometry(layer, height, width):
    """(before, outputs) of rows and of columns."""
    found = []
    for axis, size in enumerate((height, width)):
        before, after = axis_pads(layer, axis, size)
        args = (size, layer.kernel[axis], layer.stride[axis], layer.dilation[axis])
        found.append((before, positions(*args, before + after)))
    return found


def convolution(array, weights, bias, layer):
    """(Cout, H, W) nested lists: the sum, and the sum of the terms' absolute values."""
    channels, height, width = len(array), len(array[0]), len(array[0][0])
    (top, rows), (left, columns) = geometry(layer, height, width)
    depth, per_group = channels // layer.groups, layer.filters // layer.groups
    sums, sizes = [], []
    for f in range(layer.filters):
        first = f // per_group * depth
        plane, bounds = [], []
        for y in range(rows):
            line, bound = [], []
            for x in range(columns):
                total, size = bias[f], abs(bias[f])
                for j in range(depth):
                    for a in range(layer.kernel[0]):
                        r = y * layer.stride[0] + a * layer.dilation[0] - top
                        if r < 0 or r >= height:
                            continue
                        for b in range(layer.kernel[1]):
                            c = x * layer.stride[1] + b * layer.dilation[1] - left
                            if c < 0 or c >= width:
                                continue
                            term = array[first + j][r][c] * weights[f][j][a][b]
                            total += term
                            size += abs(term)
                line.append(total)
                bound.append(size)
            plane.append(line)
            bounds.append(bound)
        sums.append(plane)
        sizes.append(bounds)
    return sums, sizes


def counted(layer, channels, height, width):
    """Everything that a layer does, counted one by one."""
    (top, rows), (left, columns) = geometry(layer, height, width)
    depth = channels // layer.groups
    found = dict.fromkeys(("weights", "macs", "padding_macs", "additions", "bias_additions"), 0)
    for _ in range(layer.filters):
        for _ in range(depth * layer.kernel[0] * layer.kernel[1]):
            found["weights"] += 1
        for y in range(rows):
            for x in range(columns):
                products = 0
                for a in range(layer.kernel[0]):
                    r = y * layer.stride[0] + a * layer.dilation[0] - top
                    for b in range(layer.kernel[1]):
                        c = x * layer.stride[1] + b * layer.dilation[1] - left
                        products += depth
                        if not (0 <= r < height and 0 <= c < width):
                            found["padding_macs"] += depth
                found["macs"] += products
                found["additions"] += products - 1
                if layer.bias:
                    found["additions"] += 1
                    found["bias_additions"] += 1
    found["biases"] = layer.filters if layer.bias else 0
    found["output"] = (layer.filters, rows, columns)
    return found


def readers(layer, height, width, row, column):
    """The output positions that read an input cell, each looked at."""
    (top, rows), (left, columns) = geometry(layer, height, width)
    found = set()
    for y in range(rows):
        for x in range(columns):
            for a in range(layer.kernel[0]):
                for b in range(layer.kernel[1]):
                    r = y * layer.stride[0] + a * layer.dilation[0] - top
                    c = x * layer.stride[1] + b * layer.dilation[1] - left
                    if (r, c) == (row, column):
                        found.add((y, x))
    return found
