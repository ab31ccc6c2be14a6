"""Compose the picture of a stage at one story time. Pure: the same arguments, the same picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene import bench as benches
from convviz.scene.bench_place import bench_of, copy_shift, output_place
from convviz.scene.camera import Camera
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import FLIGHT, Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Part, Skin, bank, outline, ring, segments, volume
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.timeline import Phase

GLASS = 0.1  # opacity of cells that would hide what is explained
PADDING_GLASS = 0.4
REST_TONE = 0.8  # filters that are not being explained


@dataclass(frozen=True)
class Cuts:
    """Where the user cuts the input: cells above, right of and in front of these are glass."""

    row: int | None = None
    column: int | None = None
    channel: int | None = None
    glass: bool = True


@dataclass(frozen=True, eq=False)
class Picture:
    """Boxes and lines of the stage, before labels."""

    camera: Camera
    boxes: tuple[Boxes, ...]
    lines: tuple[Lines, ...]


def boxes_of(cast: Cast, moment: Moment, cuts: Cuts) -> tuple[Boxes, ...]:
    """Every box record at a moment, in stable order."""
    built = [_input(cast, moment, cuts)]
    around = _padding(cast)
    if around is not None:
        built.append(around)
    built.append(_filters(cast, moment))
    built.append(_output(cast, moment))
    built += _plates(cast, built[-1])
    if moment.rise > 0.0 and moment.started:
        built += benches.rows(cast, bench_of(cast), moment)
    elif moment.beat.phase is Phase.LAND:
        built += benches.sum_alone(cast, bench_of(cast), moment)
    copy = _map_copy(cast, moment)
    if copy is not None:
        built.append(copy)
    return tuple(built)


def _input(cast: Cast, moment: Moment, cuts: Cuts) -> Boxes:
    glass = moment.glass if moment.started else 0.0
    return _input_volume(cast, glass, cuts)


@lru_cache(maxsize=16)
def _input_volume(cast: Cast, clearing: float, cuts: Cuts) -> Boxes:
    layout, plan = cast.layout, cast.layout.plan
    skin = Skin(cast.inputs, cast.input_colours, cast.input_high)
    parts = [
        Part(part.x, part.y, (a, b), (0.0, 0.0, shift), 1.0, part.opacity)
        for first, stop, shift in layout.slabs(plan.input[0])
        for part in _cut_parts(cast, clearing, cuts)
        for a, b in [(max(first, part.z[0]), min(stop, part.z[1]))]
    ]
    return volume("input", plan.input, layout.input_low, layout.unit, skin, parts)


def _cut_parts(cast: Cast, clearing: float, cuts: Cuts) -> list[Part]:
    """The input as what stays and up to three glass blocks: above, right of, in front of it."""
    c, h, w = cast.layout.plan.input
    glass = GLASS
    row, column, channel = max(cuts.row or 0, 0), w, max(cuts.channel or 0, 0)
    if cuts.column is not None:
        column = min(max(cuts.column + 1, 1), w)
    if cuts.row is None and cuts.glass and clearing > 0.0:
        row = min(max(cast.cell.rows[0], 0), h - 1)
        glass = 1.0 - (1.0 - GLASS) * clearing
    row, channel = min(row, h - 1), min(channel, c - 1)
    return [
        Part((0, column), (row, h), (channel, c)),
        Part((0, w), (0, row), (0, c), opacity=glass),
        Part((column, w), (row, h), (0, c), opacity=GLASS),
        Part((0, column), (row, h), (0, channel), opacity=GLASS),
    ]


def _filters(cast: Cast, moment: Moment) -> Boxes:
    active = moment.filter if moment.position >= 0 else cast.cell.filter
    lifted = moment.rise > 0.0 and moment.started
    return _bank(cast, active, moment.started, lifted)


@lru_cache(maxsize=16)
def _bank(cast: Cast, active: int, started: bool, lifted: bool) -> Boxes:
    """The filter bank with one filter in full colour, or lifted out of it."""
    layout, plan = cast.layout, cast.layout.plan
    kh, kw = plan.kernel
    count = len(layout.filter_low)
    skin = Skin(cast.weights, Colours.DIVERGING, cast.weight_high)
    tone = np.full(count, REST_TONE if started else 0.92, dtype=np.float32)
    if active < count:
        tone[active] = 1.0
    size = plan.depth * kh * kw
    keep = np.ones(count, dtype=bool)
    if lifted and cast.cell.filter < count:
        keep[cast.cell.filter] = False
    index = np.arange(count, dtype=np.int32)[keep]
    if layout.spread <= 0.0:
        return bank(
            "filters",
            (plan.depth, kh, kw),
            layout.filter_low[keep],
            index * size,
            layout.unit,
            layout.enlarged,
            skin,
            tone[keep],
        )
    return _filters_apart(cast, skin, index, tone[keep])


def _filters_apart(cast: Cast, skin: Skin, index: np.ndarray, tone: Floats) -> Boxes:
    """The filters with their kernels pulled apart like the channels of the input."""
    layout, plan = cast.layout, cast.layout.plan
    kh, kw = plan.kernel
    slabs = layout.slabs(plan.depth)
    n, m = len(index), len(slabs)
    first = np.array([(0, 0, a) for a, _, _ in slabs], dtype=np.int32)
    count = np.array([(kw, kh, b - a) for a, b, _ in slabs], dtype=np.int32)
    step = vector(layout.enlarged, layout.enlarged, layout.unit)
    shift = np.array([(0, 0, s) for _, _, s in slabs], dtype=np.float32)
    low = layout.filter_low[index][:, None] + (first * step + shift)[None]
    return Boxes(
        id="filters",
        low=low.reshape(-1, 3).astype(np.float32),
        size=np.tile(count * step, (n, 1)).astype(np.float32),
        first=np.tile(first, (n, 1)),
        count=np.tile(count, (n, 1)),
        offset=np.repeat(index * plan.depth * kh * kw, m).astype(np.int32),
        stride=(1, kw, kw * kh),
        values=skin.values,
        colours=skin.colours if skin.values is not None else Colours.EMPTY,
        high=skin.high,
        tone=np.repeat(tone, m).astype(np.float32),
        opacity=np.ones(n * m, dtype=np.float32),
    )


@lru_cache(maxsize=16)
def _padding(cast: Cast) -> Boxes | None:
    layout = cast.layout
    plan = layout.plan
    return ring("padding", plan.input, plan.padding, layout.input_low, layout.unit, PADDING_GLASS)


def _output(cast: Cast, moment: Moment) -> Boxes:
    return _output_volume(cast, *_filling(cast, moment))


def _filling(cast: Cast, moment: Moment) -> tuple[int, int, float]:
    """How far the output is computed: shown_until, also_shown and blank of its boxes."""
    plan = cast.layout.plan
    positions = plan.output[1] * plan.output[2]
    done = moment.landed >= 1.0 or moment.position >= 0
    active = cast.cell.filter * positions + cast.cell.row * plan.output[2] + cast.cell.column
    finished = moment.filled >= plan.output[0] * positions or not moment.started
    return (
        2**31 - 1 if finished else moment.filled,
        active if done else -1,
        moment.blank if moment.started else 0.0,
    )


def _output_skin(cast: Cast, until: int, also: int, blank: float) -> Skin:
    colours, high = cast.output_colours, cast.output_high
    return Skin(cast.outputs, colours, high, until, also, blank)


@lru_cache(maxsize=16)
def _output_volume(cast: Cast, until: int, also: int, blank: float) -> Boxes:
    layout, plan = cast.layout, cast.layout.plan
    c, h, w = plan.output
    parts = [Part((0, w), (0, h), (a, b), (0.0, 0.0, s)) for a, b, s in layout.slabs(c)]
    skin = _output_skin(cast, until, also, blank)
    return volume("output", plan.output, layout.output_low, layout.unit, skin, parts)


def _plates(cast: Cast, output: Boxes) -> list[Boxes]:
    """The pictures that the channels of input and output make together, in front of them."""
    layout, plan = cast.layout, cast.layout.plan
    made = []
    for name, picture, shape, low in (
        ("input-picture", plan.pictures[0], plan.input, layout.input_low),
        ("output-picture", plan.pictures[1], plan.output, layout.output_low),
    ):
        if not picture or shape[0] != 3:
            continue
        source = cast.inputs if name == "input-picture" else cast.outputs
        skin = Skin(source, Colours.PICTURE, 1.0, grid=0.35)
        if name == "output-picture":
            # A cell of the picture is known with its last channel.
            front = (shape[0] - 1) * shape[1] * shape[2]
            whole = output.shown_until - front
            skin = replace(skin, shown_until=max(whole, 0), blank=output.blank)
        part = Part((0, shape[2]), (0, shape[1]), (0, 1), (0.0, 0.0, -layout.plate))
        made.append(volume(name, shape, low, layout.unit, skin, [part]))
    return made


def _map_copy(cast: Cast, moment: Moment) -> Boxes | None:
    """The feature map that is filling, once more in front of the output, where it is all seen."""
    shift = copy_shift(cast, moment)
    if shift is None:
        return None
    layout, plan = cast.layout, cast.layout.plan
    _, h, w = plan.output
    z, out = moment.filter, _copy_strength(moment)
    part = Part((0, w), (0, h), (z, z + 1), (0.0, 0.0, shift), opacity=max(out, 0.02))
    return volume(
        "map-copy",
        plan.output,
        layout.output_low,
        layout.unit,
        _output_skin(cast, *_filling(cast, moment)),
        [part],
    )


def _copy_strength(moment: Moment) -> float:
    """0..1, how far a map's copy has come in, or is not yet gone."""
    if not moment.started:
        return 1.0
    if moment.beat.phase is Phase.LAND:
        return ease(moment.progress, 0.0, FLIGHT[0])
    coming = 1.0 if moment.beat.phase is Phase.MAP else ease(moment.progress, 0.0, 0.12)
    return coming * (1.0 - ease(moment.progress, 0.9, 1.0))


def lines_of(cast: Cast, moment: Moment) -> tuple[Lines, ...]:
    """Outlines of the receptive field, the filter and the output cell, and what joins them."""
    layout, plan = cast.layout, cast.layout.plan
    filter, row, column = cast.outlined(moment)
    field_low, field_size = receptive_box(cast, filter, row, column)
    drawn = filter < len(layout.filter_low)
    filter_low = layout.filter_low[min(filter, len(layout.filter_low) - 1)]
    cell = output_place(cast, filter, row, column)
    shift = copy_shift(cast, moment)
    if shift is not None:
        cell = layout.output_low + vector(
            column + 0.5, row + 0.5, (filter + 0.5) * layout.unit + shift
        )
    unit = layout.unit
    cell_low = cell - vector(0.5, 0.5, unit / 2)
    built = [
        outline(
            "field", field_low, field_size, Role.ACTIVE, 2.0, on_top=plan.pictures[0], grow=0.04
        ),
        outline(
            "cell",
            cell_low,
            vector(1, 1, unit),
            Role.ACTIVE,
            2.2,
            grow=0.06,
            on_top=plan.pictures[1],
        ),
    ]
    if drawn:
        built.append(outline("filter", filter_low, layout.filter_size, Role.ACTIVE, 2.0, grow=0.05))
    if moment.rise <= 0.0 and drawn:
        built.append(_joins(cast, field_low, field_size, filter_low, cell_low, filter))
    if moment.rise >= 1.0:
        built += benches.frames(cast, bench_of(cast), moment)
    return tuple(built)


def _joins(
    cast: Cast, field_low: Floats, field_size: Floats, filter_low: Floats, cell: Floats, filter: int
) -> Lines:
    """Thin lines from the receptive field's front to the filter's, and on to the output cell."""
    layout = cast.layout
    size = layout.filter_size
    fx, fy, fz = (float(v) for v in filter_low)
    ends = [vector(fx, fy, fz), vector(fx, fy + float(size[1]), fz)]
    right = float(field_low[0] + field_size[0])
    top, bottom = float(field_low[1]), float(field_low[1] + field_size[1])
    front = float(field_low[2])
    starts = [vector(right, top, front), vector(right, bottom, front)]
    out = [
        vector(fx + float(size[0]), fy, fz),
        vector(fx + float(size[0]), fy + float(size[1]), fz),
    ]
    goal = [cell, cell + vector(0, 1, 0)]
    pairs = [*zip(starts, ends, strict=True), *zip(out, goal, strict=True)]
    return segments("joins", pairs, Role.ACTIVE, 1.2, 0.8, on_top=True)


def receptive_box(cast: Cast, filter: int, row: int, column: int) -> tuple[Floats, Floats]:
    """Corner and extent of the input cells that an output position reads, padding included."""
    layout = cast.layout
    rows, columns = cast.reads(row, column)
    first = cast.first_channel(filter)
    slabs = layout.slabs(layout.plan.input[0])

    def depth_of(channel: int) -> float:
        return channel * layout.unit + next(s for a, b, s in slabs if a <= channel < b)

    last = first + layout.plan.depth - 1
    start, stop = depth_of(first), depth_of(last) + layout.unit
    if layout.plan.pictures[0] and layout.plan.input[0] == 3:
        start -= layout.plate  # the window goes through the picture too
    low = layout.input_low + vector(columns[0], rows[0], start)
    size = vector(columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1, stop - start)
    return low, size


def reader_lines(
    cast: Cast, cell: tuple[int, int], rows: tuple[int, ...], columns: tuple[int, ...]
) -> tuple[Lines, ...]:
    """An input cell (row, column) over all channels, and the output positions that read it."""
    layout = cast.layout
    row, column = cell
    low = layout.input_low + vector(column, row, 0.0)
    read = outline(
        "reader-cell", low, vector(1, 1, float(layout.input_size[2])), Role.CIN, 2.0, on_top=True
    )
    if not rows or not columns:
        return (read,)
    size = vector(1, 1, float(layout.output_size[2]))
    lows = np.array([(x, y, 0.0) for y in rows for x in columns], dtype=np.float32)
    sizes = np.broadcast_to(size, lows.shape)
    readers = outline("readers", layout.output_low + lows, sizes, Role.COUT, 1.6, on_top=True)
    return (read, readers)
