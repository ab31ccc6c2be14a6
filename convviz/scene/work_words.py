"""The labels of the bench where a cell is no sum of products: names, numbers, results."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from convviz.kinds.telling import Making
from convviz.scene.cast import BY_ONE, Cast, Work
from convviz.scene.layout import vector
from convviz.scene.moment import Moment, ease
from convviz.scene.pen import ABOVE, BELOW, Pen
from convviz.scene.primitives import Rounded
from convviz.scene.progress import Progress, progress_of
from convviz.scene.timeline import Phase
from convviz.scene.work_paths import has_bars, result_moved, result_place
from convviz.scene.work_place import Place, place_of

ROOM, ROOM_WHOLE = 4.2, 6.4  # of a number with one decimal, and with all, in digits
LEAST_UNDER, FAR_UNDER = 1.05, 0.9  # room under a cell, and to the number's middle, in lines
_THERE = ((0.0, 0.0),)
_SIDES = (*ABOVE[:1], *BELOW)


def working(cast: Cast, moment: Moment, pen: Pen) -> None:
    """What lies on the bench and the arithmetic of the present step."""
    work, place = cast.work, place_of(cast)
    assert work is not None
    if moment.beat.phase is Phase.LAND:
        _landing(cast, moment, work, pen)
        return
    _title(cast, moment, work, place, pen)
    if moment.rise < 1.0:
        pen.wanted[-1] = replace(pen.wanted[-1], alpha=max(ease(moment.up, 0.5, 1.0), 0.02))
        return
    if place.numbered and work.taken is not None:
        _numbers(cast, work, place, pen)
    if work.results is not None and work.taken is not None:
        _arithmetic(cast, moment, work, place, pen, progress_of(cast, moment))


def _title(cast: Cast, moment: Moment, work: Work, place: Place, pen: Pen) -> None:
    """What was lifted, over it."""
    top = float(place.cells[:, 1].min()) - float(place.cell[1]) / 2
    middle = float(place.cells[:, 0].mean())
    key = f"work.{work.making.value}"
    kh, kw = cast.layout.plan.kernel
    numbers: dict[str, object] = {"channel": cast.cell.first_channel + 1, "n": len(work.places)}
    if work.making in (Making.GREATEST, Making.MEAN):
        numbers |= {"rows": kh, "columns": kw}
    elif cast.origins:
        place_in = cast.origins[cast.origin_of(cast.cell.first_channel)]
        own = cast.cell.first_channel - place_in.first
        numbers |= {"name": place_in.name, "channel": own + 1, "n": len(work.places)}
        numbers |= {"row": cast.cell.row + 1, "column": cast.cell.column + 1}
        key += ".of" if work.making is Making.PASSED else ""
    elif work.making is Making.PASSED:
        numbers |= {"row": cast.cell.rows[0] + 1, "column": cast.cell.columns[0] + 1}
    else:
        numbers |= {"row": cast.cell.row + 1, "column": cast.cell.column + 1}
        top = place.floor - place.tallest
        key += ".bars" if moment.made > 0.0 else ""
    anchor = pen.at(vector(middle, top, -float(place.cell[2]) / 2))
    if moment.rise < 1.0:  # on their way
        found = (pen.hulls.get(id) for id in ("work-cells", "work-padding"))
        shape = np.concatenate([each for each in found if each is not None and len(each)])
        low, high = shape.min(axis=0), shape.max(axis=0)
        anchor = float(low[0] + high[0]) / 2, float(low[1])
    pen.add("work-title", numbers, anchor, ABOVE, priority=3, key=key, must=moment.rise < 1.0)


def _numbers(cast: Cast, work: Work, place: Place, pen: Pen) -> None:
    """Each cell's number under it, as many as have room; none where the result passes over it."""
    assert work.taken is not None
    bars = has_bars(work)
    pitch, under = _gaps(work, place, pen)
    short = bars or pitch < ROOM_WHOLE * pen.digit
    step = max(1, math.ceil(ROOM * pen.digit / pitch)) if bars else 1
    if under < LEAST_UNDER * pen.line or (not bars and pitch < ROOM * pen.digit):
        return
    below = vector(0.0, float(place.cell[1]) / 2, -float(place.cell[2]) / 2)
    away = min(under / 2, FAR_UNDER * pen.line)
    for index, cell in enumerate(place.cells):
        x, y = pen.at(cell + below)
        if (index - work.chosen) % step or _passed_over(pen, x, y + away):
            continue
        decimals = min(1, cast.decimals.inputs) if short else cast.decimals.inputs
        numbers: dict[str, object] = {"value": Rounded(float(work.taken[index]), decimals)}
        key = "work.value" if work.inside[index] else "work.padding"
        if key == "work.padding" and short:
            key = "work.padding.short"
        anchor = (x, y + away)
        pen.add(f"work-{index}", numbers, anchor, _THERE, priority=4, key=key, pinned=True)


def _gaps(work: Work, place: Place, pen: Pen) -> tuple[float, float]:
    """Distance of two cells across, and what is free between two rows, in logical pixels."""
    cells, (wide, high, deep) = place.cells, (float(side) / 2 for side in place.cell)
    across = math.inf
    if work.across > 1:
        across = pen.at(cells[1])[0] - pen.at(cells[0])[0]
    last, before = cells[-work.across :], cells[-2 * work.across : -work.across]
    if not len(before):
        return across, math.inf
    # From the lower edge in front to the upper one behind: a cell's top is seen.
    corners = (vector(side, -high, z) for side in (-wide, wide) for z in (-deep, deep))
    top = min(pen.at(last[0] + corner)[1] for corner in corners)
    bottom = pen.at(before[0] + vector(0, high, -deep))[1]
    return across, top - bottom


def _passed_over(pen: Pen, x: float, y: float) -> bool:
    """Whether the result is where a number of usual size would stand."""
    shape = pen.hulls.get("work-result")
    if shape is None or len(shape) == 0:
        return False
    (x0, y0), (x1, y1) = shape.min(axis=0), shape.max(axis=0)
    wide, high = ROOM_WHOLE * pen.digit / 2, pen.line * 0.6
    return bool(x0 - wide < x < x1 + wide and y0 - high < y < y1 + high)


def _arithmetic(
    cast: Cast, moment: Moment, work: Work, place: Place, pen: Pen, told: Progress
) -> None:
    """What the story has come to, at the result's place; the total's under its cube."""
    assert work.results is not None and work.taken is not None
    count, done, decimals = len(work.places), told.summed, cast.decimals
    whole = work.making in BY_ONE  # divided by a number of cells
    numbers: dict[str, object] = {
        "n": max(done, 1),
        "sum": Rounded(float(work.results[work.told[max(done, 1) - 1]]), decimals.factors),
        "divisor": work.divisor if whole else Rounded(work.divisor, decimals.factors),
        "before": Rounded(float(work.results[count]), decimals.results),
        "after": Rounded(float(work.results[count + 1]), decimals.results),
        "x": Rounded(float(work.taken[work.chosen]), decimals.inputs),
    }
    if work.making in BY_ONE:
        numbers |= {
            "a": Rounded(float(work.taken[work.told[0]]), decimals.inputs),
            "b": Rounded(float(work.taken[work.told[-1]]), decimals.inputs),
        }
    if work.amounts is not None:
        numbers["part"] = Rounded(float(work.amounts[work.chosen]), decimals.factors)
    if has_bars(work) and done:
        anchor = pen.at(place.total + vector(0, place.total_side * 0.6, 0))
        pen.add("work-sum", numbers, anchor, BELOW, priority=2, key="work.total")
    key = _result_key(cast, moment, work, told)
    if not key:
        return
    if key == "work.best":
        best = float(work.taken[work.told[: max(told.seen, 1)]].max())
        numbers |= {"best": Rounded(best, decimals.inputs)}
    anchor = pen.at(place.result + vector(0, place.side * 0.62, -place.side / 2))
    pen.add("work-result", numbers, anchor, _SIDES, False, 0, key, must=True)


def _result_key(cast: Cast, moment: Moment, work: Work, told: Progress) -> str:
    """The key of the result's sentence; empty while there is none."""
    if moment.beat.phase is Phase.ACTIVATION:
        return cast.step_label
    if work.making is Making.GREATEST:
        if moment.made <= 0.0:
            return ""
        return "work.maximum" if told.compared else "work.best"
    if work.making is Making.MEAN:
        if moment.divided > 0.0:
            return "work.mean-of"
        return "work.sum" if told.summed else ""
    if work.making in BY_ONE:
        return _terms_key(work, told)
    if work.making is Making.PASSED:
        return "work.passed-on" if result_moved(cast, moment) > 0.0 else ""
    return f"work.over.{work.making.value}" if moment.divided > 0.0 else ""


def _terms_key(work: Work, told: Progress) -> str:
    """The key of cells that are added up, or multiplied: each written out where they are two."""
    if not told.summed:
        return ""
    if told.summed < len(work.told):
        return f"work.{work.making.value}.first" if told.summed == 1 else "work.sum"
    return f"work.{work.making.value}.both" if len(work.told) == 2 else "work.sum"


def _landing(cast: Cast, moment: Moment, work: Work, pen: Pen) -> None:
    """The value with its cube, on the way into the output."""
    if work.results is None or moment.landed >= 1.0:
        return
    centre, side = result_place(cast, moment)
    numbers: dict[str, object] = {"after": Rounded(float(work.results[-1]), cast.decimals.results)}
    anchor = pen.at(centre + vector(0, side * 0.75, 0))
    pen.add("sum", numbers, anchor, BELOW, False, 1, "sum-lands", must=True, pinned=True)
