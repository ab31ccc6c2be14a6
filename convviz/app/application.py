"""The application object: takes the files that the system hands it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from convviz.app.collecting import Collector

Take = Callable[[Path], None]


class Application(QApplication):
    """The application; with it begins the collection of garbage in the GUI thread alone.

    macOS names a file that was double-clicked, or dropped on the icon in the Dock, by an event and
    not on the command line; it may come before there is a window.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.collector = Collector(self)
        self._take: Take | None = None
        self._waiting: list[Path] = []

    def hand_files_to(self, take: Take | None) -> None:
        """Let `take` have every file, those that came before too; None lets them wait."""
        self._take = take
        waiting, self._waiting = self._waiting, []
        for path in waiting:
            self._hand_on(path)

    def _hand_on(self, path: Path) -> None:
        if self._take is None:
            self._waiting.append(path)
        else:
            self._take(path)

    def event(self, event: QEvent) -> bool:
        """What is sent to the application itself."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._hand_on(Path(event.file()))
            return True
        return super().event(event)
