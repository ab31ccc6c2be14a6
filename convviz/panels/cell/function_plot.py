"""A function of one value, drawn as a curve with the present cell as a point on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.model.record import OutputRecord, Step
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import BASE, SMALL, draw_spans, draw_text, spans_width
from convviz.panels.painting.text_size import Painted
from convviz.panels.painting.value_runs import plain, signed
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.families import EXPLANATIONS

_STEPS = 96
_SIDE, _TOP, _BOTTOM = 16, 30, 14


def curve_of(record: OutputRecord) -> Callable[[float], float] | None:
    """Give what is done to one value by itself; None where other cells matter."""
    if not record.steps:
        return lambda x: x  # dropout in use, flatten
    return lambda x: _through(record.steps, x)


def _through(steps: tuple[Step, ...], value: float) -> float:
    for step in steps:
        curve = EXPLANATIONS[step.kind].curve
        if curve is not None:
            value = curve(step.numbers, value)
    return value


class FunctionPlot(Painted, QWidget):
    """The curve through the range of values that the stage shows, and the cell's point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 60)
        self._record: OutputRecord | None = None
        self._reach = 1.0
        self._decimals = 3
        self._signs = (True, True)
        self._theme = "dark"
        self._pixels = BASE

    def set_type(self, pixels: int) -> None:
        """Set all type in one size, for the last row of a hall; 0 for the usual sizes."""
        self._pixels = pixels or BASE
        self.update()

    def show_cell(
        self,
        record: OutputRecord,
        reach: float,
        theme: str,
        decimals: int = 3,
        signs: tuple[bool, bool] = (True, True),
    ) -> None:
        """Show a cell on the curve; values from −reach to reach are in view.

        `signs`: whether the scales of x and y have signs.
        """
        self._decimals, self._signs = decimals, signs
        if (record, reach, theme) == (self._record, self._reach, self._theme):
            return
        self._record, self._reach, self._theme = record, reach, theme
        self.setAccessibleName(words.plain(self._said()))
        self.update()

    def point(self) -> tuple[float, float]:
        """Give the cell's value before and after."""
        assert self._record is not None
        return before_of(self._record), self._record.after

    def _said(self) -> tuple[Span, ...]:
        x, y = self.point()
        x_runs, y_runs = (
            (signed if signs else plain)(value, self._decimals)
            for value, signs in zip((x, y), self._signs, strict=True)
        )
        return words.spans("playback.plot.function", x=x_runs, y=y_runs)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.fillRect(self.rect(), ink(self._theme, Role.PANEL))
        curve = None if self._record is None else curve_of(self._record)
        if self._record is None or curve is None:
            return
        pixels, said = self._pixels, self._said()
        draw_spans(painter, 14, 6 + pixels, said, self._theme, pixels)
        right = self.width() - 14
        formula, room = self._formula(), right - 28 - spans_width(said, pixels)
        if formula and spans_width(formula, pixels) <= room:
            left = right - spans_width(formula, pixels)
            draw_spans(painter, left, 6 + pixels, formula, self._theme, pixels)
        top, bottom = _TOP + 1.5 * (pixels - BASE), _BOTTOM
        area = QRectF(self.rect()).adjusted(_SIDE, top, -_SIDE, -bottom)
        reach = max(self._reach, *(abs(v) for v in self.point())) * 1.08
        values = [curve(reach * (2 * i / _STEPS - 1)) for i in range(_STEPS + 1)]
        high = max(max(values), self.point()[1], 0.0)
        low = min(min(values), self.point()[1], 0.0)
        span = (high - low) or 1.0

        def at(x: float, y: float) -> QPointF:
            across = area.left() + (x / reach + 1.0) / 2.0 * area.width()
            return QPointF(across, area.bottom() - (y - low) / span * area.height())

        painter.setPen(QPen(ink(self._theme, Role.LINE), 1))
        painter.drawLine(at(-reach, 0.0), at(reach, 0.0))
        painter.drawLine(at(0.0, low), at(0.0, high))
        pen = QPen(ink(self._theme, Role.TEXT), 2.0 * pixels / BASE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        places = [reach * (2 * i / _STEPS - 1) for i in range(_STEPS + 1)]
        painter.drawPolyline(QPolygonF([at(x, y) for x, y in zip(places, values, strict=True)]))
        self._mark(painter, at)
        small = max(SMALL, pixels)
        x, y = area.right() - small * 0.6, at(reach, 0.0).y() - 5
        draw_text(painter, x, y, "x", self._theme, Role.MUTED, small)
        width = spans_width((Span("y"),), small)
        x, y = at(0.0, high).x() - width - 6, area.top() + small * 0.7
        draw_text(painter, x, y, "y", self._theme, Role.MUTED, small)

    def _formula(self) -> tuple[Span, ...]:
        """The function as a formula, where the layer is one that has a name for it."""
        steps = () if self._record is None else self._record.steps
        key = f"playback.plot.function.{steps[0].kind}" if len(steps) == 1 else ""
        return words.spans(key) if key and words.has(key) else ()

    def _mark(self, painter: QPainter, at: Callable[[float, float], QPointF]) -> None:
        """The point, and how it is read off."""
        x, y = self.point()
        fine = QColor(ink(self._theme, Role.ACTIVE))
        painter.setPen(QPen(fine, 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(at(x, 0.0), at(x, y))
        painter.drawLine(at(0.0, y), at(x, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fine)
        size = 5.0 * self._pixels / BASE
        painter.drawEllipse(at(x, y), size, size)


def before_of(record: OutputRecord) -> float:
    """Give the value that the function is of."""
    return record.steps[0].before if record.steps else record.before
