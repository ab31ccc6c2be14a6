"""Everything that the user has open, as one frozen value: panes, settings, a running lesson."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from convviz.model.errors import ModelError
from convviz.state.document import Document, History
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

FIRST = "a"  # id of the pane that a workspace begins with


@dataclass(frozen=True, eq=False)
class Problem:
    """An edit that could not be made: shown at its field while the last valid network stays."""

    layer: str
    field: str
    error: ModelError

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same fault at the same field: exceptions know no equality."""
        return isinstance(other, Problem) and self._content() == other._content()

    def _content(self) -> tuple[Any, ...]:
        error = self.error
        return self.layer, self.field, error.code, error.layer, error.field, dict(error.values)


@dataclass(frozen=True)
class Began:
    """Cell and playback at the start of an open run of typing: no edit of the run moves them."""

    selection: Selection
    playback: Playback


@dataclass(frozen=True)
class Pane:
    """One open document and how it is looked at.

    Attributes
    ----------
    id : str
        Names the pane in intents; unique in a workspace.
    history : History
        The document with its undo steps and its pinned baseline.
    selection : Selection
        The active output cell as it was asked for; resolving clamps it to the output's shape.
    playback : Playback
    view : ViewOptions
        Options of the stage and the camera's offset.
    problem : Problem or None
        The last edit, where it could not be made.
    began : Began or None
        While a run of typing is open.
    choosing : bool
        The active cell was not chosen: one that shows much may replace it once values are there.
    dragging : bool
        The camera is being dragged.
    """

    id: str
    history: History
    selection: Selection = field(default_factory=Selection)
    playback: Playback = field(default_factory=Playback)
    view: ViewOptions = field(default_factory=ViewOptions)
    problem: Problem | None = None
    began: Began | None = None
    choosing: bool = False
    dragging: bool = False

    @property
    def document(self) -> Document:
        """The present document."""
        return self.history.present


class Arrangement(StrEnum):
    """How several panes share the stage."""

    ABOVE = "above"  # one above the other, the first on top
    BESIDE = "beside"


@dataclass(frozen=True)
class Links:
    """What several panes do together: intents of one pane reach the others."""

    cameras: bool = True
    playback: bool = True


@dataclass(frozen=True)
class RunningLesson:
    """The lesson that runs, and its step."""

    lesson: str
    step: int = 0


@dataclass(frozen=True)
class Workspace:
    """What the user has open.

    Attributes
    ----------
    panes : tuple of Pane
        At least one.
    active : str
        Id of the pane that intents without a pane are for.
    settings : Settings
    arrangement : Arrangement
    links : Links
    lesson : RunningLesson or None
    """

    panes: tuple[Pane, ...]
    active: str
    settings: Settings = field(default_factory=Settings)
    arrangement: Arrangement = Arrangement.ABOVE
    links: Links = field(default_factory=Links)
    lesson: RunningLesson | None = None

    def __contains__(self, pane_id: str) -> bool:
        """Tell whether there is a pane of that id."""
        return any(pane.id == pane_id for pane in self.panes)

    @property
    def current(self) -> Pane:
        """The active pane."""
        return self.pane(self.active)

    def pane(self, pane_id: str) -> Pane:
        """The pane of that id; the first where there is none."""
        return next((pane for pane in self.panes if pane.id == pane_id), self.panes[0])

    def changed(self, pane_ids: frozenset[str], change: Callable[[Pane], Pane]) -> Workspace:
        """The workspace with some panes changed; itself where that changes nothing."""
        panes = tuple(change(pane) if pane.id in pane_ids else pane for pane in self.panes)
        if all(new is old for new, old in zip(panes, self.panes, strict=True)):
            return self
        return replace(self, panes=panes)
