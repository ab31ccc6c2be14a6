"""A count opened into its formula: signed terms of factors, each with its symbol and number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import prod


class Dimension(Enum):
    """Which dimension a number belongs to; each has one colour everywhere."""

    H = "H"
    W = "W"
    K = "k"
    CIN = "Cin"
    COUT = "Cout"
    GROUPS = "groups"
    PLAIN = "plain"


@dataclass(frozen=True)
class Factor:
    """A symbol with its number, such as Cin = 192."""

    symbol: str
    value: int
    dimension: Dimension = Dimension.PLAIN


@dataclass(frozen=True)
class Term:
    """A product of factors, with a sign."""

    factors: tuple[Factor, ...]
    sign: int = 1

    @property
    def value(self) -> int:
        """Sign × the product of the factors."""
        return self.sign * prod(factor.value for factor in self.factors)


@dataclass(frozen=True)
class Formula:
    """A quantity as a sum of terms; `result` is the count, the terms evaluate to it."""

    quantity: str
    terms: tuple[Term, ...]
    result: int


def formula(quantity: str, terms: Iterable[Term], result: int) -> Formula:
    """Build a formula with its terms as a tuple."""
    return Formula(quantity, tuple(terms), result)
