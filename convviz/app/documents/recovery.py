"""Nothing lost: what is not saved is kept in a recovery file, and offered after a crash."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from convviz import words
from convviz.app.dialogs.message_boxes import report_failure
from convviz.app.documents.user_folder import user_folder
from convviz.files.errors import FileError
from convviz.files.projects import Project, read_project
from convviz.files.recoveries import (
    Found,
    Recovery,
    Session,
    Unread,
    abandoned,
    discard,
    read_recovery,
)
from convviz.state.document import Document
from convviz.state.edits import open_document
from convviz.state.view import Selection, ViewOptions
from convviz.words.errors import error_text, fault_text

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

PAUSE_MS = 400  # from a change until it is kept; less than 2 s with what the disk takes
RETRY_MS = 5_000  # after it could not be kept


class _Moment(NamedTuple):
    document: Document | None
    cell: Selection
    view: ViewOptions
    time: float


class Recovering(QObject):
    """The recovery file of one window. The worker writes it; the window only says what."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._controller = window, window.controller
        self._session = Session(user_folder() / "recovery")
        self._kept: _Moment | None = None  # what the recovery file holds, None where there is none
        self._on = self._busy = self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._controller.resolvedChanged.connect(lambda *_: self._soon())
        self._controller.viewChanged.connect(self._soon)
        self._controller.ticked.connect(self._soon)

    def begin(self) -> None:
        """Keep what is edited from now on, and offer what an earlier run left.

        A window that only draws pictures for a command does neither.
        """
        self._on = True
        self._soon()
        self.offer()

    # ---- keeping -----------------------------------------------------------------------------
    def _soon(self, pause: int = PAUSE_MS) -> None:
        """See before long whether something is to be kept; not later because of further edits."""
        if self._on and not (self._timer.isActive() or self._busy):
            self._timer.start(pause)

    def _look(self) -> None:
        if self._busy or not self._on:
            return
        if not self._window.commands.desk.modified:
            if self._kept is not None:
                self._kept = None
                self._perform(self._session.drop)
            return
        now, kept = self._moment(), self._kept
        unedited = kept is not None and now.document is kept.document
        # While it plays only edits are kept: writing costs frames.
        if unedited and (now == kept or self._controller.playback.playing):
            return
        self._kept = now
        self._perform(self._keeping(self._recovery()))

    def _perform(self, act: Callable[[], None]) -> None:
        def done(outcome: object) -> None:
            self._busy = False
            failed = isinstance(outcome, Exception)
            if failed and not self._failing:
                told = fault_text(outcome)  # type: ignore[arg-type]
                self._window.say("status.not-kept", {"sentence": told}, hold=True)
            if failed and self._kept is not None:
                self._kept = self._kept._replace(document=None)  # to be tried again
            self._failing = failed
            self._soon(RETRY_MS if failed else PAUSE_MS)

        self._busy = True
        self._controller.compute.perform(act, done)

    def _moment(self) -> _Moment:
        controller = self._controller
        cell = controller.selection if controller.stage is None else controller.stage.selection
        document, playback = controller.history.present, controller.playback
        return _Moment(document, cell, controller.view, playback.time)

    def _recovery(self) -> Recovery:
        now = self._moment()
        assert now.document is not None
        return Recovery(Project(now.document, now.cell, now.view), now.time, time.time())

    def _keeping(self, recovery: Recovery) -> Callable[[], None]:
        files, file = self._window.commands.desk.files, recovery.project.document.file

        def keep() -> None:
            # The worker knows the stamp: a save that was asked for before has been done by then.
            stamp = files.stamp(Path(file)) if file else None
            self._session.keep(replace(recovery, stamp=stamp))

        return keep

    def saving(self, path: Path, project: Project) -> Callable[[], None]:
        """What the worker does before it saves: the recovery file is never behind a saved one."""
        document = replace(project.document, file=str(path))
        recovery = replace(self._recovery(), project=replace(project, document=document))
        keep = self._keeping(recovery)
        if self._kept is not None:
            self._kept = self._kept._replace(document=None)  # to be seen to once it is saved

        def before() -> None:
            if self._session.keeps:
                with contextlib.suppress(FileError):  # the save itself matters more
                    keep()

        return before

    def end(self) -> None:
        """Take the recovery file away: the window closes in good order."""
        self._on = False
        self._timer.stop()
        files, session = self._window.commands.desk.files, self._session

        def last() -> None:
            session.end()
            files.keep_only(None)

        self._controller.compute.perform(last, lambda _: None)

    # ---- offering ----------------------------------------------------------------------------
    def offer(self, asked: bool = False) -> None:
        """Offer what an earlier run left; where nothing is, say so only when it was asked for."""

        def arrived(outcome: object) -> None:
            if isinstance(outcome, Exception):
                raise outcome
            found, unread = outcome  # type: ignore[misc]
            if found:
                from convviz.app.documents.recovery_offer import RecoveryOffer

                RecoveryOffer(self._window, self, found).open()
            elif asked and not unread:
                self._window.say("status.nothing-to-recover", {})
            for each in unread:
                self._tell(each)

        folder = user_folder() / "recovery"
        self._controller.compute.perform(lambda: abandoned(folder), arrived)

    def ask(self) -> None:
        """Offer it again, from the menu."""
        self.offer(asked=True)

    def recover(self, found: Found) -> None:
        """Open what was left, in this window; the recovery file stays until it is saved."""
        desk, session = self._window.commands.desk, self._session

        def read() -> tuple[Recovery, Document | None]:
            recovery = read_recovery(found.path)
            saved = _saved(recovery.project.document)
            if recovery.project.document.file:
                path = Path(recovery.project.document.file)
                desk.files.claim(path)
                desk.files.expect(path, recovery.stamp)
            return recovery, saved

        def arrived(outcome: object) -> None:
            desk.waiting.end()
            if isinstance(outcome, FileError):
                self.later([found])
                self._tell(Unread(found.path, outcome))
            elif isinstance(outcome, Exception):
                raise outcome
            else:
                recovery, saved = outcome  # type: ignore[misc]
                desk.opening.show_recovered(recovery, saved)
                self._kept = self._moment()
                # Not before: what was open until now may just be being kept.
                self._perform(lambda: session.adopt(found))
                self._window.say("status.recovered", {"document": desk.name})

        def begin() -> None:
            desk.waiting.begin("status.reading", found.path.name)
            self._controller.compute.perform(read, arrived)

        desk.leave(begin, lambda: self.later([found]))

    def later(self, found: list[Found]) -> None:
        """Leave recovery files for another time, or another window."""
        self._controller.compute.perform(
            lambda: [each.lock.release(remove=False) for each in found], lambda _: None
        )

    def discard(self, found: Found) -> None:
        """Take one away, as the user asked."""
        self._controller.compute.perform(lambda: discard(found), lambda _: None)

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
