"""The bench where a cell is no sum of products: compared, averaged, shared out, or passed on."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from convviz.kinds.telling import Making
from convviz.scene.apart import shifts_of
from convviz.scene.bench_place import mix
from convviz.scene.cast import BY_ONE, Cast, Work
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline, segments
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.tally import COMPARED, FLIGHT, arrived, just_arrived, looked_at
from convviz.scene.timeline import Phase
from convviz.scene.work_paths import (
    SMALL,
    flown,
    has_bars,
    result_moved,
    result_place,
    risen,
    total_is_result,
)
from convviz.scene.work_place import Place, bars_of, place_of

BACK_TONE = 0.62  # of cells that lost, or have been added
GLASS = 0.45
LOUD = 2.4  # logical pixels


def work_boxes(cast: Cast, moment: Moment) -> tuple[Boxes, ...]:
    """The lifted cells, and everything made of them."""
    work = cast.work
    assert work is not None
    built: list[Boxes | None] = []
    if moment.rise > 0.0 and moment.started:
        built += _lifted(cast, moment)
    if moment.rise >= 1.0 and moment.started:
        built += [_bars(cast, moment), _flying(cast, moment), _total(cast, moment)]
    built.append(_result(cast, moment))
    return tuple(box for box in built if box is not None)


def compared(work: Work, moment: Moment) -> tuple[int, int]:
    """How many of `work.told` have been looked at, and the best of them (-1: none)."""
    seen = looked_at(len(work.told), moment.made)
    if work.taken is None or seen == 0:
        return seen, -1
    places = work.told[:seen]
    return seen, int(places[work.taken[places].argmax()])


# ---- the cells ---------------------------------------------------------------------------------
def _lifted(cast: Cast, moment: Moment) -> list[Boxes | None]:
    work = cast.work
    assert work is not None
    tones = _tones(work, moment)
    ways = moment.up, moment.turn, moment.spread
    parts: list[Boxes | None] = [_cells(cast, ways, tones, True)]
    if not work.inside.all():
        parts.append(_cells(cast, ways, tones, False))
    return parts


def _tones(work: Work, moment: Moment) -> tuple[float, ...]:
    """Who has lost, or has been added, steps back."""
    tone = np.ones(len(work.places))
    if work.making is Making.GREATEST and moment.beat.phase is not Phase.LIFT:
        seen, best = compared(work, moment)
        tone[work.told[:seen]] = BACK_TONE
        tone[max(best, 0)] = 1.0
    elif work.making in BY_ONE and moment.totalled > 0.0:
        gone = arrived(len(work.told), moment.totalled + FLIGHT)
        tone[work.told[:gone]] = BACK_TONE + 0.1
    return tuple(tone.tolist())


@lru_cache(maxsize=4)
def _cells(
    cast: Cast, ways: tuple[float, float, float], tones: tuple[float, ...], inside: bool
) -> Boxes | None:
    """The cells on the input, or those in the padding, on their way up or on the bench."""
    work, place, layout = cast.work, place_of(cast), cast.layout
    assert work is not None
    here = np.flatnonzero(work.inside == inside)
    if not len(here):
        return None
    (up, turn, spread), unit = ways, layout.unit
    home = (work.places + np.float32(0.5)) * np.array([1, 1, unit], dtype=np.float32)
    home += shifts_of(layout.input_slabs)[work.places[:, 2].astype(int)]
    over, scale = risen(cast, home)
    onto = np.array([turn, turn, spread], dtype=np.float32)
    centre = home + (over - home) * np.float32(up)
    centre = centre + (place.cells - centre) * onto
    side = mix(1.0, scale, up)
    size = np.array([side, side, unit], dtype=np.float32)
    size = size + (place.cell - size) * onto
    if inside:
        skin = Skin(work.taken, cast.input_colours, cast.input_high, edge_width=1.1)
    else:
        skin = Skin(None, Colours.PADDING, edge=Role.PADDING_EDGE)
    sizes = np.broadcast_to(size, (len(here), 3)).astype(np.float32)
    placed = centre[here].astype(np.float32)
    record = _each("work-cells" if inside else "work-padding", placed, sizes, here, skin)
    return replace(
        record,
        tone=np.array(tones, dtype=np.float32)[here],
        opacity=np.full(len(here), 1.0 if inside else GLASS, dtype=np.float32),
        first=_channel(cast, len(here)),
        offset=record.offset - np.int32(cast.cell.first_channel),
    )


def _channel(cast: Cast, count: int) -> np.ndarray:
    """First cells that give each box the colour of its channel in a picture."""
    first = np.zeros((count, 3), dtype=np.int32)
    first[:, 2] = cast.cell.first_channel
    return first


def _each(id: str, centre: Floats, size: Floats, index: np.ndarray, skin: Skin) -> Boxes:
    """One box of one cell each."""
    low = (centre - size / 2).astype(np.float32)
    tone = np.ones(len(low), dtype=np.float32)
    made = bank(id, (1, 1, 1), low, index.astype(np.int32), 1.0, 1.0, skin, tone)
    return replace(made, size=size.astype(np.float32))


# ---- what is made of them ----------------------------------------------------------------------
def _bars(cast: Cast, moment: Moment) -> Boxes | None:
    """The powers, or squares, of the cells side by side."""
    work = cast.work
    assert work is not None
    if not has_bars(work) or moment.made <= 0.0:
        return None
    return _grown(cast, ease(moment.made, 0.05, 0.8))


@lru_cache(maxsize=4)
def _grown(cast: Cast, grown: float) -> Boxes:
    work = cast.work
    assert work is not None and work.amounts is not None
    centre, size = bars_of(cast, grown)
    skin = Skin(work.amounts, Colours.ACTIVATION, float(work.amounts.max()) or 1.0, grid=0.0)
    return _each("work-bars", centre, size, np.arange(len(centre)), skin)


def _flying(cast: Cast, moment: Moment) -> Boxes | None:
    """Cells, or their bars, on their way into the total, each on a depth of its own."""
    work, place = cast.work, place_of(cast)
    assert work is not None
    p, count = moment.totalled, len(work.told)
    if work.amounts is None or moment.beat.phase is not Phase.TOTAL or not 0.0 < p < 1.0:
        return None
    if not moment.playing and just_arrived(count, p):
        return None  # at rest a cell is in the total, and none is on its way
    begun = np.arange(count) / count * (1.0 - FLIGHT)
    share = (p - begun) / FLIGHT
    flying = (share > 0.0) & (share < 1.0)
    out = work.told[flying]
    if not len(out):
        return None
    u = np.array([ease(float(s)) for s in share[flying]], dtype=np.float32)[:, None]
    centre, fade = flown(cast, out, u), np.float32(SMALL) * (1.0 - 0.6 * u)
    sizes = np.repeat(fade * place.cell[0], 3, axis=1)
    colours, high = cast.input_colours, cast.input_high
    if has_bars(work):
        colours, high = Colours.ACTIVATION, float(work.amounts.max()) or 1.0
    skin = Skin(work.amounts, colours, high, edge=Role.ACTIVE, edge_width=1.0, grid=0.0)
    record = _each("work-flying", centre, sizes, out, skin)
    if has_bars(work):
        return record
    first = _channel(cast, len(out))
    return replace(record, first=first, offset=record.offset - np.int32(cast.cell.first_channel))


def total_done(work: Work, moment: Moment) -> int:
    """Cells in the total so far."""
    if work.amounts is None:
        return 0
    return arrived(len(work.told), moment.totalled) if moment.totalled > 0.0 else 0


def _total(cast: Cast, moment: Moment) -> Boxes | None:
    """What the cells have added up to; where the total is divided itself it becomes the result."""
    work, place = cast.work, place_of(cast)
    assert work is not None
    done = total_done(work, moment)
    if done == 0 or (work.making in BY_ONE and total_is_result(work, moment)):
        return None
    signed = work.making in BY_ONE and work.taken is not None and work.taken.min() < 0.0
    colours = Colours.RESULTS if signed else Colours.ACTIVATION
    skin = Skin(work.results, colours, work.high, edge=Role.ACTIVE, edge_width=LOUD, grid=0.0)
    return _cube("work-total", place.total, place.total_side, skin, int(work.told[done - 1]))


def _result(cast: Cast, moment: Moment) -> Boxes | None:
    """What comes of the cells: from where it was chosen to its place, then into the output."""
    work = cast.work
    assert work is not None
    landing_now = moment.beat.phase is Phase.LAND and moment.landed < 1.0
    if not moment.started or not (moment.rise >= 1.0 or landing_now):
        return None
    if result_moved(cast, moment) <= 0.0 or work.taken is None:
        return None
    if work.making in BY_ONE and not total_is_result(work, moment):
        return None
    centre, side = result_place(cast, moment)
    values, index, colours, high = _worth(cast, work, moment)
    width = 0.8 if moment.beat.phase is Phase.LAND and moment.landed > 0.6 else LOUD
    skin = Skin(values, colours, high, edge=Role.ACTIVE, edge_width=width, grid=0.0)
    channel = cast.cell.filter if colours is cast.output_colours else cast.cell.first_channel
    record = _cube("work-result", centre, side, skin, index)
    first = np.zeros((1, 3), dtype=np.int32)
    first[:, 2] = channel
    return replace(record, first=first, offset=record.offset - np.int32(channel))


def _worth(cast: Cast, work: Work, moment: Moment) -> tuple[Floats | None, int, Colours, float]:
    """Values, index, colours and range of the result's cube: as it was read, made, stepped on."""
    count = len(work.places)
    stepped = moment.beat.phase is Phase.LAND or moment.activated >= 0.5
    follows = cast.storyboard.first_of(Phase.ACTIVATION) is not None
    if stepped or not follows:
        index = count + 1 if stepped else count
        return work.results, index, cast.output_colours, cast.output_high
    return work.results, count, cast.input_colours, cast.input_high


def _cube(id: str, centre: Floats, side: float, skin: Skin, index: int) -> Boxes:
    sizes = np.full((1, 3), side, dtype=np.float32)
    return _each(id, centre[None], sizes, np.array([index]), skin)


# ---- lines -------------------------------------------------------------------------------------
def work_lines(cast: Cast, moment: Moment) -> tuple[Lines, ...]:
    """An arrow from the cells to the result, and an outline around who is the greatest so far."""
    work, place = cast.work, place_of(cast)
    if work is None or moment.turn <= 0.35 or moment.beat.phase is Phase.LAND:
        return ()
    coming = ease(moment.turn, 0.35, 0.7)
    made = [_arrow(place, work), *_awaited(cast, place, moment)]
    if coming < 1.0:
        return tuple(replace(each, alpha=each.alpha * coming) for each in made)
    chosen = work.chosen
    if work.making is Making.GREATEST:
        seen, chosen = compared(work, moment)
        if 0.0 < moment.made < COMPARED and seen and work.told[seen - 1] != chosen:
            looked = int(work.told[seen - 1])
            made.append(_around("work-looked", place, looked, Role.EDGE, 1.6))
    elif work.making in BY_ONE:
        chosen = -1
    if chosen >= 0 and moment.beat.phase is not Phase.LIFT:
        made.append(_around("work-chosen", place, chosen, Role.ACTIVE, LOUD))
    return tuple(made)


def _awaited(cast: Cast, place: Place, moment: Moment) -> list[Lines]:
    """The places where a total and the result will be, outlined until they are there."""
    assert cast.work is not None
    made: list[Lines] = []
    places = [("work-awaited", place.result, place.side, result_moved(cast, moment))]
    if has_bars(cast.work):
        done = float(total_done(cast.work, moment) > 0)
        places.append(("work-awaited-total", place.total, place.total_side, done))
        if moment.made < 0.8:  # and where bars grow
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


def _arrow(place: Place, work: Work) -> Lines:
    """From the last cell, or the total, to the result."""
    start = place.total.copy() if has_bars(work) else place.result.copy()
    left = float(place.cells[:, 0].max()) + float(place.cell[0]) / 2
    if has_bars(work):
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
