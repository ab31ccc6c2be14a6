"""Telling in a window that something was not done, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from convviz.app.dialogs.message_boxes import report_failure
from convviz.app.window.status_line import Say
from convviz.words.errors import fault_text


class Failures:
    """Tells what was not done, in the status bar and in a box."""

    def __init__(self, window: QWidget, say: Say) -> None:
        self._window, self._say = window, say

    def failed(self, what: str, fault: object, elsewhere: Callable[[], None] | None = None) -> None:
        """Tell that something was not done, for a coded reason or any other."""
        assert isinstance(fault, Exception)
        self.tell(what, fault_text(fault), elsewhere)

    def tell(self, what: str, sentence: str, elsewhere: Callable[[], None] | None = None) -> None:
        """Tell why something was not done; `elsewhere` saves under another name."""
        self._say("status.problem", {"sentence": sentence})
        report_failure(self._window, what, sentence, elsewhere)
