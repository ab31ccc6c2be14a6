"""The first channel of a k × k filter, product by product: input × weights = products.

The cells come out of their rows and stand as three grids before them, square to the viewer,
with their numbers. Then the products draw together into the channel's result.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.bench_cards import in_front, product_card
from convviz.scene.bench_place import Bench, bench_of
from convviz.scene.camera import Camera, axes
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, corners, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.timeline import Phase

NUMBERED = 5  # sides of a kernel up to which numbers stand under the cells
LEFT_OUT = 0.09  # how far the grids reach beyond the rows on the left, where their names were
TALL, MIDDLE = 0.72, 0.44  # height of the grids, and their middle, in heights of the rows
BETWEEN = 1.15  # columns between two grids
WIDEST = 1.7  # of a cell's room, in its height
ACROSS, UNDER, WHOLE = 0.9, 0.5, 0.9  # of a tile in its room: across; down with numbers; without
THIN = 0.1  # depth of a tile, in its width
PLANES = (2.7, 1.3, 4.1)  # input, weights, products: how far before the rows, in depths of a tile
FIRST_ROW = 0.45  # of the time that the products take, for those of the first row
MADE = (0.22, 0.84)  # shares of the beat between which they are made


@dataclass(frozen=True, eq=False)
class Grid:
    """Where the cells stand, in world units.

    Attributes
    ----------
    centres : (3, n, 3) float32
        Of the tiles of input, weights and products.
    tile : (3,) float32
        Their extent.
    right, down : (3,) float32
        From a cell to the next one on the right and below, on the screen.
    tops : (3, 3) float32
        Middles of the upper edges of the three grids.
    signs : (2, 3) float32
        Between the grids.
    floor : (3,) float32
        Middle under all of them.
    numbered : bool
        There is room for numbers under the tiles.
    """

    centres: Floats
    tile: Floats
    right: Floats
    down: Floats
    tops: Floats
    signs: Floats
    floor: Floats
    numbered: bool


@lru_cache(maxsize=4)
def grid_of(cast: Cast) -> Grid:
    """The three grids before the rows of the bench."""
    bench, (kh, kw) = bench_of(cast), cast.layout.plan.kernel
    right, down, forward = axes(Camera(yaw=bench.yaw, pitch=bench.tilt))
    low, high = bench.corners()
    points = corners(low, high - low).astype(float)
    across, below = points @ right, points @ down
    left, width = across.min() - LEFT_OUT * np.ptp(across), (1.0 + LEFT_OUT) * np.ptp(across)
    high_, top = TALL * np.ptp(below) / kh, below.min()
    wide = min(width / (3 * kw + 2 * BETWEEN), WIDEST * high_)
    high_ = min(high_, WIDEST * wide)
    numbered = max(kh, kw) <= NUMBERED
    yaw = math.radians(bench.yaw)
    seen = ACROSS * wide
    thin = THIN * seen
    tile = vector((seen - thin * math.sin(yaw)) / math.cos(yaw), 1.0, thin)
    tile[1] = high_ * (UNDER if numbered else WHOLE)
    deep = float(tile[0]) * math.sin(yaw) + thin
    nearest = float((points @ forward).min())
    middle_x, middle_y = left + width / 2, top + MIDDLE * np.ptp(below)
    i, j = np.divmod(np.arange(kh * kw), kw)
    centres, tops = np.empty((3, kh * kw, 3)), np.empty((3, 3))
    for place, plane in enumerate(PLANES):
        x = middle_x + (place - 1) * (kw + BETWEEN) * wide
        back = (nearest - plane * deep) * forward
        columns, rows = x + (j - (kw - 1) / 2) * wide, middle_y + (i - (kh - 1) / 2) * high_
        if numbered:
            rows = rows - (1.0 - UNDER) * high_ / 2
        centres[place] = columns[:, None] * right + rows[:, None] * down + back
        tops[place] = x * right + (middle_y - kh / 2 * high_) * down + back
    back = (nearest - PLANES[0] * deep) * forward
    half = (kw + BETWEEN) * wide / 2
    signs = np.stack([(middle_x + s * half) * right + middle_y * down + back for s in (-1, 1)])
    floor = middle_x * right + (middle_y + kh / 2 * high_) * down + back
    return Grid(
        centres.astype(np.float32),
        tile,
        (wide * right).astype(np.float32),
        (high_ * down).astype(np.float32),
        tops.astype(np.float32),
        signs.astype(np.float32),
        floor.astype(np.float32),
        numbered,
    )


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


@lru_cache(maxsize=4)
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
    return _tiles(id, _moved(bench, home, grid.centres[place], out), side, out, cast, skin,
                  offset, colour)  # fmt: skip


def _moved(bench: Bench, start: np.ndarray, goal: np.ndarray, share: float) -> np.ndarray:
    """Towards the viewer first, then across: nothing passes through what stands there."""
    forward = axes(Camera(yaw=bench.yaw, pitch=bench.tilt))[2]
    way = goal - start
    nearer = (way @ forward)[:, None] * forward
    across = (way - nearer) * ease(share, 0.2, 1.0)
    return np.asarray(start + nearer * ease(share, 0.0, 0.5) + across)


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
    size = side + (grid_of(cast).tile - side) * ease(out, 0.2, 1.0)
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


@lru_cache(maxsize=8)
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
        centre = _moved(bench, goal, centre, back)
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
