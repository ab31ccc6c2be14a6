"""A document brought to the stage without a window: for figures and clips, on any machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from convviz.app.stage.stage_words import enlarged_labels, measuring, say, stage_factor
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.network_json import SUFFIX
from convviz.files.pictures import picture_of
from convviz.files.projects import Project, read_project
from convviz.model.documents import known
from convviz.model.kinds import as_input
from convviz.model.sources import input_values, source_limit
from convviz.model.values import Values, evaluate
from convviz.scene.primitives import Scene
from convviz.state.document import Document
from convviz.state.edits import open_document
from convviz.state.explained_cell import explained_cell
from convviz.state.frame import Viewport, frame
from convviz.state.intents import OpenFile, SetView
from convviz.state.reduce import opened_workspace, reduce
from convviz.state.resolve import resolve
from convviz.state.resolved import Computed, Resolved
from convviz.state.settings import Settings
from convviz.state.shared_scale import common_between
from convviz.state.view import Playback
from convviz.state.workspace import Pane
from convviz.state.workspace_intents import SetSelection

BASE = (1280.0, 720.0)  # logical pixels that a figure is laid out in; larger ones are scaled


def opened(named: str) -> tuple[Project, bool]:
    """The project of a file or of a document that ships, and whether it chooses its own cell.

    Raises
    ------
    FileError
        As `read_project`; NOT_FOUND where nothing is called that.
    """
    if known(named):
        return Project(open_document(named)), False
    path = Path(named)
    if path.suffix.lower() != SUFFIX and not path.is_file():
        raise FileError(FileErrorCode.NOT_FOUND, file=named)
    return read_project(path), True


def values_of(document: Document) -> Values | None:
    """All values of a document; those of layers that are too large are missing."""
    inputs = {
        node.id: input_values(layer, picture_of(layer, document.photos))
        for node in document.network.nodes
        if (layer := as_input(node.layer)) is not None and source_limit(layer) is None
    }
    return evaluate(document.network, inputs)


class Shown(NamedTuple):
    """A pane and its snapshot."""

    pane: Pane
    resolved: Resolved

    def at(self, playback: Playback) -> Shown:
        """The same at another moment: the snapshot depends on none."""
        return self._replace(pane=replace(self.pane, playback=playback))


def brought(project: Project, own_cell: bool, settings: Settings, view: str = "") -> Shown:
    """A project with its values.

    Parameters
    ----------
    own_cell : bool
        The project says which cell is active; else one that tells much becomes it.
    view : str
        "reset", "front", "top" or "side"; empty for the project's own.
    """
    kept = OpenFile(project.document, project.cell, project.view)
    workspace = opened_workspace(project.document, settings, kept)
    if view:
        workspace = reduce(workspace, SetView(view))
    computed = Computed(values_of(project.document))
    found = resolve(workspace.current, computed, settings)
    if found.stage is not None and not own_cell:
        workspace = reduce(workspace, SetSelection(explained_cell(found.stage)))
        found = resolve(workspace.current, computed, settings, found)
    return Shown(workspace.current, found)


def layout_scale(width: int, height: int) -> float:
    """Device pixels per logical pixel of a figure, so that letters grow with it."""
    return max(min(width / BASE[0], height / BASE[1]), 0.5)


def scene_at(
    shown: Shown,
    width: int,
    height: int,
    layout: tuple[int, int] | None = None,
) -> Scene:
    """The stage, for a picture of so many device pixels.

    Parameters
    ----------
    layout : (width, height), optional
        Logical pixels that it is laid out in; by default what suits the picture's size.
    """
    scale = layout_scale(width, height)
    wide, high = layout or (width / scale, height / scale)
    factor = stage_factor(wide, high)
    viewport = Viewport(wide, high, say, measuring(factor))
    scene = frame(shown.resolved, shown.pane, common_between((shown.resolved,)), viewport)
    return enlarged_labels(scene, factor)
