"""The running channel's slices on the bench: out, together, products, one result, down.

Each channel has its own slot along the rows. Slices leave it towards the viewer (x), where there
is room to grow; what falls, falls in the slot of its channel: nothing else is ever there.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from convviz.scene.animation import GRID_BACK, AnimationState, ease
from convviz.scene.layout import Floats, vector
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank
from convviz.scene.primitives import Boxes, Colours
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_layout import UnrolledRows, mix, running_channel, sum_place

# Shares of a channel's beat.
LEAVE, ARRIVE = 0.03, 0.8  # between them its slices are out of their rows
OUT, MEET, MERGED, DRAWN = 0.2, 0.36, 0.44, 0.58  # when a move is over
DRIP = 0.3  # size of what falls from a result into the sum
BIG_CUBE, BIG_CARD = 1.22, 1.1  # how much larger than its row is what has come out


def cards(model: StageModel, unrolled: UnrolledRows, animation: AnimationState) -> list[Boxes]:
    """The running channel's slices on their way: out, together, products, one result, down."""
    running = running_channel(model, animation)
    if running is None or not LEAVE < running[1] < ARRIVE:
        return []
    channel, p = running
    told = _told_before(model, animation)
    if told and animation.grid > 0.0:
        return []  # its products are still on their way
    if told:  # and then only the last of the ways is left
        p = DRAWN + (p - GRID_BACK[1]) * (ARRIVE - DRAWN) / (ARRIVE - GRID_BACK[1])
    if p < MERGED and not told:
        return _pair(model, unrolled, animation, channel, p)
    if p < DRAWN and model.layout.plan.kernel != (1, 1):
        return [_products(model, unrolled, animation, channel, p)]
    return [_result(model, unrolled, animation, channel, p)]


def _told_before(model: StageModel, animation: AnimationState) -> bool:
    """Whether the running channel is the one whose products have been told one by one."""
    first = animation.beat.phase is Phase.CHANNEL and animation.beat.first == 0
    return first and model.storyboard.first_of(Phase.PRODUCTS) is not None


def addend(model: StageModel, unrolled: UnrolledRows, animation: AnimationState) -> Boxes | None:
    """A result on its way from its row into the sum: it becomes the first, it joins the others."""
    p = animation.progress
    if animation.beat.phase is not Phase.CHANNEL or not ARRIVE <= p < 1.0:
        return None
    channel = animation.beat.first
    u = ease(p, ARRIVE, 1.0)
    start = vector(
        unrolled.x + unrolled.width / 2,
        unrolled.result_y + unrolled.result / 2,
        unrolled.centre(channel, animation.fold),
    )
    goal, side = sum_place(model, unrolled, animation)
    axis, first = (2 if unrolled.beside else 1), channel == 0
    drip = unrolled.result * DRIP
    if not unrolled.beside:
        drip = min(drip, 0.7 * (unrolled.sum_y - unrolled.result_y - unrolled.result))
    size = mix(drip, side if first else drip, u)
    start[axis] += np.float32((unrolled.result + size) / 2 * 1.02)  # the result itself stays
    goal = goal.copy()
    if not first:
        goal[axis] -= np.float32((side + size) / 2 * 1.02)
    centre = start + (goal - start) * np.float32(u)
    skin = Skin(model.cell.sums, Colours.RESULTS, model.cell.running_high)
    return _card("bench-addend", (1, 1), centre, (size,) * 3, skin, channel)


def _big(unrolled: UnrolledRows) -> float:
    return BIG_CUBE if unrolled.cell == unrolled.height else BIG_CARD


def _pair(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState, channel: int, p: float
) -> list[Boxes]:
    """The input's slice and the filter's kernel: out of their rows, together, into one."""
    kh, kw = model.layout.plan.kernel
    scale = mix(1.0, _big(unrolled), ease(p, OUT * 0.6, MEET))
    x = unrolled.x + unrolled.width * scale / 2 + ease(p, LEAVE, OUT) * unrolled.lane
    meet, squash = ease(p, OUT * 0.8, MEET), ease(p, MEET, MERGED)
    height = unrolled.height * scale * mix(1.0, 0.5, squash)
    middle, half = _middle(unrolled), unrolled.height / 2
    apart = height / 2 + unrolled.cell * 0.04 * (1.0 - squash)
    z = unrolled.centre(channel, animation.fold)
    size = (unrolled.width * scale, height, unrolled.thick(unrolled.cell, animation.fold) * scale)
    above = vector(x, mix(unrolled.column_y + half, middle - apart, meet), z)
    below = vector(x, mix(unrolled.filter_y + half, middle + apart, meet), z)
    kernel = (model.cell.filter * model.layout.plan.depth + channel) * kh * kw
    own = model.cell.first_channel + channel
    taken = Skin(model.cell.taken, model.input_colours, model.input_high)
    weights = Skin(model.weights, Colours.DIVERGING, model.weight_high)
    return [
        _card("card-input", (kh, kw), above, size, taken, channel * kh * kw, own),
        _card("card-kernel", (kh, kw), below, size, weights, kernel),
    ]


def _products(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState, channel: int, p: float
) -> Boxes:
    """The k × k products, drawing together into one result."""
    kh, kw = model.layout.plan.kernel
    u, goal = ease(p, 0.48, DRAWN), unrolled.result * _big(unrolled)
    wide, high, deep = (mix(side, goal, u) for side in product_card(unrolled))
    size = wide, high, deep
    centre = in_front(unrolled, animation.fold, channel)
    skin = Skin(model.cell.products, Colours.DIVERGING, model.cell.product_high)
    return _card("card-product", (kh, kw), centre, size, skin, channel * kh * kw)


def _result(
    model: StageModel, unrolled: UnrolledRows, animation: AnimationState, channel: int, p: float
) -> Boxes:
    """The channel's result, falling to the others."""
    fall = ease(p, DRAWN, ARRIVE - 0.04)
    side = unrolled.result * mix(_big(unrolled), 1.0, fall)
    start = in_front(unrolled, animation.fold, channel)
    goal = vector(
        unrolled.x + unrolled.width / 2,
        unrolled.result_y + unrolled.result / 2,
        unrolled.centre(channel, animation.fold),
    )
    centre = start + (goal - start) * np.float32(fall)
    if animation.fold > 0.0:  # in thin slabs a cube is out in front until it is one of them
        centre = start
    skin = Skin(model.cell.sums, Colours.RESULTS, model.cell.running_high)
    return _card("card-result", (1, 1), centre, (side,) * 3, skin, channel)


def product_card(unrolled: UnrolledRows) -> tuple[float, float, float]:
    """Extent of the k × k products that have been made and are not yet drawn together."""
    big = _big(unrolled)
    return unrolled.width * big, unrolled.height * big, unrolled.cell * big


def in_front(unrolled: UnrolledRows, fold: float, channel: int) -> Floats:
    """Middle of what has come out and met, before the rows."""
    x = unrolled.x + unrolled.width * _big(unrolled) / 2 + unrolled.lane
    folded = (
        unrolled.x + unrolled.width + unrolled.result * _big(unrolled) * 0.55
    )  # close to thin slabs
    return vector(mix(x, folded, fold), _middle(unrolled), unrolled.centre(channel, fold))


def _middle(unrolled: UnrolledRows) -> float:
    return (unrolled.column_y + unrolled.filter_y + unrolled.height) / 2


def _card(
    id: str,
    shape: tuple[int, int],
    centre: Floats,
    size: tuple[float, float, float],
    skin: Skin,
    offset: int,
    colour: int = 0,
) -> Boxes:
    """One slice around its middle, outlined."""
    loud = replace(skin, edge=Role.ACTIVE, edge_width=2.4)
    at, tone = np.array([offset], dtype=np.int32), np.ones(1, dtype=np.float32)
    extent = vector(*size)[None]
    low = (centre[None] - extent / 2).astype(np.float32)
    made = bank(id, (1, *shape), low, at, 1.0, 1.0, loud, tone, channel=colour)
    return replace(made, size=extent)
