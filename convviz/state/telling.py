"""Which output cell a story starts with: one whose first channels have something to show."""

from __future__ import annotations

import numpy as np

from convviz.scene.timeline import SINGLE_CHANNELS
from convviz.state.resolved import Stage
from convviz.state.view import Selection

MIDDLE = 0.2  # share of rows and columns left out at each border


def telling_cell(stage: Stage) -> Selection:
    """A cell of filter 0 near the middle whose window is busy in the channels told one by one.

    Each of the first channels counts at most 1, so that many of them outweigh a bright one; a
    cell that stays positive after the activation is preferred.
    """
    channels, rows, columns = stage.output_shape
    del channels
    centre = Selection(0, int(rows * 0.45), int(columns * 0.55))
    if stage.inputs is None or stage.outputs is None:
        return centre
    top, left = int(rows * MIDDLE), int(columns * MIDDLE)
    bottom, right = max(rows - top, top + 1), max(columns - left, left + 1)
    told = np.clip(np.abs(stage.inputs[:SINGLE_CHANNELS]) / stage.input_high, 0.0, 1.0)
    busy = np.sqrt(told).sum(axis=0)
    # The middle of the window that each output position reads.
    height, width = busy.shape
    y = np.clip(np.arange(top, bottom) * height // rows, 0, height - 1)
    x = np.clip(np.arange(left, right) * width // columns, 0, width - 1)
    score = busy[np.ix_(y, x)] + 2.0 * (stage.outputs[0, top:bottom, left:right] > 0.0)
    best = int(score.argmax())
    row, column = divmod(best, right - left)
    return Selection(0, top + row, left + column)
