"""A desk for one panel: it answers intents as the app does, without values, worker and clock."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from convviz.app.window.theme import apply_theme
from convviz.state import intents
from convviz.state.document import Document, History
from convviz.state.edits import open_document
from convviz.state.reduce import opened_workspace, reduce
from convviz.state.resolve import resolve
from convviz.state.resolved import Computed, Resolved
from convviz.state.settings import Settings
from convviz.state.workspace import Problem
from convviz.state.workspace_intents import SetPane


class Room(QWidget):
    """A window with a panel and a stage; it notes the keys that reach it."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.stage = QWidget(self)
        self.stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.addWidget(self.stage)
        row.addWidget(panel, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


class Desk:
    """What the user has open, and one panel that shows it."""

    def __init__(self, qtbot, panel, name: str = "seed-bottleneck") -> None:
        self.panel = panel
        self.workspace = opened_workspace(open_document(name), Settings())
        self.intents: list[object] = []
        self.resolved: Resolved | None = None
        self.room = Room(panel)
        self.room.resize(420, 760)
        self.dress("dark")
        panel.intent.connect(self.take)
        if hasattr(panel, "leave"):
            panel.leave.connect(self.room.stage.setFocus)
        qtbot.addWidget(self.room)
        with qtbot.waitExposed(self.room):
            self.room.show()
        self.room.activateWindow()
        qtbot.waitUntil(self.room.isActiveWindow)

    @property
    def history(self) -> History:
        return self.workspace.current.history

    @property
    def problem(self) -> Problem | None:
        return self.workspace.current.problem

    def dress(self, theme: str) -> None:
        from PySide6.QtWidgets import QApplication

        apply_theme(QApplication.instance(), theme)
        self.workspace = reduce(self.workspace, intents.SetPreference("theme", theme))
        self.panel.retranslate()
        self._show()

    def _show(self) -> None:
        old, pane = self.resolved, self.workspace.current
        self.resolved = resolve(pane, Computed(), self.workspace.settings, old)
        self.panel.apply(old, self.resolved)

    def take(self, intent: object) -> None:
        """Answer an intent."""
        self.intents.append(intent)
        self.workspace = reduce(self.workspace, intent)
        self._show()

    def show_document(self, document: Document) -> None:
        """Have another document open."""
        pane = replace(self.workspace.current, history=History(document))
        self.workspace = reduce(self.workspace, SetPane(pane))
        self._show()

    def layer(self, node: str = ""):
        """The selected layer, or one by its id."""
        document = self.history.present
        return document.network.node(node or document.selected).layer
