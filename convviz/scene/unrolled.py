"""The bench above the stage, where a column and a filter face each other and are summed.

From above: the input's column, the filter, the results per channel, the running sum. Depth (C)
lies across the picture. The running channel's slices come out of their rows towards the viewer,
meet, become products, become one result, and that falls into the sum.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from convviz.scene.animation import AnimationState, ease
from convviz.scene.apart import Slabs, shifts_of
from convviz.scene.layout import Floats, vector
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_grid import grid_boxes, grid_lines
from convviz.scene.unrolled_layout import UnrolledRows, mix, running_channel, sum_place, unrolled_of
from convviz.scene.unrolled_rows import Row, Runs, results_done, row_boxes, slices_there
from convviz.scene.unrolled_slices import addend, cards

BIAS_AWAY = 1.75  # from where a bias comes into the sum, in sides of its cell
Ways = tuple[float, float]  # how far above the stage, and from there on the bench

SMALL_EDGE = 0.8  # logical pixels, of the sum's cell once it is one cell of the output


def rows(model: StageModel, unrolled: UnrolledRows, animation: AnimationState) -> tuple[Boxes, ...]:
    """Column and filter as they rise onto the bench, and everything made of them."""
    built: list[Boxes | None] = [*facing(model, animation)]
    if animation.grid > 0.0:
        gone = ease(animation.grid, 0.05, 0.5)
        built = [row_behind(row, gone) for row in built if row is not None]
        built += grid_boxes(model, animation)
    if animation.rise >= 1.0 and animation.beat.phase is not Phase.LAND:
        built += cards(model, unrolled, animation)
        built += [
            _results(model, results_done(animation), animation.fold),
            addend(model, unrolled, animation),
        ]
    if animation.beat.phase is Phase.LAND and animation.turn > 0.55:  # they are over
        results = _results(model, results_done(animation), animation.fold)
        left = ease(animation.turn, 0.55, 0.95)
        built.append(None if results is None else row_behind(results, 1.0 - left))
    if animation.rise >= 1.0 or (animation.beat.phase is Phase.LAND and animation.landed < 1.0):
        built += [_sum_cell(model, unrolled, animation), _bias_cell(model, unrolled, animation)]
    return tuple(box for box in built if box is not None and len(box.low))


def sum_alone(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState
) -> tuple[Boxes, ...]:
    """The sum on its last way into the output cell, when the rows are back; then nothing."""
    if animation.landed >= 1.0:
        return ()
    cell = _sum_cell(model, unrolled, animation)
    return () if cell is None else (cell,)


def facing(model: StageModel, animation: AnimationState) -> tuple[Boxes, Boxes]:
    """Column and filter on their way onto the bench, and on it."""
    ways = animation.up, animation.turn, animation.spread, animation.fold
    return _facing(model, *ways, slices_there(model, animation))


@lru_cache(maxsize=8)
def row_behind(row: Boxes, gone: float) -> Boxes:
    """A row that has made room for what stands before it."""
    left = np.float32(1.0 - gone)
    return replace(row, opacity=row.opacity * left, edge_width=row.edge_width * float(left))


@lru_cache(maxsize=4)
def _facing(
    model: StageModel, up: float, turn: float, spread: float, fold: float, there: Runs
) -> tuple[Boxes, Boxes]:
    """Column and filter; the same records while they rest, so that views have nothing to do."""
    unrolled = unrolled_of(model)
    column, filter = _column(model, unrolled, up, turn), _filter(model, unrolled, up, turn)
    return (
        row_boxes(column, unrolled, spread, fold, there),
        row_boxes(filter, unrolled, spread, fold, there),
    )


def _risen(
    unrolled: UnrolledRows,
    kernel: tuple[int, int],
    home: tuple[float, float, float],
    y: float,
    ways: Ways,
) -> tuple[float, float, float]:
    """Low corner x and y, and side of a cell, of a row: first straight up, then onto the bench."""
    (x, low, cell), (up, turn), (kh, kw) = home, ways, kernel
    middle, over = x + kw * cell / 2, unrolled.hover_y - kh * unrolled.hover_cell
    scale = mix(mix(cell, unrolled.hover_cell, up), unrolled.cell, turn)
    across = mix(middle - kw * mix(cell, unrolled.hover_cell, up) / 2, unrolled.x, turn)
    return across, mix(mix(low, over, up), y, turn), scale


def _column(model: StageModel, unrolled: UnrolledRows, up: float, turn: float) -> Row:
    cell, layout = model.cell, model.layout
    start = layout.input_low + vector(cell.columns[0], cell.rows[0], 0.0)
    home = float(start[0]), float(start[1]), 1.0
    return Row(
        "bench-column",
        layout.plan.kernel,
        *_risen(unrolled, layout.plan.kernel, home, unrolled.column_y, (up, turn)),
        unrolled.cell,
        Skin(cell.taken, model.input_colours, model.input_high),
        colour=cell.first_channel,
        home=_home(model, layout.input_slabs, cell.first_channel),
        home_unit=layout.unit,
        aside=_aside(model, 1.0 - up),
    )


def _filter(model: StageModel, unrolled: UnrolledRows, up: float, turn: float) -> Row:
    layout, index = model.layout, model.cell.filter
    start = layout.filter_low[min(index, len(layout.filter_low) - 1)]
    kh, kw = layout.plan.kernel
    home = float(start[0]), float(start[1]), float(layout.enlarged)
    return Row(
        "bench-filter",
        (kh, kw),
        *_risen(unrolled, (kh, kw), home, unrolled.filter_y, (up, turn)),
        unrolled.cell,
        Skin(model.weights, Colours.DIVERGING, model.weight_high),
        offset=index * layout.plan.depth * kh * kw,
        home=_home(model, layout.filter_slabs, 0),
        home_unit=layout.unit,
    )


def _home(model: StageModel, slabs: Slabs, first: int) -> Floats:
    """Low z on the stage of the channels that the filter spans."""
    layout = model.layout
    shifts = shifts_of(slabs)[:, 2]
    here: Floats = (np.arange(len(shifts)) * layout.unit + shifts).astype(np.float32)
    return here[first : first + layout.plan.depth]


def _aside(model: StageModel, share: float) -> Floats | None:
    """How far beside the first channel's place the column's slices still are, (depth, 2)."""
    layout, first = model.layout, model.cell.first_channel
    if share <= 0.0 or not layout.sheets[0]:
        return None
    shifts = shifts_of(layout.input_slabs)[first : first + layout.plan.depth, :2]
    aside: Floats = (shifts * np.float32(share)).astype(np.float32)
    return aside


@lru_cache(maxsize=4)
def _results(model: StageModel, done: int, fold: float) -> Boxes | None:
    """The results per channel so far; they stay, so that the sum is seen to be of all of them."""
    unrolled = unrolled_of(model)
    if done <= 0:
        return None
    return row_boxes(_result_row(model, unrolled), unrolled, 1.0, fold, ((0, done, 1.0),))


def _result_row(model: StageModel, unrolled: UnrolledRows) -> Row:
    return Row(
        "bench-results",
        (1, 1),
        unrolled.x + (unrolled.width - unrolled.result) / 2,
        unrolled.result_y,
        unrolled.result,
        unrolled.result,
        Skin(model.cell.sums, Colours.RESULTS, model.cell.running_high),
    )


def _sum_cell(model: StageModel, unrolled: UnrolledRows, animation: AnimationState) -> Boxes | None:
    channels = model.layout.plan.depth
    done = int(animation.summed)
    if done <= 0:
        return None
    index = done - 1
    if animation.biased >= 0.5:
        index = channels
    if animation.activated >= 0.5:
        index = channels + 1
    centre, side = sum_place(model, unrolled, animation)
    settled = animation.activated >= 0.5
    near = (side - 1.0) / max(unrolled.total - 1.0, 1e-6)  # 1 on the bench, 0 in the output
    skin = Skin(
        model.cell.running,
        model.output_colours if settled else Colours.RESULTS,
        model.output_high if settled else model.cell.running_high,
        edge=Role.ACTIVE,
        edge_width=mix(SMALL_EDGE, 2.4, min(max(near, 0.0), 1.0)),
        grid=0.0,
    )
    return _cube("bench-sum", centre, side, skin, index)


def _bias_cell(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState
) -> Boxes | None:
    """The bias on its way into the sum, from the side where nothing lies."""
    if animation.beat.phase is not Phase.BIAS or animation.biased >= 0.5:
        return None
    centre, side = sum_place(model, unrolled, animation)
    away = np.float32(side * mix(BIAS_AWAY, 1.02, ease(animation.biased, 0.1, 0.48)))
    centre = centre.copy()
    centre[1 if unrolled.beside else 2] -= away
    skin = Skin(
        model.cell.bias,
        Colours.RESULTS,
        model.cell.running_high,
        edge=Role.ACTIVE,
        edge_width=2.0,
        grid=0.0,
    )
    return _cube("bench-bias", centre, side, skin, 0)


def _cube(id: str, centre: Floats, side: float, skin: Skin, index: int) -> Boxes:
    low = (centre - side / 2)[None]
    tone = np.ones(1, dtype=np.float32)
    return bank(id, (1, 1, 1), low, np.array([index]), side, side, skin, tone)


def frames(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState
) -> tuple[Lines, ...]:
    """Outlines of the two folded rows that face each other: they are seen to be one length."""
    awaited = _awaited(model, unrolled, animation)
    if animation.grid > 0.0:
        return (*grid_lines(model, animation), *awaited)
    pair = _pair_done(model, unrolled, animation)
    strength = ease(animation.fold, 0.6, 1.0)
    if animation.rise < 1.0 or strength <= 0.0:
        return (*awaited, *pair)
    length = unrolled.near(unrolled.channels, animation.fold)
    low = np.stack(
        [vector(unrolled.x, unrolled.column_y, 0), vector(unrolled.x, unrolled.filter_y, 0)]
    )
    size = np.broadcast_to(vector(unrolled.width, unrolled.height, length), (2, 3))
    return (outline("bench-frame", low, size, Role.EDGE, 1.2, strength, grow=0.02), *awaited, *pair)


def _awaited(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState
) -> tuple[Lines, ...]:
    """The places of results and of the sum that are still to come."""
    phase, done = animation.beat.phase, results_done(animation)
    coming = ease(animation.turn, 0.35, 0.7) if phase is Phase.LIFT else 1.0 - animation.grid
    if phase is Phase.LAND or coming <= 0.0 or done >= unrolled.channels:
        return ()
    return _places(model, done, animation.fold, coming, int(animation.summed) > 0)


@lru_cache(maxsize=4)
def _places(
    model: StageModel, done: int, fold: float, coming: float, summed: bool
) -> tuple[Lines, ...]:
    unrolled = unrolled_of(model)
    row = _result_row(model, unrolled)
    boxes = row_boxes(row, unrolled, 1.0, fold, ((done, unrolled.channels, 1.0),))
    low, size = boxes.low, boxes.size
    if not summed:
        side = unrolled.total
        z = unrolled.length - side / 2 if unrolled.beside else unrolled.centre(0, fold)
        corner = vector(unrolled.x + (unrolled.width - side) / 2, unrolled.sum_y, z - side / 2)
        low = np.concatenate([low, corner[None]])
        size = np.concatenate([size, np.full((1, 3), side, dtype=np.float32)])
    return (outline("bench-awaited", low, size, Role.EDGE, 1.0, 0.55 * coming),)


def _pair_done(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState
) -> tuple[Lines, ...]:
    """At rest after a channel: what was multiplied and what came of it, outlined in their rows."""
    running = running_channel(model, animation)
    if animation.playing or running is None or running[1] < 1.0:
        return ()
    channel, z = running[0], unrolled.centre(running[0], animation.fold)
    alone = animation.fold < 1.0 and channel < unrolled.opened
    middle, third = unrolled.x + unrolled.width / 2, unrolled.result
    places = (
        (unrolled.column_y, unrolled.width, unrolled.height, unrolled.cell),
        (unrolled.filter_y, unrolled.width, unrolled.height, unrolled.cell),
        (unrolled.result_y, third, third, third),
    )
    low, size = [], []
    for y, wide, high, deep in places:
        thick = unrolled.thick(deep, animation.fold) if alone else unrolled.unit
        low.append(vector(middle - wide / 2, y, z - thick / 2))
        size.append(vector(wide, high, thick))
    grow = 0.02 * unrolled.cell if alone else 0.0
    return (outline("bench-pair", np.stack(low), np.stack(size), Role.ACTIVE, 2.6, grow=grow),)
