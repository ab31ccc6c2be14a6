"""The labels of the first channel's products: titles, signs, a number a cell, and the product."""

from __future__ import annotations

from dataclasses import replace

from convviz.scene.bench_grid import Grid, all_made, grid_of, products_made
from convviz.scene.camera import project
from convviz.scene.cast import Cast
from convviz.scene.layout import vector
from convviz.scene.moment import Moment, ease
from convviz.scene.pen import ABOVE, BELOW, Pen

LARGE = 1.5  # the product that is told, in type sizes of a title
AIR, POINT = 0.35, 0.5  # beside a number, and what its point is narrower, in digits
SMALLEST = 11.0  # type size that numbers may come down to, logical pixels
_THERE = ((0.0, 0.0),)


def multiplying(cast: Cast, moment: Moment, pen: Pen) -> None:
    """What the three grids are, their numbers, and the product that is told."""
    grid, begin = grid_of(cast), len(pen.wanted)
    channel: dict[str, object] = {"channel": 1, "group": cast.group}
    titles: tuple[tuple[str, dict[str, object]], ...] = (
        ("grid-input", channel),
        ("grid-weights", {**channel, "filter": cast.cell.filter + 1}),
        ("grid-products", {}),
    )
    for (id, numbers), top in zip(titles, grid.tops, strict=True):
        pen.add(id, numbers, pen.at(top), ABOVE, priority=2, must=True)
    for id, place in (
        () if moment.grid < 1.0 else zip(("grid-times", "grid-equals"), grid.signs, strict=True)
    ):
        pen.add(id, {}, pen.at(place), _THERE, False, 3, pinned=True)
    _product(cast, moment, grid, pen)
    if moment.grid >= 1.0:
        _numbers(cast, moment, grid, pen)
    strength = ease(moment.grid, 0.6, 1.0)
    if strength < 1.0:
        faint = max(strength, 0.02)
        pen.wanted[begin:] = [replace(each, alpha=faint) for each in pen.wanted[begin:]]


def _product(cast: Cast, moment: Moment, grid: Grid, pen: Pen) -> None:
    """The product that is made now in large letters; at last what they come to."""
    figures, made = cast.cell.figures, products_made(cast, moment)
    if figures is None or made == 0:
        return
    kh, kw = cast.layout.plan.kernel
    row, column = divmod(made - 1, kw)
    numbers: dict[str, object] = {
        "index": made,
        "n": kh * kw,
        "k": kh * kw,
        "channel": 1,
        "group": cast.group,
        "x": figures.input(0, row, column),
        "w": figures.weight(0, row, column),
        "product": figures.product(0, row, column),
        "result": figures.result(0),
    }
    key = "products" if all_made(moment) else "product-each"
    middle = (grid.low + grid.high) / 2
    anchor = pen.at(vector(middle[0], grid.high[1], middle[2]))
    pen.add("product", numbers, anchor, BELOW, False, 0, key, must=True, scale=LARGE)


def _numbers(cast: Cast, moment: Moment, grid: Grid, pen: Pen) -> None:
    """Each cell's number under it, a product's once it is made, where a grid has room for them."""
    figures, (kh, kw) = cast.cell.figures, cast.layout.plan.kernel
    if figures is None or not grid.numbered:
        return
    made = products_made(cast, moment)
    below = vector(0.0, grid.pitch[1] / 2, -float(grid.tile[2]) / 2)
    wide = (
        pen.at(grid.centres[0][0] + vector(grid.pitch[0], 0, 0))[0] - pen.at(grid.centres[0][0])[0]
    )
    for place, (number, name) in enumerate(
        ((figures.input, "x"), (figures.weight, "w"), (figures.product, "p"))
    ):
        values = [number(0, *divmod(index, kw)) for index in range(kh * kw)]
        digits = max(len(f"{each.value:.{each.decimals}f}") for each in values) - POINT + AIR
        points = min(pen.small, pen.small * wide / (digits * pen.digit))
        if points < max(pen.least, SMALLEST):
            continue
        shots = project(pen.camera, pen.width, pen.height, grid.centres[place] + below)
        scale = points / pen.small
        for index in range(kh * kw if place < 2 else made):
            anchor = float(shots[index, 0]), float(shots[index, 1])
            told: dict[str, object] = {"value": values[index]}
            id = f"grid-{name}{index}"
            pen.add(id, told, anchor, _THERE, True, 4, "work.value", pinned=True, scale=scale)
