"""The running channel's slices on the bench: out, together, products, one result, down.

Each channel has its own slot along the rows. Slices leave it towards the viewer (x), where there
is room to grow; what falls, falls in the slot of its channel: nothing else is ever there.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from convviz.scene.bench_place import Bench, mix, running_channel, sum_place
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import GRID_BACK, Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank
from convviz.scene.primitives import Boxes, Colours
from convviz.scene.timeline import Phase

# Shares of a channel's beat.
LEAVE, ARRIVE = 0.03, 0.8  # between them its slices are out of their rows
OUT, MEET, MERGED, DRAWN = 0.2, 0.36, 0.44, 0.58  # when a move is over
DRIP = 0.3  # size of what falls from a result into the sum
BIG_CUBE, BIG_CARD = 1.22, 1.1  # how much larger than its row is what has come out


def cards(cast: Cast, bench: Bench, moment: Moment) -> list[Boxes]:
    """The running channel's slices on their way: out, together, products, one result, down."""
    running = running_channel(cast, moment)
    if running is None or not LEAVE < running[1] < ARRIVE:
        return []
    channel, p = running
    told = _told_before(cast, moment)
    if told and moment.grid > 0.0:
        return []  # its products are still on their way
    if told:  # and then only the last of the ways is left
        p = DRAWN + (p - GRID_BACK[1]) * (ARRIVE - DRAWN) / (ARRIVE - GRID_BACK[1])
    if p < MERGED and not told:
        return _pair(cast, bench, moment, channel, p)
    if p < DRAWN and cast.layout.plan.kernel != (1, 1):
        return [_products(cast, bench, moment, channel, p)]
    return [_result(cast, bench, moment, channel, p)]


def _told_before(cast: Cast, moment: Moment) -> bool:
    """Whether the running channel is the one whose products have been told one by one."""
    first = moment.beat.phase is Phase.CHANNEL and moment.beat.first == 0
    return first and cast.storyboard.first_of(Phase.PRODUCTS) is not None


def addend(cast: Cast, bench: Bench, moment: Moment) -> Boxes | None:
    """A result on its way from its row into the sum: it becomes the first, it joins the others."""
    p = moment.progress
    if moment.beat.phase is not Phase.CHANNEL or not ARRIVE <= p < 1.0:
        return None
    channel = moment.beat.first
    u = ease(p, ARRIVE, 1.0)
    start = vector(
        bench.x + bench.width / 2,
        bench.result_y + bench.result / 2,
        bench.centre(channel, moment.fold),
    )
    goal, side = sum_place(cast, bench, moment)
    axis, first = (2 if bench.beside else 1), channel == 0
    drip = bench.result * DRIP
    if not bench.beside:
        drip = min(drip, 0.7 * (bench.sum_y - bench.result_y - bench.result))
    size = mix(drip, side if first else drip, u)
    start[axis] += np.float32((bench.result + size) / 2 * 1.02)  # the result itself stays
    goal = goal.copy()
    if not first:
        goal[axis] -= np.float32((side + size) / 2 * 1.02)
    centre = start + (goal - start) * np.float32(u)
    skin = Skin(cast.cell.sums, Colours.RESULTS, cast.cell.running_high)
    return _card("bench-addend", (1, 1), centre, (size,) * 3, skin, channel)


def _big(bench: Bench) -> float:
    return BIG_CUBE if bench.cell == bench.height else BIG_CARD


def _pair(cast: Cast, bench: Bench, moment: Moment, channel: int, p: float) -> list[Boxes]:
    """The input's slice and the filter's kernel: out of their rows, together, into one."""
    kh, kw = cast.layout.plan.kernel
    scale = mix(1.0, _big(bench), ease(p, OUT * 0.6, MEET))
    x = bench.x + bench.width * scale / 2 + ease(p, LEAVE, OUT) * bench.lane
    meet, squash = ease(p, OUT * 0.8, MEET), ease(p, MEET, MERGED)
    height = bench.height * scale * mix(1.0, 0.5, squash)
    middle, half = _middle(bench), bench.height / 2
    apart = height / 2 + bench.cell * 0.04 * (1.0 - squash)
    z = bench.centre(channel, moment.fold)
    size = (bench.width * scale, height, bench.thick(bench.cell, moment.fold) * scale)
    above = vector(x, mix(bench.column_y + half, middle - apart, meet), z)
    below = vector(x, mix(bench.filter_y + half, middle + apart, meet), z)
    kernel = (cast.cell.filter * cast.layout.plan.depth + channel) * kh * kw
    own = cast.cell.first_channel + channel
    taken = Skin(cast.cell.taken, cast.input_colours, cast.input_high)
    weights = Skin(cast.weights, Colours.DIVERGING, cast.weight_high)
    return [
        _card("card-input", (kh, kw), above, size, taken, channel * kh * kw, own),
        _card("card-kernel", (kh, kw), below, size, weights, kernel),
    ]


def _products(cast: Cast, bench: Bench, moment: Moment, channel: int, p: float) -> Boxes:
    """The k × k products, drawing together into one result."""
    kh, kw = cast.layout.plan.kernel
    u, goal = ease(p, 0.48, DRAWN), bench.result * _big(bench)
    wide, high, deep = (mix(side, goal, u) for side in product_card(bench))
    size = wide, high, deep
    centre = in_front(bench, moment.fold, channel)
    skin = Skin(cast.cell.products, Colours.DIVERGING, cast.cell.product_high)
    return _card("card-product", (kh, kw), centre, size, skin, channel * kh * kw)


def _result(cast: Cast, bench: Bench, moment: Moment, channel: int, p: float) -> Boxes:
    """The channel's result, falling to the others."""
    fall = ease(p, DRAWN, ARRIVE - 0.04)
    side = bench.result * mix(_big(bench), 1.0, fall)
    start = in_front(bench, moment.fold, channel)
    goal = vector(
        bench.x + bench.width / 2,
        bench.result_y + bench.result / 2,
        bench.centre(channel, moment.fold),
    )
    centre = start + (goal - start) * np.float32(fall)
    if moment.fold > 0.0:  # in thin slabs a cube is out in front until it is one of them
        centre = start
    skin = Skin(cast.cell.sums, Colours.RESULTS, cast.cell.running_high)
    return _card("card-result", (1, 1), centre, (side,) * 3, skin, channel)


def product_card(bench: Bench) -> tuple[float, float, float]:
    """Extent of the k × k products that have been made and are not yet drawn together."""
    big = _big(bench)
    return bench.width * big, bench.height * big, bench.cell * big


def in_front(bench: Bench, fold: float, channel: int) -> Floats:
    """Middle of what has come out and met, before the rows."""
    x = bench.x + bench.width * _big(bench) / 2 + bench.lane
    folded = bench.x + bench.width + bench.result * _big(bench) * 0.55  # close to thin slabs
    return vector(mix(x, folded, fold), _middle(bench), bench.centre(channel, fold))


def _middle(bench: Bench) -> float:
    return (bench.column_y + bench.filter_y + bench.height) / 2


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
