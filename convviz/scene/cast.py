"""What a stage's story is played with: flat arrays, colours and places, prepared once per edit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from convviz.scene.layout import Floats, Layout
from convviz.scene.moment import Moment
from convviz.scene.primitives import Colours
from convviz.scene.timeline import Storyboard


@dataclass(frozen=True, eq=False)
class Cell:
    """The active output cell: where it is, what it reads, and its arithmetic as flat arrays.

    Attributes
    ----------
    filter, row, column : int
    rows, columns : tuple of int
        Input rows and columns that are read; outside the volume they are padding.
    first_channel : int
        First input channel that the filter's group reads.
    taken, products : (Cg * kh * kw,) float32 or None
        Input values (zero on padding) and products, channel by channel.
    sums : (Cg,) float32 or None
        Result per channel.
    bias : (1,) float32 or None
    running : (Cg + 2,) float32 or None
        Sum after each channel, then with the bias, then after the activation.
    product_high, running_high : float
    """

    filter: int
    row: int
    column: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    first_channel: int
    taken: Floats | None
    products: Floats | None
    sums: Floats | None
    bias: Floats | None
    running: Floats | None
    product_high: float
    running_high: float


@dataclass(frozen=True, eq=False)
class Cast:
    """Everything that `story.compose` draws a stage from.

    Attributes
    ----------
    layout : Layout
    storyboard : Storyboard
    inputs, weights, outputs : flat float32 or None
    input_colours, output_colours : Colours
    input_high, weight_high, output_high : float
    cell : Cell
    stride, dilation : (h, w)
    group_filters : int
        Filters per group.
    activation : str or None
        "relu", "batchnorm", or both joined by "+".
    name : str
        The layer's name.
    source : str
        Key of what the input is: "photo", "features", "gradient", "noise", "one-hot", "map".
    """

    layout: Layout
    storyboard: Storyboard
    inputs: Floats | None
    weights: Floats | None
    outputs: Floats | None
    input_colours: Colours
    output_colours: Colours
    input_high: float
    weight_high: float
    output_high: float
    cell: Cell
    stride: tuple[int, int]
    dilation: tuple[int, int]
    group_filters: int
    activation: str | None
    name: str
    source: str

    def first_channel(self, filter: int) -> int:
        """First input channel that a filter reads."""
        return (filter // self.group_filters) * self.layout.plan.depth

    def outlined(self, moment: Moment) -> tuple[int, int, int]:
        """Filter, row and column of the output cell that is outlined: the chosen or the scanned."""
        if moment.position < 0:
            return self.cell.filter, self.cell.row, self.cell.column
        return moment.filter, *divmod(moment.position, self.layout.plan.output[2])

    def reads(self, row: int, column: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Input rows and columns that an output position reads (outside: padding)."""
        plan = self.layout.plan
        top, _, left, _ = plan.padding
        kh, kw = plan.kernel
        y, x = row * self.stride[0] - top, column * self.stride[1] - left
        rows = tuple(y + i * self.dilation[0] for i in range(kh))
        return rows, tuple(x + j * self.dilation[1] for j in range(kw))


def flat(values: np.ndarray | None) -> Floats | None:
    """A read-only flat view of an array, None for None."""
    if values is None:
        return None
    line = np.ascontiguousarray(values, dtype=np.float32).reshape(-1)
    line.setflags(write=False)
    return line
