"""The counts panel: how the costs are counted, each figure opening into its formula."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz import words
from convviz.panels.costs.cost_rows import layer_spans
from convviz.panels.costs.formula_lines import (
    DETAILS,
    HEADLINES,
    TOTALS,
    Bodies,
    detail_lines,
    headline,
    label,
    total,
)
from convviz.panels.costs.formula_rows import GUTTER, OUTSET, CountRow, Line, Size
from convviz.panels.costs.layer_bars import BarLegend, LayerBars
from convviz.panels.editor.panel import MARGIN, PageArea
from convviz.panels.painting import lettering
from convviz.panels.painting.text_size import Painted, large
from convviz.scene.palette import Role
from convviz.state.intents import SelectLayer
from convviz.state.resolved import Resolved


class ColumnHeads(Painted, QWidget):
    """The heads of the table's two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._column, self._theme = ("", ""), 0.0, "dark"
        self.setFixedHeight(18)

    def show_heads(self, texts: tuple[str, str], column: float, theme: str) -> None:
        """Show the heads of the (network's, layer's) columns."""
        shown = (texts, column, theme)
        if shown != (self._texts, self._column, self._theme):
            self._texts, self._column, self._theme = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        right = float(self.width() - OUTSET)
        for text in self._texts:
            shown = lettering.shortened(text, right - GUTTER, lettering.SMALL)
            left = right - lettering.text_width(shown, lettering.SMALL)
            lettering.draw_text(painter, left, 13, shown, self._theme, Role.MUTED, lettering.SMALL)
            right -= self._column
        painter.end()


class CountsPanel(QWidget):
    """The panel.

    Signals
    -------
    intent(Intent)
        SelectLayer.
    """

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counts")
        self._resolved: Resolved | None = None
        self._theme = ""  # none yet: the next `apply` puts in all texts and colours
        self.layer_title, self.layer_kind = QLabel(self), QLabel(self)
        self.layer_title.setProperty("look", "value")
        self.network_title = QLabel(self)
        self.network_title.setProperty("look", "value")
        self.share_title, self.details_title = self._section(), self._section()
        self.legend, self.bars = BarLegend(self), LayerBars(self)
        self.heads = ColumnHeads(self)
        self.headlines = self._rows(HEADLINES, Size.TOTAL, "headline", opened=True)
        self.totals = self._rows(TOTALS, Size.TOTAL, "total")
        self.details = self._rows(DETAILS, Size.DETAIL, "detail")
        self._lay_out()
        self.bars.chosen.connect(lambda layer: self.intent.emit(SelectLayer(layer)))

    def _section(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("look", "section")
        return label

    def _rows(
        self, quantities: tuple[str, ...], size: Size, name: str, opened: bool = False
    ) -> dict[str, CountRow]:
        made = {}
        for quantity in quantities:
            row = CountRow(quantity, size, opened, self)
            row.head.setObjectName(f"{name}-{quantity}")
            row.turned.connect(self._turned)
            made[quantity] = row
        return made

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        # Arrows hang in the margin, and the rows' ground reaches into it; text stands in line.
        column.setContentsMargins(MARGIN - GUTTER, 8, MARGIN - OUTSET, MARGIN)
        column.setSpacing(0)
        column.addLayout(_in_line(self.layer_title, self.layer_kind))
        column.addSpacing(4)
        _stack(column, self.headlines)
        column.addSpacing(14)
        column.addLayout(_in_line(self.network_title))
        column.addSpacing(4)
        _stack(column, self.totals)
        column.addSpacing(18)
        self._share_line = _in_line(self.share_title, self.legend)
        column.addLayout(self._share_line)
        column.addSpacing(6)
        column.addLayout(_in_line(self.bars))
        column.addSpacing(18)
        column.addLayout(_in_line(self.details_title))
        column.addWidget(self.heads)
        _stack(column, self.details)
        column.addStretch(1)
        self.area = PageArea(page, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    # ---- what the app calls ------------------------------------------------------------------
    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show another snapshot, touching only what differs."""
        self._resolved = new
        if self._theme != new.settings.theme:
            self._theme = new.settings.theme
            self._restyle(new.settings.theme)
        elif old is not None and _same(old, new):
            return
        self._write_titles(new)
        for quantity, row in self.headlines.items():
            row.head.show_line(headline(quantity, new), self._theme)
        for quantity, row in self.totals.items():
            row.head.show_line(total(quantity, new), self._theme)
        self._write_table(detail_lines(new), new)
        self.bars.apply(new)
        self._fill(new)

    def retranslate(self) -> None:
        """Follow the language and the theme, with the `apply` that comes next."""
        self._theme = ""

    def open_formula(self, quantity: str) -> None:
        """Open a figure's row and scroll to it; every row that shows how it comes about stays."""
        row = self.headlines[quantity]
        row.set_opened(True)
        row.head.setFocus()
        self.area.ensureWidgetVisible(row, 0, MARGIN)

    # ---- parts -------------------------------------------------------------------------------
    def _restyle(self, theme: str) -> None:
        self.network_title.setText(words.text("counts.network"))
        self.share_title.setText(words.text("counts.share"))
        self.details_title.setText(words.text("counts.details"))
        self.legend.restyle(theme)
        below, beside = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._share_line.setDirection(below if large() else beside)
        for row in (*self.headlines.values(), *self.totals.values(), *self.details.values()):
            if row.body is not None:
                row.body.forget()

    def _write_titles(self, new: Resolved) -> None:
        self.layer_title.setText(new.document.network.node(new.document.selected).name)
        self.layer_kind.setText(words.html(layer_spans(new), self._theme))

    def _write_table(self, lines: dict[str, Line], new: Resolved) -> None:
        name = new.document.network.node(new.document.selected).name
        column = lines["weights"].column
        self.heads.show_heads((words.text("counts.column.network"), name), column, self._theme)
        for quantity, row in self.details.items():
            row.setVisible(quantity in lines)
            if quantity in lines:
                row.head.show_line(lines[quantity], self._theme)
            else:
                row.head.setAccessibleName(label(quantity))

    def _turned(self, opened: bool) -> None:
        if opened and self._resolved is not None:
            self._fill(self._resolved)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._resolved is not None:
            self._fill(self._resolved)

    def _fill(self, new: Resolved) -> None:
        if not self.isVisible():
            return  # no formula is made for a tab that is not there
        bodies = Bodies(new)
        for rows, body in (
            (self.headlines, bodies.layer),
            (self.totals, bodies.total),
            (self.details, bodies.detail),
        ):
            for quantity, row in rows.items():
                if row.opened():
                    row.fill(*body(quantity), self._theme)


def _same(old: Resolved, new: Resolved) -> bool:
    return (
        old.counts is new.counts
        and old.document is new.document
        and old.baseline is new.baseline
        and old.was is new.was
    )


def _in_line(first: QWidget, other: QWidget | None = None) -> QHBoxLayout:
    """What stands in line with the text of the rows, from margin to margin."""
    row = QHBoxLayout()
    row.setContentsMargins(GUTTER, 0, OUTSET, 0)
    row.setSpacing(6)
    row.addWidget(first, 0 if other else 1)
    if other:
        row.addStretch(1)
        row.addWidget(other)
    return row


def _stack(column: QVBoxLayout, rows: dict[str, CountRow]) -> None:
    for row in rows.values():
        column.addWidget(row)
