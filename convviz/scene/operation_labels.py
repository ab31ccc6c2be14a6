"""The labels of the bench where a cell is no sum of products: names, numbers, results."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np

from convviz.kinds.telling import OperationKind
from convviz.scene.animation import AnimationState, ease
from convviz.scene.label_collector import ABOVE, BELOW, LabelCollector
from convviz.scene.layout import vector
from convviz.scene.operation_layout import Place, place_of
from convviz.scene.operation_paths import has_bars, result_moved, result_place
from convviz.scene.primitives import Rounded
from convviz.scene.progress import Progress, progress_of
from convviz.scene.stage_model import BY_ONE, Operation, StageModel
from convviz.scene.timeline import Phase

ROOM, ROOM_WHOLE = 4.2, 6.4  # of a number with one decimal, and with all, in digits
LEAST_UNDER, FAR_UNDER = 1.05, 0.9  # room under a cell, and to the number's middle, in lines
_THERE = ((0.0, 0.0),)


def working(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """What lies on the bench and the arithmetic of the present step."""
    operation, place = model.operation, place_of(model)
    assert operation is not None
    if animation.beat.phase is Phase.LAND:
        _landing(model, animation, operation, collector)
        return
    _title(model, animation, operation, place, collector)
    if animation.rise < 1.0:
        collector.wanted[-1] = replace(
            collector.wanted[-1], alpha=max(ease(animation.up, 0.5, 1.0), 0.02)
        )
        return
    if place.numbered and operation.taken is not None:
        _numbers(model, operation, place, collector)
        _signs(model, operation, place, collector)
    if operation.results is not None and operation.taken is not None:
        _arithmetic(model, animation, operation, place, collector, progress_of(model, animation))


def _title(
    model: StageModel,
    animation: AnimationState,
    operation: Operation,
    place: Place,
    collector: LabelCollector,
) -> None:
    """What was lifted, over it."""
    top = float(place.cells[:, 1].min()) - float(place.cell[1]) / 2
    middle = float(place.cells[:, 0].mean())
    key = f"work.{operation.operation_kind.value}"
    kh, kw = model.layout.plan.kernel
    numbers: dict[str, object] = {
        "channel": model.cell.first_channel + 1,
        "n": len(operation.places),
    }
    if operation.operation_kind in (OperationKind.GREATEST, OperationKind.MEAN):
        numbers |= {"rows": kh, "columns": kw}
    elif model.origins:
        place_in = model.origins[model.origin_of(model.cell.first_channel)]
        own = model.cell.first_channel - place_in.first
        numbers |= {"name": place_in.name, "channel": own + 1, "n": len(operation.places)}
        numbers |= {"row": model.cell.row + 1, "column": model.cell.column + 1}
        key += ".of" if operation.operation_kind is OperationKind.PASSED else ""
    elif operation.operation_kind is OperationKind.PASSED:
        numbers |= {"row": model.cell.rows[0] + 1, "column": model.cell.columns[0] + 1}
    else:
        numbers |= {"row": model.cell.row + 1, "column": model.cell.column + 1}
        top = place.floor - place.tallest
        key += ".bars" if animation.made > 0.0 else ""
    anchor = collector.at(vector(middle, top, -float(place.cell[2]) / 2))
    if has_bars(operation):
        anchor = anchor[0], min(anchor[1], _highest(place, top, collector))
    if animation.rise < 1.0:  # on their way
        found = (collector.hulls.get(id) for id in ("work-cells", "work-padding"))
        shape = np.concatenate([each for each in found if each is not None and len(each)])
        low, high = shape.min(axis=0), shape.max(axis=0)
        anchor = float(low[0] + high[0]) / 2, float(low[1])
    collector.add(
        "work-title", numbers, anchor, ABOVE, priority=3, key=key, must=animation.rise < 1.0
    )


def _highest(place: Place, top: float, collector: LabelCollector) -> float:
    """Where on the screen bars as tall as can be end: their nearest and their farthest edges."""
    wide, _, deep = (float(side) / 2 for side in place.cell)
    left, right = float(place.cells[:, 0].min()) - wide, float(place.cells[:, 0].max()) + wide
    return min(collector.at(vector(x, top, z))[1] for x in (left, right) for z in (-deep, deep))


def _numbers(
    model: StageModel, operation: Operation, place: Place, collector: LabelCollector
) -> None:
    """Each cell's number under it, as many as have room; none where the result passes over it."""
    assert operation.taken is not None
    bars = has_bars(operation)
    pitch, under = _gaps(operation, place, collector)
    short = bars or pitch < ROOM_WHOLE * collector.digit
    step = max(1, math.ceil(ROOM * collector.digit / pitch)) if bars else 1
    if under < LEAST_UNDER * collector.line or (not bars and pitch < ROOM * collector.digit):
        return
    below = vector(0.0, float(place.cell[1]) / 2, -float(place.cell[2]) / 2)
    away = min(under / 2, FAR_UNDER * collector.line)
    for index, cell in enumerate(place.cells):
        x, y = collector.at(cell + below)
        if (index - operation.chosen) % step or _passed_over(collector, x, y + away):
            continue
        decimals = min(1, model.decimals.inputs) if short else model.decimals.inputs
        numbers: dict[str, object] = {"value": Rounded(float(operation.taken[index]), decimals)}
        key = "work.value" if operation.inside[index] else "work.padding"
        if key == "work.padding" and short:
            key = "work.padding.short"
        anchor = (x, y + away)
        collector.add(f"work-{index}", numbers, anchor, _THERE, priority=4, key=key, pinned=True)


def _signs(
    model: StageModel, operation: Operation, place: Place, collector: LabelCollector
) -> None:
    """What is done with the cells of several volumes, between them."""
    if not model.origins or operation.operation_kind not in BY_ONE:
        return
    for number, (one, other) in enumerate(pairwise(place.cells)):
        x, y = collector.at((one + other) / 2 - vector(0, 0, float(place.cell[2]) / 2))
        key = f"work.{operation.operation_kind.value}.sign"
        collector.add(
            f"work-sign-{number}", {}, (x, y), _THERE, False, 4, key, pinned=True, scale=1.3
        )


def _gaps(operation: Operation, place: Place, collector: LabelCollector) -> tuple[float, float]:
    """Distance of two cells across, and what is free between two rows, in logical pixels."""
    cells, (wide, high, deep) = place.cells, (float(side) / 2 for side in place.cell)
    across = math.inf
    if operation.across > 1:
        across = collector.at(cells[1])[0] - collector.at(cells[0])[0]
    last, before = cells[-operation.across :], cells[-2 * operation.across : -operation.across]
    if not len(before):
        return across, math.inf
    # From the lower edge in front to the upper one behind: a cell's top is seen.
    corners = (vector(side, -high, z) for side in (-wide, wide) for z in (-deep, deep))
    top = min(collector.at(last[0] + corner)[1] for corner in corners)
    bottom = collector.at(before[0] + vector(0, high, -deep))[1]
    return across, top - bottom


def _passed_over(collector: LabelCollector, x: float, y: float) -> bool:
    """Whether the result is where a number of usual size would stand."""
    shape = collector.hulls.get("work-result")
    if shape is None or len(shape) == 0:
        return False
    (x0, y0), (x1, y1) = shape.min(axis=0), shape.max(axis=0)
    wide, high = ROOM_WHOLE * collector.digit / 2, collector.line * 0.6
    return bool(x0 - wide < x < x1 + wide and y0 - high < y < y1 + high)


def _arithmetic(
    model: StageModel,
    animation: AnimationState,
    operation: Operation,
    place: Place,
    collector: LabelCollector,
    told: Progress,
) -> None:
    """What the story has come to, at the result's place; the total's under its cube."""
    assert operation.results is not None and operation.taken is not None
    count, done, decimals = len(operation.places), told.summed, model.decimals
    whole = operation.operation_kind in BY_ONE  # divided by a number of cells
    numbers: dict[str, object] = {
        "n": max(done, 1),
        "sum": Rounded(
            float(operation.results[operation.told[max(done, 1) - 1]]), decimals.factors
        ),
        "divisor": operation.divisor if whole else Rounded(operation.divisor, decimals.factors),
        "before": Rounded(float(operation.results[count]), decimals.results),
        "after": Rounded(float(operation.results[count + 1]), decimals.results),
        "x": Rounded(float(operation.taken[operation.chosen]), decimals.inputs),
    }
    if operation.operation_kind in BY_ONE:
        numbers |= {
            "a": Rounded(float(operation.taken[operation.told[0]]), decimals.inputs),
            "b": Rounded(float(operation.taken[operation.told[-1]]), decimals.inputs),
        }
    if operation.amounts is not None:
        numbers["part"] = Rounded(float(operation.amounts[operation.chosen]), decimals.factors)
    if has_bars(operation) and done:
        anchor = collector.at(place.total + vector(0, place.total_side * 0.6, 0))
        collector.add("work-sum", numbers, anchor, BELOW, priority=2, key="work.total")
    key = _result_key(model, animation, operation, told)
    if not key:
        return
    if key == "work.best":
        best = float(operation.taken[operation.told[: max(told.seen, 1)]].max())
        numbers |= {"best": Rounded(best, decimals.inputs)}
    anchor = _under(place, collector)
    collector.add("work-result", numbers, anchor, BELOW, False, 0, key, must=True)


def _under(place: Place, collector: LabelCollector) -> tuple[float, float]:
    """The screen's place under the result's cube: its outline is there before it is."""
    half = place.side / 2
    lowest = max(collector.at(place.result + vector(x, half, -half))[1] for x in (-half, half))
    x, y = collector.at(place.result + vector(0, place.side * 0.62, -half))
    return x, max(y, lowest)


def _result_key(
    model: StageModel, animation: AnimationState, operation: Operation, told: Progress
) -> str:
    """The key of the result's sentence; empty while there is none."""
    if animation.beat.phase is Phase.ACTIVATION:
        return model.step_label
    if operation.operation_kind is OperationKind.GREATEST:
        if animation.made <= 0.0:
            return ""
        return "work.maximum" if told.compared else "work.best"
    if operation.operation_kind is OperationKind.MEAN:
        if animation.divided > 0.0:
            return "work.mean-of"
        return "work.sum" if told.summed else ""
    if operation.operation_kind in BY_ONE:
        return _terms_key(operation, told)
    if operation.operation_kind is OperationKind.PASSED:
        return "work.passed-on" if result_moved(model, animation) > 0.0 else ""
    return f"work.over.{operation.operation_kind.value}" if animation.divided > 0.0 else ""


def _terms_key(operation: Operation, told: Progress) -> str:
    """The key of cells that are added up, or multiplied: each written out where they are two."""
    if not told.summed:
        return ""
    if told.summed < len(operation.told):
        return f"work.{operation.operation_kind.value}.first" if told.summed == 1 else "work.sum"
    return f"work.{operation.operation_kind.value}.both" if len(operation.told) == 2 else "work.sum"


def _landing(
    model: StageModel, animation: AnimationState, operation: Operation, collector: LabelCollector
) -> None:
    """The value with its cube, on the way into the output."""
    if operation.results is None or animation.landed >= 1.0:
        return
    centre, side = result_place(model, animation)
    numbers: dict[str, object] = {
        "after": Rounded(float(operation.results[-1]), model.decimals.results)
    }
    anchor = collector.at(centre + vector(0, side * 0.75, 0))
    collector.add("sum", numbers, anchor, BELOW, False, 1, "sum-lands", must=True, pinned=True)
