"""The first channel of a k × k filter, product by product: input × weights = products.

The cells come out of their rows and stand as three grids before them, square to the viewer,
with their numbers. Then the products draw together into the channel's result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.bench_cards import in_front, product_card
from convviz.scene.bench_place import bench_of
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.timeline import Phase

NUMBERED = 5  # sides of a kernel up to which numbers stand under the cells
SIDE = 0.36  # of a cell's room, in heights of the rows
BETWEEN = 0.7  # columns between two grids
HIGH = 1.1  # of a cell's room, in its width
ACROSS, UNDER, WHOLE = 0.88, 0.52, 0.82  # of a tile in its room: across; down with numbers; without
THIN = 0.12  # depth of a tile, in its width
BEFORE = 0.5  # how far the grids stand before the rows, in cells of theirs
PLANES = 1.25  # distance of their planes, in cells of the rows: on their way none meets another
YAW, TILT = 7.0, 4.0  # where they are seen from, degrees
ACROSS_AT = (0.28, 1.0)  # shares of the way out in which the cells go across
FIRST_ROW = 0.45  # of the time that the products take, for those of the first row
MADE = (0.32, 0.86)  # shares of the beat between which they are made


@dataclass(frozen=True, eq=False)
class Grid:
    """Where the cells stand, in world units.

    Attributes
    ----------
    centres : (3, n, 3) float32
        Of the tiles of input, weights and products.
    tile : (3,) float32
        Their extent.
    pitch : (wide, high)
        From a cell to the next one on the right and below.
    low, high : (3,) float32
        Corners of all that must be in view.
    numbered : bool
        There is room for numbers under the tiles.
    """

    centres: Floats
    tile: Floats
    pitch: tuple[float, float]
    low: Floats
    high: Floats
    numbered: bool

    @property
    def tops(self) -> Floats:
        """Middles of the upper edges of the three grids, (3, 3)."""
        middles: Floats = self.centres.mean(axis=1)
        middles[:, 1] = self.low[1]
        return middles

    @property
    def signs(self) -> Floats:
        """Middles between the grids, (2, 3)."""
        middles: Floats = self.centres.mean(axis=1)
        between: Floats = (middles[1:] + middles[:-1]) / np.float32(2.0)
        return between


@lru_cache(maxsize=1)
def grid_of(cast: Cast) -> Grid:
    """The three grids before the rows of the bench, square to who looks along the depth."""
    bench, (kh, kw) = bench_of(cast), cast.layout.plan.kernel
    wide = SIDE * bench.height
    numbered = max(kh, kw) <= NUMBERED
    pitch = wide, wide * HIGH
    tile = vector(wide * ACROSS, pitch[1] * (UNDER if numbered else WHOLE), wide * THIN)
    middle = vector(bench.x + bench.width / 2, bench.filter_y, -BEFORE * wide - float(tile[2]) / 2)
    i, j = np.divmod(np.arange(kh * kw), kw)
    centres = np.empty((3, kh * kw, 3), dtype=np.float32)
    across = (np.arange(3) - 1) * (kw + BETWEEN)
    centres[:, :, 0] = middle[0] + (across[:, None] + j - (kw - 1) / 2) * wide
    # Numbers stand in the lower part of a cell's room.
    up = (pitch[1] * (1.0 - UNDER) / 2) if numbered else 0.0
    centres[:, :, 1] = middle[1] + (i - (kh - 1) / 2) * pitch[1] - up
    centres[:, :, 2] = middle[2] - np.array([[1.0], [0.0], [2.0]]) * PLANES * bench.cell
    half = vector((1.5 * kw + BETWEEN) * wide, kh * pitch[1] / 2, float(tile[2]) / 2)
    nearest = vector(0, 0, 2.0 * PLANES * bench.cell)
    return Grid(centres, tile, pitch, middle - half - nearest, middle + half, numbered)


def products_made(cast: Cast, moment: Moment) -> int:
    """How many products of the first channel have been made: those of its first row slowly."""
    kh, kw = cast.layout.plan.kernel
    start, stop = MADE
    share = (moment.multiplied - start) / (stop - start)
    if share <= 0.0:
        return 0
    if share < FIRST_ROW:
        return min(int(share / FIRST_ROW * kw) + 1, kw)
    return min(kw + int((share - FIRST_ROW) / (1.0 - FIRST_ROW) * (kh * kw - kw) + 1), kh * kw)


def all_made(moment: Moment) -> bool:
    """Whether they are all there and their sum is told."""
    return moment.multiplied >= MADE[1]


def grid_boxes(cast: Cast, moment: Moment) -> tuple[Boxes, ...]:
    """The cells of the first channel between their rows and the grids, and their products."""
    if moment.grid <= 0.0:
        return ()
    made = products_made(cast, moment)
    back = moment.grid if moment.beat.phase is Phase.CHANNEL else 1.0
    products = _products(cast, made, back)
    return (*_factors(cast, moment.grid), *(() if products is None else (products,)))


@lru_cache(maxsize=1)
def _factors(cast: Cast, out: float) -> tuple[Boxes, Boxes]:
    """The cells of input and filter; the same records while they rest."""
    bench, plan, cell = bench_of(cast), cast.layout.plan, cast.cell
    kernel = cell.filter * plan.depth * plan.kernel[0] * plan.kernel[1]
    taken = Skin(cell.taken, cast.input_colours, cast.input_high)
    weights = Skin(cast.weights, Colours.DIVERGING, cast.weight_high)
    return (
        _cells(cast, "grid-input", 0, out, bench.column_y, taken, 0, cell.first_channel),
        _cells(cast, "grid-weights", 1, out, bench.filter_y, weights, kernel, 0),
    )


def _cells(
    cast: Cast, id: str, place: int, out: float, y: float, skin: Skin, offset: int, colour: int
) -> Boxes:
    bench, grid, (kh, kw) = bench_of(cast), grid_of(cast), cast.layout.plan.kernel
    i, j = np.divmod(np.arange(kh * kw), kw)
    home = np.empty((kh * kw, 3))
    home[:, 0] = bench.x + (j + 0.5) * bench.cell
    home[:, 1] = y + (i + 0.5) * bench.cell
    home[:, 2] = bench.centre(0, 0.0)
    side = np.array([bench.cell, bench.cell, bench.thick(bench.cell, 0.0)])
    return _tiles(id, _moved(home, grid.centres[place], out), side, out, cast, skin,
                  offset, colour)  # fmt: skip


def _moved(start: np.ndarray, goal: np.ndarray, share: float) -> np.ndarray:
    """Out of the rows first, then across: nothing passes through what stands there."""
    out, across = ease(share, 0.0, ACROSS_AT[0]), ease(share, *ACROSS_AT)
    return np.asarray(start + (goal - start) * np.array([across, across, out]))


def _tiles(
    id: str,
    centre: np.ndarray,
    side: np.ndarray,
    out: float,
    cast: Cast,
    skin: Skin,
    offset: int,
    colour: int,
) -> Boxes:
    """One box a cell, on the way from cells of `side` to the grid's tiles."""
    size = side + (grid_of(cast).tile - side) * ease(out, *ACROSS_AT)
    low = (centre - size / 2).astype(np.float32)
    tone = np.ones(len(low), dtype=np.float32)
    area = cast.layout.plan.kernel[0] * cast.layout.plan.kernel[1]
    # Cell by cell: each box is one cell of the channel, which gives it its own colour.
    index = np.arange(len(low), dtype=np.int32) + offset
    made = bank(id, (1, 1, 1), low, index, 1.0, 1.0, skin, tone)
    first = made.first.copy()
    first[:, 2] = colour
    made = replace(made, first=first, offset=made.offset - np.int32(colour * area))
    made = replace(made, stride=(1, 1, area))
    return replace(made, size=np.broadcast_to(size, low.shape).astype(np.float32))


@lru_cache(maxsize=4)
def _products(cast: Cast, made: int, back: float) -> Boxes | None:
    """The products made so far; afterwards on their way together."""
    if made == 0:
        return None
    bench, grid, cell = bench_of(cast), grid_of(cast), cast.cell
    kh, kw = cast.layout.plan.kernel
    i, j = np.divmod(np.arange(made), kw)
    size = product_card(bench)
    goal = np.empty((made, 3))
    goal[:, 0] = size[0] * ((j + 0.5) / kw - 0.5)
    goal[:, 1] = size[1] * ((i + 0.5) / kh - 0.5)
    goal[:, 2] = 0.0
    goal += in_front(bench, 0.0, 0)
    centre = grid.centres[2][:made]
    if back < 1.0:
        centre = _moved(goal, centre, back)
    small = np.array([size[0] / kw, size[1] / kh, size[2]])
    skin = Skin(cell.products, Colours.DIVERGING, cell.product_high)
    return _tiles("grid-products", centre, small, back, cast, skin, 0, 0)


def grid_lines(cast: Cast, moment: Moment) -> tuple[Lines, ...]:
    """What is multiplied now, and what comes of it, outlined in all three grids."""
    made = products_made(cast, moment)
    if moment.beat.phase is not Phase.PRODUCTS or made == 0 or all_made(moment):
        return ()
    grid = grid_of(cast)
    low = np.asarray(grid.centres[:, made - 1] - grid.tile / 2, dtype=np.float32)
    size = np.broadcast_to(grid.tile, (3, 3))
    return (outline("grid-now", low, size, Role.ACTIVE, 2.6, grow=float(grid.tile[2]) * 0.2),)
