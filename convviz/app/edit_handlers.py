"""How the controller answers edits: typed as a preview, undone, pinned, and documents opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from convviz.model.errors import ModelError
from convviz.scene.timeline import Storyboard
from convviz.state import intents
from convviz.state.document import (
    Document,
    History,
    amend,
    filed,
    finish,
    give_up,
    record,
    redo,
    seen,
    undo,
)
from convviz.state.edits import EDITS, apply_edit, run_of
from convviz.state.resolved import Problem
from convviz.state.view import Playback, Selection

if TYPE_CHECKING:
    from convviz.app.controller import Controller

Began = tuple[Selection, Playback, Storyboard]


class EditHandlers:
    """The answers to edits.

    Attributes
    ----------
    began : tuple or None
        Cell, playback and story when the open run began: what is typed on the way moves neither.
    """

    def __init__(self, controller: Controller) -> None:
        self._controller = controller
        self.began: Began | None = None

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Give the handler of each intent."""
        return {
            **dict.fromkeys(EDITS, self._edit),
            intents.FinishTyping: self._finish,
            intents.GiveUpTyping: self._give_up,
            intents.Undo: lambda _: self._travel(undo),
            intents.Redo: lambda _: self._travel(redo),
            intents.PinBaseline: self._pin,
            intents.NoteFile: self._note_file,
        }

    def _edit(self, intent: Any) -> None:
        controller = self._controller
        layer = getattr(intent, "layer", getattr(intent, "after", ""))
        layer = layer if isinstance(layer, str) else getattr(intent, "after", "")
        run, history = run_of(intent), controller.history
        try:
            document = apply_edit(history.present, intent)
        except ModelError as error:
            controller.problem = Problem(layer, getattr(intent, "field", ""), error)
            given_up = run is not None and run == history.run
            self._show(give_up(history) if given_up else history)
            return
        controller.problem = None
        if isinstance(intent, intents.OpenDocument | intents.OpenFile):
            self._open(document, intent)
        elif document.network == history.present.network:
            controller.resolve()
        else:
            if run is None or run != history.run or history.before is None:
                stage = controller.stage
                self.began = stage and (controller.selection, controller.playback, stage.storyboard)
            controller.history = record(history, document, run)
            controller.show_edited()

    def _open(self, document: Document, intent: intents.OpenDocument | intents.OpenFile) -> None:
        """Show another document: that is no edit, so its history is its own."""
        kept = intent if isinstance(intent, intents.OpenFile) else None
        history = History(document)
        if kept is not None and kept.saved is not None:  # recovered: Undo goes back to the file
            history = seen(record(History(kept.saved), document))
        self._controller.history, self.began = history, None
        self._controller.show_opened(kept)

    def _finish(self, intent: intents.FinishTyping) -> None:
        run = self._controller.history.run
        if run is not None and run[2] == intent.run:
            self._show(finish(self._controller.history))

    def _give_up(self, intent: intents.GiveUpTyping) -> None:
        history = self._controller.history
        if not intent.going_on:
            self._controller.problem = None
        if history.run is not None and history.run[2] == intent.run:
            history = give_up(history)
            history = history if intent.going_on else finish(history)
        self._show(history)

    def _show(self, history: History) -> None:
        """Show another history; what depends on the network follows only where that differs."""
        same = history.present.network is self._controller.history.present.network
        self._controller.history = history
        if same:
            self._controller.resolve()
        else:
            self._controller.show_edited()

    def _travel(self, move: Callable[[History], History]) -> None:
        controller = self._controller
        moved = move(controller.history)
        controller.problem = None
        if moved is not controller.history:
            now = controller.history.present  # pinning is no edit, and is not taken back
            pinned = replace(moved.present, pinned=now.pinned, pinned_from=now.pinned_from)
            controller.history, self.began = replace(moved, present=pinned), None
            controller.show_edited()

    def _pin(self, intent: intents.PinBaseline) -> None:
        document = self._controller.history.present
        pinned = document.network if intent.pinned else None
        named = (document.id, PurePath(document.file).stem) if intent.pinned else ("", "")
        self._controller.history = amend(
            self._controller.history, replace(document, pinned=pinned, pinned_from=named)
        )
        self._controller.resolve()

    def _note_file(self, intent: intents.NoteFile) -> None:
        self._controller.history = filed(self._controller.history, intent.file)
        self._controller.resolve()
