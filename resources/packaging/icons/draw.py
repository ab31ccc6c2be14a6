"""The program's icon in every system's format, from resources/icons/convviz.svg: run it anew
after changing that, with ConvViz's own environment: python resources/packaging/icons/draw.py
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
DRAWING = HERE.parents[1] / "icons" / "convviz.svg"
LARGEST = 1024
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
LINUX = (48, 256)
MACOS_SHARE = 0.82  # of the square: the margin that macOS gives its icons


def picture(side: int, share: float = 1.0) -> Image.Image:
    """The drawing, `side` pixels across, filling a share of them."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(side * (1 - share) / 2, side * (1 - share) / 2)
    painter.scale(share, share)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data())))


def main() -> None:
    """Write all files."""
    app = QGuiApplication(["draw", "-platform", "offscreen"])
    pictures = [picture(side) for side in WINDOWS]
    pictures[-1].save(
        HERE / "convviz.ico", sizes=[(side, side) for side in WINDOWS], append_images=pictures[:-1]
    )
    picture(LARGEST, MACOS_SHARE).save(HERE / "convviz.icns")
    for side in LINUX:
        picture(side).save(HERE / f"convviz-{side}.png", optimize=True)
    del app


if __name__ == "__main__":
    main()
