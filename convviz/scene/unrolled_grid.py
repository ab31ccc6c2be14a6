"""The first channel of a k × k filter, product by product: input × weights = products.

The cells come out of their rows and stand as three grids before them, square to the viewer,
with their numbers. Then the products draw together into the channel's result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.animation import AnimationState, ease
from convviz.scene.layout import Floats, vector
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank, outline
from convviz.scene.primitives import Boxes, Colours, Lines
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_layout import unrolled_of
from convviz.scene.unrolled_slices import in_front, product_card

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
def grid_of(model: StageModel) -> Grid:
    """The three grids before the rows of the bench, square to who looks along the depth."""
    unrolled, (kh, kw) = unrolled_of(model), model.layout.plan.kernel
    wide = SIDE * unrolled.height
    numbered = max(kh, kw) <= NUMBERED
    pitch = wide, wide * HIGH
    tile = vector(wide * ACROSS, pitch[1] * (UNDER if numbered else WHOLE), wide * THIN)
    middle = vector(
        unrolled.x + unrolled.width / 2, unrolled.filter_y, -BEFORE * wide - float(tile[2]) / 2
    )
    i, j = np.divmod(np.arange(kh * kw), kw)
    centres = np.empty((3, kh * kw, 3), dtype=np.float32)
    across = (np.arange(3) - 1) * (kw + BETWEEN)
    centres[:, :, 0] = middle[0] + (across[:, None] + j - (kw - 1) / 2) * wide
    # Numbers stand in the lower part of a cell's room.
    up = (pitch[1] * (1.0 - UNDER) / 2) if numbered else 0.0
    centres[:, :, 1] = middle[1] + (i - (kh - 1) / 2) * pitch[1] - up
    centres[:, :, 2] = middle[2] - np.array([[1.0], [0.0], [2.0]]) * PLANES * unrolled.cell
    half = vector((1.5 * kw + BETWEEN) * wide, kh * pitch[1] / 2, float(tile[2]) / 2)
    nearest = vector(0, 0, 2.0 * PLANES * unrolled.cell)
    return Grid(centres, tile, pitch, middle - half - nearest, middle + half, numbered)


def products_made(model: StageModel, animation: AnimationState) -> int:
    """How many products of the first channel have been made: those of its first row slowly."""
    kh, kw = model.layout.plan.kernel
    start, stop = MADE
    share = (animation.multiplied - start) / (stop - start)
    if share <= 0.0:
        return 0
    if share < FIRST_ROW:
        return min(int(share / FIRST_ROW * kw) + 1, kw)
    return min(kw + int((share - FIRST_ROW) / (1.0 - FIRST_ROW) * (kh * kw - kw) + 1), kh * kw)


def all_made(animation: AnimationState) -> bool:
    """Whether they are all there and their sum is told."""
    return animation.multiplied >= MADE[1]


def grid_boxes(model: StageModel, animation: AnimationState) -> tuple[Boxes, ...]:
    """The cells of the first channel between their rows and the grids, and their products."""
    if animation.grid <= 0.0:
        return ()
    made = products_made(model, animation)
    back = animation.grid if animation.beat.phase is Phase.CHANNEL else 1.0
    products = _products(model, made, back)
    return (*_factors(model, animation.grid), *(() if products is None else (products,)))


@lru_cache(maxsize=1)
def _factors(model: StageModel, out: float) -> tuple[Boxes, Boxes]:
    """The cells of input and filter; the same records while they rest."""
    unrolled, plan, cell = unrolled_of(model), model.layout.plan, model.cell
    kernel = cell.filter * plan.depth * plan.kernel[0] * plan.kernel[1]
    taken = Skin(cell.taken, model.input_colours, model.input_high)
    weights = Skin(model.weights, Colours.DIVERGING, model.weight_high)
    return (
        _cells(model, "grid-input", 0, out, unrolled.column_y, taken, 0, cell.first_channel),
        _cells(model, "grid-weights", 1, out, unrolled.filter_y, weights, kernel, 0),
    )


def _cells(
    model: StageModel,
    id: str,
    place: int,
    out: float,
    y: float,
    skin: Skin,
    offset: int,
    colour: int,
) -> Boxes:
    unrolled, grid, (kh, kw) = unrolled_of(model), grid_of(model), model.layout.plan.kernel
    i, j = np.divmod(np.arange(kh * kw), kw)
    home = np.empty((kh * kw, 3))
    home[:, 0] = unrolled.x + (j + 0.5) * unrolled.cell
    home[:, 1] = y + (i + 0.5) * unrolled.cell
    home[:, 2] = unrolled.centre(0, 0.0)
    side = np.array([unrolled.cell, unrolled.cell, unrolled.thick(unrolled.cell, 0.0)])
    return _tiles(id, _moved(home, grid.centres[place], out), side, out, model, skin,
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
    model: StageModel,
    skin: Skin,
    offset: int,
    colour: int,
) -> Boxes:
    """One box a cell, on the way from cells of `side` to the grid's tiles."""
    size = side + (grid_of(model).tile - side) * ease(out, *ACROSS_AT)
    low = (centre - size / 2).astype(np.float32)
    tone = np.ones(len(low), dtype=np.float32)
    area = model.layout.plan.kernel[0] * model.layout.plan.kernel[1]
    # Cell by cell: each box is one cell of the channel, which gives it its own colour.
    index = np.arange(len(low), dtype=np.int32) + offset
    made = bank(id, (1, 1, 1), low, index, 1.0, 1.0, skin, tone)
    first = made.first.copy()
    first[:, 2] = colour
    made = replace(made, first=first, offset=made.offset - np.int32(colour * area))
    made = replace(made, stride=(1, 1, area))
    return replace(made, size=np.broadcast_to(size, low.shape).astype(np.float32))


@lru_cache(maxsize=4)
def _products(model: StageModel, made: int, back: float) -> Boxes | None:
    """The products made so far; afterwards on their way together."""
    if made == 0:
        return None
    unrolled, grid, cell = unrolled_of(model), grid_of(model), model.cell
    kh, kw = model.layout.plan.kernel
    i, j = np.divmod(np.arange(made), kw)
    size = product_card(unrolled)
    goal = np.empty((made, 3))
    goal[:, 0] = size[0] * ((j + 0.5) / kw - 0.5)
    goal[:, 1] = size[1] * ((i + 0.5) / kh - 0.5)
    goal[:, 2] = 0.0
    goal += in_front(unrolled, 0.0, 0)
    centre = grid.centres[2][:made]
    if back < 1.0:
        centre = _moved(goal, centre, back)
    small = np.array([size[0] / kw, size[1] / kh, size[2]])
    skin = Skin(cell.products, Colours.DIVERGING, cell.product_high)
    return _tiles("grid-products", centre, small, back, model, skin, 0, 0)


def grid_lines(model: StageModel, animation: AnimationState) -> tuple[Lines, ...]:
    """What is multiplied now, and what comes of it, outlined in all three grids."""
    made = products_made(model, animation)
    if animation.beat.phase is not Phase.PRODUCTS or made == 0 or all_made(animation):
        return ()
    grid = grid_of(model)
    low = np.asarray(grid.centres[:, made - 1] - grid.tile / 2, dtype=np.float32)
    size = np.broadcast_to(grid.tile, (3, 3))
    return (outline("grid-now", low, size, Role.ACTIVE, 2.6, grow=float(grid.tile[2]) * 0.2),)
