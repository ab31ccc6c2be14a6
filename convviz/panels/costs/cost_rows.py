"""The table of costs, painted: its heads, and a row for MACs and one for parameters.

A column is a subject (this layer, the network), a row a quantity. Sizes and places depend on the
panel's room and language only, never on a figure, so that nothing moves while the user edits.
Where the window is high enough the labels stand over the figures, which are larger then; where
large letters leave little room, a row is one line.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from convviz import words
from convviz.kinds.registry import filters_of
from convviz.model.kinds import kind_of
from convviz.panels.costs.formula_lines import headline, total
from convviz.panels.costs.formula_rows import GUTTER, OUTSET, Figure, Runs
from convviz.panels.editor.layer_list import filter_spans
from convviz.panels.painting import lettering
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import Painted
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.resolved import Resolved
from convviz.words.changes import change_spoken

LARGEST, LEAST_FIGURE = 24, 15  # type sizes of a figure
WIDEST = "000,000,000"  # what every column has room for at the size that the table takes
SHORT = lettering.BASE  # the short form under a figure
_GAP = 12.0  # between columns


@dataclass(frozen=True)
class Places:
    """Baselines of a row: its label, its figures, their short forms, the change; and its height.

    `heads` is the height of the heads. What has no baseline is left out.
    """

    label: int
    figures: int
    short: int | None
    change: int | None
    height: int
    heads: int


ABOVE = Places(label=16, figures=42, short=60, change=16, height=67, heads=40)  # the label
BESIDE = Places(label=21, figures=22, short=40, change=40, height=46, heads=40)
ONE_LINE = Places(label=20, figures=21, short=None, change=None, height=28, heads=22)


@dataclass(frozen=True)
class CostLine:
    """A row of the table.

    Attributes
    ----------
    label : str
    figures : tuple of Figure
        One for each column, from left to right.
    change : tuple of Span
        How the network's figure differs from what it is compared with; blank where from nothing.
    """

    label: str
    figures: tuple[Figure, ...]
    change: Runs = ()


def cost_line(quantity: str, new: Resolved) -> CostLine:
    """Give the row of a quantity."""
    layer, network = headline(quantity, new), total(quantity, new)
    figures = (layer.figures[0], network.figures[0])
    return CostLine(cost_label(quantity), figures, network.below)


def cost_label(quantity: str) -> str:
    """Give the name of a quantity, as short as the table needs it."""
    return words.text(f"counts.cost.{quantity}")


def layer_spans(new: Resolved) -> Runs:
    """Give what the selected layer is: "16 filters · 1×1×192", or the name of its kind."""
    node = new.document.network.node(new.document.selected)
    if (named := filters_of(node.layer)) is not None:
        return filter_spans(named, new.shapes[node.inputs[0]].channels)
    return (Span(words.text(f"kind.{kind_of(node.layer).name}"), Role.MUTED),)


@dataclass(frozen=True)
class Columns:
    """Where the columns of a table of `count` subjects lie, at a width in pixels at 100 %."""

    width: float
    count: int = 2
    places: Places = BESIDE

    @property
    def label(self) -> float:
        """Width of the labels in front of the figures."""
        if self.places is ABOVE:
            return 0.0
        names = (cost_label("macs"), cost_label("parameters"))
        return max(lettering.text_width(name, weight=lettering.SEMIBOLD) for name in names)

    @property
    def column(self) -> float:
        """Width of one column, the gap before it included."""
        return (self.width - GUTTER - OUTSET - self.label) / self.count

    @property
    def pixels(self) -> int:
        """Type size of the figures: the largest at which nine digits have room."""
        room = self.column - _GAP
        for pixels in range(LARGEST, LEAST_FIGURE, -1):
            if lettering.text_width(WIDEST, pixels, lettering.SEMIBOLD) <= room:
                return pixels
        return LEAST_FIGURE

    def right(self, place: int) -> int:
        """Give the right edge of a column, on a whole pixel."""
        return round(self.width - OUTSET - (self.count - 1 - place) * self.column)


class Heads(Painted, QWidget):
    """The heads of the columns: what costs, and of which layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._kind: Runs = ()
        self._theme = "dark"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place(BESIDE)

    def place(self, places: Places) -> None:
        """Stand over rows that are laid out in such a way."""
        self.places = places
        self.setFixedHeight(places.heads)
        self.update()

    def show_heads(self, names: tuple[str, ...], kind: Runs, theme: str) -> None:
        """Show the names of the columns, and what the first one's layer is."""
        shown = (names, kind, theme)
        if shown != (self._names, self._kind, self._theme):
            self._names, self._kind, self._theme = shown
            self.setAccessibleName("; ".join((f"{names[0]}, {words.plain(kind)}", *names[1:])))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.places.heads)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        theme = self._theme
        columns = Columns(self.width(), max(len(self._names), 1), self.places)
        title = words.text("dock.costs")
        small, bold = lettering.SMALL, lettering.SEMIBOLD
        lettering.draw_text(painter, GUTTER, 16, title, theme, Role.MUTED, small, bold)
        for place, name in enumerate(self._names):
            right, room = columns.right(place), columns.column - _GAP
            shown = lettering.shortened(name, room, lettering.BASE, bold)
            left = right - lettering.text_width(shown, lettering.BASE, bold)
            lettering.draw_text(painter, left, 16, shown, theme, weight=bold)
        if self.places is not ONE_LINE:
            size = lettering.fitted(self._kind, columns.right(0) - GUTTER, small)
            left = max(columns.right(0) - lettering.spans_width(self._kind, size), GUTTER)
            lettering.draw_spans(painter, left, 34, self._kind, theme, size)
        painter.end()


class CostRow(Painted, QAbstractButton):
    """A quantity's figures side by side; pressing the row shows how they are counted."""

    def __init__(self, quantity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quantity = quantity
        self._line, self._theme = CostLine("", ()), "dark"
        self.setObjectName(f"cost-{quantity}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place(BESIDE)

    def place(self, places: Places) -> None:
        """Put the label beside the figures or above them."""
        self.places = places
        self.setFixedHeight(places.height)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.places.height)

    def line(self) -> CostLine:
        """Give what the row shows."""
        return self._line

    def show_line(self, line: CostLine, names: tuple[str, ...], theme: str) -> None:
        """Show figures under the heads `names`."""
        if (line, theme) != (self._line, self._theme):
            self._line, self._theme = line, theme
            self.update()
        self.setAccessibleName(spoken(line, names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    # ---- painting ----------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line = self._theme, self._line
        places = self.places
        columns = Columns(self.width(), max(len(line.figures), 1), places)
        self._paint_ground(painter)
        bold = lettering.SEMIBOLD
        lettering.draw_text(painter, GUTTER, places.label, line.label, theme, weight=bold)
        for place, figure in enumerate(line.figures):
            runs, pixels = fitting(figure, columns)
            left = columns.right(place) - lettering.spans_width(runs, pixels, bold)
            lettering.draw_spans(painter, left, places.figures, runs, theme, pixels, bold)
            if places.short is None:
                continue
            left = columns.right(place) - lettering.spans_width(figure.below, SHORT)
            lettering.draw_spans(painter, left, places.short, figure.below, theme, SHORT)
        if places.change is not None:
            self._paint_change(painter, columns, places.change)
        painter.end()

    def _paint_change(self, painter: QPainter, columns: Columns, baseline: int) -> None:
        """Draw the change: over the network's figure, or under the label where that is beside."""
        line, bold = self._line, lettering.SEMIBOLD
        if self.places is ABOVE:
            name = lettering.text_width(line.label, weight=bold)
            room = columns.right(columns.count - 1) - GUTTER - name - _GAP
            size = lettering.fitted(line.change, room, lettering.VALUE, bold)
            left = columns.right(columns.count - 1) - lettering.spans_width(line.change, size, bold)
        else:
            first = line.figures[0].below if line.figures else ()
            room = columns.right(0) - lettering.spans_width(first, SHORT) - GUTTER - 8
            size, left = lettering.fitted(line.change, room, SHORT, bold), GUTTER
        theme = self._theme
        lettering.draw_spans(painter, left, baseline, line.change, theme, size, bold)

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
        pen = QPen(ink(self._theme, Role.MUTED), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF(6.5, self.places.label - 4.5)
        corners = ((-1.5, -3.0), (1.5, 0.0), (-1.5, 3.0))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))


def fitting(figure: Figure, columns: Columns) -> tuple[Runs, int]:
    """Give a figure as its column has room for it, with its type size: smaller, then in brief."""
    room, pixels = columns.column - _GAP, columns.pixels
    while pixels > LEAST_FIGURE and _width(figure.full, pixels) > room:
        pixels -= 1
    if _width(figure.full, pixels) <= room or not figure.brief:
        return figure.full, pixels
    pixels = columns.pixels
    while pixels > lettering.SMALL and _width(figure.brief, pixels) > room:
        pixels -= 1
    return figure.brief, pixels


def _width(runs: Runs, pixels: int) -> float:
    return lettering.spans_width(runs, pixels, lettering.SEMIBOLD)


def spoken(line: CostLine, names: tuple[str, ...]) -> str:
    """Give a row as a screen reader says it: each figure with its subject, then the change."""
    pairs = zip(names, line.figures, strict=False)
    parts = [
        words.text("counts.cost.of", subject=name, value=words.plain(figure.full))
        for name, figure in pairs
    ]
    change = change_spoken(line.change)
    value = ", ".join((*parts, change) if change else parts)
    return words.text("counts.row.spoken", quantity=line.label, value=value)
