"""How far the arithmetic of the active cell is at a moment: the one record that views quote."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from convviz.kinds.telling import OperationKind
from convviz.scene.animation import AnimationState
from convviz.scene.cell_figures import CellFigures
from convviz.scene.cell_times import COMPARED, arrived, looked_at
from convviz.scene.primitives import Rounded
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import WHOLE, Phase
from convviz.scene.unrolled_grid import all_made, products_made
from convviz.scene.unrolled_rows import results_done
from convviz.scene.unrolled_slices import DRAWN, MERGED

CALM_STEPS = 12  # numbers told while many channels, or cells, pass too fast to be read
DIVIDED = 0.5  # share of a division's beat from which its result is there
BEFORE_BIAS = (Phase.LIFT, Phase.PRODUCTS, Phase.CHANNEL, Phase.CHANNELS)  # steps of a sum
SETTLED = 0.999  # share of a beat from which what it comes to is told


@dataclass(frozen=True)
class Progress:
    """What has been told of the active cell.

    Attributes
    ----------
    phase : Phase
    channel, last : int
        The channel in hand, or made last, from 0 within the filter; and the last of those that are
        in hand together while they pass too fast to be read. -1 before the first.
    made : bool
        What the channel in hand comes to is there to be read.
    summed : int
        Channels in the sum; of other kinds, cells in the total.
    results : int
        Channels whose result lies in the row of results: one more while it falls into the sum.
    products : int or None
        Products that have been made of the channel in hand, while they are made one by one; else
        None.
    seen : int
        Cells that have been compared.
    sweeping : bool
        Channels, or cells, pass too fast to be read one by one.
    biased, compared, divided, activated : bool
        Whether the bias has joined, the greatest is found, the total is divided, and the value
        after everything is known.
    input, weight, result, total : Rounded or None
        Numbers of the channel in hand, and the sum so far; None where they are not known.
    """

    phase: Phase
    channel: int = -1
    last: int = -1
    made: bool = False
    summed: int = 0
    results: int = 0
    seen: int = 0
    sweeping: bool = False
    biased: bool = False
    compared: bool = False
    divided: bool = False
    activated: bool = False
    input: Rounded | None = None
    weight: Rounded | None = None
    result: Rounded | None = None
    total: Rounded | None = None
    products: int | None = None


def progress_of(model: StageModel, animation: AnimationState) -> Progress:
    """What has been told at a moment; the same moment gives the same record."""
    phase = animation.beat.phase
    ends: dict[str, Any] = {
        "biased": animation.biased >= SETTLED,
        "activated": animation.activated >= SETTLED,
        "compared": animation.made >= COMPARED,
        "divided": animation.divided >= DIVIDED,
    }
    if model.operation is not None:
        summed, seen = _cells(model, animation)
        return Progress(phase, summed=summed, seen=seen, sweeping=animation.playing, **ends)
    channel, last, made, summed = _channels(model, animation)
    sweeping = _sweeping(animation)
    results = summed if sweeping else results_done(animation)
    if phase is Phase.PRODUCTS:
        ends["products"] = products_made(model, animation)
    counts = Progress(phase, channel, last, made, summed, results, 0, sweeping, **ends)
    figures = model.cell.figures
    return counts if figures is None else replace(counts, **_numbers(figures, channel, summed))


def _numbers(figures: CellFigures, channel: int, summed: int) -> dict[str, Any]:
    """The numbers of the channel in hand, and the sum so far."""
    numbers: dict[str, Any] = {}
    if summed:
        numbers["total"] = figures.total(summed)
    if channel >= 0:
        numbers["result"] = figures.result(channel)
        if figures.single:
            numbers |= {"input": figures.input(channel), "weight": figures.weight(channel)}
    return numbers


def _sweeping(animation: AnimationState) -> bool:
    """Whether channels pass too quickly for a number each."""
    return animation.playing and animation.beat.phase is Phase.CHANNELS


def _channels(model: StageModel, animation: AnimationState) -> tuple[int, int, bool, int]:
    """The channel in hand, the last one with it, whether it is made, and channels in the sum."""
    depth, beat = model.layout.plan.depth, animation.beat
    done = min(int(animation.summed + WHOLE), depth)
    if beat.phase is Phase.CHANNEL:
        there = MERGED if model.layout.plan.kernel == (1, 1) else DRAWN
        if beat.first == 0 and model.storyboard.first_of(Phase.PRODUCTS) is not None:
            there = 0.0  # told product by product before
        return beat.first, beat.first, animation.progress >= there, done
    if beat.phase is Phase.CHANNELS and animation.fold < 1.0:
        return beat.first, beat.last, False, done  # its rows fold
    if beat.phase is Phase.CHANNELS:
        if animation.playing and done < depth:
            step = _stride(depth - beat.first)
            done = beat.first + (done - beat.first) // step * step
            return done, min(done + step, depth) - 1, True, done
        in_hand = max(min(math.ceil(animation.summed - WHOLE), depth) - 1, 0)
        return in_hand, in_hand, True, done
    if beat.phase is Phase.PRODUCTS and all_made(animation):
        return 0, 0, True, done  # the stage tells their sum
    return done - 1, done - 1, done > 0, done


def _cells(model: StageModel, animation: AnimationState) -> tuple[int, int]:
    """Cells in the total, and cells compared, of what is no sum of products."""
    operation = model.operation
    assert operation is not None
    count = len(operation.told)
    seen = (
        looked_at(count, animation.made)
        if operation.operation_kind is OperationKind.GREATEST
        else count
    )
    summed = 0
    if operation.amounts is not None and animation.totalled > 0.0:
        summed = arrived(count, animation.totalled)
    if not animation.playing:
        return summed, seen
    return _calm(summed, count), _calm(seen, count)


def _calm(done: int, count: int) -> int:
    """A count that changes a few times only where many pass; the first and the whole are told."""
    stride = _stride(count)
    return done if done >= count else max(done // stride * stride, min(done, 1))


def _stride(count: int) -> int:
    return max(1, math.ceil(count / CALM_STEPS))
