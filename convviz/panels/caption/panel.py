"""The caption under the stage: one sentence that says what happens now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.panels.caption.help_buttons import Offers
from convviz.panels.caption.sentences import moment_key, sentence
from convviz.panels.caption.text_layout import LEADING, Paragraph
from convviz.panels.cell.term_rows import awaits_values, cell_changed
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import Painted, text_factor
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.help import help_of
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

_LINES, _NARROW_LINES, _NARROW = 2, 3, 440  # lines; and those below a width, in large letters
_MARGIN = 20
_PADDING = 5


def type_size(width: float) -> int:
    """Type size in pixels at a width of the bar: 16 at 680, 23 at 1280, 30 at 1920."""
    return round(min(max(16.0 + (width - 680.0) * 0.0113, 15.0), 34.0))


def most_lines(width: float) -> int:
    """The lines that a sentence may take at a width of the bar."""
    return _LINES if width >= _NARROW else _NARROW_LINES


class CaptionBar(Painted, QWidget):
    """One sentence, as large as the width allows, in a height that its text never changes."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = "dark"
        self._runs: tuple[Span, ...] = ()
        self._moment: tuple[object, ...] = ()
        self._paragraph: Paragraph | None = None
        self._playback = Playback()
        self.offers = Offers(self)
        self.offers.wanted.connect(self.intent)
        self._fit()

    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Say what happens in `new`."""
        self._offer(new, old)
        themed = old is None or old.settings.theme != new.settings.theme
        if themed:
            self._theme = new.settings.theme
            self._paragraph = None
        if self._runs and not themed and self._playback.time > 0.0 and awaits_values(new):
            return  # the numbers of the sentence are on their way
        if themed or not self._runs or cell_changed(old, new):
            self._say(self._playback, new)

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story: the sentence changes with its steps only."""
        self._playback = playback
        if moment_key(resolved, playback) != self._moment:
            self._say(playback, resolved)

    def retranslate(self) -> None:
        """Forget what was set in the old language or theme; `apply` follows."""
        self._paragraph = None
        self._runs = ()

    def text(self) -> str:
        """Give the sentence without its colours."""
        return words.plain(self._runs)

    def lines(self) -> int:
        """Give how many lines the sentence takes."""
        return self._set().lines

    def _offer(self, new: Resolved, old: Resolved | None) -> None:
        """Offer what helps where the story cannot be played."""
        same = old is not None and not cell_changed(old, new) and old.fault is new.fault
        if same and old is not None and old.settings is new.settings and self._runs:
            return
        helped = help_of(new)
        self.offers.show_offers(() if helped is None else helped.offers)
        self._paragraph = None
        self._place()

    def _place(self) -> None:
        """Put the buttons to the right of the sentence."""
        size = self.offers.sizeHint()
        left, top = self.width() - _MARGIN - size.width(), (self.height() - size.height()) // 2
        self.offers.setGeometry(left, top, size.width(), size.height())

    def _say(self, playback: Playback, resolved: Resolved) -> None:
        self._moment = moment_key(resolved, playback)
        runs = sentence(resolved, playback)
        if runs != self._runs or self._paragraph is None:
            self._runs = runs
            self._paragraph = None
            self.setAccessibleName(words.plain(runs))
            self.update()

    def _set(self) -> Paragraph:
        if self._paragraph is None:
            width = self.width() - 2 * _MARGIN
            if not self.offers.isHidden():
                width -= round((self.offers.width() + _MARGIN) / text_factor())
            size = type_size(self.width())
            lines = most_lines(self.width())
            self._paragraph = Paragraph(self._runs, self._theme, width, size, lines)
        return self._paragraph

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        lines = most_lines(self.width())
        height = type_size(self.width()) * LEADING * lines + 2 * _PADDING
        return QSize(680, round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._paragraph = None
        self._fit()
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.fillRect(self.rect(), ink(self._theme, Role.PANEL))
        paragraph = self._set()
        paragraph.draw(painter, _MARGIN, (self.height() - paragraph.height) / 2)
