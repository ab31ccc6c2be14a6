"""What the plot is made of: one item whose painting is bounded to where the cursor moved."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from convviz.panels.cell.plot_series import Series
from convviz.panels.painting.icons import ink
from convviz.scene.palette import Role

RIGHT = 16  # margin beside the plot, at least

_WIDE = 5.0  # logical pixels of a slot from which on bars stand apart
_WIDEST = 36.0  # logical pixels of a bar
_FAINT = 0.7  # how far what is to come fades into the panel
_LINE, _HAIR = 1.5, 1.0  # logical pixels of the sum's line, and of the one at zero
_DOT = 4.0  # radius of the sum's dot, logical pixels
_AIR = 8.0  # logical pixels around the cursor that its dot may touch


class Sweep(pg.GraphicsObject):
    """Bars per channel, strong up to the cursor and faint beyond; the running sum up to it.

    One item, not a bar item and a curve twice over: moving the cursor repaints the strip that it
    passed, and nothing is rebuilt.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._series: Series | None = None
        self._bars: list[QRectF] = []
        self._points: list[QPointF] = []
        self._bounds = QRectF()
        self._theme, self._signs = "", True
        self._cursor = 0.0
        self._dot = 0.0
        self._cursor_shown = False
        self._scale = 1.0  # logical pixels of a slot
        self._weight = 1.0
        self._pens: dict[str, QPen] = {}
        self._brushes: dict[tuple[bool, bool], QBrush] = {}

    def show_series(
        self, series: Series | None, low: float, high: float, theme: str, signs: bool = True
    ) -> None:
        """Show other numbers; `low` and `high` bound the plot; `signs`: bars in their colours."""
        self.prepareGeometryChange()
        self._series = series
        self._bars, self._points = [], []
        if series is not None:
            self._bounds = QRectF(0.0, low, series.slots, high - low)
            self._points = [QPointF(i, y) for i, y in enumerate(series.sums)]
        self._dress(theme, signs)
        self.update()

    def _dress(self, theme: str, signs: bool) -> None:
        if (theme, signs) == (self._theme, self._signs):
            return
        self._theme, self._signs = theme, signs
        for rising in (False, True):
            role = Role.POSITIVE if rising else Role.NEGATIVE
            role = role if signs else Role.EDGE
            self._brushes[rising, True] = QBrush(ink(theme, role))
            self._brushes[rising, False] = QBrush(ink(theme, role, Role.PANEL, _FAINT))
        inks = {
            "sum": ink(theme, Role.TEXT),
            "zero": ink(theme, Role.LINE, Role.MUTED, 0.4),
            "cursor": ink(theme, Role.ACCENT),
            "dot": ink(theme, Role.PANEL),
        }
        self._pens = {name: QPen(colour) for name, colour in inks.items()}
        self._set_widths()

    def set_weight(self, weight: float) -> None:
        """Draw lines and dot heavier by a factor: for the last row of a hall."""
        self._weight = weight
        self._set_widths()
        self.update()

    def _set_widths(self) -> None:
        for name, pen in self._pens.items():
            width = _HAIR if name == "zero" else _LINE
            pen.setWidthF(width * self._weight)

    def move_cursor(self, place: float, shown: bool, dot: float | None = None) -> None:
        """Put the border between strong and faint at a slot; the fraction is part of a slot.

        The line and the dot that mark it may be hidden. The dot is at the sum that is told: there,
        or up to some slots before.
        """
        past, before = self._cursor, min(self._cursor, self._dot)
        self._cursor, self._dot = place, place if dot is None else dot
        if self._series is None:
            return
        if shown != self._cursor_shown:
            self._cursor_shown = shown
            self.update()
            return
        air = _AIR * self._weight / self._scale
        left = int(min(before, self._dot) - air) - 1
        right = int(max(past, place) + air) + 2
        self.update(QRectF(left, self._bounds.top(), right - left, self._bounds.height()))

    def boundingRect(self) -> QRectF:
        # The dot may hang over the edge of the plot.
        air = _AIR * self._weight / self._scale
        return self._bounds.adjusted(-air, 0.0, air, 0.0)

    def viewTransformChanged(self) -> None:
        self._bars = []

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        series = self._series
        if series is None:
            return
        self._measure(painter.transform())
        exposed = option.exposedRect
        first = max(int(exposed.left()), 0)
        last = min(int(exposed.right()) + 1, series.slots)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_bars(painter, series, first, last)
        # Lines in pixels: the plot's scales differ along its two axes, and not every device knows
        # a pen that is as wide whatever the scale.
        lay = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setPen(self._pens["zero"])
        painter.drawLine(lay.map(QPointF(first, 0.0)), lay.map(QPointF(last, 0.0)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._paint_sum(painter, lay, series, max(first - 1, 0), last + 1)
        painter.restore()

    def _paint_bars(self, painter: QPainter, series: Series, first: int, last: int) -> None:
        bars = self._bars
        painter.setPen(Qt.PenStyle.NoPen)
        strong_until = min(max(int(self._cursor), first), last)
        for begin, end, strong in ((first, strong_until, True), (strong_until, last, False)):
            for rising in (False, True):
                some = [bars[i] for i in range(begin, end) if series.rising[i] is rising]
                if some:
                    painter.setBrush(self._brushes[rising, strong])
                    painter.drawRects(some)
        share = self._cursor - strong_until
        if 0.0 < share < 1.0 and strong_until < last:  # the running one grows from zero
            bar = QRectF(bars[strong_until])
            rising = series.rising[strong_until]
            bar.setHeight(bar.height() * share)
            if not rising:
                bar.moveBottom(0.0)
            painter.setBrush(self._brushes[rising, True])
            painter.drawRect(bar)

    def _paint_sum(
        self, painter: QPainter, lay: QTransform, series: Series, first: int, last: int
    ) -> None:
        whole = int(self._cursor)
        turn = QPointF(self._cursor, series.sum_at(self._cursor))
        done = self._points[first : min(whole, last) + 1]
        if whole <= last:
            done = [*done, turn]
        if len(done) > 1:
            painter.setPen(self._pens["sum"])
            painter.drawPolyline(lay.map(QPolygonF(done)))
        if self._cursor_shown:
            self._paint_cursor(painter, lay, turn)

    def _paint_cursor(self, painter: QPainter, lay: QTransform, turn: QPointF) -> None:
        painter.setPen(self._pens["cursor"])
        edge = self._bounds
        ends = (QPointF(turn.x(), edge.top()), QPointF(turn.x(), edge.bottom()))
        painter.drawLine(*(lay.map(end) for end in ends))
        painter.setPen(self._pens["dot"])
        painter.setBrush(self._pens["cursor"].color())
        if self._dot < self._cursor and self._series is not None:
            turn = QPointF(self._dot, self._series.sum_at(self._dot))
        painter.drawEllipse(lay.map(turn), _DOT * self._weight, _DOT * self._weight)

    def _measure(self, transform: QTransform) -> None:
        """Make the bars, standing apart where a slot is wide enough on the screen."""
        if self._bars or self._series is None:
            return
        self._scale = max(abs(transform.m11()), 1e-6)
        width = min(0.72, _WIDEST / self._scale) if self._scale >= _WIDE else 1.0
        inset = (1.0 - width) / 2
        self._bars = [
            QRectF(slot + inset, min(y, 0.0), width, abs(y))
            for slot, y in enumerate(self._series.parts)
        ]


def prepare_plot(widget: pg.PlotWidget, sweep: Sweep) -> None:
    """Take away from a plot what moves or opens with the mouse, and add its bars."""
    plot = widget.getPlotItem()
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setContentsMargins(4, 0, RIGHT, 4)
    view = plot.getViewBox()
    view.setMouseEnabled(False, False)
    view.setDefaultPadding(0.0)
    view.disableAutoRange()
    plot.addItem(sweep, ignoreBounds=True)
    for name in ("left", "bottom"):
        axis = plot.getAxis(name)
        axis.setStyle(
            tickLength=-3, tickTextOffset=4, autoExpandTextSpace=False, hideOverlappingLabels=60
        )
    widget.setMinimumSize(120, 60)
    widget.setFrameShape(widget.Shape.NoFrame)
    widget.viewport().setMouseTracking(True)
