"""The line of steps in the lecture hall: what of this cell is over, and what is next."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.panels.fullscreen.sizes import FullScreenSizes
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import SEMIBOLD, draw_spans, letters, spans_width, text_width
from convviz.panels.transport.step_labels import step_labels
from convviz.panels.transport.step_names import explained_index, name, next_name
from convviz.panels.transport.tracks import Track, cell_beats, cell_track, filter_track
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback

_GAP = 2.0
_ROUND = 4  # corners of the segments; a little more than antialiasing reaches
_NARROW = 3.0  # filters narrower than this run together


class FullScreenSteps(QWidget):
    """The steps of this cell as segments, the filters as a thin line under them, the next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sizes = FullScreenSizes(1080)
        self._theme = "dark"
        self._stage: Stage | None = None
        self._playback = Playback()
        self._next: tuple[Span, ...] = ()
        self._tracks: tuple[Track, Track] | None = None
        self._labels: tuple[str, ...] = ()
        self._has_next = True  # whether there is room for the name of the next step
        # Which step is told, whether the story has begun or ended, where both bars end.
        self._shown: tuple[int, ...] = ()

    def fit(self, sizes: FullScreenSizes) -> None:
        """Take the type sizes of a screen."""
        self._sizes, self._tracks = sizes, None
        self.setFixedHeight(sizes.steps_height)

    def apply(self, new: Resolved, playback: Playback) -> None:
        """Show the story of `new`."""
        self._stage, self._theme = new.stage, new.settings.theme
        self._tracks, self._shown = None, ()
        self.tick(playback)

    def tick(self, playback: Playback) -> None:
        """Follow the story, to the pixel."""
        self._playback = playback
        tracks, stage = self.tracks(), self._stage
        if tracks is None or stage is None:
            self.update()
            return
        board = stage.storyboard
        shown = (
            explained_index(board, playback),
            int(playback.time > 0.0 or playback.playing) + (playback.time >= board.duration),
            *(round(track.x_at(playback.time)) for track in tracks),
        )
        before, self._shown = self._shown, shown
        if shown == before:
            return
        if shown[:2] == before[:2]:  # only the ends of the bars moved
            for old, new in zip(before[2:], shown[2:], strict=True):
                left, right = sorted((old, new))
                self.update(left - _ROUND, 0, right - left + 2 * _ROUND, self.height())
            return
        following = next_name(stage, playback)
        self._next = words.spans("fullscreen.next", step=following) if following else ()
        self.setAccessibleName(words.plain(self._next))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Give the labels of the segments and what comes next, as far as they are drawn."""
        tracks, stage = self.tracks(), self._stage
        if tracks is None or stage is None:
            return ()
        return (*self._labels, words.plain(self._next) if self._has_next else "")

    def tracks(self) -> tuple[Track, Track] | None:
        """Give where steps and filters lie: left of the room for the next step's name."""
        stage, sizes = self._stage, self._sizes
        if self._tracks is None and stage is not None and self.width() > 0:
            board = stage.storyboard
            beats = board.beats[: cell_beats(board)]
            names = [name(beat, stage) for beat in (*beats, board.beats[-1])]
            names.append(words.text("playback.step.end"))
            widest = max(
                spans_width(words.spans("fullscreen.next", step=step), sizes.label, SEMIBOLD)
                for step in names
            )
            air = sizes.label * 0.6

            def measure(text: str) -> float:
                return text_width(text, sizes.label, SEMIBOLD) + air

            whole = self.width() - 2.0 * sizes.margin
            width = whole - 0.5 * sizes.margin - widest
            labels = step_labels(beats, stage, width, measure)
            self._has_next = labels.fit
            if not labels.fit:  # the words of this cell go before the name of what is next
                width = whole
                labels = step_labels(beats, stage, width, measure)
            self._labels = labels.texts
            left = float(sizes.margin)
            self._tracks = (
                cell_track(board, left, width, labels.widths),
                filter_track(board, left, width),
            )
        return self._tracks

    def resizeEvent(self, event: object) -> None:
        self._tracks, self._shown = None, ()

    # ---- paint -------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        part = QRectF(event.region().boundingRect())
        painter.fillRect(part, ink(self._theme, Role.PANEL))
        tracks, stage = self.tracks(), self._stage
        if tracks is None or stage is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._sizes.label
        top, height = size * 0.35, size * 1.5
        self._paint_steps(painter, tracks[0], stage, QRectF(0.0, top, 0.0, height), part)
        row = QRectF(0.0, top + height + 5, 0.0, size * 0.3)
        self._paint_filters(painter, tracks[1], row, part)
        if not self._has_next:
            return
        left = self.width() - self._sizes.margin - spans_width(self._next, size, SEMIBOLD)
        draw_spans(painter, left, top + size * 1.1, self._next, self._theme, size, SEMIBOLD)

    def _paint_steps(
        self, painter: QPainter, track: Track, stage: Stage, row: QRectF, part: QRectF
    ) -> None:
        board, size = stage.storyboard, self._sizes.label
        told = explained_index(board, self._playback)
        started = self._playback.time > 0.0 or self._playback.playing
        painter.setFont(letters(size, SEMIBOLD))
        for index, beat in enumerate(board.beats[: cell_beats(board)]):
            left, right = track.edges[index], track.edges[index + 1]
            box = QRectF(left, row.top(), right - left - _GAP, row.height())
            if not box.intersects(part):
                continue
            share = beat.progress(self._playback.time)
            now = started and index == told
            over, ground = self._fills(now)
            text = self._labels[index]
            self._segment(painter, box, ground, Role.TEXT if now else Role.MUTED, text)
            if share > 0.0:
                painter.save()
                painter.setClipRect(QRectF(left, row.top(), share * box.width(), row.height()))
                self._segment(painter, box, over, Role.ON_ACCENT if now else Role.MUTED, text)
                painter.restore()

    def _segment(self, painter: QPainter, box: QRectF, fill: QColor, role: Role, text: str) -> None:
        self._bar(painter, box, fill)
        painter.setPen(ink(self._theme, role))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _fills(self, now: bool) -> tuple[QColor, QColor]:
        """Give the colours of what is over of a step, and of what is to come of it."""
        theme = self._theme
        if now:
            return ink(theme, Role.ACCENT), ink(theme, Role.RAISED, Role.ACCENT, 0.3)
        return ink(theme, Role.RAISED, Role.MUTED, 0.22), ink(theme, Role.RAISED)

    def _paint_filters(self, painter: QPainter, track: Track, row: QRectF, part: QRectF) -> None:
        edges, theme = track.edges, self._theme
        here = track.x_at(self._playback.time)
        gap = _GAP if edges[1] - edges[0] >= _NARROW * 2 else 0.0
        boxes = [(edges[0], edges[-1])] if not gap else list(pairwise(edges))
        for left, right in boxes:
            box = QRectF(left, row.top(), right - left - gap, row.height())
            if not box.intersects(part):
                continue
            self._bar(painter, box, ink(theme, Role.RAISED))
            painter.save()
            painter.setClipRect(QRectF(left, row.top(), max(here - left, 0.0), row.height()))
            self._bar(painter, box, ink(theme, Role.COUT, Role.PANEL, 0.25))
            painter.restore()

    def _bar(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        round_ = min(float(_ROUND), box.height() / 2)
        painter.drawRoundedRect(box, round_, round_)
