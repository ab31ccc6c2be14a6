"""Boxes: a volume, a filter bank or a row of cells is one draw call, cells come in the shader."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtGui import QVector2D, QVector3D

from convviz.render.gl.cell_colours import has_cells
from convviz.render.gl.device import RECORDS_UNIT, RecordBuffer
from convviz.render.gl.drawing import Drawing
from convviz.render.gl.frame import colour_vector
from convviz.render.gl.visibility import Indices
from convviz.scene import palette
from convviz.scene.palette import SHADE, Role
from convviz.scene.primitives import Boxes, Colours

_VERTICES_OF_FACES = 18
_VERTICES_OF_EDGES, _VERTICES_BEHIND = 54, 18

# Pixels per cell where the lines between cells begin to show, and where they are at full strength.
_LINES_FROM, _LINES_FULL = 2.5, 6.0
_LINE_STRENGTH = 0.62
_ON_GLASS, _BEHIND_GLASS = 0.7, 0.22  # strength of the edges of glass
_PADDING_DASH = 3.0  # logical pixels
_SHADE_LOW = QVector3D(SHADE["side"], SHADE["top"], SHADE["front"])
_SHADE_HIGH = QVector3D(SHADE["side"], SHADE["bottom"], SHADE["back"])
_GEOMETRY = ("low", "size", "first", "count", "offset", "tone", "opacity")


class FaceLook(NamedTuple):
    """How small cells are averaged: `level` halvings along z beforehand, `far` in the shader."""

    level: int = 0
    far: bool = False


class BoxesItem(GLGraphicsItem):
    """The boxes of one record: opaque faces here, edges and glass when asked."""

    def __init__(self, painter: Drawing, record: Boxes) -> None:
        super().__init__()
        self._painter = painter
        self._buffer: RecordBuffer | None = None
        self._uploaded: Indices | None = None
        self.record = record
        self.solid, self.glass = _split(record)
        self.order = np.arange(len(record.low))  # the solid ones first
        self.uploads = 0
        self.looks: tuple[FaceLook, ...] = (FaceLook(),) * 3  # of the faces across each axis

    def set_record(self, record: Boxes) -> bool:
        """Take a new record; whether the boxes themselves differ (not only how they look)."""
        old, self.record = self.record, record
        if all(_same(getattr(old, name), getattr(record, name)) for name in _GEOMETRY):
            return False
        self.solid, self.glass = _split(record)
        self.order = np.concatenate([self.solid, self.glass])
        self._uploaded = None
        return True

    def paint(self) -> None:
        self.draw_faces(0, len(self.solid))

    def draw_faces(self, first: int, count: int) -> None:
        """Draw the faces of `count` boxes from place `first` of `order`."""
        if count == 0:
            return
        self._bind_records()
        for look in dict.fromkeys(self.looks):
            axes = sum(1 << axis for axis in range(3) if self.looks[axis] == look)
            self._set_faces(first, axes, look)
            self._painter.device.gl.glDrawArraysInstanced(
                GL.GL_TRIANGLES, 0, _VERTICES_OF_FACES, count
            )

    def draw_edges(self, first: int, count: int, behind: bool = False, alpha: float = 1.0) -> None:
        """Draw the edges of `count` boxes: those seen, or those `behind` the box itself."""
        record = self.record
        if count == 0 or record.edge is None or record.edge_width <= 0.0:
            return
        frame, device = self._painter.frame, self._painter.device
        program = device.program(
            "edges", ("stage.glsl", "boxes.glsl", "line.glsl", "edges.vert"), ("line.frag",)
        )
        frame.start(program)
        program.set(
            uRecords=RECORDS_UNIT,
            uFirst=first,
            uBehind=int(behind),
            uColour=colour_vector(frame.theme, record.edge),
            uWidth=float(record.edge_width) * frame.ratio * palette.stroke(frame.theme),
            uAlpha=alpha,
            uDash=_PADDING_DASH * frame.ratio * (record.colours is Colours.PADDING),
            uTowards=frame.towards * 1.5 * frame.ratio,
        )
        self._bind_records()
        vertices = _VERTICES_BEHIND if behind else _VERTICES_OF_EDGES
        device.gl.glDrawArraysInstanced(GL.GL_TRIANGLES, 0, vertices, count)

    def release(self) -> None:
        """Free the buffer; the context must be current."""
        if self._buffer is not None:
            self._buffer.release()
        self.forget()

    def forget(self) -> None:
        """Drop what belonged to a context that is gone."""
        self._buffer = None
        self._uploaded = None

    def _set_faces(self, first: int, axes: int, look: FaceLook) -> None:
        """Bind program and cells for the faces across some axes, given as bits."""
        frame, record = self._painter.frame, self.record
        padding = record.colours is Colours.PADDING
        cells = None
        if has_cells(record):
            cells = self._painter.textures.find(record, frame.look, look.level)
        partial = cells is not None and record.blank > 0.0 and record.shown_until < cells.cells
        choices = {
            "CELLS": cells is not None,
            "SHEET": cells is not None and cells.sheet,
            "MEANS": cells is not None and look.level > 0,
            "PARTIAL": partial,
            "FAR": cells is not None and look.far,
            "HATCH": padding,
        }
        program = self._painter.device.program(
            "faces",
            ("stage.glsl", "boxes.glsl", "faces.vert"),
            ("faces.frag",),
            *(name for name, on in choices.items() if on),
        )
        frame.start(program)
        if cells is not None:
            cells.bind(program)
        width = max(frame.ratio * palette.stroke(frame.theme), 1.0)
        hollow = colour_vector(frame.theme, Role.EMPTY_LINE)
        empty = cells is None and not padding
        flat = Role.PADDING if padding else record.fill or Role.EMPTY
        reach = _LINES_FULL - _LINES_FROM
        program.set(
            uRecords=RECORDS_UNIT,
            uFirst=first,
            uAxes=axes,
            uStride=tuple(int(step) for step in record.stride),
            uTogether=1 << look.level,
            uUntil=int(min(record.shown_until, 2**31 - 1)),
            uAlso=int(record.also_shown),
            uBlank=float(record.blank),
            uShadeLow=_SHADE_LOW,
            uShadeHigh=_SHADE_HIGH,
            uFlat=colour_vector(frame.theme, flat),
            uHollow=hollow,
            uLine=hollow if empty else colour_vector(frame.theme, Role.CELL_LINE),
            uHatch=colour_vector(frame.theme, Role.PADDING_EDGE),
            uGrid=float(record.grid) * _LINE_STRENGTH,
            uLineWidth=width,
            uFade=QVector2D(1.0 / (reach * width), -_LINES_FROM / reach),
        )

    def _bind_records(self) -> None:
        if self._buffer is None:
            self._buffer = RecordBuffer(self._painter.device)
        if self._uploaded is None or not np.array_equal(self._uploaded, self.order):
            self._buffer.upload(_packed(self.record)[self.order])
            self._uploaded = self.order
            self.uploads += 1
        self._buffer.bind()


class EdgesItem(GLGraphicsItem):
    """The edges of the opaque boxes of one record, drawn after all faces."""

    def __init__(self, boxes: BoxesItem) -> None:
        super().__init__()
        self.boxes = boxes

    def paint(self) -> None:
        self.boxes.draw_edges(0, len(self.boxes.solid))


class GlassItem(GLGraphicsItem):
    """All glass boxes of the stage, from back to front."""

    def __init__(self) -> None:
        super().__init__()
        # (item, first place in its order, number of boxes), in drawing order
        self.runs: list[tuple[BoxesItem, int, int]] = []

    def paint(self) -> None:
        for item, first, count in self.runs:
            item.draw_edges(first, count, behind=True, alpha=_BEHIND_GLASS)
            item.draw_faces(first, count)
            item.draw_edges(first, count, alpha=_ON_GLASS)


def _same(a: NDArray[np.generic], b: NDArray[np.generic]) -> bool:
    """Whether two small arrays are one, or say the same."""
    return a is b or np.array_equal(a, b)


def _split(record: Boxes) -> tuple[Indices, Indices]:
    glass = np.asarray(record.opacity) < 1.0
    seen = np.asarray(record.opacity) > 0.0
    return np.flatnonzero(~glass), np.flatnonzero(glass & seen)


def _packed(record: Boxes) -> NDArray[np.float32]:
    """Four texels per box as in boxes.glsl, (n, 16) float32."""
    data = np.zeros((len(record.low), 16), dtype=np.float32)
    data[:, 0:3], data[:, 3] = record.low, record.tone
    data[:, 4:7], data[:, 7] = record.size, record.opacity
    data[:, 8:11], data[:, 11] = record.first, record.offset
    data[:, 12:15] = record.count
    return data
