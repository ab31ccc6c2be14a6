"""The story of one output cell and its map as data: beats with start, length and meaning.

Time is a parameter: whoever asks for a moment gets the same picture, however they came there.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from convviz.scene.cell_times import arrival_shares, look_shares

SINGLE_CHANNELS = 8  # channels that get a beat of their own before the rest follow quickly
JUST_OVER = 1e-5  # story seconds: at rest, a step that ended here is still what is shown
WHOLE = 1e-6  # a count this close to a whole number is that number: stops are rounded times

LIFT = 2.4
CHANNEL = 0.7
CHANNELS = 3.2
PRODUCTS = 3.05  # the k × k products of the first channel, one by one
MOST_PRODUCTS = 121  # of a channel, told one by one: 11 × 11; a finer grid could not be seen
AFTER_PRODUCTS, BRISK_CHANNEL, BRISK_CHANNELS = 1.3, 0.4, 2.2  # what leaves time for them
FOLDING = 0.26  # share of that beat in which the rows fold, before the sweep over its channels
BIAS = 0.65
ACTIVATION = 0.75
LAND = 1.8
MAP = 4.0
FILTER = 0.9
ROW = 12.0  # longest that all further filters take where each makes a single cell
MAKE = 2.6
TOTAL = 2.4
DIVIDE = 1.4
JOIN, ALL_JOINED = 2.2, 24.0  # one of several volumes; most that all of them together take


class Phase(Enum):
    """What happens in a beat."""

    LIFT = "lift"
    PRODUCTS = "products"  # of the first channel, one by one
    CHANNEL = "channel"
    CHANNELS = "channels"
    MAKE = "make"  # what the kind does to each cell: compare, take a power, pass on
    TOTAL = "total"
    DIVIDE = "divide"
    BIAS = "bias"
    ACTIVATION = "activation"
    LAND = "land"
    MAP = "map"
    JOIN = "join"  # one of several volumes takes its place behind the others
    FILTER = "filter"


ON_STAGE = frozenset((Phase.MAP, Phase.FILTER, Phase.JOIN))  # seen from where the story rests


@dataclass(frozen=True)
class Beat:
    """One span of the story.

    Attributes
    ----------
    phase : Phase
    start, duration : float
        Seconds of story time.
    first, last : int
        Channels summed in it (both included), the filter whose map fills, or the channels that a
        volume takes.
    """

    phase: Phase
    start: float
    duration: float
    first: int = 0
    last: int = 0

    @property
    def end(self) -> float:
        """Story time at which the beat is over."""
        return self.start + self.duration

    def progress(self, time: float) -> float:
        """Share of the beat that is over at `time`, 0..1."""
        if time >= self.end:
            return 1.0  # the quotient may be a rounding error short of it
        return min(1.0, max(0.0, (time - self.start) / self.duration))


@dataclass(frozen=True)
class Storyboard:
    """The beats of one story, in order, without gaps.

    Attributes
    ----------
    beats : tuple of Beat
    channels : int
        Channels that the filter spans (Cin / groups).
    positions : int
        Output positions of one feature map (H · W).
    filter, filters : int
        Filter that the story starts with, and how many there are.
    cells : int
        Of a cell that is no sum of products: cells told one by one, 0 where there is but one.
    block : int
        Filters that belong together: those that a flatten makes of one channel.
    """

    beats: tuple[Beat, ...]
    channels: int
    positions: int
    filter: int
    filters: int
    cells: int = 0
    block: int = 1

    @property
    def duration(self) -> float:
        """Story seconds from start to end."""
        return self.beats[-1].end

    @property
    def cell_end(self) -> float:
        """Story time at which the first cell has landed."""
        return next(beat.end for beat in self.beats if beat.phase is Phase.LAND)

    def index_at(self, time: float) -> int:
        """Index of the beat that runs at `time` (the later one at a boundary)."""
        starts = [beat.start for beat in self.beats]
        return max(0, min(len(starts) - 1, bisect_right(starts, time + 1e-9) - 1))

    def shown_at(self, time: float, playing: bool) -> int:
        """Index of the beat that is shown; at rest between two it is the one just over."""
        return self.index_at(time if playing else time - JUST_OVER)

    def beat_at(self, time: float) -> Beat:
        """The beat that runs at `time`."""
        return self.beats[self.index_at(time)]

    def first_of(self, phase: Phase) -> Beat | None:
        """The first beat of a phase, None when the story has none."""
        return next((beat for beat in self.beats if beat.phase is phase), None)

    def channel_time(self, channel: int) -> float:
        """Story time at which `channel` channels have been summed."""
        for beat in self.beats:
            if beat.phase in (Phase.CHANNEL, Phase.CHANNELS) and channel <= beat.last + 1:
                share = (channel - beat.first) / (beat.last + 1 - beat.first)
                if beat.phase is Phase.CHANNELS:
                    share = FOLDING + (1.0 - FOLDING) * share
                return beat.end if share == 1.0 else beat.start + beat.duration * share
        return self.channels_end

    @property
    def counting(self) -> Beat | None:
        """The beat in which cells are compared, or added up, one by one."""
        if not self.cells:
            return None
        return self.first_of(Phase.TOTAL) or self.first_of(Phase.MAKE)

    def part_times(self) -> tuple[float, ...]:
        """Story times at which a part is told: a channel of a sum, else a cell of the window."""
        if self.channels:
            return tuple(self.channel_time(channel) for channel in range(self.channels + 1))
        times: list[float] = []
        for beat in self.beats:
            if beat.phase is Phase.LAND:
                break
            if beat is self.counting:
                compared = beat.phase is Phase.MAKE
                shares = look_shares(self.cells) if compared else arrival_shares(self.cells)[:-1]
                times += [beat.start + share * beat.duration for share in shares]
            times.append(beat.end)
        return tuple(times)

    @property
    def channels_end(self) -> float:
        """Story time at which every channel has been summed."""
        ends = [b.end for b in self.beats if b.phase in (Phase.CHANNEL, Phase.CHANNELS)]
        return ends[-1] if ends else self.beats[0].end

    def summed_at(self, time: float) -> float:
        """Channels summed at `time`; the fraction is the progress of the running one."""
        for beat in self.beats:
            if beat.phase in (Phase.CHANNEL, Phase.CHANNELS) and time < beat.end:
                share = beat.progress(time)
                if beat.phase is Phase.CHANNELS:
                    share = max(0.0, (share - FOLDING) / (1.0 - FOLDING))
                summed = beat.first + (beat.last + 1 - beat.first) * share
                return float(round(summed)) if abs(summed - round(summed)) < WHOLE else summed
            if beat.phase is Phase.BIAS:
                break
        return float(self.channels) if time >= self.channels_end else 0.0


def storyboard(
    channels: int,
    positions: int,
    filter: int,
    filters: int,
    activation: bool,
    bias: bool,
    products: int = 1,
) -> Storyboard:
    """The story of a cell of filter `filter`, its map, and the maps of the filters after it.

    Parameters
    ----------
    channels : int
        Channels that the filter spans.
    positions : int
        Output positions of a feature map.
    filter, filters : int
        First filter told, and the number of filters.
    activation, bias : bool
        Whether these have a beat of their own.
    products : int
        Of one channel; where they are several, those of the first channel are told one by one.
    """
    plan: list[tuple[Phase, float, int, int]] = [(Phase.LIFT, LIFT, 0, 0)]
    singles = min(channels, SINGLE_CHANNELS)
    pace, sweep = CHANNEL, CHANNELS
    if products > 1:
        plan.append((Phase.PRODUCTS, PRODUCTS, 0, 0))
        pace, sweep = BRISK_CHANNEL, BRISK_CHANNELS
    first = AFTER_PRODUCTS if products > 1 else pace
    plan += [(Phase.CHANNEL, pace if c else first, c, c) for c in range(singles)]
    if channels > singles:
        plan.append((Phase.CHANNELS, sweep, singles, channels - 1))
    if bias:
        plan.append((Phase.BIAS, BIAS, 0, 0))
    if activation:
        plan.append((Phase.ACTIVATION, ACTIVATION, 0, 0))
    plan.append((Phase.LAND, LAND, filter, filter))
    if positions > 1:
        plan.append((Phase.MAP, MAP, filter, filter))
    plan += _further(positions, filter, filters)
    return Storyboard(_laid(plan), channels, positions, filter, filters)


WORKING = {Phase.MAKE: MAKE, Phase.TOTAL: TOTAL, Phase.DIVIDE: DIVIDE, Phase.ACTIVATION: ACTIVATION}


def operation_storyboard(
    phases: tuple[Phase, ...],
    positions: int,
    filter: int,
    filters: int,
    cells: int = 0,
    block: int = 1,
    volumes: tuple[int, ...] = (),
) -> Storyboard:
    """The story of a cell that is no sum of products: its kind's own phases, then its map.

    Parameters
    ----------
    phases : tuple of Phase
        Of `WORKING`, in order.
    positions, filter, filters : int
        As for a sum; a filter is an output channel.
    cells, block : int
        As in `Storyboard`.
    volumes : tuple of int
        Channels of the volumes that the output is put together from, where it is: each takes its
        place as a whole.
    """
    plan: list[tuple[Phase, float, int, int]] = [(Phase.LIFT, LIFT, 0, 0)]
    plan += [(phase, WORKING[phase], filter, filter) for phase in phases]
    plan.append((Phase.LAND, LAND, filter, filter))
    if volumes:
        plan += _joined(volumes)
    elif positions > 1:
        plan.append((Phase.MAP, MAP, filter, filter))
    plan += [] if volumes else _further(positions, filter, filters)
    return Storyboard(_laid(plan), 0, positions, filter, filters, cells, block)


def _further(positions: int, filter: int, filters: int) -> list[tuple[Phase, float, int, int]]:
    """The beats of the filters after the first; many of one cell each take no longer than `ROW`."""
    left = range(filter + 1, filters)
    pace = FILTER if positions > 1 or not left else min(FILTER, ROW / len(left))
    return [(Phase.FILTER, pace, k, k) for k in left]


def _joined(volumes: tuple[int, ...]) -> list[tuple[Phase, float, int, int]]:
    """The beats of volumes that take their places one behind the other."""
    pace, ends = min(JOIN, ALL_JOINED / len(volumes)), accumulate(volumes)
    return [
        (Phase.JOIN, pace, end - channels, end - 1)
        for channels, end in zip(volumes, ends, strict=True)
    ]


def _laid(plan: list[tuple[Phase, float, int, int]]) -> tuple[Beat, ...]:
    """Beats one after another, without gaps."""
    beats, start = [], 0.0
    for phase, duration, first, last in plan:
        beats.append(Beat(phase, start, duration, first, last))
        start += duration
    return tuple(beats)
