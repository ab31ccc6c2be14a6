"""Rows of the counts panel: a label, its figures, and the formula they open into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from convviz import words
from convviz.model.formulas import Formula
from convviz.panels.costs.formula_view import FormulaView
from convviz.panels.painting import lettering
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import Painted
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.words.changes import change_spoken

GUTTER = 13  # left of the text, for the arrow: it hangs in the page's margin
OUTSET = 8  # right of the text, for the ground under the row
_LABEL_GAP = 8
_DROP = 18

Runs = tuple[Span, ...]


class Size(Enum):
    """How loud a row is: (figure's pixels, weight, first baseline, second baseline)."""

    TOTAL = (lettering.VALUE, lettering.SEMIBOLD, 19, 36)
    DETAIL = (lettering.BASE, lettering.REGULAR, 19, 35)


@dataclass(frozen=True)
class Figure:
    """One figure of a row, and what stands under it.

    `brief` replaces `full` where that would run into the label.
    """

    full: Runs
    brief: Runs = ()
    below: Runs = ()


@dataclass(frozen=True)
class Line:
    """All that a row's head shows; figures from right to left."""

    label: str
    figures: tuple[Figure, ...]
    below: Runs = ()
    column: float = 0.0  # width of the rightmost figures of a table

    @property
    def second(self) -> bool:
        """Whether there is a second line."""
        return bool(self.below) or any(figure.below for figure in self.figures)


class RowHead(Painted, QAbstractButton):
    """What is always seen of a row; pressing it opens or closes the rest."""

    def __init__(self, size: Size, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._line = Line("", ())
        self._theme = "dark"
        self._dropped = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(28)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def show_line(self, line: Line, theme: str) -> None:
        """Show a label and its figures."""
        if line == self._line and theme == self._theme:
            return
        self._line, self._theme = line, theme
        self._fit_height()
        parts = [words.plain(figure.full) for figure in reversed(line.figures)]
        spoken = "; ".join(part for part in (*parts, change_spoken(line.below)) if part)
        self.setAccessibleName(words.text("counts.row.spoken", quantity=line.label, value=spoken))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        _, _, first, second = self._size.value
        self._dropped = self._drop()
        height = (second if self._line.second else first) + 7 + self._dropped
        if height != self.height():
            self.setFixedHeight(height)

    def _drop(self) -> int:
        """Give how far the figures go down: below the label where both have no room."""
        right, end = float(self.width() - OUTSET), self._label_end()
        for figure in self._line.figures:
            runs, pixels = self._fitting(figure, right - end)
            width = lettering.spans_width(runs, pixels, self._size.value[1])
            if runs and width > right - end:
                return _DROP
            right -= self._line.column
        return 0

    def _label_end(self) -> float:
        return GUTTER + lettering.text_width(self._line.label) + _LABEL_GAP

    def _fitting(self, figure: Figure, room: float) -> tuple[Runs, int]:
        """Give the figure as it fits into `room`: smaller, then in brief."""
        pixels, weight, _, _ = self._size.value
        if lettering.spans_width(figure.full, pixels, weight) <= room:
            return figure.full, pixels
        pixels = min(pixels, lettering.VALUE)
        brief = figure.brief and lettering.spans_width(figure.full, pixels, weight) > room
        return (figure.brief if brief else figure.full), pixels

    # ---- painting ----------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        _, _, first, second = self._size.value
        lettering.draw_text(painter, GUTTER, first, self._line.label, self._theme)
        right, drop = float(self.width() - OUTSET), self._dropped
        small = lettering.fitted(self._line.below, self._room_below(), lettering.SMALL)
        lettering.draw_spans(painter, GUTTER, second, self._line.below, self._theme, small)
        for figure in self._line.figures:
            self._paint_figure(painter, figure, right, drop)
            right -= self._line.column
        painter.end()

    def _room_below(self) -> float:
        """How wide the second line may be: up to what stands under the leftmost figure."""
        right = float(self.width() - OUTSET)
        if self._line.figures and not self._dropped:
            right -= self._line.column * (len(self._line.figures) - 1) + _LABEL_GAP
            right -= lettering.spans_width(self._line.figures[-1].below, lettering.SMALL)
        return right - GUTTER

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(0.5, 1, -0.5, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(self._theme, Role.RAISED, share=0.4))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink(self._theme, Role.ACCENT))
            painter.drawRoundedRect(area, 6, 6)
        self._paint_arrow(painter, QPointF(6.5, self._size.value[2] - 4.5))

    def _paint_arrow(self, painter: QPainter, centre: QPointF) -> None:
        turned = self.isChecked()
        corners = [(-3, -1.5), (0, 1.5), (3, -1.5)] if turned else [(-1.5, -3), (1.5, 0), (-1.5, 3)]
        pen = QPen(ink(self._theme, Role.MUTED), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))

    def _paint_figure(self, painter: QPainter, figure: Figure, right: float, drop: int) -> None:
        _, weight, first, second = self._size.value
        room = right - (GUTTER if drop else self._label_end())
        runs, pixels = self._fitting(figure, room)
        left = right - lettering.spans_width(runs, pixels, weight)
        lettering.draw_spans(painter, left, first + drop, runs, self._theme, pixels, weight)
        left = right - lettering.spans_width(figure.below, lettering.SMALL)
        lettering.draw_spans(
            painter, left, second + drop, figure.below, self._theme, lettering.SMALL
        )


class RowBody(QWidget):
    """What a row opens into: sentences, and formulas under their captions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel(self)
        self.told.setProperty("look", "small")
        self.told.setWordWrap(True)
        self._parts: list[tuple[QLabel, FormulaView]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GUTTER, 2, OUTSET, 3)
        self._column.setSpacing(2)
        self._column.addWidget(self.told)
        self.told.hide()

    def views(self) -> list[FormulaView]:
        """Give the formulas shown, from top to bottom."""
        return [view for _, view in self._parts if not view.isHidden()]

    def forget(self) -> None:
        """Show everything afresh the next time: the language changed."""
        for _, view in self._parts:
            view.forget()

    def show_body(self, told: str, formulas: tuple[tuple[str, Formula], ...], theme: str) -> None:
        """Show sentences (rich text) and (caption, formula) pairs."""
        if told != self.told.text():
            self.told.setText(told)
        self.told.setVisible(bool(told))
        while len(self._parts) < len(formulas):
            caption, view = QLabel(self), FormulaView(self)
            caption.setProperty("look", "small")
            self._column.addWidget(caption)
            self._column.addWidget(view)
            self._parts.append((caption, view))
        for place, (caption, view) in enumerate(self._parts):
            shown = place < len(formulas)
            view.setVisible(shown)
            caption.setVisible(shown and bool(formulas[place][0]))
            if shown:
                caption.setText(formulas[place][0])
                view.show_formula(formulas[place][1], theme)


class CountRow(QWidget):
    """A row of the panel.

    Signals
    -------
    turned(open: bool)
        Opened or closed by the user.
    """

    turned = Signal(bool)

    def __init__(
        self, quantity: str, size: Size, opened: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.quantity = quantity
        self.head = RowHead(size, self)
        self.body: RowBody | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.setChecked(opened)
        self.head.toggled.connect(self._toggled)

    def opened(self) -> bool:
        """Whether the formula shows."""
        return self.head.isChecked() and not self.isHidden()

    def set_opened(self, opened: bool) -> None:
        """Open or close the row."""
        self.head.setChecked(opened)

    def fill(self, told: str, formulas: tuple[tuple[str, Formula], ...], theme: str) -> None:
        """Put in what the row opens into; made only once it is open."""
        if self.body is None:
            self.body = RowBody(self)
            self._column.addWidget(self.body)
            self.body.show()  # at once, not when the layout comes round to it
        self.body.show_body(told, formulas, theme)

    def _toggled(self, opened: bool) -> None:
        if self.body is not None:
            self.body.setVisible(opened)
        self.turned.emit(opened)
