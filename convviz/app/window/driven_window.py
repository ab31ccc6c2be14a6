"""What a program that drives a window as a user does may ask of it: pictures, the smoke test."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from convviz.app.controller import Controller
from convviz.app.stage.stage_host import StageHost
from convviz.app.window.action_ids import ActionId


class DrivenWindow(QMainWindow):
    """A window that takes intents, by its controller, and actions.

    Signals
    -------
    complete()
        The first frame with values has been painted.
    """

    complete = Signal()
    controller: Controller
    stage: StageHost

    def act(self, action: ActionId) -> None:
        """Do what an action does."""
        raise NotImplementedError

    def trigger(self, action: ActionId) -> None:
        """Choose an action, as from its menu: nothing happens where it is greyed."""
        raise NotImplementedError

    def close_unasked(self) -> None:
        """Close without asking what becomes of the document."""
        raise NotImplementedError
