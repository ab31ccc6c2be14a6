"""Intents about panes and the workspace, and those that set a part of a pane outright.

Together with those of `intents` they reach every state from any other: lessons, tests and a second
window send them as data.
"""

from __future__ import annotations

from dataclasses import dataclass

from convviz.state.view import Playback, Selection, ViewOptions
from convviz.state.workspace import Arrangement, Pane, RunningLesson, Workspace


@dataclass(frozen=True)
class InPane:
    """An intent for the pane of that id, which is not necessarily the active one."""

    pane: str
    intent: object


# ---- parts of a pane, set outright -----------------------------------------------------------
@dataclass(frozen=True)
class SetSelection:
    """Make this the active cell, with the readers shown that it names; playback stays."""

    selection: Selection


@dataclass(frozen=True)
class SuggestCell:
    """Make a cell that shows much the active one, unless the user has chosen one."""

    selection: Selection


@dataclass(frozen=True)
class SetPlayback:
    """Be at this story time, playing or not, at this speed; the time is clamped to the story."""

    playback: Playback


@dataclass(frozen=True)
class SetViewOptions:
    """Look at the stage with all these options and this offset of the camera."""

    view: ViewOptions


@dataclass(frozen=True)
class SetDragging:
    """The camera begins or ends to be dragged."""

    dragging: bool


@dataclass(frozen=True)
class Advance:
    """So many real seconds have passed: whatever plays, in any pane, goes on."""

    seconds: float


# ---- panes -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class SetPane:
    """Put a pane in place of that of its id, or after the last where there is none."""

    pane: Pane


@dataclass(frozen=True)
class CopyPane:
    """Open a copy of a pane as `id`, before it: A stays as it is while B is edited."""

    id: str


@dataclass(frozen=True)
class ClosePane:
    """Close a pane; the last one stays."""

    pane: str


@dataclass(frozen=True)
class ActivatePane:
    """Make a pane the one that intents without a pane are for."""

    pane: str


@dataclass(frozen=True)
class ArrangePanes:
    """Lay several panes out like this."""

    arrangement: Arrangement


@dataclass(frozen=True)
class LinkPanes:
    """Link cameras or playback of all panes, or let each go by itself."""

    cameras: bool
    playback: bool


# ---- the workspace ---------------------------------------------------------------------------
@dataclass(frozen=True)
class SetLesson:
    """Be at this step of a lesson; None ends it."""

    lesson: RunningLesson | None


@dataclass(frozen=True)
class ReplaceWorkspace:
    """Have this open, and nothing of what was."""

    workspace: Workspace
