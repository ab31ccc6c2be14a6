"""The controller: intents in, snapshots and frames out. It owns the one clock and timer."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from convviz.app.compute import Answer, Compute
from convviz.app.open_workspace import OpenWorkspace
from convviz.app.stage.reframe import WAIT, Reframe
from convviz.files.projects import Project
from convviz.scene.camera import Camera
from convviz.state import intents
from convviz.state import workspace_intents as outright
from convviz.state.edits import open_document
from convviz.state.explained_cell import explained_cell
from convviz.state.frame import Sight, sight_now
from convviz.state.looking import MOVES, VIEWS, aimed
from convviz.state.playing import PLAYS
from convviz.state.reduce import bare, opened_workspace, reduce
from convviz.state.reduce_edits import OPENS
from convviz.state.resolve import resolve, same_snapshot
from convviz.state.resolved import Computed
from convviz.state.settings import Settings
from convviz.state.shared_scale import common_between
from convviz.state.workspace import Pane, Workspace

TICK_MS = 16
OLD_PICTURE = 0.15  # seconds that the old picture stays after an edit, undimmed
# What a snapshot does not depend on: after these there is a new one only where that differs.
_LOOKS = (*VIEWS, outright.SetViewOptions, outright.SetDragging)
_TIMES = (*PLAYS, outright.SetPlayback)
_PUT = (outright.SetPane, outright.ReplaceWorkspace)  # these change a network without an edit
_NEED_VALUES = tuple(kind for kind in PLAYS if kind is not intents.SetSpeed)


class Controller(OpenWorkspace):
    """Holds the one workspace and lets intents change it; asks for values and passes time.

    Signals
    -------
    resolvedChanged(old, new)
        A new snapshot.
    viewChanged()
        The active pane is looked at in another way, while the snapshot is the same: draw a frame.
    optionsChanged()
        And that not by the camera alone.
    ticked()
        Playback moved: draw a frame.
    message(key, numbers)
        A sentence for the status bar.
    failed(exception)
        The values could not be computed.
    settingsChanged(settings)
    """

    resolvedChanged = Signal(object, object)
    viewChanged = Signal()
    optionsChanged = Signal()
    ticked = Signal()
    message = Signal(str, object)
    failed = Signal(object)
    settingsChanged = Signal(object)

    def __init__(
        self, document: str | Project, settings: Settings, parent: QObject | None = None
    ) -> None:
        if isinstance(document, str):
            workspace = opened_workspace(open_document(document), settings)
        else:
            kept = intents.OpenFile(document.document, document.cell, document.view)
            workspace = opened_workspace(document.document, settings, kept)
        super().__init__(workspace, parent)
        self._size = (960.0, 540.0)
        self._asked_at = self._last = 0.0
        self.reframe = Reframe()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self.compute = Compute(self)
        self._asking.timeout.connect(lambda: self.compute.request(self.pane.document))
        self.compute.answered.connect(self._answered)
        self._ask_at_once()
        self._resolve()

    # ---- intents -----------------------------------------------------------------------------
    def dispatch(self, intent: object) -> None:
        """Carry out an intent; an impossible edit becomes a problem at its field."""
        pane_id, said = bare(self._workspace, intent)
        here = pane_id == self._workspace.active
        if isinstance(said, MOVES):
            sight = self.sight() if here else None
            if sight is None:
                return
            intent = said = aimed(self.view, said, sight)
        valued = self.stage is not None and self.stage.record is not None
        if here and isinstance(said, _NEED_VALUES) and not valued:
            return
        self._follow(reduce(self._workspace, intent), said, here)

    def _follow(self, new: Workspace, intent: object, here: bool) -> None:
        """Let follow what an intent entails: values, a snapshot, a move of the camera, frames."""
        old, before, after = self._workspace, self.pane, new.current
        settings = new.settings is not old.settings
        network = before.document.network is not after.document.network
        opened = before.id != after.id or (
            isinstance(intent, OPENS) and after.history is not before.history
        )
        opened = opened or (network and isinstance(intent, _PUT))
        start, wait = self._start_of_move(before, after, intent, network and not opened)
        self._workspace = new
        if settings:
            self.settingsChanged.emit(self.settings)
        if opened:
            self._ask_at_once()
        elif network:
            self._expect()
            self._asking.start()  # once the counts are painted: quick values would hold them up
        if start is not None:
            self.reframe.begin(start, wait)
        light = not here or isinstance(intent, (*_LOOKS, *_TIMES))
        shown = not (light and same_snapshot(before, after))
        if shown:
            self._resolve()
        self._run()
        if not shown and after.view != before.view:
            self.viewChanged.emit()
            if after.view != replace(before.view, offset=after.view.offset):
                self.optionsChanged.emit()
        if not shown and isinstance(intent, _TIMES):
            self.ticked.emit()

    def _start_of_move(
        self, before: Pane, after: Pane, intent: object, edited: bool
    ) -> tuple[Camera | None, float]:
        """Where the camera moves from, if it is to move smoothly, and after which wait."""
        turned = (
            isinstance(intent, (intents.SetView, intents.SetOption)) and before.view != after.view
        )
        if not (edited or turned) or self.settings.reduced_motion:
            return None, 0.0
        sight = self.sight()
        if sight is None:
            return None, 0.0
        if edited:
            return sight.camera, WAIT
        # An offset that is let go of is part of the way.
        kept = before.view.offset == after.view.offset
        return (sight.camera if kept else sight.seen(before.view.offset)), 0.0

    # ---- values and snapshots ----------------------------------------------------------------
    def _ask_at_once(self) -> None:
        self._expect()
        self._asking.stop()
        self.compute.request(self.pane.document)

    def _expect(self) -> None:
        """Values are about to be asked for; those that are there are of another network."""
        self._computed = Computed(self._computed.values, stale=True)
        self._asked_at = time.monotonic()
        self.compute.hold(False)

    def _answered(self, answer: Answer) -> None:
        if answer.network is not self.pane.document.network:
            return  # edited since, and about to be asked again
        if answer.fault is not None:
            self._computed = replace(self._computed, stale=False, fault=answer.fault)
            self._resolve()
            self.failed.emit(answer.fault)
            return
        self._computed = Computed(answer.values)
        self._resolve()

    def _resolve(self) -> None:
        """Make the snapshot of now, and show it."""
        old = self._resolved
        found = resolve(self.pane, self._computed, self.settings, old)
        stage = found.stage
        begins = self.pane.choosing and self.playback.time == 0.0
        if begins and not found.stale and stage is not None and stage.outputs is not None:
            cell = outright.SuggestCell(explained_cell(stage))
            self._workspace = reduce(self._workspace, cell)
            found = resolve(self.pane, self._computed, self.settings, found)
        self._resolved, self._common = found, common_between((found,))
        self.resolvedChanged.emit(old, found)

    # ---- the camera and the clock ------------------------------------------------------------
    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the viewport in which the camera is moved, logical pixels."""
        return self._size

    def show_in(self, width: float, height: float) -> None:
        """Take note of the size of the viewport."""
        self._size = (width, height)

    def sight(self) -> Sight | None:
        """What the story's camera sees now, in the middle of a move too."""
        if self._resolved is None:
            return None
        moved = self.reframe.now()
        return sight_now(self._resolved, self.pane, self.common, self._size, moved)

    @property
    def moving(self) -> bool:
        """Whether something on stage moves."""
        return self.pane.dragging or self._animated

    @property
    def _animated(self) -> bool:
        """Whether something on stage moves by itself."""
        playing = any(pane.playback.playing for pane in self._workspace.panes)
        return playing or self.waiting or self.reframe.active

    @property
    def waiting(self) -> bool:
        """Whether the picture before an edit stays: its values are about to come."""
        stage = self.stage
        if not self._computed.stale or stage is None or self._computed.values is None:
            return False
        return stage.unvalued and time.monotonic() - self._asked_at < OLD_PICTURE

    def _run(self) -> None:
        self.compute.hold(self.playback.playing)
        if self._animated and not self._timer.isActive():
            self._last = time.monotonic()
            self._timer.start()

    def _tick(self) -> None:
        now = time.monotonic()
        passed, self._last = min(now - self._last, 0.1), now
        self.reframe.finish()
        self._workspace = reduce(self._workspace, outright.Advance(passed))
        if not self._animated:
            self._timer.stop()
            self.compute.hold(False)
        self.ticked.emit()

    def close(self) -> None:
        """Stop the clock and the worker."""
        self._timer.stop()
        self._asking.stop()
        self.compute.close()
