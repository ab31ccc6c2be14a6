"""The running channel's slices on the bench: out, together, products, one result, down."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from convviz.scene.bench_place import Bench, mix, running_channel
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank
from convviz.scene.primitives import Boxes, Colours

LEAVE, ARRIVE = 0.04, 0.96  # shares of a channel's beat while its slices are out of their rows


def cards(cast: Cast, bench: Bench, moment: Moment) -> list[Boxes]:
    """The running channel's slices on their way: out, together, products, one result, down."""
    running = running_channel(cast, moment)
    if running is None or not LEAVE < running[1] < ARRIVE:
        return []
    channel, p = running
    if p < 0.48:
        return _pair(cast, bench, channel, p)
    if p < 0.68 and cast.layout.plan.kernel != (1, 1):
        return [_products(cast, bench, channel, p)]
    return [_result(cast, bench, channel, p)]


def _pair(cast: Cast, bench: Bench, channel: int, p: float) -> list[Boxes]:
    """The input's slice and the filter's kernel, coming out of their rows and together."""
    kh, kw = cast.layout.plan.kernel
    size = kh * kw
    x = bench.x + ease(p, LEAVE, 0.24) * bench.lane
    meet = ease(p, 0.22, 0.5)
    middle, shift = _middle(bench), bench.height * 0.55
    z = channel * bench.unit
    first = vector(x, mix(bench.column_y, middle - shift, meet), z)
    second = vector(x, mix(bench.filter_y, middle + shift, meet), z)
    kernel = (cast.cell.filter * cast.layout.plan.depth + channel) * size
    own = cast.cell.first_channel + channel
    taken = Skin(cast.cell.taken, cast.input_colours, cast.input_high)
    weights = Skin(cast.weights, Colours.DIVERGING, cast.weight_high)
    return [
        _card("card-input", (1, kh, kw), first, bench, taken, channel * size, colour=own),
        _card("card-kernel", (1, kh, kw), second, bench, weights, kernel),
    ]


def _products(cast: Cast, bench: Bench, channel: int, p: float) -> Boxes:
    """The k × k products, drawing together into one result."""
    kh, kw = cast.layout.plan.kernel
    scale = mix(1.0, bench.result / bench.height, ease(p, 0.5, 0.68))
    aside, down = bench.width * (1 - scale) / 2, bench.height * (1 - scale) / 2
    low = vector(bench.x + bench.lane + aside, _middle(bench) + down, channel * bench.unit)
    skin = Skin(cast.cell.products, Colours.DIVERGING, cast.cell.product_high)
    return _card("card-product", (1, kh, kw), low, bench, skin, channel * kh * kw, scale)


def _result(cast: Cast, bench: Bench, channel: int, p: float) -> Boxes:
    """The channel's result, falling to the others and into the sum."""
    fall = ease(p, 0.66, ARRIVE)
    lift = (bench.height - bench.result) / 2 * (1.0 - fall)
    x = bench.x + bench.lane * (1.0 - ease(p, 0.72, ARRIVE))
    low = vector(
        x + (bench.width - bench.result) / 2,
        mix(_middle(bench), bench.result_y, fall) + lift,
        channel * bench.unit,
    )
    skin = Skin(cast.cell.sums, Colours.DIVERGING, cast.cell.product_high)
    return _card("card-result", (1, 1, 1), low, bench, skin, channel, bench.result / bench.cell)


def _middle(bench: Bench) -> float:
    return (bench.column_y + bench.filter_y) / 2


def _card(
    id: str,
    shape: tuple[int, int, int],
    low: Floats,
    bench: Bench,
    skin: Skin,
    offset: int,
    scale: float = 1.0,
    colour: int = 0,
) -> Boxes:
    loud = replace(skin, edge=Role.ACTIVE, edge_width=1.8)
    at = np.array([offset], dtype=np.int32)
    tone = np.ones(1, dtype=np.float32)
    scale *= bench.cell
    return bank(id, shape, low[None], at, bench.unit, scale, loud, tone, channel=colour)
