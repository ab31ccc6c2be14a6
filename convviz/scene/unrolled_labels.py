"""The labels of the first channel's products: titles, signs, a number a cell, and the product."""

from __future__ import annotations

from dataclasses import replace

from convviz.scene.animation import AnimationState, ease
from convviz.scene.camera import project
from convviz.scene.label_collector import ABOVE, BELOW, LabelCollector
from convviz.scene.layout import vector
from convviz.scene.stage_model import StageModel
from convviz.scene.unrolled_grid import Grid, all_made, grid_of, products_made

LARGE = 1.5  # the product that is told, in type sizes of a title
AIR, POINT = 0.35, 0.5  # beside a number, and what its point is narrower, in digits
SMALLEST = 11.0  # type size that numbers may come down to, logical pixels
_THERE = ((0.0, 0.0),)


def multiplying(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """What the three grids are, their numbers, and the product that is told."""
    grid, begin = grid_of(model), len(collector.wanted)
    channel: dict[str, object] = {"channel": 1, "group": model.group}
    titles: tuple[tuple[str, dict[str, object]], ...] = (
        ("grid-input", channel),
        ("grid-weights", {**channel, "filter": model.cell.filter + 1}),
        ("grid-products", {}),
    )
    for (id, numbers), top in zip(titles, grid.tops, strict=True):
        collector.add(id, numbers, collector.at(top), ABOVE, priority=2, must=True)
    for id, place in (
        () if animation.grid < 1.0 else zip(("grid-times", "grid-equals"), grid.signs, strict=True)
    ):
        collector.add(id, {}, collector.at(place), _THERE, False, 3, pinned=True)
    _product(model, animation, grid, collector)
    if animation.grid >= 1.0:
        _numbers(model, animation, grid, collector)
    strength = ease(animation.grid, 0.6, 1.0)
    if strength < 1.0:
        faint = max(strength, 0.02)
        collector.wanted[begin:] = [replace(each, alpha=faint) for each in collector.wanted[begin:]]


def _product(
    model: StageModel, animation: AnimationState, grid: Grid, collector: LabelCollector
) -> None:
    """The product that is made now in large letters; at last what they come to."""
    figures, made = model.cell.figures, products_made(model, animation)
    if figures is None or made == 0:
        return
    kh, kw = model.layout.plan.kernel
    row, column = divmod(made - 1, kw)
    numbers: dict[str, object] = {
        "index": made,
        "n": kh * kw,
        "k": kh * kw,
        "channel": 1,
        "group": model.group,
        "x": figures.input(0, row, column),
        "w": figures.weight(0, row, column),
        "product": figures.product(0, row, column),
        "result": figures.result(0),
    }
    key = "products" if all_made(animation) else "product-each"
    middle = (grid.low + grid.high) / 2
    anchor = collector.at(vector(middle[0], grid.high[1], middle[2]))
    collector.add("product", numbers, anchor, BELOW, False, 0, key, must=True, scale=LARGE)


def _numbers(
    model: StageModel, animation: AnimationState, grid: Grid, collector: LabelCollector
) -> None:
    """Each cell's number under it, a product's once it is made, where a grid has room for them."""
    figures, (kh, kw) = model.cell.figures, model.layout.plan.kernel
    if figures is None or not grid.numbered:
        return
    made = products_made(model, animation)
    below = vector(0.0, grid.pitch[1] / 2, -float(grid.tile[2]) / 2)
    wide = (
        collector.at(grid.centres[0][0] + vector(grid.pitch[0], 0, 0))[0]
        - collector.at(grid.centres[0][0])[0]
    )
    for place, (number, name) in enumerate(
        ((figures.input, "x"), (figures.weight, "w"), (figures.product, "p"))
    ):
        values = [number(0, *divmod(index, kw)) for index in range(kh * kw)]
        digits = max(len(f"{each.value:.{each.decimals}f}") for each in values) - POINT + AIR
        points = min(collector.small, collector.small * wide / (digits * collector.digit))
        if points < max(collector.least, SMALLEST):
            continue
        shots = project(
            collector.camera, collector.width, collector.height, grid.centres[place] + below
        )
        scale = points / collector.small
        for index in range(kh * kw if place < 2 else made):
            anchor = float(shots[index, 0]), float(shots[index, 1])
            told: dict[str, object] = {"value": values[index]}
            id = f"grid-{name}{index}"
            collector.add(id, told, anchor, _THERE, True, 4, "work.value", pinned=True, scale=scale)
