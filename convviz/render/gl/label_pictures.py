"""Labels as pictures: text laid out and drawn by QPainter at device resolution."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPainter,
)

from convviz.resources import resource
from convviz.scene import palette
from convviz.scene.palette import Role
from convviz.scene.primitives import PlacedLabel, Span

FAMILY = "Pretendard"

_PLATE_RADIUS = 5.0  # logical pixels

# Device pixels around a label's rectangle, for glyphs that reach over their advance.
BLEED = 2

# Everything that a label's picture depends on.
PictureKey = tuple[tuple[Span, ...], int, int, int, int, float, str, float]


def picture_key(label: PlacedLabel, theme: str, ratio: float) -> PictureKey:
    """Spans, size in device pixels, type size and weight, plate, theme and pixel ratio."""
    return (
        label.spans,
        max(math.ceil(label.width * ratio - 1e-3), 1),
        max(math.ceil(label.height * ratio - 1e-3), 1),
        type_pixels(label.points, ratio),
        label.weight,
        label.plate,
        theme,
        ratio,
    )


def type_pixels(points: float, ratio: float) -> int:
    """Type size in whole device pixels."""
    return max(round(points * ratio), 1)


@lru_cache(maxsize=1)
def _load_family() -> None:
    if FAMILY in QFontDatabase.families():
        return
    for path in sorted(resource("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@lru_cache(maxsize=64)
def label_font(pixels: int, weight: int) -> QFont:
    """The product's family at `pixels`, with figures of equal width."""
    _load_family()
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def draw_picture(key: PictureKey) -> QImage:
    """Draw a label, its text in the middle of its rectangle, with BLEED around; premultiplied."""
    spans, width, height, pixels, weight, plate, theme, ratio = key
    size = QSize(width + 2 * BLEED, height + 2 * BLEED)
    picture = QImage(size, QImage.Format.Format_RGBA8888_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(BLEED, BLEED)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if plate > 0.0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_plate_colour(theme, plate))
        radius = min(_PLATE_RADIUS * ratio, height / 2.0)
        painter.drawRoundedRect(QRectF(0.0, 0.0, width, height), radius, radius)
    font = label_font(pixels, weight)
    measure = QFontMetricsF(font)
    painter.setFont(font)
    advances = [measure.horizontalAdvance(span.text) for span in spans]
    x = float(round((width - sum(advances)) / 2.0))
    baseline = round((height + measure.capHeight()) / 2.0)
    for span, advance in zip(spans, advances, strict=True):
        painter.setPen(QColor(palette.hex_of(theme, span.role)))
        painter.drawText(QPointF(x, baseline), span.text)
        x += advance
    painter.end()
    return picture


def _plate_colour(theme: str, plate: float) -> QColor:
    top, bottom = (palette.colour(theme, role) for role in (Role.STAGE_TOP, Role.STAGE_BOTTOM))
    red, green, blue = ((a + b) / 2.0 for a, b in zip(top, bottom, strict=True))
    return QColor.fromRgbF(red, green, blue, min(plate, 1.0))
