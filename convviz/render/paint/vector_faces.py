"""Faces for figures that are scaled: a polygon for each cell, or one fine image of many cells.

Neither SVG nor PDF knows perspective, so nothing here is drawn through a transform.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from convviz.render.paint.faces import FACE_SHADE, FaceImages, Pixels, face_colours
from convviz.render.paint.projection import Array, Lens
from convviz.scene.order import Face
from convviz.scene.palette import Colour
from convviz.scene.primitives import Boxes
from convviz.scene.themes import Look

Frame = tuple[Array, Array, Array]  # corner, and edges along the columns and down the rows

LEGIBLE = 2.5  # logical pixels of a cell from which on it is a polygon
MOST_CELLS = 2500  # of a face drawn as polygons
FINENESS = 3.0  # device pixels of an image for each logical pixel
_IMAGE_SIDE = 6000  # device pixels, whatever the face
_OVERLAP = 0.4  # logical pixels under the next cell, so that no seam shines through


@dataclass(frozen=True, eq=False)
class FigureFaces:
    """Draws the faces of boxes without perspective transforms."""

    painter: QPainter
    lens: Lens
    images: FaceImages
    look: Look
    width: float  # of the figure, logical pixels
    height: float

    def paint(
        self,
        boxes: Boxes,
        box: int,
        face: Face,
        frame: Frame,
        cell: tuple[float, float],
        behind: Colour,
    ) -> None:
        """Draw one face.

        Parameters
        ----------
        cell : (along, down)
            Logical pixels of a cell.
        behind : (red, green, blue)
            The stage's colour there, into which what steps back is mixed.
        """
        colours = face_colours(boxes, box, face, self.look)
        tone = float(np.clip(boxes.tone[box], 0.0, 1.0))
        opacity = float(boxes.opacity[box])
        rows, columns = colours.shape[:2]
        self.painter.setOpacity(opacity)
        alone = rows * columns == 1
        if alone or (opacity >= 1.0 and min(cell) >= LEGIBLE and rows * columns <= MOST_CELLS):
            self._paint_cells(_mixed(colours, face, tone, behind), frame, cell)
        else:
            self._paint_image(boxes, box, face, frame, cell, tone, behind)
        self.painter.setOpacity(1.0)

    def _paint_cells(
        self, cells: NDArray[np.uint8], frame: Frame, cell: tuple[float, float]
    ) -> None:
        """One polygon for each run of cells of one colour."""
        rows, columns = cells.shape[:2]
        origin, along, down = frame
        reach = min(_OVERLAP / cell[0], 0.5), min(_OVERLAP / cell[1], 0.5)
        self.painter.setPen(Qt.PenStyle.NoPen)
        for row in range(rows):
            bottom = row + 1 + (reach[1] if row + 1 < rows else 0.0)
            changes = (cells[row, 1:] != cells[row, :-1]).any(axis=1).nonzero()[0] + 1
            starts = [0, *changes.tolist()]
            for left, end in zip(starts, [*starts[1:], columns], strict=True):
                right = end + (reach[0] if end < columns else 0.0)
                corners = np.array([(left, row), (right, row), (right, bottom), (left, bottom)])
                world = origin + corners / (columns, rows) @ np.stack([along, down])
                if self.lens.homogeneous(world)[:, 2].min() <= self.lens.near:
                    continue  # behind the eye
                flat = self.lens.screen(world)
                if self._outside(flat):
                    continue
                self.painter.setBrush(QColor(*cells[row, left].tolist()))
                self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in flat.tolist()]))

    def _outside(self, flat: Array) -> bool:
        (x0, y0), (x1, y1) = flat.min(axis=0), flat.max(axis=0)
        return bool(x1 < 0.0 or y1 < 0.0 or x0 > self.width or y0 > self.height)

    def _paint_image(
        self,
        boxes: Boxes,
        box: int,
        face: Face,
        frame: Frame,
        cell: tuple[float, float],
        tone: float,
        behind: Colour,
    ) -> None:
        """The face as it is seen, in an upright image that is clear around it."""
        area = self._seen(frame)
        if area is None:
            return
        fine = min(FINENESS, _IMAGE_SIDE / max(area.width(), area.height()))
        size = math.ceil(area.width() * fine), math.ceil(area.height() * fine)
        picture, smooth = self.images.image(
            boxes, box, face, self.look, (cell[0] * fine, cell[1] * fine)
        )
        image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        inside = QPainter(image)
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        inside.scale(fine, fine)
        inside.translate(-area.topLeft())
        origin, along, down = frame
        lay = self.lens.transform(origin, along / picture.width(), down / picture.height())
        inside.setTransform(lay, True)
        inside.drawImage(QPointF(0.0, 0.0), picture)
        if tone < 1.0:
            inside.resetTransform()
            inside.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            inside.setOpacity(1.0 - tone)
            inside.fillRect(image.rect(), QColor.fromRgbF(*behind))
        inside.end()
        self.painter.drawImage(QRectF(area.topLeft(), image.size().toSizeF() / fine), image)

    def _seen(self, frame: Frame) -> QRectF | None:
        """The part of the figure that a face may cover; None where that is nothing."""
        origin, along, down = frame
        corners = np.array([origin, origin + along, origin + down, origin + along + down])
        whole = QRectF(0.0, 0.0, self.width, self.height)
        if self.lens.homogeneous(corners)[:, 2].min() > self.lens.near:
            flat = self.lens.screen(corners)
            low, high = np.floor(flat.min(axis=0)) - 1.0, np.ceil(flat.max(axis=0)) + 1.0
            whole &= QRectF(*low.tolist(), *(high - low).tolist())
        return None if whole.isEmpty() else whole


def _mixed(colours: Pixels, face: Face, tone: float, behind: Colour) -> NDArray[np.uint8]:
    """Cell colours shaded and mixed into the stage, (rows, columns, 3) in 0..255."""
    fall = 1.02 - 0.05 * (np.arange(len(colours)) + 0.5) / len(colours)
    shaded = np.minimum(colours * (FACE_SHADE[face] * fall)[:, None, None], 1.0)
    mixed = shaded * tone + np.asarray(behind) * (1.0 - tone)
    found: NDArray[np.uint8] = np.rint(mixed * 255.0).astype(np.uint8)
    return found
