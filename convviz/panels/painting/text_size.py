"""The text size: one factor for all that panels paint, and for widths that hold text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QRegion, QTransform
from PySide6.QtWidgets import QWidget

_WIDTH, _SIDE = "width-at-100", "side-at-100"
_factor = 1.0
_LARGE = 1.5


def set_text_size(percent: int) -> None:
    """Paint and measure at a text size from now on; `refit` what is there already."""
    global _factor
    _factor = percent / 100.0


def text_factor() -> float:
    """The text size as a factor, 1.0 to 2.0."""
    return _factor


def large() -> bool:
    """Whether the text is so large that what stands side by side goes one below another."""
    return _factor > _LARGE


def enlarged(pixels: float) -> int:
    """A length that goes with the text, in logical pixels; `pixels` is what it is at 100 %."""
    return round(pixels * _factor)


def icon_side(pixels: float) -> int:
    """The side of an icon or its button: they grow less than the text beside them."""
    return round(pixels * math.sqrt(_factor))


def fix_width(widget: QWidget, pixels: int) -> None:
    """Give a widget that holds text a fixed width, which goes with the text size."""
    widget.setProperty(_WIDTH, pixels)
    widget.setFixedWidth(enlarged(pixels))


def fix_side(widget: QWidget, pixels: int) -> None:
    """Give a button with an icon its fixed size, which goes with the text size."""
    widget.setProperty(_SIDE, pixels)
    widget.setFixedSize(icon_side(pixels), icon_side(pixels))


def refit(root: QWidget) -> None:
    """Bring everything in a window to the present text size."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, Painted):
            widget.refit()
        elif (width := widget.property(_WIDTH)) is not None:
            widget.setFixedWidth(enlarged(width))
        elif (side := widget.property(_SIDE)) is not None:
            widget.setFixedSize(icon_side(side), icon_side(side))


# A second Qt class among the bases would make a second widget: for the types alone it is one.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Painted(_Widget):
    """A widget that paints itself, in places and sizes as they are at a text size of 100 %.

    To be named before the Qt class. What Python asks of the widget (`width`, `rect`, ...) and
    tells it (`setFixedHeight`, ...) is in these pixels; what Qt calls is not: a mouse event's
    place goes through `unscaled`, and `heightForWidth` converts both ways.
    """

    _fixed: tuple[int | None, int | None] = (None, None)  # width, height

    def painter(self) -> QPainter:
        """A painter on the widget."""
        painter = QPainter(self)
        if _factor != 1.0:
            painter.scale(_factor, _factor)
        return painter

    def unscaled(self, place: QPointF | QPoint) -> QPointF:
        """A place that Qt gave."""
        at = QPointF(place)
        return QPointF(at.x() / _factor, at.y() / _factor)

    def unscaled_region(self, region: QRegion) -> QRegion:
        """A region that Qt gave: all pixels that it touches."""
        if _factor == 1.0:
            return region
        back = QTransform.fromScale(1 / _factor, 1 / _factor)
        whole = QRegion()
        for part in region:  # type: ignore[attr-defined]  # PySide's types leave out __iter__
            whole += back.mapRect(QRectF(part)).toAlignedRect()
        return whole

    def width(self) -> int:
        width: int = super().width()
        return int(width / _factor)

    def height(self) -> int:
        return round(super().height() / _factor)

    def size(self) -> QSize:
        return QSize(self.width(), self.height())

    def rect(self) -> QRect:
        width, height = super().width() / _factor, super().height() / _factor
        return QRect(0, 0, math.ceil(width), math.ceil(height))

    def setFixedHeight(self, height: int) -> None:
        self._fixed = (self._fixed[0], height)
        super().setFixedHeight(enlarged(height))

    def setFixedWidth(self, width: int) -> None:
        self._fixed = (width, self._fixed[1])
        super().setFixedWidth(enlarged(width))

    def fix_size(self, width: int, height: int) -> None:
        """Give it a fixed size, which goes with the text size."""
        self.setFixedWidth(width)
        self.setFixedHeight(height)

    def update_part(self, part: QRect) -> None:
        """Repaint a part of it."""
        scale = QTransform.fromScale(_factor, _factor)
        self.update(scale.mapRect(QRectF(part)).toAlignedRect())

    def refit(self) -> None:
        """Take the present text size."""
        width, height = self._fixed
        if width is not None:
            super().setFixedWidth(enlarged(width))
        if height is not None:
            super().setFixedHeight(enlarged(height))
        super().updateGeometry()
        super().update()
