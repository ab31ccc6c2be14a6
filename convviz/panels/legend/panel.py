"""The legend: what the colours of cells and of letters mean, and what the picture enlarges."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from convviz import words
from convviz.panels.legend.item_layout import (
    AIRY,
    ARROW,
    INDEX,
    INSIDE,
    PADDING,
    ROW,
    SWATCH,
    TYPE,
    Layout,
    Runs,
    end_texts,
    lay_out,
)
from convviz.panels.legend.items import DIMENSIONS, Entry, Hollow, Range, dimension_runs, entries
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import (
    SEMIBOLD,
    draw_spans,
    draw_text,
    shortened,
    spans_width,
)
from convviz.panels.painting.text_size import Painted
from convviz.scene.animation import animation_at
from convviz.scene.colour_keys import RESTING, colour_keys, key_sets, resting_keys
from convviz.scene.palette import Role, colour_map
from convviz.scene.primitives import Span
from convviz.scene.themes import Look
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

_BAR_HEIGHT = 10
_STOPS = 9


class LegendBar(Painted, QWidget):
    """One or two rows, as its width allows."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme, self._palette = Look("dark")
        self._resolved: Resolved | None = None
        self._keys: tuple[str, ...] = RESTING
        self._sets: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        # Every set that the story shows, so that the bar keeps its height.
        self._story: tuple[tuple[str, ...], ...] = ()
        self._notes: Runs = ()
        self._layout = Layout([], 1, AIRY)
        self._fit()

    # ---- what it shows -----------------------------------------------------------------------
    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show what the colours on the stage of `new` mean."""
        first = self._resolved is None
        self._resolved = new
        themed = first or old is None or old.settings.look != new.settings.look
        if not themed and old is not None and old.stage is new.stage:
            return
        self._theme, self._palette = new.settings.look
        self._read(new)
        self._renew()

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story: the bench has ranges of its own."""
        stage = resolved.stage
        if stage is None or stage.model is None:
            return
        now = animation_at(stage.storyboard, playback.time, playback.playing)
        keys = colour_keys(stage.model, now)
        if keys != self._keys:
            self._keys = keys
            self._renew()

    def _read(self, new: Resolved) -> None:
        """Take the ranges of a snapshot, worded."""
        stage = new.stage
        if stage is None or stage.model is None:
            self._keys, self._sets, self._story = RESTING, {}, ()
            return
        self._keys = resting_keys(stage.model)
        if stage.model.outputs is None:
            self._keys = (*self._keys, "unvalued")
        self._story = key_sets(stage.model)
        self._sets = {keys: entries(stage, keys) for keys in (*self._story, self._keys)}

    def _shown(self) -> tuple[Entry, ...]:
        """Give the entries of the moment."""
        if self._keys not in self._sets and self._sets:
            stage = self._resolved.stage if self._resolved is not None else None
            assert stage is not None
            self._sets[self._keys] = entries(stage, self._keys)
        return self._sets.get(self._keys, ())

    def set_notes(self, notes: str | Runs) -> None:
        """Say in one line what the picture does to scales: depth, enlarged filters."""
        runs = (Span(notes, Role.MUTED),) if isinstance(notes, str) else notes
        if runs != self._notes:
            self._notes = runs
            self._renew()

    def retranslate(self) -> None:
        """Say everything in the present language; `apply` follows."""
        if self._resolved is not None:
            self._read(self._resolved)
        self._renew()

    def described(self) -> str:
        """Give all of it as one text."""
        parts = [
            f"{item.name} {item.low} … {item.high}" if isinstance(item, Range) else item.name
            for item in self._shown()
        ]
        parts += [words.plain(runs) for runs in dimension_runs(True)]
        return ", ".join([*parts, words.plain(self._notes)]).strip(", ")

    # ---- layout ------------------------------------------------------------------------------
    def _renew(self) -> None:
        self.setAccessibleName(words.text("playback.legend"))
        self.setAccessibleDescription(self.described())
        self._fit()
        self.update()

    def _fit(self) -> None:
        sets = [self._sets[keys] for keys in self._story] or [()]
        self._layout = lay_out(self._shown(), sets, self._notes, self.width())
        height = self._layout.rows * ROW + 2 * PADDING
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

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
        for place, item in self._layout.places:
            baseline = place.top() + 17
            if isinstance(item, Range):
                self._paint_range(painter, item, place.left(), baseline)
            elif isinstance(item, Hollow):
                self._paint_hollow(painter, item, place.left(), baseline)
            elif item is self._notes:
                self._paint_notes(painter, place, baseline)
            elif item[0].role is Role.MUTED:
                draw_spans(painter, place.left(), baseline, item, self._theme, TYPE)
            else:
                self._paint_dimension(painter, item, place.left(), baseline)

    def _paint_notes(self, painter: QPainter, place: QRectF, baseline: float) -> None:
        if spans_width(self._notes, TYPE) <= place.width() + 1:
            draw_spans(painter, place.left(), baseline, self._notes, self._theme, TYPE)
            return
        text = shortened(words.plain(self._notes), place.width(), TYPE)
        draw_text(painter, place.left(), baseline, text, self._theme, Role.MUTED, TYPE)

    def _paint_dimension(self, painter: QPainter, item: Runs, left: float, baseline: float) -> None:
        """Draw a letter, its index lowered as in the formulas, and its name."""
        theme, letter = self._theme, item[0].text
        role = item[0].role
        left = draw_text(painter, left, baseline, letter[:1], theme, role, TYPE, SEMIBOLD)
        left = draw_text(painter, left, baseline + 2.5, letter[1:], theme, role, INDEX, SEMIBOLD)
        draw_spans(painter, left, baseline, item[1:], theme, TYPE)

    def _paint_range(self, painter: QPainter, item: Range, left: float, baseline: float) -> None:
        theme = self._theme
        left = draw_text(painter, left, baseline, item.name, theme, Role.MUTED, TYPE) + INSIDE
        low, high = end_texts(item, self._layout.air)
        top = baseline - _BAR_HEIGHT - 0.5
        if low:
            left = draw_text(painter, left, baseline, low, theme, Role.TEXT, TYPE) + INSIDE
        if item.clipped and item.both_ways:
            left += ARROW + 2
            self._paint_arrow(painter, item, left - 2, top, -1)
        height = _BAR_HEIGHT / len(item.maps)
        for index, name in enumerate(item.maps):
            box = QRectF(left, top + index * height, self._layout.air.bar, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._gradient(name, left))
            painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink(self._theme, Role.LINE))
        whole = QRectF(left, top, self._layout.air.bar, _BAR_HEIGHT)
        painter.drawRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5))
        if item.both_ways:  # where zero is
            painter.setPen(ink(self._theme, Role.MUTED))
            middle = whole.center().x()
            painter.drawLine(
                QPointF(middle, whole.bottom() + 1), QPointF(middle, whole.bottom() + 4)
            )
        left += self._layout.air.bar
        if item.clipped:
            self._paint_arrow(painter, item, left + 2, top, 1)
            left += ARROW + 2
        draw_text(painter, left + INSIDE, baseline, high, theme, Role.TEXT, TYPE)

    def _paint_hollow(self, painter: QPainter, item: Hollow, left: float, baseline: float) -> None:
        """Draw a strip of cells as the stage draws those without a value, sized like a range."""
        cut = item.key == "cut"
        box = QRectF(left, baseline - _BAR_HEIGHT - 0.5, SWATCH, _BAR_HEIGHT)
        painter.fillRect(box, ink(self._theme, Role.CUT if cut else Role.EMPTY))
        painter.setPen(QPen(ink(self._theme, Role.LINE if cut else Role.EMPTY_LINE), 1))
        for cell in range(1, SWATCH // _BAR_HEIGHT):
            at = left + cell * _BAR_HEIGHT
            painter.drawLine(QPointF(at, box.top()), QPointF(at, box.bottom()))
        if cut:  # with the strokes that the cells have on the stage
            painter.setPen(QPen(ink(self._theme, Role.MUTED), 1.2))
            for cell in range(SWATCH // _BAR_HEIGHT):
                at = left + cell * _BAR_HEIGHT
                low, high = (
                    QPointF(at + 3, box.bottom() - 3),
                    QPointF(at + _BAR_HEIGHT - 3, box.top() + 3),
                )
                painter.drawLine(low, high)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink(self._theme, Role.LINE))
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        left += SWATCH + INSIDE
        draw_text(painter, left, baseline, item.name, self._theme, Role.MUTED, TYPE)

    def _gradient(self, name: str, left: float) -> QLinearGradient:
        table = colour_map(self._theme, name, self._palette)
        gradient = QLinearGradient(left, 0, left + self._layout.air.bar, 0)
        for stop in range(_STOPS):
            share = stop / (_STOPS - 1)
            rgb = table[round(share * (len(table) - 1))]
            gradient.setColorAt(share, QColor.fromRgbF(*(float(c) for c in rgb)))
        return gradient

    def _paint_arrow(self, painter: QPainter, item: Range, x: float, top: float, way: int) -> None:
        """Mark that values lie beyond an end, in the colour that they all get."""
        rgb = colour_map(self._theme, item.maps[0], self._palette)[-1 if way > 0 else 0]
        painter.setPen(ink(self._theme, Role.LINE))
        painter.setBrush(QColor.fromRgbF(*(float(c) for c in rgb)))
        points = [
            QPointF(x, top),
            QPointF(x + way * ARROW, top + _BAR_HEIGHT / 2),
            QPointF(x, top + _BAR_HEIGHT),
        ]
        painter.drawPolygon(QPolygonF(points))

    # ---- tool tips ---------------------------------------------------------------------------
    def hint_at(self, place: QPointF) -> str:
        """Give what the tool tip says at a place."""
        for box, item in self._layout.places:
            if not box.contains(place):
                continue
            if isinstance(item, Range):
                told = f"{item.name}: {item.low} … {item.high}"
                clip = words.text("playback.legend.clip")
                return f"{told}\n{clip}" if item.clipped else told
            if isinstance(item, Hollow):
                return item.hint
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
