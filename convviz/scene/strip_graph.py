"""The strip of a network that branches: a column for every step, a lane for every branch.

Volumes are at one scale, as in a chain's; each has its name and size beside it, and plain lines
lead to who reads it. A line passes volumes on a lane of its own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from convviz.scene.depth_scale import Depths, depth_unit
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.strip import (
    ANGLE,
    MARGIN,
    NAME_TYPE,
    Measure,
    Point,
    Strip,
    StripEdge,
    StripVolume,
    extent_of,
    pixels_of,
    shape_spans,
)
from convviz.scene.strip_item import StripItem
from convviz.scene.strip_lanes import Lanes, Way, is_chain, lanes_of

LANE, FEW_LANES, CHAIN_HEIGHT = 29.0, 3, 96.0  # height of a lane; so many fit a chain's height
MOST_HEIGHT = 176.0  # of all of them: more are lower
EDGE = 4.0  # above and below
SIZE_TYPE = (14.0, 600)
AIR, BESIDE = 7.0, 9.0  # around what belongs to a stage, and between a volume and its letters
GAP, TRUNK = 30.0, 7.0  # least between columns, and for every line that turns there
HEAD = 10.0  # of a line before a volume, straight
WIDER = 40.0  # by which gaps grow where there is room
TWO_LINES = 38.0  # of a lane, from which a name stands under its size
# How much is written when room gets short: name and size, size, or that of what is lit and what it
# reads; and how large volumes are.
LEVELS = (("all", 1.0), ("all", 0.75), ("sizes", 1.0), ("sizes", 0.75), ("lit", 0.75))
LARGEST = 0.82  # of a lane, that the tallest volume takes


def reads_of(items: Sequence[StripItem]) -> tuple[tuple[int, ...], ...]:
    """What every stage reads: in a chain the one before it."""
    return tuple(
        ((place - 1,) if place else ()) if item.reads is None else item.reads
        for place, item in enumerate(items)
    )


def branches(items: Sequence[StripItem]) -> bool:
    """Whether they are no chain."""
    return not is_chain(reads_of(items))


def graph_height(items: Sequence[StripItem]) -> float:
    """Logical pixels that a strip of them is high."""
    if not branches(items):
        return CHAIN_HEIGHT
    count = lanes_of(reads_of(items)).count
    if count <= FEW_LANES:
        return CHAIN_HEIGHT
    return min(count * LANE + 2 * EDGE, MOST_HEIGHT)


def lay_graph(
    items: Sequence[StripItem],
    width: float,
    height: float,
    measure: Measure,
    unit: float | None = None,
) -> Strip:
    """Place the volumes of a network that branches; arguments as in `lay_strip`."""
    shapes = [(*item.shape,) for item in items]
    unit = depth_unit(shapes) if unit is None else unit
    depths = Depths.of_all(unit, shapes)
    lanes = lanes_of(reads_of(items))
    lane = (height - 2 * EDGE) / lanes.count
    tallest = max(extent_of(item.shape, 1.0, depths)[1] for item in items)
    scale = min(lane, 44.0) * LARGEST / tallest
    for letters, share in LEVELS:
        draft = _Draft(items, lanes, width, height, measure, depths, scale * share, lane)
        if draft.needed(letters) <= width:
            break
    return draft.place(letters)


@dataclass(frozen=True)
class _Draft:
    items: Sequence[StripItem]
    lanes: Lanes
    width: float
    height: float
    measure: Measure
    depths: Depths
    scale: float
    lane: float

    def needed(self, letters: str) -> float:
        """Width that all columns take at least."""
        gaps = sum(self._gap(column) for column in range(1, len(self._columns)))
        return sum(self._widths(letters)) + gaps + 2 * MARGIN

    @cached_property
    def _columns(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(max(self.lanes.columns) + 1)]
        for place, column in enumerate(self.lanes.columns):
            found[column].append(place)
        return found

    def _widths(self, letters: str) -> list[float]:
        return [max(self._stage(i, letters) for i in column) for column in self._columns]

    def _stage(self, place: int, letters: str) -> float:
        volume = extent_of(self.items[place].shape, self.scale, self.depths)[0]
        return volume + (
            BESIDE + self._wide(place, letters) if self._letters(place, letters) else 0.0
        )

    def _letters(self, place: int, letters: str) -> tuple[Span, ...]:
        """Name and size of a stage, as far as there is room."""
        item, chosen = self.items[place], self._chosen
        read = chosen is not None and place in self._reads[chosen]
        if letters == "lit" and not (item.selected or read):
            return ()
        spans = shape_spans(item.shape, Role.COUT if chosen in (None, place) else Role.CIN)
        if chosen not in (None, place) and not read:
            spans = tuple(Span(span.text, Role.MUTED) for span in spans)
        if letters == "sizes":
            return spans
        if self.lane >= TWO_LINES:
            return spans
        role = Role.TEXT if item.selected else Role.MUTED
        return (Span(f"{item.name}  ", role), *spans)

    def _name(self, place: int, letters: str) -> str:
        """What stands under a stage's size."""
        two = self.lane >= TWO_LINES and letters != "sizes"
        return self.items[place].name if two and self._letters(place, letters) else ""

    def _wide(self, place: int, letters: str) -> float:
        """How far the letters of a stage reach."""
        name = self._name(place, letters)
        long = self.measure((Span(name),), *NAME_TYPE)[0] if name else 0.0
        return max(self._long(self._letters(place, letters)), long)

    @cached_property
    def _chosen(self) -> int | None:
        return next((i for i, item in enumerate(self.items) if item.selected), None)

    def _long(self, spans: tuple[Span, ...]) -> float:
        return self.measure(spans, *SIZE_TYPE)[0]

    @cached_property
    def _reads(self) -> tuple[tuple[int, ...], ...]:
        return reads_of(self.items)

    @cached_property
    def _trunks(self) -> list[list[tuple[str, int]]]:
        """Lines that turn before each column: one for all that leave a stage, or come to one."""
        found: list[dict[tuple[str, int], None]] = [{} for _ in self._columns]
        for way in self.lanes.ways:
            for key, column in self._turns(way):
                found[column][key] = None
        return [sorted(keys, key=lambda key: key[0] == "in") for keys in found]

    def _turns(self, way: Way) -> list[tuple[tuple[str, int], int]]:
        """Where a line goes from lane to lane: after its source, before its target, or both."""
        heights, columns = self.lanes.heights, self.lanes.columns
        begin, end = columns[way.source] + 1, columns[way.target]
        if begin == end:
            if heights[way.source] == heights[way.target]:
                return []
            several = len(self._reads[way.target]) > 1
            return [(("in", way.target) if several else ("out", way.source), end)]
        turns: list[tuple[tuple[str, int], int]] = []
        if heights[way.source] != way.lane:
            turns.append((("out", way.source), begin))
        if heights[way.target] != way.lane:
            turns.append((("in", way.target), end))
        return turns

    def _gap(self, column: int) -> float:
        return GAP + TRUNK * max(len(self._trunks[column]) - 1, 0)

    def place(self, letters: str) -> Strip:
        """Everything; room left over goes between the columns, then beside them."""
        needed, widths = self.needed(letters), self._widths(letters)
        gaps = [self._gap(column) for column in range(1, len(widths))]
        spare = max(self.width - needed, 0.0)
        wider = min(spare / len(gaps), WIDER) if gaps else 0.0
        x = MARGIN + (spare - wider * len(gaps)) / 2.0
        lefts = [x]
        for column, gap in enumerate(gaps):
            lefts.append(lefts[-1] + widths[column] + gap + wider)
        volumes = tuple(self._volume(i, letters, lefts) for i in range(len(self.items)))
        ends = [volume.slot[0] + volume.slot[2] - AIR for volume in volumes]
        edges = tuple(self._edge(way, lefts, ends, wider) for way in self.lanes.ways)
        content = max(needed, self.width)
        depth = self.scale * self.depths.unit
        return Strip(self.width, self.height, content, self.scale, depth, volumes, (), edges)

    def _middle(self, lane: float) -> float:
        return EDGE + (lane + 0.5) * self.lane

    def _volume(self, place: int, letters: str, lefts: list[float]) -> StripVolume:
        item = self.items[place]
        across, down, deep = pixels_of(item.shape, self.scale, self.depths)
        dx, dy = deep * math.cos(ANGLE), deep * math.sin(ANGLE)
        x0, middle = lefts[self.lanes.columns[place]], self._middle(self.lanes.heights[place])
        y1 = middle + (down + dy) / 2.0
        x1, y0 = x0 + across, y1 - down
        spans = self._letters(place, letters)
        long, name = self._wide(place, letters) if spans else 0.0, self._name(place, letters)
        base = middle + SIZE_TYPE[0] * 0.36 - (NAME_TYPE[0] * 0.6 if name else 0.0)
        end = x1 + dx + (BESIDE + long if spans else 0.0)
        slot = (x0 - AIR, middle - self.lane / 2.0 + 1.0, end - x0 + 2 * AIR, self.lane - 2.0)
        return StripVolume(
            id=item.id,
            front=((x0, y0), (x1, y0), (x1, y1), (x0, y1)),
            top=((x0, y0), (x0 + dx, y0 - dy), (x1 + dx, y0 - dy), (x1, y0)),
            side=((x1, y0), (x1 + dx, y0 - dy), (x1 + dx, y1 - dy), (x1, y1)),
            slot=slot,
            lit=item.selected,
            name_at=(end - long / 2.0, base + NAME_TYPE[0] * 1.25),
            shape_at=(end - long / 2.0, base),
            shape_spans=spans,
            name=name,
            name_width=long + AIR,
            cut=self.depths.cuts((*item.shape,)),
        )

    def _edge(self, way: Way, lefts: list[float], ends: list[float], wider: float) -> StripEdge:
        columns, heights = self.lanes.columns, self.lanes.heights
        y0, y1 = self._middle(heights[way.source]), self._middle(heights[way.target])
        goal = lefts[columns[way.target]] - 4.0
        points: list[Point] = [(ends[way.source] + AIR, y0)]
        y = y0
        for key, column in self._turns(way):
            trunks = self._trunks[column]
            x = lefts[column] - HEAD - TRUNK * (len(trunks) - trunks.index(key))
            last = column == columns[way.target]
            to = y1 if last else self._middle(way.lane)
            points += [(x, y), (x, to)]
            y = to
        points.append((goal, y1))
        return StripEdge(tuple(points), self.items[way.target].selected)
