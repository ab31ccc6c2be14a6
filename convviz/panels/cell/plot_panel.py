"""The flat plot: each channel's contribution as a bar, the running sum as a line, in step."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, reduce

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from convviz import words
from convviz.model.record import AnyRecord, OutputRecord
from convviz.panels.cell.function_plot import FunctionPlot, curve_of
from convviz.panels.cell.plot_items import RIGHT, Sweep, prepare_plot
from convviz.panels.cell.plot_readout import READ_OUT, ReadOut
from convviz.panels.cell.plot_series import (
    Series,
    cells_series,
    channel_ticks,
    group_of,
    place_at,
    round_ticks,
    series_of,
    united,
)
from convviz.panels.cell.plot_text import cells_text, part_decimals, part_word, sum_text
from convviz.panels.cell.term_rows import (
    awaits_values,
    cell_changed,
    term_intents,
)
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import (
    BASE,
    SMALL,
    letters,
    text_width,
)
from convviz.panels.painting.text_size import enlarged
from convviz.panels.painting.value_runs import has_signs, plain, signed, signs_of
from convviz.panels.transport.step_names import linear_word
from convviz.scene.cell_figures import CellFigures, Decimals
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded, Span
from convviz.scene.progress import Progress
from convviz.scene.timeline import Phase
from convviz.state.outlined import is_scanning, outlined_record, sampled_records
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback

_TICKS, _TICK_LINE = SMALL, 20  # type size of the ticks, and height of their line
_LOW = 104  # below this height the plot goes without the line over it: the terms tell the same
_AIR = 0.02  # of the width, at both ends
_MOVED = 0.02  # slots that the cursor must move before anything is repainted


class PlotPanel(QWidget):
    """The plot of the active output cell."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resolved: Resolved | None = None
        self._playback = Playback()
        self._record: AnyRecord | None = None
        self._figures: CellFigures | None = None
        self._decimals = Decimals()
        self._channels = 0  # of the input
        self._linear = ""  # the end of keys that speak of inputs, not of channels
        self._alone: OutputRecord | None = None  # a cell that is a function of one value
        self._series: Series | None = None
        self._bounds = (0.0, 1.0)  # of the values on the axis
        self._range = QRectF()
        self._place = -1.0
        self._started = False
        self._told: Progress | None = None  # what the line over the plot quotes
        self._pixels = 0
        self.readout = ReadOut()
        self.plot = pg.PlotWidget()
        self.function = FunctionPlot()
        self.function.hide()
        self._sweep = Sweep()
        self._signs = True  # whether values have the colours of signs
        prepare_plot(self.plot, self._sweep)
        self.plot.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.readout)
        column.addWidget(self.plot, 1)
        column.addWidget(self.function, 1)

    # ---- what it shows -----------------------------------------------------------------------
    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Plot the active cell of `new`."""
        first = self._resolved is None
        self._resolved = new
        themed = first or old is None or old.settings.theme != new.settings.theme
        if themed:
            self._colour(new.settings.theme)
        if themed or cell_changed(old, new):
            self._show(new)
        self._follow(new)

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story: move the cursor, then go from cell to cell."""
        self._playback, self._resolved = playback, resolved
        if not awaits_values(resolved) and outlined_record(resolved, playback) is not self._record:
            self._show(resolved)
        self._follow(resolved)

    def finish_tick(self) -> None:
        """Have the scene's changes painted in one go with all that the tick changed elsewhere.

        A graphics scene queues its changes, and when their turn comes it makes the whole window
        paint at once: after the stage's frame, that is a second frame of a full screen. What
        pyqtgraph would change while it paints is changed before, for the same reason.
        """
        if not self.isHidden():
            scene = self.plot.scene()
            scene.prepareForPaint()
            QApplication.sendPostedEvents(scene, QEvent.Type.MetaCall)

    def retranslate(self) -> None:
        """Say everything in the present language; `apply` follows."""
        if self._resolved is not None:
            self._colour(self._resolved.settings.theme)
            self._show(self._resolved)
            self._name_axes()

    def set_type(self, pixels: int) -> None:
        """Set all type in one size, for the last row of a hall; 0 for the usual sizes."""
        self._pixels = pixels
        self.readout.set_type(pixels)
        self.function.set_type(pixels)
        self._sweep.set_weight(max(pixels / READ_OUT, 1.0))
        self._name_axes()

    def place(self) -> float:
        """Give the slot where the cursor stands."""
        return self._place

    def _show(self, resolved: Resolved) -> None:
        """Plot the cell that the stage outlines; while new values are on their way the old one."""
        before, alone = self._series, self._alone
        if not awaits_values(resolved):
            self._take(resolved)
        low, high = self._bounds
        theme = resolved.settings.theme
        self._sweep.show_series(self._series, low, high, theme, self._signs)
        slots = self._series.slots if self._series is not None else 1
        self._place = -1.0
        air = _AIR * slots  # for the dot at both ends
        place = QRectF(-air, low, slots + 2 * air, high - low)
        self._told = None
        if self._alone is not None:
            places, reach = self._decimals.results, self._bounds[1]
            stage = resolved.stage
            signs = (True, True) if stage is None else signs_of(stage)
            self.function.show_cell(self._alone, reach, theme, places, signs)
        changed = (before is None) != (self._series is None)
        if place != self._range or changed or (alone is None) != (self._alone is None):
            self._range = place
            self.function.setVisible(self._alone is not None)
            self.plot.setVisible(self._series is not None)
            self._make_room()
            self.plot.setRange(place, padding=0.0, disableAutoRange=True)
            self._name_axes()
            self.update()

    def _take(self, resolved: Resolved) -> None:
        stage, record = resolved.stage, outlined_record(resolved, self._playback)
        self._record, self._series, self._alone = record, None, None
        self._figures = None if stage is None else stage.figures_of(record)
        self._decimals = Decimals() if stage is None else stage.decimals
        self._channels = 0 if stage is None else stage.input_shape.channels
        self._linear = "" if stage is None else linear_word(stage)
        self.plot.setAccessibleName(words.text(f"playback.plot{self._linear}"))
        summed = None if record is None else record.as_sum
        made = None if record is None else record.as_made
        self._signs = stage is None or summed is not None or has_signs(stage)
        if stage is None:
            return
        if made is not None:
            self._series = cells_series(made)
            if self._series is None:
                self._alone = made if curve_of(made) is not None else None
                reach = max(stage.input_high, stage.telling.reach)
                self._bounds = (-reach, reach)
            else:
                self._bounds = self._series.bounds()
        if summed is None:
            return
        bias = stage.storyboard.first_of(Phase.BIAS) is not None
        self._series = series_of(summed, bias)
        self._bounds = self._series.bounds()
        if is_scanning(stage, self._playback):  # one axis for the whole map
            self._bounds = united(self._bounds, _map_bounds(resolved, summed.filter, bias))

    def _colour(self, theme: str) -> None:
        self.plot.setBackground(ink(theme, Role.PANEL))
        for name in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(name)
            axis.setPen(pg.mkPen(ink(theme, Role.LINE)))
            axis.setTextPen(pg.mkPen(ink(theme, Role.MUTED)))

    def _name_axes(self) -> None:
        """Name a few round values and channels, as many as there is room for."""
        if self._series is None:
            return
        plot = self.plot.getPlotItem()
        pixels = enlarged(self._pixels or _TICKS)
        height = enlarged(round(self._pixels * 1.5) or _TICK_LINE)
        for name in ("left", "bottom"):
            plot.getAxis(name).setStyle(tickFont=letters(pixels))
        plot.getAxis("bottom").setHeight(height)
        low, high = self._bounds
        # What half a line of type is tall.
        edge = 0.7 * pixels * (high - low) / max(self.plot.height() - height, 24)
        most = max(int(self.plot.height() / (3.1 * pixels)), 2)
        values = [each for each in round_ticks(low + edge, high - edge, most) if abs(each) > edge]
        near = any(abs(each) < 2.0 * edge for each in values)
        if near or (len(values) > 1 and values[1] - values[0] < 2.0 * edge):
            values = []  # a line for zero only
        named = [(value, _tick(value)) for value in (0.0, *values)]
        plot.getAxis("left").setTicks([named])
        channels = channel_ticks(
            self._series.channels, max(int(self.plot.width() / (5.6 * pixels)), 2)
        )
        start = 0 if self._group.parted else self._group.before
        marks = [(number - 0.5, words.number(number + start)) for number in channels]
        word = part_word(self._record)
        first = f"playback.plot.{f'first{self._linear}' if word == 'channel' else word}"
        marks[0] = (0.5, words.text(first, channel=self._group.short(1)))
        widest = max(text_width(text, pixels) for _, text in named) + 12
        # The first channel's name is centred under its bar, and must not leave the picture.
        plot.getAxis("left").setWidth(max(widest, text_width(marks[0][1], pixels) / 2 + 4))
        slot = self.plot.width() / self._series.slots
        if self._series.has_bias and slot > 3.3 * pixels:
            marks.append((self._series.channels + 0.5, words.text("playback.plot.bias")))
        plot.getAxis("bottom").setTicks([marks])
        # The last one's is centred too.
        last = text_width(marks[-1][1], pixels) / 2 - _AIR * self.plot.width()
        plot.setContentsMargins(4, 0, max(RIGHT, round(last) + 4), 4)

    @property
    def _group(self) -> words.Group:
        return group_of(self._record, self._series, self._channels)

    def _follow(self, resolved: Resolved) -> None:
        stage = resolved.stage
        if stage is None or self._series is None:
            self.readout.show_runs((), (), resolved.settings.theme)
            return
        started = self._is_summing(stage)
        told = stage.progress(self._playback) if started else None
        place = float(self._series.slots)  # before and after, the whole sum
        if started:
            place = place_at(stage.storyboard, self._series, self._playback.time)
        if told is not None and self._series.greatest:
            place = float(told.seen)  # a cell that is looked at counts
        fresh = self._place < 0.0 or started != self._started
        changed = fresh or told != self._told
        still = int(place) == int(self._place) and abs(place - self._place) < _MOVED
        if still and not changed:
            return
        self._place, self._started, self._told = place, started, told
        # Where numbers are told in few steps the dot stays with the one that is told.
        dot = float(told.summed) if told is not None and told.sweeping and told.summed else place
        self._sweep.move_cursor(place, started, min(dot, place))
        if changed:
            self._read_out(resolved.settings.theme)

    def _is_summing(self, stage: Stage) -> bool:
        """Whether the sum of this cell is under way, and no other cell is shown."""
        begun = self._playback.time > 0.0 or self._playback.playing
        return begun and not is_scanning(stage, self._playback)

    def _read_out(self, theme: str) -> None:
        """Say what is in hand and what it comes to, as the stage does."""
        told, record = self._told, self._record
        assert self._series is not None and record is not None
        if self._figures is not None:
            left, total = sum_text(self._figures, self._series, told, self._linear, self._group)
        else:
            left, total = cells_text(record, self._series, told, self._decimals, self._signs)
        series = self._series
        key = "sum" if told is not None else "whole.bias" if series.has_bias else "whole"
        if series.greatest or self._figures is None:
            key = "greatest" if series.greatest else "product" if series.multiplied else "total"
        name = Span(words.text(f"playback.plot.{key}") + "  ", Role.MUTED)
        shown = signed(total) if self._signs else plain(total)
        self.readout.show_runs(left, (name, *shown), theme)

    # ---- mouse -------------------------------------------------------------------------------
    def slot_at(self, place: QPointF) -> int | None:
        """Give the bar under a place in the plot's viewport, None beside the bars."""
        if self._series is None:
            return None
        view = self.plot.getPlotItem().getViewBox()
        scene = self.plot.mapToScene(place.toPoint())
        if not view.sceneBoundingRect().contains(scene):
            return None
        slot = int(view.mapSceneToView(scene).x())
        return slot if 0 <= slot < self._series.slots else None

    def hint_of(self, slot: int) -> str:
        """Give what the tool tip says about a bar."""
        assert self._series is not None and self._record is not None
        series, figures = self._series, self._figures
        part: Rounded = Rounded(series.parts[slot], part_decimals(self._record, self._decimals))
        whole = Rounded(series.sums[slot + 1], self._decimals.factors)
        if series.greatest:
            whole = replace(whole, decimals=self._decimals.inputs)
        if figures is not None:
            if slot >= series.channels:
                key = "playback.plot.hint.bias"
                return words.text(key, bias=figures.bias, before=figures.before)
            part, whole = figures.result(slot), figures.total(slot + 1)
        channel, count = self._group.counted(slot + 1)
        key = f"hint{self._linear}"
        if (word := part_word(self._record)) != "channel":
            key, count = "hint.greatest" if series.greatest else f"hint.{word}", series.channels
        return words.text(f"playback.plot.{key}", channel=channel, n=count, result=part, sum=whole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self.plot.viewport():
            slot = self.slot_at(event.position())
            if event.type() is QEvent.Type.MouseMove:
                place = event.globalPosition().toPoint()
                self._hint(slot, place)
            pressed = event.type() is QEvent.Type.MouseButtonPress
            dragged = bool(event.buttons() & Qt.MouseButton.LeftButton)
            if slot is not None and dragged and (pressed or event.type() is QEvent.Type.MouseMove):
                self._seek(slot)
        return super().eventFilter(watched, event)

    def _hint(self, slot: int | None, place: QPoint) -> None:
        if slot is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(place, self.hint_of(slot), self.plot)

    def _seek(self, slot: int) -> None:
        stage = self._resolved.stage if self._resolved is not None else None
        summed = None if self._record is None else self._record.as_sum
        if stage is not None and summed is not None:
            for intent in term_intents(stage, summed, slot):
                self.intent.emit(intent)

    # ---- size and empty state ----------------------------------------------------------------
    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 84)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._name_axes()

    def _make_room(self) -> None:
        self.readout.setVisible(self._series is not None and self.height() >= _LOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._resolved.settings.theme if self._resolved is not None else "dark"
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(theme, Role.PANEL))
        if self._series is None and self._alone is None:
            painter.setFont(letters(enlarged(BASE)))
            painter.setPen(ink(theme, Role.MUTED))
            inner = self.rect().adjusted(16, 8, -16, -8)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            waits = self._resolved is not None and awaits_values(self._resolved)
            if not waits:
                painter.drawText(inner, flags, words.text("playback.plot.empty"))


@lru_cache(maxsize=4)
def _map_bounds(resolved: Resolved, filter: int, bias: bool) -> tuple[float, float]:
    """Give the bounds of an axis for every cell of a feature map, or nearly every."""
    several = [series_of(each, bias).bounds() for each in sampled_records(resolved, filter)]
    return reduce(united, several)


def _tick(value: float) -> str:
    return f"{value:.6g}".replace("-", "\N{MINUS SIGN}")
