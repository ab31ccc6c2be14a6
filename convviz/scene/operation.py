"""The bench where a cell is no sum of products: compared, averaged, shared out, or passed on."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from convviz.kinds.telling import OperationKind
from convviz.scene.animation import AnimationState, ease
from convviz.scene.apart import shifts_of
from convviz.scene.cell_times import COMPARED, FLIGHT, arrived, just_arrived, looked_at
from convviz.scene.layout import Floats, vector
from convviz.scene.operation_layout import Place, bars_of, place_of
from convviz.scene.operation_paths import (
    SMALL,
    flown,
    has_bars,
    result_moved,
    result_place,
    risen,
    total_is_result,
)
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline, segments
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.stage_model import BY_ONE, Operation, StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_layout import mix

BACK_TONE = 0.62  # of cells that lost, or have been added
GLASS = 0.45
LOUD = 2.4  # logical pixels


def operation_boxes(model: StageModel, animation: AnimationState) -> tuple[Boxes, ...]:
    """The lifted cells, and everything made of them."""
    operation = model.operation
    assert operation is not None
    built: list[Boxes | None] = []
    if animation.rise > 0.0 and animation.started:
        built += _lifted(model, animation)
    if animation.rise >= 1.0 and animation.started:
        built += [_bars(model, animation), _flying(model, animation), _total(model, animation)]
    built.append(_result(model, animation))
    return tuple(box for box in built if box is not None)


def compared(operation: Operation, animation: AnimationState) -> tuple[int, int]:
    """How many of `operation.told` have been looked at, and the best of them (-1: none)."""
    seen = looked_at(len(operation.told), animation.made)
    if operation.taken is None or seen == 0:
        return seen, -1
    places = operation.told[:seen]
    return seen, int(places[operation.taken[places].argmax()])


# ---- the cells ---------------------------------------------------------------------------------
def _lifted(model: StageModel, animation: AnimationState) -> list[Boxes | None]:
    operation = model.operation
    assert operation is not None
    tones = _tones(operation, animation)
    ways = animation.up, animation.turn, animation.spread
    parts: list[Boxes | None] = [_cells(model, ways, tones, True)]
    if not operation.inside.all():
        parts.append(_cells(model, ways, tones, False))
    return parts


def _tones(operation: Operation, animation: AnimationState) -> tuple[float, ...]:
    """Who has lost, or has been added, steps back."""
    tone = np.ones(len(operation.places))
    if (
        operation.operation_kind is OperationKind.GREATEST
        and animation.beat.phase is not Phase.LIFT
    ):
        seen, best = compared(operation, animation)
        tone[operation.told[:seen]] = BACK_TONE
        tone[max(best, 0)] = 1.0
    elif operation.operation_kind in BY_ONE and animation.totalled > 0.0:
        gone = arrived(len(operation.told), animation.totalled + FLIGHT)
        tone[operation.told[:gone]] = BACK_TONE + 0.1
    return tuple(tone.tolist())


@lru_cache(maxsize=4)
def _cells(
    model: StageModel, ways: tuple[float, float, float], tones: tuple[float, ...], inside: bool
) -> Boxes | None:
    """The cells on the input, or those in the padding, on their way up or on the bench."""
    operation, place, layout = model.operation, place_of(model), model.layout
    assert operation is not None
    here = np.flatnonzero(operation.inside == inside)
    if not len(here):
        return None
    (up, turn, spread), unit = ways, layout.unit
    home = (operation.places + np.float32(0.5)) * np.array([1, 1, unit], dtype=np.float32)
    home += shifts_of(layout.input_slabs)[operation.places[:, 2].astype(int)]
    over, scale = risen(model, home)
    onto = np.array([turn, turn, spread], dtype=np.float32)
    centre = home + (over - home) * np.float32(up)
    centre = centre + (place.cells - centre) * onto
    side = mix(1.0, scale, up)
    size = np.array([side, side, unit], dtype=np.float32)
    size = size + (place.cell - size) * onto
    if inside:
        skin = Skin(operation.taken, model.input_colours, model.input_high, edge_width=1.1)
    else:
        skin = Skin(None, Colours.PADDING, edge=Role.PADDING_EDGE)
    sizes = np.broadcast_to(size, (len(here), 3)).astype(np.float32)
    placed = centre[here].astype(np.float32)
    record = _each("work-cells" if inside else "work-padding", placed, sizes, here, skin)
    return replace(
        record,
        tone=np.array(tones, dtype=np.float32)[here],
        opacity=np.full(len(here), 1.0 if inside else GLASS, dtype=np.float32),
        first=_channel(model, len(here)),
        offset=record.offset - np.int32(model.cell.first_channel),
    )


def _channel(model: StageModel, count: int) -> np.ndarray:
    """First cells that give each box the colour of its channel in a picture."""
    first = np.zeros((count, 3), dtype=np.int32)
    first[:, 2] = model.cell.first_channel
    return first


def _each(id: str, centre: Floats, size: Floats, index: np.ndarray, skin: Skin) -> Boxes:
    """One box of one cell each."""
    low = (centre - size / 2).astype(np.float32)
    tone = np.ones(len(low), dtype=np.float32)
    made = bank(id, (1, 1, 1), low, index.astype(np.int32), 1.0, 1.0, skin, tone)
    return replace(made, size=size.astype(np.float32))


# ---- what is made of them ----------------------------------------------------------------------
def _bars(model: StageModel, animation: AnimationState) -> Boxes | None:
    """The powers, or squares, of the cells side by side."""
    operation = model.operation
    assert operation is not None
    if not has_bars(operation) or animation.made <= 0.0:
        return None
    return _grown(model, ease(animation.made, 0.05, 0.8))


@lru_cache(maxsize=4)
def _grown(model: StageModel, grown: float) -> Boxes:
    operation = model.operation
    assert operation is not None and operation.amounts is not None
    centre, size = bars_of(model, grown)
    skin = Skin(
        operation.amounts, Colours.ACTIVATION, float(operation.amounts.max()) or 1.0, grid=0.0
    )
    return _each("work-bars", centre, size, np.arange(len(centre)), skin)


def _flying(model: StageModel, animation: AnimationState) -> Boxes | None:
    """Cells, or their bars, on their way into the total, each on a depth of its own."""
    operation, place = model.operation, place_of(model)
    assert operation is not None
    p, count = animation.totalled, len(operation.told)
    if operation.amounts is None or animation.beat.phase is not Phase.TOTAL or not 0.0 < p < 1.0:
        return None
    if not animation.playing and just_arrived(count, p):
        return None  # at rest a cell is in the total, and none is on its way
    begun = np.arange(count) / count * (1.0 - FLIGHT)
    share = (p - begun) / FLIGHT
    flying = (share > 0.0) & (share < 1.0)
    out = operation.told[flying]
    if not len(out):
        return None
    u = np.array([ease(float(s)) for s in share[flying]], dtype=np.float32)[:, None]
    centre, fade = flown(model, out, u), np.float32(SMALL) * (1.0 - 0.6 * u)
    sizes = np.repeat(fade * place.cell[0], 3, axis=1)
    colours, high = model.input_colours, model.input_high
    if has_bars(operation):
        colours, high = Colours.ACTIVATION, float(operation.amounts.max()) or 1.0
    skin = Skin(operation.amounts, colours, high, edge=Role.ACTIVE, edge_width=1.0, grid=0.0)
    record = _each("work-flying", centre, sizes, out, skin)
    if has_bars(operation):
        return record
    first = _channel(model, len(out))
    return replace(record, first=first, offset=record.offset - np.int32(model.cell.first_channel))


def total_done(operation: Operation, animation: AnimationState) -> int:
    """Cells in the total so far."""
    if operation.amounts is None:
        return 0
    return arrived(len(operation.told), animation.totalled) if animation.totalled > 0.0 else 0


def _total(model: StageModel, animation: AnimationState) -> Boxes | None:
    """What the cells have added up to; where the total is divided itself it becomes the result."""
    operation, place = model.operation, place_of(model)
    assert operation is not None
    done = total_done(operation, animation)
    if done == 0 or (operation.operation_kind in BY_ONE and total_is_result(operation, animation)):
        return None
    signed = (
        operation.operation_kind in BY_ONE
        and operation.taken is not None
        and operation.taken.min() < 0.0
    )
    colours = Colours.RESULTS if signed else Colours.ACTIVATION
    skin = Skin(
        operation.results, colours, operation.high, edge=Role.ACTIVE, edge_width=LOUD, grid=0.0
    )
    return _cube("work-total", place.total, place.total_side, skin, int(operation.told[done - 1]))


def _result(model: StageModel, animation: AnimationState) -> Boxes | None:
    """What comes of the cells: from where it was chosen to its place, then into the output."""
    operation = model.operation
    assert operation is not None
    landing_now = animation.beat.phase is Phase.LAND and animation.landed < 1.0
    if not animation.started or not (animation.rise >= 1.0 or landing_now):
        return None
    if result_moved(model, animation) <= 0.0 or operation.taken is None:
        return None
    if operation.operation_kind in BY_ONE and not total_is_result(operation, animation):
        return None
    centre, side = result_place(model, animation)
    values, index, colours, high = _worth(model, operation, animation)
    width = 0.8 if animation.beat.phase is Phase.LAND and animation.landed > 0.6 else LOUD
    skin = Skin(values, colours, high, edge=Role.ACTIVE, edge_width=width, grid=0.0)
    channel = model.cell.filter if colours is model.output_colours else model.cell.first_channel
    record = _cube("work-result", centre, side, skin, index)
    first = np.zeros((1, 3), dtype=np.int32)
    first[:, 2] = channel
    return replace(record, first=first, offset=record.offset - np.int32(channel))


def _worth(
    model: StageModel, operation: Operation, animation: AnimationState
) -> tuple[Floats | None, int, Colours, float]:
    """Values, index, colours and range of the result's cube: as it was read, made, stepped on."""
    count = len(operation.places)
    stepped = animation.beat.phase is Phase.LAND or animation.activated >= 0.5
    follows = model.storyboard.first_of(Phase.ACTIVATION) is not None
    if stepped or not follows:
        index = count + 1 if stepped else count
        return operation.results, index, model.output_colours, model.output_high
    return operation.results, count, model.input_colours, model.input_high


def _cube(id: str, centre: Floats, side: float, skin: Skin, index: int) -> Boxes:
    sizes = np.full((1, 3), side, dtype=np.float32)
    return _each(id, centre[None], sizes, np.array([index]), skin)


# ---- lines -------------------------------------------------------------------------------------
def operation_lines(model: StageModel, animation: AnimationState) -> tuple[Lines, ...]:
    """An arrow from the cells to the result, and an outline around who is the greatest so far."""
    operation, place = model.operation, place_of(model)
    if operation is None or animation.turn <= 0.35 or animation.beat.phase is Phase.LAND:
        return ()
    coming = ease(animation.turn, 0.35, 0.7)
    made = [_arrow(place, operation), *_awaited(model, place, animation)]
    if coming < 1.0:
        return tuple(replace(each, alpha=each.alpha * coming) for each in made)
    chosen = operation.chosen
    if operation.operation_kind is OperationKind.GREATEST:
        seen, chosen = compared(operation, animation)
        if 0.0 < animation.made < COMPARED and seen and operation.told[seen - 1] != chosen:
            looked = int(operation.told[seen - 1])
            made.append(_around("work-looked", place, looked, Role.EDGE, 1.6))
    elif operation.operation_kind in BY_ONE:
        chosen = -1
    if chosen >= 0 and animation.beat.phase is not Phase.LIFT:
        made.append(_around("work-chosen", place, chosen, Role.ACTIVE, LOUD))
    return tuple(made)


def _awaited(model: StageModel, place: Place, animation: AnimationState) -> list[Lines]:
    """The places where a total and the result will be, outlined until they are there."""
    assert model.operation is not None
    made: list[Lines] = []
    places = [("work-awaited", place.result, place.side, result_moved(model, animation))]
    if has_bars(model.operation):
        done = float(total_done(model.operation, animation) > 0)
        places.append(("work-awaited-total", place.total, place.total_side, done))
        if animation.made < 0.8:  # and where bars grow
            low, high = place.cells.min(axis=0), place.cells.max(axis=0)
            wide = high - low + place.cell
            corner = vector(low[0] - place.cell[0] / 2, place.floor - place.tallest, 0.0)
            size = vector(wide[0], place.tallest, 0.0)
            made.append(outline("work-awaited-bars", corner, size, Role.EDGE, 1.0, 0.4))
    for id, centre, side, there in places:
        if there < 1.0:
            size = np.full(3, side, dtype=np.float32)
            low = (centre - size / 2).astype(np.float32)
            made.append(outline(id, low, size, Role.EDGE, 1.2, 0.7))
    return made


def _around(id: str, place: Place, index: int, role: Role, width: float) -> Lines:
    low = place.cells[index] - place.cell / 2
    return outline(id, low, place.cell, role, width, grow=float(place.cell.min()) * 0.03)


def _arrow(place: Place, operation: Operation) -> Lines:
    """From the last cell, or the total, to the result."""
    start = place.total.copy() if has_bars(operation) else place.result.copy()
    left = float(place.cells[:, 0].max()) + float(place.cell[0]) / 2
    if has_bars(operation):
        left = float(place.total[0]) + place.total_side / 2
    room = float(place.result[0]) - place.side / 2 - left
    start[0] = np.float32(left + room * 0.22)
    end = start.copy()
    end[0] = np.float32(left + room * 0.78)
    head = np.float32(room * 0.09)
    up, down = end.copy(), end.copy()
    up[0] -= head
    up[1] -= head
    down[0] -= head
    down[1] += head
    return segments("work-arrow", [(start, end), (up, end), (down, end)], Role.EDGE, 1.6)
