"""Which output cell a story starts with: one whose first channels have something to show."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.scene.timeline import SINGLE_CHANNELS
from convviz.state.resolved import Floats, Stage
from convviz.state.view import Selection

MIDDLE = 0.2  # share of rows and columns left out at each border
COLOURS = 3  # channels of a photo that is shown in its own colours


def explained_cell(stage: Stage) -> Selection:
    """A cell of filter 0 near the middle whose window tells much, and lies on no padding.

    Of feature maps: one that is busy in the channels told one by one, each of which counts at
    most 1, so that many of them outweigh a bright one; a cell that stays positive after the
    activation is preferred. Of a photo: one of a strong colour, so that the channels differ, which
    comes to something.
    """
    _, rows, columns = stage.output_shape
    if stage.inputs is None or stage.outputs is None:
        return Selection(0, int(rows * 0.45), int(columns * 0.55))
    y, read_y = _candidates(stage, 0, rows)
    x, read_x = _candidates(stage, 1, columns)
    made = stage.outputs[0][np.ix_(y, x)]
    if stage.picture_input and stage.inputs.shape[0] == COLOURS:
        told = _colourful(stage.inputs)[np.ix_(read_y, read_x)]
        told = told * (0.3 + np.clip(made / stage.output_high, 0.0, 1.0))
    else:
        told = _busy(stage)[np.ix_(read_y, read_x)] + 2.0 * (made > 0.0)
    row, column = divmod(int(told.argmax()), len(x))
    return Selection(0, int(y[row]), int(x[column]))


def _busy(stage: Stage) -> Floats:
    """How much the channels told one by one show at each input position, (H, W)."""
    assert stage.inputs is not None
    told = np.clip(np.abs(stage.inputs[:SINGLE_CHANNELS]) / stage.input_high, 0.0, 1.0)
    return np.asarray(np.sqrt(told).sum(axis=0), dtype=np.float32)


def _colourful(picture: Floats) -> Floats:
    """How strong a colour is that is neither dark nor glaring, (H, W): 0 for greys.

    The lowest channel counts a little, so that its product is not nothing either.
    """
    most, least = picture.max(axis=0), picture.min(axis=0)
    middling = 1.0 - np.abs(most + least - 1.0)
    return np.asarray((most - least) * middling * (0.5 + least), dtype=np.float32)


def _candidates(stage: Stage, axis: int, out: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Output rows or columns to choose from, and the middles of the windows that they read.

    Those near a border are left out, and those that read padding unless all do.
    """
    reading, size = stage.reading, (stage.input_shape.height, stage.input_shape.width)[axis]
    before = (reading.pads.top, reading.pads.left)[axis]
    reach = reading.dilation[axis] * (reading.kernel[axis] - 1)
    margin = int(out * MIDDLE)
    places = np.arange(margin, max(out - margin, margin + 1))
    first = places * reading.stride[axis] - before
    inside = (first >= 0) & (first + reach < size)
    if inside.any():
        places, first = places[inside], first[inside]
    return places, np.clip(first + reach // 2, 0, size - 1)
