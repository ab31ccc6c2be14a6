"""How things move on the bench of a cell that is no sum of products, and from it to the output."""

from __future__ import annotations

import math

import numpy as np

from convviz.kinds.telling import OperationKind
from convviz.scene.animation import AnimationState, ease
from convviz.scene.cell_times import COMPARED
from convviz.scene.layout import Floats
from convviz.scene.operation_layout import Place, bars_of, place_of
from convviz.scene.stage_model import BY_ONE, Operation, StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_layout import OVER_STAGE, landing, mix

SMALLEST = 0.6  # and that of one as high as the input
LIFTED = 0.15  # height of a window above the stage, in heights of the input
SMALL = 0.3  # of a cell, of what flies into the total
LANES = 9  # depths on which cells fly, so that they never meet


def has_bars(operation: Operation) -> bool:
    """Whether a bar over each cell shows what it adds."""
    return operation.amounts is not None and operation.operation_kind in (
        OperationKind.SHARE,
        OperationKind.STRENGTH,
    )


def risen(model: StageModel, home: Floats) -> tuple[Floats, float]:
    """Centres (n, 3) of cells that have risen straight above the input, and their side."""
    plan = model.layout.plan
    height = max(plan.input[1], 6)
    top = float(min(model.layout.output_low[1], 0.0)) - plan.padding[0] - height * OVER_STAGE
    low, high = home.min(axis=0), home.max(axis=0)
    rows = float(high[1] - low[1]) + 1.0
    scale = max(min(1.0, SMALLEST * height / rows), LIFTED * height / rows)
    middle = (low + high) / 2
    over: Floats = home.copy()
    over[:, :2] = middle[:2] + (home[:, :2] - middle[:2]) * np.float32(scale)
    if model.origins:  # each over its own volume
        over[:, 0] = home[:, 0]
    over[:, 1] += np.float32(top - scale * rows / 2 - float(middle[1]))
    return over, scale


def taken_off(model: StageModel) -> Floats:
    """Where cells set out from, (n, 3): their own places, or the tops of their bars."""
    operation, place = model.operation, place_of(model)
    assert operation is not None
    start = place.cells.copy()
    if has_bars(operation):
        centre, size = bars_of(model, 1.0)
        start[:, 1] = centre[:, 1] - size[:, 1] / 2
    return start


def flown(model: StageModel, out: np.ndarray, u: Floats) -> Floats:
    """Where the cells `out` are on their way into the total, (n, 3); `u` (n, 1) is 0..1."""
    place = place_of(model)
    side = float(place.cell[0])
    centre = _across(model, taken_off(model)[out], place.total, u)
    lane = side / 2 + (out % LANES + 1) * side * SMALL * 1.1 + place.total_side / 2
    # Nearer is lower and farther left on the screen: there they stay on their rows.
    centre[:, 0] += lane * math.tan(math.radians(place.yaw))
    centre[:, 1] -= lane * math.tan(math.radians(place.tilt))
    centre[:, 2] = -lane
    return centre


def _across(model: StageModel, start: Floats, goal: Floats, u: Floats) -> Floats:
    """A share `u` of the way; over a window along the own row, since numbers lie under the rows."""
    operation, place = model.operation, place_of(model)
    assert operation is not None
    centre: Floats = start + (goal - start) * u
    if not has_bars(operation) and len(place.cells) > 1:
        free = _right(place) + float(place.cell[0]) / 2
        past = np.clip((centre[:, 0] - free) / max(float(goal[0]) - free, 1e-6), 0.0, 1.0)
        turned = past * past * (3.0 - 2.0 * past)
        centre[:, 1] = start[:, 1] + (goal[1] - start[:, 1]) * turned
    return centre


def _right(place: Place) -> float:
    """The right edge of the cells."""
    return float(place.cells[:, 0].max()) + float(place.cell[0]) / 2


def result_moved(model: StageModel, animation: AnimationState) -> float:
    """0..1, how far what was chosen has gone over to the place of the result."""
    operation = model.operation
    assert operation is not None
    if animation.beat.phase is Phase.LAND:
        return 1.0
    if operation.operation_kind is OperationKind.GREATEST:
        return ease(animation.made, COMPARED + 0.04, 0.96)
    if operation.operation_kind is OperationKind.PASSED:
        if model.storyboard.first_of(Phase.MAKE) is None:  # what is done is a step's doing
            return ease(animation.activated, 0.05, 0.45)
        return ease(animation.made, 0.1, 0.85)
    if operation.operation_kind in BY_ONE and operation.operation_kind is not OperationKind.MEAN:
        return float(total_is_result(operation, animation))
    return ease(animation.divided, 0.05, 0.5)


def total_is_result(operation: Operation, animation: AnimationState) -> bool:
    """Whether the total of cells has become the result: as it is, or once it is divided."""
    if operation.operation_kind is OperationKind.MEAN:
        return animation.divided >= 0.5
    return animation.totalled >= 1.0


def result_place(model: StageModel, animation: AnimationState) -> tuple[Floats, float]:
    """Centre and side of the result's cube."""
    operation, place = model.operation, place_of(model)
    assert operation is not None
    if animation.beat.phase is Phase.LAND:
        return landing(model, animation, place.result, place.side)
    u = result_moved(model, animation)
    if operation.operation_kind in BY_ONE:
        return place.result, place.side
    start, small = taken_off(model)[operation.chosen], float(place.cell[0])
    share = np.full((1, 1), u, dtype=np.float32)
    centre = _across(model, start[None], place.result, share)[0]
    out = ease(u, 0.0, 0.3) * (1.0 - ease(u, 0.75, 1.0))
    lift = (place.side + small) * 0.56
    centre[2] = -lift * out if u > 0.12 else -lift * max(out, 0.92)
    # It grows once it has left the cells.
    away = float(centre[0]) - small / 2 - _right(place)
    room = float(place.result[0]) - place.side / 2 - _right(place)
    grown = min(max(away / room, 0.0), 1.0) if room > 0.0 else u
    return centre.astype(np.float32), mix(small * 0.9, place.side, max(grown, ease(u, 0.9, 1.0)))
