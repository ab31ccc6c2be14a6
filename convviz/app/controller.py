"""The controller: intents in, snapshots and frames out. It owns the one clock and timer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from convviz.app.compute import Answer, Compute
from convviz.app.edit_handlers import EditHandlers
from convviz.app.stage.reframe import WAIT, Reframe
from convviz.files.projects import Project
from convviz.model.values import Values
from convviz.scene.camera import Camera
from convviz.scene.offset import NO_OFFSET
from convviz.state import intents
from convviz.state.document import History, amend, seen
from convviz.state.edits import open_document
from convviz.state.explained_cell import explained_cell
from convviz.state.frame import Sight, sight_now
from convviz.state.looking import LOOKS, look
from convviz.state.playing import PLAYS, advance, keep_phase, seek
from convviz.state.resolve import resolve as resolved_of
from convviz.state.resolved import Problem, Resolved, Stage
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

TICK_MS = 16
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
        self._edits = EditHandlers(self)
        self._handlers: dict[type, Callable[[Any], None]] = {
            **self._edits.handlers(),
            **dict.fromkeys(LOOKS, self._look),
            **dict.fromkeys(PLAYS, self._play),
            intents.SelectLayer: self._select_layer,
            intents.SelectCell: self._select_cell,
            intents.ShowReaders: self._show_readers,
            intents.SetPreference: self._preference,
        }
        self.show_opened(None if named else document)

    # ---- intents -----------------------------------------------------------------------------
    def dispatch(self, intent: object) -> None:
        """Carry out an intent; an impossible edit becomes a problem at its field."""
        self._handlers[type(intent)](intent)

    def _select_layer(self, intent: intents.SelectLayer) -> None:
        before = self.stage
        self._edits.began = None
        if intent.layer != self.history.present.selected:
            self.problem = None  # it stood at a field that is no longer shown
        document = replace(self.history.present, selected=intent.layer)
        self.history = amend(self.history, document)
        self.resolve()
        if before is None or self.stage is None or self.stage.node != before.node:
            same = self.resolved is not None and self.resolved.one_group(before, self.stage)
            self.selection = replace(self.selection, reader=None) if same else Selection()
            self.view = replace(self.view, offset=NO_OFFSET)
            self._start_over(choose=not same)

    def _select_cell(self, intent: intents.SelectCell) -> None:
        now = self.selection
        self.history, self._edits.began, self._choosing = seen(self.history), None, False
        self.selection = replace(
            now,
            filter=now.filter if intent.filter is None else intent.filter,
            row=now.row if intent.row is None else intent.row,
            column=now.column if intent.column is None else intent.column,
            reader=None,
        )
        self.playback = Playback(0.0, intent.play, self.playback.speed)
        self.resolve()
        self._run()

    def _show_readers(self, intent: intents.ShowReaders) -> None:
        reader = None
        if self.stage is not None and intent.row is not None and intent.column is not None:
            reader = (intent.row, intent.column)
        self.selection = replace(self.selection, reader=reader)
        self.resolve()

    def _play(self, intent: Any) -> None:
        if self.stage is None or self.stage.record is None:
            return
        self.playback = PLAYS[type(intent)](self.playback, self.stage.storyboard, intent)
        self._edits.began = None
        if self.history.was is not None:
            self.history = seen(self.history)
            self.resolve()
        self._run()
        self.ticked.emit()

    def _look(self, intent: Any) -> None:
        before, sight = self.view, self.sight()
        self.view = look(self.view, intent, sight)
        if self.view == before:
            return
        if isinstance(intent, intents.SetView | intents.SetOption) and sight is not None:
            # An offset that is let go of is part of the way.
            kept = self.view.offset == before.offset
            self._reframe(sight.camera if kept else sight.seen(before.offset), wait=0.0)
        self.resolve()

    def _preference(self, intent: intents.SetPreference) -> None:
        self.settings = replace(self.settings, **{intent.name: intent.value})
        self.settingsChanged.emit(self.settings)
        self.resolve()

    # ---- what follows ------------------------------------------------------------------------
    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return None if self.resolved is None else self.resolved.stage

    def show_opened(self, kept: Project | intents.OpenFile | None) -> None:
        """Show another document; one from a file with the cell and the view that it keeps."""
        self._edits.began = None
        self.selection = Selection()
        self.view = replace(
            self.view, named="", offset=NO_OFFSET, cut_row=None, cut_column=None, cut_channel=None
        )
        self.playback = Playback(speed=self.playback.speed)
        self._expect()
        self._asking.stop()
        self.compute.request(self.history.present)
        self._start_over()
        if kept is not None:
            self._choosing = False  # no telling cell: this one was chosen
            self.selection, self.view = kept.cell, kept.view
            self.resolve()
            time = getattr(kept, "time", 0.0)
            if self.stage is not None and time:
                self.playback = seek(self.playback, self.stage.storyboard, time)
                self.ticked.emit()

    def _start_over(self, choose: bool = True) -> None:
        """Begin a stage anew: a cell that tells much becomes the active one, if it may `choose`."""
        self.playback = Playback(speed=self.playback.speed)
        self.resolve()
        if self.stage is not None and choose:
            self._choosing = self.stage.outputs is None  # then again when the values are there
            self.selection = explained_cell(self.stage)
            self.resolve()

    def show_edited(self) -> None:
        """After an edit: counts at once, values on their way, cell and phase kept, reframed."""
        sight, old = self.sight(), self.stage
        self._expect()
        # Not what the last key clamped: "3" on the way to "32" moves neither cell nor story.
        selection, playback, story = self._edits.began or (self.selection, self.playback, None)
        self.selection = replace(selection, reader=None)
        self.resolve()
        new = self.stage
        if old is None and new is not None:
            self._start_over()  # the first layer: with a cell that tells much, as in a new document
        elif old is not None and new is not None:
            story = old.storyboard if story is None else story
            self.playback = keep_phase(playback, story, new.storyboard)
            self._reframe(None if sight is None else sight.camera, WAIT)
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
            self.resolve()
            self.failed.emit(answer.fault)
            return
        self.values = answer.values
        self.resolve()
        if self._choosing and self.stage is not None and self.playback.time == 0.0:
            self._start_over()

    def resolve(self) -> None:
        """Make the snapshot of now, and show it."""
        old = self.resolved
        self.resolved = resolved_of(
            self.history,
            self.values,
            self._stale,
            self.selection,
            self.view,
            self.settings,
            self.problem,
            old,
            fault=self.fault,
        )
        self.resolvedChanged.emit(old, self.resolved)

    # ---- the camera and the clock ------------------------------------------------------------
    def sight(self) -> Sight | None:
        """What the story's camera sees now, in the middle of a move too."""
        return sight_now(self.resolved, self.playback, self.size, self.reframe.now())

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
