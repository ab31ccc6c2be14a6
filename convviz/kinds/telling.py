"""What the stage of a kind does and how it is put into words: data for scene, state and panels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any


class Family(StrEnum):
    """Ways in which a stage is drawn and told."""

    SUM = "sum"  # products of input and weights, channel by channel
    WINDOW = "window"  # a window on each channel by itself
    EACH = "each"  # every cell by itself, or with its neighbours along the channels
    JOIN = "join"  # the cells of several volumes: taken as they are, or one with the other
    SHARE = "share"  # the channels of a position against each other


class OperationKind(Enum):
    """What is done to the cells that were lifted."""

    GREATEST = "greatest"  # max pooling: they are compared
    MEAN = "mean"  # added up, divided by their number
    SHARE = "share"  # softmax: one power over the sum of all
    STRENGTH = "strength"  # response norm: one cell over what its neighbours' squares make
    SUM = "added"  # the same cells of several volumes, added up
    PRODUCT = "multiplied"  # the same, multiplied
    PASSED = "passed"  # dropout, flatten; elementwise layers are steps after it


class Column(StrEnum):
    """Columns of numbers of a stage: each has one number of decimals."""

    INPUTS = "inputs"
    FACTORS = "factors"
    RESULTS = "results"


class Tone(Enum):
    """How a number is coloured."""

    PLAIN = "plain"
    TAKEN = "taken"  # as on the scale of the input
    OUTCOME = "outcome"  # as on the scale of the output
    BRACKETED = "bracketed"  # plain, in brackets where it is negative


class When(StrEnum):
    """From which step on a line of the arithmetic has its number."""

    ALWAYS = "always"
    MADE = "made"
    TOTALLED = "totalled"
    DIVIDED = "divided"


@dataclass(frozen=True)
class Number:
    """A number of a cell's record; without a column it is exact."""

    of: Callable[[Any], float]
    column: Column | None = None
    tone: Tone = Tone.PLAIN


Numbers = Mapping[str, Number]


def _no_end(record: Any) -> str:
    return ""


@dataclass(frozen=True)
class Sentence:
    """A text and the numbers put into it; `end` is added to the key, by the record."""

    key: str
    numbers: Numbers = field(default_factory=dict)
    end: Callable[[Any], str] = _no_end


@dataclass(frozen=True)
class Line:
    """A line under the cells; `running`: the total so far, of as many cells as it has."""

    key: str
    value: Number
    when: When = When.ALWAYS
    numbers: Numbers = field(default_factory=dict)
    running: bool = False


@dataclass(frozen=True)
class Explanation:
    """The family of a kind, what is made of the cells, and the words of each step.

    A kind whose `operation_kind` is None is a sum.

    Attributes
    ----------
    curve : callable or None
        Of an elementwise kind: (numbers of the step, x) -> y.
    cut_to : tuple of float
        The values that an elementwise kind cuts cells to: those are marked.
    cut_label : str
        Key of the label that says how many were.
    reach : float
        How far the curve is drawn at least, on both sides of zero.
    speaks : str
        End of the keys that speak of inputs and outputs, not of channels and filters.
    matrix : bool
        The weights are one table, filters by channels.
    word : str
        What the keys of sentences without numbers are called; empty: as `operation_kind` is.
    lift : str
        Key of what is lifted: "window", "share", "neighbours" or "each".
    centred : bool
        The cell itself stands among those lifted, and its channel is named.
    each : str
        Key of how a further channel comes about: "share" or "alone".
    amount : str
        Heading of what is made of each cell, where those lie side by side.
    make, total, divide, hall_make, hall_total, hall_divide : Sentence or None
        The sentence of each step, and the lines of the lecture hall.
    lines : tuple of Line
        What the cells come to, under them.
    """

    family: Family
    operation_kind: OperationKind | None = None
    curve: Callable[[tuple[float, ...], float], float] | None = None
    cut_to: tuple[float, ...] = ()
    cut_label: str = "cut-share"
    reach: float = 0.0
    speaks: str = ""
    matrix: bool = False
    word: str = ""
    lift: str = "each"
    centred: bool = False
    each: str = "alone"
    amount: str = ""
    make: Sentence | None = None
    total: Sentence | None = None
    divide: Sentence | None = None
    hall_make: Sentence | None = None
    hall_total: Sentence | None = None
    hall_divide: Sentence | None = None
    lines: tuple[Line, ...] = ()

    @property
    def step_word(self) -> str:
        """What the keys of its sentences without numbers are called."""
        return self.word or ("" if self.operation_kind is None else self.operation_kind.value)
