"""Which cells of its input one output cell of a layer reads, for every kind that has one input."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.model.layers import Conv2d, Flatten, Layer, Linear, ResponseNorm, Softmax
from convviz.model.layers.global_average_pool import GlobalAveragePool
from convviz.model.layers.pooling import Pooling
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
    """

    kernel: Pair = (1, 1)
    stride: Pair = (1, 1)
    dilation: Pair = (1, 1)
    pads: Pads = _NO_PADS
    depth: int = 1
    sharing: int = 1

    def channels(self, channel: int) -> range:
        """Give the input channels that an output channel reads."""
        first = channel // self.sharing * self.depth
        return range(first, first + self.depth)

    def rows(self, channel: int, row: int) -> tuple[int, ...]:
        """Give the input rows that are read; outside of the input they are padding."""
        first = row * self.stride[0] - self.pads.top
        return tuple(first + tap * self.dilation[0] for tap in range(self.kernel[0]))

    def columns(self, channel: int, column: int) -> tuple[int, ...]:
        """Give the input columns that are read."""
        first = column * self.stride[1] - self.pads.left
        return tuple(first + tap * self.dilation[1] for tap in range(self.kernel[1]))


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


def reading_of(layer: Layer, read: Shape) -> Reading:
    """Give what a layer's output cells read of an input of that shape."""
    if isinstance(layer, Linear):
        layer = layer.convolution()
    pads = _NO_PADS
    if isinstance(layer, Conv2d | Pooling):
        pads = layer.pads(read.height, read.width)
    if isinstance(layer, Conv2d):
        depth, sharing = read.channels // layer.groups, layer.filters // layer.groups
        return Reading(layer.kernel, layer.stride, layer.dilation, pads, depth, sharing)
    if isinstance(layer, Pooling):
        return Reading(layer.kernel, layer.stride, layer.dilation, pads)
    if isinstance(layer, GlobalAveragePool):
        return Reading((read.height, read.width))
    if isinstance(layer, Softmax):
        return Reading(depth=read.channels, sharing=read.channels)
    if isinstance(layer, ResponseNorm):
        return Neighbours(size=layer.size, of=read.channels)
    return Unrolled(shape=read) if isinstance(layer, Flatten) else Reading()
