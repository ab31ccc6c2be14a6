"""The running channel's slices on the bench: out, together, products, one result, down."""

from __future__ import annotations

import numpy as np

from convviz.scene.bench_place import Bench, mix, running_channel
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment, ease
from convviz.scene.palette import Role
from convviz.scene.pieces import Skin, bank
from convviz.scene.primitives import Boxes, Colours


def cards(cast: Cast, bench: Bench, moment: Moment) -> list[Boxes]:
    """The running channel's slices on their way: out, together, products, one result, down."""
    running = running_channel(cast, moment)
    if running is None or not 0.04 < running[1] < 0.96:
        return []
    channel, p = running
    kh, kw = cast.layout.plan.kernel
    size = kh * kw
    out = ease(p, 0.04, 0.24) * bench.lane
    meet = ease(p, 0.22, 0.5)
    middle = (bench.column_y + bench.filter_y) / 2
    z = channel * bench.unit
    pair = (
        (cast.cell.taken, cast.input_colours, cast.input_high, channel * size),
        (
            cast.weights,
            Colours.DIVERGING,
            cast.weight_high,
            (cast.cell.filter * cast.layout.plan.depth + channel) * size,
        ),
    )
    if p < 0.48:
        shift = bench.height * 0.55
        places = (
            mix(bench.column_y, middle - shift, meet),
            mix(bench.filter_y, middle + shift, meet),
        )
        return [
            _card(
                f"card-{i}",
                (1, kh, kw),
                vector(bench.x + out, y, z),
                bench,
                values,
                colours,
                high,
                offset,
            )
            for i, ((values, colours, high, offset), y) in enumerate(zip(pair, places, strict=True))
        ]
    fall = ease(p, 0.66, 0.96)
    gather = ease(p, 0.5, 0.68)
    y = mix(middle, bench.result_y, fall)
    x = bench.x + bench.lane * (1.0 - ease(p, 0.72, 0.96))
    if gather < 1.0 and size > 1:
        scale = mix(1.0, bench.result / bench.height, gather)
        low = vector(x + bench.width * (1 - scale) / 2, y + bench.height * (1 - scale) / 2, z)
        return [
            _card(
                "card-product",
                (1, kh, kw),
                low,
                bench,
                cast.cell.products,
                Colours.DIVERGING,
                cast.cell.product_high,
                channel * size,
                scale,
            )
        ]
    lift = (bench.height - bench.result) / 2 * (1.0 - fall)
    low = vector(x + (bench.width - bench.result) / 2, y + lift, z)
    return [
        _card(
            "card-result",
            (1, 1, 1),
            low,
            bench,
            cast.cell.sums,
            Colours.DIVERGING,
            cast.cell.product_high,
            channel,
            bench.result / bench.cell,
        )
    ]


def _card(
    id: str,
    shape: tuple[int, int, int],
    low: Floats,
    bench: Bench,
    values: Floats | None,
    colours: Colours,
    high: float,
    offset: int,
    scale: float = 1.0,
) -> Boxes:
    skin = Skin(values, colours, high, edge=Role.ACTIVE, edge_width=1.8)
    return bank(
        id,
        shape,
        low[None],
        np.array([offset], dtype=np.int32),
        bench.unit,
        bench.cell * scale,
        skin,
        np.ones(1, dtype=np.float32),
    )
