"""How intents change what of a document is shown: the layer, the cell, the readers of a cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.scene.offset import NO_OFFSET
from convviz.state import intents
from convviz.state import workspace_intents as outright
from convviz.state.document import amend, seen
from convviz.state.reduce_edits import begun_anew
from convviz.state.stage_outline import outline_of
from convviz.state.view import Playback, Selection
from convviz.state.workspace import Pane


def _select_layer(pane: Pane, intent: intents.SelectLayer) -> Pane:
    document = pane.document
    if intent.layer not in document.network:
        return pane
    # A problem stands at a field of the layer that was shown.
    problem = pane.problem if intent.layer == document.selected else None
    history = amend(pane.history, replace(document, selected=intent.layer))
    after = replace(pane, history=history, problem=problem, began=None)
    old = outline_of(document, pane.selection)
    new = outline_of(after.document, after.selection)
    if old is not None and new is not None and new.node == old.node:
        return after
    after = replace(after, view=replace(after.view, offset=NO_OFFSET))
    if old is not None and new is not None and {old.node, new.node} <= set(new.group):
        # Both make the same cells.
        selection = replace(after.selection, reader=None)
        return replace(after, selection=selection, playback=Playback(speed=after.playback.speed))
    return begun_anew(replace(after, selection=Selection()))


def _select_cell(pane: Pane, intent: intents.SelectCell) -> Pane:
    now = pane.selection
    selection = Selection(
        filter=now.filter if intent.filter is None else intent.filter,
        row=now.row if intent.row is None else intent.row,
        column=now.column if intent.column is None else intent.column,
    )
    told = outline_of(pane.document, selection) is not None
    return replace(
        pane,
        history=seen(pane.history),
        began=None,
        choosing=False,
        selection=selection,
        playback=Playback(0.0, intent.play and told, pane.playback.speed),
    )


def _set_selection(pane: Pane, intent: outright.SetSelection) -> Pane:
    outline, now = outline_of(pane.document, intent.selection), pane.playback
    end = 0.0 if outline is None else outline.storyboard.duration
    if now.time > end or (now.until or 0.0) > end:  # another cell's story may be shorter
        now = replace(now, time=min(now.time, end), playing=False, until=None)
    return replace(pane, selection=intent.selection, began=None, choosing=False, playback=now)


def _suggest(pane: Pane, intent: outright.SuggestCell) -> Pane:
    if not pane.choosing or pane.playback.time > 0.0:
        return pane
    return replace(pane, selection=intent.selection, choosing=False)


def _show_readers(pane: Pane, intent: intents.ShowReaders) -> Pane:
    reader = None
    if intent.row is not None and intent.column is not None:
        reader = (intent.row, intent.column)
        if outline_of(pane.document, pane.selection) is None:
            reader = None
    if reader == pane.selection.reader:
        return pane
    return replace(pane, selection=replace(pane.selection, reader=reader))


CHANGES: dict[type, Callable[[Pane, Any], Pane]] = {
    intents.SelectLayer: _select_layer,
    intents.SelectCell: _select_cell,
    intents.ShowReaders: _show_readers,
    outright.SetSelection: _set_selection,
    outright.SuggestCell: _suggest,
}
