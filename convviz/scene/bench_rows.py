"""The rows of the bench: column, filter and results, channel by channel, opened out or folded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.scene.bench_cards import ARRIVE, LEAVE
from convviz.scene.bench_place import Bench, mix, running_channel
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats
from convviz.scene.moment import Moment, ease
from convviz.scene.pieces import Skin
from convviz.scene.primitives import Boxes, Colours
from convviz.scene.timeline import Phase

DONE_TONE = 0.8
EDGE = 1.1  # logical pixels, opened out

Runs = tuple[tuple[int, int, float], ...]  # first channel, stop, tone


@dataclass(frozen=True, eq=False)
class Row:
    """Where a row of slices lies on the bench and, before it rose, on the stage.

    Attributes
    ----------
    id : str
    shape : (kh, kw)
    x, y, scale : float
        Low corner, and side of a cell.
    thick : float
        Depth of a slice opened out.
    skin : Skin
    offset : int
        Of channel 0 in the skin's values.
    colour : int
        Channel whose own colour the first slice has.
    home : (depth,) float32 or None
        Low z of every channel on the stage.
    home_unit : float
        Depth of a channel there.
    """

    id: str
    shape: tuple[int, int]
    x: float
    y: float
    scale: float
    thick: float
    skin: Skin
    offset: int = 0
    colour: int = 0
    home: Floats | None = None
    home_unit: float = 1.0


def results_done(moment: Moment) -> int:
    """Channels whose result lies in the row of results."""
    falling = moment.beat.phase is Phase.CHANNEL and ARRIVE <= moment.progress < 1.0
    return int(moment.summed) + int(falling)


def slices_there(cast: Cast, moment: Moment) -> Runs:
    """Channels in the rows: done, and to come; the running one is out while it is made."""
    depth = cast.layout.plan.depth
    if moment.rise < 1.0 and moment.beat.phase is not Phase.LAND:
        return ((0, depth, 1.0),)
    running = running_channel(cast, moment)
    done = min(results_done(moment), depth)
    runs = [(0, done, DONE_TONE), (done, depth, 1.0)]
    if running is not None and LEAVE < running[1] < ARRIVE:
        runs = [(0, running[0], DONE_TONE), (running[0] + 1, depth, 1.0)]
    return tuple(run for run in runs if run[1] > run[0])


def row_boxes(row: Row, bench: Bench, spread: float, fold: float, runs: Runs) -> Boxes:
    """A row as one record: a box per channel, or per run once it is folded."""
    if fold < 1.0 or spread < 1.0:
        runs = tuple((c, c + 1, t) for first, stop, t in runs for c in range(first, stop))
    first = np.array([run[0] for run in runs], dtype=np.int32)
    last = np.array([run[1] for run in runs], dtype=np.int32) - 1
    near, thick = _depths(row, bench, spread, fold, first)
    far, _ = _depths(row, bench, spread, fold, last)
    kh, kw = row.shape
    low = np.empty((len(runs), 3), dtype=np.float32)
    low[:, 0], low[:, 1], low[:, 2] = row.x, row.y, near
    size = np.empty_like(low)
    size[:, 0], size[:, 1], size[:, 2] = kw * row.scale, kh * row.scale, far - near + thick
    start = np.zeros((len(runs), 3), dtype=np.int32)
    start[:, 2] = first + row.colour  # a group's channels keep their colours
    count = np.empty_like(start)
    count[:] = (kw, kh, 1)
    count[:, 2] = last - first + 1
    skin = row.skin
    return Boxes(
        id=row.id,
        low=low,
        size=size,
        first=start,
        count=count,
        offset=np.full(len(runs), row.offset - row.colour * kw * kh, dtype=np.int32),
        stride=(1, kw, kw * kh),
        values=skin.values,
        colours=skin.colours if skin.values is not None else Colours.EMPTY,
        high=skin.high,
        tone=np.array([run[2] for run in runs], dtype=np.float32),
        opacity=np.ones(len(runs), dtype=np.float32),
        edge=skin.edge,
        # Between thin slabs edges would be all that is seen.
        edge_width=EDGE * (1.0 - ease(fold, 0.0, 0.7)) * ease(spread, 0.3, 1.0),
    )


def _depths(
    row: Row, bench: Bench, spread: float, fold: float, channel: NDArray[np.int32]
) -> tuple[Floats, float]:
    """Low z of channels, and how deep one is."""
    thick = bench.thick(row.thick, fold)
    near = (channel + 0.5) * bench.step(fold) - thick / 2
    if row.home is not None and spread < 1.0:
        home = row.home[channel]
        near = home + (near - home) * np.float32(spread)
        thick = mix(row.home_unit, thick, spread)
    return near.astype(np.float32), thick
