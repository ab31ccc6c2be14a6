"""Writes SVG from what the still picture draws: those calls of a QPainter that it makes, no more.

Qt's own generator clips as SVG 1.1 and can be given the shipped letters (the panels' figures are
made so), but sets each run of colour of a label as a text of its own: in a viewer that shows no
fonts of a document the runs collide (28 texts for a stage of 8). Here a label is one text.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from convviz.render.paint.svg_fonts import font_style, shipped_weight

# What shows no fonts of a document has one of these, which know Hangul too.
FALLBACKS = "'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif"
_CAPS = {Qt.PenCapStyle.RoundCap: "round", Qt.PenCapStyle.SquareCap: "square"}
_WORN = 0.05  # logical pixels by which a text may begin after the end of the last and still join


@dataclass(frozen=True)
class _State:
    pen: QPen | None = None
    brush: QBrush | None = None
    opacity: float = 1.0
    clip: str = ""
    font: QFont | None = None


@dataclass
class _Text:
    """A line of text that may go on in other colours."""

    x: float
    y: float
    end: float
    state: _State
    runs: list[tuple[str, QColor]]


class SvgPainter:
    """Stands in for a QPainter; `text` is the document."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self._size = _number(width), _number(height)
        self._title = title
        self._state = _State()
        self._saved: list[_State] = []
        self._definitions: list[str] = []
        self._body: list[str] = []
        self._text: _Text | None = None
        self._letters: dict[int, str] = {}  # written so far, by weight

    def text(self) -> str:
        """The document, as far as it is drawn."""
        self._end_text()
        width, height = self._size
        return "\n".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'<svg xmlns="http://www.w3.org/2000/svg" '
                f'xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" height="{height}" '
                f'viewBox="0 0 {width} {height}" overflow="hidden">',
                f"<title>{escape(self._title)}</title>",
                "<defs>",
                font_style(self._letters),
                f'<clipPath id="all"><rect width="{width}" height="{height}"/></clipPath>',
                *self._definitions,
                "</defs>",
                '<g clip-path="url(#all)" stroke-linejoin="round">',
                *self._body,
                "</g>",
                "</svg>",
                "",
            ]
        )

    # ---- state -------------------------------------------------------------------------------
    def save(self) -> None:
        self._saved.append(self._state)

    def restore(self) -> None:
        self._state = self._saved.pop()

    def deviceTransform(self) -> QTransform:
        return QTransform()

    def setRenderHint(self, hint: QPainter.RenderHint, on: bool = True) -> None:
        """Whoever shows the figure smooths it."""

    def setRenderHints(self, hints: QPainter.RenderHint, on: bool = True) -> None:
        """As above."""

    def setClipRect(self, area: QRectF, how: Qt.ClipOperation) -> None:
        """The whole figure is clipped as it is."""

    def setClipPath(self, path: QPainterPath) -> None:
        name = f"c{len(self._definitions)}"
        inside = f'<path d="{_closed(path.toFillPolygon())}"/>'
        self._definitions.append(f'<clipPath id="{name}">{inside}</clipPath>')
        self._state = replace(self._state, clip=f' clip-path="url(#{name})"')

    def setOpacity(self, opacity: float) -> None:
        self._state = replace(self._state, opacity=opacity)

    def setPen(self, pen: QPen | QColor | Qt.PenStyle) -> None:
        made = QPen(pen)
        hidden = made.style() is Qt.PenStyle.NoPen
        self._state = replace(self._state, pen=None if hidden else made)

    def setBrush(self, brush: QBrush | QColor | Qt.BrushStyle) -> None:
        made = QBrush(brush)
        hidden = made.style() is Qt.BrushStyle.NoBrush
        self._state = replace(self._state, brush=None if hidden else made)

    def setFont(self, font: QFont) -> None:
        self._state = replace(self._state, font=font)

    # ---- shapes ------------------------------------------------------------------------------
    def drawPolygon(self, polygon: QPolygonF) -> None:
        self._add(f'<path{self._fill()}{self._stroke()} d="{_closed(polygon)}"/>')

    def drawLines(self, lines: Iterable[QLineF]) -> None:
        parts = (f"M{_point(line.p1())}L{_point(line.p2())}" for line in lines)
        path = "".join(parts)
        if path and self._state.pen is not None:
            self._add(f'<path fill="none"{self._stroke()} d="{path}"/>')

    def drawLine(self, start: QPointF, end: QPointF) -> None:
        self.drawLines([QLineF(start, end)])

    def drawRoundedRect(self, area: QRectF, rx: float, ry: float) -> None:
        shape = f'{_area(area)} rx="{_number(rx)}" ry="{_number(ry)}"'
        self._add(f"<rect{self._fill()}{self._stroke()} {shape}/>")

    def fillRect(self, area: QRectF, brush: QBrush) -> None:
        self._add(f"<rect{self._paint('fill', brush)} {_area(area)}/>")

    def drawImage(self, area: QRectF, image: QImage) -> None:
        kept = QBuffer()
        kept.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(kept, b"PNG").write(image)
        data = base64.b64encode(kept.data().data()).decode("ascii")
        faint = _share("opacity", self._state.opacity)
        self._add(
            f'<image {_area(area)}{faint} preserveAspectRatio="none" '
            f'xlink:href="data:image/png;base64,{data}"/>'
        )

    # ---- text --------------------------------------------------------------------------------
    def drawText(self, at: QPointF, text: str) -> None:
        font, pen = self._state.font, self._state.pen
        if not text or font is None or pen is None:
            return
        line = self._text
        joins = (
            line is not None
            and line.state.font == font
            and line.state.opacity == self._state.opacity
            and line.y == at.y()
            and abs(line.end - at.x()) < _WORN
        )
        if line is None or not joins:
            self._end_text()
            line = self._text = _Text(at.x(), at.y(), at.x(), self._state, [])
        line.runs.append((text, pen.color()))
        line.end += QFontMetricsF(font).horizontalAdvance(text)

    def _end_text(self) -> None:
        line, self._text = self._text, None
        if line is None:
            return
        font = line.state.font
        assert font is not None
        weight = shipped_weight(int(font.weight()))
        self._letters[weight] = self._letters.get(weight, "") + "".join(t for t, _ in line.runs)
        runs = "".join(
            f"<tspan{self._paint('fill', QBrush(colour), 1.0)}>{escape(text, quote=False)}</tspan>"
            for text, colour in line.runs
        )
        middle = (line.x + line.end) / 2.0  # so that another family widens it both ways
        self._body.append(
            f'<text x="{_number(middle)}" y="{_number(line.y)}" text-anchor="middle"'
            f'{_share("opacity", line.state.opacity)} xml:space="preserve" '
            f'font-family="{font.family()}, {FALLBACKS}" font-size="{font.pixelSize()}" '
            f'font-weight="{int(font.weight())}" style="font-variant-numeric:tabular-nums">'
            f"{runs}</text>"
        )

    # ---- how it is painted -------------------------------------------------------------------
    def _add(self, element: str) -> None:
        self._end_text()
        clip = self._state.clip
        self._body.append(f"<g{clip}>{element}</g>" if clip else element)

    def _fill(self) -> str:
        brush = self._state.brush
        return ' fill="none"' if brush is None else self._paint("fill", brush)

    def _stroke(self) -> str:
        pen = self._state.pen
        if pen is None:
            return ""
        out = self._paint("stroke", pen.brush())
        if pen.widthF() != 1.0:
            out += f' stroke-width="{_number(pen.widthF())}"'
        cap = _CAPS.get(pen.capStyle())
        if cap is not None:
            out += f' stroke-linecap="{cap}"'
        if pen.style() is Qt.PenStyle.CustomDashLine:
            dashes = " ".join(_number(each * pen.widthF()) for each in pen.dashPattern())
            out += f' stroke-dasharray="{dashes}"'
        return out

    def _paint(self, name: str, brush: QBrush, opacity: float | None = None) -> str:
        """The attributes of a colour or of a gradient down the figure."""
        share = self._state.opacity if opacity is None else opacity
        if brush.style() is not Qt.BrushStyle.LinearGradientPattern:
            colour = brush.color()
            alpha = colour.alphaF() * share
            return f' {name}="{colour.name()}"{_share(f"{name}-opacity", alpha)}'
        stops = "".join(
            f'<stop offset="{_number(at)}" stop-color="{colour.name()}"/>'
            for at, colour in brush.gradient().stops()
        )
        made = (
            f'<linearGradient id="stage" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" '
            f'y2="{self._size[1]}">{stops}</linearGradient>'
        )
        if made not in self._definitions:
            self._definitions.append(made)
        return f' {name}="url(#stage)"{_share(f"{name}-opacity", share)}'


def _share(name: str, value: float) -> str:
    return "" if value >= 0.9995 else f' {name}="{value:.3g}"'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _point(at: QPointF) -> str:
    return f"{_number(at.x())} {_number(at.y())}"


def _area(area: QRectF) -> str:
    return (
        f'x="{_number(area.x())}" y="{_number(area.y())}" '
        f'width="{_number(area.width())}" height="{_number(area.height())}"'
    )


def _closed(polygon: QPolygonF) -> str:
    return "M" + "L".join(_point(at) for at in polygon.toList()) + "Z"
