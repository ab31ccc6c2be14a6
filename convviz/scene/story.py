"""Compose the picture of a stage at one story time. Pure: the same arguments, the same picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.animation import BACK, FLIGHT, AnimationState, ease
from convviz.scene.layout import Floats, vector
from convviz.scene.origins import flown, joined_channels, origin_boxes
from convviz.scene.pieces import Part, Skin, bank, ring, volume
from convviz.scene.primitives import Boxes, Colours
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_kinds import staging_of
from convviz.scene.unrolled_layout import copy_shift, read_shift

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


def boxes_of(model: StageModel, animation: AnimationState, cuts: Cuts) -> tuple[Boxes, ...]:
    """Every box record at a moment, in stable order."""
    built = [_input(model, animation, cuts)]
    around = _padding(model)
    if around is not None:
        built.append(around)
    if model.layout.plan.filters:
        built.append(_filters(model, animation))
    built.append(_output(model, animation))
    built += _plates(model, built[-1])
    built += origin_boxes(model, animation)
    if animation.away > 0.0:
        built = [_faded(record, animation.away) for record in built]
    built += staging_of(model).boxes(model, animation)
    copies = (_map_copy(model, animation), _read_copy(model, animation))
    return (*built, *(copy for copy in copies if copy is not None))


@lru_cache(maxsize=12)
def _faded(record: Boxes, gone: float) -> Boxes:
    """A record of the stage while the bench is what is looked at."""
    left = np.float32(1.0 - gone)
    return replace(
        record, opacity=record.opacity * left, edge_width=record.edge_width * float(left)
    )


def _input(model: StageModel, animation: AnimationState, cuts: Cuts) -> Boxes:
    # Side by side every channel is seen, and nothing has to make room for it.
    glass = animation.glass if animation.started and not model.layout.sheets[0] else 0.0
    away = flown(model, animation)
    return _input_volume(model, glass, cuts, -1 if away is None else away[0])


@lru_cache(maxsize=4)
def _input_volume(model: StageModel, clearing: float, cuts: Cuts, gone: int) -> Boxes:
    """The input; `gone`: the one of several volumes that is on its way (-1: none)."""
    layout, plan = model.layout, model.layout.plan
    skin = Skin(model.inputs, model.input_colours, model.input_high)
    parts = [
        Part(part.x, part.y, (a, b), slab.shift, 1.0, part.opacity)
        for place, slab in enumerate(layout.input_slabs)
        if place != gone
        for part in _cut_parts(model, clearing, cuts)
        for a, b in [(max(slab.first, part.z[0]), min(slab.stop, part.z[1]))]
    ]
    return volume("input", plan.input, layout.input_low, layout.unit, skin, parts)


def _cut_parts(model: StageModel, clearing: float, cuts: Cuts) -> list[Part]:
    """The input as what stays and up to three glass blocks: above, right of, in front of it."""
    c, h, w = model.layout.plan.input
    glass = GLASS
    row, column, channel = max(cuts.row or 0, 0), w, max(cuts.channel or 0, 0)
    if cuts.column is not None:
        column = min(max(cuts.column + 1, 1), w)
    if cuts.row is None and cuts.glass and clearing > 0.0:
        row = min(max(model.cell.rows[0], 0), h - 1)
        glass = 1.0 - (1.0 - GLASS) * clearing
    row, channel = min(row, h - 1), min(channel, c - 1)
    return [
        Part((0, column), (row, h), (channel, c)),
        Part((0, w), (0, row), (0, c), opacity=glass),
        Part((column, w), (row, h), (0, c), opacity=GLASS),
        Part((0, column), (row, h), (0, channel), opacity=GLASS),
    ]


def _filters(model: StageModel, animation: AnimationState) -> Boxes:
    active = animation.filter if animation.position >= 0 else model.cell.filter
    lifted = animation.rise > 0.0 and animation.started
    return _bank(model, active, animation.started, lifted)


@lru_cache(maxsize=4)
def _bank(model: StageModel, active: int, started: bool, lifted: bool) -> Boxes:
    """The filter bank with one filter in full colour, or lifted out of it."""
    layout, plan = model.layout, model.layout.plan
    kh, kw = plan.kernel
    count = len(layout.filter_low)
    skin = Skin(model.weights, Colours.DIVERGING, model.weight_high)
    tone = np.full(count, REST_TONE if started else 0.92, dtype=np.float32)
    if active < count:
        tone[active] = 1.0
    size = plan.depth * kh * kw
    keep = np.ones(count, dtype=bool)
    if lifted and model.cell.filter < count:
        keep[model.cell.filter] = False
    index = np.arange(count, dtype=np.int32)[keep]
    if len(layout.filter_slabs) == 1:
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
    return _filters_apart(model, skin, index, tone[keep])


def _filters_apart(model: StageModel, skin: Skin, index: np.ndarray, tone: Floats) -> Boxes:
    """The filters with their kernels pulled apart like the channels of the input."""
    layout, plan = model.layout, model.layout.plan
    kh, kw = plan.kernel
    slabs = layout.filter_slabs
    n, m = len(index), len(slabs)
    first = np.array([(0, 0, slab.first) for slab in slabs], dtype=np.int32)
    count = np.array([(kw, kh, slab.stop - slab.first) for slab in slabs], dtype=np.int32)
    step = vector(layout.enlarged, layout.enlarged, layout.unit)
    shift = np.array([slab.shift for slab in slabs], dtype=np.float32)
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


@lru_cache(maxsize=4)
def _padding(model: StageModel) -> Boxes | None:
    layout = model.layout
    plan = layout.plan
    place = layout.input_low, layout.unit, layout.input_slabs
    return ring("padding", plan.input, plan.padding, *place, PADDING_GLASS)


def _output(model: StageModel, animation: AnimationState) -> Boxes:
    return _output_volume(model, *_filling(model, animation), joined_channels(model, animation))


def _filling(model: StageModel, animation: AnimationState) -> tuple[int, int, float]:
    """How far the output is computed: shown_until, also_shown and blank of its boxes."""
    plan = model.layout.plan
    positions = plan.output[1] * plan.output[2]
    done = animation.landed >= 1.0 or animation.position >= 0
    if model.stacked and animation.started and animation.beat.phase is not Phase.JOIN:
        animation = replace(animation, filled=0)  # all volumes are still to come
    active = model.cell.filter * positions + model.cell.row * plan.output[2] + model.cell.column
    finished = animation.filled >= plan.output[0] * positions or not animation.started
    return (
        2**31 - 1 if finished else animation.filled,
        active if done else -1,
        animation.blank if animation.started else 0.0,
    )


def _output_skin(model: StageModel, until: int, also: int, blank: float) -> Skin:
    colours, high = model.output_colours, model.output_high
    return Skin(model.outputs, colours, high, until, also, blank, marks=model.cut)


@lru_cache(maxsize=4)
def _output_volume(
    model: StageModel, until: int, also: int, blank: float, there: int | None = None
) -> Boxes:
    """The output; while volumes take their places, so many of its channels as are there."""
    layout, plan = model.layout, model.layout.plan
    c, h, w = plan.output
    most = c if there is None else there
    slabs = [s for s in layout.output_slabs if s.first < most]
    parts = [Part((0, w), (0, h), (s.first, min(s.stop, most)), s.shift) for s in slabs]
    skin = _output_skin(model, until, also, blank)
    return volume("output", plan.output, layout.output_low, layout.unit, skin, parts)


def _plates(model: StageModel, output: Boxes) -> list[Boxes]:
    """The pictures that the channels of input and output make together, in front of them."""
    layout, plan = model.layout, model.layout.plan
    made = []
    for name, picture, shape, low in (
        ("input-picture", plan.pictures[0], plan.input, layout.input_low),
        ("output-picture", plan.pictures[1], plan.output, layout.output_low),
    ):
        if not picture or shape[0] != 3:
            continue
        source = model.inputs if name == "input-picture" else model.outputs
        skin = Skin(source, Colours.PICTURE, 1.0, grid=0.35)
        if name == "output-picture":
            # A cell of the picture is known with its last channel.
            front = (shape[0] - 1) * shape[1] * shape[2]
            whole = output.shown_until - front
            skin = replace(skin, shown_until=max(whole, 0), blank=output.blank)
        part = Part((0, shape[2]), (0, shape[1]), (0, 1), (0.0, 0.0, -layout.plate))
        made.append(volume(name, shape, low, layout.unit, skin, [part]))
    return made


def _map_copy(model: StageModel, animation: AnimationState) -> Boxes | None:
    """The feature map that is filling, once more in front of the output, where it is all seen."""
    shift = copy_shift(model, animation)
    if shift is None:
        return None
    layout, plan = model.layout, model.layout.plan
    _, h, w = plan.output
    z, out = animation.filter, _copy_strength(animation)
    part = Part((0, w), (0, h), (z, z + 1), (0.0, 0.0, shift), opacity=max(out, 0.02))
    return volume(
        "map-copy",
        plan.output,
        layout.output_low,
        layout.unit,
        _output_skin(model, *_filling(model, animation)),
        [part],
    )


def _read_copy(model: StageModel, animation: AnimationState) -> Boxes | None:
    """The channel that is read, once more in front of the input, where the window is seen on it."""
    shift = read_shift(model, animation)
    if shift is None:
        return None
    layout, plan = model.layout, model.layout.plan
    _, h, w = plan.input
    z = model.first_channel(animation.filter)
    out = max(_copy_strength(animation), 0.02)
    part = Part((0, w), (0, h), (z, z + 1), (0.0, 0.0, shift), opacity=out)
    skin = Skin(model.inputs, model.input_colours, model.input_high)
    return volume("read-copy", plan.input, layout.input_low, layout.unit, skin, [part])


def _copy_strength(animation: AnimationState) -> float:
    """0..1, how far a map's copy has come in, or is not yet gone."""
    if not animation.started:
        return 1.0
    if animation.beat.phase is Phase.LAND:
        return ease(animation.progress, BACK * 0.6, FLIGHT[0])
    coming = 1.0 if animation.beat.phase is Phase.MAP else ease(animation.progress, 0.0, 0.12)
    return coming * (1.0 - ease(animation.progress, 0.9, 1.0))
