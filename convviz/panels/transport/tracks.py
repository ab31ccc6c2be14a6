"""Where the moments of a story lie along the scrub bar: its two tracks as numbers (no Qt)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from convviz.scene.timeline import Phase, Storyboard

AFTER_CELL = frozenset((Phase.FILTER, Phase.JOIN))  # on the lower track


@dataclass(frozen=True)
class Track:
    """Segments side by side, each a stretch of story time.

    Attributes
    ----------
    edges : tuple of float
        Left edge of each segment and the right one of the last, logical pixels.
    times : tuple of float
        Story seconds at these edges; never falling.
    """

    edges: tuple[float, ...]
    times: tuple[float, ...]

    def x_at(self, time: float) -> float:
        """Give the place of a story time."""
        index = min(max(bisect_right(self.times, time) - 1, 0), len(self.times) - 2)
        start, length = self.times[index], self.times[index + 1] - self.times[index]
        share = min(max((time - start) / length, 0.0), 1.0) if length > 0.0 else 0.0
        return self.edges[index] + share * (self.edges[index + 1] - self.edges[index])

    def time_at(self, x: float) -> float:
        """Give the story time at a place, inside the story."""
        index = self.index_at(x)
        width = self.edges[index + 1] - self.edges[index]
        share = min(max((x - self.edges[index]) / width, 0.0), 1.0) if width > 0.0 else 0.0
        return self.times[index] + share * (self.times[index + 1] - self.times[index])

    def index_at(self, x: float) -> int:
        """Give the segment at a place."""
        return min(max(bisect_right(self.edges, x) - 1, 0), len(self.edges) - 2)


def cell_beats(board: Storyboard) -> int:
    """Give how many beats tell of the active cell and its map: those before what follows it."""
    return sum(beat.phase not in AFTER_CELL for beat in board.beats)


def cell_end(board: Storyboard) -> float:
    """Give the story time at which the first map is full."""
    return board.beats[cell_beats(board) - 1].end


def cell_track(board: Storyboard, left: float, width: float, smallest: Sequence[float]) -> Track:
    """Lay the steps of the active cell across the bar.

    Widths follow the durations, but none is narrower than its entry in `smallest` (a label's
    width) as long as they all fit.
    """
    beats = board.beats[: cell_beats(board)]
    widths = shared([beat.duration for beat in beats], smallest, width)
    return Track(_edges(left, widths), (*(beat.start for beat in beats), beats[-1].end))


def filter_track(board: Storyboard, left: float, width: float) -> Track:
    """Lay the filters across the bar, all of one width.

    The first filter told takes the whole time of its cell and map; the ones before it are done.
    Of channels that take their places together, each has its share of the time.
    """
    first, count = board.filter, board.filters
    beats = board.beats[cell_beats(board) :]
    if board.first_of(Phase.JOIN) is not None:
        times = [0.0]
        for beat in beats:
            channels = beat.last + 1 - beat.first
            times += [beat.start + beat.duration * (k + 1) / channels for k in range(channels)]
        return Track(_edges(left, [width / count] * count), tuple(times))
    times = [0.0] * (first + 1) + [cell_end(board)] + [beat.end for beat in beats]
    return Track(_edges(left, [width / count] * count), tuple(times))


def shared(weights: Sequence[float], smallest: Sequence[float], whole: float) -> list[float]:
    """Share `whole` by weight; no part gets less than its smallest as long as that can be."""
    if sum(smallest) >= whole:  # each as much as it can have of what it asks for
        return [whole * least / sum(smallest) for least in smallest]
    held: set[int] = set()
    while True:
        rest = whole - sum(smallest[i] for i in held)
        free = sum(weight for i, weight in enumerate(weights) if i not in held)
        parts = [
            smallest[i] if i in held else rest * weight / free for i, weight in enumerate(weights)
        ]
        short = {i for i, part in enumerate(parts) if part < smallest[i] - 1e-9}
        if not short:
            return parts
        held |= short


def _edges(left: float, widths: Sequence[float]) -> tuple[float, ...]:
    edges = [left]
    for width in widths:
        edges.append(edges[-1] + width)
    return tuple(edges)
