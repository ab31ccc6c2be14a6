"""A scene as a figure: SVG and PDF, in which text stays text, and pixels of any number."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPaintDevice, QPainter, QPdfWriter

from convviz.render.paint.painter import paint_scene
from convviz.render.paint.svg_painter import SvgPainter
from convviz.scene.primitives import Scene

DOTS = 96  # logical pixels per inch
POINTS = 72


def svg_figure(scene: Scene, title: str, clear: bool = False) -> bytes:
    """The scene as an SVG document; `clear` leaves the background out."""
    painter = SvgPainter(scene.width, scene.height, title)
    paint_scene(cast(QPainter, painter), scene, flat=True, clear=clear)
    return painter.text().encode("utf-8")


def pdf_figure(scene: Scene, title: str, clear: bool = False) -> bytes:
    """The scene as one page of PDF, of its own size, with the letters it uses."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    with painting(pdf_page(kept, title, scene.width, scene.height)) as painter:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        paint_scene(painter, scene, flat=True, clear=clear)
    return bytes(kept.data().data())


def pdf_page(device: QIODevice, title: str, width: float, height: float) -> QPdfWriter:
    """A page of so many logical pixels, to paint on."""
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setCreator("ConvViz")
    writer.setResolution(DOTS)
    size = QSizeF(width, height) * (POINTS / DOTS)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF())
    return writer


def pixel_figure(scene: Scene, width: int, clear: bool = False) -> QImage:
    """The scene `width` device pixels wide, and as high as that makes it."""
    scale = width / scene.width
    image = QImage(width, round(scene.height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with painting(image) as painter:
        painter.scale(scale, scale)
        paint_scene(painter, scene, clear=clear)
    return image


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on a device, ended before the device goes, also after a failure."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
