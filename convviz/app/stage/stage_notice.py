"""Why the stage is a still picture, above it, with the way out: in as much room as there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from convviz import words

SHARE = 0.3  # of the stage's height that the sentence may take; else the button speaks for it
NARROWEST = 12  # characters in a line of the sentence


class StageNotice(QWidget):
    """A sentence and the button that starts anew; the button alone where there is little room.

    Parameters
    ----------
    reason : str
        What went wrong, in the driver's words: in the tooltip.
    key : str
        The sentence.
    """

    wanted = Signal()

    def __init__(self, reason: str, key: str) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._reason, self._key = reason, key
        self._row = QHBoxLayout(self)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self.wanted)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._button)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the present language."""
        sentence = words.text(self._key)
        self._label.setText(sentence)
        self._label.setToolTip(self._reason)
        self._button.setText(words.text("stage.software"))
        self._button.setToolTip(f"{sentence}\n{self._reason}")

    def fit(self, stage: QSize) -> None:
        """Say as much as there is room for on a stage of this size."""
        edges = self._row.contentsMargins()
        inner = stage.width() - edges.left() - edges.right()
        line = inner - self._row.spacing() - self._whole_button()
        room = stage.height() * SHARE - edges.top() - edges.bottom()
        roomy = line >= NARROWEST * self.fontMetrics().horizontalAdvance("0")
        self._label.setVisible(roomy and self._label.heightForWidth(line) <= room)
        short = self._whole_button() > inner
        self._button.setText(words.text("stage.software-short" if short else "stage.software"))

    def _whole_button(self) -> int:
        """How wide the button is with all its words."""
        text = self._button.text()
        self._button.setText(words.text("stage.software"))
        width = self._button.sizeHint().width()
        self._button.setText(text)
        return width
