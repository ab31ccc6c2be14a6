"""What the rest of the app reads of the workspace; only intents change it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from convviz.model.values import Values
from convviz.scene.depth_scale import Common
from convviz.state.document import History
from convviz.state.resolved import Computed, Resolved, Stage
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions
from convviz.state.workspace import Pane, Problem, Workspace


class OpenWorkspace(QObject):
    """The workspace, and the snapshot of its active pane."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._computed = Computed(stale=True)
        self._resolved: Resolved | None = None
        self._common: Common | None = None

    @property
    def workspace(self) -> Workspace:
        """Everything that is open."""
        return self._workspace

    @property
    def pane(self) -> Pane:
        """The active pane, which the window shows."""
        return self._workspace.current

    @property
    def history(self) -> History:
        """The active pane's document and its undo steps."""
        return self.pane.history

    @property
    def selection(self) -> Selection:
        """The active pane's cell, as it was asked for."""
        return self.pane.selection

    @property
    def playback(self) -> Playback:
        """Where the active pane's story is."""
        return self.pane.playback

    @property
    def view(self) -> ViewOptions:
        """How the active pane is looked at."""
        return self.pane.view

    @property
    def dragging(self) -> bool:
        """Whether the camera is being dragged."""
        return self.pane.dragging

    @property
    def problem(self) -> Problem | None:
        """The last edit, where it could not be made."""
        return self.pane.problem

    @property
    def settings(self) -> Settings:
        """What outlives the document."""
        return self._workspace.settings

    @property
    def values(self) -> Values | None:
        """What was computed last."""
        return self._computed.values

    @property
    def fault(self) -> Exception | None:
        """Why there are no values."""
        return self._computed.fault

    @property
    def resolved(self) -> Resolved | None:
        """The snapshot of the active pane."""
        return self._resolved

    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return None if self._resolved is None else self._resolved.stage

    @property
    def common(self) -> Common:
        """What the panes that are shown have in common."""
        assert self._common is not None
        return self._common
