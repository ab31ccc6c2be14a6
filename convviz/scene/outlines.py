"""Outlines of what is read and made, what joins them, and how thin a line has to be."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from convviz.scene.animation import AnimationState
from convviz.scene.apart import Slabs, shift_of, shifts_of
from convviz.scene.camera import Camera, axes, eye
from convviz.scene.cut_marks import cut_marks
from convviz.scene.group_lines import group_lines
from convviz.scene.layout import Floats, vector
from convviz.scene.origins import origin_lines, several
from convviz.scene.palette import Role
from convviz.scene.pieces import outline, segments
from convviz.scene.primitives import Lines
from convviz.scene.stage_model import StageModel
from convviz.scene.unrolled_kinds import staging_of
from convviz.scene.unrolled_layout import copy_shift, output_place, read_shift

THIN = 0.3  # widest line, in the cells that it outlines
THINNEST = 0.8  # logical pixels
GROWN, INSIDE = 0.04, 0.1  # how far an outline lies outside of cells, and its far end inside


def lines_of(model: StageModel, animation: AnimationState) -> tuple[Lines, ...]:
    """Outlines of the receptive field, the filter and the output cell, and what joins them.

    They go with the stage while it has made room for the bench.
    """
    left = 1.0 - animation.away
    built = [replace(each, alpha=each.alpha * left) for each in _on_stage(model, animation)]
    shown = [each for each in built if each.alpha > 0.0]
    return (*shown, *staging_of(model).lines(model, animation))


def _on_stage(model: StageModel, animation: AnimationState) -> list[Lines]:
    layout, plan = model.layout, model.layout.plan
    filter, row, column = model.outlined(animation)
    field_low, field_size = receptive_box(model, filter, row, column)
    drawn = filter < len(layout.filter_low)
    cell = output_place(model, filter, row, column)
    shift = copy_shift(model, animation)
    if shift is not None:
        cell = layout.output_low + vector(
            column + 0.5, row + 0.5, (filter + 0.5) * layout.unit + shift
        )
    unit = layout.unit
    cell_low = cell - vector(0.5, 0.5, unit / 2)
    deep = unit if unit <= 1.0 else 0.0  # a long box around a small face would cover it
    built = [
        _field(model, animation, filter, row, column),
        outline(
            "cell",
            cell_low,
            vector(1, 1, deep),
            Role.ACTIVE,
            2.2,
            grow=0.06,
            on_top=plan.pictures[1],
        ),
    ]
    built += group_lines(model, filter)
    built += origin_lines(model, animation)
    marks = cut_marks(model, animation)
    if marks is not None:
        built.append(marks)
    if drawn:
        filter_low = layout.filter_low[filter]
        built.append(outline("filter", filter_low, layout.filter_size, Role.ACTIVE, 2.0, grow=0.05))
        if animation.rise <= 0.0:
            built.append(_joins(model, field_low, field_size, filter_low, cell_low, filter))
    elif animation.rise <= 0.0 and not len(layout.filter_low):
        field_low = field_low + vector(0, 0, read_shift(model, animation) or 0.0)
        fields = _same_cells(model, filter, row, column)
        if len(fields) < 2:
            fields = field_low[None]
        else:
            field_size = vector(1, 1, unit)
        built.append(_joined(fields, field_size, cell_low))
    return built


def _windows(model: StageModel, filter: int, row: int, column: int) -> Lines:
    """The input cells that are read, on the front of every channel that lies beside the others."""
    layout, channels = model.layout, model.reading.channels(filter)
    rows, columns = model.reads(filter, row, column)
    low = shifts_of(layout.input_slabs)[np.array(channels)]
    low += layout.input_low + vector(columns[0], rows[0], 0.0)
    low[:, 2] += np.array(channels) * np.float32(layout.unit)
    size = vector(columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1, 0.0)
    return outline("field", low, size, Role.ACTIVE, 2.0, grow=GROWN, on_top=True)


def _field(
    model: StageModel, animation: AnimationState, filter: int, row: int, column: int
) -> Lines:
    """The input cells that are read: one block, or one by one where dilation leaves gaps."""
    if model.layout.sheets[0]:
        return _windows(model, filter, row, column)
    same = _same_cells(model, filter, row, column)
    if len(same) > 1:
        around = vector(GROWN, GROWN, GROWN)
        size = vector(1, 1, model.layout.unit) + 2 * around
        return outline("field", same - around, size, Role.ACTIVE, 2.0)
    low, size = receptive_box(model, filter, row, column)
    if max(model.reading.dilation) > 1:
        rows, columns = model.reads(filter, row, column)
        z = float(low[2])
        left, top = (float(v) for v in model.layout.input_low[:2])
        places = [(left + x, top + y, z) for y in rows for x in columns]
        low = np.array(places, dtype=np.float32)
        size = np.broadcast_to(vector(1, 1, float(size[2])), low.shape)
    low = low + vector(0, 0, read_shift(model, animation) or 0.0)
    around = vector(GROWN, GROWN, GROWN)
    size = size + 2 * around - vector(0, 0, GROWN + INSIDE)  # its far end stays in the volume
    on_top = model.layout.plan.pictures[0]
    return outline("field", low - around, size, Role.ACTIVE, 2.0, on_top=on_top)


def _joins(
    model: StageModel,
    field_low: Floats,
    field_size: Floats,
    filter_low: Floats,
    cell: Floats,
    filter: int,
) -> Lines:
    """Thin lines from the receptive field's front to the filter's, and on to the output cell."""
    layout = model.layout
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


def _same_cells(model: StageModel, filter: int, row: int, column: int) -> Floats:
    """Corners of the cells that are read of several volumes, (n, 3)."""
    layout = model.layout
    if not several(model):
        return np.zeros((0, 3), dtype=np.float32)
    channels = np.array(model.reading.channels(filter))
    low = shifts_of(layout.input_slabs)[channels] + layout.input_low + vector(column, row, 0.0)
    low[:, 2] += channels.astype(np.float32) * np.float32(layout.unit)
    found: Floats = low.astype(np.float32)
    return found


def _joined(lows: Floats, size: Floats, cell: Floats) -> Lines:
    """Thin lines from the cells that are read to the output cell, where no filter lies between."""
    pairs: list[tuple[Floats, Floats]] = []
    for low in lows:
        right, front = float(low[0] + size[0]), float(low[2])
        top, bottom = float(low[1]), float(low[1] + size[1])
        pairs.append((vector(right, top, front), cell))
        pairs.append((vector(right, bottom, front), cell + vector(0, 1, 0)))
    return segments("joins", pairs, Role.ACTIVE, 1.2, 0.8, on_top=True)


def receptive_box(model: StageModel, filter: int, row: int, column: int) -> tuple[Floats, Floats]:
    """Corner and extent of the input cells that an output position reads, padding included.

    Of channels that lie side by side, those in the one nearest to the filters.
    """
    layout = model.layout
    rows, columns = model.reads(filter, row, column)
    channels = model.reading.channels(filter)
    if layout.sheets[0]:
        at = max(channels, key=lambda c: layout.input_slabs[c].shift[0])
        low = layout.input_low + shift_of(layout.input_slabs, at)
        low = low + vector(columns[0], rows[0], at * layout.unit)
        wide, high = columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
        return low, vector(wide, high, layout.unit)

    def depth_of(channel: int) -> float:
        return channel * layout.unit + float(shift_of(layout.input_slabs, channel)[2])

    start, stop = depth_of(channels[0]), depth_of(channels[-1]) + layout.unit
    if layout.plan.pictures[0] and layout.plan.input[0] == 3:
        start -= layout.plate  # the window goes through the picture too
    low = layout.input_low + vector(columns[0], rows[0], start)
    if several(model):
        low = low + shift_of(layout.input_slabs, channels[0]) * vector(1, 1, 0)
    size = vector(columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1, stop - start)
    return low, size


def reader_lines(
    model: StageModel, cell: tuple[int, int], rows: tuple[int, ...], columns: tuple[int, ...]
) -> tuple[Lines, ...]:
    """An input cell (row, column) and the output positions that read it, on the front faces."""
    layout = model.layout
    row, column = cell
    fronts = [layout.plate if picture else 0.0 for picture in layout.plan.pictures]
    low = layout.input_low + _fronts(layout.input_slabs, layout.unit, layout.sheets[0])
    flat = vector(1, 1, 0)
    read = outline(
        "reader-cell", low + vector(column, row, -fronts[0]), flat, Role.TEXT, 2.0, grow=GROWN
    )
    if not rows or not columns:
        return (read,)
    places = np.array([(x, y, -fronts[1]) for y in rows for x in columns], dtype=np.float32)
    low = layout.output_low + _fronts(layout.output_slabs, layout.unit, layout.sheets[1])
    lows = (low[:, None] + places[None]).reshape(-1, 3)
    readers = outline("readers", lows, flat, Role.TEXT, 1.6, grow=GROWN)
    return (read, readers)


def _fronts(slabs: Slabs, unit: float, sheet: bool) -> Floats:
    """Where front faces that are seen lie, (n, 3): of every slab of a sheet, else of the first."""
    seen = slabs if sheet or slabs[0].alone else slabs[:1]
    return np.array([vector(*s.shift) + vector(0, 0, s.first * unit) for s in seen])


def no_thicker_than_cells(
    lines: tuple[Lines, ...], model: StageModel, camera: Camera, height: float
) -> tuple[Lines, ...]:
    """Outlines of single cells as thin as the cells are small on the screen."""
    cells = {
        "field": 1.0,
        "cell": 1.0,
        "reader-cell": 1.0,
        "readers": 1.0,
        "filter": float(model.layout.enlarged),
    }
    focal = height / 2.0 / math.tan(math.radians(camera.field) / 2.0)
    place, forward = eye(camera), axes(camera)[2]
    fitted = []
    for each in lines:
        if each.id in cells and len(each.start):
            depth = float(((each.start - place) @ forward).min())
            away = camera.distance if camera.orthographic else max(depth, 1e-6)
            width = max(THINNEST, THIN * cells[each.id] * focal / away)
            each = replace(each, width=min(each.width, width))
        fitted.append(each)
    return tuple(fitted)
