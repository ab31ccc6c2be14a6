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
    file : str
        Path of the file that it was read from or saved in; empty while there is none.
    """

    id: str
    network: Network
    selected: str
    pinned: Network | None = None
    photos: tuple[OwnPhoto, ...] = ()
    file: str = ""


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


def filed(history: History, file: str) -> History:
    """The history once the present document is kept in `file`: its snapshots around it are too."""
    present = history.present

    def of_this(documents: tuple[Document, ...]) -> tuple[Document, ...]:
        """The first ones, as far as they are of this document, with the file."""
        count = 0
        while count < len(documents) and _same(documents[count], present):
            count += 1
        renamed = tuple(replace(document, file=file) for document in documents[:count])
        return renamed + documents[count:]

    return replace(
        history,
        present=replace(present, file=file),
        past=of_this(history.past[::-1])[::-1],
        future=of_this(history.future),
    )


def _same(one: Document, other: Document) -> bool:
    return (one.id, one.file) == (other.id, other.file)


def same_content(one: Document, other: Document) -> bool:
    """Whether two documents are the same for whoever saves them: layers, weights and photos."""
    return one.network == other.network and one.photos == other.photos


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
