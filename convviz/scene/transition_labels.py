"""The labels while things are on their way between the stage and the bench, and how they fade."""

from __future__ import annotations

from dataclasses import replace

from convviz.scene.animation import BACK, UP, AnimationState, ease
from convviz.scene.camera import project
from convviz.scene.label_collector import ABOVE, LEFT, LabelCollector
from convviz.scene.layout import corners
from convviz.scene.origins import several
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase

HOP = (0.25, 0.45, 0.65)  # of the turn: a row's name fades over it, and comes again beside it
SHOWN = 0.3  # fading of the stage up to which it is named


def faded(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """Let the labels of the resting stage go as the lift begins, and come as the landing ends."""
    phase, p = animation.beat.phase, animation.progress
    if not animation.started or phase not in (Phase.LIFT, Phase.LAND):
        return
    going = 1.0 - ease(p, 0.3 * UP[0], UP[0]) if phase is Phase.LIFT else ease(p, BACK, BACK + 0.1)
    collector.wanted = [
        replace(each, alpha=each.alpha * max(going, 0.02)) if each.id != "sum" else each
        for each in collector.wanted
    ]


def flying(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """What moves has its name, and so has the stage while it is seen."""
    if animation.away < SHOWN:
        begin = len(collector.wanted)
        _stage(model, collector)
        strength = ease(animation.room, 0.1, 0.5) * (1.0 - ease(animation.away, 0.0, SHOWN))
        collector.wanted[begin:] = [
            replace(each, alpha=strength) for each in collector.wanted[begin:]
        ]
    if model.operation is None and animation.up > 0.0:
        _rows(model, animation, collector)


def _stage(model: StageModel, collector: LabelCollector) -> None:
    """Titles under the volumes and the filters: what rises is above them."""
    plan = model.layout.plan
    c, h, w = plan.input
    k, oh, ow = plan.output
    if several(model):
        told: dict[str, object] = {"n": len(model.origins)}
        collector.under("input", told, 3, "volumes")
    else:
        collector.under("input", {"source": model.source, "h": h, "w": w, "c": c}, 3)
    if plan.filters:
        kh, kw = plan.kernel
        linear = model.speaks
        key = f"filters{linear}" if linear or plan.filters > 1 else "filter"
        if "filters" not in collector.hulls:  # the only one is on its way: its place is outlined
            box = corners(model.layout.filter_low[:1], model.layout.filter_size[None])
            shot = project(collector.camera, collector.width, collector.height, box)
            collector.hulls["filters"] = shot[:, :2]
        collector.under("filters", {"n": plan.filters, "kh": kh, "kw": kw, "c": plan.depth}, 4, key)
    collector.under("output", {"name": model.name, "h": oh, "w": ow, "c": k}, 5)


def _rows(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """The names of column and filter: over them above the stage, then beside them."""
    kh, kw = model.layout.plan.kernel
    numbers: dict[str, object] = {"kh": kh, "kw": kw, "c": model.layout.plan.depth}
    linear = model.speaks
    leave, hop, come = HOP
    beside = animation.turn >= hop
    strength = ease(animation.turn, hop, come) if beside else 1.0 - ease(animation.turn, leave, hop)
    for record, id, key in (
        ("bench-column", "row-column", "row-column"),
        ("bench-filter", "row-filter", f"row-filter{linear}"),
    ):
        shape = collector.hulls.get(record)
        if shape is None or len(shape) == 0:
            continue
        low, high = shape.min(axis=0), shape.max(axis=0)
        towards: tuple[tuple[float, float], ...] = LEFT
        if beside:
            end = shape[shape[:, 0] <= low[0] + 0.04 * (high[0] - low[0])]
            anchor = (float(low[0]), float(end[:, 1].mean()))
        else:
            anchor, towards = (float((low[0] + high[0]) / 2), float(low[1])), ABOVE
        told = {**numbers, "filter": model.cell.filter + 1}
        told |= {"row": model.cell.row, "column": model.cell.column}
        collector.add(id, told, anchor, towards, priority=2, key=key, must=True, brief=True)
        collector.wanted[-1] = replace(
            collector.wanted[-1], alpha=max(strength * ease(animation.up, 0.6, 1.0), 0.02)
        )
