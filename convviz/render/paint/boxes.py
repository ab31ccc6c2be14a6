"""One box: its faces as perspective pictures, the lines between its cells, its edges."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from convviz.render.paint.faces import FaceImages, hollow_cells
from convviz.render.paint.hidden_lines import EDGE_FACES, EDGES
from convviz.render.paint.projection import (
    FACE_AXES,
    Array,
    Lens,
    clip_polygon,
    clip_segments,
    convex_hull,
    face_frame,
)
from convviz.render.paint.vector_faces import FigureFaces
from convviz.scene.order import Face, box_corners
from convviz.scene.palette import Colour, Role, colour, hex_of, stroke
from convviz.scene.primitives import Boxes, Colours, Scene

# Lines between cells begin to show at 2.5 and are whole from 6 logical pixels per cell.
_LINES_FROM, _LINES_WHOLE = 2.5, 6.0
_LINE_STRENGTH = 0.62
_HATCH_STRENGTH = 0.45
_BEHIND_GLASS = 0.3  # of the edges of a glass box that it stands before
_ALPHA_STEPS = 12
_DOTS = 2.5  # logical pixels


@dataclass(frozen=True, eq=False)
class BoxPainter:
    """Draws boxes of one scene."""

    painter: QPainter
    scene: Scene
    lens: Lens
    images: FaceImages
    scale: float  # device pixels per logical pixel
    fine: bool = True  # smooth borders of faces: slow where there are hundreds of boxes
    figure: FigureFaces | None = None  # draws the faces where the device knows no perspective

    def paint(
        self, boxes: Boxes, box: int, shown: NDArray[np.bool_], outline: QPolygonF | None
    ) -> None:
        """Draw one box.

        Parameters
        ----------
        shown : (6,) bool
            Faces that look at the viewer.
        outline : polygon or None
            Part of the screen that is drawn; None for all of it.
        """
        low = boxes.low[box].astype(np.float64)
        size = boxes.size[box].astype(np.float64)
        if boxes.opacity[box] <= 0.0:
            return
        faces = [face for face in Face if shown[face] and _area(face, size) > 0.0]
        polygons = [clip_polygon(self.lens, _face_corners(face, low, size)) for face in faces]
        seen = [polygon for polygon in polygons if len(polygon) > 2]
        if not seen:
            return
        hull = convex_hull(np.concatenate(seen))
        if len(hull) < 3 or not self._on_screen(hull):
            return
        with saved(self.painter):
            if outline is not None:
                self.painter.setClipPath(_path(outline))
            self._paint_box(boxes, box, shown, (low, size), faces, hull)

    def _paint_box(
        self,
        boxes: Boxes,
        box: int,
        shown: NDArray[np.bool_],
        place: tuple[Array, Array],
        faces: list[Face],
        hull: Array,
    ) -> None:
        corners = box_corners(*place)[0]
        inner = shown[EDGE_FACES[:, 0]] & shown[EDGE_FACES[:, 1]]
        pen = self._edge_pen(boxes, box, float(hull[:, 1].mean()))
        if pen is not None and boxes.opacity[box] < 1.0:
            unseen = ~shown[EDGE_FACES[:, 0]] & ~shown[EDGE_FACES[:, 1]]
            self.painter.setOpacity(_BEHIND_GLASS)
            self._paint_edges(pen, corners[EDGES[unseen, 0]], corners[EDGES[unseen, 1]])
        self._paint_faces(boxes, box, faces, *place, _polygon(hull))
        self.painter.setOpacity(1.0)
        if pen is not None:
            self._paint_edges(pen, corners[EDGES[inner, 0]], corners[EDGES[inner, 1]])
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawPolygon(_polygon(hull))

    def _on_screen(self, hull: Array) -> bool:
        (x0, y0), (x1, y1) = hull.min(axis=0), hull.max(axis=0)
        return bool(x1 > 0 and y1 > 0 and x0 < self.scene.width and y0 < self.scene.height)

    def _paint_faces(
        self,
        boxes: Boxes,
        box: int,
        faces: list[Face],
        low: Array,
        size: Array,
        hull: QPolygonF,
    ) -> None:
        tone = float(np.clip(boxes.tone[box], 0.0, 1.0))
        opacity = float(boxes.opacity[box])
        glass = opacity < 1.0
        if self.figure is None and glass and tone < 1.0:
            # First the share of the background in the blended colour.
            self._wash(hull, 1.0 - (1.0 - opacity) / (1.0 - opacity * tone))
        for number, face in enumerate(faces):
            frame = face_frame(face, low, size)
            column, row = FACE_AXES[face.axis]
            count = int(boxes.count[box, column]), int(boxes.count[box, row])
            cell = self._cell_pixels(frame, count)
            if self.figure is not None:
                behind = stage_colour(self.scene, hull.boundingRect().center().y())
                self.figure.paint(boxes, box, face, frame, cell, behind)
            else:
                under = hull if not glass and number == 0 else None
                self._paint_picture(boxes, box, face, frame, cell, under)
            if boxes.colours is Colours.PADDING and min(cell) > _LINES_FROM:
                self._hatch(frame, count, min(cell))
            if boxes.grid > 0.0 and max(cell) > _LINES_FROM:
                role = Role.EMPTY_LINE if boxes.colours is Colours.EMPTY else Role.CELL_LINE
                self._paint_cell_lines(boxes.grid * _LINE_STRENGTH, frame, count, role)
                self._paint_hollow(boxes, box, face, frame, min(cell))
        if self.figure is None and not glass and tone < 1.0:
            self._wash(hull, 1.0 - tone)

    def _paint_picture(
        self,
        boxes: Boxes,
        box: int,
        face: Face,
        frame: tuple[Array, Array, Array],
        cell: tuple[float, float],
        under: QPolygonF | None,
    ) -> None:
        """A face as one picture in perspective; `under`, if any, is filled first."""
        along_pixels, down_pixels = cell[0] * self.scale, cell[1] * self.scale
        image, smooth = self.images.image(
            boxes, box, face, self.scene.look, (along_pixels, down_pixels)
        )
        if under is not None:  # so that nothing shines through between two faces
            self._fill(under, image.pixelColor(image.width() // 2, image.height() // 2))
        opacity = float(boxes.opacity[box])
        tone = float(np.clip(boxes.tone[box], 0.0, 1.0))
        self.painter.setOpacity(opacity * tone if opacity < 1.0 else 1.0)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        origin, along, down = frame
        transform = self.lens.transform(origin, along / image.width(), down / image.height())
        with saved(self.painter):
            if not self.fine and boxes.edge is not None:  # its edges cover the steps
                self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self.painter.setTransform(transform, True)
            self.painter.drawImage(QPointF(0.0, 0.0), image)

    def _fill(self, hull: QPolygonF, ink: QColor) -> None:
        self.painter.setOpacity(1.0)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ink)
        self.painter.drawPolygon(hull)

    def _wash(self, hull: QPolygonF, strength: float) -> None:
        """Mix what is drawn inside an outline towards the stage's background."""
        self.painter.setOpacity(strength)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(background(self.scene))
        self.painter.drawPolygon(hull)

    def _cell_pixels(
        self, frame: tuple[Array, Array, Array], count: tuple[int, int]
    ) -> tuple[float, float]:
        """Logical pixels of a cell along a face's columns and rows, at its larger side."""
        origin, along, down = frame
        corners = [origin, origin + along, origin + down, origin + along + down]
        points = self.lens.homogeneous(np.array(corners))
        flat = points[:, :2] / np.maximum(points[:, 2:], self.lens.near)
        lengths = np.linalg.norm(flat[[1, 3, 2, 3]] - flat[[0, 2, 0, 1]], axis=1)
        return float(max(lengths[:2])) / count[0], float(max(lengths[2:])) / count[1]

    def _hatch(
        self, frame: tuple[Array, Array, Array], count: tuple[int, int], cell: float
    ) -> None:
        """A diagonal in each cell, so that padding is told apart without its colour."""
        origin, along, down = frame
        columns, rows = count
        at = np.arange(columns + rows) + 0.5
        start = np.stack([np.minimum(at, columns), np.maximum(at - columns, 0.0)], axis=1)
        end = np.stack([np.maximum(at - rows, 0.0), np.minimum(at, rows)], axis=1)
        axes = np.stack([along / columns, down / rows])
        flat, _ = clip_segments(self.lens, origin + start @ axes, origin + end @ axes)
        ink = QColor(hex_of(self.scene.theme, Role.PADDING_EDGE))
        ink.setAlphaF(_HATCH_STRENGTH * _fade(cell))
        self.painter.setPen(QPen(ink, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        self.painter.drawLines(_lines(flat))

    def _paint_hollow(
        self, boxes: Boxes, box: int, face: Face, frame: tuple[Array, Array, Array], cell: float
    ) -> None:
        """The borders of cells without a value yet, so that none is taken for a zero."""
        hollow = hollow_cells(boxes, box, face)
        if hollow is None:
            return
        origin, along, down = frame
        row, column = np.nonzero(hollow)
        at = np.stack([column, row], axis=1)
        right, below = np.array((1, 0)), np.array((0, 1))
        start = np.concatenate([at, at, at + below, at + right])
        end = np.concatenate([at + right, at + below, at + below + right, at + right + below])
        axes = np.stack([along / hollow.shape[1], down / hollow.shape[0]])
        flat, _ = clip_segments(self.lens, origin + start @ axes, origin + end @ axes)
        ink = QColor(hex_of(self.scene.theme, Role.EMPTY_LINE))
        ink.setAlphaF(boxes.blank * _fade(cell))
        self.painter.setPen(QPen(ink, stroke(self.scene.theme)))
        self.painter.drawLines(_lines(flat))

    def _paint_cell_lines(
        self, grid: float, frame: tuple[Array, Array, Array], count: tuple[int, int], role: Role
    ) -> None:
        origin, along, down = frame
        by_alpha: dict[int, list[QLineF]] = {}
        for cells, step, other in ((count[0], along, down), (count[1], down, along)):
            if cells < 2:
                continue
            at = origin + step * (np.arange(cells + 1) / cells)[:, None]
            flat, kept = clip_segments(self.lens, at, at + other)
            if len(kept) <= cells:
                continue
            level = np.rint(_strength(flat) * (grid * _ALPHA_STEPS)).astype(int)
            for lot in set(level.tolist()) - {0}:
                by_alpha.setdefault(lot, []).extend(_lines(flat[1:-1][level == lot]))
        ink = QColor(hex_of(self.scene.theme, role))
        for strength, lines in by_alpha.items():
            ink.setAlphaF(strength / _ALPHA_STEPS)
            self.painter.setPen(
                QPen(ink, stroke(self.scene.theme), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            self.painter.drawLines(lines)

    def _edge_pen(self, boxes: Boxes, box: int, y: float) -> QPen | None:
        if boxes.edge is None or boxes.edge_width <= 0.0:
            return None
        tone = float(np.clip(boxes.tone[box], 0.0, 1.0))
        stage = stage_colour(self.scene, y)
        mixed = (
            np.array(stage) * (1.0 - tone) + np.array(colour(self.scene.theme, boxes.edge)) * tone
        )
        width = boxes.edge_width * stroke(self.scene.theme)
        pen = QPen(QColor.fromRgbF(*mixed.clip(0.0, 1.0).tolist()), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if boxes.colours is Colours.PADDING:  # not by colour alone, where cells are too small
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([_DOTS / width] * 2)
        return pen

    def _paint_edges(self, pen: QPen, start: Array, end: Array) -> None:
        self.painter.setPen(pen)
        if len(start):
            self.painter.drawLines(_lines(clip_segments(self.lens, start, end)[0]))


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """Put the painter's state back at the end, also of a failure."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def background(scene: Scene) -> QBrush:
    """The stage's vertical gradient."""
    gradient = QLinearGradient(0.0, 0.0, 0.0, scene.height)
    gradient.setColorAt(0.0, QColor(hex_of(scene.theme, Role.STAGE_TOP)))
    gradient.setColorAt(1.0, QColor(hex_of(scene.theme, Role.STAGE_BOTTOM)))
    return QBrush(gradient)


def stage_colour(scene: Scene, y: float) -> Colour:
    """The background's colour at a height, sRGB 0..1."""
    share = min(max(y / max(scene.height, 1.0), 0.0), 1.0)
    top, bottom = colour(scene.theme, Role.STAGE_TOP), colour(scene.theme, Role.STAGE_BOTTOM)
    red, green, blue = (a + (b - a) * share for a, b in zip(top, bottom, strict=True))
    return red, green, blue


def outline_of(lens: Lens, low: Array, size: Array) -> QPolygonF:
    """The outline of a box's picture."""
    corners = box_corners(low, size)[0]
    return _polygon(convex_hull(lens.screen(corners)))


def _strength(flat: Array) -> Array:
    """How strongly the lines between neighbours of `flat` (n, 4) show, (n - 2,) 0..1.

    The first and the last are the face's own borders. By the distance to the neighbours,
    square to the line, in its middle.
    """
    middle = (flat[:, :2] + flat[:, 2:]) / 2.0
    step = np.diff(middle, axis=0)
    line = flat[:, 2:] - flat[:, :2]
    line /= np.maximum(np.linalg.norm(line, axis=1, keepdims=True), 1e-9)
    gap = np.abs(step[:, 0] * line[1:, 1] - step[:, 1] * line[1:, 0])
    share = np.clip((gap - _LINES_FROM) / (_LINES_WHOLE - _LINES_FROM), 0.0, 1.0)
    return np.minimum(share[:-1], share[1:])


def _fade(pixels: float) -> float:
    return min(max((pixels - _LINES_FROM) / (_LINES_WHOLE - _LINES_FROM), 0.0), 1.0)


def _area(face: Face, size: Array) -> float:
    column, row = FACE_AXES[face.axis]
    return float(size[column] * size[row])


def _face_corners(face: Face, low: Array, size: Array) -> Array:
    origin, along, down = face_frame(face, low, size)
    return np.array([origin, origin + along, origin + along + down, origin + down])


def _polygon(points: Array) -> QPolygonF:
    return QPolygonF([QPointF(float(x), float(y)) for x, y in points])


def _lines(flat: Array) -> list[QLineF]:
    return [QLineF(*line) for line in flat.tolist()]


def _path(polygon: QPolygonF) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(polygon)
    path.closeSubpath()
    return path
