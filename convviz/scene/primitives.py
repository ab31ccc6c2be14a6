"""What a renderer draws, as frozen struct-of-arrays records with stable ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from convviz.scene.camera import Camera
from convviz.scene.palette import Role
from convviz.scene.themes import PALETTES, Look

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


class Colours(Enum):
    """How the cells of boxes take their colour."""

    ACTIVATION = "activation"  # sequential map, range 0..high
    DIVERGING = "diverging"  # weights and products: map centred at zero, range -high..high
    RESULTS = "results"  # sums of products and what is made of them: the same, in other colours
    GREY = "grey"  # black to white, range 0..high
    CHANNELS = "channels"  # channel 0, 1, 2 in its own red, green, blue, range 0..high
    PICTURE = "picture"  # the three channels of a cell's column together, range 0..high
    EMPTY = "empty"  # no value (yet): the theme's empty-cell colour
    PADDING = "padding"  # padding zeros: the theme's padding colour

    @property
    def both_ways(self) -> bool:
        """Whether the map is centred at zero."""
        return self in (Colours.DIVERGING, Colours.RESULTS)


@dataclass(frozen=True, eq=False)
class Boxes:
    """Axis-aligned opaque or glass boxes made of cells: a volume, a filter bank, a row of cells.

    Cell ``(x, y, z)`` of box ``i`` (counted from ``first[i]``) shows
    ``values[offset[i] + x * stride[0] + y * stride[1] + z * stride[2]]``.

    Attributes
    ----------
    id : str
        Stable from frame to frame.
    low, size : (n, 3) float32
        Corner with the smallest coordinates, and extent, in world units.
    first, count : (n, 3) int32
        First cell and number of cells along x (W), y (H), z (C).
    offset : (n,) int32
        Index in `values` of cell (0, 0, 0) of the array that the box cuts from.
    stride : tuple of int
        Step in `values` for one cell along x, y, z.
    values : (m,) float32, read-only, or None
        Flat values, compared by identity; None draws EMPTY cells.
    colours : Colours
    high : float
        Upper end of the colour range (lower end 0, or -high where the map goes both ways).
    shown_until : int
        Cells whose index in `values` is below it show their value.
    also_shown : int
        One more index that shows its value (-1: none).
    blank : float
        0..1, how far the cells not shown have faded to the empty colour.
    tone : (n,) float32
        1 is full colour, lower steps back (towards the background, never below 0.6).
    opacity : (n,) float32
        1 is opaque; below, the box is glass (faces blended, edges stay).
    grid : float
        Strength 0..1 of the lines between cells.
    edge : Role or None
        Colour of the box's own silhouette edges.
    edge_width : float
        Logical pixels.
    fill : Role or None
        Colour of boxes without values, instead of that of empty cells.
    marks : (m,) bool, read-only, or None
        Cells that take the colour of a mark instead of that of their value.
    """

    id: str
    low: Floats
    size: Floats
    first: Ints
    count: Ints
    offset: Ints
    stride: tuple[int, int, int]
    values: Floats | None
    colours: Colours
    high: float
    tone: Floats
    opacity: Floats
    shown_until: int = 2**31 - 1
    also_shown: int = -1
    blank: float = 1.0
    grid: float = 1.0
    edge: Role | None = Role.EDGE
    edge_width: float = 1.0
    marks: NDArray[np.bool_] | None = None
    fill: Role | None = None


@dataclass(frozen=True)
class Rounded:
    """A number and the decimals with which every view writes it.

    Attributes
    ----------
    value : float
    decimals : int
    """

    value: float
    decimals: int


@dataclass(frozen=True, eq=False)
class Lines:
    """Straight lines of constant width on screen.

    Attributes
    ----------
    start, end : (n, 3) float32
        World units.
    role : Role
    width : float
        Logical pixels.
    alpha : float
    on_top : bool
        True draws over boxes, False lets boxes hide the line.
    dash : float
        Dash length in logical pixels, 0 for a solid line.
    """

    id: str
    start: Floats
    end: Floats
    role: Role
    width: float = 1.5
    alpha: float = 1.0
    on_top: bool = False
    dash: float = 0.0


@dataclass(frozen=True)
class Span:
    """A run of text in one colour."""

    text: str
    role: Role = Role.TEXT


@dataclass(frozen=True)
class PlacedLabel:
    """A label with its place on the screen, in logical pixels from the top left.

    `points` is the type size in logical pixels; `weight` 400 or 600; `plate` 0..1 is the
    strength of the background-coloured plate behind the text; `leader` is an optional line
    (x0, y0, x1, y1) from the label to what it names.
    """

    id: str
    spans: tuple[Span, ...]
    x: float
    y: float
    width: float
    height: float
    points: float
    weight: int = 600
    alpha: float = 1.0
    plate: float = 0.0
    leader: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Scene:
    """One picture of the stage. Boxes never intersect; order is that of drawing."""

    camera: Camera
    width: float
    height: float
    theme: str  # one of themes.THEMES
    boxes: tuple[Boxes, ...] = ()
    lines: tuple[Lines, ...] = ()
    labels: tuple[PlacedLabel, ...] = ()
    moving: bool = False  # True while something moves: renderers may drop multisampling
    notes: tuple[str, ...] = field(default=())
    palette: str = PALETTES[0]

    @property
    def look(self) -> Look:
        """Theme and palette."""
        return Look(self.theme, self.palette)
