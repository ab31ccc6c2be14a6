"""The parts of a Keras program that are the same for every network, as text."""

from __future__ import annotations

IMPORTS = """\
from pathlib import Path

import keras
import numpy as np
from keras import layers, ops

keras.config.set_image_data_format("channels_last")
"""

# By the name that calls them; a program has only those that it calls.
FUNCTIONS = {
    "with_lowest": '''

def with_lowest(volume, pads):
    """Put cells around a volume that are never the largest; pads: rows, then columns."""
    return ops.pad(volume, ((0, 0), *pads, (0, 0)), constant_values=-float("inf"))''',
    "dilated_max_pool": '''

def dilated_max_pool(volume, kernel, stride, dilation):
    """The largest cell of each window whose taps lie `dilation` cells apart."""
    reach = [
        (size - step * (taps - 1) - 1) // jump * jump + 1
        for size, taps, jump, step in zip(volume.shape[1:3], kernel, stride, dilation)
    ]
    largest = None
    for row in range(0, kernel[0] * dilation[0], dilation[0]):
        for column in range(0, kernel[1] * dilation[1], dilation[1]):
            rows = slice(row, row + reach[0], stride[0])
            columns = slice(column, column + reach[1], stride[1])
            cells = volume[:, rows, columns]
            largest = cells if largest is None else ops.maximum(largest, cells)
    return largest''',
    "average_pool": '''

def average_pool(volume, kernel, stride, pads, counted):
    """The mean of each window, over the cells of the volume alone.

    pads: zeros around it, rows (top, bottom), then columns; `counted` of these rows and columns
    count as cells too.
    """
    (height, width), (rows, columns) = volume.shape[1:3], counted
    top, left = pads[0][0], pads[1][0]
    cells = np.zeros((1, height + sum(pads[0]), width + sum(pads[1]), 1), "float32")
    cells[:, top - rows : top + height + rows, left - columns : left + width + columns] = 1
    means = layers.AveragePooling2D(kernel, stride)(layers.ZeroPadding2D(pads)(volume))
    return means / ops.average_pool(cells, kernel, stride)''',
    "response_norm": '''

def response_norm(volume, size, alpha, beta, k):
    """Each value divided by (k + alpha / size * sum of its neighbours' squares) ** beta."""
    channels, before = volume.shape[-1], size // 2
    around = ((0, 0), (0, 0), (0, 0), (before, size - 1 - before))
    squares = ops.pad(ops.square(volume), around)
    met = range(max(0, before - channels + 1), min(size, before + channels))
    total = sum(squares[..., first : first + channels] for first in met)
    return volume / (k + alpha / size * total) ** beta''',
}

REST = """

def load(model, numbers):
    \"\"\"Put the parameters of the .npz, whose axes are in PyTorch's order, into the model.\"\"\"
    for layer in model.layers:
        names = [f"{layer.name}.{end}" for end in ("weight", "bias", "running_mean", "running_var")]
        arrays = [numbers[name] for name in names if name in numbers]
        if arrays and arrays[0].ndim == 4:  # filters, channels, rows, columns
            arrays[0] = arrays[0].transpose(2, 3, 1, 0)
        elif arrays and arrays[0].ndim == 2:  # outputs, inputs
            arrays[0] = arrays[0].T
        if arrays:
            layer.set_weights(arrays)


def main():
    numbers = dict(np.load(NUMBERS)) if NUMBERS.exists() else {}
    model = network()
    load(model, numbers)
    print(f"{sum(int(np.prod(each.shape)) for each in model.trainable_variables):,} parameters")
    volumes = [
        numbers[name] if name in numbers else np.random.rand(*shape).astype("float32")
        for name, shape in INPUTS.items()
    ]
    outputs = model([volume.transpose(1, 2, 0)[None] for volume in volumes], training=False)
    for name, output in zip(OUTPUTS, keras.tree.flatten(outputs)):
        output = ops.convert_to_numpy(output)[0].transpose(2, 0, 1)
        told = f"{name}: channels, rows, columns {output.shape}"
        if name in numbers:
            told += f"; off ConvViz's by at most {np.abs(output - numbers[name]).max():.1e}"
            told += f", where the largest value is {np.abs(numbers[name]).max():.3g}"
        print(told)


if __name__ == "__main__":
    main()
"""
