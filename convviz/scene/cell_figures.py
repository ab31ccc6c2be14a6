"""The numbers of one output cell as they are written: one value and one number of decimals each.

Stage, caption, plot, table and full screen all take them from here, so that they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.model.record import CellRecord
from convviz.scene.primitives import Rounded

Doubles = NDArray[np.float64]
Factors = NDArray[np.floating[Any]]
_MARK = 1e-12  # stands for a value that is not zero but reads as zero


@dataclass(frozen=True)
class Decimals:
    """The decimals of each column, the same for every cell of a layer.

    Attributes
    ----------
    inputs : int
        Of input cells.
    factors : int
        Of what is made with them: weights; powers and squares where there are no weights.
    results : int
        Of products, sums and everything that they come to.
    """

    inputs: int = 3
    factors: int = 3
    results: int = 3


USUAL = Decimals()


def rounded_product(a: float, b: float, decimals: Decimals) -> Rounded:
    """The product of two factors as it is read: that of the factors as they are shown, rounded.

    A half is rounded away from zero, as by hand.
    """
    shown = shown_products(np.array([a]), np.array([b]), decimals)
    return Rounded(float(shown[0]), decimals.results)


def squares_of(decimals: Decimals) -> Decimals:
    """The decimals of squares: both factors are inputs."""
    return replace(decimals, factors=decimals.inputs, results=decimals.factors)


def shown_products(a: Factors, b: Factors, decimals: Decimals) -> Doubles:
    """Products of arrays of factors as they are read, by exact whole numbers."""
    exact = a.astype(np.float64) * b.astype(np.float64)
    units = _units(a, decimals.inputs) * _units(b, decimals.factors)
    drop = decimals.inputs + decimals.factors - decimals.results
    whole = units
    if drop > 0:
        half = np.int64(10**drop // 2)
        whole = np.sign(units) * ((np.abs(units) + half) // np.int64(10**drop))
    made = whole / 10.0**decimals.results
    unseen = (whole == 0) & (exact != 0.0)
    return np.where(unseen, np.copysign(_MARK, exact), made)


def _units(numbers: Factors, decimals: int) -> NDArray[np.int64]:
    """Numbers in units of their last decimal, as Python writes them."""
    exact = numbers.astype(np.float64)
    scaled = np.rint(exact * 10.0**decimals)
    # Where the product itself may have been rounded across a half, text decides.
    off = np.abs(np.abs(exact * 10.0**decimals - np.trunc(exact * 10.0**decimals)) - 0.5)
    for place in np.argwhere(off < 1e-6):
        index = tuple(place)
        scaled[index] = float(f"{exact[index]:.{decimals}f}") * 10.0**decimals
    return np.rint(scaled).astype(np.int64)


@dataclass(frozen=True, eq=False)
class CellFigures:
    """A sum of products, number by number.

    Attributes
    ----------
    record : CellRecord
        The exact values.
    decimals : Decimals
    """

    record: CellRecord
    decimals: Decimals

    @cached_property
    def products(self) -> Doubles:
        """(Cg, kh, kw): every product as it is read."""
        return shown_products(self.record.inputs, self.record.weights, self.decimals)

    @property
    def single(self) -> bool:
        """Whether a channel has one product, which then is its result."""
        return self.record.weights.shape[1:] == (1, 1)

    def input(self, channel: int, row: int = 0, column: int = 0) -> Rounded:
        """An input cell that is read."""
        return Rounded(float(self.record.inputs[channel, row, column]), self.decimals.inputs)

    def weight(self, channel: int, row: int = 0, column: int = 0) -> Rounded:
        """A weight."""
        return Rounded(float(self.record.weights[channel, row, column]), self.decimals.factors)

    def product(self, channel: int, row: int = 0, column: int = 0) -> Rounded:
        """A product: that of its factors as they are shown, rounded."""
        return self.result_of(float(self.products[channel, row, column]))

    def result(self, channel: int) -> Rounded:
        """What a channel comes to: its product, or its k x k products added unrounded."""
        if self.single:
            return self.product(channel)
        return self.result_of(float(self.record.channel_sums[channel]))

    def total(self, channels: int) -> Rounded:
        """The sum of the first channels, added unrounded; of one it is that one's result."""
        if channels == 1:
            return self.result(0)
        return self.result_of(float(self.record.running[channels - 1]) if channels else 0.0)

    @property
    def bias(self) -> Rounded:
        """The bias."""
        return self.result_of(self.record.bias)

    @property
    def before(self) -> Rounded:
        """The layer's own value."""
        return self.result_of(self.record.before)

    @property
    def after(self) -> Rounded:
        """The value after everything that follows the layer on its stage."""
        return self.result_of(self.record.after)

    def result_of(self, value: float) -> Rounded:
        """A value of the results' column."""
        return Rounded(value, self.decimals.results)
