"""Numbers set in columns: each ends at its column's edge, and is measured once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from convviz import words
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import BASE, REGULAR, letters, text_width
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded


@lru_cache(maxsize=8192)
def width_of(text: str, pixels: int, weight: int) -> float:
    """Give how wide a text is; shaping it takes as long as drawing it, so it is kept."""
    return text_width(text, pixels, weight)


def sign_role(number: float) -> Role:
    """Give the colour of a value by its sign; zero is plain."""
    if number == 0.0:
        return Role.TEXT
    return Role.POSITIVE if number > 0.0 else Role.NEGATIVE


class Figures:
    """Draws into one painter; sets its font only where it changes.

    `towards_text` mixes every colour with that of plain text, for a tinted ground.
    """

    def __init__(self, painter: QPainter, theme: str, towards_text: float = 0.0) -> None:
        self._painter, self._theme, self._towards_text = painter, theme, towards_text
        self._font = (0, 0)

    def put(
        self,
        text: str,
        right: float,
        baseline: float,
        role: Role = Role.TEXT,
        pixels: int = BASE,
        weight: int = REGULAR,
    ) -> None:
        """Draw a text that ends at `right`."""
        left = right - width_of(text, pixels, weight)
        self.begin(text, left, baseline, role, pixels, weight)

    def begin(
        self,
        text: str,
        left: float,
        baseline: float,
        role: Role = Role.TEXT,
        pixels: int = BASE,
        weight: int = REGULAR,
    ) -> None:
        """Draw a text that begins at `left`."""
        if self._font != (pixels, weight):
            self._painter.setFont(letters(pixels, weight))
            self._font = (pixels, weight)
        self._painter.setPen(ink(self._theme, role, Role.TEXT, self._towards_text))
        self._painter.drawText(QPointF(left, baseline), text)

    def value(
        self,
        number: float,
        decimals: int,
        right: float,
        baseline: float,
        pixels: int = BASE,
        weight: int = REGULAR,
    ) -> None:
        """Draw a value of a table in the colour of its sign."""
        self.put(words.fixed(number, decimals), right, baseline, sign_role(number), pixels, weight)

    def rounded(
        self,
        number: Rounded,
        right: float,
        baseline: float,
        pixels: int = BASE,
        weight: int = REGULAR,
        role: Role | None = None,
    ) -> None:
        """Draw a number with its decimals in a colour, that of its sign where none is given."""
        text = words.fixed(number.value, number.decimals)
        self.put(text, right, baseline, role or sign_role(number.value), pixels, weight)
