"""Which labels a stage wants at a moment: titles, dimensions, the numbers of the running sum."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from convviz.scene.bench_place import Bench, bench_of, running_channel, sum_place
from convviz.scene.camera import Camera, project
from convviz.scene.cast import Cast
from convviz.scene.labels import AROUND, Wanted
from convviz.scene.layout import Floats, vector
from convviz.scene.moment import Moment
from convviz.scene.timeline import Phase

ABOVE = ((0.0, -1.0), (-0.35, -1.0), (0.35, -1.0), (0.0, 1.0), (-1.0, -1.0), (1.0, -1.0))
GROWING = ((1.0, -1.0), (-1.0, -1.0), *ABOVE)  # what is written on keeps where it begins
BELOW = ((0.0, 1.0), (-0.35, 1.0), (0.35, 1.0), (0.0, -1.0))
FLOOR = tuple((-1.0 - 0.5 * step, -1.0) for step in range(17))  # leftwards along the lower border
LEFT = ((-1.0, 0.0), (-1.0, -0.6), (-1.0, 0.6), (0.0, -1.0))

Hulls = dict[str, NDArray[np.float64]]


def sizes(width: float, height: float, least: float = 0.0) -> tuple[float, float]:
    """Type sizes in logical pixels of titles and of smaller labels, by the picture's size."""
    scale = min(width / 1000.0, height / 560.0)
    title = min(max(19.0 * scale, 16.0), 34.0)
    return max(title, least * 1.15), max(title * 0.85, 15.0, least)


class Pen:
    """Collects wanted labels of one picture; knows how to come from the world to the screen."""

    def __init__(
        self, camera: Camera, width: float, height: float, hulls: Hulls, least: float = 0.0
    ) -> None:
        self.camera, self.width, self.height, self.hulls = camera, width, height, hulls
        self.title, self.small = sizes(width, height, least)
        self.wanted: list[Wanted] = []

    def at(self, point: Floats) -> tuple[float, float]:
        """Screen position of a world point."""
        shot = project(self.camera, self.width, self.height, point[None])[0]
        return float(shot[0]), float(shot[1])

    def add(
        self,
        id: str,
        numbers: dict[str, object],
        anchor: tuple[float, float],
        towards: tuple[tuple[float, float], ...],
        small: bool = True,
        priority: int = 5,
        key: str | None = None,
        must: bool = False,
        pinned: bool = False,
    ) -> None:
        """Want a label whose words have the key ``stage.<id>`` unless `key` says otherwise."""
        points = self.small if small else self.title
        self.wanted.append(
            Wanted(
                id,
                f"stage.{key or id}",
                numbers,
                anchor,
                towards,
                points,
                priority,
                600 if not small else 500,
                must=must,
                pinned=pinned,
            )
        )

    def over(
        self,
        record: str,
        id: str,
        numbers: dict[str, object],
        priority: int,
        key: str | None = None,
    ) -> None:
        """Want a title over the silhouette of a record, or under it."""
        shape = self.hulls.get(record)
        if shape is None or len(shape) == 0:
            return
        low, high = shape.min(axis=0), shape.max(axis=0)
        middle = float((low[0] + high[0]) / 2)
        self.add(id, numbers, (middle, float(low[1])), ABOVE, False, priority, key)

    def along(
        self,
        id: str,
        numbers: dict[str, object],
        a: Floats,
        b: Floats,
        record: str,
        priority: int = 6,
    ) -> None:
        """Want a label beside the edge a–b of a record, on the side away from its middle."""
        shape = self.hulls.get(record)
        if shape is None or len(shape) == 0:
            return
        ax, ay = self.at(a)
        bx, by = self.at(b)
        middle = ((ax + bx) / 2, (ay + by) / 2)
        length = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = (by - ay) / length, -(bx - ax) / length
        centre = shape.mean(axis=0)
        if (centre[0] - middle[0]) * nx + (centre[1] - middle[1]) * ny > 0:
            nx, ny = -nx, -ny
        self.add(id, numbers, middle, ((nx, ny), *AROUND), priority=priority)


def resting(cast: Cast, pen: Pen) -> None:
    """Titles and dimensions of the stage at rest."""
    layout, plan = cast.layout, cast.layout.plan
    c, h, w = plan.input
    k, oh, ow = plan.output
    kh, kw = plan.kernel
    pen.over("input", "input", {"source": cast.source, "h": h, "w": w, "c": c}, 0)
    pen.over(
        "filters",
        "filters",
        {"n": plan.filters, "kh": kh, "kw": kw, "c": plan.depth},
        1,
        "filter" if plan.filters == 1 else "filters",
    )
    pen.over("output", "output", {"name": cast.name, "h": oh, "w": ow, "c": k}, 2)
    low, size = layout.input_low, layout.input_size
    x1, y1, z1 = (float(v) for v in low + size)
    _, below, before, beside = plan.padding  # the ring lies between the edges and their labels
    x0, x2, y2 = float(-before), x1 + beside, y1 + below
    pen.along("axis-h", {"h": h}, vector(x0, 0, 0), vector(x0, y1, 0), "input")
    pen.along("axis-w", {"w": w}, vector(0, y2, 0), vector(x1, y2, 0), "input")
    pen.along("axis-cin", {"c": c}, vector(x2, y2, 0), vector(x2, y2, z1), "input")
    out, high = layout.output_low, layout.output_low + layout.output_size
    pen.along("axis-cout", {"c": k}, vector(high[0], high[1], out[2]), high, "output")
    _notes(cast, pen)
    _deep(cast, pen)


def _deep(cast: Cast, pen: Pen) -> None:
    """That channels are drawn thinner or thicker than a cell is wide: one factor for all."""
    unit = cast.layout.unit
    if abs(unit - 1.0) > 0.01:
        anchor = (pen.width - 10.0, pen.height - 4.0)
        numbers: dict[str, object] = {"unit": f"{unit:.2g}"}
        pen.add("depth", numbers, anchor, FLOOR, priority=9, must=True)


def _notes(cast: Cast, pen: Pen) -> None:
    """What the picture enlarges or leaves out, and the padding."""
    layout, plan = cast.layout, cast.layout.plan
    low = layout.filter_low
    bottom = vector(low[:, 0].mean(), low[:, 1].max() + layout.filter_size[1], 0.0)
    if cast.outputs is None or cast.weights is None:
        pen.add("unvalued", {}, pen.at(bottom), BELOW, priority=3, must=True)
    if layout.enlarged > 1:
        pen.add(
            "enlarged", {"factor": layout.enlarged}, pen.at(bottom), BELOW, priority=7, must=True
        )
    if layout.left_out:
        pen.add("left-out", {"n": layout.left_out}, pen.at(bottom), BELOW, priority=3, must=True)
    if any(plan.padding):
        corner = vector(-plan.padding[2], plan.input[1] + plan.padding[1], 0.0)
        towards = (*LEFT, *BELOW, (0.3, 1.0), (0.6, 1.0))
        pen.add("padding", {"p": max(plan.padding)}, pen.at(corner), towards, priority=8)


def summing(cast: Cast, moment: Moment, pen: Pen) -> None:
    """Names of the bench's rows and the numbers of the running channel and sum."""
    bench = bench_of(cast)
    plan = cast.layout.plan
    kh, kw = plan.kernel
    half = bench.height / 2
    size: dict[str, object] = {"kh": kh, "kw": kw, "c": plan.depth}
    rows: tuple[tuple[str, float, dict[str, object]], ...] = (
        (
            "row-column",
            bench.column_y + half,
            {**size, "row": cast.cell.row, "column": cast.cell.column},
        ),
        ("row-filter", bench.filter_y + half, {**size, "filter": cast.cell.filter + 1}),
        ("row-results", bench.result_y + bench.result / 2, {"n": int(moment.summed)}),
    )
    for id, y, numbers in rows:
        if moment.rise < 1.0 or (id == "row-results" and moment.summed < 1.0):
            continue  # nothing lies there
        key = "row-result" if id == "row-results" and moment.summed < 2.0 else id
        pen.add(id, numbers, pen.at(vector(bench.x, y, -bench.unit)), LEFT, priority=2, key=key)
    _running_numbers(cast, moment, pen, bench)
    _sum_numbers(cast, moment, pen, bench)


def _running_numbers(cast: Cast, moment: Moment, pen: Pen, bench: Bench) -> None:
    running = running_channel(cast, moment)
    cell = cast.cell
    if running is None or cell.sums is None or cell.taken is None or cast.weights is None:
        return
    channel, progress = running
    kh, kw = cast.layout.plan.kernel
    z = (channel + 0.5) * bench.unit
    anchor = pen.at(vector(bench.x + bench.width, bench.column_y - bench.cell * 0.4, z))
    numbers: dict[str, object] = {
        "channel": channel + 1,
        "n": cast.layout.plan.depth,
        "result": float(cell.sums[channel]),
    }
    if kh * kw == 1:
        index = cell.filter * cast.layout.plan.depth + channel
        numbers |= {"x": float(cell.taken[channel]), "w": float(cast.weights[index])}
    key = "product" if kh * kw == 1 else "products"
    if progress < 0.45:
        key += "-open"
    numbers["k"] = kh * kw
    pen.add("product", numbers, anchor, GROWING, False, 0, key, must=True)


def _sum_numbers(cast: Cast, moment: Moment, pen: Pen, bench: Bench) -> None:
    done, cell = int(moment.summed), cast.cell
    if cell.running is None or done < 1:
        return
    channels = cast.layout.plan.depth
    centre, side = sum_place(cast, bench, moment)
    anchor = pen.at(centre + vector(0, side * 0.75, 0))
    numbers: dict[str, object] = {
        "n": done,
        "sum": float(cell.running[done - 1]),
        "before": float(cell.running[channels]),
        "after": float(cell.running[channels + 1]),
        "bias": 0.0 if cell.bias is None else float(cell.bias[0]),
    }
    key = "sum"
    if moment.beat.phase is Phase.BIAS:
        key = "sum-bias"
    if moment.beat.phase is Phase.ACTIVATION:
        key = "sum-activation" if cast.activation == "relu" else "sum-other"
    if moment.beat.phase is Phase.LAND:
        key = "sum-lands"
    flying = moment.beat.phase is Phase.LAND and moment.landed < 1.0
    pen.add("sum", numbers, anchor, BELOW, False, 1, key, must=True, pinned=flying)


def wanted_labels(
    cast: Cast,
    moment: Moment,
    camera: Camera,
    width: float,
    height: float,
    hulls: Hulls,
    least: float = 0.0,
) -> list[Wanted]:
    """The labels of a moment: the stage's at rest, the bench's while it sums."""
    pen = Pen(camera, width, height, hulls, least)
    if moment.rise <= 0.0 or not moment.started:
        resting(cast, pen)
    if moment.rise >= 1.0 or moment.beat.phase is Phase.LAND:
        summing(cast, moment, pen)
    return pen.wanted
