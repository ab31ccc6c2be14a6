"""Command handlers of the window itself and of its panels."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QWidget

from convviz.app.preferences import set_software_opengl
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.app.window.docks import Docks


class PanelCommands:
    """Where the panels are, and which has the keyboard.

    Parameters
    ----------
    copy_arithmetic : callable
        Puts every term of the active cell on the clipboard.
    """

    def __init__(self, window: QWidget, docks: Docks, copy_arithmetic: Callable[[], None]) -> None:
        self._window, self._docks, self._copy_arithmetic = window, docks, copy_arithmetic

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            ActionId.COPY_ARITHMETIC: self._copy_arithmetic,
            ActionId.LAYERS: lambda: self._docks.enter("editor"),
            ActionId.WEIGHTS: lambda: self._docks.enter("weights"),
            ActionId.MOVE_PANELS: self.toggle_move_panels,
            ActionId.RESET_LAYOUT: self.reset_layout,
        }

    def toggle_move_panels(self) -> None:
        """Let panels be dragged by a title of their own, or keep them where they are."""
        self._docks.movable = not self._docks.movable

    def reset_layout(self) -> None:
        """Panels where they were at first."""
        self._docks.movable = False
        self._docks.arrange(self._window.width(), self._window.height(), again=True)


class WindowCommands:
    """Closing the window, for good or to start again."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {ActionId.QUIT: self.quit}

    def quit(self) -> None:
        """Close the window, and with it the app."""
        self._window.close()

    def restart_in_software(self) -> None:
        """Start again with software OpenGL, now and from now on."""
        set_software_opengl(True)
        if not self._window.close():
            return  # the document is to be saved first; the next start is in software
        QProcess.startDetached(sys.executable, _own_arguments())


def _own_arguments() -> list[str]:
    """Arguments that start this program again; a frozen one is its own interpreter."""
    frozen = getattr(sys, "frozen", False)
    return sys.argv[1:] if frozen else ["-m", "convviz", *sys.argv[1:]]
