"""Documents of the window: new, open, save, close, and the question before something is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from convviz import words
from convviz.app import preferences
from convviz.app.dialogs.message_boxes import Choice, ask_to_save, report_failure
from convviz.app.documents.opening import FileOpening
from convviz.app.documents.saving import Saving
from convviz.app.documents.user_folder import user_folder
from convviz.app.window.file_progress import Waiting
from convviz.app.window.keyboard import finish_typing
from convviz.files.disk import stamp_of
from convviz.files.network_json import SUFFIX
from convviz.files.open_files import OpenFiles
from convviz.model.documents import DEFAULT_DOCUMENT
from convviz.state import intents
from convviz.state.document import Document, same_content
from convviz.state.edits import open_document
from convviz.state.resolved import Resolved
from convviz.words.errors import fault_text

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

Then = Callable[[], None]


class DocumentCommands(QObject):
    """The documents of one window. Files are read and written by the worker thread.

    Attributes
    ----------
    files : OpenFiles
        Used by the worker alone, once there is a window.
    read_only : set of str
        Paths that this window does not write, as another one has them open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._controller = window, window.controller
        self._on_disk: dict[str, Document | None] = {}  # as files hold them, by path
        self._agreed = False  # that the window closes
        self._in_hand = ""  # the file that is claimed for what is shown
        self._shared = False  # another window has the file that this one began with
        self.files = OpenFiles(user_folder() / "open")
        self.read_only: set[str] = set()
        self.waiting = Waiting(window)
        self.opening, self.saving = FileOpening(window, self), Saving(window, self)
        present = self._present
        if present.file:
            path = Path(present.file)
            self.noted(present.file, present)
            self.files.expect(path, stamp_of(path))
            self._shared = not self.files.claim(path)

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
        file = new.document.file
        if file != self._in_hand:
            self._in_hand = file
            self._controller.compute.perform(lambda: self._follow(file), lambda _: None)
        name = self.name.replace("[*]", "[*][*]")  # Qt's own mark, where a name has it
        if file in self.read_only:
            name = words.text("app.read-only", document=name)
        title, modified = words.text("app.title", document=f"{name}[*]"), self.modified
        if (title, modified) != (self._window.windowTitle(), self._window.isWindowModified()):
            self._window.setWindowTitle(title)
            self._window.setWindowModified(modified)

    def _follow(self, file: str) -> None:
        """Claim the file that is shown, and no other: what Undo brings back has one too."""
        path = Path(file) if file else None
        self.files.keep_only(path)
        if path is not None:
            self.files.claim(path)

    # ---- new, open ---------------------------------------------------------------------------
    def new(self, document: str, then: Then | None = None) -> None:
        """Begin one of the documents that ship; `then` follows once it is open."""

        def begin() -> None:
            self._window.pages.leave_start()
            self._controller.dispatch(intents.OpenDocument(document))
            self._window.pages.take_focus()  # no field of the last document has the keyboard
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
        self.leave(lambda: self.opening.read(Path(path).absolute()))

    def ask_if_shared(self) -> None:
        """Ask about the file that the window began with, where another window has it."""
        if self._shared:
            self._shared = False
            self.opening.ask(Path(self._present.file))

    def close(self) -> None:
        """Put the document away: the start page offers the next one."""

        def away() -> None:
            document = self._present
            if document.file or document.id != DEFAULT_DOCUMENT or self.modified:
                self._controller.dispatch(intents.OpenDocument(DEFAULT_DOCUMENT))
            self._window.pages.show_start()

        self.leave(away)

    # ---- save --------------------------------------------------------------------------------
    def save(self) -> None:
        """Save in the document's file; ask for one while it has none."""
        finish_typing(self._window)
        self.saving.save(None)

    def save_as(self) -> None:
        """Ask for a file and save in that one."""
        finish_typing(self._window)
        self.saving.elsewhere(None)

    # ---- before something is lost ------------------------------------------------------------
    def closes(self) -> bool:
        """Whether the window may close now; if not, the user is asked, and it closes after."""
        finish_typing(self._window)
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

    def leave(self, then: Then, otherwise: Then | None = None) -> None:
        """Go on to another document; first ask what becomes of this one, if it has changes.

        `otherwise` follows where the user would rather stay.
        """
        finish_typing(self._window)
        if self.modified:
            self._ask(then, otherwise)
        else:
            then()

    def _ask(self, then: Then, otherwise: Then | None = None) -> None:
        def answered(choice: Choice) -> None:
            if choice is Choice.SAVE:
                self.saving.save(then)
            elif choice is Choice.DISCARD:
                then()
            elif otherwise is not None:
                otherwise()

        ask_to_save(self._window, self.name, answered)

    # ---- what came of it ---------------------------------------------------------------------
    def noted(self, path: str, document: Document, read_only: bool = False) -> None:
        """Take note that a file holds a document, and whether this window may write it."""
        self._on_disk[path] = document
        if read_only:
            self.read_only.add(path)
        else:
            self.read_only.discard(path)
        preferences.note_file(path)
        preferences.note_folder(str(Path(path).parent))

    def recovered(self, path: str, saved: Document | None) -> None:
        """Take note of what a file holds, None where it is gone, while what is open differs."""
        self._on_disk[path] = saved

    def failed(self, what: str, fault: object, elsewhere: Then | None = None) -> None:
        """Tell that something was not done, for a coded reason or any other."""
        assert isinstance(fault, Exception)
        self.tell(what, fault_text(fault), elsewhere)

    def tell(self, what: str, sentence: str, elsewhere: Then | None = None) -> None:
        """Tell why something was not done: in the status bar, and in a box."""
        self._window.say("status.problem", {"sentence": sentence})
        report_failure(self._window, what, sentence, elsewhere)
