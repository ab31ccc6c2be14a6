"""Opening files into a window: read by the worker, and asked about where another has them open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from convviz.app.dialogs.message_boxes import Opening, ask_in_use
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.projects import Project
from convviz.files.recoveries import Recovery
from convviz.state import intents
from convviz.state.document import Document

if TYPE_CHECKING:
    from convviz.app.documents.document_commands import DocumentCommands
    from convviz.app.window.main_window import MainWindow


class FileOpening:
    """How one window opens files."""

    def __init__(self, window: MainWindow, desk: DocumentCommands) -> None:
        self._window, self._controller, self._desk = window, window.controller, desk

    def read(self, path: Path, how: Opening | None = None) -> None:
        """Open a file; `how` where another window has it, asked about when that is not known."""
        files, desk = self._desk.files, self._desk

        def arrived(outcome: object) -> None:
            desk.waiting.end()
            if isinstance(outcome, Project):
                self._opened(path, outcome, how)
            elif isinstance(outcome, FileError) and outcome.code is FileErrorCode.IN_USE:
                self.ask(path)
            else:
                desk.failed("failed.open", outcome)

        desk.waiting.begin("status.reading", path.name)
        self._controller.compute.perform(lambda: files.read(path, how is not None), arrived)

    def ask(self, path: Path) -> None:
        """Ask how to open a file that another window has."""

        def answered(how: Opening) -> None:
            if how is not Opening.NOT:
                self.read(path, how)

        ask_in_use(self._window, path.name, answered)

    def _opened(self, path: Path, project: Project, how: Opening | None) -> None:
        if how is Opening.COPY:
            self._desk.saving.copy(path, project, lambda made: self.show(made, project))
            return
        if how is Opening.ANYWAY:
            self._controller.compute.perform(lambda: self._desk.files.share(path), lambda _: None)
        self.show(path, project, how is Opening.READ_ONLY)

    def show(self, path: Path, project: Project, read_only: bool = False) -> None:
        """Show what a file holds."""
        document = replace(project.document, file=str(path))
        self._desk.noted(str(path), document, read_only)
        self._window.pages.leave_start()
        self._controller.dispatch(intents.OpenFile(document, project.cell, project.view))
        self._window.pages.take_focus()

    def show_recovered(self, recovery: Recovery, saved: Document | None) -> None:
        """Show what a recovery file keeps: changed since it was saved, and Undo goes back there."""
        project, desk = recovery.project, self._desk
        document = project.document
        if document.file:
            desk.recovered(document.file, saved)
        self._window.pages.leave_start()
        self._controller.dispatch(
            intents.OpenFile(document, project.cell, project.view, saved, recovery.time)
        )
