"""The still picture of a scene by QPainter alone: no GL, any paint device, any display."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz.render.paint.boxes import BoxPainter, background, outline_of, saved
from convviz.render.paint.faces import FaceImages
from convviz.render.paint.hidden_lines import hidden_stretches, occluders, visible_parts
from convviz.render.paint.lettering import paint_label
from convviz.render.paint.projection import Array, Lens, clip_segments, clip_to_view, lens_of
from convviz.render.paint.vector_faces import FigureFaces
from convviz.scene.order import Order, back_to_front, faces_towards
from convviz.scene.palette import hex_of, stroke
from convviz.scene.primitives import Boxes, Lines, Scene

_FINE = 100  # boxes up to which every face is drawn with smooth borders


@lru_cache(maxsize=1)
def _shared_images() -> FaceImages:
    return FaceImages()


def paint_scene(
    painter: QPainter,
    scene: Scene,
    images: FaceImages | None = None,
    *,
    flat: bool = False,
    clear: bool = False,
) -> None:
    """Draw a scene in logical pixels from the painter's origin.

    Parameters
    ----------
    images : FaceImages, optional
        Where pictures of faces are kept between calls; without it one store serves all.
    flat : bool
        The device knows no perspective, as SVG and PDF: faces become polygons and flat images.
    clear : bool
        Without the stage's background.
    """
    lens = lens_of(scene)
    device = painter.deviceTransform()
    scale = math.hypot(device.m11(), device.m12()) or 1.0
    fine = sum(len(boxes.low) for boxes in scene.boxes) <= _FINE
    kept = images or _shared_images()
    figure = None
    if flat:
        figure = FigureFaces(painter, lens, kept, scene.look, scene.width, scene.height)
    boxes = BoxPainter(painter, scene, lens, kept, scale, fine, figure)
    with saved(painter):
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QRectF(0.0, 0.0, scene.width, scene.height)
        painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
        if not clear:
            painter.fillRect(frame, background(scene))
        _paint_boxes_and_lines(boxes)
        for lines in scene.lines:
            if lines.on_top:
                _draw(painter, scene, lines, clip_segments(lens, lines.start, lines.end)[0])
        for label in scene.labels:
            paint_label(painter, scene, label, tabular=not flat)


@dataclass(frozen=True, eq=False)
class _Stage:
    """All boxes of a scene as one array, from the farthest to the nearest."""

    records: tuple[Boxes, ...]
    record: NDArray[np.intp]  # by box of the scene: which record, and which box of it
    box: NDArray[np.intp]
    order: Order
    opaque: NDArray[np.bool_]  # by place in the order
    drawn: NDArray[np.bool_]
    shown: NDArray[np.bool_]  # (n, 6) by box of the scene


def _stage(scene: Scene) -> _Stage:
    records = tuple(boxes for boxes in scene.boxes if len(boxes.low))
    counts = np.array([len(boxes.low) for boxes in records], dtype=np.intp)
    record = np.repeat(np.arange(len(records)), counts)
    box = np.concatenate([np.arange(len(boxes.low)) for boxes in records] or [record])
    low = np.concatenate([boxes.low for boxes in records] or [np.empty((0, 3), dtype=np.float32)])
    size = np.concatenate([boxes.size for boxes in records] or [np.empty((0, 3), dtype=np.float32)])
    opacity = np.concatenate(
        [boxes.opacity for boxes in records] or [np.empty(0, dtype=np.float32)]
    )
    order = back_to_front(scene.camera, low, size)
    shown = faces_towards(scene.camera, low, size)
    opaque = opacity[order.box] >= 1.0
    return _Stage(records, record, box, order, opaque, opacity[order.box] > 0.0, shown)


def _paint_boxes_and_lines(boxes: BoxPainter) -> None:
    scene, lens, painter = boxes.scene, boxes.lens, boxes.painter
    stage = _stage(scene)
    waiting = _line_parts(scene, lens, stage)
    for place, index in enumerate(stage.order.box):
        for lines, flat in waiting.get(place, ()):
            _draw(painter, scene, lines, flat)
        record = stage.records[stage.record[index]]
        outline = None
        if stage.order.cut[place]:
            outline = outline_of(lens, stage.order.low[place], stage.order.size[place])
        boxes.paint(record, int(stage.box[index]), stage.shown[index], outline)
    for lines, flat in waiting.get(len(stage.order.box), ()):
        _draw(painter, scene, lines, flat)


def _line_parts(scene: Scene, lens: Lens, stage: _Stage) -> dict[int, list[tuple[Lines, Array]]]:
    """The parts of lines that no opaque box hides, by the box that they are drawn before.

    Glass is drawn over what lies behind it, so a line waits only until the first glass box
    in front of it.
    """
    records = [lines for lines in scene.lines if not lines.on_top and len(lines.start)]
    if not records:
        return {}
    ready = occluders(scene.camera, lens, stage.order.low, stage.order.size)
    end_of_all = len(stage.order.box)
    found: dict[int, dict[int, list[Array]]] = {}
    for number, lines in enumerate(records):
        starts, ends, _ = clip_to_view(lens, lines.start, lines.end)
        flats = np.hstack([lens.screen(starts), lens.screen(ends)])
        for start, end, flat in zip(starts, ends, flats, strict=True):
            over = [s for s in hidden_stretches(ready, flat, start, end) if stage.drawn[s[0]]]
            glass = [stretch for stretch in over if not stage.opaque[stretch[0]]]
            solid = [stretch for stretch in over if stage.opaque[stretch[0]]]
            for a, b in visible_parts(solid):
                cuts = sorted({a, b, *(t for s in glass for t in s[1:] if a < t < b)})
                for t0, t1 in pairwise(cuts):
                    middle = (t0 + t1) / 2.0
                    place = min((s[0] for s in glass if s[1] < middle < s[2]), default=end_of_all)
                    part = np.concatenate([_share(flat, t0), _share(flat, t1)])
                    found.setdefault(place, {}).setdefault(number, []).append(part)
    return {
        place: [(records[number], np.array(parts)) for number, parts in by_record.items()]
        for place, by_record in found.items()
    }


def _share(flat: Array, t: float) -> Array:
    point: Array = flat[:2] + (flat[2:] - flat[:2]) * t
    return point


def _draw(painter: QPainter, scene: Scene, lines: Lines, flat: Array) -> None:
    colour = QColor(hex_of(scene.theme, lines.role))
    colour.setAlphaF(min(max(lines.alpha, 0.0), 1.0))
    width = lines.width * stroke(scene.theme)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if lines.dash > 0.0:
        pen.setDashPattern([lines.dash / width, lines.dash / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines([QLineF(*(float(v) for v in line)) for line in flat])
