"""The weights of the layer on stage: a table per filter and kernel, or one matrix, typed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.model.errors import ModelError
from convviz.model.typed import BIAS
from convviz.model.typed_edits import block_of
from convviz.panels.editor.number_fields import NumberField, new_run
from convviz.panels.editor.panel import PageArea
from convviz.panels.painting.text_size import fix_width
from convviz.panels.weights.cell_models import Block, Cells, Layout, cells_of, layout_of, typed_bias
from convviz.panels.weights.chooser import LABEL_WIDTH, NUMBER_WIDTH, Chooser
from convviz.panels.weights.table import WeightsTable, name_table
from convviz.panels.weights.weight_field import BiasField, read_weight
from convviz.scene.palette import Role
from convviz.state.edits import apply_edit
from convviz.state.families import Family
from convviz.state.intents import (
    ClearTyped,
    CopyFilter,
    PasteColumn,
    PasteKernel,
    PasteMatrix,
    SelectCell,
    SetBias,
    SetWeight,
)
from convviz.state.resolved import Resolved, Stage
from convviz.words.errors import error_text

MARGIN = 16
_EXAMPLE = "-0.25"


class WeightsPanel(QWidget):
    """The panel.

    Signals
    -------
    intent(Intent)
    loadWanted()
        A file of weights is to be chosen.
    leave()
        The focus may go back to the stage.
    """

    intent = Signal(object)
    loadWanted = Signal()
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weights")
        self._resolved: Resolved | None = None
        self._theme = ""
        self._kind = ""  # what the texts of a kind of layer end in
        self._filter = 0
        self._channel, self._of = 0, ("", "", "")  # document, file and layer of the channel
        self.title = QLabel()
        self.title.setProperty("look", "section")
        self.title.setWordWrap(True)
        self.empty = QLabel()
        self.empty.setProperty("look", "note")
        self.empty.setWordWrap(True)
        self.filter, self.channel = Chooser("filter", Role.COUT), Chooser("channel", Role.CIN)
        self.table = WeightsTable()
        self.bias_label, self.bias = QLabel(), BiasField()
        self.bias.setObjectName("weights-bias")
        self.message, self.note = QLabel(), QLabel()
        self.message.setObjectName("message-weights")
        self.message.setProperty("look", "error")
        self.note.setProperty("look", "small")
        self.reset, self.reset_menu = QToolButton(), QMenu(self)
        self.copy_label, self.copy_field = QLabel(), NumberField(1, 1)
        self.copy_field.setObjectName("weights-copy")
        self.copy_field.forget(1)
        self.copy_do, self.load = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.filter)
        column.addWidget(self.channel)
        column.addWidget(self.table, 100)
        for label in (self.message, self.note):
            label.setWordWrap(True)
        foot = QGridLayout()
        foot.setHorizontalSpacing(6)
        foot.setVerticalSpacing(6)
        foot.addWidget(self.bias_label, 0, 0)
        foot.addWidget(self.bias, 0, 1, 1, 2)
        foot.addWidget(self.copy_label, 1, 0)
        foot.addWidget(self.copy_field, 1, 1)
        foot.addWidget(self.copy_do, 1, 2)
        foot.setColumnStretch(3, 1)
        for label in (self.bias_label, self.copy_label):
            fix_width(label, LABEL_WIDTH)
        fix_width(self.bias, 130)
        fix_width(self.copy_field, NUMBER_WIDTH)
        self.reset.setObjectName("weights-reset")
        self.reset.setProperty("look", "menu")
        self.reset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.reset.setMenu(self.reset_menu)
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.message.hide()
        column.addWidget(self.message)
        column.addLayout(foot)
        last = QHBoxLayout()
        last.addWidget(self.reset)
        last.addWidget(self.load)
        last.addStretch(1)
        column.addLayout(last)
        column.addWidget(self.note)
        column.addStretch(1)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(MARGIN, 8, MARGIN, 12)
        whole.setSpacing(8)
        whole.addWidget(self.title)
        whole.addWidget(self.empty)
        whole.addWidget(self.content, 100)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageArea(page, self))

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda place: self.intent.emit(SelectCell(filter=place)))
        self.channel.chosen.connect(self._turn_channel)
        for chooser in (self.filter, self.channel):
            chooser.refused.connect(self.say)
            chooser.leave.connect(self.leave)
        self.table.entered.connect(self._entered)
        self.table.pasted.connect(self._pasted)
        self.table.cleared.connect(self._clear_cells)
        self.table.moved.connect(self._moved)
        self.table.refused.connect(self.say)
        self.table.refused_no_more.connect(lambda: self.say(""))
        self.table.leave.connect(self.leave)
        self.bias.committed.connect(self._bias_typed)
        self.bias.given_up.connect(self._bias_given_up)
        self.copy_do.clicked.connect(self._copy_filter)
        self.copy_field.leave.connect(self.copy_do.setFocus)
        self.copy_field.given_up.connect(lambda _: self.copy_field.forget(1))
        self.load.clicked.connect(self.loadWanted)
        self.reset_menu.aboutToShow.connect(self._fill_reset)

    # ---- what the app calls ------------------------------------------------------------------
    def begin(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Follow the language and the theme, with the `apply` that comes next."""
        self._theme = ""

    def sizeHint(self) -> QSize:
        return QSize(300, 320)

    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show another snapshot."""
        self._resolved = new
        stage = self._stage
        look = new.settings.theme, "" if stage is None else stage.telling.speaks
        dressed = (self._theme, self._kind) != look
        if dressed:
            self._theme, self._kind = look
            self._dress()
        if old is not None and not dressed and not _differs(old, new):
            return
        self.content.setVisible(stage is not None)
        self.empty.setVisible(stage is None)
        self.empty.setText("" if stage else words.text(_why_none(new)))
        if stage is None:
            self.title.setText(words.text("dock.weights"))
            return
        self._show(stage)

    @property
    def _stage(self) -> Stage | None:
        """The stage whose weights can be shown; None while there are none."""
        stage = None if self._resolved is None else self._resolved.stage
        return None if stage is None or stage.weights is None else stage

    def _dress(self) -> None:
        theme, kind = self._theme, self._kind
        self.filter.dress(theme, kind)
        self.channel.dress(theme, kind)
        name_table(self.table, words.text(f"weights.table{kind}"))
        self.bias_label.setText(words.text("weights.bias"))
        self.bias.setAccessibleName(words.text("weights.bias"))
        self.copy_label.setText(words.text(f"weights.copy{kind}"))
        self.copy_field.setAccessibleName(words.text(f"weights.copy{kind}"))
        self.copy_do.setText(words.text("weights.copy.do"))
        self.load.setText(words.text("weights.load"))
        self.reset.setText(words.text("weights.reset"))

    def _show(self, stage: Stage) -> None:
        assert self._resolved is not None and stage.weights is not None
        filters, channels, height, width = stage.weights.shape
        node = self._resolved.document.network.node(stage.node)
        layout = layout_of(stage.telling.matrix, (height, width))
        sizes = (
            words.matrix_spans(filters, channels)
            if layout is Layout.MATRIX
            else words.kernel_spans(height, width, channels)
        )
        self.title.setText(
            words.html(words.spans("weights.title", layer=stage.name, kernel=sizes), self._theme)
        )
        self._filter = min(stage.selection.filter, filters - 1)
        of = (self._resolved.document.id, self._resolved.document.file, stage.node)
        self._channel = min(self._channel, channels - 1) if of == self._of else 0
        self._of = of
        self.filter.show_place(self._filter, filters)
        self.channel.show_place(self._channel, channels)
        self.channel.setVisible(layout is not Layout.COLUMN)
        self.copy_field.set_high(filters)
        place = self._filter, self._channel
        cells = cells_of(stage.weights, node.typed, layout, *place, stage.weight_high)
        self.table.show_cells(cells, self._theme)
        if layout is Layout.MATRIX:
            self.table.lead(*place)
        self._show_bias(stage, typed_bias(node.typed, self._filter))
        typed = 0 if node.typed is None else len(node.typed.numbers)
        loaded = node.typed is not None and node.typed.loaded is not None
        key = "weights.loaded" if loaded else "weights.count" if typed else "weights.count.none"
        self.note.setText(words.text(key, count=typed))
        self.reset.setEnabled(node.typed is not None)
        for part in (self.copy_label, self.copy_field, self.copy_do):
            part.setVisible(filters > 1)

    def _show_bias(self, stage: Stage, typed: float | None) -> None:
        for part in (self.bias_label, self.bias):
            part.setVisible(stage.convolution.bias)
        number = typed if typed is not None else 0.0
        if typed is None and stage.bias is not None:
            number = float(stage.bias[self._filter])
        self.bias.show_number(number, typed is not None)

    def say(self, sentence: str) -> None:
        """Show a message under the table, or none."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    # ---- what the user does ------------------------------------------------------------------
    def _ask(self, intent: object) -> str:
        """Ask for an edit, unless it cannot be: then give the sentence that says why."""
        assert self._resolved is not None
        try:
            apply_edit(self._resolved.document, intent)
        except ModelError as error:
            return error_text(error)
        self.say("")
        self.intent.emit(intent)
        return ""

    def _turn_channel(self, channel: int) -> None:
        self._channel = channel
        if self._stage is not None:
            self._show(self._stage)

    def _moved(self, row: int, column: int) -> None:
        """Go along in a matrix: its row is the filter on stage."""
        stage = self._stage
        if stage is None or self._cells().layout is not Layout.MATRIX:
            return
        self._channel = column
        self.channel.show_place(column, self._cells().values.shape[1])
        if row != self._filter:
            self.intent.emit(SelectCell(filter=row))

    def _cells(self) -> Cells:
        cells = self.table.cells.cells
        assert cells is not None
        return cells

    def _entered(self, row: int, column: int, text: str) -> None:
        stage, cells = self._stage, self._cells()
        if stage is None:
            return
        if not text.strip():
            self._clear_cells(Block(row, column, row, column))
            return
        value = read_weight(text)
        place = (stage.node, *cells.place(row, column))
        sentence = (
            words.text("weights.unreadable", given=text, example=_EXAMPLE)
            if value is None
            else self._ask(SetWeight(*place, value, new_run()))
        )
        if sentence:
            self.say(sentence)
            self.table.refuse(sentence)

    def _pasted(self, row: int, column: int, text: str) -> None:
        stage, cells = self._stage, self._cells()
        if stage is None:
            return
        try:
            block = block_of(text)
        except ModelError as error:
            self.say(error_text(error))
            return
        intent: object
        if cells.layout is Layout.MATRIX:
            intent = PasteMatrix(stage.node, row, column, block)
        elif cells.layout is Layout.COLUMN:
            numbers = tuple(number for line in block for number in line)
            intent = PasteColumn(stage.node, cells.filter, row, numbers)
        else:
            intent = PasteKernel(stage.node, cells.filter, cells.channel, block, row, column)
        self.say(self._ask(intent))

    def _clear_cells(self, block: Block | None) -> None:
        if self._stage is not None and block is not None:
            self._ask(ClearTyped(self._stage.node, self._cells().ranges(block)))

    def _bias_typed(self, move: object) -> None:
        stage = self._stage
        if stage is None or (not self.bias.isModified() and move is None):
            return
        text, filter = self.bias.text(), self._filter
        value = read_weight(text)
        sentence = ""
        if not text.strip():
            self._ask(ClearTyped(stage.node, ((filter, filter + 1), (BIAS, BIAS + 1))))
        elif value is None:
            sentence = words.text("weights.unreadable", given=text, example=_EXAMPLE)
        elif self.bias.isModified():
            sentence = self._ask(SetBias(stage.node, filter, value, new_run()))
        if sentence and move is None:  # left while it cannot be: what was there is there again
            self.bias.forget()
            sentence = ""
        self.bias.show_error(sentence)
        self.say(sentence)
        if not sentence:
            self.bias.setModified(False)
            if move is not None:
                self.leave.emit()

    def _bias_given_up(self) -> None:
        self.bias.forget()
        self.say("")
        self.leave.emit()

    def _copy_filter(self) -> None:
        if self._stage is not None:
            source = int(self.copy_field.number()) - 1
            self.say(self._ask(CopyFilter(self._stage.node, source, self._filter)))

    def _fill_reset(self) -> None:
        self.reset_menu.clear()
        if self._stage is None:
            return
        node, filter = self._stage.node, self._filter
        acts: dict[str, Callable[[], object]] = {
            "cell": lambda: self._clear_cells(self.table.chosen()),
            "filter": lambda: self._ask(ClearTyped(node, ((filter, filter + 1),))),
            "layer": lambda: self._ask(ClearTyped(node)),
        }
        for name, act in acts.items():
            kind = "" if name == "cell" else self._kind
            action = self.reset_menu.addAction(words.text(f"weights.reset.{name}{kind}"))
            action.triggered.connect(lambda _=False, act=act: act())


def _differs(old: Resolved, new: Resolved) -> bool:
    one, other = old.stage, new.stage
    if one is None or other is None or old.document is not new.document:
        return True
    return one is not other or old.stale != new.stale


def _why_none(new: Resolved) -> str:
    if new.stage is None:
        return "weights.none"
    if new.stage.family is not Family.SUM:
        return "weights.without"
    return "weights.computing" if new.stale else "weights.unvalued"
