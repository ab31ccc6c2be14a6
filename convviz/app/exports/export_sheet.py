"""The gallery's proof of the exports: the same moments as window, PNG, SVG and PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from convviz.app.exports.figures import Order, stage_figure
from convviz.app.exports.picture_exports import stage_preview
from convviz.app.window.driven_window import DrivenWindow
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import letters
from convviz.resources import resource
from convviz.scene.palette import Role

FORMS = ("window", "png", "svg", "pdf")
_CELL = QSize(640, 290)  # pixels
_HEAD = 40
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{folder}</dir></fontconfig>"""
# Debian's tools, so that not Qt alone says what its figures look like.
_TOOLS = {
    "svg": "rsvg-convert -w {width} -o {made}.png {drawn}",
    "pdf": "pdftoppm -png -singlefile -scale-to-x {width} -scale-to-y -1 {drawn} {made}",
}


def sheet(rows: list[Callable[[], DrivenWindow]], done: Callable[[DrivenWindow], None]) -> QImage:
    """A row for each moment, a column for each form; windows are opened one after another."""
    image = QImage(
        _CELL.width() * len(FORMS),
        _HEAD + _CELL.height() * len(rows),
        QImage.Format.Format_RGB32,
    )
    image.fill(ink("dark", Role.PANEL))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(letters(18, 600))
    painter.setPen(QColor(ink("dark", Role.TEXT)))
    for column, form in enumerate(FORMS):
        head = QRect(column * _CELL.width(), 0, _CELL.width(), _HEAD)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, form.upper())
    for row, open_window in enumerate(rows):
        window = open_window()
        for column, form in enumerate(FORMS):
            found = _shown(window, form)
            place = QPoint(column * _CELL.width(), _HEAD + row * _CELL.height())
            size = found.size().scaled(_CELL - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(place + QPoint(4, 4), size), found)
        done(window)
    painter.end()
    return image


def _shown(window: DrivenWindow, form: str) -> QImage:
    """The stage as it is on the screen, or as a file of some form shows it."""
    if form == "window":
        return window.stage.grab_picture()
    width = _CELL.width() * 2
    if form == "png":
        return stage_preview(window.stage, width, False)
    scene = window.stage.scene
    assert scene is not None
    return _drawn(stage_figure(scene, Order(form, width)), form, width)


def _drawn(data: bytes, form: str, width: int) -> QImage:
    command = _TOOLS[form].split()
    program = shutil.which(command[0])
    if program is None:
        return _by_qt(data, width) if form == "svg" else QImage()
    with tempfile.TemporaryDirectory() as folder:
        drawn, made = Path(folder, f"figure.{form}"), Path(folder, "made")
        drawn.write_bytes(data)
        given = [part.format(width=width, drawn=drawn, made=made) for part in command[1:]]
        # librsvg takes no fonts from a document: it finds them where the system's are.
        fonts = Path(folder, "fonts.conf")
        fonts.write_text(_FONTS.format(folder=resource("fonts")), encoding="utf-8")
        around = os.environ | {"FONTCONFIG_FILE": str(fonts)}
        subprocess.run([program, *given], check=True, env=around)
        return QImage(f"{made}.png")


def _by_qt(data: bytes, width: int) -> QImage:
    renderer = QSvgRenderer(data)
    size = renderer.defaultSize()
    image = QImage(width, round(size.height() * width / size.width()), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image
