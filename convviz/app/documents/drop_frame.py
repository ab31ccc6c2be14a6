"""Files dropped on the window: a frame says what will become of one while it is held over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from convviz import words
from convviz.app.documents.dropped_files import Use, dropped_file, use_of
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import SEMIBOLD, VALUE, letters, shortened, text_width
from convviz.panels.painting.text_size import Painted
from convviz.scene.palette import Role

_MARGIN, _ROUND, _TYPE = 14, 12, VALUE + 4


class DropFrame(Painted, QWidget):
    """Lies over the whole window while a file is dragged over it; the mouse goes through it.

    Parameters
    ----------
    theme : callable
        The theme of now.
    take : callable
        Uses a file that is dropped.
    """

    def __init__(
        self, window: QWidget, theme: Callable[[], str], take: Callable[[Path], None]
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._take = window, theme, take
        self._sentence, self._good = "", True
        self.setObjectName("drop-frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dragged over the window."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            return self._entered(event)
        if kind == QEvent.Type.DragLeave:
            self.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._dropped(event)
        return super().eventFilter(watched, event)

    def _entered(self, event: QDragEnterEvent) -> bool:
        path = dropped_file(event.mimeData())
        if path is None:
            return False
        use = use_of(path)
        self._good = use is not Use.NOTHING
        self._sentence = words.text(use.value, file=path.name)
        self.setAccessibleName(self._sentence)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        if self._good:
            event.acceptProposedAction()
        else:
            # Taken all the same: only who takes it is told when it has left again.
            event.accept()
        return True

    def _dropped(self, event: QDropEvent) -> bool:
        self.hide()
        path = dropped_file(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        self._take(path)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme()
        role = Role.ACCENT if self._good else Role.ERROR
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = ink(theme, Role.PANEL).toRgb()
        veil.setAlphaF(0.72)
        painter.fillRect(self.rect(), veil)
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(QPen(ink(theme, role), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, _ROUND, _ROUND)
        told = shortened(self._sentence, area.width() - 80, _TYPE, SEMIBOLD)
        plate = QRectF(0, 0, text_width(told, _TYPE, SEMIBOLD) + 48, 2.6 * _TYPE)
        plate.moveCenter(area.center())
        painter.setPen(QPen(ink(theme, role), 1))
        painter.setBrush(ink(theme, Role.RAISED))
        painter.drawRoundedRect(plate, _ROUND, _ROUND)
        painter.setFont(letters(_TYPE, SEMIBOLD))
        painter.setPen(ink(theme, Role.TEXT if self._good else Role.ERROR))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, told)
        painter.end()
