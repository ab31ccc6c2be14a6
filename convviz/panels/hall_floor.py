"""What stands under the stage in the lecture hall: caption, plot, steps; nothing else."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from convviz.panels.hall_caption import HallCaption
from convviz.panels.hall_sizes import HallSizes
from convviz.panels.hall_steps import HallSteps
from convviz.panels.icons import ink
from convviz.panels.plot import PlotPanel
from convviz.scene.palette import Role
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

_SENTENCE, _PLOT = 57, 43  # how a wide screen is shared, in percent
_UNBOUND = 16_777_215  # Qt's greatest size of a widget


class HallFloor(QWidget):
    """Caption with the plot beside or under it, and the line of steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.steps = HallCaption(), HallSteps()
        self._theme = "dark"
        self._playback = Playback()
        self._plot: PlotPanel | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
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

    def fit(self, width: int, height: int) -> HallSizes:
        """Take the sizes of a screen, in logical pixels."""
        sizes = HallSizes(width, height)
        self.caption.fit(sizes)
        self.steps.fit(sizes)
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if sizes.wide else QBoxLayout.Direction.TopToBottom)
        top = sizes.margin // 2 if sizes.wide else 0
        self._row.setContentsMargins(0, top, 0, top // 2)
        if self._plot is not None:
            self._plot.set_type(sizes.label)
            high = sizes.caption_height if sizes.wide else sizes.plot_height
            self._plot.setFixedHeight(high)
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
