"""How far the arithmetic of the active cell is at a moment: the one record that views quote."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from convviz.kinds.telling import Making
from convviz.scene.bench_cards import DRAWN, MERGED
from convviz.scene.bench_rows import results_done
from convviz.scene.cast import Cast
from convviz.scene.cell_figures import CellFigures
from convviz.scene.moment import Moment
from convviz.scene.primitives import Rounded
from convviz.scene.tally import COMPARED, arrived, looked_at
from convviz.scene.timeline import WHOLE, Phase

CALM_STEPS = 12  # numbers told while many channels, or cells, pass too fast to be read
DIVIDED = 0.5  # share of a division's beat from which its result is there
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


def progress_of(cast: Cast, moment: Moment) -> Progress:
    """What has been told at a moment; the same moment gives the same record."""
    phase = moment.beat.phase
    ends: dict[str, Any] = {
        "biased": moment.biased >= SETTLED,
        "activated": moment.activated >= SETTLED,
        "compared": moment.made >= COMPARED,
        "divided": moment.divided >= DIVIDED,
    }
    if cast.work is not None:
        summed, seen = _cells(cast, moment)
        return Progress(phase, summed=summed, seen=seen, sweeping=moment.playing, **ends)
    channel, last, made, summed = _channels(cast, moment)
    sweeping = _sweeping(moment)
    results = summed if sweeping else results_done(moment)
    counts = Progress(phase, channel, last, made, summed, results, 0, sweeping, **ends)
    figures = cast.cell.figures
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


def _sweeping(moment: Moment) -> bool:
    """Whether channels pass too quickly for a number each."""
    return moment.playing and moment.beat.phase is Phase.CHANNELS


def _channels(cast: Cast, moment: Moment) -> tuple[int, int, bool, int]:
    """The channel in hand, the last one with it, whether it is made, and channels in the sum."""
    depth, beat = cast.layout.plan.depth, moment.beat
    done = min(int(moment.summed + WHOLE), depth)
    if beat.phase is Phase.CHANNEL:
        there = MERGED if cast.layout.plan.kernel == (1, 1) else DRAWN
        if beat.first == 0 and cast.storyboard.first_of(Phase.PRODUCTS) is not None:
            there = 0.0  # told product by product before
        return beat.first, beat.first, moment.progress >= there, done
    if beat.phase is Phase.CHANNELS and moment.fold < 1.0:
        return beat.first, beat.last, False, done  # its rows fold
    if beat.phase is Phase.CHANNELS:
        if moment.playing and done < depth:
            step = _stride(depth - beat.first)
            done = beat.first + (done - beat.first) // step * step
            return done, min(done + step, depth) - 1, True, done
        in_hand = max(min(math.ceil(moment.summed - WHOLE), depth) - 1, 0)
        return in_hand, in_hand, True, done
    return done - 1, done - 1, done > 0, done


def _cells(cast: Cast, moment: Moment) -> tuple[int, int]:
    """Cells in the total, and cells compared, of what is no sum of products."""
    work = cast.work
    assert work is not None
    count = len(work.told)
    seen = looked_at(count, moment.made) if work.making is Making.GREATEST else count
    summed = 0
    if work.amounts is not None and moment.totalled > 0.0:
        summed = arrived(count, moment.totalled)
    if not moment.playing:
        return summed, seen
    return _calm(summed, count), _calm(seen, count)


def _calm(done: int, count: int) -> int:
    """A count that changes a few times only where many pass; the first and the whole are told."""
    stride = _stride(count)
    return done if done >= count else max(done // stride * stride, min(done, 1))


def _stride(count: int) -> int:
    return max(1, math.ceil(count / CALM_STEPS))
