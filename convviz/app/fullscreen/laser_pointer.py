"""The laser pointer: a glowing dot with a short trail, on a small widget over everything."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

TICK_MS = 16
TRAIL = 7  # places that are remembered, one a tick
RED, CORE = QColor("#ff2020"), QColor("#fff2ee")
SHARE, LEAST = 1 / 100, 6.0  # radius of the dot by the window's height, and at least
GLOW = 3.2  # radius of the glow, in radii of the dot


class LaserPointer(QWidget):
    """Follows the mouse over a window; as large as dot and trail, so that nothing else repaints."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._window = window
        self._goal = QPointF()
        self._trail: list[QPointF] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def moving(self) -> bool:
        """Whether the trail has not caught up with the dot."""
        return self._timer.isActive()

    def switch(self, on: bool, place: QPointF) -> None:
        """Light it at a place of the window, or put it out."""
        self.setVisible(on)
        self._timer.stop()
        if on:
            self._goal, self._trail = place, [place] * TRAIL
            self._place()
            self.raise_()

    def follow(self, place: QPointF) -> None:
        """Go to where the mouse is."""
        if self.isVisible():
            self._goal = place
            if not self._timer.isActive():
                self._timer.start()
                self._tick()

    def _tick(self) -> None:
        self._trail = [*self._trail[1:], self._goal]
        self._place()
        if all(place == self._goal for place in self._trail):
            self._timer.stop()

    def _radius(self) -> float:
        return max(self._window.height() * SHARE, LEAST)

    def _place(self) -> None:
        reach = self._radius() * GLOW + 1.0
        xs, ys = [p.x() for p in self._trail], [p.y() for p in self._trail]
        whole = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        self.setGeometry(whole.adjusted(-reach, -reach, reach, reach).toAlignedRect())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-QPointF(self.pos()))
        radius = self._radius()
        for i, (a, b) in enumerate(pairwise(self._trail)):
            if a != b:
                share = (i + 1) / TRAIL
                faint = QColor(RED)
                faint.setAlphaF(0.5 * share)
                pen = QPen(faint, radius * 1.7 * share)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawLine(a, b)
        self._paint_dot(painter, self._trail[-1], radius)

    def _paint_dot(self, painter: QPainter, at: QPointF, radius: float) -> None:
        light = QRadialGradient(at, radius * GLOW)
        for stop, alpha in ((0.0, 0.85), (0.3, 0.6), (0.55, 0.2), (1.0, 0.0)):
            colour = QColor(RED)
            colour.setAlphaF(alpha)
            light.setColorAt(stop, colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(at, radius * GLOW, radius * GLOW)
        dot = QRadialGradient(at, radius)
        for stop, colour in ((0.0, CORE), (0.45, CORE), (0.75, RED), (1.0, RED)):
            dot.setColorAt(stop, colour)
        painter.setBrush(dot)
        painter.drawEllipse(at, radius, radius)
