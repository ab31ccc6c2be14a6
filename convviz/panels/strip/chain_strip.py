"""The chain strip under the stage: the whole network as small volumes, the current layer lit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import spans_width
from convviz.panels.painting.text_size import Painted
from convviz.panels.strip.drawing import StripDrawing
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.strip import Strip, lay_strip, volume_at
from convviz.scene.strip_graph import branches, graph_height, lay_graph
from convviz.scene.strip_item import StripItem
from convviz.scene.themes import Look

HEIGHT = 96
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -(10**6),
    Qt.Key.Key_End: 10**6,
}
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTCH = 60.0  # logical pixels scrolled per notch of the wheel


class ChainStrip(Painted, QWidget):
    """The network as a row of volumes; a click, or Enter on one, opens its stage.

    Signals
    -------
    opened(id)
        The node that the clicked volume belongs to.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A click opens a stage and leaves the arrow keys to the story.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._items: tuple[StripItem, ...] = ()
        self._look = Look("dark")
        self._depth_unit: float | None = None
        self._high = float(HEIGHT)
        self._strip: Strip | None = None
        self._offset = 0.0
        self._hovered: str | None = None
        self._cursor: str | None = None

    def apply(
        self, items: tuple[StripItem, ...], look: Look, depth_unit: float | None = None
    ) -> None:
        """Show a network's stages; nothing is painted when they are the ones shown.

        `depth_unit` is the depth of a channel on the stage, in cells.
        """
        if (items, look, depth_unit) == (self._items, self._look, self._depth_unit):
            return
        selected = _chosen(items)
        if selected is not None and selected != self._selected():
            self._cursor = selected
        self._items, self._look, self._depth_unit = items, look, depth_unit
        self._high = graph_height(items)
        if self._high != self.height():
            self.setFixedHeight(round(self._high))
        if self._cursor not in _stops(items):
            self._cursor = selected
        self._strip = None
        self._reveal(selected)
        self._speak()
        self.update()

    @property
    def strip(self) -> Strip:
        """What lies where; add `offset` to a place of the widget to look it up."""
        if self._strip is None:
            lay = lay_graph if branches(self._items) else lay_strip
            size = float(self.width()), self._high
            self._strip = lay(self._items, *size, _measure, self._depth_unit)
        return self._strip

    @property
    def offset(self) -> float:
        """Logical pixels scrolled."""
        return self._offset

    def sizeHint(self) -> QSize:
        return QSize(680, round(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(self._high))

    def _selected(self) -> str | None:
        return _chosen(self._items)

    def _reveal(self, stage: str | None) -> None:
        """Scroll so that a stage is in view."""
        strip = self.strip
        whose = next((item.id for item in self._items if stage in _own(item)), None)
        found = next((volume for volume in strip.volumes if volume.id == whose), None)
        if found is not None:
            left, _, width, _ = found.slot
            self._offset = min(self._offset, left - 24.0)
            self._offset = max(self._offset, left + width + 24.0 - self.width())
        self._scroll(0.0)

    def _scroll(self, by: float) -> None:
        most = max(self.strip.content_width - self.width(), 0.0)
        offset = min(max(self._offset + by, 0.0), most)
        if offset != self._offset or by == 0.0:
            self._offset = offset
            self.update()

    def _speak(self) -> None:
        """Name the widget by its stages, and describe the one under the keyboard."""
        self.setAccessibleName("; ".join(_spoken(item) for item in self._items))
        self.setAccessibleDescription(self._said(self._cursor))

    def _said(self, stop: str | None) -> str:
        """Describe a stage, or a step of one by its name and its layer's."""
        for item in self._items:
            if item.id == stop:
                return _spoken(item)
            for step in item.steps:
                if step.id == stop:
                    return f"{step.name.text}, {item.name}"
        return ""

    # ---- mouse and keyboard ------------------------------------------------------------------
    def _stage_at(self, place: QPointF) -> str | None:
        at = self.unscaled(place)
        return volume_at(self.strip, at.x() + self._offset, at.y())

    def _hover(self, stage: str | None) -> None:
        if stage == self._hovered:
            return
        self._hovered = stage
        if stage is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._stage_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        stage = self._stage_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and stage is not None:
            self._cursor = stage
            self._speak()
            self.update()
            self.opened.emit(stage)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        self._scroll(-(turned.y() or turned.x()) / 120.0 * _NOTCH)
        self._hover(self._stage_at(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        # The window's own shortcuts (steps of the story) would take the arrows otherwise.
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            stage = self._stage_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._said(stage), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event) or not self._items:
            super().keyPressEvent(event)
        elif event.key() in _OPENERS:
            if self._cursor is not None:
                self.opened.emit(self._cursor)
        else:
            ids = _stops(self._items)
            at = ids.index(self._cursor) if self._cursor in ids else 0
            at = min(max(at + _STEPS[Qt.Key(event.key())], 0), len(ids) - 1)
            self._cursor = ids[at]
            self._reveal(self._cursor)
            self._speak()

    @staticmethod
    def _own_key(event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        return event.key() in _OPENERS or event.key() in _STEPS

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # ---- painting ----------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._strip = None
        self._reveal(self._cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(self.rect(), ink(self._look.theme, Role.PANEL))
        painter.setPen(ink(self._look.theme, Role.LINE))
        painter.drawLine(QLineF(0.0, 0.5, self.width(), 0.5))
        strip = self.strip
        painter.translate(-self._offset, 0.0)
        keyed = self._cursor if self.hasFocus() else None
        StripDrawing(painter, self._look).draw(strip, self._hovered, keyed)
        painter.translate(self._offset, 0.0)
        self._fade_ends(painter, strip)
        painter.end()

    def _fade_ends(self, painter: QPainter, strip: Strip) -> None:
        """Show that there is more to scroll to."""
        drawing = StripDrawing(painter, self._look)
        if self._offset > 0.5:
            drawing.fade(QRectF(0.0, 1.0, 28.0, self._high - 1.0), to_the_left=True)
        if strip.content_width - self._offset > self.width() + 0.5:
            end = QRectF(self.width() - 28.0, 1.0, 28.0, self._high - 1.0)
            drawing.fade(end, to_the_left=False)


def _measure(spans: tuple[Span, ...], points: float, weight: int) -> tuple[float, float]:
    return spans_width(spans, round(points), weight), points * 1.3


def _stops(items: tuple[StripItem, ...]) -> list[str]:
    """Give what can be opened: each stage, then the elementwise layers after it.

    In lanes there is no room for those: the list of layers has them.
    """
    if branches(items):
        return [item.id for item in items]
    return [id for item in items for id in _own(item)]


def _own(item: StripItem) -> list[str]:
    """Give the ids of a stage and of the elementwise layers after it."""
    return [item.id, *(step.id for step in item.steps)]


def _chosen(items: tuple[StripItem, ...]) -> str | None:
    """Give what is open: a step by itself, or the stage."""
    for item in items:
        if item.selected:
            steps = () if branches(items) else item.steps
            return next((step.id for step in steps if step.selected), item.id)
    return None


def _spoken(item: StripItem) -> str:
    shape = f"{item.shape.height}×{item.shape.width}×{item.shape.channels}"
    return item.description or f"{item.name}, {shape}"
