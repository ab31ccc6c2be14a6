"""The status bar: what is under the pointer, what there is to say, and failures, which stay."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QStatusBar

from convviz import words
from convviz.app.controller import Controller
from convviz.app.window.status_sentences import announcement

_FAILURES = ("status.problem", "status.failed")
HOLD_S = 8.0  # how long a failure stays when only values arrive or the pointer moves


class Say(Protocol):
    """Shows a sentence in the status bar, as `StatusLine.say` does."""

    def __call__(self, key: str, numbers: Mapping[str, object], hold: bool = False) -> None: ...


class StatusLine:
    """Decides which sentence the status bar shows."""

    def __init__(self, bar: QStatusBar, controller: Controller) -> None:
        self._bar, self._controller = bar, controller
        self._held_until = 0.0

    def say(self, key: str, numbers: Mapping[str, object], hold: bool = False) -> None:
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

    def hovered(self, key: str, numbers: Mapping[str, object]) -> None:
        """What is under the pointer; over nothing, and over the cell asked about, what was said."""
        row, column = self._controller.selection.reader or (-1, -1)  # told from 1
        here = (numbers.get("row"), numbers.get("column"))
        if key and not (key == "status.input" and here == (row + 1, column + 1)):
            self._aside(key, numbers)
        else:
            self.announce()

    def _aside(self, key: str, numbers: Mapping[str, object]) -> None:
        if key in _FAILURES or time.monotonic() >= self._held_until:
            self.say(key, numbers)
