"""Branches in lanes: which column and lane each stage of a graph stands in, and ways between them.

A column is how many stages lie before one at most. A branch keeps its lane, and whatever leads past
columns has a lane of its own there, so that no line ever crosses a volume.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

Reads = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Way:
    """The line from one stage to another.

    Attributes
    ----------
    source, target : int
    lane : int
        On which it passes the columns between them; of neighbours that of the source.
    """

    source: int
    target: int
    lane: int


@dataclass(frozen=True)
class Lanes:
    """Where stages stand.

    Attributes
    ----------
    columns, lanes : tuple of int
        Of every stage.
    ways : tuple of Way
    count : int
        How many lanes there are.
    """

    columns: tuple[int, ...]
    lanes: tuple[int, ...]
    ways: tuple[Way, ...]
    count: int

    @cached_property
    def heights(self) -> tuple[float, ...]:
        """Lane of every stage, as a fraction: one that is alone in its column is in the middle."""
        middle = (self.count - 1) / 2.0
        return tuple(
            middle if alone else float(lane)
            for alone, lane in zip(self.alone, self.lanes, strict=True)
        )

    @cached_property
    def alone(self) -> tuple[bool, ...]:
        """Whether nothing stands beside a stage, and no line passes it: it is in no branch."""
        taken: dict[int, set[int]] = {}
        for column, lane in zip(self.columns, self.lanes, strict=True):
            taken.setdefault(column, set()).add(lane)
        for way in self.ways:
            for column in range(self.columns[way.source] + 1, self.columns[way.target]):
                taken.setdefault(column, set()).add(way.lane)
        return tuple(len(taken[column]) == 1 for column in self.columns)


def is_chain(reads: Reads) -> bool:
    """Whether every stage reads the one before it, and nothing else."""
    return all(each == ((place - 1,) if place else ()) for place, each in enumerate(reads))


@lru_cache(maxsize=8)
def lanes_of(reads: Reads) -> Lanes:
    """Columns, lanes and ways of stages, each of which reads some before it."""
    columns: list[int] = []
    for each in reads:
        columns.append(max((columns[source] + 1 for source in each), default=0))
    taken: set[tuple[int, int]] = set()  # (column, lane)
    lanes: list[int] = []
    ways: list[Way] = []

    def free(lane: int, first: int, last: int) -> bool:
        return not any((column, lane) in taken for column in range(first, last + 1))

    def nearest(lane: int, first: int, last: int) -> int:
        """The lane nearest to one that is free in some columns; below it before above it."""
        away = 0
        while True:
            for found in (lane + away, lane - away):
                if found >= 0 and free(found, first, last):
                    return found
            away += 1

    for place, each in enumerate(reads):
        column = columns[place]
        if not each:
            lane = nearest(0, column, column)
        else:
            first = each[0]
            lane = nearest(lanes[first], columns[first] + 1, column)
        lanes.append(lane)
        taken.add((column, lane))
        for number, source in enumerate(dict.fromkeys(each)):
            begin, end = columns[source] + 1, column - 1
            passed = lane if number == 0 else lanes[source]
            if begin <= end:
                passed = nearest(passed, begin, end)
                taken.update((between, passed) for between in range(begin, end + 1))
            ways.append(Way(source, place, passed if begin <= end else lanes[source]))
    count = 1 + max((lane for _, lane in taken), default=0)
    return Lanes(tuple(columns), tuple(lanes), tuple(ways), count)
