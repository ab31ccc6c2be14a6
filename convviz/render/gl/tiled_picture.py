"""A picture of the stage of any size, drawn by OpenGL in tiles, so that no step takes long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtOpenGL import (
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLVertexArrayObject,
)

from convviz.render.gl.frame import Frame, make_frame
from convviz.render.gl.painter import Painter
from convviz.render.gl.smooth_target import SAMPLES
from convviz.scene.primitives import Scene

TILE = QSize(768, 480)  # device pixels; on software OpenGL with four samples some 30 ms


class LentView(Protocol):
    """The view whose context and items a picture is drawn with."""

    scene: Scene | None
    painter: Painter
    default_vao: QOpenGLVertexArrayObject

    @property
    def items(self) -> Sequence[GLGraphicsItem]:
        """What is on the view."""

    def makeCurrent(self) -> None:
        """Have OpenGL draw into its context."""

    def doneCurrent(self) -> None:
        """Let go of the context."""


class TiledPicture:
    """One picture in the making.

    Parameters
    ----------
    view : LentView
        Lends its context and what it has in it; what it shows stays as it is.
    scene : Scene
    width : int
        Device pixels across; as high as the scene makes it, and all strokes and letters grow.
    clear : bool
        Without the stage's background.

    Attributes
    ----------
    image : QImage
        Premultiplied; whole once `step` says so.
    """

    def __init__(self, view: LentView, scene: Scene, width: int, clear: bool = False) -> None:
        self._view, self._scene, self._clear = view, scene, clear
        ratio = width / scene.width
        height = max(round(scene.height * ratio), 1)
        self._frame: Frame = make_frame(scene.camera, scene.look, width, height, ratio)
        self.image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(Qt.GlobalColor.transparent)
        self._places = [
            QRect(left, top, TILE.width(), TILE.height()) & self.image.rect()
            for top in range(0, height, TILE.height())
            for left in range(0, width, TILE.width())
        ]
        self.count, self.done = len(self._places), 0

    def step(self) -> bool:
        """Draw the next tile; whether the picture is whole."""
        if self.done < self.count:
            place = self._places[self.done]
            tile = self._tile(place)
            painter = QPainter(self.image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(place.topLeft(), tile)
            painter.end()
            self.done += 1
        return self.done == self.count

    def _tile(self, place: QRect) -> QImage:
        view, painter = self._view, self._view.painter
        view.makeCurrent()
        try:
            shown = view.scene
            painter.take(self._scene)
            view.default_vao.bind()
            painter.begin(self._scene, self._frame)
            several, single = _buffers(place.size())
            below = self._frame.height - place.bottom() - 1  # OpenGL counts from the bottom
            painter.device.gl.glViewport(
                -place.left(), -below, self._frame.width, self._frame.height
            )
            several.bind()
            painter.draw_solid(view.items, self._clear)
            _average(several, single)
            single.bind()
            painter.draw_flat(view.items, self._clear)
            tile = single.toImage()
            if shown is not None:
                painter.take(shown)
            single.release()
        finally:
            view.doneCurrent()
        return tile


def _buffers(size: QSize) -> tuple[QOpenGLFramebufferObject, QOpenGLFramebufferObject]:
    wanted = QOpenGLFramebufferObjectFormat()
    wanted.setSamples(SAMPLES)
    wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
    wanted.setInternalTextureFormat(GL.GL_RGBA8)
    plain = QOpenGLFramebufferObjectFormat()
    plain.setInternalTextureFormat(GL.GL_RGBA8)
    return QOpenGLFramebufferObject(size, wanted), QOpenGLFramebufferObject(size, plain)


def _average(several: QOpenGLFramebufferObject, single: QOpenGLFramebufferObject) -> None:
    QOpenGLFramebufferObject.blitFramebuffer(single, several, GL.GL_COLOR_BUFFER_BIT)
