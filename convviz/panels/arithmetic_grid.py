"""The k × k products of one channel, as a small grid of input × weight."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz import words
from convviz.model.record import CellRecord
from convviz.panels.arithmetic_figures import Figures, sign_role, width_of
from convviz.panels.icons import ink
from convviz.panels.lettering import REGULAR, SMALL
from convviz.scene.palette import Role

_NUMBER = SMALL
_TALL, _FLAT = 33.0, 18.0  # of a cell with numbers, and at most of one without
_GAP = 2.0
_WIDEST = 100.0
_READABLE = 36.0  # a cell's width from which on numbers fit
_ROOMY = 62.0  # and from which on the sign does too
_TINT = 0.28  # with _TOWARDS_TEXT, every number is at 4.5:1 or more
_TOWARDS_TEXT = 0.48


def grid_height(kernel: tuple[int, int], width: float) -> float:
    """Give how tall the grid is in a page of some width, logical pixels."""
    tall = _cell(kernel, width)[1]
    return kernel[0] * (tall + _GAP) - _GAP


def _cell(kernel: tuple[int, int], width: float) -> tuple[float, float]:
    across = min((width + _GAP) / kernel[1] - _GAP, _WIDEST)
    return across, _TALL if across >= _READABLE else min(across, _FLAT)


def draw_grid(
    painter: QPainter,
    place: QRectF,
    record: CellRecord,
    channel: int,
    theme: str,
    numbers: bool = True,
) -> None:
    """Draw the grid of a channel; the tint of a cell is its product, by sign and size.

    `numbers` False leaves them out, for channels that pass too fast to be read.
    """
    kernel = (record.weights.shape[1], record.weights.shape[2])
    across, tall = _cell(kernel, place.width())
    largest = float(abs(record.products).max()) or 1.0
    readable = numbers and across >= _READABLE
    figures = Figures(painter, theme, _TOWARDS_TEXT) if readable else None
    for row in range(kernel[0]):
        for column in range(kernel[1]):
            left = place.left() + column * (across + _GAP)
            box = QRectF(left, place.top() + row * (tall + _GAP), across, tall)
            inside = bool(record.inside[row, column])
            share = float(record.products[channel, row, column]) / largest
            _draw_back(painter, box, share, inside, theme)
            if figures is not None:
                x = float(record.inputs[channel, row, column])
                w = float(record.weights[channel, row, column])
                _draw_numbers(figures, box, x, w, inside)


def tint(theme: str, share: float) -> QColor:
    """Give the ground of a cell whose product is `share` (−1..1) of the largest."""
    role = Role.POSITIVE if share >= 0.0 else Role.NEGATIVE
    steps = round(min(abs(share), 1.0) * 16) / 16  # few colours, so that they are cached
    return ink(theme, Role.RAISED, role, _TINT * steps)


def _draw_back(painter: QPainter, box: QRectF, share: float, inside: bool, theme: str) -> None:
    if inside:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(theme, share))
        painter.drawRoundedRect(box, 3, 3)
        return
    painter.setPen(QPen(ink(theme, Role.PADDING_EDGE, Role.PANEL, 0.3), 1, Qt.PenStyle.DotLine))
    painter.setBrush(ink(theme, Role.PADDING, Role.PANEL, 0.5))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _draw_numbers(figures: Figures, box: QRectF, x: float, w: float, inside: bool) -> None:
    room = box.width() - 6
    right = box.right() - 3
    role = Role.TEXT if inside and x else Role.MUTED
    figures.put(fitted(x, room), right, box.top() + 13, role, _NUMBER)
    role = sign_role(w) if inside and w else Role.MUTED
    figures.put(fitted(w, room), right, box.top() + 28, role, _NUMBER)
    if box.width() >= _ROOMY:
        figures.begin("×", box.left() + 5, box.top() + 28, Role.MUTED, _NUMBER)


@lru_cache(maxsize=8192)
def fitted(number: float, width: float) -> str:
    """Give a number with as many digits as a width has room for."""
    text = words.value(number)
    digits = 2
    while width_of(text, _NUMBER, REGULAR) > width and digits >= 0:
        text = f"{number:.{digits}f}".replace("-", "\N{MINUS SIGN}")
        digits -= 1
    return text
