"""Which cells of an input one output cell of a layer reads."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from convviz.model.shape import Pads, Pair, Shape

_NO_PADS, _ONE_CELL = Pads(0, 0, 0, 0), Shape(1, 1, 1)


@dataclass(frozen=True)
class Reading:
    """A window across H and W, and a run of channels.

    Parameters
    ----------
    kernel, stride, dilation
        Of the window, (h, w).
    pads
        Cells around the input.
    depth
        Channels that one output cell reads.
    sharing
        Output channels one after another that read the same run of channels.
    first
        The channel that the first run begins with.
    """

    kernel: Pair = (1, 1)
    stride: Pair = (1, 1)
    dilation: Pair = (1, 1)
    pads: Pads = _NO_PADS
    depth: int = 1
    sharing: int = 1
    first: int = 0

    @property
    def block(self) -> int:
        """Output channels that are told as one: those made of the same input channel."""
        return 1

    def channels(self, channel: int) -> range:
        """Give the input channels that an output channel reads."""
        first = self.first + channel // self.sharing * self.depth
        return range(first, first + self.depth)

    def rows(self, channel: int, row: int) -> tuple[int, ...]:
        """Give the input rows that are read; outside of the input they are padding."""
        first = row * self.stride[0] - self.pads.top
        return tuple(first + tap * self.dilation[0] for tap in range(self.kernel[0]))

    def columns(self, channel: int, column: int) -> tuple[int, ...]:
        """Give the input columns that are read."""
        first = column * self.stride[1] - self.pads.left
        return tuple(first + tap * self.dilation[1] for tap in range(self.kernel[1]))

    def readers(self, row: int, column: int, out: Pair) -> tuple[range, range]:
        """Give the rows and columns of an output of that size that read an input cell.

        With stride and dilation they lie d ÷ gcd(s, d) apart: the ranges have steps.
        """
        rows = self._positions(0, row + self.pads.top, out[0])
        return rows, self._positions(1, column + self.pads.left, out[1])

    def _positions(self, axis: int, cell: int, out: int) -> range:
        """Solve y·s + a·d = cell for 0 ≤ y < out and 0 ≤ a < k: a progression in y."""
        kernel, stride, dilation = self.kernel[axis], self.stride[axis], self.dilation[axis]
        common = gcd(stride, dilation)
        if cell % common:
            return range(0)
        step, period = dilation // common, stride // common
        low = max(0, -(-(cell - (kernel - 1) * dilation) // stride))
        # y ≡ cell/g · (s/g)⁻¹ (mod d/g), since a = (cell − y·s) / d has to be whole.
        first = cell // common * pow(period, -1, step) % step if step > 1 else 0
        low += (first - low) % step
        return range(low, min(out - 1, cell // stride) + 1, step)


@dataclass(frozen=True)
class Neighbours(Reading):
    """The channels around one, as a response norm reads them; those at the ends have fewer."""

    size: int = 5
    of: int = 1

    def channels(self, channel: int) -> range:
        """Give the channels around one, those that exist."""
        first = channel - self.size // 2
        return range(max(first, 0), min(first + self.size, self.of))


@dataclass(frozen=True)
class Unrolled(Reading):
    """One cell after another, as a flatten reads them."""

    shape: Shape = _ONE_CELL

    @property
    def block(self) -> int:
        """As many as an input channel has cells."""
        return self.shape.height * self.shape.width

    def readers(self, row: int, column: int, out: Pair) -> tuple[range, range]:
        """Give the one position, whose channels are all cells."""
        return range(1), range(1)

    def channels(self, channel: int) -> range:
        """Give the one channel that the cell lies in."""
        _, height, width = self.shape
        return range(channel // (height * width), channel // (height * width) + 1)

    def rows(self, channel: int, row: int) -> tuple[int, ...]:
        """Give the one row that the cell lies in."""
        return (channel // self.shape.width % self.shape.height,)

    def columns(self, channel: int, column: int) -> tuple[int, ...]:
        """Give the one column that the cell lies in."""
        return (channel % self.shape.width,)


@dataclass(frozen=True)
class Alike(Reading):
    """The same channel of several volumes of one depth, which lie behind one another."""

    each: int = 1
    of: int = 1

    def channels(self, channel: int) -> range:
        """Give that channel of every volume."""
        return range(channel, self.each * self.of, self.each)


def joined_reading(reads: tuple[Shape, ...], output: Shape) -> Reading:
    """Give what is read of several volumes that lie behind one another.

    All of them one after the other, where their channels add up to the output's; else the same
    channel of each.
    """
    if sum(shape.channels for shape in reads) == output.channels:
        return Reading()
    return Alike(each=output.channels, of=len(reads))
