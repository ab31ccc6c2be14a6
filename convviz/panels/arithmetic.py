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
from convviz.model.record import CellRecord, arithmetic_text
from convviz.panels.arithmetic_results import ResultLines
from convviz.panels.arithmetic_rows import awaits_values, cell_changed, terms
from convviz.panels.arithmetic_sheet import Sheet
from convviz.panels.caption_layout import Paragraph
from convviz.panels.icons import icon, ink
from convviz.panels.lettering import SEMIBOLD, SMALL, VALUE
from convviz.panels.text_size import Painted, text_factor
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.timeline import Phase
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

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        page = QWidget()
        page.setProperty("look", "page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(sheet)
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
        self._sheet.set_room(round(self.height() / text_factor()))


class ArithmeticPanel(QWidget):
    """How the active output cell comes about, number by number."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resolved: Resolved | None = None
        self._playback = Playback()
        self._copied = 0
        self._moved_on = False
        self.title = CellTitle()
        self.copy_button = QPushButton()
        self.copy_button.setObjectName("arithmetic-copy")
        self.copy_button.setProperty("look", "quiet")
        self.copy_button.setIconSize(QSize(15, 15))
        self.copy_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.copy_button.clicked.connect(self.copy)
        self.sheet = Sheet()
        self.results = ResultLines()
        self.sheet.intent.connect(self.intent)
        keys = QShortcut(QKeySequence.StandardKey.Copy, self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.copy)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 2)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        self.scroll = TermsArea(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.scroll, 1)
        column.addWidget(self.results)

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
            if not awaits_values(new):
                self.copy_button.setEnabled(self._record() is not None)
            self.sheet.show_cell(new, self._playback)
            self._show_results()
            self._entitle()

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story."""
        self._playback, self._resolved = playback, resolved
        self.sheet.tick(playback)
        self._show_results()
        moved_on = self._moves_on()
        if moved_on != self._moved_on:
            self._moved_on = moved_on
            self._entitle()

    def _moves_on(self) -> bool:
        """Whether the story has come to other cells than the one whose arithmetic stands here."""
        stage, playback = self._stage(), self._playback
        if stage is None or playback.time <= 0.0:
            return False
        board = stage.storyboard
        beat = board.beats[board.shown_at(playback.time, playback.playing)]
        return beat.phase in (Phase.MAP, Phase.FILTER)

    def retranslate(self) -> None:
        """Say everything in the present language; `apply` follows."""
        self.copy_button.setText(words.text("playback.sum.copy"))
        help = words.text("playback.sum.copy.help")
        self.copy_button.setToolTip(words.text("playback.key", what=help, press=COPY_KEY))
        if self._resolved is not None:
            self.sheet.show_cell(self._resolved, self._playback)
            self._show_results()
            self._entitle()

    def _show_results(self) -> None:
        theme = self._resolved.settings.theme if self._resolved is not None else ""
        self.results.show_results(self.sheet.stage(), self.sheet.known(), theme)

    def _record(self) -> CellRecord | None:
        stage = self._stage()
        return stage.record if stage is not None else None

    def _stage(self) -> Stage | None:
        return self._resolved.stage if self._resolved is not None else None

    def _entitle(self) -> None:
        stage = self._stage()
        theme = self._resolved.settings.theme if self._resolved is not None else "dark"
        self.copy_button.setVisible(stage is not None)
        if stage is None:
            self.title.show_runs((), (), theme)
            return
        chosen = stage.selection
        runs = words.spans(
            "playback.sum.title",
            row=chosen.row + 1,
            column=chosen.column + 1,
            filter=chosen.filter + 1,
        )
        self.title.show_runs(runs, self._note(stage), theme)

    def _note(self, stage: Stage) -> tuple[Span, ...]:
        if self._copied:
            key = "playback.sum.copied" + (".one" if self._copied == 1 else "")
            return (Span(words.text(key, n=self._copied), Role.GOOD),)
        if self._moved_on:
            return (Span(words.text("playback.sum.first"), Role.ACTIVE),)
        if stage.layer.groups == 1 or stage.record is None:
            return ()
        channels = stage.record.channels
        one = ".one" if channels.stop - channels.start == 1 else ""
        key = f"playback.sum.group{one}"
        return words.spans(key, first=channels.start + 1, last=channels.stop)

    # ---- copy --------------------------------------------------------------------------------
    def copy(self) -> None:
        """Put every term and the bias into the clipboard, as Python evaluates them."""
        stage, record = self._stage(), self._record()
        if stage is None or record is None:
            return
        QApplication.clipboard().setText(arithmetic_text(record))
        self._copied = terms(record, stage.layer.bias)
        self._entitle()

    # ---- look --------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        return QSize(320, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(248, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._resolved.settings.theme if self._resolved is not None else "dark"
        QPainter(self).fillRect(self.rect(), ink(theme, Role.PANEL))
