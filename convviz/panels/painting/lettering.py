"""Text that panels paint themselves: fonts in the few sizes of the product, runs of colour."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from convviz.panels.painting.icons import ink
from convviz.scene.palette import Role
from convviz.scene.primitives import Span

FAMILY = "Pretendard"  # the one that ships; `app` loads it before any panel is made
SMALL, BASE, VALUE, HEADLINE = 13, 14, 16, 23
REGULAR, SEMIBOLD = 400, 600
LEAST = 0.8  # of its size: what a line may shrink to that has too little room


@lru_cache(maxsize=64)
def letters(pixels: int = BASE, weight: int = REGULAR) -> QFont:
    """Give the product's family in a size, figures all of one width; not to be modified."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=64)
def metrics(pixels: int = BASE, weight: int = REGULAR) -> QFontMetricsF:
    """Give the measures of `letters`."""
    return QFontMetricsF(letters(pixels, weight))


@lru_cache(maxsize=4096)
def text_width(text: str, pixels: int = BASE, weight: int = REGULAR) -> float:
    """Give how wide a text is, in logical pixels."""
    return metrics(pixels, weight).horizontalAdvance(text)


def spans_width(runs: tuple[Span, ...], pixels: int = BASE, weight: int = REGULAR) -> float:
    """Give how wide runs of colour are, in logical pixels."""
    return sum(text_width(run.text, pixels, weight) for run in runs)


def draw_spans(
    painter: QPainter,
    left: float,
    baseline: float,
    runs: tuple[Span, ...],
    theme: str,
    pixels: int = BASE,
    weight: int = REGULAR,
) -> float:
    """Draw runs of colour from `left` on and give where they end."""
    painter.setFont(letters(pixels, weight))
    for run in runs:
        painter.setPen(ink(theme, run.role))
        painter.drawText(QPointF(left, baseline), run.text)
        left += text_width(run.text, pixels, weight)
    return left


def draw_text(
    painter: QPainter,
    left: float,
    baseline: float,
    text: str,
    theme: str,
    role: Role = Role.TEXT,
    pixels: int = BASE,
    weight: int = REGULAR,
) -> float:
    """Draw one text from `left` on and give where it ends."""
    return draw_spans(painter, left, baseline, (Span(text, role),), theme, pixels, weight)


def shortened(text: str, width: float, pixels: int = BASE, weight: int = REGULAR) -> str:
    """Give `text`, ending in "…" where it is wider than `width` logical pixels."""
    return metrics(pixels, weight).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))


def fitted(runs: tuple[Span, ...], width: float, pixels: int = BASE, weight: int = REGULAR) -> int:
    """Give the size, down to four fifths of `pixels`, at which `runs` are no wider than `width`."""
    least = math.ceil(pixels * LEAST)
    while pixels > least and spans_width(runs, pixels, weight) > width:
        pixels -= 1
    return pixels
