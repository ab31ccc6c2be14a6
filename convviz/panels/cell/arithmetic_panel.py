"""The arithmetic of the active output cell, with every term ready to be copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.model.record import AnyRecord, CellRecord, arithmetic_text
from convviz.panels.caption.text_layout import Paragraph
from convviz.panels.cell.operation_rows import cells_of, lines_of, steps_done_at
from convviz.panels.cell.operation_table import CellLines, CellTable
from convviz.panels.cell.results import ResultLines
from convviz.panels.cell.term_rows import (
    NOTHING,
    Known,
    awaits_values,
    cell_changed,
    known_at,
    term_intents,
    terms,
)
from convviz.panels.cell.term_table import Sheet
from convviz.panels.painting.icons import icon, ink
from convviz.panels.painting.lettering import SEMIBOLD, SMALL, VALUE
from convviz.panels.painting.text_size import Painted, enlarged, text_factor
from convviz.panels.painting.value_runs import has_signs
from convviz.panels.transport.step_names import group_of, linear_word
from convviz.scene.cell_figures import CellFigures
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.outlined import outlined_record
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback

COPY_KEY = "Ctrl+Shift+C"  # in the whole window; Ctrl+C where this panel has the focus
_TITLE_HEIGHT, _NOTE_HEIGHT = 26, 18


class CellTitle(Painted, QWidget):
    """Which cell of which filter; below it what it reads, or what was copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TITLE_HEIGHT)
        self._runs: tuple[Span, ...] = ()
        self._note: tuple[Span, ...] = ()
        self._theme = "dark"

    def show_runs(self, runs: tuple[Span, ...], note: tuple[Span, ...], theme: str) -> None:
        """Show a title and a note of one line each."""
        if (runs, note, theme) != (self._runs, self._note, self._theme):
            self._runs, self._note, self._theme = runs, note, theme
            self.setFixedHeight(_TITLE_HEIGHT + (_NOTE_HEIGHT if note else 0))
            self.setAccessibleName(f"{words.plain(runs)} {words.plain(note)}".strip())
            self.update()

    def texts(self) -> tuple[str, str]:
        """Give title and note."""
        return words.plain(self._runs), words.plain(self._note)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        width = self.width()
        title = Paragraph(self._runs, self._theme, width, VALUE, 1, SEMIBOLD)
        title.draw(painter, 0, 4)
        if self._note:
            Paragraph(self._note, self._theme, width, SMALL, 1).draw(painter, 0, 25)


class TermsArea(QScrollArea):
    """Scrolls the terms; tells them how much height is in view."""

    def __init__(self, sheet: Sheet, cells: CellTable) -> None:
        super().__init__()
        page = QWidget()
        page.setProperty("look", "page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(sheet)
        inner.addWidget(cells)
        inner.addStretch(1)
        self._sheet = sheet
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(64)
        self.setWidget(page)
        self.viewport().setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = self.width() - self.verticalScrollBar().sizeHint().width()
        self._sheet.set_room(int(across / text_factor()), round(self.height() / text_factor()))


class ArithmeticPanel(QWidget):
    """How the active output cell comes about, number by number."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resolved: Resolved | None = None
        self._playback = Playback()
        self._stage: Stage | None = None  # what is shown: an edit's old one until its values come
        self._record: AnyRecord | None = None
        self._copied = 0
        self.title = CellTitle()
        self.copy_button = QPushButton()
        self.copy_button.setObjectName("arithmetic-copy")
        self.copy_button.setProperty("look", "quiet")
        self.copy_button.setIconSize(QSize(15, 15))
        self.copy_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.copy_button.clicked.connect(self.copy)
        self.sheet = Sheet()
        self.results = ResultLines()
        # Of a cell that is no sum of products.
        self.cells, self.lines = CellTable(), CellLines()
        self.sheet.asked.connect(self._seek)
        keys = QShortcut(QKeySequence.StandardKey.Copy, self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.copy)
        self._lay_out()

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 0)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        self.terms_area = TermsArea(self.sheet, self.cells)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.terms_area, 1)
        column.addWidget(self.results)
        column.addWidget(self.lines)

    # ---- what it shows -----------------------------------------------------------------------
    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show the active cell of `new`."""
        first = self._resolved is None
        self._resolved = new
        themed = first or old is None or old.settings.theme != new.settings.theme
        if themed:
            picture = icon("copy", new.settings.theme, Role.MUTED)
            self.copy_button.setIcon(picture)
        if first:
            self.retranslate()
        if themed or cell_changed(old, new):
            self._copied = 0
            self._take(new)
            if not awaits_values(new):
                self.copy_button.setEnabled(self._record is not None)
            self._show()

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story, from channel to channel and then from cell to cell."""
        self._playback, self._resolved = playback, resolved
        before = self._record
        self._take(resolved)
        known = self._known()
        self.sheet.follow(self._figures(), known)
        self._show_results(known)
        if self._record is not before:
            self._copied = 0
            self._entitle()

    def retranslate(self) -> None:
        """Say everything in the present language; `apply` follows."""
        self.copy_button.setText(words.text("playback.sum.copy"))
        help = words.text("playback.sum.copy.help")
        self.copy_button.setToolTip(words.text("playback.key", what=help, press=COPY_KEY))
        if self._resolved is not None:
            self._show()

    def _take(self, resolved: Resolved) -> None:
        """Take up the cell that the stage outlines."""
        if not awaits_values(resolved):
            self._stage = resolved.stage
            self._record = outlined_record(resolved, self._playback)

    def _known(self) -> Known:
        return known_at(self._stage, self._playback) if self._stage is not None else NOTHING

    def _theme(self) -> str:
        return self._resolved.settings.theme if self._resolved is not None else "dark"

    def _show(self) -> None:
        known = self._known()
        linear = linear_word(self._stage) if self._stage is not None else ""
        group = None if self._stage is None else group_of(self._stage)
        self.sheet.show_cell(
            self._figures(), known, self._theme(), self._why_empty(), linear, group
        )
        self._show_results(known)
        self._entitle()
        self.updateGeometry()

    def _why_empty(self) -> str:
        resolved = self._resolved
        if resolved is None or resolved.stage is None:
            return words.text("playback.say.nothing")
        return "" if resolved.stale else words.text("playback.sum.unvalued")

    def _show_results(self, known: Known) -> None:
        self.results.show_results(self._stage, self._figures(), known, self._theme())
        made = None if self._record is None else self._record.as_made
        self.sheet.setVisible(made is None)
        self.cells.setVisible(made is not None)
        if made is None or self._stage is None:
            self.cells.show_cells(None, True, self._theme())
            self.lines.show_lines((), self._theme())
            return
        told = steps_done_at(self._stage, self._playback)
        signs = has_signs(self._stage)
        self.cells.show_cells(cells_of(self._stage, made), told.made, self._theme(), signs)
        self.lines.show_lines(lines_of(self._stage, made, told), self._theme(), signs)

    def _figures(self) -> CellFigures | None:
        return None if self._stage is None else self._stage.figures_of(self._record)

    def _sum(self) -> CellRecord | None:
        return None if self._record is None else self._record.as_sum

    def _entitle(self) -> None:
        stage = self._resolved.stage if self._resolved is not None else None
        self.copy_button.setVisible(stage is not None)
        if stage is None:
            self.title.show_runs((), (), self._theme())
            return
        cell = self._record or stage.selection
        kind = "" if stage.filters else ".alone"
        runs = words.spans(
            f"playback.sum.title{kind}",
            row=cell.row + 1,
            column=cell.column + 1,
            filter=cell.filter + 1,
        )
        self.title.show_runs(runs, self._note(), self._theme())

    def _note(self) -> tuple[Span, ...]:
        if self._copied:
            key = "playback.sum.copied" + (".one" if self._copied == 1 else "")
            return (Span(words.text(key, n=self._copied), Role.GOOD),)
        record = self._sum()
        if self._stage is None or record is None or self._stage.convolution.groups == 1:
            return ()
        channels = record.channels
        one = ".one" if channels.stop - channels.start == 1 else ""
        key = f"playback.sum.group{one}"
        return words.spans(key, first=channels.start + 1, last=channels.stop)

    def _seek(self, channel: int) -> None:
        """Go to where a term of this cell is made."""
        record = self._sum()
        if self._stage is not None and record is not None:
            for intent in term_intents(self._stage, record, channel):
                self.intent.emit(intent)

    # ---- copy --------------------------------------------------------------------------------
    def copy(self) -> None:
        """Put every term and the bias into the clipboard, as Python evaluates them."""
        stage, record = self._stage, self._record
        if stage is None or record is None:
            return
        QApplication.clipboard().setText(arithmetic_text(record))
        self._copied = stage.reading.kernel[0] * stage.reading.kernel[1] * stage.reading.depth
        if (summed := record.as_sum) is not None:
            self._copied = terms(summed, stage.convolution.bias)
        self._entitle()

    # ---- look --------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        """All of the terms that matter in view, and what they come to."""
        made = self._record is not None and self._record.as_made is not None
        wanted = self.cells.wanted_height() if made else self.sheet.wanted_height()
        below = self.lines if made else self.results
        height = self._head.sizeHint().height() + enlarged(wanted)
        return QSize(320, height + below.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(248, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), ink(self._theme(), Role.PANEL))
