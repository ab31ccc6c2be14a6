"""Where things lie on the bench when a cell is no sum of products.

From left to right: the cells that were lifted, as a window or side by side; what they add up to;
what comes of it. Seen nearly from the front, so that a window keeps its look.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from convviz.kinds.telling import OperationKind
from convviz.scene.layout import Floats, vector
from convviz.scene.stage_model import Operation, StageModel
from convviz.scene.unrolled_layout import CLEAR, TALL

YAW, TILT = 15.0, 6.0  # where it is seen from, degrees
NUMBERED = 25  # up to so many cells have their numbers under them
WIDE = 1.5  # width of all of it, in its height
# In heights of the bench.
CUBE, BETWEEN = 0.56, 0.46  # side of the result, and from the cells to it
ROW, PITCH, ALONG = 0.16, 0.21, 1.3  # cells side by side: height, widest distance, longest row
LARGEST = 0.38  # of a cell
LOWEST = 0.8  # of the picture, in heights of the bench: a single cell does not fill it
BAR, TOTAL = 0.58, 0.2  # tallest bar over them; side of their total
UNDER, BESIDE, TIGHT = 0.52, 0.5, 0.07  # between cells, in cells: with numbers, and without
TILE = 0.4  # depth of a window's cells, in their width


@dataclass(frozen=True, eq=False)
class Place:
    """Where the parts lie, in world units.

    Attributes
    ----------
    cells : (n, 3) float32
        Centres of the lifted cells.
    cell : (3,) float32
        Their extent.
    floor, tallest : float
        Where bars stand (y), and the height of the tallest.
    total, result : (3,) float32
        Centres of the total's cube and of the result's; one place where it becomes the result.
    total_side, side : float
    low, high : (3,) float32
        Corners of all that must be in view.
    numbered : bool
        Numbers stand under the cells.
    """

    cells: Floats
    cell: Floats
    floor: float
    tallest: float
    total: Floats
    result: Floats
    total_side: float
    side: float
    low: Floats
    high: Floats
    numbered: bool
    yaw: float = YAW
    tilt: float = TILT
    beside: bool = True

    def corners(self) -> tuple[Floats, Floats]:
        """Low and high corner of all that must be in view."""
        return self.low, self.high


@lru_cache(maxsize=4)
def place_of(model: StageModel) -> Place:
    """The bench of a cell, above everything, between input and output."""
    layout, plan, operation = model.layout, model.layout.plan, model.operation
    assert operation is not None
    height = max(plan.input[1], plan.output[1], 6) * TALL
    top = layout.top - plan.padding[0] - plan.input[1] * CLEAR
    left = (plan.input[2] + float(layout.output_low[0])) / 2.0 - height * WIDE / 2.0
    corner = vector(left, top - height, 0.0)
    if operation.operation_kind in (OperationKind.SHARE, OperationKind.STRENGTH):
        return _side_by_side(operation, corner, height)
    return _window(operation, corner, height)


def _window(operation: Operation, corner: Floats, height: float) -> Place:
    """Cells as they lie in the input, with room for their numbers, and the result beside them."""
    across, down = operation.across, len(operation.places) // operation.across
    numbered = len(operation.places) <= NUMBERED
    under, beside = (UNDER, BESIDE) if numbered else (TIGHT, TIGHT)
    side = min(
        height / (down * (1.0 + under)), height / (across * (1.0 + beside)), LARGEST * height
    )
    step = side * np.array([1.0 + beside, 1.0 + under])
    index = np.arange(len(operation.places))
    cells = np.zeros((len(index), 3), dtype=np.float32)
    cells[:, 0] = corner[0] + side / 2 + index % across * step[0]
    middle = corner[1] + height / 2
    cells[:, 1] = middle + (index // across - (down - 1) / 2.0) * step[1]
    cube = CUBE * height
    right = float(cells[:, 0].max()) + side / 2 + BETWEEN * height
    result = vector(right + cube / 2, middle, 0.0)
    tall = max(down * step[1], height * LOWEST) / 2.0
    return Place(
        cells=cells,
        cell=vector(side, side, side * TILE),
        floor=0.0,
        tallest=0.0,
        total=result,
        result=result,
        total_side=cube,
        side=cube,
        low=vector(corner[0], middle - tall, -side / 2),
        high=vector(right + cube, middle + tall, side / 2),
        numbered=numbered,
    )


def _side_by_side(operation: Operation, corner: Floats, height: float) -> Place:
    """Cells in a row with a bar over each, then their total, then the result."""
    count = len(operation.places)
    pitch = min(PITCH, ALONG / count) * height
    numbered = pitch > 0.1 * height
    cell = vector(pitch * (0.74 if count <= NUMBERED else 0.96), ROW * height, ROW * height)
    cells = np.zeros((count, 3), dtype=np.float32)
    cells[:, 0] = corner[0] + (np.arange(count) + 0.5) * pitch
    cells[:, 1] = corner[1] + height * (1.0 - ROW / 2)
    floor = float(corner[1]) + height * (1.0 - ROW - 0.08)
    edge = float(corner[0]) + count * pitch
    cube, total = CUBE * 0.82 * height, TOTAL * height
    sums = vector(edge + 0.2 * height + total / 2, floor - BAR * height / 2, 0.0)
    result = vector(float(sums[0]) + total / 2 + 0.32 * height + cube / 2, float(sums[1]), 0.0)
    return Place(
        cells=cells,
        cell=cell,
        floor=floor,
        tallest=BAR * height,
        total=sums,
        result=result,
        total_side=total,
        side=cube,
        low=vector(corner[0], floor - BAR * height, -cube / 2),
        high=vector(float(result[0]) + cube / 2, corner[1] + height * 1.08, cube / 2),
        numbered=numbered,
    )


def bars_of(model: StageModel, grown: float) -> tuple[Floats, Floats]:
    """Centres and extents of the bars over the cells, (n, 3) float32 each."""
    place, operation = place_of(model), model.operation
    assert operation is not None and operation.amounts is not None
    share = np.abs(operation.amounts) / (float(np.abs(operation.amounts).max()) or 1.0)
    thinnest = float(place.cell[1]) * 0.04
    size = np.broadcast_to(place.cell, place.cells.shape).copy()
    size[:, 1] = np.maximum(share * place.tallest * grown, thinnest)
    centre = place.cells.copy()
    centre[:, 1] = place.floor - size[:, 1] / 2
    return centre, size
