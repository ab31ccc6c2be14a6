"""The stage as a widget: draws a Scene, reports the mouse, decides nothing."""

from __future__ import annotations

import atexit
import weakref
from typing import Any

from OpenGL import GL
from pyqtgraph.opengl import GLViewWidget
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMatrix4x4,
    QMouseEvent,
    QOffscreenSurface,
    QOpenGLContext,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import getCppPointer, isValid, wrapInstance

from convviz.render.gl.frame import make_frame, qt_matrix
from convviz.render.gl.painter import Painter
from convviz.render.gl.surface import default_format
from convviz.render.gl.tiled_picture import TiledPicture
from convviz.scene import palette
from convviz.scene.palette import Role
from convviz.scene.primitives import Scene

GL_CONTEXT_LOST = 0x0507  # OpenGL 4.5, 2.3.1; a driver may say so in an older context too
LOST = "the OpenGL context is lost"


class StageView(GLViewWidget):
    """Draws scenes; the camera comes with the scene, and the mouse is only reported.

    Places are in logical pixels from the top left. Set `clear_only` to measure what a frame
    costs that draws nothing.
    """

    pressed = Signal(float, float, object, object)  # x, y, button, modifiers
    moved = Signal(float, float, object)  # x, y, buttons
    released = Signal(float, float, object, object)  # x, y, button, modifiers
    wheel = Signal(float, float, float, object)  # x, y, eighths of a degree, modifiers
    doubleClicked = Signal(float, float)
    left = Signal()
    resized = Signal(int, int)
    framePainted = Signal()
    failed = Signal(object)  # the exception that painting raised, or that nothing can be painted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFormat(default_format())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # Nothing shines through: what lies below need not be painted, and sent, with each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.clear_only = False
        self._painted = False
        self.scene: Scene | None = None
        self.painter = Painter(self.addItem, self.removeItem)

    def apply(self, old: Scene | None, new: Scene) -> None:
        """Show `new`, touching only what differs from what is shown; ask for one repaint.

        Parameters
        ----------
        old : Scene or None
            The scene applied before, as every view's `apply` gets it; here what is shown counts.
        """
        shown, self.scene = self.scene, new
        if shown is None or not _same_picture(shown, new):
            self.painter.take(new)
            self.update()

    def grab_image(self) -> QImage:
        """The picture as it is now, in device pixels."""
        return self.grabFramebuffer()

    def tiled(self, scene: Scene, width: int, clear: bool) -> TiledPicture:
        """A picture of any size of a scene, to be drawn step by step."""
        return TiledPicture(self, scene, width, clear)

    def addItem(self, item: GLGraphicsItem) -> None:
        super().addItem(item)
        # The painter outlives the widget until the context is gone: no strong way back.
        item._setView(weakref.proxy(self))

    def initializeGL(self) -> None:
        super().initializeGL()
        self.painter.start(self.context())
        _at_end_of(self.context(), self.painter)

    def resizeGL(self, w: int, h: int) -> None:
        self.resized.emit(self.width(), self.height())

    def paintEvent(self, ev: QPaintEvent) -> None:
        """Paint; where the context is lost, Qt calls no `paintGL` and says nothing else."""
        self._painted = False
        super().paintEvent(ev)
        if not self._painted:
            self.failed.emit(RuntimeError(LOST))

    def paintGL(self) -> None:
        self._painted = True
        try:
            self._paint()
        except Exception as error:
            self.failed.emit(error)
            raise
        if self.painter.device.gl.glGetError() == GL_CONTEXT_LOST:
            self.failed.emit(RuntimeError(LOST))
        else:
            self.framePainted.emit()

    def paint(self, *, region: Any, viewport: Any, useItemNames: bool = False) -> None:
        self.setProjection(region, viewport)
        self.setModelview()
        self.drawItemTree()

    def drawItemTree(self, item: Any = None, useItemNames: bool = False) -> None:
        """Draw all items; unlike pyqtgraph's own, let exceptions out."""
        if self.scene is not None:
            target = self.defaultFramebufferObject()
            self.painter.draw(self.items, target, smooth=not self.scene.moving)

    def projectionMatrix(self, region: Any, viewport: Any) -> QMatrix4x4:
        """The scene's camera decides, not the options of pyqtgraph's own."""
        return QMatrix4x4() if self.scene is None else qt_matrix(self.painter.frame.projection)

    def viewMatrix(self) -> QMatrix4x4:
        return QMatrix4x4() if self.scene is None else qt_matrix(self.painter.frame.view)

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self.pressed.emit(*_place(ev), ev.button(), ev.modifiers())

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        self.moved.emit(*_place(ev), ev.buttons())

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        self.released.emit(*_place(ev), ev.button(), ev.modifiers())

    def mouseDoubleClickEvent(self, ev: QMouseEvent) -> None:
        self.doubleClicked.emit(*_place(ev))

    def wheelEvent(self, ev: QWheelEvent) -> None:
        # Alt turns a wheel sideways on some systems.
        delta = ev.angleDelta().y() or ev.angleDelta().x()
        self.wheel.emit(*_place(ev), float(delta), ev.modifiers())
        ev.accept()

    def leaveEvent(self, ev: QEvent) -> None:
        super().leaveEvent(ev)
        self.left.emit()

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        ev.ignore()  # keys are the window's

    def keyReleaseEvent(self, ev: QKeyEvent) -> None:
        ev.ignore()

    def _paint(self) -> None:
        scene, painter = self.scene, self.painter
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        if scene is None or self.clear_only:
            theme = "dark" if scene is None else scene.theme
            gl = painter.device.gl
            gl.glClearColor(*palette.colour(theme, Role.STAGE_BOTTOM), 1.0)
            gl.glClear(GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT)
            return
        self.default_vao.bind()
        painter.begin(scene, make_frame(scene.camera, scene.look, width, height, ratio))
        viewport = self.getViewport()
        self.paint(region=viewport, viewport=viewport)


def _place(ev: QMouseEvent | QWheelEvent) -> tuple[float, float]:
    return ev.position().x(), ev.position().y()


def _same_picture(a: Scene, b: Scene) -> bool:
    return (
        all(getattr(a, name) == getattr(b, name) for name in _PLAIN)
        and _same_objects(a.boxes, b.boxes)
        and _same_objects(a.lines, b.lines)
        and a.labels == b.labels
    )


_PLAIN = ("camera", "width", "height", "look", "moving")


def _same_objects(a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
    return len(a) == len(b) and all(x is y for x, y in zip(a, b, strict=True))


def _at_end_of(context: QOpenGLContext, painter: Painter) -> None:
    """Have the painter's OpenGL objects freed before their context goes, with it current.

    The widget may be half destroyed by then, and the Python objects that it lent with it: so
    nothing here holds the widget, and the context is made current on a surface of its own.
    """
    surface = QOffscreenSurface()
    surface.setFormat(context.format())
    surface.create()
    (address,) = getCppPointer(context)

    def free() -> None:
        atexit.unregister(free)
        if not painter.started or not isValid(surface):
            return
        last = context if isValid(context) else wrapInstance(address, QOpenGLContext)
        if isinstance(last, QOpenGLContext) and last.makeCurrent(surface):
            painter.stop()
            last.doneCurrent()
        else:  # it is lost, and all that it held with it
            painter.forget()

    context.aboutToBeDestroyed.connect(free)
    atexit.register(free)  # before Qt's Python bindings delete what is left in any order
