"""The terms of a sum: the channels around the present one, and its k × k products."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.model.record import CellRecord
from convviz.panels.arithmetic_figures import Figures
from convviz.panels.arithmetic_grid import draw_grid, grid_height
from convviz.panels.arithmetic_rows import NOTHING, Known, awaits_values, known_at, shown_channels
from convviz.panels.caption_layout import Paragraph
from convviz.panels.icons import ink
from convviz.panels.lettering import (
    BASE,
    REGULAR,
    SEMIBOLD,
    SMALL,
    draw_spans,
    draw_text,
    text_width,
)
from convviz.panels.text_size import Painted
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.intents import Seek
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback

_SIDE = 16
_ROW = 21
_FEWEST, _MOST = 3, 15
_HEAD, _BELOW = 22, 6
_EMPTY_HEIGHT = 72
_TO_COME = 0.45  # opacity of terms that the story has not reached


class Sheet(Painted, QWidget):
    """Painted, so that a new channel costs one repaint and no layout."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stage: Stage | None = None
        self._theme = "dark"
        self._empty = ""  # what is said where there are no terms
        self._known = NOTHING
        self._rows_top = 0.0
        self._room = 0

    # ---- what it shows -----------------------------------------------------------------------
    def show_cell(self, resolved: Resolved, playback: Playback) -> None:
        """Show the active cell's arithmetic."""
        self._theme = resolved.settings.theme
        self._empty = words.text("playback.say.nothing")
        if resolved.stage is not None:
            self._empty = "" if resolved.stale else words.text("playback.sum.unvalued")
        if not awaits_values(resolved):
            self._stage = resolved.stage
        self._known = known_at(self._stage, playback) if self._stage is not None else NOTHING
        self.setAccessibleName(words.text("playback.sum.name"))
        self._fit()
        self.update()

    def tick(self, playback: Playback) -> None:
        """Follow the story: repaint the lines that say something else than before."""
        known = known_at(self._stage, playback) if self._stage is not None else NOTHING
        if known == self._known:
            return
        before, lines = self._known, self.channels()
        self._known = known
        record = self._record()
        if record is None or self._has_grid(record):
            self.update()
            return
        for line, pair in enumerate(zip(lines, self.channels(), strict=True)):
            if _look(pair[0], before) != _look(pair[1], known):
                self.update(self._line(line))

    def _line(self, index: int) -> QRect:
        return QRect(0, round(self._rows_top) + index * _ROW, self.width(), _ROW)

    def known(self) -> Known:
        """Give what is shown as known."""
        return self._known

    def stage(self) -> Stage | None:
        """Give the stage that is shown: an edit's old one until its values are there."""
        return self._stage

    def channels(self) -> tuple[int | None, ...]:
        """Give the channel on each line; None is a line with "…"."""
        record = self._record()
        if record is None:
            return ()
        return shown_channels(len(record.channel_sums), self._known.current, self._rows(record))

    def _record(self) -> CellRecord | None:
        return self._stage.record if self._stage is not None else None

    @staticmethod
    def _has_grid(record: CellRecord) -> bool:
        return record.weights.shape[1:] != (1, 1)

    # ---- size --------------------------------------------------------------------------------
    def set_room(self, height: int) -> None:
        """Say how much height is in view: it decides how many channels are shown."""
        if height != self._room:
            self._room = height
            self._fit()
            self.update()

    def _rows(self, record: CellRecord) -> int:
        """Give how many lines of channels fill what is in view."""
        fits = int((self._room - self._above(record) - _BELOW) // _ROW)
        return min(max(fits, _FEWEST), _MOST, len(record.channel_sums))

    def _above(self, record: CellRecord) -> float:
        """Give the height of what stands over the lines."""
        if not self._has_grid(record):
            return _HEAD
        kernel = (record.weights.shape[1], record.weights.shape[2])
        return 2 * _HEAD + grid_height(kernel, self.width() - 2 * _SIDE) + 10

    def _page_height(self) -> int:
        record = self._record()
        if record is None:
            return _EMPTY_HEIGHT
        return round(self._above(record) + self._rows(record) * _ROW + _BELOW)

    def _fit(self) -> None:
        if self.height() != self._page_height():
            self.setFixedHeight(self._page_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(300, self._page_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(232, self._page_height())

    # ---- mouse -------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = int((self.unscaled(event.position()).y() - self._rows_top) // _ROW)
        channels = self.channels()
        if self._stage is None or not 0 <= line < len(channels):
            return
        channel = channels[line]
        if channel is not None:
            self.intent.emit(Seek(self._stage.storyboard.channel_time(channel + 1)))

    # ---- paint -------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        region = self.unscaled_region(event.region())
        record = self._record()
        if record is None:
            self._paint_empty(painter)
            return
        top = 0.0
        if self._has_grid(record):
            top = self._paint_grid(painter, record, top)
        figures = Figures(painter, self._theme)
        if region.boundingRect().top() < top + _HEAD:
            self._paint_head(figures, record, top)
        top = self._rows_top = top + _HEAD
        for line, channel in enumerate(self.channels()):
            if region.intersects(self._line(line)):
                self._paint_row(painter, figures, record, channel, top)
            top += _ROW
        if self.hasFocus():
            painter.setPen(QPen(ink(self._theme, Role.ACCENT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 1, -5, -1), 7, 7)

    def _paint_empty(self, painter: QPainter) -> None:
        runs = (Span(self._empty, Role.MUTED),)
        Paragraph(runs, self._theme, self.width() - 2 * _SIDE, BASE, 3).draw(painter, _SIDE, 6)

    def _paint_grid(self, painter: QPainter, record: CellRecord, top: float) -> float:
        channel = max(self._known.current, 0)
        runs = words.spans("playback.sum.grid", channel=channel + 1)
        draw_spans(painter, _SIDE, top + 14, runs, self._theme, SMALL)
        if not record.inside.all():
            note = words.text("playback.sum.padding")
            left = self.width() - _SIDE - text_width(note, SMALL)
            draw_text(painter, left, top + 14, note, self._theme, Role.MUTED, SMALL)
            painter.setPen(QPen(ink(self._theme, Role.PADDING_EDGE), 1, Qt.PenStyle.DotLine))
            painter.setBrush(ink(self._theme, Role.PADDING, Role.PANEL, 0.5))
            painter.drawRoundedRect(QRectF(left - 17.5, top + 4.5, 11, 11), 3, 3)
        width = self.width() - 2 * _SIDE
        kernel = (record.weights.shape[1], record.weights.shape[2])
        place = QRectF(_SIDE, top + _HEAD, width, grid_height(kernel, width))
        numbers = not self._known.rushing
        draw_grid(painter, place, record, channel, self._theme, numbers)
        return place.bottom() + 10

    def _columns(self) -> tuple[float, float, float]:
        """Give where input, weight and product end."""
        right = self.width() - _SIDE
        room = right - _SIDE - 30
        return right - room * 0.64, right - room * 0.32, right

    def _paint_head(self, figures: Figures, record: CellRecord, top: float) -> None:
        baseline = top + 14
        figures.begin(words.text("playback.sum.channel"), _SIDE, baseline, Role.MUTED, SMALL)
        x, w, product = self._columns()
        names = [
            (x, words.text("playback.sum.input")),
            (w, words.text("playback.sum.weight")),
            (product, words.text("playback.sum.product")),
        ]
        if self._has_grid(record):
            kernel = int(record.weights[0].size)
            names = [(product, words.text("playback.sum.result", n=kernel))]
        for right, name in names:
            figures.put(name, right, baseline, Role.MUTED, SMALL)

    def _paint_row(
        self,
        painter: QPainter,
        figures: Figures,
        record: CellRecord,
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
        figures.begin(words.number(channel + 1), _SIDE, baseline, Role.CIN, BASE, weight)
        x, w, product = self._columns()
        if not self._has_grid(record):
            taken = words.value(float(record.inputs[channel, 0, 0]))
            figures.put(taken, x, baseline, Role.TEXT, BASE, weight)
            figures.value(float(record.weights[channel, 0, 0]), w, baseline, BASE, weight)
        figures.value(float(record.channel_sums[channel]), product, baseline, BASE, weight)
        painter.setOpacity(1.0)


class Look(NamedTuple):
    """How a line of terms looks."""

    channel: int | None
    active: bool
    told: bool


def _look(channel: int | None, known: Known) -> Look:
    if channel is None:
        return Look(None, False, True)
    told = not known.running or channel <= known.current
    return Look(channel, known.running and channel == known.current, told)
