"""The chain strip: the whole network as small volumes at one scale, and what lies where.

Each stage is one operation and the volume that it makes. Volumes stand on one line in an
oblique view: the front face is true to scale, the depth runs up and to the right, and one
channel is as deep in all of them as on the stage. A longer row of 1×1 cells is cut, and shows it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from convviz.model.shape import Shape
from convviz.scene.depth_scale import Depths, depth_unit
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.strip_item import StripItem, StripStep

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
Rect = tuple[float, float, float, float]
Measure = Callable[[tuple[Span, ...], float, int], tuple[float, float]]

# Type sizes in logical pixels, and weights.
SHAPE_TYPE = (15.0, 600)
NAME_TYPE = (13.0, 400)
OPERATION_TYPE = (14.0, 600)
NOTE_TYPE = (13.0, 400)

MARGIN = 14.0
TOP = 8.0  # above the tallest volume
LETTERING = 42.0  # below the line that volumes stand on
PADDING = 7.0  # beside what belongs to one stage
ANGLE = math.radians(17.0)  # of the depth edges
THINNEST = 2.0  # a volume of one channel still shows this many pixels of its depth
SMALLEST = 4.0  # and a volume of one cell this many pixels across
LEAST_HEIGHT = 26.0  # of the tallest volume, before the strip scrolls
ARROW = (38.0, 48.0, 200.0)  # least, usual without text, most length of the way between volumes
ARROW_AIR = (16.0, 9.0)  # before and after an arrow, in its way
SPREAD = 56.0  # by which each way grows where there is room
STEP_AIR, STEP_TOP, STEP_HEIGHT = 5.0, 3.0, 18.0  # of a step's name under its arrow
RISE = 14.0  # of arrows over the line that volumes stand on


@dataclass(frozen=True)
class StripVolume:
    """A small volume in logical pixels.

    Attributes
    ----------
    front, top, side : four points each
    slot : (x, y, width, height)
        All that belongs to the stage: its arrow, volume and lettering.
    lit : bool
    name_at, shape_at : (x, y)
        Middle of the lettering's base line.
    shape_spans : spans
        "28×28×192": in the colours of its dimensions for the volumes that the current layer
        reads and makes, muted for the others.
    name : str
        Empty where there is no room for it.
    name_width : float
        Logical pixels that it may take.
    cut : bool
        Whether a part of its depth is left out in the middle.
    """

    id: str
    front: Quad
    top: Quad
    side: Quad
    slot: Rect
    lit: bool
    name_at: Point
    shape_at: Point
    shape_spans: tuple[Span, ...]
    name: str
    name_width: float
    cut: bool = False


@dataclass(frozen=True)
class StripArrow:
    """The way from one volume to the next, with the operation over it.

    `text_at` is the middle of a base line; spans are empty where there is no room for them.
    `steps` are written between the rectangles (x, y, width, height) that a click hits.
    """

    id: str
    start: Point
    end: Point
    text_at: Point
    text: tuple[Span, ...]
    steps: tuple[tuple[StripStep, Rect], ...]
    lit: bool


@dataclass(frozen=True)
class StripEdge:
    """A line from a volume to one that reads it, where a network branches."""

    points: tuple[Point, ...]
    lit: bool


@dataclass(frozen=True)
class Strip:
    """Everything placed.

    Attributes
    ----------
    width, height : float
        Logical pixels to show it in.
    content_width : float
        Logical pixels that it takes; more than `width` scrolls.
    scale : float
        Pixels of one cell across.
    depth : float
        Pixels of one channel along the depth edge.
    """

    width: float
    height: float
    content_width: float
    scale: float
    depth: float
    volumes: tuple[StripVolume, ...] = ()
    arrows: tuple[StripArrow, ...] = field(default=())
    edges: tuple[StripEdge, ...] = field(default=())


@dataclass(frozen=True)
class _Level:
    """How much is written when room gets short."""

    operations: str  # "all", "lit" or "none"
    names: bool
    shrink: float = 1.0


_LEVELS = (
    _Level("all", True),
    _Level("all", True, 0.8),
    _Level("lit", True),
    _Level("lit", True, 0.8),
    _Level("lit", False, 0.65),
    _Level("none", False, 0.5),
)
_SCROLLED = _Level("lit", True, 0.65)


def lay_strip(
    items: Sequence[StripItem],
    width: float,
    height: float,
    measure: Measure,
    unit: float | None = None,
) -> Strip:
    """Place the volumes of a network in a strip.

    Parameters
    ----------
    items : sequence of StripItem
        In the order of the chain.
    width, height : float
        Logical pixels.
    measure : callable
        Width and height of spans at a type size and weight.
    unit : float, optional
        Depth of a channel in cells, as on the stage; by default that of these volumes.

    Returns
    -------
    Strip
        As large as fits; where even the smallest does not, wider than `width`.
    """
    if not items:
        return Strip(width, height, width, 0.0, 0.0)
    room = max(height - TOP - LETTERING, 8.0)
    unit = depth_unit((*item.shape,) for item in items) if unit is None else unit
    depths = Depths.of_all(unit, [(*item.shape,) for item in items])
    full = room / max(extent_of(item.shape, 1.0, depths)[1] for item in items)
    least = min(full, full * LEAST_HEIGHT / room)
    draft = _Draft(items, width, height, measure, depths)
    for level in _LEVELS:
        scale = max(full * level.shrink, least)
        if draft.needed(level, scale) <= width:
            return draft.place(level, draft.largest(level, scale, full))
    return draft.place(_SCROLLED, max(full * _SCROLLED.shrink, least))


def volume_at(strip: Strip, x: float, y: float) -> str | None:
    """The stage at a point: a volume first, a step's name, else whatever belongs to a stage."""
    for volume in reversed(strip.volumes):
        if any(_inside(quad, x, y) for quad in (volume.front, volume.top, volume.side)):
            return volume.id
    for arrow in strip.arrows:
        for step, (left, top, width, height) in arrow.steps:
            if left <= x <= left + width and top <= y <= top + height:
                return step.id
    for volume in strip.volumes:
        left, top, width, height = volume.slot
        if left <= x <= left + width and top <= y <= top + height:
            return volume.id
    return None


def shape_spans(shape: Shape, channels: Role = Role.TEXT) -> tuple[Span, ...]:
    """The text H×W×C with each dimension in its colour."""
    cross = Span("×", Role.MUTED)
    return (
        Span(str(shape.height), Role.H),
        cross,
        Span(str(shape.width), Role.W),
        cross,
        Span(str(shape.channels), channels),
    )


@dataclass(frozen=True)
class _Draft:
    """A strip whose scale is still to be found."""

    items: Sequence[StripItem]
    width: float
    height: float
    measure: Measure
    depths: Depths

    def needed(self, level: _Level, scale: float) -> float:
        """Width that the strip takes at least."""
        stages = sum(self._stage(index, level, scale)[0] for index in range(len(self.items)))
        arrows = sum(self._arrow(item, level) for item in self.items[1:])
        return stages + arrows + 2.0 * MARGIN

    def largest(self, level: _Level, low: float, high: float) -> float:
        """The largest scale between two at which the strip still fits."""
        if self.needed(level, high) <= self.width:
            return high
        for _ in range(16):
            middle = (low + high) / 2.0
            if self.needed(level, middle) <= self.width:
                low = middle
            else:
                high = middle
        return low

    def place(self, level: _Level, scale: float) -> Strip:
        """Everything at a scale; room left over goes between the stages, then beside them."""
        needed = self.needed(level, scale)
        ways = [self._arrow(item, level) for item in self.items[1:]]
        spare = max(self.width - needed, 0.0)
        wider = min(spare / len(ways), SPREAD) if ways else 0.0
        x = MARGIN + (spare - wider * len(ways)) / 2.0
        volumes: list[StripVolume] = []
        arrows: list[StripArrow] = []
        for index, item in enumerate(self.items):
            slot_from = x + (PADDING if index else -PADDING)
            if index:
                way = ways[index - 1] + wider
                arrows.append(self._placed_arrow(item, level, x, x + way))
                x += way
            slot = self._stage(index, level, scale)
            volumes.append(self._placed_volume(index, level, scale, x, slot_from))
            x += slot[0]
        return Strip(
            self.width,
            self.height,
            max(needed, self.width),
            scale,
            scale * self.depths.unit,
            tuple(volumes),
            tuple(arrows),
        )

    @property
    def ground(self) -> float:
        return self.height - LETTERING

    def _stage(self, index: int, level: _Level, scale: float) -> tuple[float, float]:
        """Width of a stage without its arrow, and where in it the volume begins."""
        item = self.items[index]
        volume = extent_of(item.shape, scale, self.depths)[0]
        letters = self.measure(self._spans(index), *SHAPE_TYPE)[0]
        if level.names:
            name = self.measure((Span(item.name),), *NAME_TYPE)[0]
            letters = max(letters, min(name, letters * 1.6))
        width = max(volume, letters)
        return width, (width - volume) / 2.0

    def _arrow(self, item: StripItem, level: _Level) -> float:
        shown = level.operations == "all" or (level.operations == "lit" and item.selected)
        if not shown:
            return ARROW[0] if level.operations == "none" else ARROW[1]
        text = self.measure(item.operation, *OPERATION_TYPE)[0] if item.operation else 0.0
        steps = sum(self._step_widths(item))
        return min(max(ARROW[1], max(text, steps) + sum(ARROW_AIR) + 6.0), ARROW[2])

    def _step_widths(self, item: StripItem) -> list[float]:
        """Widths of the steps' names, with the air around them."""
        return [self.measure((step.name,), *NOTE_TYPE)[0] + 2 * STEP_AIR for step in item.steps]

    def _placed_steps(
        self, item: StripItem, middle: float, y: float
    ) -> tuple[tuple[StripStep, Rect], ...]:
        """The names of the steps side by side under the arrow."""
        widths = self._step_widths(item)
        left, placed = middle - sum(widths) / 2.0, []
        for step, width in zip(item.steps, widths, strict=True):
            placed.append((step, (left, y + STEP_TOP, width, STEP_HEIGHT)))
            left += width
        return tuple(placed)

    def _spans(self, index: int) -> tuple[Span, ...]:
        chosen = next((i for i, item in enumerate(self.items) if item.selected), None)
        shape = self.items[index].shape
        if chosen is None or index == chosen:
            return shape_spans(shape, Role.COUT)
        if index == chosen - 1:
            return shape_spans(shape, Role.CIN)
        return tuple(Span(span.text, Role.MUTED) for span in shape_spans(shape))

    def _placed_arrow(
        self, item: StripItem, level: _Level, left: float, right: float
    ) -> StripArrow:
        y = self.ground - RISE
        start, end = left + ARROW_AIR[0], right - ARROW_AIR[1]
        middle = (start + end) / 2.0
        shown = level.operations == "all" or (level.operations == "lit" and item.selected)
        return StripArrow(
            id=item.id,
            start=(start, y),
            end=(end, y),
            text_at=(middle, y - 7.0),
            text=item.operation if shown else (),
            steps=self._placed_steps(item, middle, y) if shown else (),
            lit=item.selected,
        )

    def _placed_volume(
        self, index: int, level: _Level, scale: float, left: float, slot_from: float
    ) -> StripVolume:
        item = self.items[index]
        width, inset = self._stage(index, level, scale)
        across, down, deep = pixels_of(item.shape, scale, self.depths)
        dx, dy = deep * math.cos(ANGLE), deep * math.sin(ANGLE)
        x0, y1 = left + inset, self.ground
        x1, y0 = x0 + across, self.ground - down
        middle = left + width / 2.0
        slot = (slot_from, 2.0, left + width + PADDING - slot_from, self.height - 4.0)
        return StripVolume(
            id=item.id,
            front=((x0, y0), (x1, y0), (x1, y1), (x0, y1)),
            top=((x0, y0), (x0 + dx, y0 - dy), (x1 + dx, y0 - dy), (x1, y0)),
            side=((x1, y0), (x1 + dx, y0 - dy), (x1 + dx, y1 - dy), (x1, y1)),
            slot=slot,
            lit=item.selected,
            name_at=(middle, self.ground + 31.0),
            shape_at=(middle, self.ground + 16.0),
            shape_spans=self._spans(index),
            name=item.name if level.names else "",
            name_width=width + PADDING,
            cut=self.depths.cuts((*item.shape,)),
        )


def pixels_of(shape: Shape, scale: float, depths: Depths) -> tuple[float, float, float]:
    """Width, height and length of the depth edge of a volume."""
    return (
        max(shape.width * scale, SMALLEST),
        max(shape.height * scale, SMALLEST),
        max(depths.of((*shape,)) * scale, THINNEST / math.cos(ANGLE)),
    )


def extent_of(shape: Shape, scale: float, depths: Depths) -> tuple[float, float]:
    """Width and height of a volume's whole picture."""
    across, down, deep = pixels_of(shape, scale, depths)
    return across + deep * math.cos(ANGLE), down + deep * math.sin(ANGLE)


def _inside(quad: Quad, x: float, y: float) -> bool:
    turns = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        for (ax, ay), (bx, by) in zip(quad, (*quad[1:], quad[0]), strict=True)
    ]
    return all(turn >= 0.0 for turn in turns) or all(turn <= 0.0 for turn in turns)
