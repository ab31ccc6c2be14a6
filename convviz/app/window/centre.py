"""The middle of the window: the stage over its bars, some of which give way to large letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convviz.panels.painting.text_size import text_factor

_STAGE_SHARE = 0.42  # of the height that the stage keeps while letters are large


class Centre(QWidget):
    """The stage, and under it legend, caption, chain strip and transport.

    With large letters in a low window the legend and then the chain strip give way: the editor
    lists the chain too, and a cell's value is in the status bar.
    """

    def __init__(
        self, stage: QWidget, bars: tuple[QWidget, ...], first: tuple[QWidget, ...]
    ) -> None:
        super().__init__()
        self._bars, self._first = bars, first
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(stage, 1)
        for bar in bars:
            self._column.addWidget(bar)
        self._gone: list[QWidget] = []  # those that gave way

    def fit(self) -> None:
        """Let bars give way, or come back; full screen has its own rules."""
        if self.window().isFullScreen():
            return
        wanted: list[QWidget] = []
        if text_factor() > 1.0:
            there = [bar for bar in self._bars if not bar.isHidden() or bar in self._gone]
            height = sum(_least(bar) for bar in there)
            for bar in (bar for bar in self._first if bar in there):
                if height <= self.height() * (1.0 - _STAGE_SHARE):
                    break
                height -= _least(bar)
                wanted.append(bar)
        before, self._gone = self._gone, wanted
        for bar in self._first:
            if bar in wanted or bar in before:
                bar.setVisible(bar not in wanted)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _least(bar: QWidget) -> int:
    """The height that a bar insists on."""
    return max(bar.minimumHeight(), bar.minimumSizeHint().height())
