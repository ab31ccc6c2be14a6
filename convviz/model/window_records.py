"""The records of cells that are made of a window on one channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.model.arithmetic import joined, shortest
from convviz.model.arrays import Floats
from convviz.model.cell_records import OutputRecord, SourceCell


@dataclass(frozen=True, eq=False, kw_only=True)
class WindowRecord(OutputRecord):
    """A window on one channel, as poolings read it.

    Parameters
    ----------
    rows, columns
        (kh,) and (kw,) int: input rows and columns; negative or ≥ size: outside.
    inside
        (kh, kw) bool: on the input.
    inputs
        (kh, kw) float32; 0 outside.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    inside: NDArray[np.bool_]
    inputs: Floats

    @property
    def cells(self) -> Floats:
        """(n,) float32: the values of the cells inside, row by row."""
        return self.inputs[self.inside]

    @property
    def window(self) -> WindowRecord:
        """Itself."""
        return self

    @property
    def read(self) -> Floats:
        """The values of the window."""
        return self.inputs

    @property
    def part(self) -> str:
        """A cell of the window."""
        return "cell"

    @property
    def bars(self) -> tuple[float, ...]:
        """The cells inside."""
        return tuple(float(value) for value in self.cells)


@dataclass(frozen=True, eq=False, kw_only=True)
class MaxRecord(WindowRecord):
    """The largest cell of a window.

    Parameters
    ----------
    winner
        (row, column) of that cell in the input; the first, row by row, where several are equal.
    """

    winner: tuple[int, int]

    @property
    def place(self) -> tuple[int, int]:
        """The winner's."""
        return self.winner

    @property
    def greatest(self) -> bool:
        """They are compared."""
        return True

    def chosen(self, cells: Sequence[SourceCell]) -> int:
        """Give the winner's place."""
        return next(place for place, cell in enumerate(cells) if cell[2:] == self.winner)

    def text(self) -> str:
        """Write the largest of all cells inside."""
        terms = [shortest(value) for value in self.cells]
        return terms[0] if len(terms) == 1 else f"max({', '.join(terms)})"


@dataclass(frozen=True, eq=False, kw_only=True)
class AverageRecord(WindowRecord):
    """The mean of a window, or of a whole channel.

    Parameters
    ----------
    total
        The sum of the cells inside.
    divisor
        How many cells are counted, which may be more: with padding counted, or hanging over.
    """

    total: float
    divisor: int

    @property
    def scale(self) -> float:
        """Σ|terms|."""
        return float(np.abs(self.cells).sum(dtype=np.float64)) / self.divisor

    @property
    def amounts(self) -> NDArray[np.float64]:
        """The cells themselves."""
        return self.inputs.astype(np.float64).reshape(-1)

    @property
    def divided_by(self) -> float:
        """How many cells are counted."""
        return self.divisor

    def text(self) -> str:
        """Write the sum of the cells inside over the divisor."""
        return f"({joined([shortest(value) for value in self.cells])})/{self.divisor}"
