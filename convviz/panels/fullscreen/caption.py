"""The caption of the lecture hall: what happens in this step, and its arithmetic under it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.panels.caption.sentences import moment_key
from convviz.panels.caption.text_layout import LEADING, Paragraph
from convviz.panels.cell.term_rows import awaits_values
from convviz.panels.fullscreen.figures import figures, figures_key, full_screen_sentence
from convviz.panels.fullscreen.sizes import FullScreenSizes
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import SEMIBOLD, draw_spans, spans_width
from convviz.panels.painting.value_runs import Runs
from convviz.scene.palette import Role
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

_LINES, _ALONE = 2, 3  # lines of the sentence over its arithmetic, and without any


class FullScreenCaption(QWidget):
    """A sentence of up to two lines and one line of figures, or a sentence of three lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sizes = FullScreenSizes(1080)
        self._theme = "dark"
        self._sentence: Runs = ()
        self._figures: Runs = ()
        self._key: tuple[object, ...] | None = None
        self._paragraph: Paragraph | None = None

    def fit(self, sizes: FullScreenSizes) -> None:
        """Take the type sizes of a screen."""
        self._sizes = sizes
        self._paragraph = None
        self.setFixedHeight(sizes.caption_height)

    def apply(self, new: Resolved, playback: Playback) -> None:
        """Say what happens in `new`; its numbers are waited for."""
        if self._sentence and playback.time > 0.0 and awaits_values(new):
            return
        self._theme, self._key = new.settings.theme, None
        self.tick(playback, new)

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story: something is set anew only where another text begins."""
        key = (moment_key(resolved, playback), figures_key(resolved, playback))
        if key == self._key:
            return
        self._key = key
        self._sentence = full_screen_sentence(resolved, playback)
        self._figures = figures(resolved, playback)
        self._paragraph = None
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Give the sentence and the figures without their colours."""
        return f"{words.plain(self._sentence)}  {words.plain(self._figures)}".strip()

    def paragraph(self) -> Paragraph:
        """Give the sentence as it is set."""
        if self._paragraph is None:
            sizes = self._sizes
            self._paragraph = Paragraph(
                self._sentence,
                self._theme,
                self._room(),
                sizes.caption,
                _LINES if self._figures else _ALONE,
                smallest=(sizes.least + 1) / sizes.caption,
            )
        return self._paragraph

    def figures_size(self) -> int:
        """Give the type size of the line of figures: a little larger than the sentence."""
        size = round(self._sizes.caption * 1.06)
        width = spans_width(self._figures, size, SEMIBOLD)
        return size if width <= self._room() else int(size * self._room() / width)

    def _room(self) -> int:
        return self.width() - 2 * self._sizes.margin

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._paragraph = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(self._theme, Role.PANEL))
        paragraph, size = self.paragraph(), self.figures_size()
        line = size * LEADING if self._figures else 0.0
        gap = self._sizes.caption * 0.2 if self._figures else 0.0
        top = (self.height() - paragraph.height - gap - line) / 2
        left = self._sizes.margin
        paragraph.draw(painter, left, top)
        baseline = top + paragraph.height + gap + line * 0.74
        draw_spans(painter, left, baseline, self._figures, self._theme, size, SEMIBOLD)
