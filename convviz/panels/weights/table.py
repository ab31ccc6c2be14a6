"""The table of weights: coloured as on stage, typed and moved in as in a spreadsheet."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from convviz import words
from convviz.panels.editor.number_fields import passed_on, typed_text
from convviz.panels.painting.arrow_keys import ARROWS, HARMLESS_MODIFIERS
from convviz.panels.painting.lettering import BASE, SEMIBOLD, letters
from convviz.panels.painting.text_size import enlarged
from convviz.panels.weights.cell_models import Block, Cells, CellsModel, Index, Layout
from convviz.panels.weights.cell_painter import CellPainter
from convviz.panels.weights.weight_field import LONGEST, CellField, typed_move, written_weight

_ROW, _LEAST = 30, 46  # a row's height, a column's least width
_BESIDE = 6  # room beside a number
_MOST_ROWS, _LEAST_ROWS = 11, 6  # a table of more rows scrolls, and shows as many at least
MOST_COPIED = 20_000  # numbers that go through the clipboard at once, without a pause
_ENDLESS = 16777215  # no greatest height
_BEGINS = frozenset("0123456789.,+-\N{MINUS SIGN}")
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class WeightsTable(QTableView):
    """The table.

    Signals
    -------
    entered(row: int, column: int, text: str)
        A number was typed; whoever cannot take it answers with `refuse`.
    pasted(row: int, column: int, text: str)
    cleared(block: Block)
        Back to the seed.
    moved(row: int, column: int)
        The user has gone to another cell.
    refused(sentence: str)
        What was asked of the clipboard cannot be.
    refused_no_more()
        What could not be is given up.
    leave()
    """

    entered = Signal(int, int, str)
    pasted = Signal(int, int, str)
    cleared = Signal(object)
    moved = Signal(int, int)
    refused = Signal(str)
    refused_no_more = Signal()
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weights-table")
        self.cells = CellsModel()
        self._painter = CellPainter(self)
        self._typing = self._refused = self._led = False
        self.setModel(self.cells)
        self.setItemDelegate(self._painter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)  # after a number Tab goes on to the next, else out of here
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
            header.setMinimumSectionSize(1)
        self.field = CellField(self.viewport())
        self.field.setObjectName("weights-cell")
        self.field.hide()
        self.field.committed.connect(self._committed)
        self.field.given_up.connect(self._give_up)

    # ---- what the panel calls ----------------------------------------------------------------
    def show_cells(self, cells: Cells | None, theme: str) -> None:
        """Show other numbers; what is being typed stays where it is the same cell."""
        before = self.cells.cells
        self._painter.theme = theme
        same = (
            before is not None
            and cells is not None
            and ((before.filter, before.channel) == (cells.filter, cells.channel))
        )
        if self.cells.show(cells) or not same:
            self._close_field()
        if cells is not None and not self.currentIndex().isValid():
            self.lead(0, 0)
        self.fit()

    def lead(self, row: int | None = None, column: int | None = None) -> None:
        """Go to a cell because something else did; a number that is being typed keeps it here."""
        at = self.currentIndex()
        row, column = at.row() if row is None else row, at.column() if column is None else column
        if self.typing or (row, column) == (at.row(), at.column()):
            return
        self._led = True
        self.setCurrentIndex(self.cells.index(row, column))
        self._led = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._led:
            self.moved.emit(current.row(), current.column())

    def refuse(self, sentence: str) -> None:
        """It cannot be: it stays in its cell, marked, until it is put right or given up."""
        self._refused = True
        self.field.show_error(sentence)

    @property
    def typing(self) -> bool:
        """Whether a number is being typed."""
        return self._typing

    def fit(self) -> None:
        """Share the width among the columns, and be as high as a kernel needs."""
        cells = self.cells.cells
        rows = 1 if cells is None else cells.values.shape[0]
        columns = 1 if cells is None else cells.values.shape[1]
        deep = cells is not None and cells.layout is Layout.COLUMN
        self.horizontalHeader().setVisible(not deep)
        self.verticalHeader().setDefaultSectionSize(enlarged(_ROW))
        self.horizontalHeader().setFixedHeight(enlarged(_ROW - 4))
        written = QFontMetrics(letters(enlarged(BASE), SEMIBOLD))
        needed = written.horizontalAdvance(self.cells.longest) + enlarged(_BESIDE)
        least = max(needed, enlarged(_LEAST))
        room = max(self.viewport().width() // max(columns, 1), least)
        self.horizontalHeader().setDefaultSectionSize(room)
        high = (rows if rows <= _MOST_ROWS else _LEAST_ROWS) * enlarged(_ROW) + 2
        high += 0 if deep else enlarged(_ROW - 4)
        wide = columns * room > self.viewport().width()
        self.setMinimumHeight(
            high + (self.horizontalScrollBar().sizeHint().height() if wide else 0)
        )
        self.setMaximumHeight(_ENDLESS if rows > _MOST_ROWS else self.minimumHeight())
        if self.typing:
            self._place_field()

    # ---- typing ------------------------------------------------------------------------------
    def edit_cell(self, text: str | None = None) -> None:
        """Type over the current cell: from nothing, or from a first letter on."""
        index = self.currentIndex()
        cells = self.cells.cells
        if cells is None or not index.isValid():
            return
        self._place_field()
        value = float(cells.values[index.row(), index.column()])
        self.field.show_error("")
        self.field.setText(written_weight(value) if text is None else text)
        self.field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self._typing = True
        self.field.show()
        self.field.setFocus()
        if text is not None:
            self.field.setCursorPosition(len(text))
            self.field.deselect()

    def _place_field(self) -> None:
        self.scrollTo(self.currentIndex())
        area = self.visualRect(self.currentIndex())
        wide = max(area.width(), enlarged(84))
        left = min(area.left(), max(self.viewport().width() - wide, 0))
        self.field.setGeometry(left, area.top(), wide, area.height())

    def _committed(self, move: tuple[int, int] | None) -> None:
        if not self.typing:
            return
        if not self._commit():
            if move is None:  # left while it cannot be: what was there is there again
                self._close_field()
                self.refused_no_more.emit()
            return
        if move is not None:
            self.setFocus()
            self._go(*move)

    def _commit(self) -> bool:
        """Hand in what is being typed; whether it was taken."""
        index = self.currentIndex()
        self._refused = False
        if self.field.isModified() or self.field.text() != self._shown(index):
            self.entered.emit(index.row(), index.column(), self.field.text())
        if not self._refused:
            self._close_field()
        return not self._refused

    def _shown(self, index: QModelIndex) -> str:
        cells = self.cells.cells
        if cells is None or not index.isValid():
            return ""
        return written_weight(float(cells.values[index.row(), index.column()]))

    def _give_up(self) -> None:
        self._close_field()
        self.refused_no_more.emit()
        self.setFocus()

    def _close_field(self) -> None:
        self._refused = self._typing = False
        self.field.show_error("")
        if self.field.hasFocus():
            self.setFocus()  # first: from what is hidden Qt goes on to the next number
        self.field.hide()

    def _go(self, rows: int, columns: int) -> None:
        """Go on by so many cells; past the end of a row to the next one."""
        index, count = self.currentIndex(), self.cells.columnCount()
        if rows:
            row = min(max(index.row() + rows, 0), self.cells.rowCount() - 1)
            self.setCurrentIndex(self.cells.index(row, index.column()))
            return
        place = index.row() * count + index.column() + columns
        if 0 <= place < count * self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(place // count, place % count))

    # ---- events ------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif _takes(event):
            self.edit_cell(event.text())
        elif event.key() == Qt.Key.Key_F2:
            self.edit_cell()
        elif event.key() in _CLEARS:
            if (block := self.chosen()) is not None:
                self.cleared.emit(block)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            move = typed_move(event)
            assert move is not None
            self._go(*move)
        elif passed_on(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do not search the table for a typed letter, as Qt would."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.typing and not self._commit():
            self.field.setFocus()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_cell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # ---- the clipboard -----------------------------------------------------------------------
    def chosen(self) -> Block | None:
        """Give the cells that are selected."""
        ranges = self.selectionModel().selection()
        if ranges.isEmpty():
            return None
        one = ranges.first()
        return Block(one.top(), one.left(), one.bottom(), one.right())

    def copy(self) -> None:
        """Put the selected numbers on the clipboard, as a spreadsheet does."""
        cells, chosen = self.cells.cells, self.chosen()
        if cells is None or chosen is None:
            return
        if chosen.size > MOST_COPIED:
            self.refused.emit(words.text("weights.too-many", high=MOST_COPIED))
            return
        top, left, bottom, right = chosen
        block: np.ndarray = cells.values[top : bottom + 1, left : right + 1]
        lines = ("\t".join(map(str, line)) for line in block)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.refused_no_more.emit()

    def _paste(self) -> None:
        chosen, text = self.chosen(), QGuiApplication.clipboard().text()
        if len(text) > MOST_COPIED * LONGEST:
            self.refused.emit(words.text("weights.too-many", high=MOST_COPIED))
            return
        row, column = (0, 0) if chosen is None else chosen[:2]
        self.pasted.emit(row, column, text)


_GOES = ARROWS | {Qt.Key.Key_F2, *_CLEARS}


def name_table(table: WeightsTable, name: str) -> None:
    """Name a table, and the parts of it that Qt or a delegate puts in front of it."""
    corner = table.findChild(QAbstractButton)
    parts = (table, table.field, table.horizontalHeader(), table.verticalHeader(), corner)
    for part in parts:
        if part is not None:
            part.setAccessibleName(name)


def _keeps(event: QKeyEvent) -> bool:
    """Whether a key does nothing but what it does here: the arrows go from cell to cell."""
    moves = event.key() in _GOES and not event.modifiers() & ~HARMLESS_MODIFIERS
    return moves or typed_text(event) or _takes(event)


def _takes(event: QKeyEvent) -> bool:
    """Whether a key copies, pastes, or is the first of a number."""
    if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
        QKeySequence.StandardKey.Paste
    ):
        return True
    plain = not event.modifiers() & ~HARMLESS_MODIFIERS
    return plain and event.text() in _BEGINS and bool(event.text())
