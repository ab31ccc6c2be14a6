"""A layer's numbers as a table: a kernel's rows and columns, a column of channels, a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from convviz import words
from convviz.model.typed import BIAS, Typed, centre
from convviz.state.resolved import Floats

Index = QModelIndex | QPersistentModelIndex


class Layout(Enum):
    """What the rows and columns of the table are."""

    KERNEL = auto()  # those of one kernel
    COLUMN = auto()  # kernels of 1×1, one below another: a row is a channel
    MATRIX = auto()  # a row is a filter, a column is a channel: all weights of a linear layer


def layout_of(matrix: bool, kernel: tuple[int, int]) -> Layout:
    """Give how the weights of a layer are laid out; `matrix`: all of them in one table."""
    if matrix:
        return Layout.MATRIX
    return Layout.COLUMN if kernel == (1, 1) else Layout.KERNEL


@dataclass(frozen=True, eq=False)
class Cells:
    """What the table shows.

    Attributes
    ----------
    values : (rows, columns) float32
    typed : (rows, columns) bool
        Which of them the user typed.
    layout : Layout
    filter, channel : int
        What is shown where that is not all of them; else 0.
    high : float
        Upper end of the colour range.
    """

    values: Floats
    typed: NDArray[np.bool_]
    layout: Layout
    filter: int
    channel: int
    high: float

    def place(self, row: int, column: int) -> tuple[int, int, int, int]:
        """Give the filter, channel, row and column in the kernel that a cell of the table shows."""
        if self.layout is Layout.MATRIX:
            return row, column, 0, 0
        if self.layout is Layout.COLUMN:
            return self.filter, row, 0, 0
        return self.filter, self.channel, row, column

    def ranges(self, block: Block) -> tuple[tuple[int, int], ...]:
        """Give the filters, channels, rows and columns of a block, from and up to."""
        first = self.place(block.top, block.left)
        last = self.place(block.bottom, block.right)
        return tuple((low, high + 1) for low, high in zip(first, last, strict=True))


class Block(NamedTuple):
    """Cells of the table, the last row and column among them."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """How many cells there are."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


def cells_of(
    weights: Floats, typed: Typed | None, layout: Layout, filter: int, channel: int, high: float
) -> Cells:
    """Give the numbers that a layout shows of (Cout, Cin / groups, kh, kw) weights.

    Typed numbers stand over `weights`, which may be those before the last edit.
    """
    _, _, height, width = weights.shape
    if layout is Layout.MATRIX:
        filter, channel, values, axes = 0, 0, weights[:, :, 0, 0], (0, 1)
    elif layout is Layout.COLUMN:
        channel, values, axes = 0, weights[filter, :, 0], (1, 3)
    else:
        values, axes = weights[filter, channel], (2, 3)
    marked = np.zeros(values.shape, np.bool_)
    if typed is not None:
        values = values.copy()
        indices = typed.places + np.array((0, 0, centre(height), centre(width)))
        shown = (filter, channel, 0, 0)
        mine = typed.places[:, 1] != BIAS
        for axis, index in enumerate(shown):
            if axis not in axes:
                mine &= indices[:, axis] == index
        rows, columns = indices[:, axes[0]], indices[:, axes[1]]
        mine &= (rows >= 0) & (rows < values.shape[0])
        mine &= (columns >= 0) & (columns < values.shape[1])
        place = rows[mine], columns[mine]
        values[place], marked[place] = typed.numbers[mine], True
    return Cells(values, marked, layout, filter, channel, high)


def typed_bias(typed: Typed | None, filter: int) -> float | None:
    """Give a filter's typed bias, None where it was not typed."""
    if typed is None:
        return None
    found = (typed.places[:, 0] == filter) & (typed.places[:, 1] == BIAS)
    return float(typed.numbers[found][0]) if found.any() else None


class CellsModel(QAbstractTableModel):
    """Qt's view of `Cells`."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: Cells | None = None
        self._decimals, self._ends = 3, (0.0, 0.0)

    def show(self, cells: Cells | None) -> bool:
        """Show other cells; tells whether the table has another shape."""
        if cells is not None:
            self._ends = float(cells.values.min()), float(cells.values.max())
            self._decimals = min(words.decimals_for(self._ends), 4)
        before = None if self.cells is None else (self.cells.values.shape, self.cells.layout)
        after = None if cells is None else (cells.values.shape, cells.layout)
        if before != after:
            self.beginResetModel()
            self.cells = cells
            self.endResetModel()
            return True
        self.cells = cells
        if cells is not None:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        return False

    @property
    def longest(self) -> str:
        """The text of the longest number."""
        return max((words.fixed(end, self._decimals) for end in self._ends), key=len)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if self.cells is None or _inside(parent) else self.cells.values.shape[0]

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if self.cells is None or _inside(parent) else self.cells.values.shape[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.cells is None or not index.isValid():
            return None
        value = float(self.cells.values[index.row(), index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return words.fixed(value, self._decimals)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index.row(), index.column(), value)
        return None

    def _spoken(self, row: int, column: int, value: float) -> str:
        assert self.cells is not None
        filter, channel, kernel_row, kernel_column = self.cells.place(row, column)
        matrix = self.cells.layout is Layout.MATRIX
        told = words.text(
            "weights.matrix.cell" if matrix else "weights.kernel.cell",
            filter=filter + 1,
            channel=channel + 1,
            row=kernel_row + 1,
            column=kernel_column + 1,
            value=value,
        )
        return words.text("weights.typed", cell=told) if self.cells.typed[row, column] else told

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        del orientation
        return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None


def _inside(parent: Index | None) -> bool:
    return parent is not None and parent.isValid()
