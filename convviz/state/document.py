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
    pinned_from : tuple of str
        Id of the document that was pinned, and its file's name, or none: what it is called.
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
    pinned_from: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class History:
    """Snapshots before and after the present document.

    Attributes
    ----------
    present : Document
    past, future : tuple of Document
    run : tuple or None
        Names the field being typed or dragged in: further edits of it join the last step.
    before : History or None
        While a run is open: the history before its first edit, which giving it up restores.
    was : Network or None
        The network before the last edit, until the next action.
    """

    present: Document
    past: tuple[Document, ...] = ()
    future: tuple[Document, ...] = ()
    run: Run | None = None
    before: History | None = None
    was: Network | None = None


def record(history: History, document: Document, run: Run | None = None) -> History:
    """The history after an edit that gave `document`; edits of one run are one step.

    A run is a preview: `finish` makes a step of it, `give_up` takes it back.
    """
    if run is not None and run == history.run and history.before is not None:
        start = history.before
    else:
        start = finish(history)
    past = (*start.past, start.present)
    before = None if run is None else start
    return History(document, past, (), run, before, start.present.network)


def finish(history: History) -> History:
    """End the open run: it is one step, or none where it came back to where it began."""
    before = history.before
    if before is None:
        return replace(history, run=None)
    if same_content(before.present, history.present):
        return replace(before, run=None, was=None)
    return replace(history, run=None, before=None)


def give_up(history: History) -> History:
    """Take the open run back, as if nothing had been typed; it may go on."""
    if history.before is None:
        return history
    return replace(history.before, run=history.run, before=history.before, was=None)


def seen(history: History) -> History:
    """The history once something else is done: what was before the last edit is not told."""
    return history if history.was is None else replace(history, was=None)


def amend(history: History, document: Document) -> History:
    """Replace the present without a step (selection, a pinned baseline)."""
    return replace(finish(history), present=document, was=None)


def filed(history: History, file: str) -> History:
    """The history once the present document is kept in `file`: its snapshots around it are too."""
    history = finish(history)
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
    if not (finished := finish(history)).past:
        return history
    history = finished
    return History(history.past[-1], history.past[:-1], (history.present, *history.future), None)


def redo(history: History) -> History:
    """One step forward again; the same history when there is none."""
    if not (finished := finish(history)).future:
        return history
    history = finished
    return History(history.future[0], (*history.past, history.present), history.future[1:], None)
