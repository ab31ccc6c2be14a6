"""A document brought to the stage without a window: for figures and clips, on any machine."""

from __future__ import annotations

from pathlib import Path

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
from convviz.state.document import Document, History
from convviz.state.edits import open_document
from convviz.state.explained_cell import explained_cell
from convviz.state.frame import Viewport, frame
from convviz.state.intents import SetView
from convviz.state.looking import look
from convviz.state.resolve import resolve
from convviz.state.resolved import Resolved
from convviz.state.settings import Settings
from convviz.state.view import Playback

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


def brought(project: Project, own_cell: bool, settings: Settings, view: str = "") -> Resolved:
    """The snapshot of a project with its values.

    Parameters
    ----------
    own_cell : bool
        The project says which cell is active; else one that tells much becomes it.
    view : str
        "reset", "front", "top" or "side"; empty for the project's own.
    """
    history = History(project.document)
    values = values_of(project.document)
    cell, shown = project.cell, project.view
    found = resolve(history, values, False, cell, shown, settings)
    if found.stage is None:
        return found
    if not own_cell:
        cell = explained_cell(found.stage)
    if view:
        shown = look(shown, SetView(view), None)
    return resolve(history, values, False, cell, shown, settings)


def layout_scale(width: int, height: int) -> float:
    """Device pixels per logical pixel of a figure, so that letters grow with it."""
    return max(min(width / BASE[0], height / BASE[1]), 0.5)


def scene_at(
    resolved: Resolved,
    playback: Playback,
    width: int,
    height: int,
    layout: tuple[int, int] | None = None,
) -> Scene:
    """The stage at a moment, for a picture of so many device pixels.

    Parameters
    ----------
    layout : (width, height), optional
        Logical pixels that it is laid out in; by default what suits the picture's size.
    """
    scale = layout_scale(width, height)
    wide, high = layout or (width / scale, height / scale)
    factor = stage_factor(wide, high)
    scene = frame(resolved, playback, Viewport(wide, high, say, measuring(factor)))
    return enlarged_labels(scene, factor)
