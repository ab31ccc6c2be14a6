"""The terms of a sum: the channels around the present one, and its k × k products."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from convviz import words
from convviz.model.record import CellRecord
from convviz.panels.caption.text_layout import Paragraph
from convviz.panels.cell.number_columns import Figures, sign_role, width_of
from convviz.panels.cell.product_grid import Grid, cell_hint, draw_grid, draw_padding, grid_of
from convviz.panels.cell.term_rows import NOTHING, Known, shown_channels
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import (
    BASE,
    REGULAR,
    SEMIBOLD,
    SMALL,
    draw_spans,
    draw_text,
    fitted,
    text_width,
)
from convviz.panels.painting.text_size import Painted
from convviz.scene.cell_figures import CellFigures
from convviz.scene.palette import Role
from convviz.scene.primitives import Span

_SIDE = 16
_ROW = 21
_FEWEST, _USUAL, _MOST = 3, 5, 15
_HEAD, _BELOW = 22, 6
_APART = 10  # between the grid and the lines
_NARROWEST = 232
_EMPTY_HEIGHT = 72
_TO_COME = 0.45  # opacity of terms that the story has not reached


class Sheet(Painted, QWidget):
    """Painted, so that a new channel costs one repaint and no layout."""

    asked = Signal(int)  # a channel whose term was clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._figures: CellFigures | None = None
        self._theme = "dark"
        self._empty = ""  # what is said where there are no terms
        self._linear = ""  # the end of keys that speak of inputs, not of channels
        self._group: words.Group | None = None
        self._known = NOTHING
        self._rows_top = 0.0
        self._across, self._room = _NARROWEST, 0

    # ---- what it shows -----------------------------------------------------------------------
    def show_cell(
        self,
        figures: CellFigures | None,
        known: Known,
        theme: str,
        empty: str = "",
        linear: str = "",
        group: words.Group | None = None,
    ) -> None:
        """Show a cell's arithmetic, or a sentence where there is none."""
        self._figures, self._known, self._theme, self._empty = figures, known, theme, empty
        self._linear, self._group = linear, group
        self.setAccessibleName(words.text("playback.sum.name"))
        self._fit()
        self.update()

    def follow(self, figures: CellFigures | None, known: Known) -> None:
        """Follow the story: repaint the lines that say something else than before."""
        if figures is self._figures and known == self._known:
            return
        before, lines, other = self._known, self.channels(), figures is not self._figures
        self._figures, self._known = figures, known
        record = _record_of(self._figures)
        if other or record is None or _has_grid(record):
            self._fit()
            self.update()
            return
        for line, pair in enumerate(zip(lines, self.channels(), strict=True)):
            if _look(pair[0], before) != _look(pair[1], known):
                self.update_part(self._line(line))

    def _line(self, index: int) -> QRect:
        return QRect(0, round(self._rows_top) + index * _ROW, self.width(), _ROW)

    def known(self) -> Known:
        """Give what is shown as known."""
        return self._known

    def channels(self) -> tuple[int | None, ...]:
        """Give the channel on each line; None is a line with "…"."""
        record = _record_of(self._figures)
        if record is None:
            return ()
        return shown_channels(len(record.channel_sums), self._known.current, self._rows(record))

    # ---- size --------------------------------------------------------------------------------
    def set_room(self, across: int, height: int) -> None:
        """Say how much is in view, beside a scroll bar: how many channels are shown follows.

        The height wanted must not depend on whether the bar is there, which depends on it: Qt
        would show and hide the bar without end.
        """
        across = max(across, _NARROWEST)
        if (across, height) != (self._across, self._room):
            self._across, self._room = across, height
            self._fit()
            self.update()

    def _rows(self, record: CellRecord) -> int:
        """Give how many lines of channels fill what is in view; the grid goes before them."""
        fits = int((self._room - self._grid_height(record) - _HEAD - _BELOW) // _ROW)
        if _has_grid(record) and fits < min(_FEWEST, len(record.channel_sums)):
            return 0
        return min(max(fits, _FEWEST), _MOST, len(record.channel_sums))

    def _grid(self, record: CellRecord) -> Grid:
        kernel = (record.weights.shape[1], record.weights.shape[2])
        return grid_of(kernel, self._across - 2 * _SIDE, self._room - _HEAD - _BELOW)

    def _grid_height(self, record: CellRecord) -> float:
        """Give the height of the grid with its head, and the air under it."""
        return _HEAD + self._grid(record).height + _APART if _has_grid(record) else 0.0

    def _page_height(self) -> int:
        record = _record_of(self._figures)
        if record is None:
            return _EMPTY_HEIGHT
        rows = self._rows(record)
        if not rows:
            return round(self._grid_height(record) - _APART + _BELOW)
        return round(self._grid_height(record) + _HEAD + rows * _ROW + _BELOW)

    def wanted_height(self) -> int:
        """Give the height from which on nothing important is out of sight."""
        record = _record_of(self._figures)
        if record is None:
            return _EMPTY_HEIGHT
        if not _has_grid(record):
            return _HEAD + min(_USUAL, len(record.channel_sums)) * _ROW + _BELOW
        kernel = (record.weights.shape[1], record.weights.shape[2])
        return round(_HEAD + grid_of(kernel, self._across - 2 * _SIDE).height + _BELOW)

    def _fit(self) -> None:
        if self.height() != self._page_height():
            self.setFixedHeight(self._page_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(300, self._page_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._page_height())

    # ---- mouse -------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = int((self.unscaled(event.position()).y() - self._rows_top) // _ROW)
        channels = self.channels()
        if 0 <= line < len(channels) and channels[line] is not None:
            self.asked.emit(channels[line])

    def hint_at(self, point: QPointF) -> str:
        """Give what the tool tip says at a point; "" beside the grid."""
        figures = self._figures
        if figures is None or figures.single:
            return ""
        grid = self._grid(figures.record)
        cell = grid.cell_at(QPointF(_SIDE, _HEAD), point)
        if cell is None:
            return ""
        there = self._known.has_product(cell[0] * grid.columns + cell[1])
        return cell_hint(figures, max(self._known.current, 0), *cell, there)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.hint_at(self.unscaled(event.pos())), self)
            return True
        return super().event(event)

    # ---- paint -------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        region = self.unscaled_region(event.region())
        numbers = self._figures
        if numbers is None:
            self._paint_empty(painter)
            return
        record = numbers.record
        figures = Figures(painter, self._theme)
        top = self._grid_height(record)
        if region.boundingRect().top() < top:
            self._paint_grid_head(painter, numbers)
            grid, written = self._grid(record), not self._known.rushing
            place, channel = QPointF(_SIDE, _HEAD), max(self._known.current, 0)
            draw_grid(
                painter, place, grid, numbers, channel, self._theme, written, self._known.products
            )
        if self.channels() and region.boundingRect().top() < top + _HEAD:
            self._paint_head(figures, record, top)
        top = self._rows_top = top + _HEAD
        for line, shown in enumerate(self.channels()):
            if region.intersects(self._line(line)):
                self._paint_row(painter, figures, numbers, shown, top)
            top += _ROW
        if self.hasFocus():
            painter.setPen(QPen(ink(self._theme, Role.ACCENT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 1, -5, -1), 7, 7)

    def _paint_empty(self, painter: QPainter) -> None:
        runs = (Span(self._empty, Role.MUTED),)
        Paragraph(runs, self._theme, self.width() - 2 * _SIDE, BASE, 3).draw(painter, _SIDE, 6)

    def _paint_grid_head(self, painter: QPainter, numbers: CellFigures) -> None:
        """Say whose products these are, what they come to, and which lie on padding."""
        record, known = numbers.record, self._known
        channel = max(known.current, 0)
        kernel = int(record.weights[0].size)
        runs = words.spans(
            "playback.sum.grid", channel=_named(self._group, record, channel), n=kernel
        )
        result, sign = "…", words.text("playback.sum.grid.sum") + " "
        if known.comes_to(channel):
            result = words.rounded(numbers.result(channel))
        figures = Figures(painter, self._theme)
        right = float(self.width() - _SIDE)
        role = sign_role(float(record.channel_sums[channel])) if result != "…" else Role.MUTED
        figures.put(result, right, 14, role, BASE, SEMIBOLD)
        right -= width_of(result, BASE, SEMIBOLD)
        room = right - width_of(sign, SMALL, REGULAR) - 2 * _SIDE
        pixels = fitted(runs, room, SMALL)
        left = draw_spans(painter, _SIDE, 14, runs, self._theme, pixels)
        if left - _SIDE > room:
            return  # large letters in a narrow panel: the figure speaks for itself
        figures.put(sign, right, 14, Role.MUTED, SMALL)
        right -= width_of(sign, SMALL, REGULAR)
        note = words.text("playback.sum.padding")
        if not record.inside.all() and left + 30 + text_width(note, SMALL) < right:
            draw_padding(painter, QRectF(left + 10, 4, 12, 12), self._theme)
            draw_text(painter, left + 26, 14, note, self._theme, Role.MUTED, SMALL)

    def _columns(self) -> tuple[float, float, float]:
        """Give where input, weight and product end."""
        right = self.width() - _SIDE
        room = right - _SIDE - 30
        return right - room * 0.64, right - room * 0.32, right

    def _paint_head(self, figures: Figures, record: CellRecord, top: float) -> None:
        baseline = top + 14
        figures.begin(
            words.text(f"playback.sum.channel{self._linear}"), _SIDE, baseline, Role.MUTED, SMALL
        )
        x, w, product = self._columns()
        names = [
            (x, words.text(f"playback.sum.input{self._linear}")),
            (w, words.text("playback.sum.weight")),
            (product, words.text("playback.sum.product")),
        ]
        if _has_grid(record):
            kernel = int(record.weights[0].size)
            names = [(product, words.text("playback.sum.result", n=kernel))]
        for right, name in names:
            figures.put(name, right, baseline, Role.MUTED, SMALL)

    def _paint_row(
        self,
        painter: QPainter,
        figures: Figures,
        numbers: CellFigures,
        channel: int | None,
        top: float,
    ) -> None:
        baseline = top + 15
        look = _look(channel, self._known)
        if channel is None:
            figures.begin("…", _SIDE, baseline, Role.MUTED)
            return
        if look.active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(self._theme, Role.RAISED))
            painter.drawRoundedRect(QRectF(8, top, self.width() - 16, _ROW), 5, 5)
            painter.setBrush(ink(self._theme, Role.ACTIVE))
            painter.drawRoundedRect(QRectF(8, top + 3, 3, _ROW - 6), 1.5, 1.5)
        painter.setOpacity(1.0 if look.told else _TO_COME)
        weight = SEMIBOLD if look.active else REGULAR
        short = _named(self._group, numbers.record, channel)
        number = words.number(short) if isinstance(short, int) else str(short)
        figures.begin(number, _SIDE, baseline, Role.CIN, BASE, weight)
        x, w, product = self._columns()
        if numbers.single:
            taken = words.rounded(numbers.input(channel))
            figures.put(taken, x, baseline, Role.TEXT, BASE, weight)
            figures.rounded(numbers.weight(channel), w, baseline, BASE, weight)
        if look.result:
            figures.rounded(numbers.result(channel), product, baseline, BASE, weight)
        else:
            figures.put("…", product, baseline, Role.MUTED, BASE, weight)
        painter.setOpacity(1.0)


def _named(group: words.Group | None, record: CellRecord, channel: int) -> object:
    """Give a channel's number in the input, behind that in the filter's group if it is one."""
    if group is None:
        return record.channels.start + channel + 1
    return group.short(channel + 1)


def _record_of(figures: CellFigures | None) -> CellRecord | None:
    return None if figures is None else figures.record


def _has_grid(record: CellRecord) -> bool:
    return record.weights.shape[1:] != (1, 1)


class Look(NamedTuple):
    """How a line of terms looks."""

    channel: int | None
    active: bool
    told: bool
    result: bool


def _look(channel: int | None, known: Known) -> Look:
    if channel is None:
        return Look(None, False, True, True)
    last = max(known.current, known.last)
    told = not known.running or channel <= (last if known.made else known.current)
    active = known.running and known.current <= channel <= last
    return Look(channel, active, told, known.comes_to(channel))
