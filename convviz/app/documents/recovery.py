"""Nothing lost: what is not saved is kept in a recovery file."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from convviz.app.controller import Controller
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.user_folder import user_folder
from convviz.app.window.status_line import Say
from convviz.files.errors import FileError
from convviz.files.projects import Project
from convviz.files.recoveries import Found, Recovery, Session
from convviz.state.document import Document
from convviz.state.view import Selection, ViewOptions
from convviz.words.errors import fault_text

PAUSE_MS = 400  # from a change until it is kept; less than 2 s with what the disk takes
RETRY_MS = 5_000  # after it could not be kept


class _Moment(NamedTuple):
    document: Document | None
    cell: Selection
    view: ViewOptions
    time: float


class Recovering(QObject):
    """The recovery file of one window. The worker writes it; the window only says what."""

    def __init__(
        self, parent: QObject, controller: Controller, file: DocumentFile, say: Say
    ) -> None:
        super().__init__(parent)
        self._controller, self._file, self._say = controller, file, say
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
        """Keep what is edited from now on; a window that only draws pictures does not."""
        self._on = True
        self._soon()

    # ---- keeping -----------------------------------------------------------------------------
    def _soon(self, pause: int = PAUSE_MS) -> None:
        """See before long whether something is to be kept; not later because of further edits."""
        if self._on and not (self._timer.isActive() or self._busy):
            self._timer.start(pause)

    def _look(self) -> None:
        if self._busy or not self._on:
            return
        if not self._file.modified:
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
            if isinstance(outcome, Exception) and not self._failing:
                self._say("status.not-kept", {"sentence": fault_text(outcome)}, hold=True)
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
        files, file = self._file.files, recovery.project.document.file

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
        files, session = self._file.files, self._session

        def last() -> None:
            session.end()
            files.keep_only(None)

        self._controller.compute.perform(last, lambda _: None)

    def adopt(self, found: Found) -> None:
        """Go on with a recovery file that an earlier run left, whose content is shown now."""
        self._kept = self._moment()
        # Not before: what was open until now may just be being kept.
        self._perform(lambda: self._session.adopt(found))
