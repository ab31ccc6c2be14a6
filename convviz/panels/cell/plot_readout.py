"""The line over the plot: what the cursor is at, and what it comes to."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import BASE, SEMIBOLD, draw_spans, spans_width
from convviz.panels.painting.text_size import Painted
from convviz.scene.palette import Role
from convviz.scene.primitives import Span

READ_OUT, _HEIGHT = BASE, 24  # type size, and height of the line


class ReadOut(Painted, QWidget):
    """One line over the plot: the channel, its contribution, the sum so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pixels = READ_OUT
        self.setFixedHeight(_HEIGHT)
        self._left: tuple[Span, ...] = ()
        self._right: tuple[Span, ...] = ()
        self._theme = "dark"

    def set_type(self, pixels: int) -> None:
        """Set the line in a size; 0 for the usual one."""
        self._pixels = pixels or READ_OUT
        self.setFixedHeight(round(pixels * 1.5) or _HEIGHT)
        self.update()

    def show_runs(self, left: tuple[Span, ...], right: tuple[Span, ...], theme: str) -> None:
        """Show runs of colour at both ends."""
        if (left, right, theme) != (self._left, self._right, self._theme):
            self._left, self._right, self._theme = left, right, theme
            self.update()

    def text(self) -> str:
        """Give what it says."""
        return f"{words.plain(self._left)}  {words.plain(self._right)}".strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.fillRect(self.rect(), ink(self._theme, Role.PANEL))
        pixels = self._pixels
        baseline = self.height() / 2 + pixels * 0.38
        draw_spans(painter, 14, baseline, self._left, self._theme, pixels)
        right = self._right
        room = self.width() - 40 - spans_width(self._left, pixels)
        if spans_width(right, pixels, SEMIBOLD) > room:
            right = (Span("Σ ", Role.MUTED), *right[1:])
        left = self.width() - 14 - spans_width(right, pixels, SEMIBOLD)
        draw_spans(painter, left, baseline, right, self._theme, pixels, SEMIBOLD)
