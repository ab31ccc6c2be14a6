"""The cells that a cell is made of, painted as a table: a window, or channels."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.panels.caption.text_layout import Paragraph
from convviz.panels.cell.number_columns import Figures, sign_role
from convviz.panels.cell.operation_rows import Cells, Line
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import BASE, REGULAR, SEMIBOLD, SMALL, VALUE
from convviz.panels.painting.text_size import Painted
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded

_SIDE, _ROW, _HEAD, _AIR = 16, 21, 24, 8
_WIDEST = 88  # of a column
_RESULT, _ABOVE = 20, 6
_ROOMY = 5  # up to so many columns have their usual decimals


class CellTable(Painted, QWidget):
    """The cells; the one that wins, or is divided, stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cells: Cells | None = None
        self._settled = True
        self._signs = True
        self._theme = "dark"

    def show_cells(
        self, cells: Cells | None, settled: bool, theme: str, signs: bool = True
    ) -> None:
        """Show a table; `settled`: it is told which cell stands out; `signs`: in their colours."""
        if (cells, settled, theme, signs) == (
            self._cells,
            self._settled,
            self._theme,
            self._signs,
        ):
            return
        self._signs = signs
        self._cells, self._settled, self._theme = cells, settled, theme
        self.setFixedHeight(self.wanted_height())
        self.setAccessibleName("" if cells is None else words.plain(cells.head))
        self.update()

    def cells(self) -> Cells | None:
        """Give what is shown."""
        return self._cells

    def wanted_height(self) -> int:
        """Give the height of all rows."""
        if self._cells is None:
            return 0
        return _HEAD + (len(self._cells.rows) + bool(self._cells.titles)) * _ROW + _AIR

    def paintEvent(self, event: QPaintEvent) -> None:
        cells = self._cells
        if cells is None:
            return
        painter = self.painter()
        width = self.width() - 2 * _SIDE
        Paragraph(cells.head, self._theme, width, SMALL, 1).draw(painter, _SIDE, 4)
        figures = Figures(painter, self._theme)
        columns = len(cells.rows[0])
        wide = min(_WIDEST, width / columns)
        top = float(_HEAD)
        if cells.titles:
            for column, title in enumerate(cells.titles):
                right = _SIDE + (column + 1) * wide
                figures.put(title, right, top + 14, Role.MUTED, SMALL, REGULAR)
            top += _ROW
        for row, numbers in enumerate(cells.rows):
            for column, number in enumerate(numbers):
                self._mark(painter, row, column, wide, top)
                right = _SIDE + (column + 1) * wide - 4
                self._number(figures, number, right, top + 15, row, column)
            top += _ROW

    def _stands_out(self, row: int, column: int) -> bool:
        chosen = self._cells.chosen if self._cells is not None else None
        return self._settled and chosen is not None and chosen in ((row, column), (row, -1))

    def _mark(self, painter: QPainter, row: int, column: int, wide: float, top: float) -> None:
        if self._stands_out(row, column):
            painter.fillRect(
                QRectF(_SIDE + column * wide, top, wide, _ROW), ink(self._theme, Role.RAISED)
            )

    def _number(
        self,
        figures: Figures,
        number: Rounded | str,
        right: float,
        base: float,
        row: int,
        column: int,
    ) -> None:
        weight = SEMIBOLD if self._stands_out(row, column) else REGULAR
        roomy = self._cells is None or len(self._cells.rows[0]) <= _ROOMY
        if isinstance(number, str):
            figures.put(number, right, base, Role.MUTED, BASE, weight)
        else:
            text = words.rounded(number)
            if not roomy and abs(number.value) < 1.0:
                text = text.replace("0.", ".", 1)
            role = sign_role(number.value) if self._signs else Role.TEXT
            figures.put(text, right, base, role, BASE if roomy else SMALL, weight)


class CellLines(Painted, QWidget):
    """What the cells come to; the last line is the value of the cell. Always in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines: tuple[Line, ...] = ()
        self._signs = True
        self._theme = "dark"

    def show_lines(self, lines: tuple[Line, ...], theme: str, signs: bool = True) -> None:
        """Show lines; `signs`: in their colours."""
        if (lines, theme, signs) == (self._lines, self._theme, self._signs):
            return
        self._signs = signs
        if len(lines) != len(self._lines):
            self.setFixedHeight(_ABOVE + len(lines) * _RESULT + _AIR if lines else 0)
        self._lines, self._theme = lines, theme
        self.setAccessibleName("; ".join(self.texts()))
        self.update()

    def texts(self) -> list[str]:
        """Give every line as text."""
        return [f"{words.plain(line.name)} {_value(line)}" for line in self._lines]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        if not self._lines:
            return
        painter.setPen(QPen(ink(self._theme, Role.LINE), 1))
        painter.drawLine(_SIDE, 0, self.width() - _SIDE, 0)
        figures, right = Figures(painter, self._theme), self.width() - _SIDE
        for index, line in enumerate(self._lines):
            last = index == len(self._lines) - 1
            size, weight = (VALUE, SEMIBOLD) if last else (BASE, REGULAR)
            top = _ABOVE + index * _RESULT
            name = Paragraph(line.name, self._theme, self.width() - 110, BASE, 1, weight)
            name.draw(painter, _SIDE, top)
            value = line.value.value if isinstance(line.value, Rounded) else line.value
            role = Role.TEXT if value is not None else Role.MUTED
            if value is not None and self._signs and not line.plain:
                role = sign_role(value)
            figures = Figures(painter, self._theme)
            figures.put(_value(line), right, top + 14, role, size, weight)


def _value(line: Line) -> str:
    value = line.value
    if value is None:
        return "…"
    return words.rounded(value) if isinstance(value, Rounded) else words.number(int(value))
