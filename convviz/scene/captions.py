"""Which labels a stage wants at a moment: titles, dimensions, the numbers of the running sum."""

from __future__ import annotations

from dataclasses import replace

from convviz.scene.apart import Slabs, columns_of
from convviz.scene.bench import BIAS_AWAY
from convviz.scene.bench_place import IN_VIEW, Bench, bench_of, running_channel, sum_place
from convviz.scene.camera import Camera, project
from convviz.scene.cast import Cast
from convviz.scene.colour_keys import is_filling
from convviz.scene.flight_words import faded, flying
from convviz.scene.grid_words import multiplying
from convviz.scene.labels import Measure, Wanted
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment
from convviz.scene.number_labels import channel_numbers, copy_names
from convviz.scene.origin_words import origin_titles
from convviz.scene.origins import several
from convviz.scene.pen import BELOW, FLOOR, GROWING, LEFT, RIGHT, Hulls, Pen, sizes
from convviz.scene.progress import Progress, progress_of
from convviz.scene.timeline import Phase
from convviz.scene.work_words import working

__all__ = ["sizes", "wanted_labels"]

LOUD = 1.3  # what is multiplied and the running sum, in type sizes of a title
LONG = 20.0  # a running channel's numbers, in type sizes


def resting(cast: Cast, moment: Moment, pen: Pen) -> None:
    """Titles and dimensions of the stage at rest."""
    plan = cast.layout.plan
    c, h, w = plan.input
    k, oh, ow = plan.output
    source: dict[str, object] = {"source": cast.source, "h": h, "w": w, "c": c}
    if several(cast):
        origin_titles(cast, moment, pen)
    step = {"kind": cast.kind} if cast.elementwise and cast.source == "map" else {}
    if not several(cast):
        pen.over("input", "input", source | step, 0, "before" if step else None)
    if plan.filters:
        kh, kw = plan.kernel
        numbers: dict[str, object] = {"n": plan.filters, "kh": kh, "kw": kw, "c": plan.depth}
        key = "filter" if plan.filters == 1 else "filters"
        key = f"filters{_linear(cast)}" if _linear(cast) else key
        pen.over("filters", "filters", numbers, 1, key)
    made: dict[str, object] = {"name": cast.name, "h": oh, "w": ow, "c": k}
    pen.over("output", "output", made | step, 2, "after" if step else None)
    _dimensions(cast, pen)
    _groups(cast, pen)
    _notes(cast, pen)
    _deep(cast, pen)


def _dimensions(cast: Cast, pen: Pen) -> None:
    """H and W of the input's first channel, or of those at the edge of a sheet, Cin and Cout."""
    layout, plan = cast.layout, cast.layout.plan
    _, h, w = plan.input
    _, below, before, beside = plan.padding  # the ring lies between the edges and their labels
    first, lowest, _ = _edges(layout.input_slabs, plan.input, layout.unit)
    left, under = first - vector(before, 0, 0), lowest + vector(0, h + below, 0)
    pen.along("axis-h", {"h": h}, left, left + vector(0, h, 0), "input")
    pen.along("axis-w", {"w": w}, under, under + vector(w, 0, 0), "input")
    for id, slabs, shape, low, pad, volume in (
        ("axis-cin", layout.input_slabs, plan.input, layout.input_low, (beside, below), "input"),
        ("axis-cout", layout.output_slabs, plan.output, layout.output_low, (0, 0), "output"),
    ):
        corner = low + vector(shape[2] + pad[0], shape[1] + pad[1], 0)
        _, _, last = _edges(slabs, shape, layout.unit)
        if volume == "input" and several(cast):
            if cast.in_a_row:
                continue  # each of the volumes says how many channels it has
            far_end = corner + first + vector(0, 0, cast.origins[0].channels * layout.unit)
            pen.along(id, {"c": cast.origins[0].channels}, corner + first, far_end, "input")
            continue
        near = last if layout.sheets[volume == "output"] else first
        far = last + vector(0, 0, (slabs[-1].stop - slabs[-1].first) * layout.unit)
        pen.along(id, {"c": shape[0]}, corner + near, corner + far, volume)


def _edges(slabs: Slabs, shape: tuple[int, int, int], unit: float) -> tuple[Floats, Floats, Floats]:
    """Corners of the first channel, of the first in the lowest row, and of the last ones."""
    lowest = (len(slabs) - 1) // columns_of(shape) * columns_of(shape) if slabs[-1].shift[1] else 0
    ends = slabs[0], slabs[lowest], slabs[-1]
    first, under, last = (vector(*s.shift) + vector(0, 0, s.first * unit) for s in ends)
    return first, under, last


def _groups(cast: Cast, pen: Pen) -> None:
    """Into how many groups the input's channels are parted."""
    layout, shape = cast.layout, pen.hulls.get("input")
    if layout.groups < 2 or shape is None or len(shape) == 0:
        return
    depth = layout.plan.depth
    high, middle = shape.max(axis=0), (shape.min(axis=0) + shape.max(axis=0)) / 2
    key = "groups.one" if depth == 1 else "groups"
    told: dict[str, object] = {"n": layout.groups, "depth": depth}
    towards = (*BELOW, *LEFT)
    place = float(middle[0]), float(high[1])
    pen.add("groups", told, place, towards, priority=6, key=key, must=True, brief=True)


def _cut(cast: Cast, pen: Pen) -> None:
    """The share of the cells that were cut, under them."""
    shape = pen.hulls.get("output")
    if cast.cut_share > 0.0 and shape is not None and len(shape):
        low, high = shape.min(axis=0), shape.max(axis=0)
        anchor = (float(low[0] + high[0]) / 2, float(high[1]))
        share: dict[str, object] = {"share": cast.cut_share}
        pen.add("cut-share", share, anchor, BELOW, priority=3, brief=True)


def _linear(cast: Cast) -> str:
    """The end of the keys that speak of inputs and outputs, not of channels and filters."""
    return cast.speaks


def _deep(cast: Cast, pen: Pen) -> None:
    """By how much this stage departs from the network's depth scale, where it does."""
    factor = cast.layout.departure
    if factor != 1.0:
        anchor = (pen.width - 10.0, pen.height - 4.0)
        times: dict[str, object] = {"factor": _times(max(factor, 1.0 / factor))}
        key = "thicker" if factor > 1.0 else "thinner"
        pen.add("depth", times, anchor, FLOOR, priority=9, key=key, must=True, brief=True)


def _times(factor: float) -> str:
    """A factor from 1 on, in as few digits as tell it from 1."""
    if factor >= 10.0:
        return f"{factor:,.0f}"
    return f"{factor:.1f}" if factor >= 1.1 else f"{factor:.3g}"


def _notes(cast: Cast, pen: Pen) -> None:
    """What the picture enlarges or leaves out, and the padding."""
    layout, plan = cast.layout, cast.layout.plan
    low = layout.filter_low
    if len(low):
        bottom = vector(low[:, 0].mean(), low[:, 1].max() + layout.filter_size[1], 0.0)
    else:
        bottom = vector((plan.input[2] + layout.output_low[0]) / 2.0, plan.input[1], 0.0)
    if cast.outputs is None or (cast.weights is None and len(low)):
        pen.add("unvalued", {}, pen.at(bottom), BELOW, priority=3, must=True)
    if layout.enlarged > 1 and len(low):
        enlarged: dict[str, object] = {"factor": layout.enlarged}
        pen.add("enlarged", enlarged, pen.at(bottom), BELOW, priority=7, must=True, brief=True)
    if layout.left_out:
        pen.add("left-out", {"n": layout.left_out}, pen.at(bottom), BELOW, priority=3, must=True)
    if any(plan.padding):
        _, lowest, _ = _edges(layout.input_slabs, plan.input, layout.unit)
        corner = lowest + vector(-plan.padding[2], plan.input[1] + plan.padding[1], 0.0)
        towards = (*LEFT, *BELOW, (0.3, 1.0), (0.6, 1.0))
        pen.add("padding", {"p": max(plan.padding)}, pen.at(corner), towards, priority=8)


def summing(cast: Cast, moment: Moment, pen: Pen) -> None:
    """Names of the bench's rows and the numbers of the running channel and sum."""
    bench = bench_of(cast)
    plan = cast.layout.plan
    kh, kw = plan.kernel
    half = bench.height / 2
    size: dict[str, object] = {"kh": kh, "kw": kw, "c": plan.depth}
    told = progress_of(cast, moment)
    done = told.results
    rows: tuple[tuple[str, float, dict[str, object]], ...] = (
        (
            "row-column",
            bench.column_y + half,
            {**size, "row": cast.cell.row, "column": cast.cell.column},
        ),
        ("row-filter", bench.filter_y + half, {**size, "filter": cast.cell.filter + 1}),
        ("row-results", bench.result_y + bench.result / 2, {"n": done}),
    )
    left = project(pen.camera, pen.width, pen.height, vector(bench.x, bench.result_y, 0)[None])
    for id, y, numbers in rows:
        if moment.rise < 1.0 or (id == "row-results" and done < 1):
            continue  # nothing lies there
        key = "row-result" if id == "row-results" and numbers["n"] == 1 else id
        if id != "row-column":
            key += _linear(cast)
        anchor = (float(left[0, 0]), pen.at(vector(bench.x, y, 0.0))[1])
        brief = id != "row-results" or not _linear(cast)  # a bare number would read as a value
        pen.add(id, numbers, anchor, LEFT, priority=2, key=key, brief=brief)
    _running_numbers(cast, moment, told, pen, bench)
    _sum_numbers(cast, moment, told, pen, bench)
    if moment.rise >= 1.0 and moment.spread >= 1.0:
        _form(bench, moment, pen)


def _form(bench: Bench, moment: Moment, pen: Pen) -> None:
    """That cells on the bench are not as deep as on the stage."""
    anchor = (pen.width - 10.0, pen.height - 4.0)
    if moment.fold <= 0.0:
        pen.add("opened", {}, anchor, FLOOR, priority=9, must=True, brief=True)
    elif moment.fold >= 1.0:
        numbers: dict[str, object] = {"unit": f"{bench.unit / bench.cell:.2g}"}
        pen.add("folded", numbers, anchor, FLOOR, priority=9, must=True, brief=True)


def _running_numbers(cast: Cast, moment: Moment, told: Progress, pen: Pen, bench: Bench) -> None:
    running = running_channel(cast, moment)
    if running is None:
        return
    channel, _ = running
    z = bench.centre(channel, moment.fold)
    x, y = pen.at(vector(bench.x + bench.width, bench.column_y, z))
    far = z + pen.small * LONG * bench.pitch * IN_VIEW / pen.width
    anchor = x, min(y, pen.at(vector(bench.x, bench.column_y, far))[1])  # over the rising row
    if told.sweeping and told.last > told.channel:
        numbers: dict[str, object] = {
            "first": told.channel + 1,
            "last": told.last + 1,
            "group": cast.group,
        }
        pen.add(
            "product", numbers, anchor, GROWING, False, 0, f"channels{_linear(cast)}", must=True
        )
        return
    if told.result is None:
        return
    kh, kw = cast.layout.plan.kernel
    numbers = {"channel": told.channel + 1, "result": told.result, "k": kh * kw}
    numbers["group"] = cast.group
    if told.input is not None and told.weight is not None:
        numbers |= {"x": told.input, "w": told.weight}
    key = ("product" if kh * kw == 1 else "products") + ("" if told.made else "-open")
    key += _linear(cast)
    pen.add("product", numbers, anchor, GROWING, False, 0, key, must=True, scale=LOUD)


def _sum_numbers(cast: Cast, moment: Moment, told: Progress, pen: Pen, bench: Bench) -> None:
    figures = cast.cell.figures
    if figures is None or told.total is None:
        return
    centre, side = sum_place(cast, bench, moment)
    phase = moment.beat.phase
    flying = phase is Phase.LAND and moment.landed < 1.0
    if flying or bench.beside:
        anchor, towards = pen.at(centre + vector(0, side * 0.75, 0)), BELOW
    else:  # beside it, where nothing lies yet
        away = side * (0.5 + (BIAS_AWAY if phase is Phase.BIAS else 0.0))
        free = phase is Phase.CHANNEL and told.channel < bench.opened // 2  # on the right
        x, _ = pen.at(
            centre
            + vector(side / 2, 0, side / 2) * (1 if free else -1)
            - vector(0, 0, 0 if free else away - side / 2)
        )
        anchor, towards = (x, pen.at(centre)[1]), RIGHT if free else LEFT
    numbers: dict[str, object] = {
        "n": told.summed,
        "sum": told.total,
        "before": figures.before,
        "after": figures.after,
        "bias": figures.bias,
    }
    key = "sum"
    if phase is Phase.CHANNEL and told.summed > 1:
        key, numbers["added"] = "sum-added", figures.result(told.summed - 1)
    if phase is Phase.BIAS:
        key = "sum-bias"
    if phase is Phase.ACTIVATION:
        key = cast.step_label
    if phase is Phase.LAND:
        key = "sum-lands"
    scale = 1.0 if flying else LOUD
    fewer = key == "sum-added"
    pen.add(
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
    cast: Cast,
    moment: Moment,
    camera: Camera,
    width: float,
    height: float,
    hulls: Hulls,
    least: float = 0.0,
    measure: Measure | None = None,
) -> list[Wanted]:
    """The labels of a moment: the stage's at rest, the bench's while it sums."""
    pen = Pen(camera, width, height, hulls, least, measure)
    if moment.rise <= 0.0 or not moment.started:
        resting(cast, moment, pen)
        channel_numbers(cast, pen)
        copy_names(cast, moment, pen)
        faded(cast, moment, pen)
        if not is_filling(cast, moment):
            _cut(cast, pen)
    elif moment.rise < 1.0:
        flying(cast, moment, pen)
    if moment.grid >= 0.4:
        multiplying(cast, moment, pen)
    elif moment.rise >= 1.0 or moment.beat.phase is Phase.LAND:
        (summing if cast.work is None else working)(cast, moment, pen)
    elif cast.work is not None and moment.started and moment.up > 0.0:
        working(cast, moment, pen)
    plain = _plain(cast)
    return [_without_signs(each, plain) for each in pen.wanted] if plain else pen.wanted


def _plain(cast: Cast) -> frozenset[str]:
    """The numbers that are read on a scale which begins at zero: they have no colour of a sign."""
    names: frozenset[str] = frozenset()
    if cast.work is not None and not cast.input_colours.both_ways:
        names |= {"sum", "before", "best"}
    return names if cast.output_colours.both_ways else names | {"after"}


def _without_signs(label: Wanted, plain: frozenset[str]) -> Wanted:
    if not plain & label.numbers.keys():
        return label
    return replace(label, numbers={**label.numbers, "plain": plain})
