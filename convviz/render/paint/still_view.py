"""The stage where there is no OpenGL: the same scenes and signals, painted when they change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from convviz.render.paint.faces import FaceImages
from convviz.render.paint.painter import paint_scene
from convviz.scene.primitives import Scene


class StillView(QWidget):
    """Draws scenes with QPainter; the mouse is only reported.

    Places are in logical pixels from the top left.
    """

    pressed = Signal(float, float, object, object)  # x, y, button, modifiers
    moved = Signal(float, float, object)  # x, y, buttons
    released = Signal(float, float, object, object)  # x, y, button, modifiers
    wheel = Signal(float, float, float, object)  # x, y, delta in eighths of a degree, modifiers
    doubleClicked = Signal(float, float)
    left = Signal()
    resized = Signal(int, int)
    framePainted = Signal()
    failed = Signal(object)  # the exception that painting raised

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self._images = FaceImages()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def apply(self, old: Scene | None, new: Scene) -> None:
        """Show `new`; nothing is painted when it is the scene shown already."""
        shown, self.scene = self.scene, new
        if shown is not new:
            self.update()

    def grab_image(self) -> QImage:
        """The picture as it is now, in device pixels."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        return image

    def _paint(self, painter: QPainter) -> None:
        if self.scene is None:
            painter.fillRect(self.rect(), self.palette().window())
        else:
            paint_scene(painter, self.scene, self._images)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        except Exception as error:
            self.failed.emit(error)
            raise
        finally:
            painter.end()
        self.framePainted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.width(), self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.pressed.emit(at.x(), at.y(), event.button(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.moved.emit(at.x(), at.y(), event.buttons())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.released.emit(at.x(), at.y(), event.button(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.doubleClicked.emit(at.x(), at.y())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        turned = event.angleDelta()
        self.wheel.emit(at.x(), at.y(), float(turned.y() or turned.x()), event.modifiers())
        event.accept()
