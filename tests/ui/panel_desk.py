"""A desk for one panel: it answers intents as the app does, without values, worker and clock."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from convviz.app.window.theme import apply_theme
from convviz.model.errors import ModelError
from convviz.state import document as documents
from convviz.state import intents
from convviz.state.edits import EDITS, apply_edit, open_document
from convviz.state.resolve import resolve
from convviz.state.resolved import Problem, Resolved
from convviz.state.settings import Settings
from convviz.state.view import Selection, ViewOptions


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
        self.history = documents.History(open_document(name))
        self.settings = Settings()
        self.problem: Problem | None = None
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

    def dress(self, theme: str) -> None:
        from PySide6.QtWidgets import QApplication

        apply_theme(QApplication.instance(), theme)
        self.settings = replace(self.settings, theme=theme)
        self.panel.retranslate()
        self._show()

    def _show(self) -> None:
        old = self.resolved
        self.resolved = resolve(
            self.history,
            None,
            False,
            Selection(),
            ViewOptions(),
            self.settings,
            self.problem,
            old,
        )
        self.panel.apply(old, self.resolved)

    def take(self, intent: object) -> None:
        """Answer an intent."""
        self.intents.append(intent)
        present = self.history.present
        if type(intent) in EDITS:
            self._edit(intent)
        elif isinstance(intent, intents.SelectLayer):
            self.history = documents.amend(self.history, replace(present, selected=intent.layer))
        elif isinstance(intent, intents.PinBaseline):
            pinned = present.network if intent.pinned else None
            of = (present.id, "") if intent.pinned else ("", "")
            present = replace(present, pinned=pinned, pinned_from=of)
            self.history = documents.amend(self.history, present)
        elif isinstance(intent, intents.FinishTyping):
            if self._open(intent):
                self.history = documents.finish(self.history)
        elif isinstance(intent, intents.GiveUpTyping):
            self._give_up(intent)
        elif isinstance(intent, intents.Undo):
            self.history, self.problem = documents.undo(self.history), None
        elif isinstance(intent, intents.Redo):
            self.history, self.problem = documents.redo(self.history), None
        self._show()

    def _open(self, intent: object) -> bool:
        run = self.history.run
        return run is not None and run[2] == intent.run

    def _give_up(self, intent: object) -> None:
        if self._open(intent):
            back = documents.give_up(self.history)
            self.history = back if intent.going_on else documents.finish(back)
        if not intent.going_on:
            self.problem = None

    def _edit(self, intent: object) -> None:
        self.problem = None
        field = getattr(intent, "field", "")
        try:
            document = apply_edit(self.history.present, intent)
        except ModelError as error:
            layer = getattr(intent, "after", None) or intent.layer
            self.problem = Problem(layer, field, error)
            if field and (intent.layer, field, intent.run) == self.history.run:
                self.history = documents.give_up(self.history)
            return
        if document != self.history.present:
            run = (intent.layer, field, intent.run) if field else None
            self.history = documents.record(self.history, document, run)

    def layer(self, node: str = ""):
        """The selected layer, or one by its id."""
        document = self.history.present
        return document.network.node(node or document.selected).layer
