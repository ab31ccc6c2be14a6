"""The fields that values, weights and records read of a layer, whichever kind has them.

What computes takes these protocols, so that it imports no kind and each kind may import it.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from convviz.model.initialisation import Init
from convviz.model.shape import Pads, Pair, Shape


@runtime_checkable
class Windowed(Protocol):
    """A window that moves along H and W."""

    @property
    def kernel(self) -> Pair:
        """Its rows and columns."""

    @property
    def stride(self) -> Pair:
        """Cells from one window to the next."""

    @property
    def dilation(self) -> Pair:
        """Cells from one tap to the next."""

    def pads(self, height: int, width: int) -> Pads:
        """Give the cells put around an input of that size."""


class Convolving(Windowed, Protocol):
    """A convolution."""

    @property
    def filters(self) -> int:
        """Output channels."""

    @property
    def groups(self) -> int:
        """Parts into which the channels are divided."""

    def output_shape(self, read: Shape) -> Shape:
        """Give (filters, H, W) of the output."""


class SeededConvolution(Convolving, Protocol):
    """A convolution whose weights are drawn."""

    @property
    def bias(self) -> bool:
        """Whether it has biases."""

    @property
    def init(self) -> Init:
        """How the weights are drawn."""

    @property
    def seed(self) -> int:
        """What they are drawn from."""

    def group_channels(self, channels: int) -> int:
        """Give a filter's depth."""


class SeededLinear(Protocol):
    """A linear layer whose weights are drawn."""

    @property
    def features(self) -> int:
        """Outputs."""

    @property
    def bias(self) -> bool:
        """Whether it has biases."""

    @property
    def seed(self) -> int:
        """What the weights are drawn from."""


class Pooled(Windowed, Protocol):
    """A pooling."""

    @property
    def padding(self) -> Pair:
        """Cells put around the input."""

    def output_shape(self, read: Shape) -> Shape:
        """Give (C, H, W) of the output."""


class AveragePooled(Pooled, Protocol):
    """An average pooling."""

    @property
    def count_include_pad(self) -> bool:
        """Whether padding counts as cells."""


class ResponseNormed(Protocol):
    """A local response norm."""

    @property
    def size(self) -> int:
        """Channels that are added up."""

    @property
    def alpha(self) -> float:
        """The factor of the mean square."""

    @property
    def beta(self) -> float:
        """The exponent."""

    @property
    def k(self) -> float:
        """What is added."""
