"""The labels of the bench where a cell is no sum of products: names, numbers, results."""

from __future__ import annotations

import math

from convviz.scene.bench_place import landing
from convviz.scene.cast import Cast, Making, Work
from convviz.scene.layout import vector
from convviz.scene.moment import Moment
from convviz.scene.pen import ABOVE, BELOW, Pen
from convviz.scene.timeline import Phase
from convviz.scene.work import compared, has_bars, result_moved, total_done
from convviz.scene.work_place import COMPARED, Place, place_of

ROOM = 2.5  # of a number with one decimal, in type sizes
_STRAIGHT = ((0.0, 1.0),)
_SIDES = (*ABOVE[:1], *BELOW)


def working(cast: Cast, moment: Moment, pen: Pen) -> None:
    """What lies on the bench and the arithmetic of the present step."""
    work, place = cast.work, place_of(cast)
    assert work is not None
    if moment.beat.phase is Phase.LAND:
        _landing(cast, moment, work, place, pen)
        return
    _title(cast, moment, work, place, pen)
    if place.numbered and work.taken is not None:
        _numbers(work, place, pen)
    if work.results is not None and work.taken is not None:
        _arithmetic(cast, moment, work, place, pen)


def _title(cast: Cast, moment: Moment, work: Work, place: Place, pen: Pen) -> None:
    """What was lifted, over it."""
    top = float(place.cells[:, 1].min()) - float(place.cell[1]) / 2
    middle = float(place.cells[:, 0].mean())
    key = f"work.{work.making.value}"
    kh, kw = cast.layout.plan.kernel
    numbers: dict[str, object] = {"channel": cast.cell.first_channel + 1, "n": len(work.places)}
    if work.making in (Making.GREATEST, Making.MEAN):
        numbers |= {"rows": kh, "columns": kw}
    elif work.making is Making.PASSED:
        numbers |= {"row": cast.cell.rows[0] + 1, "column": cast.cell.columns[0] + 1}
    else:
        numbers |= {"row": cast.cell.row + 1, "column": cast.cell.column + 1}
        top = place.floor - place.tallest
        key += ".bars" if moment.made > 0.0 else ""
    anchor = pen.at(vector(middle, top, -float(place.cell[2]) / 2))
    pen.add("work-title", numbers, anchor, ABOVE, priority=3, key=key)


def _numbers(work: Work, place: Place, pen: Pen) -> None:
    """Each cell's number under it."""
    assert work.taken is not None
    below = vector(0.0, float(place.cell[1]) / 2, -float(place.cell[2]) / 2)
    step = 1
    if has_bars(work) and len(place.cells) > 1:  # side by side: only as many as have room
        pitch = pen.at(place.cells[1])[0] - pen.at(place.cells[0])[0]
        step = max(1, math.ceil(ROOM * pen.small / max(pitch, 1.0)))
    for index, cell in enumerate(place.cells):
        if (index - work.chosen) % step:
            continue
        numbers: dict[str, object] = {"value": float(work.taken[index])}
        if has_bars(work):  # there is room for few digits
            numbers = {"value": f"{work.taken[index]:.1f}".replace("-", "\N{MINUS SIGN}")}
        key = "work.value" if work.inside[index] else "work.padding"
        anchor = pen.at(cell + below)
        pen.add(f"work-{index}", numbers, anchor, _STRAIGHT, priority=4, key=key, pinned=True)


def _arithmetic(cast: Cast, moment: Moment, work: Work, place: Place, pen: Pen) -> None:
    """What the story has come to, at the result's place; the total's under its cube."""
    assert work.results is not None and work.taken is not None
    count, done = len(work.places), total_done(work, moment)
    numbers: dict[str, object] = {
        "n": max(done, 1),
        "sum": float(work.results[max(done, 1) - 1]),
        "divisor": work.divisor,
        "before": float(work.results[count]),
        "after": float(work.results[count + 1]),
        "x": float(work.taken[work.chosen]),
        "part": float(work.amounts[work.chosen]) if work.amounts is not None else 0.0,
    }
    if has_bars(work) and done:
        anchor = pen.at(place.total + vector(0, place.total_side * 0.6, 0))
        pen.add("work-sum", numbers, anchor, BELOW, priority=2, key="work.total")
    key = _result_key(cast, moment, work, done)
    if not key:
        return
    if key == "work.best":
        _, best = compared(work, moment)
        numbers |= {"best": float(work.taken[max(best, 0)])}
    anchor = pen.at(place.result + vector(0, place.side * 0.62, -place.side / 2))
    pen.add("work-result", numbers, anchor, _SIDES, False, 0, key, must=True)


def _result_key(cast: Cast, moment: Moment, work: Work, done: int) -> str:
    """The key of the result's sentence; empty while there is none."""
    if moment.beat.phase is Phase.ACTIVATION:
        return "sum-activation" if cast.activation == "relu" else "sum-other"
    if work.making is Making.GREATEST:
        if moment.made <= 0.0:
            return ""
        return "work.best" if moment.made < COMPARED else "work.maximum"
    if work.making is Making.MEAN:
        if moment.divided > 0.0:
            return "work.mean-of"
        return "work.sum" if done else ""
    if work.making is Making.PASSED:
        return "work.passed-on" if result_moved(cast, moment) > 0.0 else ""
    return f"work.over.{work.making.value}" if moment.divided > 0.0 else ""


def _landing(cast: Cast, moment: Moment, work: Work, place: Place, pen: Pen) -> None:
    """The value with its cube, on the way into the output."""
    if work.results is None or moment.landed >= 1.0:
        return
    centre, side = landing(cast, moment, place.result.copy(), place.side)
    numbers: dict[str, object] = {"after": float(work.results[-1])}
    anchor = pen.at(centre + vector(0, side * 0.75, 0))
    pen.add("sum", numbers, anchor, BELOW, False, 1, "sum-lands", must=True, pinned=True)
