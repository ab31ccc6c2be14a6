"""The labels while things are on their way between the stage and the bench, and how they fade."""

from __future__ import annotations

from dataclasses import replace

from convviz.scene.camera import project
from convviz.scene.cast import Cast
from convviz.scene.layout import corners
from convviz.scene.moment import BACK, UP, Moment, ease
from convviz.scene.origins import several
from convviz.scene.pen import ABOVE, LEFT, Pen
from convviz.scene.timeline import Phase

HOP = (0.25, 0.45, 0.65)  # of the turn: a row's name fades over it, and comes again beside it
SHOWN = 0.3  # fading of the stage up to which it is named


def faded(cast: Cast, moment: Moment, pen: Pen) -> None:
    """Let the labels of the resting stage go as the lift begins, and come as the landing ends."""
    phase, p = moment.beat.phase, moment.progress
    if not moment.started or phase not in (Phase.LIFT, Phase.LAND):
        return
    going = 1.0 - ease(p, 0.3 * UP[0], UP[0]) if phase is Phase.LIFT else ease(p, BACK, BACK + 0.1)
    pen.wanted = [
        replace(each, alpha=each.alpha * max(going, 0.02)) if each.id != "sum" else each
        for each in pen.wanted
    ]


def flying(cast: Cast, moment: Moment, pen: Pen) -> None:
    """What moves has its name, and so has the stage while it is seen."""
    if moment.away < SHOWN:
        begin = len(pen.wanted)
        _stage(cast, pen)
        strength = ease(moment.room, 0.1, 0.5) * (1.0 - ease(moment.away, 0.0, SHOWN))
        pen.wanted[begin:] = [replace(each, alpha=strength) for each in pen.wanted[begin:]]
    if cast.work is None and moment.up > 0.0:
        _rows(cast, moment, pen)


def _stage(cast: Cast, pen: Pen) -> None:
    """Titles under the volumes and the filters: what rises is above them."""
    plan = cast.layout.plan
    c, h, w = plan.input
    k, oh, ow = plan.output
    if several(cast):
        told: dict[str, object] = {"n": len(cast.origins)}
        pen.under("input", told, 3, "volumes")
    else:
        pen.under("input", {"source": cast.source, "h": h, "w": w, "c": c}, 3)
    if plan.filters:
        kh, kw = plan.kernel
        linear = cast.speaks
        key = f"filters{linear}" if linear or plan.filters > 1 else "filter"
        if "filters" not in pen.hulls:  # the only one is on its way: its place is outlined
            box = corners(cast.layout.filter_low[:1], cast.layout.filter_size[None])
            shot = project(pen.camera, pen.width, pen.height, box)
            pen.hulls["filters"] = shot[:, :2]
        pen.under("filters", {"n": plan.filters, "kh": kh, "kw": kw, "c": plan.depth}, 4, key)
    pen.under("output", {"name": cast.name, "h": oh, "w": ow, "c": k}, 5)


def _rows(cast: Cast, moment: Moment, pen: Pen) -> None:
    """The names of column and filter: over them above the stage, then beside them."""
    kh, kw = cast.layout.plan.kernel
    numbers: dict[str, object] = {"kh": kh, "kw": kw, "c": cast.layout.plan.depth}
    linear = cast.speaks
    leave, hop, come = HOP
    beside = moment.turn >= hop
    strength = ease(moment.turn, hop, come) if beside else 1.0 - ease(moment.turn, leave, hop)
    for record, id, key in (
        ("bench-column", "row-column", "row-column"),
        ("bench-filter", "row-filter", f"row-filter{linear}"),
    ):
        shape = pen.hulls.get(record)
        if shape is None or len(shape) == 0:
            continue
        low, high = shape.min(axis=0), shape.max(axis=0)
        towards: tuple[tuple[float, float], ...] = LEFT
        if beside:
            end = shape[shape[:, 0] <= low[0] + 0.04 * (high[0] - low[0])]
            anchor = (float(low[0]), float(end[:, 1].mean()))
        else:
            anchor, towards = (float((low[0] + high[0]) / 2), float(low[1])), ABOVE
        told = {**numbers, "filter": cast.cell.filter + 1}
        told |= {"row": cast.cell.row, "column": cast.cell.column}
        pen.add(id, told, anchor, towards, priority=2, key=key, must=True, brief=True)
        pen.wanted[-1] = replace(
            pen.wanted[-1], alpha=max(strength * ease(moment.up, 0.6, 1.0), 0.02)
        )
