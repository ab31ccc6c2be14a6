"""Intents at random, of every kind, possible and impossible ones, for a workspace as it is.

By hand, for as many as one likes: ``python -m tests.state.random_intents 10000 0``.
"""

from __future__ import annotations

import random
import sys
import tempfile
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np

from convviz.files.own_photos import photo_id
from convviz.files.projects import Project, read_project, write_project
from convviz.model.documents import DOCUMENTS
from convviz.model.kinds import kind_of
from convviz.model.layers import BatchNorm, Conv2d, MaxPool, ReLU
from convviz.model.network import Network
from convviz.scene.offset import Offset
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state import workspace_intents as outright
from convviz.state.document import Document
from convviz.state.edits import open_document
from convviz.state.photos import OwnPhoto
from convviz.state.reduce import opened_workspace, reduce
from convviz.state.settings import PACES, Settings
from convviz.state.view import Playback, Selection, ViewOptions
from convviz.state.workspace import Arrangement, Problem, RunningLesson, Workspace

from ..files.drawn_projects import plain

SIZES = (-1, 0, 1, 1, 2, 3, 3, 5, 8, 16, 33, 192, 70_000)
POOL = MaxPool((2, 2), (2, 2))
ADDED = (
    ReLU(),
    BatchNorm(3),
    MaxPool((2, 2), (2, 2)),
    Conv2d(4, (1, 1)),
    Conv2d(6, (3, 3), padding="same"),
)
UNITS = ("span", "channel", "position", "filter")
NUMBERS = (0.0, -0.5, 1.0, 1e7)


def photo(seed: int) -> OwnPhoto:
    pixels = np.random.default_rng(seed).integers(0, 256, (4, 6, 3), dtype=np.uint8)
    pixels.setflags(write=False)
    return OwnPhoto(photo_id(pixels), f"lake {seed}", (6, 4), pixels)


class Chance:
    """Somebody who asks for whatever comes to mind; the same seed asks for the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.ways = {
            self._field: 14, self._layer: 8, self._typed: 8, self._run: 4, self._travel: 10,
            self._select: 8, self._play: 8, self._look: 8, self._outright: 8, self._setting: 3,
        }  # fmt: skip

    def intent(self, workspace: Workspace) -> object:
        """One for the active pane, or for one that is named."""
        way = self.random.choices(list(self.ways), list(self.ways.values()))[0]
        pane = self.random.choice(workspace.panes)
        made = way(pane.document)
        named = self.random.random() < 0.2
        return outright.InPane(self._of((pane.id, "nowhere")), made) if named else made

    def opening(self, workspace: Workspace) -> object:
        """One that opens, copies, closes or links: what has a history of its own afterwards."""
        pane = self.random.choice(workspace.panes)
        kept = replace(pane.document, file=self._of(("", "/home/한글 이름/lake.convviz")))
        cell = Selection(*(self.random.randrange(40) for _ in range(3)))
        return self._of(
            (
                intents.OpenDocument(self._of((*DOCUMENTS, "no-such"))),
                intents.OpenFile(kept, cell, pane.view, self._of((None, pane.document)), 3.0),
                outright.CopyPane(self._of(("b", "c", "a"))),
                outright.ClosePane(pane.id),
                outright.ActivatePane(pane.id),
                outright.LinkPanes(self._yes(), self._yes()),
                outright.ArrangePanes(self._of(tuple(Arrangement))),
                outright.SetPane(replace(pane, id=self._of((pane.id, "d")))),
                outright.SetLesson(self._of((None, RunningLesson("five-filters", 2)))),
                outright.ReplaceWorkspace(replace(workspace, active=pane.id)),
            )
        )

    def _of(self, choices):
        return self.random.choice(choices)

    def _yes(self) -> bool:
        return self.random.random() < 0.5

    def _node(self, document: Document) -> str:
        names = [node.id for node in document.network.nodes]
        return "nowhere" if self.random.random() < 0.05 else self._of(names)

    def _field(self, document: Document) -> object:
        node = self._of(document.network.nodes)
        specs = kind_of(node.layer).fields
        if not specs:
            return intents.RenameLayer(node.id, self._of(("", "reduce", "박 요셉", "x" * 101)))
        spec, pair = self._of(specs), (self._of(SIZES), self._of(SIZES))
        values = {
            "int": pair[0],
            "float": self._of((0.0, 0.5, 1e9)),
            "pair": pair,
            "padding": self._of((pair, "same")),
            "bool": self._yes(),
            "frame": self._of((None, (0.0, 0.0, 0.5, 1.0))),
            "choice": self._of(spec.choices) if spec.choices else "china",
        }
        return intents.SetField(node.id, spec.name, values[spec.form], run=self._of((0, 1, 2)))

    def _layer(self, document: Document) -> object:
        node = self._node(document)
        return self._of(
            (
                intents.AddLayer(node, self._of(ADDED)),
                intents.RemoveLayer(node),
                intents.MoveLayer(node, self._of((-1, 1, 9))),
                intents.ResizeInput(node, self._of(SIZES), self._of(SIZES)),
            )
        )

    def _typed(self, document: Document) -> object:
        node, place = self._node(document), [self.random.randrange(-1, 6) for _ in range(4)]
        number, run, share = self._of(NUMBERS), self._of((0, 1)), self._of((0.25, 0.5, 1.0))
        return self._of(
            (
                intents.SetWeight(node, *place, number, run),
                intents.SetBias(node, place[0], number, run),
                intents.CopyFilter(node, place[0], place[1]),
                intents.PasteKernel(node, place[0], place[1], ((number, 1.0), (2.0, 3.0))),
                intents.PasteColumn(node, place[0], place[1], (number, 1.0)),
                intents.PasteMatrix(node, place[0], place[1], ((number, 1.0),)),
                intents.LoadWeights(node, np.full((5, 3, 5, 5), number, np.float32)),
                intents.ClearTyped(node, self._of(((), ((0, 2),)))),
                intents.SetCrop(node, (0.0, 0.0, share, share), run),
                intents.SetPhoto(self._of(document.network.nodes[:1]).id, photo(self._of((1, 2)))),
            )
        )

    def _run(self, document: Document) -> object:
        run = self._of((0, 1, 2))
        return self._of((intents.FinishTyping(run), intents.GiveUpTyping(run, self._yes())))

    def _travel(self, document: Document) -> object:
        return self._of(
            (
                intents.Undo(), intents.Undo(), intents.Redo(),
                intents.PinBaseline(self._yes()), intents.NoteFile("/home/a/lake.convviz"),
            )
        )  # fmt: skip

    def _select(self, document: Document) -> object:
        place = [self._of((None, self.random.randrange(40))) for _ in range(3)]
        return self._of(
            (
                intents.SelectLayer(self._node(document)),
                intents.SelectLayer(self._node(document)),
                intents.SelectCell(*place, play=self._yes()),
                intents.ShowReaders(*place[:2]),
                outright.SuggestCell(Selection(0, 1, 2)),
            )
        )

    def _play(self, document: Document) -> object:
        return self._of(
            (
                intents.TogglePlay(),
                intents.Step(self._of(UNITS), self._of((-1, 1))),
                intents.Seek(self.random.uniform(-1.0, 120.0)),
                intents.Jump(self._of((-1, 1))),
                intents.SetSpeed(self._of((0.01, 0.5, 1.0, 99.0))),
                outright.Advance(self.random.random()),
                outright.Advance(self.random.random()),
            )
        )

    def _look(self, document: Document) -> object:
        cut = self._of(("cut_row", "cut_column", "cut_channel"))
        return self._of(
            (
                intents.SetOffset(self._offset()),
                intents.SetView(self._of(("reset", "front", "top", "side"))),
                intents.SetOption(cut, self._of((None, 0, 3, 300))),
                intents.SetOption("apart", self._of((0.0, 0.4))),
                intents.SetOption(self._of(("orthographic", "glass")), self._yes()),
            )
        )

    def _offset(self) -> Offset:
        return Offset(*(self.random.uniform(-400.0, 400.0) for _ in fields(Offset)))

    def _outright(self, document: Document) -> object:
        time = self.random.uniform(-1.0, 90.0)
        return self._of(
            (
                outright.SetSelection(Selection(1, 2, 3, self._of((None, (0, 1))))),
                outright.SetPlayback(Playback(time, self._yes(), 2.0, self._of((None, time)))),
                outright.SetViewOptions(ViewOptions(apart=0.5, offset=self._offset())),
                outright.SetDragging(self._yes()),
            )
        )

    def _setting(self, document: Document) -> object:
        return self._of(
            (
                intents.SetPreference("theme", self._of(THEMES)),
                intents.SetPreference("pace", self._of(PACES)),
                intents.SetPreference("reduced_motion", self._yes()),
            )
        )


def begun(document: str) -> Workspace:
    """A shipped document, just opened."""
    return opened_workspace(open_document(document), Settings())


def after(workspace: Workspace, intents: list[object]) -> Workspace:
    """The workspace after all of them."""
    for intent in intents:
        workspace = reduce(workspace, intent)
    return workspace


def spelled(value: object) -> object:
    """A frozen value by its content: arrays, which compare by identity, as their bytes."""
    if isinstance(value, np.ndarray):
        return str(value.dtype), value.shape, value.tobytes()
    if isinstance(value, Problem):
        return value
    if is_dataclass(value):
        return type(value), [spelled(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, tuple):
        return tuple(spelled(each) for each in value)
    return value


def undone(workspace: Workspace) -> Workspace:
    """The workspace once nothing is left to undo."""
    while workspace.current.history.past or workspace.current.history.before is not None:
        workspace = reduce(workspace, intents.Undo())
    return workspace


def kept(workspace: Workspace) -> Project:
    """What a file keeps of the active pane."""
    pane = workspace.current
    pinned = pane.document.pinned  # what it costs is kept, and no numbers that were typed
    if pinned is not None:
        pinned = Network(tuple(replace(node, typed=None) for node in pinned.nodes))
    document = replace(pane.document, file="", pinned=pinned)
    return Project(document, replace(pane.selection, reader=None), pane.view)


def assert_opens_again(workspace: Workspace, folder: Path) -> None:
    """Saved and opened it is the same, array by array."""
    path = folder / "한글 이름.convviz"
    write_project(path, kept(workspace))
    assert plain(read_project(path)) == plain(kept(workspace))


def content(workspace: Workspace) -> tuple[object, ...]:
    """The active pane's network and photos, every array as its bytes."""
    rest, typed, photos, *_ = plain(kept(workspace))
    return rest.network, typed, photos


def walk(document: str, count: int, seed: int, folder: Path) -> int:
    """Ask for so many at random, save and open now and then, and take everything back.

    Returns how many steps there were to take back.
    """
    chance, workspace = Chance(seed), begun(document)
    first = content(workspace)
    for number in range(count):
        workspace = reduce(workspace, chance.intent(workspace))
        if number % 97 == 0:
            assert_opens_again(workspace, folder)
    assert_opens_again(workspace, folder)
    steps = len(workspace.current.history.past)
    assert content(undone(workspace)) == first
    return steps


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for each in DOCUMENTS:
            steps = walk(each, int(sys.argv[1]), int(sys.argv[2]), Path(name))
            print(f"{each}: {steps} steps taken back, bit for bit", flush=True)
