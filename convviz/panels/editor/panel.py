"""The editor: the chain as a list, its tools, and the form of the selected layer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.kinds.registry import filters_of
from convviz.model.graph_edits import can_move, can_remove
from convviz.model.kinds import KINDS, kind_of
from convviz.model.layers import Layer
from convviz.model.shape import Shape
from convviz.panels.editor.form import LayerForm
from convviz.panels.editor.layer_list import INSET, REMOVE_KEY, ChainList
from convviz.panels.editor.number_fields import passed_on
from convviz.panels.painting.icons import icon
from convviz.panels.painting.text_size import text_factor
from convviz.scene.palette import Role
from convviz.state.intents import AddLayer, MoveLayer, RemoveLayer, RenameLayer, SelectLayer
from convviz.state.resolved import Resolved

MARGIN = 16


def offers(read: Shape) -> tuple[Layer, ...]:
    """Give the layers that can be added where a volume of that shape arrives, kind by kind."""
    return tuple(layer for kind in KINDS.values() for layer in kind.offers(read))


class PageArea(QScrollArea):
    """A page that scrolls, and leaves a clicker's keys to the window."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page.setProperty("look", "page")
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if passed_on(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        policy = Qt.ScrollBarPolicy  # large letters may be wider than their panel
        wide = policy.ScrollBarAsNeeded if text_factor() > 1.0 else policy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(wide)


class EditorPanel(QWidget):
    """The editor.

    Parameters
    ----------
    photos : mapping of str to Path or None
        The photos that an input may take, by id; by default all that have a name in `words`.

    Signals
    -------
    intent(Intent)
        SelectLayer, SetField, SetCrop, AddLayer, RemoveLayer, MoveLayer, RenameLayer.
    insertWanted()
        A photo of the user's own is to be chosen.
    leave()
        Enter or Esc in a field: the focus may go back to the stage.
    """

    intent = Signal(object)
    leave = Signal()
    insertWanted = Signal()

    def __init__(
        self, photos: Mapping[str, Path | None] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self._resolved: Resolved | None = None
        self._theme = ""  # none yet: the next `apply` puts in all texts and colours
        self.title = QLabel(self)
        self.title.setProperty("look", "section")
        self.add = self._tool("add-layer", "plus")
        self.remove = self._tool("remove-layer", "trash-2")
        self.up = self._tool("move-up", "arrow-up")
        self.down = self._tool("move-down", "arrow-down")
        self.add_menu = QMenu(self.add)
        self.add.setMenu(self.add_menu)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chain = ChainList(self)
        self.message = QLabel(self)
        self.message.setObjectName("message-chain")
        self.message.setProperty("look", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        self.form_title = QLabel(self)
        self.form_title.setProperty("look", "section")
        self.form = LayerForm(photos or dict.fromkeys(words.named("photo")), self)
        self._complaining: QWidget | None = None
        self._stood = -1  # where the page was scrolled to
        self._revealing = QTimer(self)  # once the sentence has its place in the page
        self._revealing.setSingleShot(True)
        self._revealing.timeout.connect(self._scroll)
        self._lay_out()
        self._connect()

    def _tool(self, name: str, icon_name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("icon_name", icon_name)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, INSET - 5, 0)  # a button's own margin is 5
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        for button in (self.add, self.remove, self.up, self.down):
            head.addWidget(button)
        page = QWidget()
        self.chain.setParent(page)  # before its tools: it is what Tab is pressed for
        column = QVBoxLayout(page)
        # The list's ground reaches into the margin, its text stands in line with the page.
        column.setContentsMargins(MARGIN - INSET, 6, MARGIN - INSET, MARGIN)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(2)
        column.addWidget(self.chain)
        below = QVBoxLayout()
        below.setContentsMargins(INSET, 0, INSET, 0)
        below.setSpacing(0)
        below.addWidget(self.message)
        below.addSpacing(14)
        below.addWidget(self.form_title)
        below.addSpacing(6)
        below.addWidget(self.form)
        column.addLayout(below)
        column.addStretch(1)
        self.area = PageArea(page, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        self.area.verticalScrollBar().rangeChanged.connect(self._ranged)
        emit = self.intent.emit
        self.chain.chosen.connect(lambda layer: emit(SelectLayer(layer)))
        self.chain.renamed.connect(lambda layer, name: emit(RenameLayer(layer, name)))
        self.chain.removed.connect(lambda layer: emit(RemoveLayer(layer)))
        self.chain.leave.connect(self.leave)
        self.form.intent.connect(self.intent)
        self.form.leave.connect(self.leave)
        self.form.complained.connect(self._reveal)
        self.form.insertWanted.connect(self.insertWanted)
        self.add_menu.aboutToShow.connect(self._fill_menu)
        self.remove.clicked.connect(lambda: emit(RemoveLayer(self._selected())))
        self.up.clicked.connect(lambda: emit(MoveLayer(self._selected(), -1)))
        self.down.clicked.connect(lambda: emit(MoveLayer(self._selected(), 1)))

    # ---- what the app calls ------------------------------------------------------------------
    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show another snapshot, touching only what differs."""
        self._resolved = new
        if self._theme != new.settings.theme:
            old = None
            self._theme = new.settings.theme
            self._restyle(new.settings.theme)
        if old is None or old.document is not new.document:
            self.chain.apply(new)
            self._enable(new)
            self._write_form_title(new)
        self.form.apply(new)
        self._tell_problem(new)

    def _reveal(self, complaining: QWidget) -> None:
        self._complaining = complaining
        self._revealing.start()

    def _scroll(self) -> None:
        """Scroll to the message that has just come, its whole sentence included."""
        if self._complaining is not None and self._complaining.isVisible():
            self.area.ensureWidgetVisible(self._complaining, 0, MARGIN)
            self._stood = self.area.verticalScrollBar().value()

    def _ranged(self) -> None:
        """What was scrolled to stays in view as the page grows, unless the user scrolled on."""
        if self.area.verticalScrollBar().value() == self._stood:
            self._revealing.start()

    def reveal(self, field: str) -> None:
        """Scroll to a field of the form, once it has its place in the page."""
        for row in self.form.rows():
            if row.spec.name == field:
                self._reveal(row)

    def begin(self) -> None:
        """Give the keyboard to the list of layers."""
        self.chain.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Follow the language and the theme, with the `apply` that comes next."""
        self._theme = ""

    def _restyle(self, theme: str) -> None:
        self.title.setText(words.text("editor.title"))
        for button, key in (
            (self.add, "editor.add"),
            (self.remove, "editor.remove"),
            (self.up, "editor.up"),
            (self.down, "editor.down"),
        ):
            what = words.text(key)
            pressed = button is self.remove  # the list takes this key
            hint = words.text("playback.key", what=what, press=REMOVE_KEY) if pressed else what
            button.setToolTip(hint)
            button.setAccessibleName(what)
            button.setIcon(icon(button.property("icon_name"), theme, Role.TEXT))
        self.chain.retranslate(theme)
        self.form.retranslate(theme)

    # ---- parts -------------------------------------------------------------------------------
    def _selected(self) -> str:
        return self._resolved.document.selected if self._resolved else ""

    def _enable(self, new: Resolved) -> None:
        network, selected = new.document.network, new.document.selected
        self.remove.setEnabled(can_remove(network, selected))
        self.up.setEnabled(can_move(network, selected, -1))
        self.down.setEnabled(can_move(network, selected, 1))

    def _write_form_title(self, new: Resolved) -> None:
        node = new.document.network.node(new.document.selected)
        kind = words.text(f"kind.{kind_of(node.layer).name}")
        title = node.name if kind.lower() in node.name.lower() else f"{node.name} · {kind}"
        self.form_title.setText(title)

    def _fill_menu(self) -> None:
        self.add_menu.clear()
        if self._resolved is None:
            return
        selected = self._selected()
        read = self._resolved.shapes[selected]
        for layer in offers(read):
            self._offer(self.add_menu, layer, read, AddLayer(selected, layer))
        readers = self._resolved.document.network.readers(selected)
        if len(readers) > 1:  # the layer may also be the first of one branch alone
            self.add_menu.addSeparator()
            for reader in readers:
                menu = self.add_menu.addMenu(words.text("editor.add.before", name=reader.name))
                for layer in offers(read):
                    self._offer(menu, layer, read, AddLayer(selected, layer, reader.id))

    def _offer(self, menu: QMenu, layer: Layer, read: Shape, intent: AddLayer) -> None:
        action = menu.addAction(_offer_text(layer, read.channels))
        action.triggered.connect(lambda _=False: self.intent.emit(intent))

    def _tell_problem(self, new: Resolved) -> None:
        sentence = self.form.problem_elsewhere(new)
        if sentence != self.message.text():
            self.message.setText(sentence)
            self.message.setVisible(bool(sentence))
            if sentence:
                self._reveal(self.message)


def _offer_text(layer: Layer, channels: int) -> str:
    key, named = f"editor.offer.{kind_of(layer).name}", filters_of(layer)
    if named is None:
        return words.text(key)
    return words.text(key, kernel=words.kernel_spans(*named.kernel, channels))
