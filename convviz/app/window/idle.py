"""Waiting for a window: until values are there, until nothing moves; and letting go of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

WAIT_MS = 30_000
POLL_MS = 20


def close(window: MainWindow) -> None:
    """Close a window and let go of it."""
    window.commands.desk.agree()
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def wait_until_idle(window: MainWindow) -> None:
    """Wait until values are there, nothing moves and everything has painted."""
    wait_for(lambda: not window.controller.moving and not _stale(window))
    for _ in range(4):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _stale(window: MainWindow) -> bool:
    return window.controller.resolved is None or window.controller.resolved.stale


def wait_for(ready: Callable[[], bool]) -> None:
    """Run the event loop until something is so.

    Raises
    ------
    TimeoutError
        After half a minute.
    """
    clock, wake = QElapsedTimer(), QTimer()
    clock.start()
    wake.start(POLL_MS)  # what is waited for below may come without an event of its own
    while not ready():
        if clock.elapsed() > WAIT_MS:
            raise TimeoutError("the window did not become ready")
        # Without a time limit: with one, Qt does not wait but goes round and round.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
