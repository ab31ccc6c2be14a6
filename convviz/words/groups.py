"""A channel as its filter counts it: "3 of 12 (27 of 192)" where a filter reads one group.

The texts around it stay the same: what stands for a channel, or for how many there are, is put
in with the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from convviz.words.lookup import text


@dataclass(frozen=True)
class Group:
    """The channels that a filter reads.

    Attributes
    ----------
    before, depth, all : int
        Channels of the input before them, they, and all of the input. Channels are counted from 1
        within the group.
    """

    before: int
    depth: int
    all: int

    @property
    def parted(self) -> bool:
        """Whether a channel has one number in its group and another in the input."""
        return 1 < self.depth < self.all

    def name(self, channel: int) -> object:
        """A channel by itself: 27, or "3 of 12 (27 of 192)"."""
        if not self.parted:
            return self.before + channel
        own = self.before + channel
        return text("group.channel", channel=channel, n=self.depth, own=own, all=self.all)

    def short(self, channel: int) -> object:
        """The same in a column of numbers: 27, or "3 (27)"."""
        if not self.parted:
            return self.before + channel
        return text("group.short", channel=channel, own=self.before + channel)

    def counted(self, channel: int) -> tuple[object, object]:
        """What stands for a channel, and for how many there are, in "{channel} of {n}"."""
        own = self.before + channel
        if not self.parted:
            return own, self.all
        return channel, text("group.of", n=self.depth, own=own, all=self.all)

    def ends(self, first: int, last: int) -> tuple[object, object]:
        """What stands for the first and the last channel in "{first}–{last}"."""
        if not self.parted:
            return self.before + first, self.before + last
        return first, text("group.last", last=last, n=self.depth, **self._own(first, last))

    def counted_range(self, first: int, last: int) -> tuple[object, object, object]:
        """First, last, and how many there are, in "{first}–{last} of {n}"."""
        if not self.parted:
            return self.before + first, self.before + last, self.all
        return first, last, text("group.of-range", n=self.depth, **self._own(first, last))

    def _own(self, first: int, last: int) -> dict[str, object]:
        own_first, own_last = self.before + first, self.before + last
        return {"own_first": own_first, "own_last": own_last, "all": self.all}


def grouped(numbers: Mapping[str, object]) -> dict[str, object]:
    """Of a label's numbers those that tell a channel, or a first and a last one, as they are told.

    They are counted within the group; "group" says which one: (before, depth, all).
    """
    told = numbers.get("group")
    if not isinstance(told, tuple):
        return {}
    group = Group(*told)
    found: dict[str, object] = {}
    channel, first, last = (numbers.get(name) for name in ("channel", "first", "last"))
    if isinstance(channel, int):
        found["channel"] = group.name(channel)
    if isinstance(first, int) and isinstance(last, int):
        found["first"], found["last"], found["n"] = group.counted_range(first, last)
    return found
