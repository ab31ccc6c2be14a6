"""The crop frame: an input's photo, and the part of it that is used, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.model.layers.input import Frame
from convviz.panels.editor.number_fields import new_run, passed_on
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import Painted
from convviz.scene.palette import Role
from convviz.state import cropping

_HIGHEST, _AIR, _GRIP, _REACH = 220, 4, 9, 14
_STEP, _FAST, _GROWTH = 0.01, 0.1, 1.06
_DIM = 150  # of 255
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_GROWS = {
    Qt.Key.Key_Plus: _GROWTH,
    Qt.Key.Key_Equal: _GROWTH,
    Qt.Key.Key_Minus: 1 / _GROWTH,
}
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


class CropFrame(Painted, QWidget):
    """The widget.

    Signals
    -------
    framed(frame: tuple or None, run: int)
        None: the whole photo.
    leave()
    """

    framed = Signal(object, int)
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = "dark"
        self._picture: QPixmap | None = None
        self._aspect = 1.0
        self._size: cropping.Size = (1.0, 1.0)
        self._crop: Frame | None = None
        self._held: tuple[QPointF, Frame, tuple[int, int] | None] | None = None
        self._run = new_run()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HIGHEST)

    def sizeHint(self) -> QSize:
        return QSize(240, _HIGHEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the photo is at this width."""
        if self._picture is None or self._picture.isNull():
            return
        across, down = self._size
        height = min(round((self.width() - 2 * _AIR) * down / across) + 2 * _AIR, _HIGHEST)
        if height != self.height():
            self.setFixedHeight(height)

    def show_photo(
        self,
        picture: QPixmap | None,
        size: cropping.Size,
        aspect: float,
        crop: Frame | None,
        theme: str,
    ) -> None:
        """Show a photo, its size in full, and what of it is used.

        `aspect` is the input's width ÷ height.
        """
        self._picture, self._aspect, self._theme = picture, aspect, theme
        self._size, self._crop = size, crop
        self._fit()
        self.update()

    # ---- where things are --------------------------------------------------------------------
    @property
    def frame(self) -> Frame:
        """What of the photo is used."""
        return cropping.used(self._size, self._aspect, self._crop)

    def area(self) -> QRectF:
        """Where the whole photo lies, at a text size of 100 %."""
        width, height = self._size
        room = QRectF(self.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        scale = min(room.width() / width, room.height() / height)
        whole = QRectF(room.left(), 0, width * scale, height * scale)
        whole.moveCenter(QPointF(whole.center().x(), room.center().y()))
        return whole

    def framed_area(self) -> QRectF:
        """Where the frame lies."""
        area, (left, top, right, bottom) = self.area(), self.frame
        return QRectF(
            QPointF(area.left() + left * area.width(), area.top() + top * area.height()),
            QPointF(area.left() + right * area.width(), area.top() + bottom * area.height()),
        )

    def corner(self, corner: tuple[int, int]) -> QPointF:
        """Where a corner of the frame is: 0 or 1, left or right, top or bottom."""
        box = self.framed_area()
        x = box.right() if corner[0] else box.left()
        return QPointF(x, box.bottom() if corner[1] else box.top())

    def _corner_at(self, place: QPointF) -> tuple[int, int] | None:
        def far(corner: tuple[int, int]) -> float:
            return (self.corner(corner) - place).manhattanLength()

        nearest = min(_CORNERS, key=far)
        return nearest if far(nearest) <= _REACH else None

    # ---- mouse -------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._picture is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = self.unscaled(event.position())
        corner = self._corner_at(place)
        if corner is not None or self.framed_area().contains(place):
            self._held, self._run = (place, self.frame, corner), new_run()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._picture is None:
            return
        place = self.unscaled(event.position())
        if self._held is None:
            self._point(place)
            return
        start, frame, corner = self._held
        area = self.area()
        if corner is None:
            by = place - start
            self._send(cropping.moved(frame, by.x() / area.width(), by.y() / area.height()))
            return
        to = ((place.x() - area.left()) / area.width(), (place.y() - area.top()) / area.height())
        self._send(cropping.pulled(frame, corner, to, self._size, self._aspect))

    def _point(self, place: QPointF) -> None:
        corner = self._corner_at(place)
        shape = Qt.CursorShape.ArrowCursor
        if corner is not None:
            rising = corner[0] != corner[1]
            shape = Qt.CursorShape.SizeBDiagCursor if rising else Qt.CursorShape.SizeFDiagCursor
        elif self.framed_area().contains(place):
            shape = Qt.CursorShape.SizeAllCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held, self._run = None, new_run()

    # ---- keys --------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        mine = event.type() == QEvent.Type.ShortcutOverride
        if mine and isinstance(event, QKeyEvent) and not passed_on(event) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~_PLAIN
        return plain and (
            event.key() in _MOVES or event.key() in _GROWS or event.key() == Qt.Key.Key_Home
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.leave.emit()
        elif passed_on(event) or self._picture is None or not self._takes(event):
            event.ignore()
        elif key == Qt.Key.Key_Home:
            self.framed.emit(None, new_run())
        elif key in _MOVES:
            fast = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = _FAST if fast else _STEP
            across, down = _MOVES[Qt.Key(key)]
            self._send(cropping.moved(self.frame, across * step, down * step))
        else:
            factor = _GROWS[Qt.Key(key)]
            self._send(cropping.stretched(self.frame, self._size, self._aspect, factor))

    def _send(self, frame: Frame) -> None:
        if frame != self.frame:
            self.framed.emit(frame, self._run)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._run = new_run()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # ---- painting ----------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None or self._picture.isNull():
            return
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, box = self.area(), self.framed_area()
        painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        panel = ink(self._theme, Role.PANEL)
        veil = QColor(panel.red(), panel.green(), panel.blue(), _DIM)
        for part in (
            QRectF(area.topLeft(), QPointF(area.right(), box.top())),
            QRectF(QPointF(area.left(), box.bottom()), area.bottomRight()),
            QRectF(QPointF(area.left(), box.top()), box.bottomLeft()),
            QRectF(box.topRight(), QPointF(area.right(), box.bottom())),
        ):
            painter.fillRect(part, veil)
        self._paint_frame(painter, box)
        painter.end()

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        focused = self.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 170), 4))  # seen on a photo of any brightness
        painter.drawRect(box)
        line = ink(self._theme, Role.ACCENT) if focused else QColor("white")
        painter.setPen(QPen(line, 2))
        painter.drawRect(box)
        painter.setPen(QPen(QColor(0, 0, 0, 190), 1))
        painter.setBrush(line)
        for corner in _CORNERS:
            grip = QRectF(0, 0, _GRIP, _GRIP)
            grip.moveCenter(self.corner(corner))
            painter.drawRect(grip)


_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
