"""The scrub bar: this cell's steps above, the filters below, a playhead to drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from convviz import words
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import Painted, text_factor
from convviz.panels.transport.step_names import clock, explained_index, name, present_name
from convviz.panels.transport.track_picture import (
    FILTERS,
    GAP,
    SIDE,
    STEPS,
    Named,
    named_steps,
    tracks_left,
    tracks_picture,
)
from convviz.panels.transport.tracks import Track, cell_beats, cell_end, cell_track, filter_track
from convviz.scene.palette import Role
from convviz.state.intents import Seek, SelectCell
from convviz.state.resolved import Stage
from convviz.state.view import Playback

_HEIGHT = 46
_STILL = 4  # logical pixels that a click may wander
_BETWEEN = (STEPS[0] + STEPS[1] + FILTERS[0]) / 2  # the tracks' border


class ScrubBar(Painted, QAbstractSlider):
    """A slider over the story, in milliseconds for assistive technology."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stage: Stage | None = None
        self._theme = "dark"
        self._playback = Playback()
        self._tracks: tuple[Track, Track] | None = None
        self.named = Named((), (), 0)  # the labels of the steps
        self._pictures: tuple[QPixmap, QPixmap] | None = None  # to come, done
        self._pressed: tuple[int, float] | None = None  # track and place of a press
        self._dragging = False
        self._following = False
        self.valueChanged.connect(self._value_changed)

    # ---- what it shows -----------------------------------------------------------------------
    def show_stage(self, stage: Stage | None, theme: str) -> None:
        """Show the story of a stage."""
        self._stage, self._theme = stage, theme
        self.setEnabled(stage is not None)
        self._tracks = self._pictures = None
        self._follow()
        self.update()

    def tick(self, playback: Playback) -> None:
        """Move the playhead."""
        if playback != self._playback:
            self._playback = playback
            self._follow()
            self.update()

    def tracks(self) -> tuple[Track, Track] | None:
        """Give where steps and filters lie."""
        if self._tracks is None and self._stage is not None:
            board = self._stage.storyboard
            left = tracks_left(self.width(), self._stage)
            width = self.width() - left - SIDE
            beats = board.beats[: cell_beats(board)]
            self.named = named_steps(beats, self._stage, width)
            self._tracks = (
                cell_track(board, left, width, self.named.widths),
                filter_track(board, left, width),
            )
        return self._tracks

    def _follow(self) -> None:
        self._following = True
        duration = self._stage.storyboard.duration if self._stage is not None else 0.0
        self.setRange(0, round(duration * 1000))
        self.setValue(round(self._playback.time * 1000))
        self._following = False
        self._name()

    def _name(self) -> None:
        """Say what the bar is and, for whoever hears the window, which step is told."""
        called = words.text("playback.scrub")
        if self._stage is not None:
            step = present_name(self._stage, self._playback)
            called = words.text("playback.scrub.at", name=called, step=step)
        if called != self.accessibleName():
            self.setAccessibleName(called)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleDescription(words.text("playback.scrub.help"))
        self._name()

    def _value_changed(self, value: int) -> None:
        if not self._following:  # moved by assistive technology
            self.intent.emit(Seek(value / 1000))

    # ---- mouse -------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._stage is None:
            return
        place = self.unscaled(event.position())
        lower = place.y() >= _BETWEEN
        self._pressed = (int(lower), place.x())
        self._dragging = not lower
        if not lower:
            self._seek(place.x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.unscaled(event.position())
        x = place.x()
        if self._pressed is not None:
            if abs(x - self._pressed[1]) > _STILL:
                self._dragging = True
            if self._dragging:
                self._seek(x)
        self._hint(place.y(), x, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tracks = self.tracks()
        if self._pressed is not None and not self._dragging and tracks is not None:
            self.intent.emit(SelectCell(filter=tracks[1].index_at(self._pressed[1])))
        self._pressed = None
        self._dragging = False

    def leaveEvent(self, event: QEvent) -> None:
        QToolTip.hideText()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the window's keys step the story

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _seek(self, x: float) -> None:
        tracks = self.tracks()
        if tracks is not None and self._pressed is not None:
            self.intent.emit(Seek(tracks[self._pressed[0]].time_at(x)))

    def hint_at(self, y: float, x: float) -> str:
        """Give what the tool tip says at a place."""
        tracks = self.tracks()
        if self._stage is None or tracks is None:
            return ""
        board = self._stage.storyboard
        lower = y >= _BETWEEN
        if self._pressed is not None:
            lower = bool(self._pressed[0])
        if lower and not self._dragging:
            number = tracks[1].index_at(x) + 1
            key = "playback.hint.filter"
            if not self._stage.filters:
                key = "playback.hint.channel"
            return words.text(key, filter=number, n=board.filters)
        time = tracks[int(lower)].time_at(x)
        step = name(board.beat_at(min(time, board.duration - 1e-6)), self._stage)
        return words.text("playback.hint", step=step, time=clock(time))

    def _hint(self, y: float, x: float, place: QPoint) -> None:
        text = self.hint_at(y, x)
        if text:
            QToolTip.showText(place, text, self)

    # ---- paint -------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        return QSize(640, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tracks = self._pictures = None

    def changeEvent(self, event: QEvent) -> None:
        self._pictures = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tracks = self.tracks()
        if self._stage is None or tracks is None:
            return
        ratio = self.devicePixelRatioF() * text_factor()
        if self._pictures is None or self._pictures[0].devicePixelRatio() != ratio:
            first, second = (
                tracks_picture(
                    self._stage, tracks, self.named, self._theme, self.size(), ratio, done
                )
                for done in (False, True)
            )
            self._pictures = (first, second)
        painter = self.painter()
        painter.drawPixmap(0, 0, self._pictures[0])
        upper = tracks[0].x_at(self._playback.time)
        lower = tracks[1].x_at(self._playback.time)
        for x, (top, height) in ((upper, STEPS), (lower, FILTERS)):
            painter.setClipRect(QRectF(0, top, x, height))
            painter.drawPixmap(0, 0, self._pictures[1])
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_active(painter, tracks)
        self._paint_head(painter, upper, lower)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink(self._theme, Role.ACCENT))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 0.5, -1.5, -0.5), 5, 5)

    def _paint_active(self, painter: QPainter, tracks: tuple[Track, Track]) -> None:
        """Outline the step and the filter that are told now."""
        assert self._stage is not None
        board = self._stage.storyboard
        step = explained_index(board, self._playback)
        beat = board.beats[step]
        told = (beat.first, beat.last) if step >= cell_beats(board) else (board.filter,) * 2
        pen = QPen(ink(self._theme, Role.ACCENT), 1.5)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        started = self._playback.time > 0.0 or self._playback.playing
        if started and step < cell_beats(board):
            painter.drawRoundedRect(_segment(tracks[0], step, STEPS), 3, 3)
        painter.drawRoundedRect(_segment(tracks[1], told[0], FILTERS, told[1]), 3, 3)

    def _paint_head(self, painter: QPainter, upper: float, lower: float) -> None:
        """Draw the playhead on the track whose time runs."""
        assert self._stage is not None
        accent = ink(self._theme, Role.ACCENT)
        on_steps = self._playback.time < cell_end(self._stage.storyboard)
        x = upper if on_steps else lower
        top, bottom = (
            (STEPS[0] - 2, sum(STEPS) + 1) if on_steps else (FILTERS[0] - 3, sum(FILTERS) + 2)
        )
        painter.setPen(QPen(ink(self._theme, Role.PANEL), 3.5))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(QPen(ink(self._theme, Role.PANEL), 1.5))
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(x, top - 0.5), 5.0, 5.0)


def _segment(track: Track, index: int, place: tuple[int, int], last: int | None = None) -> QRectF:
    """A segment, or all up to the `last` one."""
    left, right = track.edges[index], track.edges[(index if last is None else last) + 1]
    width = max(right - left - GAP, 3.0)
    return QRectF(left, place[0], width, place[1]).adjusted(0.5, 0.5, -0.5, -0.5)
