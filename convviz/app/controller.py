"""The controller: intents in, snapshots and frames out. It owns the one clock and timer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from convviz.app.compute import Answer, Compute
from convviz.app.reframe import WAIT, Reframe
from convviz.files.projects import Project
from convviz.model.errors import ModelError
from convviz.model.values import Values
from convviz.scene.camera import Camera
from convviz.scene.moment import moment
from convviz.scene.timeline import Storyboard
from convviz.state import intents as asked
from convviz.state.document import (
    Document,
    History,
    amend,
    filed,
    finish,
    give_up,
    record,
    redo,
    seen,
    undo,
)
from convviz.state.edits import EDITS, apply_edit, open_document, run_of
from convviz.state.frame import camera_of
from convviz.state.looking import LOOKS, look
from convviz.state.playing import PLAYS, advance, keep_phase, seek
from convviz.state.resolve import resolve
from convviz.state.resolved import Problem, Resolved, Stage
from convviz.state.settings import Settings
from convviz.state.telling import telling_cell
from convviz.state.view import Playback, Selection, ViewOptions

TICK_MS = 16
Start = tuple[Selection, Playback, Storyboard]
OLD_PICTURE = 0.15  # seconds that the old picture stays after an edit, undimmed


class Controller(QObject):
    """Holds what the user has open and answers intents.

    Signals
    -------
    resolved(old, new)
        A new snapshot.
    ticked()
        Playback or camera moved: draw a frame.
    message(key, numbers)
        A sentence for the status bar.
    failed(exception)
        The values could not be computed.
    """

    resolvedChanged = Signal(object, object)
    ticked = Signal()
    message = Signal(str, object)
    failed = Signal(object)
    settingsChanged = Signal(object)

    def __init__(
        self, document: str | Project, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.view = ViewOptions()
        self.playback = Playback(speed=settings.pace)
        self.selection = Selection()
        self.values: Values | None = None
        named = isinstance(document, str)
        self.history = History(open_document(document) if named else document.document)
        self.size = (960.0, 540.0)
        self.dragging = False
        self.problem: Problem | None = None
        self.fault: Exception | None = None  # why there are no values
        self.resolved: Resolved | None = None
        self._stale = True
        self._asked_at = 0.0
        self._choosing = False
        self._began: Start | None = None  # where the story stood when typing began
        self.shown: Camera | None = None  # the camera that the stage last drew with
        self.reframe = Reframe()
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(lambda: self.compute.request(self.history.present))
        self.compute = Compute(self)
        self.compute.answered.connect(self._answered)
        self._handlers: dict[type, Callable[[Any], None]] = {
            **dict.fromkeys(EDITS, self._edit),
            **dict.fromkeys(LOOKS, self._look),
            **dict.fromkeys(PLAYS, self._play),
            asked.FinishTyping: self._finish,
            asked.GiveUpTyping: self._give_up,
            asked.Undo: lambda _: self._travel(undo),
            asked.Redo: lambda _: self._travel(redo),
            asked.PinBaseline: self._note,
            asked.NoteFile: self._note,
            asked.SelectLayer: self._select_layer,
            asked.SelectCell: self._select_cell,
            asked.ShowReaders: self._show_readers,
            asked.SetPreference: self._preference,
        }
        self._opened(None if named else document)

    # ---- intents -----------------------------------------------------------------------------
    def dispatch(self, intent: object) -> None:
        """Carry out an intent; an impossible edit becomes a problem at its field."""
        self._handlers[type(intent)](intent)

    def _edit(self, intent: Any) -> None:
        layer = getattr(intent, "layer", getattr(intent, "after", ""))
        layer = layer if isinstance(layer, str) else getattr(intent, "after", "")
        field = getattr(intent, "field", "")
        run = run_of(intent)
        try:
            document = apply_edit(self.history.present, intent)
        except ModelError as error:
            self.problem = Problem(layer, field, error)
            if run is not None and run == self.history.run:
                self._set_history(give_up(self.history))
            else:
                self._resolve()
            return
        self.problem = None
        if isinstance(intent, asked.OpenDocument | asked.OpenFile):
            self._open(document, intent)
        elif document.network == self.history.present.network:
            self._resolve()
        else:
            if run is None or run != self.history.run or self.history.before is None:
                self._begin_run()
            self.history = record(self.history, document, run)
            self._edited()

    def _open(self, document: Document, intent: asked.OpenDocument | asked.OpenFile) -> None:
        """Show another document: that is no edit, so its history is its own."""
        kept = intent if isinstance(intent, asked.OpenFile) else None
        self.history = History(document)
        if kept is not None and kept.saved is not None:  # recovered: Undo goes back to the file
            self.history = seen(record(History(kept.saved), document))
        self._opened(kept)

    def _begin_run(self) -> None:
        stage = self.stage
        held = stage is None or (self.selection, self.playback, stage.storyboard)
        self._began = None if held is True else held

    def _finish(self, intent: asked.FinishTyping) -> None:
        run = self.history.run
        if run is not None and run[2] == intent.run:
            self._set_history(finish(self.history))

    def _give_up(self, intent: asked.GiveUpTyping) -> None:
        run, history = self.history.run, self.history
        if not intent.going_on:
            self.problem = None
        if run is not None and run[2] == intent.run:
            history = give_up(history)
            history = history if intent.going_on else finish(history)
        self._set_history(history)

    def _set_history(self, history: History) -> None:
        """Show another history; what depends on the network follows only where that differs."""
        same = history.present.network is self.history.present.network
        self.history = history
        if same:
            self._resolve()
        else:
            self._edited()

    def _travel(self, move: Callable[[History], History]) -> None:
        moved = move(self.history)
        self.problem = None
        if moved is not self.history:
            now = self.history.present  # pinning is no edit, and is not taken back
            kept = {"pinned": now.pinned, "pinned_from": now.pinned_from}
            self.history = replace(moved, present=replace(moved.present, **kept))
            self._began = None
            self._edited()

    def _note(self, intent: asked.PinBaseline | asked.NoteFile) -> None:
        if isinstance(intent, asked.NoteFile):
            self.history = filed(self.history, intent.file)
            self._resolve()
            return
        document = self.history.present
        pinned = document.network if intent.pinned else None
        named = (document.id, PurePath(document.file).stem) if intent.pinned else ("", "")
        self.history = amend(self.history, replace(document, pinned=pinned, pinned_from=named))
        self._resolve()

    def _select_layer(self, intent: asked.SelectLayer) -> None:
        before = self.stage
        self._began = None
        if intent.layer != self.history.present.selected:
            self.problem = None  # it stood at a field that is no longer shown
        document = replace(self.history.present, selected=intent.layer)
        self.history = amend(self.history, document)
        self._resolve()
        if before is None or self.stage is None or self.stage.node != before.node:
            self.selection = Selection()
            self.view = replace(self.view, camera=None)
            self._start_over()

    def _select_cell(self, intent: asked.SelectCell) -> None:
        now = self.selection
        self.history, self._began, self._choosing = seen(self.history), None, False
        self.selection = replace(
            now,
            filter=now.filter if intent.filter is None else intent.filter,
            row=now.row if intent.row is None else intent.row,
            column=now.column if intent.column is None else intent.column,
            reader=None,
        )
        if intent.play:
            self.view = replace(self.view, camera=None)
        self.playback = Playback(0.0, intent.play, self.playback.speed)
        self._resolve()
        self._run()

    def _show_readers(self, intent: asked.ShowReaders) -> None:
        reader = None
        if self.stage is not None and intent.row is not None and intent.column is not None:
            reader = (intent.row, intent.column)
        self.selection = replace(self.selection, reader=reader)
        self._resolve()

    def _play(self, intent: Any) -> None:
        if self.stage is None or self.stage.record is None:
            return
        self.playback = PLAYS[type(intent)](self.playback, self.stage.storyboard, intent)
        self._began = None
        if self.history.was is not None:
            self.history = seen(self.history)
            self._resolve()
        self._run()
        self.ticked.emit()

    def _look(self, intent: Any) -> None:
        before = self.view
        camera = self.camera()
        self.view = look(self.view, intent, camera, self.stage, *self.size)
        if self.view == before:
            return
        if isinstance(intent, asked.SetView | asked.SetOption):
            self._reframe(camera, wait=0.0)
        self._resolve()

    def _preference(self, intent: asked.SetPreference) -> None:
        self.settings = replace(self.settings, **{intent.name: intent.value})
        self.settingsChanged.emit(self.settings)
        self._resolve()

    # ---- what follows ------------------------------------------------------------------------
    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return None if self.resolved is None else self.resolved.stage

    def _opened(self, kept: Project | asked.OpenFile | None) -> None:
        """Show another document; one from a file with the cell and the view that it keeps."""
        self._began = None
        self.selection = Selection()
        self.view = replace(self.view, camera=None, cut_row=None, cut_column=None, cut_channel=None)
        self.playback = Playback(speed=self.playback.speed)
        self._expect()
        self._asking.stop()
        self.compute.request(self.history.present)
        self._start_over()
        if kept is not None:
            self._choosing = False  # no telling cell: this one was chosen
            self.selection, self.view = kept.cell, kept.view
            self._resolve()
            time = getattr(kept, "time", 0.0)
            if self.stage is not None and time:
                self.playback = seek(self.playback, self.stage.storyboard, time)
                self.ticked.emit()

    def _start_over(self) -> None:
        """Begin a stage anew: a cell that tells much becomes the active one."""
        self.playback = Playback(speed=self.playback.speed)
        self._resolve()
        if self.stage is not None:
            self._choosing = self.stage.outputs is None  # then again when the values are there
            self.selection = telling_cell(self.stage)
            self._resolve()

    def _edited(self) -> None:
        """After an edit: counts at once, values on their way, cell and phase kept, reframed."""
        camera = self.camera()
        old = self.stage
        self._expect()
        # Not what the last key clamped: "3" on the way to "32" moves neither cell nor story.
        selection, playback, story = self._began or (self.selection, self.playback, None)
        self.selection = replace(selection, reader=None)
        self._resolve()
        new = self.stage
        if old is not None and new is not None:
            story = old.storyboard if story is None else story
            self.playback = keep_phase(playback, story, new.storyboard)
            self._reframe(camera, WAIT)
        self._run()
        self.ticked.emit()
        self._asking.start()  # once the counts are painted: quick values would hold them up

    def _expect(self) -> None:
        """Values are about to be asked for; those that are there are of another network."""
        self._stale, self._asked_at, self.fault = True, time.monotonic(), None
        self.playback = replace(self.playback, playing=False, until=None)
        self.compute.hold(False)

    def _answered(self, answer: Answer) -> None:
        if answer.network is not self.history.present.network:
            return  # edited since, and about to be asked again
        self._stale = False
        if answer.fault is not None:
            self.fault = answer.fault
            self._resolve()
            self.failed.emit(answer.fault)
            return
        self.values = answer.values
        self._resolve()
        if self._choosing and self.stage is not None and self.playback.time == 0.0:
            self._start_over()

    def _resolve(self) -> None:
        old = self.resolved
        self.resolved = resolve(
            self.history,
            self.values,
            self._stale,
            self.selection,
            self.view,
            self.settings,
            self.problem,
            old,
            self.fault,
        )
        self.resolvedChanged.emit(old, self.resolved)

    # ---- the camera and the clock ------------------------------------------------------------
    def camera(self) -> Camera | None:
        """Where the stage is seen from now, in the middle of a move too."""
        if self.shown is not None and self.reframe.active:
            return self.shown
        stage = self.stage
        if stage is None or stage.cast is None or self.resolved is None:
            return None
        now = moment(stage.storyboard, self.playback.time, self.playback.playing)
        return camera_of(stage.cast, now, self.resolved.view, *self.size)

    @property
    def moving(self) -> bool:
        """Whether something on stage moves."""
        return self.playback.playing or self.dragging or self.waiting or self.reframe.active

    @property
    def waiting(self) -> bool:
        """Whether the picture before an edit stays: its values are about to come."""
        stage = self.stage
        if not self._stale or stage is None or self.values is None:
            return False
        missing = stage.unvalued
        return missing and time.monotonic() - self._asked_at < OLD_PICTURE

    def _reframe(self, start: Camera | None, wait: float) -> None:
        if start is None or self.settings.reduced_motion:
            return
        self.reframe.begin(start, wait)
        self._run()

    def _run(self) -> None:
        self.compute.hold(self.playback.playing)
        if self.moving and not self._timer.isActive():
            self._last = time.monotonic()
            self._timer.start()

    def _tick(self) -> None:
        now = time.monotonic()
        passed, self._last = min(now - self._last, 0.1), now
        self.reframe.finish()
        if self.stage is not None:
            self.playback = advance(self.playback, self.stage.storyboard, passed)
        if not self.moving:
            self._timer.stop()
            self.compute.hold(False)
        self.ticked.emit()

    def close(self) -> None:
        """Stop the clock and the worker."""
        self._timer.stop()
        self._asking.stop()
        self.compute.close()
