"""Labels over the stage: cached pictures at whole pixels, and their leader lines."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtGui import QImage, QMatrix4x4, QVector2D, QVector4D
from PySide6.QtOpenGL import QOpenGLTexture

from convviz.render.gl.device import PICTURE_UNIT, RecordBuffer, put_texels
from convviz.render.gl.drawing import Drawing
from convviz.render.gl.frame import Frame, colour_vector
from convviz.render.gl.label_pictures import BLEED, PictureKey, draw_picture, picture_key
from convviz.render.gl.lines_item import draw_lines, packed_lines
from convviz.scene.palette import Role
from convviz.scene.primitives import PlacedLabel

_KEPT = 96  # pictures, beside those on stage


class LabelsItem(GLGraphicsItem):
    """All labels of a scene."""

    def __init__(self, painter: Drawing) -> None:
        super().__init__()
        self._painter = painter
        self._pictures: OrderedDict[PictureKey, QOpenGLTexture] = OrderedDict()
        self._leaders: RecordBuffer | None = None
        self._stale = True
        self.labels: tuple[PlacedLabel, ...] = ()
        self.drawn = 0  # pictures painted so far

    def set_labels(self, labels: tuple[PlacedLabel, ...]) -> None:
        """Take the labels of a new scene."""
        if labels is self.labels:
            return
        self._stale = self._stale or _leader_ends(labels) != _leader_ends(self.labels)
        self.labels = labels

    def paint(self) -> None:
        frame, device = self._painter.frame, self._painter.device
        self._draw_leaders(frame)
        shown = [label for label in self.labels if label.alpha > 0.0 and label.spans]
        if not shown:
            return
        program = device.program("picture", ("picture.vert",), ("picture.frag",))
        frame.start(program)
        program.set(uPicture=PICTURE_UNIT, uViewport=QVector2D(frame.width, frame.height))
        alpha = self._painter.alpha_blending
        device.gl.glBlendFuncSeparate(GL.GL_ONE, GL.GL_ONE_MINUS_SRC_ALPHA, *alpha)
        for label in shown:
            texture = self._picture(picture_key(label, frame.theme, frame.ratio))
            left = round(label.x * frame.ratio) - BLEED
            top = round(label.y * frame.ratio) - BLEED
            program.set(
                uAlpha=float(label.alpha),
                uPlace=QVector4D(left, top, left + texture.width(), top + texture.height()),
            )
            texture.bind(PICTURE_UNIT)
            device.gl.glDrawArrays(GL.GL_TRIANGLE_STRIP, 0, 4)
        while len(self._pictures) > _KEPT + len(shown):
            self._pictures.popitem(last=False)[1].destroy()

    def release(self) -> None:
        """Free all pictures; the context must be current."""
        for texture in self._pictures.values():
            texture.destroy()
        if self._leaders is not None:
            self._leaders.release()
        self.forget()

    def forget(self) -> None:
        """Drop what belonged to a context that is gone."""
        self._pictures.clear()
        self._leaders = None
        self._stale = True

    def _picture(self, key: PictureKey) -> QOpenGLTexture:
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = _texture(draw_picture(key))
            self.drawn += 1
        self._pictures.move_to_end(key)
        return found

    def _draw_leaders(self, frame: Frame) -> None:
        ends = _leader_ends(self.labels)
        if not ends:
            return
        if self._leaders is None:
            self._leaders = RecordBuffer(self._painter.device)
        if self._stale:
            places = np.array(ends, dtype=np.float32)
            self._leaders.upload(packed_lines(places[:, :2], places[:, 2:]))
            self._stale = False
        screen = QMatrix4x4()
        screen.ortho(0.0, frame.width / frame.ratio, frame.height / frame.ratio, 0.0, -1.0, 1.0)
        alpha = max(label.alpha for label in self.labels if label.leader is not None)
        draw_lines(
            self._painter.device,
            frame,
            self._leaders,
            len(ends),
            colour=colour_vector(frame.theme, Role.MUTED),
            width=frame.ratio,
            alpha=0.7 * alpha,
            clip=screen,
        )


def _leader_ends(labels: tuple[PlacedLabel, ...]) -> list[tuple[float, float, float, float]]:
    return [label.leader for label in labels if label.leader is not None and label.alpha > 0.0]


def _texture(picture: QImage) -> QOpenGLTexture:
    texture = QOpenGLTexture(QOpenGLTexture.Target.Target2D)
    texture.setFormat(QOpenGLTexture.TextureFormat.RGBA8_UNorm)
    texture.setSize(picture.width(), picture.height())
    texture.setMipLevels(1)
    texture.allocateStorage(QOpenGLTexture.PixelFormat.RGBA, QOpenGLTexture.PixelType.UInt8)
    texture.setMinMagFilters(QOpenGLTexture.Filter.Nearest, QOpenGLTexture.Filter.Nearest)
    texture.setWrapMode(QOpenGLTexture.WrapMode.ClampToEdge)
    put_texels(texture, bytes(picture.constBits()))
    return texture
