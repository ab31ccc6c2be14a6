"""How intents change the workspace itself: its panes, their links, its settings, its lesson."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.state import workspace_intents as outright
from convviz.state.intents import SetPreference
from convviz.state.workspace import Links, Workspace


def _set_preference(workspace: Workspace, intent: SetPreference) -> Workspace:
    changed: Any = {intent.name: intent.value}
    return replace(workspace, settings=replace(workspace.settings, **changed))


def _set_pane(workspace: Workspace, intent: outright.SetPane) -> Workspace:
    pane = intent.pane
    if pane.id in workspace:
        return workspace.changed(frozenset((pane.id,)), lambda _: pane)
    return replace(workspace, panes=(*workspace.panes, pane))


def _copy_pane(workspace: Workspace, intent: outright.CopyPane) -> Workspace:
    if intent.id in workspace or not intent.id:
        return workspace
    panes = list(workspace.panes)
    place = panes.index(workspace.current)
    panes.insert(place, replace(workspace.current, id=intent.id, dragging=False))
    return replace(workspace, panes=tuple(panes))


def _close_pane(workspace: Workspace, intent: outright.ClosePane) -> Workspace:
    left = tuple(pane for pane in workspace.panes if pane.id != intent.pane)
    if not left or len(left) == len(workspace.panes):
        return workspace
    active = left[0].id if workspace.active == intent.pane else workspace.active
    return replace(workspace, panes=left, active=active)


def _activate(workspace: Workspace, intent: outright.ActivatePane) -> Workspace:
    if intent.pane == workspace.active or intent.pane not in workspace:
        return workspace
    return replace(workspace, active=intent.pane)


CHANGES: dict[type, Callable[[Workspace, Any], Workspace]] = {
    SetPreference: _set_preference,
    outright.SetPane: _set_pane,
    outright.CopyPane: _copy_pane,
    outright.ClosePane: _close_pane,
    outright.ActivatePane: _activate,
    outright.ArrangePanes: lambda workspace, intent: replace(
        workspace, arrangement=intent.arrangement
    ),
    outright.LinkPanes: lambda workspace, intent: replace(
        workspace, links=Links(intent.cameras, intent.playback)
    ),
    outright.SetLesson: lambda workspace, intent: replace(workspace, lesson=intent.lesson),
    outright.ReplaceWorkspace: lambda _, intent: intent.workspace,
}
