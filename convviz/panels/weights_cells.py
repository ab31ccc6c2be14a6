"""The numbers of one filter as a table: a kernel's rows and columns, or one column of channels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from convviz import words
from convviz.model.typed import BIAS, Typed, centre
from convviz.state.resolved import Floats

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class Cells:
    """What the table shows.

    Attributes
    ----------
    values : (rows, columns) float32
    typed : (rows, columns) bool
        Which of them the user typed.
    deep : bool
        A row is a channel: kernels of 1×1 are listed, one below another.
    filter, channel : int
    high : float
        Upper end of the colour range.
    """

    values: Floats
    typed: NDArray[np.bool_]
    deep: bool
    filter: int
    channel: int
    high: float

    def place(self, row: int, column: int) -> tuple[int, int, int]:
        """Give the channel, row and column in the kernel that a cell of the table shows."""
        return (row, 0, 0) if self.deep else (self.channel, row, column)


def cells_of(weights: Floats, typed: Typed | None, filter: int, channel: int, high: float) -> Cells:
    """Give one filter's numbers, of one channel where a kernel is larger than 1×1.

    Typed numbers stand over `weights`, which may be those before the last edit.
    """
    _, _, height, width = weights.shape
    deep = height == width == 1
    values = weights[filter, :, 0, :] if deep else weights[filter, channel]
    values, marked = values.copy(), np.zeros(values.shape, np.bool_)
    if typed is not None:
        mine = (typed.places[:, 0] == filter) & (typed.places[:, 1] != BIAS)
        rows, columns = typed.places[:, 2] + centre(height), typed.places[:, 3] + centre(width)
        if deep:
            mine &= (rows == 0) & (columns == 0)
            rows = typed.places[:, 1]
        else:
            mine &= typed.places[:, 1] == channel
        mine &= (rows >= 0) & (rows < values.shape[0])
        mine &= (columns >= 0) & (columns < values.shape[1])
        place = rows[mine], columns[mine]
        values[place], marked[place] = typed.numbers[mine], True
    return Cells(values, marked, deep, filter, channel, high)


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
        self._decimals = 3

    def show(self, cells: Cells | None) -> bool:
        """Show other cells; tells whether the table has another shape."""
        if cells is not None:
            self._decimals = min(words.decimals_for(cells.values.ravel().tolist()), 4)
        before = None if self.cells is None else (self.cells.values.shape, self.cells.deep)
        after = None if cells is None else (cells.values.shape, cells.deep)
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
        channel, kernel_row, kernel_column = self.cells.place(row, column)
        told = words.text(
            "weights.kernel.cell",
            filter=self.cells.filter + 1,
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
