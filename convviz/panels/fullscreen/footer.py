"""What stands under the stage in the lecture hall: caption, plot, steps; nothing else."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.fullscreen.caption import FullScreenCaption
from convviz.panels.fullscreen.sizes import FullScreenSizes
from convviz.panels.fullscreen.steps import FullScreenSteps
from convviz.panels.painting.icons import ink
from convviz.scene.palette import Role
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

_SENTENCE, _PLOT = 58, 42  # how the width is shared, in percent
_NARROW, _FORMAT = (73, 27), 1.5  # and on a screen less wide than so many heights
_UNBOUND = 16_777_215  # Qt's greatest size of a widget


class FullScreenFooter(QWidget):
    """Caption and plot side by side, and the line of steps under both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.steps = FullScreenCaption(), FullScreenSteps()
        self._theme = "dark"
        self._playback = Playback()
        self._plot: PlotPanel | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.caption, _SENTENCE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self.steps)

    def borrow(self, plot: PlotPanel) -> None:
        """Show the plot, until it is shown elsewhere again."""
        self._plot = plot
        self._row.addWidget(plot, _PLOT)
        plot.show()

    def give_back(self) -> None:
        """Let go of the plot, in its usual type."""
        if self._plot is not None:
            self._plot.set_type(0)
            self._plot.setMinimumHeight(0)
            self._plot.setMaximumHeight(_UNBOUND)
            self._row.removeWidget(self._plot)
            self._plot = None

    def fit(self, height: int, text_size: int = 100) -> FullScreenSizes:
        """Take the sizes for a screen of a height in logical pixels, and for a text size."""
        sizes = FullScreenSizes(height, text_size)
        self.caption.fit(sizes)
        self.steps.fit(sizes)
        narrow = self.window().width() < height * _FORMAT
        for place, share in enumerate(_NARROW if narrow else (_SENTENCE, _PLOT)):
            self._row.setStretch(place, share)
        self._row.setContentsMargins(0, sizes.margin // 2, sizes.margin // 2, 0)
        if self._plot is not None:
            self._plot.set_type(sizes.label)
            self._plot.setFixedHeight(sizes.caption_height)
        return sizes

    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show what `new` says."""
        del old
        if self.isHidden():
            return
        self._theme = new.settings.theme
        self.caption.apply(new, self._playback)
        self.steps.apply(new, self._playback)
        self.update()

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story."""
        self._playback = playback
        if self.isHidden():
            return
        self.caption.tick(playback, resolved)
        self.steps.tick(playback)

    def retranslate(self) -> None:
        """Nothing is kept in a language; `apply` follows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), ink(self._theme, Role.PANEL))
