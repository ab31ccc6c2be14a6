"""What is known of the file of the document that a window has open, and of other files' content."""

from __future__ import annotations

from pathlib import Path

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.documents.document_names import document_title
from convviz.app.documents.user_folder import user_folder
from convviz.files.disk import stamp_of
from convviz.files.open_files import OpenFiles
from convviz.state.document import Document, same_content
from convviz.state.edits import open_document


class DocumentFile:
    """The file of the open document, the document's name, and whether the file holds it all.

    Attributes
    ----------
    files : OpenFiles
        Used by the worker alone, once there is a window.
    read_only : set of str
        Paths that this window does not write, as another one has them open.
    shared : bool
        Another window has the file that this one began with.
    """

    def __init__(self, controller: Controller) -> None:
        self._controller = controller
        self._on_disk: dict[str, Document | None] = {}  # as files hold them, by path
        self._in_hand = ""  # the file that is claimed for what is shown
        self.files = OpenFiles(user_folder() / "open")
        self.read_only: set[str] = set()
        self.shared = False
        present = self.present
        if present.file:
            path = Path(present.file)
            self.noted(present.file, present)
            self.files.expect(path, stamp_of(path))
            self.shared = not self.files.claim(path)

    @property
    def present(self) -> Document:
        """The document that is open."""
        return self._controller.history.present

    @property
    def name(self) -> str:
        """The document's name: that of its file, or what it was begun from."""
        document = self.present
        return Path(document.file).stem if document.file else document_title(document.id)

    @property
    def stem(self) -> str:
        """What a file that is made of the document is called, without ending."""
        document = self.present
        return Path(document.file).stem if document.file else document.id

    @property
    def modified(self) -> bool:
        """Whether there is something that no file holds."""
        document = self.present
        kept = self._on_disk.get(document.file) if document.file else open_document(document.id)
        return kept is None or not same_content(document, kept)

    def title(self) -> str:
        """The window's title, with Qt's mark of what is modified."""
        name = self.name.replace("[*]", "[*][*]")  # Qt's own mark, where a name has it
        if self.present.file in self.read_only:
            name = words.text("app.read-only", document=name)
        return words.text("app.title", document=f"{name}[*]")

    def follow(self) -> None:
        """Claim the file that is shown, and no other: what Undo brings back has one too."""
        file = self.present.file
        if file != self._in_hand:
            self._in_hand = file
            self._controller.compute.perform(lambda: self._claim(file), lambda _: None)

    def _claim(self, file: str) -> None:
        path = Path(file) if file else None
        self.files.keep_only(path)
        if path is not None:
            self.files.claim(path)

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
