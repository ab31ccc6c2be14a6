"""Which labels a stage wants at a moment: titles, dimensions, the numbers of the running sum."""

from __future__ import annotations

from dataclasses import replace

from convviz.scene.animation import AnimationState
from convviz.scene.apart import Slabs, columns_of
from convviz.scene.camera import Camera, project
from convviz.scene.colour_keys import is_filling
from convviz.scene.label_collector import (
    BELOW,
    FLOOR,
    GROWING,
    LEFT,
    RIGHT,
    Hulls,
    LabelCollector,
    sizes,
)
from convviz.scene.labels import Measure, Wanted
from convviz.scene.layout import Floats, vector
from convviz.scene.number_labels import channel_numbers, copy_names
from convviz.scene.operation_labels import working
from convviz.scene.origin_words import origin_titles
from convviz.scene.origins import several
from convviz.scene.progress import Progress, progress_of
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase
from convviz.scene.transition_labels import faded, flying
from convviz.scene.unrolled import BIAS_AWAY
from convviz.scene.unrolled_labels import multiplying
from convviz.scene.unrolled_layout import (
    IN_VIEW,
    UnrolledRows,
    running_channel,
    sum_place,
    unrolled_of,
)

__all__ = ["sizes", "wanted_labels"]

LOUD = 1.3  # what is multiplied and the running sum, in type sizes of a title
LONG = 20.0  # a running channel's numbers, in type sizes


def resting(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """Titles and dimensions of the stage at rest."""
    plan = model.layout.plan
    c, h, w = plan.input
    k, oh, ow = plan.output
    source: dict[str, object] = {"source": model.source, "h": h, "w": w, "c": c}
    if several(model):
        origin_titles(model, animation, collector)
    step = {"kind": model.kind} if model.elementwise and model.source == "map" else {}
    if not several(model):
        collector.over("input", "input", source | step, 0, "before" if step else None)
    if plan.filters:
        kh, kw = plan.kernel
        numbers: dict[str, object] = {"n": plan.filters, "kh": kh, "kw": kw, "c": plan.depth}
        key = "filter" if plan.filters == 1 else "filters"
        key = f"filters{_linear(model)}" if _linear(model) else key
        collector.over("filters", "filters", numbers, 1, key)
    made: dict[str, object] = {"name": model.name, "h": oh, "w": ow, "c": k}
    collector.over("output", "output", made | step, 2, "after" if step else None)
    _dimensions(model, collector)
    _groups(model, collector)
    _notes(model, collector)
    _deep(model, collector)


def _dimensions(model: StageModel, collector: LabelCollector) -> None:
    """H and W of the input's first channel, or of those at the edge of a sheet, Cin and Cout."""
    layout, plan = model.layout, model.layout.plan
    _, h, w = plan.input
    _, below, before, beside = plan.padding  # the ring lies between the edges and their labels
    first, lowest, _ = _edges(layout.input_slabs, plan.input, layout.unit)
    left, under = first - vector(before, 0, 0), lowest + vector(0, h + below, 0)
    collector.along("axis-h", {"h": h}, left, left + vector(0, h, 0), "input")
    collector.along("axis-w", {"w": w}, under, under + vector(w, 0, 0), "input")
    for id, slabs, shape, low, pad, volume in (
        ("axis-cin", layout.input_slabs, plan.input, layout.input_low, (beside, below), "input"),
        ("axis-cout", layout.output_slabs, plan.output, layout.output_low, (0, 0), "output"),
    ):
        corner = low + vector(shape[2] + pad[0], shape[1] + pad[1], 0)
        _, _, last = _edges(slabs, shape, layout.unit)
        if volume == "input" and several(model):
            if model.stacked:
                continue  # each of the volumes says how many channels it has
            far_end = corner + first + vector(0, 0, model.origins[0].channels * layout.unit)
            collector.along(id, {"c": model.origins[0].channels}, corner + first, far_end, "input")
            continue
        near = last if layout.sheets[volume == "output"] else first
        far = last + vector(0, 0, (slabs[-1].stop - slabs[-1].first) * layout.unit)
        collector.along(id, {"c": shape[0]}, corner + near, corner + far, volume)


def _edges(slabs: Slabs, shape: tuple[int, int, int], unit: float) -> tuple[Floats, Floats, Floats]:
    """Corners of the first channel, of the first in the lowest row, and of the last ones."""
    lowest = (len(slabs) - 1) // columns_of(shape) * columns_of(shape) if slabs[-1].shift[1] else 0
    ends = slabs[0], slabs[lowest], slabs[-1]
    first, under, last = (vector(*s.shift) + vector(0, 0, s.first * unit) for s in ends)
    return first, under, last


def _groups(model: StageModel, collector: LabelCollector) -> None:
    """Into how many groups the input's channels are parted."""
    layout, shape = model.layout, collector.hulls.get("input")
    if layout.groups < 2 or shape is None or len(shape) == 0:
        return
    depth = layout.plan.depth
    high, middle = shape.max(axis=0), (shape.min(axis=0) + shape.max(axis=0)) / 2
    key = "groups.one" if depth == 1 else "groups"
    told: dict[str, object] = {"n": layout.groups, "depth": depth}
    towards = (*BELOW, *LEFT)
    place = float(middle[0]), float(high[1])
    collector.add("groups", told, place, towards, priority=6, key=key, must=True, brief=True)


def _cut(model: StageModel, collector: LabelCollector) -> None:
    """The share of the cells that were cut, under them."""
    shape = collector.hulls.get("output")
    if model.cut_share > 0.0 and shape is not None and len(shape):
        low, high = shape.min(axis=0), shape.max(axis=0)
        anchor = (float(low[0] + high[0]) / 2, float(high[1]))
        share: dict[str, object] = {"share": model.cut_share}
        collector.add(
            "cut-share", share, anchor, BELOW, priority=3, key=model.cut_label, brief=True
        )


def _linear(model: StageModel) -> str:
    """The end of the keys that speak of inputs and outputs, not of channels and filters."""
    return model.speaks


def _deep(model: StageModel, collector: LabelCollector) -> None:
    """By how much this stage departs from the network's depth scale, where it does."""
    factor = model.layout.departure
    if factor != 1.0:
        anchor = (collector.width - 10.0, collector.height - 4.0)
        times: dict[str, object] = {"factor": _times(max(factor, 1.0 / factor))}
        key = "thicker" if factor > 1.0 else "thinner"
        collector.add("depth", times, anchor, FLOOR, priority=9, key=key, must=True, brief=True)


def _times(factor: float) -> str:
    """A factor from 1 on, in as few digits as tell it from 1."""
    if factor >= 10.0:
        return f"{factor:,.0f}"
    return f"{factor:.1f}" if factor >= 1.1 else f"{factor:.3g}"


def _notes(model: StageModel, collector: LabelCollector) -> None:
    """What the picture enlarges or leaves out, and the padding."""
    layout, plan = model.layout, model.layout.plan
    low = layout.filter_low
    if len(low):
        bottom = vector(low[:, 0].mean(), low[:, 1].max() + layout.filter_size[1], 0.0)
    else:
        bottom = vector((plan.input[2] + layout.output_low[0]) / 2.0, plan.input[1], 0.0)
    if model.outputs is None or (model.weights is None and len(low)):
        collector.add("unvalued", {}, collector.at(bottom), BELOW, priority=3, must=True)
    if layout.enlarged > 1 and len(low):
        enlarged: dict[str, object] = {"factor": layout.enlarged}
        collector.add(
            "enlarged", enlarged, collector.at(bottom), BELOW, priority=7, must=True, brief=True
        )
    if layout.left_out:
        collector.add(
            "left-out", {"n": layout.left_out}, collector.at(bottom), BELOW, priority=3, must=True
        )
    if any(plan.padding):
        _, lowest, _ = _edges(layout.input_slabs, plan.input, layout.unit)
        corner = lowest + vector(-plan.padding[2], plan.input[1] + plan.padding[1], 0.0)
        towards = (*LEFT, *BELOW, (0.3, 1.0), (0.6, 1.0))
        collector.add(
            "padding", {"p": max(plan.padding)}, collector.at(corner), towards, priority=8
        )


def summing(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """Names of the bench's rows and the numbers of the running channel and sum."""
    unrolled = unrolled_of(model)
    plan = model.layout.plan
    kh, kw = plan.kernel
    half = unrolled.height / 2
    size: dict[str, object] = {"kh": kh, "kw": kw, "c": plan.depth}
    told = progress_of(model, animation)
    done = told.results
    rows: tuple[tuple[str, float, dict[str, object]], ...] = (
        (
            "row-column",
            unrolled.column_y + half,
            {**size, "row": model.cell.row, "column": model.cell.column},
        ),
        ("row-filter", unrolled.filter_y + half, {**size, "filter": model.cell.filter + 1}),
        ("row-results", unrolled.result_y + unrolled.result / 2, {"n": done}),
    )
    left = project(
        collector.camera,
        collector.width,
        collector.height,
        vector(unrolled.x, unrolled.result_y, 0)[None],
    )
    for id, y, numbers in rows:
        if animation.rise < 1.0 or (id == "row-results" and done < 1):
            continue  # nothing lies there
        key = "row-result" if id == "row-results" and numbers["n"] == 1 else id
        if id != "row-column":
            key += _linear(model)
        anchor = (float(left[0, 0]), collector.at(vector(unrolled.x, y, 0.0))[1])
        brief = id != "row-results" or not _linear(model)  # a bare number would read as a value
        collector.add(id, numbers, anchor, LEFT, priority=2, key=key, brief=brief)
    _running_numbers(model, animation, told, collector, unrolled)
    _sum_numbers(model, animation, told, collector, unrolled)
    if animation.rise >= 1.0 and animation.spread >= 1.0:
        _form(unrolled, animation, collector)


def _form(unrolled: UnrolledRows, animation: AnimationState, collector: LabelCollector) -> None:
    """That cells on the bench are not as deep as on the stage."""
    anchor = (collector.width - 10.0, collector.height - 4.0)
    if animation.fold <= 0.0:
        collector.add("opened", {}, anchor, FLOOR, priority=9, must=True, brief=True)
    elif animation.fold >= 1.0:
        numbers: dict[str, object] = {"unit": f"{unrolled.unit / unrolled.cell:.2g}"}
        collector.add("folded", numbers, anchor, FLOOR, priority=9, must=True, brief=True)


def _running_numbers(
    model: StageModel,
    animation: AnimationState,
    told: Progress,
    collector: LabelCollector,
    unrolled: UnrolledRows,
) -> None:
    running = running_channel(model, animation)
    if running is None:
        return
    channel, _ = running
    z = unrolled.centre(channel, animation.fold)
    x, y = collector.at(vector(unrolled.x + unrolled.width, unrolled.column_y, z))
    far = z + collector.small * LONG * unrolled.pitch * IN_VIEW / collector.width
    anchor = (
        x,
        min(y, collector.at(vector(unrolled.x, unrolled.column_y, far))[1]),
    )  # over the rising row
    if told.sweeping and told.last > told.channel:
        numbers: dict[str, object] = {
            "first": told.channel + 1,
            "last": told.last + 1,
            "group": model.group,
        }
        collector.add(
            "product", numbers, anchor, GROWING, False, 0, f"channels{_linear(model)}", must=True
        )
        return
    if told.result is None:
        return
    kh, kw = model.layout.plan.kernel
    numbers = {"channel": told.channel + 1, "result": told.result, "k": kh * kw}
    numbers["group"] = model.group
    if told.input is not None and told.weight is not None:
        numbers |= {"x": told.input, "w": told.weight}
    key = ("product" if kh * kw == 1 else "products") + ("" if told.made else "-open")
    key += _linear(model)
    collector.add("product", numbers, anchor, GROWING, False, 0, key, must=True, scale=LOUD)


def _sum_key(model: StageModel, phase: Phase, told: Progress) -> str:
    if phase is Phase.CHANNEL and told.summed > 1:
        return "sum-added"
    if phase is Phase.BIAS:
        return "sum-bias"
    if phase is Phase.ACTIVATION:
        return model.step_label
    return "sum-lands" if phase is Phase.LAND else "sum"


def _sum_numbers(
    model: StageModel,
    animation: AnimationState,
    told: Progress,
    collector: LabelCollector,
    unrolled: UnrolledRows,
) -> None:
    figures = model.cell.figures
    if figures is None or told.total is None:
        return
    centre, side = sum_place(model, unrolled, animation)
    phase = animation.beat.phase
    flying = phase is Phase.LAND and animation.landed < 1.0
    if flying or unrolled.beside:
        anchor, towards = collector.at(centre + vector(0, side * 0.75, 0)), BELOW
    else:  # beside it, where nothing lies yet
        away = side * (0.5 + (BIAS_AWAY if phase is Phase.BIAS else 0.0))
        free = phase is Phase.CHANNEL and told.channel < unrolled.opened // 2  # on the right
        x, _ = collector.at(
            centre
            + vector(side / 2, 0, side / 2) * (1 if free else -1)
            - vector(0, 0, 0 if free else away - side / 2)
        )
        anchor, towards = (x, collector.at(centre)[1]), RIGHT if free else LEFT
    numbers: dict[str, object] = {
        "n": told.summed,
        "sum": told.total,
        "before": figures.before,
        "after": figures.after,
        "bias": figures.bias,
    }
    key = _sum_key(model, phase, told)
    if key == "sum-added":
        numbers["added"] = figures.result(told.summed - 1)
    scale = 1.0 if flying else LOUD
    fewer = key == "sum-added"
    collector.add(
        "sum",
        numbers,
        anchor,
        towards,
        False,
        1,
        key,
        True,
        pinned=flying,
        brief=fewer,
        scale=scale,
    )


def wanted_labels(
    model: StageModel,
    animation: AnimationState,
    camera: Camera,
    width: float,
    height: float,
    hulls: Hulls,
    least: float = 0.0,
    measure: Measure | None = None,
) -> list[Wanted]:
    """The labels of a moment: the stage's at rest, the bench's while it sums."""
    collector = LabelCollector(camera, width, height, hulls, least, measure)
    if animation.rise <= 0.0 or not animation.started:
        resting(model, animation, collector)
        channel_numbers(model, collector)
        copy_names(model, animation, collector)
        faded(model, animation, collector)
        if not is_filling(model, animation):
            _cut(model, collector)
    elif animation.rise < 1.0:
        flying(model, animation, collector)
    if animation.grid >= 0.4:
        multiplying(model, animation, collector)
    elif animation.rise >= 1.0 or animation.beat.phase is Phase.LAND:
        (summing if model.operation is None else working)(model, animation, collector)
    elif model.operation is not None and animation.started and animation.up > 0.0:
        working(model, animation, collector)
    plain = _plain(model)
    return [_without_signs(each, plain) for each in collector.wanted] if plain else collector.wanted


def _plain(model: StageModel) -> frozenset[str]:
    """The numbers that are read on a scale which begins at zero: they have no colour of a sign."""
    names: frozenset[str] = frozenset()
    if model.operation is not None and not model.input_colours.both_ways:
        names |= {"sum", "before", "best"}
    return names if model.output_colours.both_ways else names | {"after"}


def _without_signs(label: Wanted, plain: frozenset[str]) -> Wanted:
    if not plain & label.numbers.keys():
        return label
    return replace(label, numbers={**label.numbers, "plain": plain})
