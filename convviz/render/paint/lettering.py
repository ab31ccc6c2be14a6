"""Labels in the shipped type family, drawn where the scene has placed them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPen

from convviz.resources import resource
from convviz.scene.palette import Role, colour, hex_of
from convviz.scene.primitives import PlacedLabel, Scene

FAMILY = "Pretendard"
_PLATE_RADIUS = 5.0  # logical pixels
_LEADER_STRENGTH = 0.7


def load_fonts() -> None:
    """Make the shipped family known to Qt, unless it is already."""
    if FAMILY in QFontDatabase.families():
        return
    for file in sorted(resource("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


@lru_cache(maxsize=64)
def font_of(points: float, weight: int, tabular: bool = True) -> QFont:
    """The family at a size in logical pixels; `tabular` for figures of equal width."""
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(max(round(points), 1))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), int(tabular))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def paint_label(painter: QPainter, scene: Scene, label: PlacedLabel, tabular: bool = True) -> None:
    """Draw the leader, the plate and the text of a label.

    Without `tabular` figures a PDF can be searched: the tabular ones have no letter of their own.
    """
    if label.alpha <= 0.0:
        return
    painter.save()
    painter.setOpacity(label.alpha)
    if label.leader is not None:
        _paint_leader(painter, scene, label.leader)
    box = QRectF(label.x, label.y, label.width, label.height)
    if label.plate > 0.0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_plate_colour(scene, label.plate))
        radius = min(_PLATE_RADIUS, label.height / 2.0)
        painter.drawRoundedRect(box, radius, radius)
    font = font_of(label.points, label.weight, tabular)
    metrics = QFontMetricsF(font)
    advances = [metrics.horizontalAdvance(span.text) for span in label.spans]
    x = box.x() + (box.width() - sum(advances)) / 2.0
    y = box.center().y() + metrics.capHeight() / 2.0
    painter.setFont(font)
    for span, advance in zip(label.spans, advances, strict=True):
        painter.setPen(QColor(hex_of(scene.theme, span.role)))
        painter.drawText(QPointF(x, y), span.text)
        x += advance
    painter.restore()


def _plate_colour(scene: Scene, strength: float) -> QColor:
    """The stage's own colour, so that a plate only takes away what lies behind it."""
    top, bottom = (colour(scene.theme, role) for role in (Role.STAGE_TOP, Role.STAGE_BOTTOM))
    red, green, blue = ((a + b) / 2.0 for a, b in zip(top, bottom, strict=True))
    return QColor.fromRgbF(red, green, blue, min(strength, 1.0))


def _paint_leader(
    painter: QPainter, scene: Scene, leader: tuple[float, float, float, float]
) -> None:
    line = QColor(hex_of(scene.theme, Role.MUTED))
    line.setAlphaF(_LEADER_STRENGTH)
    painter.setPen(QPen(line, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(*leader[:2]), QPointF(*leader[2:]))
