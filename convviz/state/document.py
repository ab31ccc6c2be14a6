"""The document: what is saved, undone and redone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from convviz.model.network import Network
from convviz.state.photos import OwnPhoto

Run = tuple[str, str, int]


@dataclass(frozen=True)
class Document:
    """An open document.

    Attributes
    ----------
    id : str
        Name of the document it was opened from.
    network : Network
    selected : str
        Node id of the layer shown in the form.
    pinned : Network or None
        Baseline pinned by the user.
    photos : tuple of OwnPhoto
        The user's own, which inputs may name beside those that ship.
    """

    id: str
    network: Network
    selected: str
    pinned: Network | None = None
    photos: tuple[OwnPhoto, ...] = ()


@dataclass(frozen=True)
class History:
    """Snapshots before and after the present document.

    `run` names the field being typed or dragged in: further edits of it join the last step.
    """

    present: Document
    past: tuple[Document, ...] = ()
    future: tuple[Document, ...] = ()
    run: Run | None = None


def record(history: History, document: Document, run: Run | None = None) -> History:
    """The history after an edit that gave `document`; edits of one run are one step."""
    if run is not None and run == history.run:
        return replace(history, present=document, future=())
    return History(document, (*history.past, history.present), (), run)


def amend(history: History, document: Document) -> History:
    """Replace the present without a step (selection, a pinned baseline)."""
    return replace(history, present=document, run=None)


def undo(history: History) -> History:
    """One step back; the same history when there is none."""
    if not history.past:
        return history
    return History(history.past[-1], history.past[:-1], (history.present, *history.future), None)


def redo(history: History) -> History:
    """One step forward again; the same history when there is none."""
    if not history.future:
        return history
    return History(history.future[0], (*history.past, history.present), history.future[1:], None)
