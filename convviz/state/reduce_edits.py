"""How intents change a pane's document: edits, typing in runs, undo, pinning, opening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.model.errors import ModelError
from convviz.scene.offset import NO_OFFSET
from convviz.state import intents
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
from convviz.state.edits import EDITS, apply_edit, run_of
from convviz.state.explained_cell import middle_cell
from convviz.state.playing import keep_phase, seek
from convviz.state.stage_outline import outline_of
from convviz.state.view import Playback, Selection, ViewOptions
from convviz.state.workspace import Began, Pane, Problem

OPENS = (intents.OpenDocument, intents.OpenFile)  # another document, which is no edit
Change = Callable[[Pane, Any], Pane]


def opened_pane(
    pane_id: str, history: History, speed: float, kept: intents.OpenFile | None = None
) -> Pane:
    """A pane with a document that is opened anew; one from a file has the cell it was kept with."""
    return _opened(Pane(pane_id, history, playback=Playback(speed=speed)), history, kept)


def begun_anew(pane: Pane) -> Pane:
    """The pane at the start of its stage's story, with a cell that may give way to a better one."""
    pane = replace(pane, playback=Playback(speed=pane.playback.speed))
    outline = outline_of(pane.document, pane.selection)
    if outline is None:
        return pane
    return replace(pane, selection=middle_cell(outline.output_shape), choosing=True)


# ---- edits -----------------------------------------------------------------------------------
def _edit(pane: Pane, intent: Any) -> Pane:
    run, history = run_of(intent), pane.history
    try:
        document = apply_edit(history.present, intent)
    except ModelError as error:
        problem = Problem(_layer_of(intent), getattr(intent, "field", ""), error)
        given_up = run is not None and run == history.run
        return _with_history(
            replace(pane, problem=problem), give_up(history) if given_up else history
        )
    pane = replace(pane, problem=None)
    if isinstance(intent, OPENS):
        return _open(pane, document, intent)
    if document.network == history.present.network:
        return pane
    if run is None:
        pane = replace(pane, began=None)
    elif run != history.run or history.before is None:  # else the run goes on
        pane = replace(pane, began=Began(pane.selection, pane.playback))
    return _edited(pane, replace(pane, history=record(history, document, run)))


def _layer_of(intent: Any) -> str:
    """The layer at which an edit that cannot be made is reported."""
    layer = getattr(intent, "layer", None)
    return layer if isinstance(layer, str) else getattr(intent, "after", "")


def _edited(before: Pane, pane: Pane) -> Pane:
    """The pane after its network changed: paused, with cell and phase kept.

    In a run of typing they are those from its start: "3" on the way to "32" moves neither.
    """
    document, began = before.document, before.began or Began(before.selection, before.playback)
    start = pane.history.before or before.history.before
    if before.began is not None and start is not None:
        document = start.present
    old = outline_of(before.document, before.selection)
    paused = replace(before.playback, playing=False, until=None)
    pane = replace(pane, selection=replace(began.selection, reader=None), playback=paused)
    if pane.history.before is None:
        pane = replace(pane, began=None)
    new = outline_of(pane.document, pane.selection)
    if new is None:
        return replace(pane, playback=Playback(speed=paused.speed))
    if old is None:  # the first layer: as in a document that was just opened
        return begun_anew(pane)
    told = outline_of(document, began.selection) or old
    return replace(pane, playback=keep_phase(began.playback, told.storyboard, new.storyboard))


def _with_history(pane: Pane, history: History) -> Pane:
    """The pane with another history; what depends on the network follows where that differs."""
    if history is pane.history:
        return pane
    after = replace(pane, history=history)
    if history.present.network is pane.document.network:
        return after if history.before is not None else replace(after, began=None)
    return _edited(pane, after)


# ---- runs of typing, undo --------------------------------------------------------------------
def _finish(pane: Pane, intent: intents.FinishTyping) -> Pane:
    run = pane.history.run
    if run is None or run[2] != intent.run:
        return pane
    return _with_history(pane, finish(pane.history))


def _give_up(pane: Pane, intent: intents.GiveUpTyping) -> Pane:
    history = pane.history
    if not intent.going_on and pane.problem is not None:
        pane = replace(pane, problem=None)
    if history.run is not None and history.run[2] == intent.run:
        history = give_up(history)
        history = history if intent.going_on else finish(history)
    return _with_history(pane, history)


def _travel(pane: Pane, move: Callable[[History], History]) -> Pane:
    moved = move(pane.history)
    pane = replace(pane, problem=None)
    if moved is pane.history:
        return pane
    now = pane.document  # pinning is no edit, and is not taken back
    pinned = replace(moved.present, pinned=now.pinned, pinned_from=now.pinned_from)
    before = replace(pane, began=None)
    return _edited(before, replace(before, history=replace(moved, present=pinned)))


# ---- what is no step -------------------------------------------------------------------------
def _pin(pane: Pane, intent: intents.PinBaseline) -> Pane:
    document = pane.document
    pinned = document.network if intent.pinned else None
    named = (document.id, _stem(document.file)) if intent.pinned else ("", "")
    present = replace(document, pinned=pinned, pinned_from=named)
    return _with_history(pane, amend(pane.history, present))


def _note_file(pane: Pane, intent: intents.NoteFile) -> Pane:
    return _with_history(pane, filed(pane.history, intent.file))


def _stem(file: str) -> str:
    """The name of a file without folder and suffix, of whichever system the path is."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name


# ---- opening ---------------------------------------------------------------------------------
def _open(pane: Pane, document: Document, intent: intents.OpenDocument | intents.OpenFile) -> Pane:
    kept = intent if isinstance(intent, intents.OpenFile) else None
    history = History(document)
    if kept is not None and kept.saved is not None:  # recovered: Undo goes back to the file
        history = seen(record(History(kept.saved), document))
    return _opened(pane, history, kept)


def _opened(pane: Pane, history: History, kept: intents.OpenFile | None) -> Pane:
    view: ViewOptions = replace(
        pane.view, named="", offset=NO_OFFSET, cut_row=None, cut_column=None, cut_channel=None
    )
    pane = begun_anew(
        replace(
            pane,
            history=history,
            selection=Selection(),
            view=view,
            problem=None,
            began=None,
            choosing=False,
        )
    )
    if kept is None:
        return pane
    pane = replace(pane, selection=kept.cell, view=kept.view, choosing=False)
    outline = outline_of(pane.document, pane.selection)
    if outline is None or not kept.time:
        return pane
    return replace(pane, playback=seek(pane.playback, outline.storyboard, kept.time))


CHANGES: dict[type, Change] = {
    **dict.fromkeys(EDITS, _edit),
    intents.FinishTyping: _finish,
    intents.GiveUpTyping: _give_up,
    intents.Undo: lambda pane, _: _travel(pane, undo),
    intents.Redo: lambda pane, _: _travel(pane, redo),
    intents.PinBaseline: _pin,
    intents.NoteFile: _note_file,
}
