"""Command handlers of documents: new, open, save, close, and the question before a loss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.dialogs.message_boxes import Choice, ask_to_save
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.opening import FileOpening
from convviz.app.documents.saving import Saving
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.app.window.keyboard import finish_typing
from convviz.files.network_json import SUFFIX
from convviz.model.documents import DEFAULT_DOCUMENT
from convviz.state import intents

Then = Callable[[], None]


class Cover(Protocol):
    """The start page, which lies over a document until one is chosen."""

    def show_start(self) -> None: ...

    def leave_start(self) -> bool: ...

    def take_focus(self) -> None: ...


class DocumentCommands:
    """The documents of one window. Files are read and written by the worker thread."""

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        cover: Cover,
        file: DocumentFile,
        opening: FileOpening,
        saving: Saving,
    ) -> None:
        self._window, self._controller, self._cover = window, controller, cover
        self._file, self._opening, self._saving = file, opening, saving
        self._agreed = False  # that the window closes

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            ActionId.OPEN: self.open,
            ActionId.SAVE: self.save,
            ActionId.SAVE_AS: self.save_as,
            ActionId.CLOSE: self.close,
        }

    # ---- new, open ---------------------------------------------------------------------------
    def new(self, document: str, then: Then | None = None) -> None:
        """Begin one of the documents that ship; `then` follows once it is open."""

        def begin() -> None:
            self._cover.leave_start()
            self._controller.dispatch(intents.OpenDocument(document))
            self._cover.take_focus()  # no field of the last document has the keyboard
            if then is not None:
                then()

        self.leave(begin)

    def open(self) -> None:
        """Ask for a file and open it."""
        kinds = f"{words.text('file.documents')} (*{SUFFIX})"
        path, _ = QFileDialog.getOpenFileName(
            self._window, words.text("action.open").rstrip("…"), preferences.last_folder(), kinds
        )
        if path:
            self.open_file(path)

    def open_file(self, path: str) -> None:
        """Open a file; the document that is open stays where it cannot be read."""
        self.leave(lambda: self._opening.read(Path(path).absolute()))

    def ask_if_shared(self) -> None:
        """Ask about the file that the window began with, where another window has it."""
        if self._file.shared:
            self._file.shared = False
            self._opening.ask(Path(self._file.present.file))

    def close(self) -> None:
        """Put the document away: the start page offers the next one."""

        def away() -> None:
            document = self._file.present
            if document.file or document.id != DEFAULT_DOCUMENT or self._file.modified:
                self._controller.dispatch(intents.OpenDocument(DEFAULT_DOCUMENT))
            self._cover.show_start()

        self.leave(away)

    # ---- save --------------------------------------------------------------------------------
    def save(self) -> None:
        """Save in the document's file; ask for one while it has none."""
        finish_typing(self._window)
        self._saving.save(None)

    def save_as(self) -> None:
        """Ask for a file and save in that one."""
        finish_typing(self._window)
        self._saving.elsewhere(None)

    # ---- before something is lost ------------------------------------------------------------
    def closes(self) -> bool:
        """Whether the window may close now; if not, the user is asked, and it closes after."""
        finish_typing(self._window)
        if self._agreed or not self._file.modified:
            return True
        self._ask(self._close)
        return False

    def agree(self) -> None:
        """Let the window close without a question."""
        self._agreed = True

    def _close(self) -> None:
        self._agreed = True
        self._window.close()

    def leave(self, then: Then, otherwise: Then | None = None) -> None:
        """Go on to another document; first ask what becomes of this one, if it has changes.

        `otherwise` follows where the user would rather stay.
        """
        finish_typing(self._window)
        if self._file.modified:
            self._ask(then, otherwise)
        else:
            then()

    def _ask(self, then: Then, otherwise: Then | None = None) -> None:
        def answered(choice: Choice) -> None:
            if choice is Choice.SAVE:
                self._saving.save(then)
            elif choice is Choice.DISCARD:
                then()
            elif otherwise is not None:
                otherwise()

        ask_to_save(self._window, self._file.name, answered)
