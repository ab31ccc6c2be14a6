"""Saving the document of a window: in its file or another, and what is asked before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.dialogs.message_boxes import ask_over
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.failures import Failures
from convviz.app.window.file_progress import Waiting
from convviz.app.window.status_line import Say
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.network_json import SUFFIX
from convviz.files.projects import Project
from convviz.state import intents
from convviz.words.errors import error_text

Then = Callable[[], None]
_ASKED = {FileErrorCode.IN_USE, FileErrorCode.CHANGED}  # saved all the same, if the user says so


class Saving:
    """How one window saves. What is done `then` follows once it is saved, and only then.

    Parameters
    ----------
    before : callable
        Gives what the worker does before it saves a project in a file.
    """

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        file: DocumentFile,
        waiting: Waiting,
        failures: Failures,
        say: Say,
        before: Callable[[Path, Project], Callable[[], None]],
    ) -> None:
        self._window, self._controller, self._file = window, controller, file
        self._waiting, self._failures, self._say = waiting, failures, say
        self._before = before

    def save(self, then: Then | None) -> None:
        """Save in the document's file; ask for one while it has none, or may not be written."""
        file = self._controller.history.present.file
        if file and file not in self._file.read_only:
            self._write(Path(file), then)
        else:
            self.elsewhere(then)

    def elsewhere(self, then: Then | None) -> None:
        """Ask for a file and save in that one."""
        file = self._controller.history.present.file
        start = file or str(Path(preferences.last_folder(), f"{_plain(self._file.name)}{SUFFIX}"))
        chosen = self._choose(start)
        if chosen is not None:
            self._write(chosen, then)

    def copy(self, path: Path, project: Project, done: Callable[[Path], None]) -> None:
        """Ask where a copy of a file is to be, and write it there."""
        name = words.text("file.copy", file=path.stem)
        chosen = self._choose(str(path.with_name(f"{name}{SUFFIX}")))
        if chosen is None:
            return

        def written(outcome: object) -> None:
            self._waiting.end()
            if isinstance(outcome, Exception):
                self._failures.failed(
                    "failed.save", outcome, lambda: self.copy(path, project, done)
                )
            else:
                done(chosen)

        self._waiting.begin("status.writing", chosen.name)
        self._controller.compute.perform(lambda: self._file.files.write(chosen, project), written)

    def _choose(self, start: str) -> Path | None:
        kinds = f"{words.text('file.documents')} (*{SUFFIX})"
        path, _ = QFileDialog.getSaveFileName(
            self._window, words.text("action.save-as").rstrip("…"), start, kinds
        )
        if not path:
            return None
        return Path(path if path.lower().endswith(SUFFIX) else path + SUFFIX).absolute()

    def _write(self, path: Path, then: Then | None, over: bool = False) -> None:
        controller = self._controller
        document = controller.history.present
        file = document.file
        stage = controller.stage
        cell = controller.selection if stage is None else stage.selection
        project = Project(document, cell, controller.view)
        before = self._before(path, project)

        def write() -> None:
            before()
            self._file.files.write(path, project, over)

        def written(outcome: object) -> None:
            self._waiting.end()
            if isinstance(outcome, Exception):
                self._refused(path, outcome, then)
                return
            self._file.noted(str(path), document)
            present = controller.history.present
            if (present.id, present.file) == (document.id, file):
                controller.dispatch(intents.NoteFile(str(path)))
            self._say("status.saved", {"path": str(path)})
            if then is not None:
                then()

        self._waiting.begin("status.writing", path.name)
        controller.compute.perform(write, written)

    def _refused(self, path: Path, fault: Exception, then: Then | None) -> None:
        def elsewhere() -> None:
            self.elsewhere(then)

        if isinstance(fault, FileError) and fault.code in _ASKED:
            sentence = error_text(fault)
            self._say("status.problem", {"sentence": sentence})
            ask_over(self._window, sentence, lambda: self._write(path, then, True), elsewhere)
        else:
            self._failures.failed("failed.save", fault, elsewhere)


def _plain(name: str) -> str:
    """A name that every file system takes, with single spaces."""
    return " ".join("".join(" " if sign in '<>:"/\\|?*' else sign for sign in name).split())
