"""The rows of the bench: column, filter and results, channel by channel, opened out or folded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.scene.animation import AnimationState, ease
from convviz.scene.layout import Floats
from convviz.scene.pieces import Skin
from convviz.scene.primitives import Boxes, Colours
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_layout import UnrolledRows, mix, running_channel
from convviz.scene.unrolled_slices import ARRIVE, LEAVE

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
        Low corner, and side of a cell, at this moment.
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
    aside : (depth, 2) float32 or None
        How far from there in x and y every channel is, where they come from side by side.
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
    aside: Floats | None = None


def results_done(animation: AnimationState) -> int:
    """Channels whose result lies in the row of results."""
    falling = animation.beat.phase is Phase.CHANNEL and ARRIVE <= animation.progress < 1.0
    return int(animation.summed) + int(falling)


def slices_there(model: StageModel, animation: AnimationState) -> Runs:
    """Channels in the rows: done, and to come; the running one is out while it is made."""
    depth = model.layout.plan.depth
    if animation.rise < 1.0 and animation.beat.phase is not Phase.LAND:
        return ((0, depth, 1.0),)
    running = running_channel(model, animation)
    done = min(results_done(animation), depth)
    runs = [(0, done, DONE_TONE), (done, depth, 1.0)]
    if animation.grid > 0.0:
        return tuple(run for run in ((1, depth, 1.0),) if depth > 1)
    told = model.storyboard.first_of(Phase.PRODUCTS) is not None
    if animation.beat.phase is Phase.CHANNEL and animation.beat.first == 0 and told:
        return ((0, 1, DONE_TONE), (1, depth, 1.0)) if depth > 1 else ((0, 1, DONE_TONE),)
    if running is not None and LEAVE < running[1] < ARRIVE:
        runs = [(0, running[0], DONE_TONE), (running[0] + 1, depth, 1.0)]
    return tuple(run for run in runs if run[1] > run[0])


def row_boxes(row: Row, unrolled: UnrolledRows, spread: float, fold: float, runs: Runs) -> Boxes:
    """A row as one record: a box for each channel that stands apart, and for each other run."""
    if fold < 1.0 or spread < 1.0:
        runs = tuple(part for run in runs for part in _single(run, _apart(row, unrolled, spread)))
    first = np.array([run[0] for run in runs], dtype=np.int32)
    last = np.array([run[1] for run in runs], dtype=np.int32) - 1
    near, _ = _depths(row, unrolled, spread, fold, first)
    far, thick = _depths(row, unrolled, spread, fold, last)
    kh, kw = row.shape
    low = np.empty((len(runs), 3), dtype=np.float32)
    low[:, 0], low[:, 1], low[:, 2] = row.x, row.y, near
    if row.aside is not None:
        low[:, :2] += row.aside[first]
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


def _apart(row: Row, unrolled: UnrolledRows, spread: float) -> int:
    """How many of the first channels have boxes of their own."""
    if row.aside is not None:
        return unrolled.channels
    if row.home is None or spread >= 1.0 or len(row.home) <= unrolled.opened + 1:
        return unrolled.opened
    steps = np.diff(row.home[unrolled.opened :])
    # On a stage that is pulled apart a group's channels may lie in several blocks.
    return unrolled.opened if np.allclose(steps, row.home_unit, rtol=1e-3) else unrolled.channels


def _single(run: tuple[int, int, float], apart: int) -> Runs:
    """A run with its first channels one by one."""
    first, stop, tone = run
    split = min(max(apart, first), stop)
    alone = tuple((channel, channel + 1, tone) for channel in range(first, split))
    return (*alone, (split, stop, tone)) if split < stop else alone


def _depths(
    row: Row, unrolled: UnrolledRows, spread: float, fold: float, channel: NDArray[np.int32]
) -> tuple[Floats, Floats]:
    """Low z of channels, and how deep each is."""
    alone = np.minimum(channel, unrolled.opened) * mix(unrolled.pitch, unrolled.unit, fold)
    rest = mix(unrolled.rest, unrolled.unit, fold)
    near = alone + np.maximum(channel - unrolled.opened, 0) * rest
    thick = np.full(len(channel), rest)
    first = channel < unrolled.opened
    thick[first] = unrolled.thick(row.thick, fold)
    near[first] += (mix(unrolled.pitch, unrolled.unit, fold) - thick[first]) / 2
    if row.home is not None and spread < 1.0:
        home = row.home[channel]
        near = home + (near - home) * np.float32(spread)
        thick = row.home_unit + (thick - row.home_unit) * spread
    return near.astype(np.float32), thick.astype(np.float32)
