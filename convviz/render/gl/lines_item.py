"""Lines of constant width on the screen, smooth without multisampling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtGui import QMatrix4x4, QVector2D, QVector3D

from convviz.render.gl.device import RECORDS_UNIT, Device, RecordBuffer
from convviz.render.gl.drawing import Drawing
from convviz.render.gl.frame import Frame, colour_vector
from convviz.scene.palette import stroke
from convviz.scene.primitives import Lines


class LinesItem(GLGraphicsItem):
    """The lines of one record."""

    def __init__(self, painter: Drawing, record: Lines) -> None:
        super().__init__()
        self._painter = painter
        self._buffer: RecordBuffer | None = None
        self._stale = True
        self.record = record

    def set_record(self, record: Lines) -> None:
        """Take a new record."""
        old, self.record = self.record, record
        same = np.array_equal(old.start, record.start) and np.array_equal(old.end, record.end)
        self._stale = self._stale or not same

    def paint(self) -> None:
        record, frame = self.record, self._painter.frame
        if len(record.start) == 0 or record.alpha <= 0.0:
            return
        if self._buffer is None:
            self._buffer = RecordBuffer(self._painter.device)
            self._stale = True
        if self._stale:
            self._buffer.upload(packed_lines(record.start, record.end))
            self._stale = False
        draw_lines(
            self._painter.device,
            frame,
            self._buffer,
            len(record.start),
            colour=colour_vector(frame.theme, record.role),
            width=record.width * frame.ratio * stroke(frame.theme),
            alpha=record.alpha,
            dash=record.dash * frame.ratio,
            # More than the edges of boxes: what is outlined lies over them.
            towards=frame.towards * 2.5 * frame.ratio,
        )

    def release(self) -> None:
        """Free the buffer; the context must be current."""
        if self._buffer is not None:
            self._buffer.release()
        self.forget()

    def forget(self) -> None:
        """Drop what belonged to a context that is gone."""
        self._buffer = None


def packed_lines(start: NDArray[np.floating], end: NDArray[np.floating]) -> NDArray[np.float32]:
    """Two texels per line as in lines.vert, (n, 8) float32, from (n, 3) or (n, 2) ends."""
    data = np.zeros((len(start), 8), dtype=np.float32)
    data[:, : start.shape[1]] = start
    data[:, 4 : 4 + end.shape[1]] = end
    return data


def draw_lines(
    device: Device,
    frame: Frame,
    buffer: RecordBuffer,
    count: int,
    *,
    colour: QVector3D,
    width: float,
    alpha: float,
    dash: float = 0.0,
    towards: float = 0.0,
    clip: QMatrix4x4 | None = None,
) -> None:
    """Draw `count` lines of `buffer`; widths and dashes in device pixels, `clip` as the frame's."""
    program = device.program("lines", ("stage.glsl", "line.glsl", "lines.vert"), ("line.frag",))
    frame.start(program)
    program.set(
        uRecords=RECORDS_UNIT,
        uColour=colour,
        uWidth=float(width),
        uAlpha=float(alpha),
        uDash=float(dash),
        uTowards=float(towards),
    )
    if clip is not None:
        program.set(uClip=clip, uViewport=QVector2D(frame.width, frame.height))
    buffer.bind()
    device.gl.glDrawArraysInstanced(GL.GL_TRIANGLES, 0, 6, count)
