"""The command palette: type some letters of a command, a document or a layer, and Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from convviz import words
from convviz.app.dialogs.fuzzy_search import Match
from convviz.app.dialogs.palette_commands import Command, found
from convviz.panels.painting.icons import icon, ink
from convviz.panels.painting.key_caps import chords_width, draw_chords
from convviz.panels.painting.lettering import SEMIBOLD, SMALL, VALUE, draw_text, shortened
from convviz.panels.painting.text_size import enlarged, text_factor
from convviz.scene.palette import Role

_WIDTH, _ROW, _ROWS, _SIDE = 600, 48, 8, 14
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}
_OWN = (*_MOVES, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right)
Index = QModelIndex | QPersistentModelIndex
Row = tuple[Command, Match]
ROW = Qt.ItemDataRole.UserRole


class Rows(QAbstractListModel):
    """The commands found, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command, _ = self._rows[index.row()]
        if role == ROW:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            press = " ".join(command.keys[0]) if command.keys else ""
            place = place_text(command)
            return words.text("commands.spoken", name=command.name, place=place, press=press)
        return None


def place_text(command: Command) -> str:
    """The menu of a command, and why it cannot act where it cannot."""
    if not command.reason:
        return command.place
    return words.text("commands.greyed", place=command.place, reason=command.reason)


class RowPainter(QStyledItemDelegate):
    """Draws a row: name, the menu below, keys at the right."""

    theme = "dark"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, enlarged(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command, hit = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(option.rect.topLeft()))
        painter.scale(text_factor(), text_factor())
        width = option.rect.width() / text_factor()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(self.theme, Role.RAISED))
            painter.drawRoundedRect(QRectF(2, 1, width - 4, _ROW - 2), 7, 7)
            painter.setBrush(ink(self.theme, Role.ACCENT))
            painter.drawRoundedRect(QRectF(2, 9, 3, _ROW - 18), 1.5, 1.5)
        keys = chords_width(command.keys)
        room = width - 2 * _SIDE - keys - 12
        self._paint_name(painter, command, hit, room)
        below = shortened(place_text(command), room, SMALL)
        draw_text(painter, _SIDE, 38, below, self.theme, Role.MUTED, SMALL)
        if not command.reason:
            draw_chords(painter, width - _SIDE - keys, _ROW / 2, command.keys, self.theme)
        painter.restore()

    def _paint_name(self, painter: QPainter, command: Command, hit: Match, room: float) -> None:
        """Draw the name, the letters that were found in strong type."""
        role = Role.MUTED if command.reason else Role.TEXT
        name = shortened(command.name, room, VALUE)
        left = float(_SIDE)
        for place, letter in enumerate(name):
            if place in hit.hits:
                left = draw_text(painter, left, 20, letter, self.theme, role, VALUE, SEMIBOLD)
            else:
                left = draw_text(painter, left, 20, letter, self.theme, role, VALUE)


class CommandPalette(QFrame):
    """Lies over the window until something is chosen, Esc, or a click beside it.

    Parameters
    ----------
    take_focus : callable
        Gives the keyboard back to what had it: the stage, or the start page.
    """

    def __init__(self, window: QMainWindow, take_focus: Callable[[], None]) -> None:
        super().__init__(window)
        self.setObjectName("commands")
        self.setProperty("look", "sheet")
        self._window, self._take_focus = window, take_focus
        self._commands: tuple[Command, ...] = ()
        self._rows, self._painter = Rows(), RowPainter(self)
        self.search = QLineEdit(self)
        self.search.setObjectName("commands-search")
        self._glass = self.search.addAction(
            icon("search", "dark"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.list = QListView(self)
        self.list.setObjectName("commands-list")
        self.list.setModel(self._rows)
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel(self)
        self.none.setProperty("look", "muted")
        self.none.setContentsMargins(_SIDE, 8, _SIDE, 10)
        self.none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.search, self.list, self.none):
            column.addWidget(part)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.list.clicked.connect(lambda _: self._choose())
        window.installEventFilter(self)
        self.hide()

    def open(self, commands: tuple[Command, ...], theme: str) -> None:
        """Show all that can be asked for now, and take the keyboard."""
        self._painter.theme = theme
        self._glass.setIcon(icon("search", theme, Role.MUTED))
        self.search.setPlaceholderText(words.text("commands.search"))
        self.search.setAccessibleName(words.text("commands.search"))
        self.list.setAccessibleName(words.text("commands.list"))
        self.none.setText(words.text("commands.none"))
        self._commands = commands
        self.search.clear()
        self._find("")
        self.show()
        self.raise_()
        self.search.setFocus()

    def close_up(self) -> None:
        """Hide, and give the keyboard back."""
        if self.isVisible():
            self.hide()
            self._take_focus()

    def _find(self, query: str) -> None:
        rows = found(query, self._commands)
        self._rows.show(rows)
        self.list.setCurrentIndex(self._rows.index(0))
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._fit()

    def _fit(self) -> None:
        window = self._window
        width = min(enlarged(_WIDTH), window.width() - 32)
        top = window.menuBar().height() + 24 if window.menuBar().isVisible() else 24
        room = window.height() - top - 24 - self.search.sizeHint().height() - 24
        rows = min(self._rows.rowCount(), _ROWS, max(room // enlarged(_ROW), 1))
        self.list.setFixedHeight(max(rows, 1) * enlarged(_ROW) + 2)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, top)

    def _choose(self) -> None:
        row = self.list.currentIndex().data(ROW)
        if row is not None and not row[0].reason:
            self.close_up()
            row[0].run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list, typed in the field; and the window's size."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._fit()
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:
            event.accept()  # else they would step the story behind
            return True
        if event.type() == QEvent.Type.KeyPress and self._own_key(Qt.Key(event.key())):
            return True
        return super().eventFilter(watched, event)

    def _own_key(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            row = self.list.currentIndex().row() + _MOVES[key]
            row = min(max(row, 0), self._rows.rowCount() - 1)
            self.list.setCurrentIndex(self._rows.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        else:
            return False
        return True
