"""The order of drawing."""

from __future__ import annotations

from enum import IntEnum


class Pass(IntEnum):
    """What is drawn in one state; the whole part of an item's depth value."""

    BACKGROUND = 0
    FACES = 1
    EDGES = 2
    LINES = 3
    GLASS = 4
    TOP_LINES = 5
    LABELS = 6


# From one item of a pass to the next, as a fraction of the depth value.
STEP = 1.0 / 4096.0
