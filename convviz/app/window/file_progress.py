"""What the status bar shows while the worker reads or writes a file."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QStatusBar

from convviz import words
from convviz.app.window.status_line import Say

PATIENCE_MS = 50  # what takes less is not worth a word


class Waiting:
    """A bar that runs while something is under way, and what that is; there may be several."""

    def __init__(self, bar: QStatusBar, say: Say) -> None:
        self._say = say
        self._count = 0
        self._told = ("", "")
        self._bar = QProgressBar(bar)
        self._bar.setRange(0, 0)
        self._bar.setFixedSize(120, 6)
        self._bar.hide()
        bar.addPermanentWidget(self._bar)
        self._patience = QTimer(bar)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show)

    @property
    def on(self) -> bool:
        """Whether something is under way."""
        return self._count > 0

    def begin(self, key: str, file: str) -> None:
        """Something begins with a file."""
        self._count += 1
        self._told = (key, file)
        self._patience.start()

    def end(self) -> None:
        """It is done."""
        self._count -= 1
        if not self._count:
            self._patience.stop()
            if not self._bar.isHidden():
                self._bar.hide()
                self._say("", {})

    def _show(self) -> None:
        key, file = self._told
        self._bar.setAccessibleName(words.text(key, file=file))
        self._bar.show()
        self._say(key, {"file": file})
