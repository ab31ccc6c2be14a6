"""Opening files into a window: read by the worker, and asked about where another has them open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from convviz.app.controller import Controller
from convviz.app.dialogs.message_boxes import Opening, ask_in_use
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.failures import Failures
from convviz.app.documents.saving import Saving
from convviz.app.window.file_progress import Waiting
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.projects import Project
from convviz.files.recoveries import Recovery
from convviz.state import intents
from convviz.state.document import Document


class FileOpening:
    """How one window opens files.

    Parameters
    ----------
    uncover : callable
        Takes the start page away, under which the document is then seen.
    take_focus : callable
        Gives the keyboard to the stage.
    """

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        file: DocumentFile,
        saving: Saving,
        waiting: Waiting,
        failures: Failures,
        uncover: Callable[[], object],
        take_focus: Callable[[], None],
    ) -> None:
        self._window, self._controller = window, controller
        self._file, self._saving = file, saving
        self._waiting, self._failures = waiting, failures
        self._uncover, self._take_focus = uncover, take_focus

    def read(self, path: Path, how: Opening | None = None) -> None:
        """Open a file; `how` where another window has it, asked about when that is not known."""
        files = self._file.files

        def arrived(outcome: object) -> None:
            self._waiting.end()
            if isinstance(outcome, Project):
                self._opened(path, outcome, how)
            elif isinstance(outcome, FileError) and outcome.code is FileErrorCode.IN_USE:
                self.ask(path)
            else:
                self._failures.failed("failed.open", outcome)

        self._waiting.begin("status.reading", path.name)
        self._controller.compute.perform(lambda: files.read(path, how is not None), arrived)

    def ask(self, path: Path) -> None:
        """Ask how to open a file that another window has."""

        def answered(how: Opening) -> None:
            if how is not Opening.NOT:
                self.read(path, how)

        ask_in_use(self._window, path.name, answered)

    def _opened(self, path: Path, project: Project, how: Opening | None) -> None:
        if how is Opening.COPY:
            self._saving.copy(path, project, lambda made: self.show(made, project))
            return
        if how is Opening.ANYWAY:
            self._controller.compute.perform(lambda: self._file.files.share(path), lambda _: None)
        self.show(path, project, how is Opening.READ_ONLY)

    def show(self, path: Path, project: Project, read_only: bool = False) -> None:
        """Show what a file holds."""
        document = replace(project.document, file=str(path))
        self._file.noted(str(path), document, read_only)
        self._uncover()
        self._controller.dispatch(intents.OpenFile(document, project.cell, project.view))
        self._take_focus()

    def show_recovered(self, recovery: Recovery, saved: Document | None) -> None:
        """Show what a recovery file keeps: changed since it was saved, and Undo goes back there."""
        project = recovery.project
        document = project.document
        if document.file:
            self._file.recovered(document.file, saved)
        self._uncover()
        self._controller.dispatch(
            intents.OpenFile(document, project.cell, project.view, saved, recovery.time)
        )
