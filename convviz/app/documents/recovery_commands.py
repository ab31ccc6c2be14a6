"""Command handlers of recovery: what an earlier run left is offered, shown or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from convviz import words
from convviz.app.compute import Compute
from convviz.app.dialogs.message_boxes import report_failure
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.recovery import Recovering
from convviz.app.documents.user_folder import user_folder
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.app.window.file_progress import Waiting
from convviz.app.window.status_line import Say
from convviz.files.errors import FileError
from convviz.files.projects import read_project
from convviz.files.recoveries import Found, Recovery, Unread, abandoned, discard, read_recovery
from convviz.state.document import Document
from convviz.state.edits import open_document
from convviz.words.errors import error_text

Then = Callable[[], None]
Leave = Callable[[Then, Then], None]  # what follows; what follows where the user would rather stay


class _Abandoned(NamedTuple):
    """Recovery files that an earlier run left."""

    found: list[Found]
    unread: list[Unread]


class _Read(NamedTuple):
    """What a recovery file holds, and the document as it is saved; None where that is gone."""

    recovery: Recovery
    saved: Document | None


class RecoveryCommands:
    """Offers what an earlier run left.

    Parameters
    ----------
    leave : callable
        Leaves the document that is open, once the user agrees.
    show : callable
        Shows what a recovery file keeps.
    """

    def __init__(
        self,
        window: QWidget,
        compute: Compute,
        file: DocumentFile,
        keeping: Recovering,
        waiting: Waiting,
        say: Say,
        leave: Leave,
        show: Callable[[Recovery, Document | None], None],
    ) -> None:
        self._window, self._compute, self._file = window, compute, file
        self._keeping, self._waiting, self._say = keeping, waiting, say
        self._leave, self._show = leave, show

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {ActionId.RECOVER: self.ask}

    def offer(self, asked: bool = False) -> None:
        """Offer what an earlier run left; where nothing is, say so only when it was asked for."""

        def arrived(outcome: object) -> None:
            if isinstance(outcome, Exception):
                raise outcome
            assert isinstance(outcome, _Abandoned)
            if outcome.found:
                from convviz.app.documents.recovery_offer import RecoveryOffer

                answers = (self.recover, self.later, self.discard)
                RecoveryOffer(self._window, outcome.found, *answers).open()
            elif asked and not outcome.unread:
                self._say("status.nothing-to-recover", {})
            for each in outcome.unread:
                self._tell(each)

        folder = user_folder() / "recovery"
        self._compute.perform(lambda: _Abandoned(*abandoned(folder)), arrived)

    def ask(self) -> None:
        """Offer it again, from the menu."""
        self.offer(asked=True)

    def recover(self, found: Found) -> None:
        """Open what was left, in this window; the recovery file stays until it is saved."""
        files = self._file.files

        def read() -> _Read:
            recovery = read_recovery(found.path)
            saved = _saved(recovery.project.document)
            if recovery.project.document.file:
                path = Path(recovery.project.document.file)
                files.claim(path)
                files.expect(path, recovery.stamp)
            return _Read(recovery, saved)

        def arrived(outcome: object) -> None:
            self._waiting.end()
            if isinstance(outcome, FileError):
                self.later([found])
                self._tell(Unread(found.path, outcome))
            elif isinstance(outcome, Exception):
                raise outcome
            else:
                assert isinstance(outcome, _Read)
                self._show(outcome.recovery, outcome.saved)
                self._keeping.adopt(found)
                self._say("status.recovered", {"document": self._file.name})

        def begin() -> None:
            self._waiting.begin("status.reading", found.path.name)
            self._compute.perform(read, arrived)

        self._leave(begin, lambda: self.later([found]))

    def later(self, found: list[Found]) -> None:
        """Leave recovery files for another time, or another window."""

        def release() -> None:
            for each in found:
                each.lock.release(remove=False)

        self._compute.perform(release, lambda _: None)

    def discard(self, found: Found) -> None:
        """Take one away, as the user asked."""
        self._compute.perform(lambda: discard(found), lambda _: None)

    def _tell(self, unread: Unread) -> None:
        where = words.text("failed.recovery.where", path=unread.path)
        told = f"{error_text(unread.fault)}\n\n{where}"
        report_failure(self._window, "failed.recovery", told)


def _saved(document: Document) -> Document | None:
    """A document as it was before what was not saved; None where that is gone."""
    if not document.file:
        return open_document(document.id)
    try:
        saved = read_project(Path(document.file)).document
    except FileError:
        return None
    return replace(saved, file=document.file)
