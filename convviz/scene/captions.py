"""Which labels a stage wants at a moment: titles, dimensions, the numbers of the running sum."""

from __future__ import annotations

import math
from dataclasses import replace

from convviz.scene.bench import BIAS_AWAY
from convviz.scene.bench_cards import DRAWN, MERGED
from convviz.scene.bench_place import IN_VIEW, Bench, bench_of, running_channel, sum_place
from convviz.scene.bench_rows import results_done
from convviz.scene.camera import Camera, project
from convviz.scene.cast import Cast
from convviz.scene.labels import Measure, Wanted
from convviz.scene.layout import vector
from convviz.scene.moment import Moment
from convviz.scene.pen import BELOW, FLOOR, GROWING, LEFT, Hulls, Pen, sizes
from convviz.scene.timeline import Phase
from convviz.scene.work_words import working

__all__ = ["sizes", "wanted_labels"]

LONG = 20.0  # a running channel's numbers, in type sizes
CALM_STEPS = 12  # numbers told while the channels pass quickly


def resting(cast: Cast, pen: Pen) -> None:
    """Titles and dimensions of the stage at rest."""
    layout, plan = cast.layout, cast.layout.plan
    c, h, w = plan.input
    k, oh, ow = plan.output
    pen.over("input", "input", {"source": cast.source, "h": h, "w": w, "c": c}, 0)
    if plan.filters:
        kh, kw = plan.kernel
        numbers: dict[str, object] = {"n": plan.filters, "kh": kh, "kw": kw, "c": plan.depth}
        key = "filter" if plan.filters == 1 else "filters"
        key = f"filters{_linear(cast)}" if _linear(cast) else key
        pen.over("filters", "filters", numbers, 1, key)
    pen.over("output", "output", {"name": cast.name, "h": oh, "w": ow, "c": k}, 2)
    low, size = layout.input_low, layout.input_size
    x1, y1, z1 = (float(v) for v in low + size)
    _, below, before, beside = plan.padding  # the ring lies between the edges and their labels
    x0, x2, y2 = float(-before), x1 + beside, y1 + below
    pen.along("axis-h", {"h": h}, vector(x0, 0, 0), vector(x0, y1, 0), "input")
    pen.along("axis-w", {"w": w}, vector(0, y2, 0), vector(x1, y2, 0), "input")
    pen.along("axis-cin", {"c": c}, vector(x2, y2, 0), vector(x2, y2, z1), "input")
    out, high = layout.output_low, layout.output_low + layout.output_size
    pen.along("axis-cout", {"c": k}, vector(high[0], high[1], out[2]), high, "output")
    _notes(cast, pen)
    _deep(cast, pen)


def _linear(cast: Cast) -> str:
    """The end of the keys that speak of inputs and outputs, not of channels and filters."""
    return ".linear" if cast.kind == "linear" else ""


def _deep(cast: Cast, pen: Pen) -> None:
    """That channels are drawn thinner or thicker than a cell is wide: one factor for all."""
    unit = cast.layout.unit
    if abs(unit - 1.0) > 0.01:
        anchor = (pen.width - 10.0, pen.height - 4.0)
        numbers: dict[str, object] = {"unit": f"{unit:.2g}"}
        pen.add("depth", numbers, anchor, FLOOR, priority=9, must=True, brief=True)


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
        corner = vector(-plan.padding[2], plan.input[1] + plan.padding[1], 0.0)
        towards = (*LEFT, *BELOW, (0.3, 1.0), (0.6, 1.0))
        pen.add("padding", {"p": max(plan.padding)}, pen.at(corner), towards, priority=8)


def summing(cast: Cast, moment: Moment, pen: Pen) -> None:
    """Names of the bench's rows and the numbers of the running channel and sum."""
    bench = bench_of(cast)
    plan = cast.layout.plan
    kh, kw = plan.kernel
    half = bench.height / 2
    size: dict[str, object] = {"kh": kh, "kw": kw, "c": plan.depth}
    done = results_done(moment)
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
        if moment.spread < 1.0 or (id == "row-results" and done < 1):
            continue  # nothing lies there
        if id == "row-results" and _sweeping(moment):
            numbers = {"n": _calm(cast, moment)}
        key = "row-result" if id == "row-results" and numbers["n"] == 1 else id
        if id != "row-column":
            key += _linear(cast)
        anchor = (float(left[0, 0]), pen.at(vector(bench.x, y, 0.0))[1])
        brief = id != "row-results" or not _linear(cast)  # a bare number would read as a value
        pen.add(id, numbers, anchor, LEFT, priority=2, key=key, brief=brief)
    _running_numbers(cast, moment, pen, bench)
    _sum_numbers(cast, moment, pen, bench)
    if moment.spread >= 1.0:
        _form(bench, moment, pen)


def _form(bench: Bench, moment: Moment, pen: Pen) -> None:
    """That cells on the bench are not as deep as on the stage."""
    anchor = (pen.width - 10.0, pen.height - 4.0)
    if moment.fold <= 0.0:
        pen.add("opened", {}, anchor, FLOOR, priority=9, must=True, brief=True)
    elif moment.fold >= 1.0:
        numbers: dict[str, object] = {"unit": f"{bench.unit / bench.cell:.2g}"}
        pen.add("folded", numbers, anchor, FLOOR, priority=9, must=True, brief=True)


def _sweeping(moment: Moment) -> bool:
    """Whether channels pass too quickly for a number each."""
    return moment.playing and moment.beat.phase is Phase.CHANNELS


def _calm(cast: Cast, moment: Moment) -> int:
    """Channels summed, told in few steps while they pass quickly: numbers must be readable."""
    done, channels = int(moment.summed), cast.layout.plan.depth
    if not _sweeping(moment) or done >= channels:
        return done
    first, step = moment.beat.first, _calm_step(cast, moment)
    return first + (done - first) // step * step


def _calm_step(cast: Cast, moment: Moment) -> int:
    """Channels from one number that is told to the next."""
    return max(1, math.ceil((cast.layout.plan.depth - moment.beat.first) / CALM_STEPS))


def _running_numbers(cast: Cast, moment: Moment, pen: Pen, bench: Bench) -> None:
    running = running_channel(cast, moment)
    if running is None:
        return
    channel, progress = running
    z = bench.centre(channel, moment.fold)
    x, y = pen.at(vector(bench.x + bench.width, bench.column_y, z))
    far = z + pen.small * LONG * bench.pitch * IN_VIEW / pen.width
    anchor = x, min(y, pen.at(vector(bench.x, bench.column_y, far))[1])  # over the rising row
    first = cast.cell.first_channel + 1  # as the input counts them
    if _sweeping(moment):
        reached = _calm(cast, moment) + _calm_step(cast, moment)  # with those now being added
        numbers: dict[str, object] = {
            "first": moment.beat.first + first,
            "last": min(reached, cast.layout.plan.depth) - 1 + first,
            "n": cast.layout.plan.input[0],
        }
        pen.add(
            "product", numbers, anchor, GROWING, False, 0, f"channels{_linear(cast)}", must=True
        )
        return
    cell = cast.cell
    if cell.sums is None or cell.taken is None or cast.weights is None:
        return
    kh, kw = cast.layout.plan.kernel
    numbers = {
        "channel": channel + first,
        "n": cast.layout.plan.input[0],
        "result": float(cell.sums[channel]),
        "k": kh * kw,
    }
    if kh * kw == 1:
        index = cell.filter * cast.layout.plan.depth + channel
        numbers |= {"x": float(cell.taken[channel]), "w": float(cast.weights[index])}
    key = "product" if kh * kw == 1 else "products"
    if progress < (MERGED if kh * kw == 1 else DRAWN):
        key += "-open"
    key += _linear(cast)
    pen.add("product", numbers, anchor, GROWING, False, 0, key, must=True)


def _sum_numbers(cast: Cast, moment: Moment, pen: Pen, bench: Bench) -> None:
    done, cell = _calm(cast, moment), cast.cell
    if cell.running is None or done < 1:
        return
    channels = cast.layout.plan.depth
    centre, side = sum_place(cast, bench, moment)
    phase = moment.beat.phase
    flying = phase is Phase.LAND and moment.landed < 1.0
    if flying or bench.beside:
        anchor, towards = pen.at(centre + vector(0, side * 0.75, 0)), BELOW
    else:  # beside it, where nothing lies yet
        away = side * (0.5 + (BIAS_AWAY if phase is Phase.BIAS else 0.0))
        x, _ = pen.at(centre + vector(-side / 2, 0, -away))
        anchor, towards = (x, pen.at(centre)[1]), LEFT
    numbers: dict[str, object] = {
        "n": done,
        "sum": float(cell.running[done - 1]),
        "before": float(cell.running[channels]),
        "after": float(cell.running[channels + 1]),
        "bias": 0.0 if cell.bias is None else float(cell.bias[0]),
    }
    key = "sum"
    if phase is Phase.BIAS:
        key = "sum-bias"
    if phase is Phase.ACTIVATION:
        key = "sum-activation" if cast.activation == "relu" else "sum-other"
    if phase is Phase.LAND:
        key = "sum-lands"
    pen.add("sum", numbers, anchor, towards, False, 1, key, must=True, pinned=flying)


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
        resting(cast, pen)
    if moment.rise >= 1.0 or moment.beat.phase is Phase.LAND:
        (summing if cast.work is None else working)(cast, moment, pen)
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
