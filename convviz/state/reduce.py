"""reduce(): the workspace after an intent. Nothing else changes what the user has open.

It needs no clock, no values and no viewport: the same intents lead from the same workspace to the
same workspace, in a lesson, in a test and in a second window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convviz.state import (
    intents,
    reduce_edits,
    reduce_panes,
    reduce_playback,
    reduce_selection,
    reduce_view,
)
from convviz.state import workspace_intents as outright
from convviz.state.document import Document, History
from convviz.state.playing import PLAYS
from convviz.state.reduce_edits import opened_pane
from convviz.state.settings import Settings
from convviz.state.workspace import FIRST, Pane, Workspace

IN_PANE: dict[type, Callable[[Pane, Any], Pane]] = {
    **reduce_edits.CHANGES,
    **reduce_selection.CHANGES,
    **reduce_playback.CHANGES,
    **reduce_view.CHANGES,
}
OF_WORKSPACE = reduce_panes.CHANGES
PLAYING = (*PLAYS, outright.SetPlayback)
CAMERA = (intents.SetOffset, intents.SetView)


def opened_workspace(
    document: Document, settings: Settings, kept: intents.OpenFile | None = None
) -> Workspace:
    """A workspace with one document that is opened anew."""
    pane = opened_pane(FIRST, History(document), settings.pace, kept)
    return Workspace((pane,), FIRST, settings)


def reduce(workspace: Workspace, intent: object) -> Workspace:
    """The workspace after an intent; itself where that changes nothing.

    `Orbit`, `Pan` and `Zoom` are of one viewport: `looking.aimed` makes `SetOffset` of them.

    Raises
    ------
    KeyError
        It is no intent.
    """
    pane_id, intent = bare(workspace, intent)
    kind = type(intent)
    if kind in OF_WORKSPACE:
        return OF_WORKSPACE[kind](workspace, intent)
    change = IN_PANE[kind]
    if pane_id not in workspace:
        return workspace
    return workspace.changed(_reached(workspace, pane_id, intent), lambda p: change(p, intent))


def bare(workspace: Workspace, intent: object) -> tuple[str, object]:
    """The pane that an intent is for, the active one where it names none, and the intent itself."""
    pane_id = workspace.active
    while isinstance(intent, outright.InPane):
        pane_id, intent = intent.pane, intent.intent
    return pane_id, intent


def _reached(workspace: Workspace, pane_id: str, intent: object) -> frozenset[str]:
    """The panes that an intent is for: its own, and those that are linked with it."""
    flat = isinstance(intent, intents.SetOption) and intent.name == "orthographic"
    together = (
        isinstance(intent, outright.Advance)
        or (workspace.links.playback and isinstance(intent, PLAYING))
        or (workspace.links.cameras and (flat or isinstance(intent, CAMERA)))
    )
    if not together:
        return frozenset((pane_id,))
    toggled = isinstance(intent, intents.TogglePlay)  # those that do the other thing already do not
    playing = workspace.pane(pane_id).playback.playing
    reached = (p.id for p in workspace.panes if not toggled or p.playback.playing == playing)
    return frozenset(reached)
