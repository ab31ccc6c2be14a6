"""The layers as a list: a convolution takes two lines, what belongs to it one.

A branch is indented along a line, and a layer that does not read the one above says what it reads.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from convviz import words
from convviz.kinds.registry import filters_of
from convviz.model.kinds import kind_of
from convviz.model.layers import Conv2d
from convviz.model.network import Node
from convviz.panels.editor.graph_rows import RowPlace, row_places
from convviz.panels.editor.number_fields import passed_on
from convviz.panels.painting import lettering
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import enlarged, text_factor
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.resolved import Resolved

NODE, RESOLVED, PLACE = (Qt.ItemDataRole.UserRole + number for number in range(3))
TALL, LOW = 44, 28
READS = 17  # more, where a row says what its layer reads
INDENT = 14  # of a branch
INSET = 10
RENAME_KEY, REMOVE_KEY = "F2", "Delete"  # as the keyboard has them
_OWN_KEYS = frozenset(
    (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_F2,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    )
)

Index = QModelIndex | QPersistentModelIndex


class ChainModel(QAbstractListModel):
    """The nodes of the chain, as Qt's views read them.

    Signals
    -------
    renamed(layer: str, name: str)
    """

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._nodes: tuple[Node, ...] = ()
        self._places: dict[str, RowPlace] = {}
        self._resolved: Resolved | None = None

    def apply(self, new: Resolved) -> bool:
        """Show another graph; rows that stay keep their place and their open editor.

        Returns whether all do.
        """
        nodes = new.document.network.in_order()
        # A row's height goes with its kind and what it reads: where these change, the list does.
        same = [(n.id, type(n.layer), n.inputs) for n in nodes] == [
            (n.id, type(n.layer), n.inputs) for n in self._nodes
        ]
        if not same:
            self.beginResetModel()
        self._nodes, self._resolved = nodes, new
        self._places = row_places(new)
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(nodes) - 1))
        else:
            self.endResetModel()
        return same

    def row_of(self, node_id: str) -> int:
        """Give the row of a node; -1 when it has none."""
        return next((row for row, n in enumerate(self._nodes) if n.id == node_id), -1)

    def node(self, row: int) -> Node | None:
        """Give the node of a row."""
        return self._nodes[row] if 0 <= row < len(self._nodes) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._nodes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index.row())
        if node is None or self._resolved is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.name
        if role == NODE:
            return node
        if role == RESOLVED:
            return self._resolved
        if role == PLACE:
            return self._places[node.id]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            reads = self._places[node.id].reads
            spoken = words.text(
                "editor.row.spoken",
                name=node.name,
                kind=words.text(f"kind.{kind_of(node.layer).name}"),
                shape=words.plain(words.shape_spans(self._resolved.shapes[node.id])),
                parameters=self._resolved.counts.layers[node.id].parameters,
            )
            return f"{spoken}, {reads}" if reads else spoken
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index.row())
        if node is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != node.name:
            self.renamed.emit(node.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class ChainDelegate(QStyledItemDelegate):
    """Draws a row, and edits its name in place."""

    theme = "dark"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = index.data(NODE)
        high = TALL if filters_of(node.layer) else LOW
        return QSize(200, enlarged(high + (READS if index.data(PLACE).reads else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node, resolved = index.data(NODE), index.data(RESOLVED)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        painter.translate(row.topLeft())
        painter.scale(text_factor(), text_factor())
        row = QRectF(QPointF(), row.size() / text_factor())
        self._paint_ground(painter, row, option)
        area = row.adjusted(INSET, 0, -INSET, 0)
        place = index.data(PLACE)
        if place.branch:
            self._paint_rail(painter, area, place)
            area.adjust(INDENT, 0, 0, 0)
        if place.reads:
            base, room = area.bottom() - 7.5, area.width()
            text = lettering.shortened(place.reads, room, lettering.SMALL)
            left = area.left()
            lettering.draw_text(painter, left, base, text, self.theme, Role.MUTED, lettering.SMALL)
            area.adjust(0, 0, 0, -READS)
        if filters_of(node.layer) is not None:
            self._paint_tall(painter, area, node, resolved)
        else:
            self._paint_low(painter, area, node, resolved)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem) -> None:
        area = row.adjusted(0.5, 1, -0.5, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self.theme, Role.RAISED, share=0.0 if selected else 0.4))
        painter.drawRoundedRect(area, 6, 6)
        if selected:
            painter.setBrush(ink(self.theme, Role.ACCENT))
            painter.drawRoundedRect(
                QRectF(area.left(), area.top() + 5, 3, area.height() - 10), 1, 1
            )
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink(self.theme, Role.ACCENT))
            painter.drawRoundedRect(area, 6, 6)

    def _paint_rail(self, painter: QPainter, area: QRectF, place: RowPlace) -> None:
        """A line along a branch, which begins with its first layer."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self.theme, Role.EDGE, share=0.4))
        top = 7.0 if place.first else 0.0
        painter.drawRect(QRectF(area.left() + 1.0, area.top() + top, 1.5, area.height() - top))

    def _paint_tall(self, painter: QPainter, area: QRectF, node: Node, resolved: Resolved) -> None:
        upper, lower = area.top() + 18.5, area.top() + 35.5
        shape = words.shape_spans(resolved.shapes[node.id], Role.COUT)
        left = area.right() - lettering.spans_width(shape)
        lettering.draw_spans(painter, left, upper, shape, self.theme)
        room = left - area.left() - 8
        name = lettering.shortened(node.name, room, weight=lettering.SEMIBOLD)
        lettering.draw_text(
            painter, area.left(), upper, name, self.theme, weight=lettering.SEMIBOLD
        )
        convolution = filters_of(node.layer)
        if convolution is not None:
            filters = filter_spans(convolution, resolved.shapes[node.inputs[0]].channels)
            lettering.draw_spans(painter, area.left(), lower, filters, self.theme, lettering.SMALL)
        parameters = words.text(
            "editor.row.parameters",
            parameters=words.short(resolved.counts.layers[node.id].parameters),
        )
        left = area.right() - lettering.text_width(parameters, lettering.SMALL)
        lettering.draw_text(
            painter, left, lower, parameters, self.theme, Role.MUTED, lettering.SMALL
        )

    def _paint_low(self, painter: QPainter, area: QRectF, node: Node, resolved: Resolved) -> None:
        line = area.center().y() + 4.5
        first = not node.inputs
        shape = words.shape_spans(resolved.shapes[node.id], Role.CIN if first else Role.COUT)
        if not first:  # what comes after a convolution is quieter than it
            shape = tuple(Span(run.text, Role.MUTED) for run in shape)
        left = area.right() - lettering.spans_width(shape)
        lettering.draw_spans(painter, left, line, shape, self.theme)
        weight = lettering.SEMIBOLD if first else lettering.REGULAR
        role = Role.TEXT if first else Role.MUTED
        kind = words.text(f"kind.{kind_of(node.layer).name}")
        room = left - area.left() - 8
        name = lettering.shortened(node.name, room, weight=weight)
        end = lettering.draw_text(painter, area.left(), line, name, self.theme, role, weight=weight)
        if kind.lower() not in node.name.lower() and end + 8 < left:
            kind = lettering.shortened(kind, left - end - 16, lettering.SMALL)
            lettering.draw_text(
                painter, end + 8, line, kind, self.theme, Role.MUTED, lettering.SMALL
            )

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setObjectName("rename")
        editor.setMaxLength(60)
        editor.setAccessibleName(words.text("field.name"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Counts that arrive while the name is typed must not put the old one back.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        height = editor.sizeHint().height()
        area = option.rect
        top = area.top() + (0 if area.height() > height else (area.height() - height) // 2)
        editor.setGeometry(area.left(), top, area.width() * 3 // 5, height)


def filter_spans(layer: Conv2d, channels: int) -> tuple[Span, ...]:
    """Give "16 filters · 1×1×192" for a convolution that reads `channels` channels."""
    kernel = words.kernel_spans(*layer.kernel, layer.group_channels(channels))
    key = "editor.row.filters.one" if layer.filters == 1 else "editor.row.filters"
    runs = words.spans(key, filters=layer.filters, kernel=kernel)
    return tuple(Span(r.text, Role.MUTED) if r.role is Role.TEXT else r for r in runs)


class ChainList(QListView):
    """The list; as high as its rows, so that the panel scrolls as one page.

    Signals
    -------
    chosen(layer: str)
    renamed(layer: str, name: str)
    removed(layer: str)
    leave()
    """

    chosen = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)
    leave = Signal()
    _renaming_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chain-list")
        self._chain = ChainModel()
        self._rows = ChainDelegate(self)
        self._applying = False
        self._factor = 0.0  # the text size that its height was made for
        self.setModel(self._chain)
        self.setItemDelegate(self._rows)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self._chain.renamed.connect(self.renamed)
        self._rows.closeEditor.connect(self._edited)
        # Queued: the view must be done with the editor before the focus goes elsewhere.
        self._renaming_ended.connect(self.leave, Qt.ConnectionType.QueuedConnection)
        self.selectionModel().currentChanged.connect(self._current)

    def apply(self, new: Resolved) -> None:
        """Show the chain and which of its layers is selected."""
        self._applying = True
        same = self._chain.apply(new)
        row = self._chain.row_of(new.document.selected)
        if row != self.currentIndex().row():
            self.setCurrentIndex(self._chain.index(row))
        self._applying = False
        if same and self._factor == text_factor():
            return  # to ask 1,000 rows for their heights takes longer than to count their layers
        self._factor = text_factor()
        height = sum(self.sizeHintForRow(r) for r in range(self._chain.rowCount()))
        if height != self.height():
            self.setFixedHeight(height)

    def retranslate(self, theme: str) -> None:
        """Follow the language and the theme."""
        self._rows.theme = theme
        self.scheduleDelayedItemsLayout()  # a row's height goes with the text size
        self.setAccessibleName(words.text("editor.list"))
        keys = {"rename": RENAME_KEY, "remove": REMOVE_KEY}
        self.setToolTip(words.text("editor.list.help", **keys))
        self.viewport().update()

    def _current(self, current: QModelIndex) -> None:
        node = self._chain.node(current.row())
        if node is not None and not self._applying:
            self.chosen.emit(node.id)

    def _edited(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        ended = (
            QAbstractItemDelegate.EndEditHint.SubmitModelCache,
            QAbstractItemDelegate.EndEditHint.RevertModelCache,
        )
        if hint in ended:
            self._renaming_ended.emit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN_KEYS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        node = self._chain.node(self.currentIndex().row())
        if passed_on(event):
            event.ignore()
        elif self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # what the name's own field let through: Enter, which ends it
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.leave.emit()
        elif event.key() == Qt.Key.Key_Delete and node is not None:
            self.removed.emit(node.id)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # the page scrolls, not the list
