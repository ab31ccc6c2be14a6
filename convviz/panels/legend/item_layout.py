"""Where the items of a legend go: one row or two, as its width allows, and never clipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from convviz import words
from convviz.panels.legend.items import Entry, Hollow, Range, dimension_runs
from convviz.panels.painting.lettering import SEMIBOLD, spans_width, text_width
from convviz.scene.palette import Role
from convviz.scene.primitives import Span

TYPE, INDEX = 15, 13  # read from the back row; the index of a dimension's letter
SIDE, ROW, PADDING = 16, 24, 3
INSIDE, ARROW, SWATCH = 6, 6, 30
_ROOMY = 840  # from this width on a second row may tell what the letters mean

Runs = tuple[Span, ...]
Item = Entry | Runs
Places = list[tuple[QRectF, Item]]


class Air(NamedTuple):
    """Logical pixels between items and of a bar of colour; whether both its ends are named."""

    space: int
    bar: int
    ends: bool = True


AIRY, CLOSE, TIGHT = Air(22, 72), Air(16, 44), Air(12, 28, ends=False)
_AIRS = (AIRY, CLOSE, TIGHT)


class Layout(NamedTuple):
    """The items of a legend in their places."""

    places: Places
    rows: int
    air: Air


def lay_out(
    shown: Sequence[Entry], sets: Sequence[Sequence[Entry]], notes: Runs, width: float
) -> Layout:
    """Place what is shown now; the rows are as many as the widest of `sets` needs.

    A legend that grew in the middle of a story would move the stage.
    """
    room = width - 2 * SIDE
    extra = [notes] if notes else []
    named, letters = list(dimension_runs(True)), list(dimension_runs(False))
    if all(_total([*each, *named, *extra], AIRY) <= room for each in sets):
        return Layout(_row([*shown, *named, *extra], 0, AIRY, notes, width), 1, AIRY)
    single = all(_total(each, TIGHT) <= room for each in sets)
    if width >= _ROOMY or not single:
        air = _airiest(shown, room)
        second = _first_fitting(
            ([*named, *beyond(shown), *extra], [*named, *extra], [*letters, *extra]), AIRY, room
        )
        places = [*_row(shown, 0, air, notes, width), *_row(second, 1, AIRY, notes, width)]
        return Layout(places, 2, air)
    for air in _AIRS:
        for items in ([*shown, *letters, *extra], [*shown, *letters]):
            if _total(items, air) <= room:
                return Layout(_row(items, 0, air, notes, width), 1, air)
    air = _airiest(shown, room)
    return Layout(_row(shown, 0, air, notes, width), 1, air)


def beyond(shown: Sequence[Entry]) -> list[Runs]:
    """What arrowheads mean, where there are any."""
    if not any(isinstance(item, Range) and item.clipped for item in shown):
        return []
    return [(Span(words.text("playback.legend.beyond"), Role.MUTED),)]


def end_texts(item: Range, air: Air) -> tuple[str, str]:
    """What stands before and behind a bar."""
    if len(item.maps) > 1:
        return "", words.text("playback.legend.picture")
    if item.both_ways and not air.ends:
        return "", words.text("playback.legend.both", high=item.high)
    return item.low, item.high


def item_width(item: Item, air: Air) -> float:
    """Logical pixels that an item takes."""
    if isinstance(item, Hollow):
        return SWATCH + INSIDE + text_width(item.name, TYPE)
    if not isinstance(item, Range):
        return _runs_width(item)
    low, high = end_texts(item, air)
    arrows = (ARROW + 2) * (1 + item.both_ways) if item.clipped else 0
    width = text_width(item.name, TYPE) + INSIDE + air.bar + arrows
    width += INSIDE + text_width(high, TYPE)
    return width + (INSIDE + text_width(low, TYPE) if low else 0.0)


def _runs_width(runs: Runs) -> float:
    if runs[0].role is Role.MUTED:
        return spans_width(runs, TYPE)
    letter, rest = runs[0].text, runs[1:]
    width = text_width(letter[:1], TYPE, SEMIBOLD) + text_width(letter[1:], INDEX, SEMIBOLD)
    return width + spans_width(rest, TYPE)


def _airiest(items: Sequence[Item], room: float) -> Air:
    return next((air for air in _AIRS if _total(items, air) <= room), TIGHT)


def _first_fitting(choices: Sequence[list[Item]], air: Air, room: float) -> list[Item]:
    return next((items for items in choices if _total(items, air) <= room), choices[-1])


def _total(items: Sequence[Item], air: Air) -> float:
    return sum(item_width(item, air) for item in items) + air.space * (len(items) - 1)


def _row(items: Sequence[Item], row: int, air: Air, notes: Runs, width: float) -> Places:
    """Place items from the left; notes end at the right."""
    places: Places = []
    left, top = float(SIDE), float(PADDING + row * ROW)
    for item in items:
        across = item_width(item, air)
        if item is notes:
            room = width - SIDE - left
            across = min(across, room)
            left += room - across
        places.append((QRectF(left, top, across, ROW), item))
        left += across + air.space
    return places
