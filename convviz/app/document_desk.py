"""Documents of the window: new, open, save, close, and the question before something is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from convviz import words
from convviz.app import preferences
from convviz.app.questions import Choice, ask_to_save, tell_failure
from convviz.app.waiting import Waiting
from convviz.files.network_json import SUFFIX
from convviz.files.projects import Project, read_chain, write_project
from convviz.model.documents import DEFAULT_DOCUMENT
from convviz.state import intents as asked
from convviz.state.document import Document, same_content
from convviz.state.edits import open_document
from convviz.state.resolved import Resolved
from convviz.words.errors import fault_text

if TYPE_CHECKING:
    from convviz.app.window import MainWindow

Then = Callable[[], None]


class DocumentDesk(QObject):
    """The documents of one window. Files are read and written by the worker thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._controller = window, window.controller
        self._on_disk: dict[str, Document] = {}  # as files hold them, by path
        self._agreed = False  # that the window closes
        self.waiting = Waiting(window)
        present = self._present
        if present.file:
            self._noted(present.file, present)

    # ---- what is open ------------------------------------------------------------------------
    @property
    def _present(self) -> Document:
        return self._controller.history.present

    @property
    def name(self) -> str:
        """The document's name: that of its file, or what it was begun from."""
        document = self._present
        return Path(document.file).stem if document.file else words.text(f"document.{document.id}")

    @property
    def modified(self) -> bool:
        """Whether there is something that no file holds."""
        document = self._present
        kept = self._on_disk.get(document.file) if document.file else open_document(document.id)
        return kept is None or not same_content(document, kept)

    def show_name(self, new: Resolved) -> None:
        """Name the document in the window's title, marked while it is not saved."""
        del new
        name = self.name.replace("[*]", "[*][*]")  # Qt's own mark, where a name has it
        title, modified = words.text("app.title", document=f"{name}[*]"), self.modified
        if (title, modified) != (self._window.windowTitle(), self._window.isWindowModified()):
            self._window.setWindowTitle(title)
            self._window.setWindowModified(modified)

    # ---- new, open ---------------------------------------------------------------------------
    def new(self, document: str, then: Then | None = None) -> None:
        """Begin one of the documents that ship; `then` follows once it is open."""

        def begin() -> None:
            self._window.pages.leave_start()
            self._controller.dispatch(asked.OpenDocument(document))
            if then is not None:
                then()

        self._leave(begin)

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
        self._leave(lambda: self._read(Path(path).absolute()))

    def _read(self, path: Path) -> None:
        def arrived(outcome: object) -> None:
            self.waiting.end()
            if isinstance(outcome, Project):
                self._show(path, outcome)
            else:
                self._failed("failed.open", outcome)

        self.waiting.begin("status.reading", path.name)
        self._controller.compute.perform(lambda: read_chain(path), arrived)

    def _show(self, path: Path, project: Project) -> None:
        document = replace(project.document, file=str(path))
        self._noted(str(path), document)
        self._window.pages.leave_start()
        self._controller.dispatch(asked.OpenFile(document, project.cell, project.view))

    def close(self) -> None:
        """Put the document away: the start page offers the next one."""

        def away() -> None:
            document = self._present
            if document.file or document.id != DEFAULT_DOCUMENT or self.modified:
                self._controller.dispatch(asked.OpenDocument(DEFAULT_DOCUMENT))
            self._window.pages.show_start()

        self._leave(away)

    # ---- save --------------------------------------------------------------------------------
    def save(self) -> None:
        """Save in the document's file; ask for one while it has none."""
        self._save(None)

    def save_as(self) -> None:
        """Ask for a file and save in that one."""
        self._save_elsewhere(None)

    def _save(self, then: Then | None) -> None:
        file = self._present.file
        if file:
            self._write(Path(file), then)
        else:
            self._save_elsewhere(then)

    def _save_elsewhere(self, then: Then | None) -> None:
        file = self._present.file
        start = file or str(Path(preferences.last_folder(), f"{_plain(self.name)}{SUFFIX}"))
        kinds = f"{words.text('file.documents')} (*{SUFFIX})"
        path, _ = QFileDialog.getSaveFileName(
            self._window, words.text("action.save-as").rstrip("…"), start, kinds
        )
        if path:
            chosen = Path(path if path.lower().endswith(SUFFIX) else path + SUFFIX)
            self._write(chosen.absolute(), then)

    def _write(self, path: Path, then: Then | None) -> None:
        controller = self._controller
        document, file = self._present, self._present.file
        stage = controller.stage
        cell = controller.selection if stage is None else stage.selection
        project = Project(document, cell, controller.view)

        def written(outcome: object) -> None:
            self.waiting.end()
            if isinstance(outcome, Exception):
                self._failed("failed.save", outcome, lambda: self._save_elsewhere(then))
                return
            self._noted(str(path), document)
            if (self._present.id, self._present.file) == (document.id, file):
                controller.dispatch(asked.NoteFile(str(path)))
            self._window.say("status.saved", {"path": str(path)})
            if then is not None:
                then()

        self.waiting.begin("status.writing", path.name)
        controller.compute.perform(lambda: write_project(path, project), written)

    # ---- before something is lost ------------------------------------------------------------
    def closes(self) -> bool:
        """Whether the window may close now; if not, the user is asked, and it closes after."""
        if self._agreed or not self.modified:
            return True
        self._ask(self._close)
        return False

    def agree(self) -> None:
        """Let the window close without a question."""
        self._agreed = True

    def _close(self) -> None:
        self._agreed = True
        self._window.close()

    def _leave(self, then: Then) -> None:
        """Go on to another document; first ask what becomes of this one, if it has changes.

        Before a full hall nothing is asked: Undo brings the document back.
        """
        if self.modified and not self._window.deeds.hall.on:
            self._ask(then)
        else:
            then()

    def _ask(self, then: Then) -> None:
        def answered(choice: Choice) -> None:
            if choice is Choice.SAVE:
                self._save(then)
            elif choice is Choice.DISCARD:
                then()

        ask_to_save(self._window, self.name, answered)

    # ---- what came of it ---------------------------------------------------------------------
    def _noted(self, path: str, document: Document) -> None:
        self._on_disk[path] = document
        preferences.note_file(path)
        preferences.note_folder(str(Path(path).parent))

    def _failed(self, what: str, fault: object, elsewhere: Then | None = None) -> None:
        assert isinstance(fault, Exception)
        self.tell(what, fault_text(fault), elsewhere)

    def tell(self, what: str, sentence: str, elsewhere: Then | None = None) -> None:
        """Tell why something was not done: in the status bar, and in a box."""
        self._window.say("status.problem", {"sentence": sentence})
        tell_failure(self._window, what, sentence, elsewhere)


def _plain(name: str) -> str:
    """A name that every file system takes."""
    return "".join(" " if sign in '<>:"/\\|?*' else sign for sign in name).strip()
