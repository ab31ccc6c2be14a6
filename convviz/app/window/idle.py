"""Waiting for a window: until values are there, until nothing moves; and letting go of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from convviz.app.controller import Controller

WAIT_MS = 30_000
POLL_MS = 20


class Closable(Protocol):
    """A window that closes without asking what becomes of its document."""

    def close_unasked(self) -> None: ...

    def deleteLater(self) -> None: ...


def close(window: Closable) -> None:
    """Close a window and let go of it."""
    window.close_unasked()
    window.deleteLater()
    QApplication.processEvents()


def wait_until_idle(controller: Controller) -> None:
    """Wait until values are there, nothing moves and everything has painted."""
    wait_for(lambda: not controller.moving and not _stale(controller))
    for _ in range(4):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _stale(controller: Controller) -> bool:
    return controller.resolved is None or controller.resolved.stale


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
