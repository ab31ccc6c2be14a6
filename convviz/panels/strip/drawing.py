"""How the chain strip is drawn: matt volumes, thin arrows, lettering in dimension colours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import draw_spans, shortened, spans_width
from convviz.scene.palette import Role, colour_map
from convviz.scene.primitives import Span
from convviz.scene.strip import (
    NAME_TYPE,
    NOTE_TYPE,
    OPERATION_TYPE,
    SHAPE_TYPE,
    Point,
    Strip,
    StripArrow,
    StripEdge,
    StripVolume,
)
from convviz.scene.strip_item import StripStep
from convviz.scene.themes import Look

_FACES = {"top": (1.0, 0.16), "front": (1.0, 0.0), "side": (0.74, 0.0)}  # times, towards white
_SLICE = 3.0  # logical pixels of a channel from which channels are told apart


class StripDrawing:
    """Draws a placed strip in one theme."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter = painter
        self._theme, self._palette = look
        self._hovered: str | None = None
        self._keyed: str | None = None

    def draw(self, strip: Strip, hovered: str | None, keyed: str | None) -> None:
        """Draw all stages.

        Parameters
        ----------
        hovered : id or None
            Stage under the pointer.
        keyed : id or None
            Stage under the keyboard, while the strip has the focus.
        """
        self._hovered, self._keyed = hovered, keyed
        for volume in strip.volumes:
            self._plate(volume, volume.id == hovered, volume.id == keyed)
        for arrow in strip.arrows:
            self._arrow(arrow)
        for edge in sorted(strip.edges, key=lambda each: each.lit):
            self._edge(edge)
        for volume in strip.volumes:
            self._volume(volume, strip.depth, volume.id == hovered)
            self._letters(volume)

    def fade(self, area: QRectF, to_the_left: bool) -> None:
        """Let an end of the strip sink into the panel."""
        solid = QColor(ink(self._theme, Role.PANEL))
        clear = QColor(solid)
        clear.setAlphaF(0.0)
        ends = (area.topLeft(), area.topRight())
        gradient = QLinearGradient(*(ends if to_the_left else ends[::-1]))
        gradient.setColorAt(0.0, solid)
        gradient.setColorAt(1.0, clear)
        self._painter.fillRect(area, QBrush(gradient))

    def _plate(self, volume: StripVolume, hovered: bool, keyed: bool) -> None:
        if not (volume.lit or hovered or keyed):
            return
        left, top, width, height = volume.slot
        area = QRectF(round(left) + 0.5, top + 1.5, round(width) - 1.0, height - 3.0)
        fill = QColor(ink(self._theme, Role.RAISED))
        fill.setAlphaF(1.0 if volume.lit else 0.55 if hovered else 0.0)
        painter = self._painter
        painter.setPen(QPen(ink(self._theme, Role.ACCENT), 1.5) if keyed else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(area, 8.0, 8.0)

    def _arrow(self, arrow: StripArrow) -> None:
        role = Role.ACTIVE if arrow.lit else Role.EDGE
        (x0, y), (x1, _) = arrow.start, arrow.end
        y = round(y) + 0.5
        pen = QPen(ink(self._theme, role), 1.5 if arrow.lit else 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter = self._painter
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QLineF(x0, y, x1, y))
        painter.drawPolyline(_polygon(((x1 - 4.0, y - 4.0), (x1, y), (x1 - 4.0, y + 4.0))))
        self._centred(arrow.text, arrow.text_at, OPERATION_TYPE, arrow.lit)
        for step, (left, top, width, height) in arrow.steps:
            self._step(step, QRectF(left, top, width, height), arrow.lit)

    def _edge(self, edge: StripEdge) -> None:
        role = Role.ACTIVE if edge.lit else Role.EDGE
        pen = QPen(ink(self._theme, role), 1.5 if edge.lit else 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        crisp = [(round(x) + 0.5, round(y) + 0.5) for x, y in edge.points]
        self._painter.drawPolyline(_polygon(crisp))
        x, y = crisp[-1]
        self._painter.drawPolyline(_polygon(((x - 4.0, y - 4.0), (x, y), (x - 4.0, y + 4.0))))

    def _step(self, step: StripStep, place: QRectF, lit: bool) -> None:
        """The name of a step: a button to it, framed while it has the stage or the keyboard."""
        painter, keyed = self._painter, step.id == self._keyed
        if step.selected or keyed or step.id == self._hovered:
            role = Role.ACTIVE if step.selected else Role.ACCENT if keyed else Role.EDGE
            painter.setPen(QPen(ink(self._theme, role), 1.5 if step.selected or keyed else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5.0, 5.0)
        at = (place.center().x(), place.top() + 13.0)
        self._centred((step.name,), at, NOTE_TYPE, lit or step.id == self._hovered)

    def _volume(self, volume: StripVolume, depth: float, hovered: bool) -> None:
        painter = self._painter
        edge = QColor(ink(self._theme, Role.ACTIVE if volume.lit else Role.EDGE))
        pen = QPen(edge, 1.0)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for name, quad in (("top", volume.top), ("side", volume.side), ("front", volume.front)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._face(name, volume.lit, hovered))
            painter.drawPolygon(_polygon(quad))
        if volume.cut:
            self._break(volume)
        elif depth >= _SLICE:
            self._slices(volume, depth)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QColor(edge)
        inner.setAlphaF(0.75)
        pen.setColor(inner)
        painter.setPen(pen)
        corner = volume.front[1]
        for end in (volume.front[0], volume.top[2], volume.front[2]):
            painter.drawLine(QPointF(*corner), QPointF(*end))
        pen.setColor(edge)
        pen.setWidthF(1.8 if volume.lit else 1.0)
        painter.setPen(pen)
        outline = (volume.front[0], volume.top[1], volume.top[2], *volume.side[2:], volume.front[3])
        painter.drawPolygon(_polygon(outline))

    def _break(self, volume: StripVolume) -> None:
        """Two strokes across the middle: a part of the depth is left out there."""
        (x0, y0), (x1, y1) = volume.side[0], volume.side[2]
        middle, up = (x0 + x1) / 2.0, abs(volume.front[2][1] - volume.front[1][1]) / 2.0 + 4.0
        y = (y0 + y1) / 2.0
        self._painter.setPen(QPen(ink(self._theme, Role.PANEL), 5.0))
        self._painter.drawLine(QLineF(middle - 2.0, y + up, middle + 2.0, y - up))
        self._painter.setPen(QPen(ink(self._theme, Role.EDGE), 1.2))
        for side in (-3.0, 3.0):
            self._painter.drawLine(QLineF(middle + side - 2.0, y + up, middle + side + 2.0, y - up))

    def _slices(self, volume: StripVolume, depth: float) -> None:
        """Lines between the channels of a volume that has few."""
        (x0, y0), (x1, y1) = volume.top[0], volume.top[1]
        length = float(np.hypot(x1 - x0, y1 - y0))
        count = round(length / depth)
        line = QColor(ink(self._theme, Role.CELL_LINE))
        line.setAlphaF(0.6)
        self._painter.setPen(QPen(line, 1.0))
        for slice_ in range(1, count):
            dx, dy = (x1 - x0) * slice_ / count, (y1 - y0) * slice_ / count
            left, right, low = (
                QPointF(x + dx, y + dy)
                for x, y in (volume.front[0], volume.front[1], volume.front[2])
            )
            self._painter.drawPolyline(QPolygonF([left, right, low]))

    def _face(self, name: str, lit: bool, hovered: bool) -> QColor:
        """Matt: a calm grey-blue, and for the lit volume the colour of activations."""
        table = colour_map(self._theme, "activation", self._palette)
        calm = np.asarray(colour_map(self._theme, "diverging")[128], dtype=float)
        base = np.asarray(table[112], dtype=float)
        share = 0.9 if lit else 0.45 if hovered else 0.22
        times, white = _FACES[name]
        mixed = (calm + (base - calm) * share) * times
        mixed = mixed + (1.0 - mixed) * white
        return QColor.fromRgbF(*mixed.clip(0.0, 1.0).tolist())

    def _letters(self, volume: StripVolume) -> None:
        self._centred(volume.shape_spans, volume.shape_at, SHAPE_TYPE, True)
        if not volume.name:
            return
        size, weight = round(NAME_TYPE[0]), NAME_TYPE[1]
        text = shortened(volume.name, volume.name_width, size, weight)
        role = Role.TEXT if volume.lit else Role.MUTED
        self._centred((Span(text, role),), volume.name_at, NAME_TYPE, True)

    def _centred(
        self, spans: tuple[Span, ...], at: Point, letters: tuple[float, int], lit: bool
    ) -> None:
        if not spans:
            return
        shown = spans if lit else tuple(Span(span.text, Role.MUTED) for span in spans)
        size, weight = round(letters[0]), letters[1]
        left = at[0] - spans_width(shown, size, weight) / 2.0
        draw_spans(self._painter, round(left), round(at[1]), shown, self._theme, size, weight)


def _polygon(points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
