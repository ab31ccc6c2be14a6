"""The k × k products of one channel, as a small grid of input × weight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz import words
from convviz.model.record import CellRecord
from convviz.panels.icons import ink
from convviz.panels.lettering import SMALL, draw_text, text_width
from convviz.scene.palette import Role

_NUMBER = SMALL - 1
_TALL, _FLAT = 34.0, 18.0  # of a cell with numbers, and at most of one without
_GAP = 2.0
_WIDEST = 72.0
_READABLE = 36.0  # a cell's width from which on numbers fit
_TINT = 0.34


def grid_height(kernel: tuple[int, int], width: float) -> float:
    """Give how tall the grid is in a page of some width, logical pixels."""
    tall = _cell(kernel, width)[1]
    return kernel[0] * (tall + _GAP) - _GAP


def _cell(kernel: tuple[int, int], width: float) -> tuple[float, float]:
    across = min((width + _GAP) / kernel[1] - _GAP, _WIDEST)
    return across, _TALL if across >= _READABLE else min(across, _FLAT)


def draw_grid(
    painter: QPainter,
    left: float,
    top: float,
    width: float,
    record: CellRecord,
    channel: int,
    theme: str,
) -> None:
    """Draw the grid of a channel; the tint of a cell is its product, by sign and size."""
    kernel = (record.weights.shape[1], record.weights.shape[2])
    across, tall = _cell(kernel, width)
    largest = float(abs(record.products).max()) or 1.0
    for row in range(kernel[0]):
        for column in range(kernel[1]):
            box = QRectF(
                left + column * (across + _GAP), top + row * (tall + _GAP), across, tall
            )
            inside = bool(record.inside[row, column])
            product = float(record.products[channel, row, column])
            _draw_back(painter, box, product / largest, inside, theme)
            if across >= _READABLE:
                x = float(record.inputs[channel, row, column])
                w = float(record.weights[channel, row, column])
                _draw_numbers(painter, box, x, w, inside, theme)


def tint(theme: str, share: float) -> QColor:
    """Give the ground of a cell whose product is `share` (−1..1) of the largest."""
    role = Role.POSITIVE if share >= 0.0 else Role.NEGATIVE
    steps = round(min(abs(share), 1.0) * 16) / 16  # few colours, so that they are cached
    return ink(theme, Role.RAISED, role, _TINT * steps)


def _draw_back(
    painter: QPainter, box: QRectF, share: float, inside: bool, theme: str
) -> None:
    if inside:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(theme, share))
        painter.drawRoundedRect(box, 3, 3)
        return
    painter.setPen(QPen(ink(theme, Role.PADDING_EDGE, Role.PANEL, 0.3), 1, Qt.PenStyle.DotLine))
    painter.setBrush(ink(theme, Role.PADDING, Role.PANEL, 0.5))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _draw_numbers(
    painter: QPainter, box: QRectF, x: float, w: float, inside: bool, theme: str
) -> None:
    room = box.width() - 6
    upper, lower = fitted(x, room), fitted(w, room)
    right = box.right() - 3
    role = Role.TEXT if inside and x else Role.MUTED
    draw_text(
        painter, right - text_width(upper, _NUMBER), box.top() + 14, upper, theme, role, _NUMBER
    )
    sign = Role.POSITIVE if w > 0.0 else Role.NEGATIVE
    start = right - text_width(lower, _NUMBER)
    role = sign if inside and w else Role.MUTED
    draw_text(painter, start, box.top() + 28, lower, theme, role, _NUMBER)
    if start - box.left() >= 11:
        painter.setPen(ink(theme, Role.MUTED))
        painter.drawText(QPointF(box.left() + 4, box.top() + 28), "×")


def fitted(number: float, width: float) -> str:
    """Give a number with as many digits as a width has room for."""
    text = words.value(number)
    digits = 2
    while text_width(text, _NUMBER) > width and digits >= 0:
        text = f"{number:.{digits}f}".replace("-", "\N{MINUS SIGN}")
        digits -= 1
    return text
