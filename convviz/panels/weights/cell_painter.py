"""A weight's cell in the table: its number on the colour that it has on stage too."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import BASE, REGULAR, SEMIBOLD, letters
from convviz.panels.painting.text_size import enlarged
from convviz.panels.weights.cell_models import CellsModel
from convviz.scene.palette import MAP_SIZE, Colour, Role, colour_map, contrast

_MARK = 7  # a mark's side
_DARK, _LIGHT = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)  # of which one is 4.58:1 on any ground


def cell_colour(value: float, high: float, theme: str) -> Colour:
    """Give the colour that a weight has on stage too."""
    share = 0.5 + 0.5 * min(max(value / high, -1.0), 1.0) if high > 0.0 else 0.5
    red, green, blue = colour_map(theme, "diverging")[round(share * (MAP_SIZE - 1))]
    return float(red), float(green), float(blue)


def text_colour(ground: Colour) -> Colour:
    """Give the colour of text on a cell, of two the one with the greater contrast."""
    return max((_DARK, _LIGHT), key=lambda ink: contrast(ink, ground))


class CellPainter(QStyledItemDelegate):
    """Paints a weight's cell."""

    theme = "dark"

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        cells = model.cells if isinstance(model, CellsModel) else None
        if cells is None:
            return
        row, column = index.row(), index.column()
        ground = cell_colour(float(cells.values[row, column]), cells.high, self.theme)
        written = QColor.fromRgbF(*text_colour(ground))
        area: QRect = option.rect.adjusted(0, 0, -1, -1)
        typed = bool(cells.typed[row, column])
        painter.save()
        painter.fillRect(area, QColor.fromRgbF(*ground))
        painter.setFont(letters(enlarged(BASE), SEMIBOLD if typed else REGULAR))
        painter.setPen(written)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.drawText(area.adjusted(2, 0, -2, 0), Qt.AlignmentFlag.AlignCenter, text)
        if typed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(written)
            corner, side = QPointF(area.right() + 1, area.top()), enlarged(_MARK)
            edges = [corner, corner - QPointF(side, 0), corner + QPointF(0, side)]
            painter.drawPolygon(QPolygonF(edges))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._outline(painter, option, area)
        painter.restore()

    def _outline(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state = QStyle.StateFlag
        focused = bool(option.state & state.State_HasFocus)
        if not focused and not option.state & state.State_Selected:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink(self.theme, Role.PANEL), 4 if focused else 2))
        painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(ink(self.theme, Role.ACCENT if focused else Role.TEXT), 2))
        painter.drawRect(area.adjusted(1, 1, 0, 0))
