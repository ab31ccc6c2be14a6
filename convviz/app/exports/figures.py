"""Figures to take along: the stage, the plot, the chain or the window as PNG, SVG or PDF."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from convviz.app.image_bytes import png
from convviz.app.stage.strip_items import strip_items
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.strip.chain_strip import ChainStrip
from convviz.render.paint.figure import (
    DOTS,
    painting,
    pdf_figure,
    pdf_page,
    pixel_figure,
    svg_figure,
)
from convviz.render.paint.lettering import FAMILY
from convviz.render.paint.painter import paint_scene
from convviz.render.paint.svg_fonts import FILES, font_style
from convviz.render.paint.svg_painter import FALLBACKS
from convviz.scene.primitives import Scene
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

FORMS = ("png", "svg", "pdf")
WIDEST = 7680  # pixels: 8K
_PLOT = QSize(960, 320)  # logical pixels
_CHAIN = 1280  # logical pixels across
_TEXT = re.compile(r">([^<>]*)</text>")


@dataclass(frozen=True)
class Order:
    """How a figure is wanted.

    Attributes
    ----------
    form : str
        One of `FORMS`.
    width : int
        Pixels across, of a PNG.
    clear : bool
        Without a background, where there is one to leave out.
    title : str
        What the file calls itself.
    """

    form: str
    width: int
    clear: bool = False
    title: str = "ConvViz"


def stage_figure(scene: Scene, order: Order) -> bytes:
    """The stage."""
    if order.form == "svg":
        return svg_figure(scene, order.title, order.clear)
    if order.form == "pdf":
        return pdf_figure(scene, order.title, order.clear)
    return png(pixel_figure(scene, order.width, order.clear))


def plot_panel(resolved: Resolved, playback: Playback) -> QWidget:
    """A flat plot of its own, at a moment."""
    panel = PlotPanel()
    panel.resize(_PLOT)
    panel.apply(None, resolved)
    panel.retranslate()
    panel.tick(playback, resolved)
    return panel


def chain_panel(resolved: Resolved) -> QWidget:
    """A chain strip of its own, as long as its network."""
    strip = ChainStrip()
    strip.resize(_CHAIN, strip.sizeHint().height())
    strip.apply(strip_items(resolved), resolved.settings.look, resolved.common.depth_unit)
    strip.resize(max(_CHAIN, round(strip.strip.content_width)), strip.sizeHint().height())
    return strip


def panel_figure(panel: QWidget, order: Order) -> bytes:
    """A widget: its text stays text in SVG and PDF."""
    if order.form == "png":
        return png(_pixels(panel, order.width))
    return _svg(panel, order.title) if order.form == "svg" else _pdf(panel, None, None, order.title)


def window_figure(window: QWidget, view: QWidget, scene: Scene | None, order: Order) -> bytes:
    """The whole window; in SVG and PDF its stage is a figure too, not a picture of the screen.

    Parameters
    ----------
    view : QWidget
        The widget in which the stage is drawn.
    """
    if order.form == "png":
        return png(window.grab().toImage())
    place = QRect(view.mapTo(window, QPoint()), view.size())
    if order.form == "pdf":
        return _pdf(window, scene, place, order.title)
    made = _svg(window, order.title)
    if scene is None:
        return made
    stage = svg_figure(scene, order.title).decode("utf-8").split("\n", 1)[1]
    stage = stage.replace("<svg ", f'<svg x="{place.x()}" y="{place.y()}" ', 1)
    whole, end = made.decode("utf-8").rsplit("</svg>", 1)
    return f"{whole}{stage}</svg>{end}".encode()


def _pixels(panel: QWidget, width: int) -> QImage:
    scale = width / panel.width()
    image = QImage(width, round(panel.height() * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(0)
    with painting(image) as painter:
        _render(panel, painter)
    return image


def _render(panel: QWidget, painter: QPainter) -> None:
    both = QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren
    panel.render(painter, QPoint(), QRegion(), both)


def _svg(panel: QWidget, title: str) -> bytes:
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(kept)
    generator.setTitle(title)
    generator.setDescription("")
    generator.setResolution(DOTS)
    generator.setSize(panel.size())
    generator.setViewBox(panel.rect())
    with painting(generator) as painter:
        _render(panel, painter)
    return _with_letters(bytes(kept.data().data()).decode("utf-8")).encode("utf-8")


def _with_letters(document: str) -> str:
    """Qt's SVG with the shipped letters in it, since it only names them."""
    written = html.unescape("".join(_TEXT.findall(document)))
    style = font_style(dict.fromkeys(FILES, written))
    return document.replace("<defs>", f"<defs>{style}", 1).replace(
        f'font-family="{FAMILY}"', f'font-family="{FAMILY}, {FALLBACKS}"'
    )


def _pdf(panel: QWidget, scene: Scene | None, place: QRect | None, title: str) -> bytes:
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    with painting(pdf_page(kept, title, panel.width(), panel.height())) as painter:
        _render(panel, painter)
        if scene is not None and place is not None:
            painter.translate(place.topLeft())
            paint_scene(painter, scene, flat=True)
    return bytes(kept.data().data())
