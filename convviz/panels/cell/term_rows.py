"""Which terms of a sum are on the page, and what of it is known at a moment (no Qt)."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.model.record import CellRecord
from convviz.scene.progress import BEFORE_BIAS
from convviz.scene.timeline import Phase
from convviz.state.intents import Seek, SelectCell
from convviz.state.outlined import is_scanning
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback


@dataclass(frozen=True)
class Known:
    """What the story has told of a cell's arithmetic.

    Attributes
    ----------
    current, last : int
        The channel in hand, or made last, and the last of those in hand together; -1 before the
        first.
    made : bool
        What it comes to is there to be read.
    done : int
        Channels in the sum.
    bias, after : bool
        Whether the bias has joined, and whether the value after everything is known.
    running : bool
        The story is on: what is to come is faint and the present term is marked.
    rushing : bool
        Channels, or cells, pass too fast to be read.
    products : int or None
        Products made of the first channel, while they are made one by one; None where all are
        shown.
    adding : bool
        The step in which the bias joins has begun: its number is told.
    """

    current: int
    done: int
    bias: bool
    after: bool
    running: bool
    rushing: bool = False
    made: bool = True
    last: int = -1
    products: int | None = None
    adding: bool = True

    def comes_to(self, channel: int) -> bool:
        """Whether it has been told what a channel comes to."""
        if not self.running:
            return True
        return channel < self.current or (self.made and channel <= max(self.current, self.last))

    def has_product(self, place: int) -> bool:
        """Whether a product of the channel in hand is there, by its place in the grid."""
        return self.products is None or place < self.products


NOTHING = Known(-1, 0, False, False, False)


def known_at(stage: Stage, playback: Playback) -> Known:
    """Give what is known at a moment; before the story begins and of a scanned cell, everything."""
    if (playback.time <= 0.0 and not playback.playing) or is_scanning(stage, playback):
        return Known(0, stage.storyboard.channels, True, True, False, playback.playing)
    told = stage.progress(playback)
    return Known(
        told.channel,
        told.summed,
        told.biased,
        told.activated,
        True,
        told.sweeping,
        told.made,
        told.last,
        told.products,
        told.phase not in BEFORE_BIAS,
    )


def awaits_values(resolved: Resolved) -> bool:
    """Whether the active cell's values are on their way: the old ones stay in view till then."""
    stage = resolved.stage
    return resolved.stale and stage is not None and stage.record is None


def shown_channels(channels: int, current: int, rows: int) -> tuple[int | None, ...]:
    """Give the channels on `rows` lines: the first, those around `current`, the last.

    None is a line with "…". The number of lines depends on `channels` and `rows` only, so that
    nothing moves while the story goes on.
    """
    if channels <= rows:
        return tuple(range(channels))
    current = min(max(current, 0), channels - 1)
    if rows < 5:  # no room for "…"
        first = min(max(current - rows // 2, 0), channels - rows)
        return tuple(range(first, first + rows))
    tail = 2 if rows >= 7 else 1
    inner = rows - 2 * tail - 2  # lines between the two "…"
    if current < rows - tail - 1 - (inner // 2):
        head = rows - tail - 1
        return (*range(head), None, *range(channels - tail, channels))
    if current >= channels - (rows - tail - 1 - (inner // 2)):
        foot = rows - tail - 1
        return (*range(tail), None, *range(channels - foot, channels))
    first = current - inner // 2
    middle = range(first, first + inner)
    return (*range(tail), None, *middle, None, *range(channels - tail, channels))


def terms(record: CellRecord, bias: bool) -> int:
    """Give how many terms the arithmetic has in full: every product, and the bias."""
    return int(record.products.size) + int(bias)


def cell_changed(old: Resolved | None, new: Resolved) -> bool:
    """Whether what is known of the active cell, or that it is known at all, has changed."""
    return old is None or old.stage is not new.stage or old.stale != new.stale


def term_intents(stage: Stage, record: CellRecord, slot: int) -> tuple[object, ...]:
    """Give what goes to where a term is made: a channel's, or after the last one the bias.

    A cell that was only scanned becomes the chosen one first.
    """
    board = stage.storyboard
    bias = board.first_of(Phase.BIAS)
    time = board.channel_time(slot + 1)
    if slot >= board.channels and bias is not None:
        time = bias.end
    chosen, place = stage.selection, (record.filter, record.row, record.column)
    if place == (chosen.filter, chosen.row, chosen.column):
        return (Seek(time),)
    return SelectCell(*place), Seek(time)
