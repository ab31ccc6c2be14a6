"""The status bar: what is under the pointer, what there is to say, and failures, which stay."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from convviz import words
from convviz.app.window.status_sentences import announcement

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

_FAILURES = ("status.problem", "status.failed")
HOLD_S = 8.0  # how long a failure stays when only values arrive or the pointer moves


class StatusLine:
    """Decides which sentence the status bar shows."""

    def __init__(self, window: MainWindow) -> None:
        self._bar, self._controller = window.statusBar(), window.controller
        self._held_until = 0.0

    def say(self, key: str, numbers: dict[str, object], hold: bool = False) -> None:
        """Show a sentence; an empty key clears it.

        With `hold` it is one that must be read: what the pointer is over and what is said of each
        new state wait until it has been shown for `HOLD_S`.
        """
        self._held_until = time.monotonic() + HOLD_S if hold else 0.0
        self._bar.showMessage(words.text(key, **numbers) if key else "")

    def announce(self) -> None:
        """Say what there is to say of the present state."""
        resolved = self._controller.resolved
        if resolved is not None:
            self._aside(*announcement(resolved, self._controller.fault))

    def hovered(self, key: str, numbers: dict[str, object]) -> None:
        """What is under the pointer; over nothing, and over the cell asked about, what was said."""
        row, column = self._controller.selection.reader or (-1, -1)  # told from 1
        here = (numbers.get("row"), numbers.get("column"))
        if key and not (key == "status.input" and here == (row + 1, column + 1)):
            self._aside(key, numbers)
        else:
            self.announce()

    def _aside(self, key: str, numbers: dict[str, object]) -> None:
        if key in _FAILURES or time.monotonic() >= self._held_until:
            self.say(key, numbers)
