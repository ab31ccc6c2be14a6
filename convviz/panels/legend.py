"""The legend: what the colours of cells and of letters mean, and what the picture enlarges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from convviz import words
from convviz.panels.icons import ink
from convviz.panels.legend_items import DIMENSIONS, Range, dimension_runs, ranges
from convviz.panels.lettering import (
    REGULAR,
    SEMIBOLD,
    SMALL,
    draw_spans,
    draw_text,
    shortened,
    spans_width,
    text_width,
)
from convviz.panels.text_size import Painted
from convviz.scene.palette import Role, colour_map
from convviz.scene.primitives import Span
from convviz.state.resolved import Resolved

_SIDE, _ROW, _PADDING = 16, 24, 3
_BAR_HEIGHT, _ARROW = 9, 6
_INSIDE = 6
_INDEX = 10  # type size of the index of a dimension's letter
_STOPS = 9

Runs = tuple[Span, ...]


class Air(NamedTuple):
    """Logical pixels between items, and of a bar of colour."""

    space: int
    bar: int


_AIRY, _TIGHT = Air(22, 72), Air(14, 40)


class LegendBar(Painted, QWidget):
    """One or two rows, as its width allows."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = "dark"
        self._resolved: Resolved | None = None
        self._ranges: tuple[Range, ...] = ()
        self._notes: Runs = ()
        self._air = _AIRY
        self._places: list[tuple[QRectF, Range | Runs]] = []
        self._fit()

    # ---- what it shows -----------------------------------------------------------------------
    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show what the colours on the stage of `new` mean."""
        first = self._resolved is None
        self._resolved = new
        themed = first or old is None or old.settings.theme != new.settings.theme
        if not themed and old is not None and old.stage is new.stage:
            return
        self._theme = new.settings.theme
        shown = ranges(new.stage) if new.stage is not None else ()
        if themed or shown != self._ranges:
            self._ranges = shown
            self._renew()

    def set_notes(self, notes: str | Runs) -> None:
        """Say in one line what the picture does to scales: depth, enlarged filters."""
        runs = (Span(notes, Role.MUTED),) if isinstance(notes, str) else notes
        if runs != self._notes:
            self._notes = runs
            self._renew()

    def retranslate(self) -> None:
        """Say everything in the present language; `apply` follows."""
        if self._resolved is not None and self._resolved.stage is not None:
            self._ranges = ranges(self._resolved.stage)
        self._renew()

    def described(self) -> str:
        """Give all of it as one text."""
        parts = [f"{r.name} {r.low} … {r.high}" for r in self._ranges]
        parts += [words.plain(runs) for runs in dimension_runs(True)]
        return ", ".join([*parts, words.plain(self._notes)]).strip(", ")

    # ---- layout ------------------------------------------------------------------------------
    def _renew(self) -> None:
        self.setAccessibleName(words.text("playback.legend"))
        self.setAccessibleDescription(self.described())
        self._fit()
        self.update()

    def _fit(self) -> None:
        self._places, rows = self._placed()
        height = rows * _ROW + 2 * _PADDING
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _placed(self) -> tuple[list[tuple[QRectF, Range | Runs]], int]:
        """Place every item in one row, leaving out what has no room, or else in two rows."""
        notes: list[Runs] = [self._notes] if self._notes else []
        beyond: list[Runs] = []
        if any(r.clipped for r in self._ranges):
            beyond = [(Span(words.text("playback.legend.beyond"), Role.MUTED),)]
        named, letters = dimension_runs(True), dimension_runs(False)
        for airy, items in (
            (True, [*self._ranges, *beyond, *named, *notes]),
            (True, [*self._ranges, *named, *notes]),
            (True, [*self._ranges, *letters, *notes]),
            (False, [*self._ranges, *letters, *notes]),
            (False, [*self._ranges, *letters]),  # the stage's labels say what the notes do
        ):
            self._air = _AIRY if airy else _TIGHT
            if self._total(items) <= self.width() - 2 * _SIDE:
                return self._row(items, 0), 1
        return [*self._row([*self._ranges], 0), *self._row([*letters, *notes], 1)], 2

    def _total(self, items: Sequence[Range | Runs]) -> float:
        return sum(map(self._width, items)) + self._air.space * (len(items) - 1)

    def _row(
        self, items: Sequence[Range | Runs], row: int
    ) -> list[tuple[QRectF, Range | Runs]]:
        """Place items from the left; notes end at the right."""
        places: list[tuple[QRectF, Range | Runs]] = []
        left, top = float(_SIDE), float(_PADDING + row * _ROW)
        for item in items:
            width = self._width(item)
            if item is self._notes:
                room = self.width() - _SIDE - left
                width = min(width, room)
                left += room - width
            places.append((QRectF(left, top, width, _ROW), item))
            left += width + self._air.space
        return places

    def _width(self, item: Range | Runs) -> float:
        if not isinstance(item, Range):
            return spans_width(item, SMALL, SEMIBOLD if len(item) > 1 else REGULAR)
        arrows = (_ARROW + 2) * (1 + item.both_ways) if item.clipped else 0
        width = text_width(item.name, SMALL) + _INSIDE + self._air.bar + arrows
        if len(item.maps) > 1:
            return width + _INSIDE + text_width(words.text("playback.legend.picture"), SMALL)
        return width + 2 * _INSIDE + text_width(item.low + item.high, SMALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(680, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.height())

    # ---- paint -------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.fillRect(self.rect(), ink(self._theme, Role.PANEL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, item in self._places:
            baseline = place.top() + 16
            if isinstance(item, Range):
                self._paint_range(painter, item, place.left(), baseline)
            elif item is self._notes:
                self._paint_notes(painter, place, baseline)
            elif item[0].role is Role.MUTED:
                draw_spans(painter, place.left(), baseline, item, self._theme, SMALL)
            else:
                self._paint_dimension(painter, item, place.left(), baseline)

    def _paint_notes(self, painter: QPainter, place: QRectF, baseline: float) -> None:
        if spans_width(self._notes, SMALL) <= place.width() + 1:
            draw_spans(painter, place.left(), baseline, self._notes, self._theme, SMALL)
            return
        text = shortened(words.plain(self._notes), place.width(), SMALL)
        draw_text(painter, place.left(), baseline, text, self._theme, Role.MUTED, SMALL)

    def _paint_dimension(
        self, painter: QPainter, item: Runs, left: float, baseline: float
    ) -> None:
        """Draw a letter, its index lowered as in the formulas, and its name."""
        theme, letter = self._theme, item[0].text
        role = item[0].role
        left = draw_text(painter, left, baseline, letter[:1], theme, role, SMALL, SEMIBOLD)
        left = draw_text(
            painter, left, baseline + 2.5, letter[1:], theme, role, _INDEX, SEMIBOLD
        )
        draw_spans(painter, left, baseline, item[1:], theme, SMALL)

    def _paint_range(self, painter: QPainter, item: Range, left: float, baseline: float) -> None:
        theme = self._theme
        left = draw_text(painter, left, baseline, item.name, theme, Role.TEXT, SMALL) + _INSIDE
        several = len(item.maps) > 1
        if not several:
            left = draw_text(painter, left, baseline, item.low, theme, Role.MUTED, SMALL)
            left += _INSIDE
        top = baseline - _BAR_HEIGHT - 0.5
        if item.clipped and item.both_ways:
            left += _ARROW + 2
            self._paint_arrow(painter, item, left - 2, top, -1)
        height = _BAR_HEIGHT / len(item.maps)
        for index, name in enumerate(item.maps):
            box = QRectF(left, top + index * height, self._air.bar, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._gradient(name, left))
            painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink(self._theme, Role.LINE))
        whole = QRectF(left, top, self._air.bar, _BAR_HEIGHT)
        painter.drawRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5))
        left += self._air.bar
        if item.clipped:
            self._paint_arrow(painter, item, left + 2, top, 1)
            left += _ARROW + 2
        end = words.text("playback.legend.picture") if several else item.high
        draw_text(painter, left + _INSIDE, baseline, end, theme, Role.MUTED, SMALL)

    def _gradient(self, name: str, left: float) -> QLinearGradient:
        table = colour_map(self._theme, name)
        gradient = QLinearGradient(left, 0, left + self._air.bar, 0)
        for stop in range(_STOPS):
            share = stop / (_STOPS - 1)
            rgb = table[round(share * (len(table) - 1))]
            gradient.setColorAt(share, QColor.fromRgbF(*(float(c) for c in rgb)))
        return gradient

    def _paint_arrow(
        self, painter: QPainter, item: Range, x: float, top: float, way: int
    ) -> None:
        """Mark that values lie beyond an end, in the colour that they all get."""
        rgb = colour_map(self._theme, item.maps[0])[-1 if way > 0 else 0]
        painter.setPen(ink(self._theme, Role.LINE))
        painter.setBrush(QColor.fromRgbF(*(float(c) for c in rgb)))
        points = [
            QPointF(x, top),
            QPointF(x + way * _ARROW, top + _BAR_HEIGHT / 2),
            QPointF(x, top + _BAR_HEIGHT),
        ]
        painter.drawPolygon(QPolygonF(points))

    # ---- tool tips ---------------------------------------------------------------------------
    def hint_at(self, place: QPointF) -> str:
        """Give what the tool tip says at a place."""
        for box, item in self._places:
            if not box.contains(place):
                continue
            if isinstance(item, Range):
                if item.clipped:
                    return words.text("playback.legend.clip")
                return f"{item.name}: {item.low} … {item.high}"
            for letter, _, key in DIMENSIONS:
                if item[0].text == letter:
                    return words.text(f"playback.legend.{key}")
            return words.plain(item)
        return ""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hint_at(self.unscaled(event.pos())), self)
            return True
        return super().event(event)
