"""What a user can ask for, as frozen records: panels emit them, lessons and tests replay them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from convviz.model.layers import Layer
from convviz.scene.offset import Offset
from convviz.state.photos import OwnPhoto
from convviz.state.view import Selection, ViewOptions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from convviz.state.document import Document

FieldValue = int | float | bool | str | tuple[int, int] | Enum


# ---- edits of the network (undoable) ---------------------------------------------------------
@dataclass(frozen=True)
class SetField:
    """Set one field of a layer; edits of the same field that share a `run` are one undo step."""

    layer: str
    field: str
    value: FieldValue
    run: int = 0


@dataclass(frozen=True)
class ResizeInput:
    """Give an input another height and width, in one step."""

    layer: str
    height: int
    width: int


@dataclass(frozen=True)
class AddLayer:
    """Put a new layer after node `after`: before all that read it, or only before one of them."""

    after: str
    layer: Layer
    before: str | None = None


@dataclass(frozen=True)
class RemoveLayer:
    """Take a layer out of the chain."""

    layer: str


@dataclass(frozen=True)
class MoveLayer:
    """Move a layer `step` places along the chain (negative: towards the input)."""

    layer: str
    step: int


@dataclass(frozen=True)
class RenameLayer:
    """Give a layer another name."""

    layer: str
    name: str


# ---- edits of photos and typed weights (undoable) --------------------------------------------
@dataclass(frozen=True)
class SetPhoto:
    """Have an input show a photo of the user's own, the whole of it."""

    layer: str
    photo: OwnPhoto


@dataclass(frozen=True)
class SetCrop:
    """Use a part of an input's photo: shares of it (left, top, right, bottom); None: all of it."""

    layer: str
    frame: tuple[float, float, float, float] | None
    run: int = 0


@dataclass(frozen=True)
class SetWeight:
    """Type one weight: `channel` counts within the filter, `row` and `column` in the kernel."""

    layer: str
    filter: int
    channel: int
    row: int
    column: int
    value: float
    run: int = 0


@dataclass(frozen=True)
class SetBias:
    """Type one filter's bias."""

    layer: str
    filter: int
    value: float
    run: int = 0


@dataclass(frozen=True)
class PasteKernel:
    """Put a block of numbers into one kernel, its first number at (row, column)."""

    layer: str
    filter: int
    channel: int
    block: tuple[tuple[float, ...], ...]
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class PasteColumn:
    """Put numbers into one place of a filter's kernels, down its channels from `channel` on."""

    layer: str
    filter: int
    channel: int
    numbers: tuple[float, ...]
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class PasteMatrix:
    """Put numbers into a matrix of weights, from (filter, channel) on: a row is a filter's."""

    layer: str
    filter: int
    channel: int
    block: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class CopyFilter:
    """Give filter `target` the weights and the bias that filter `source` has now."""

    layer: str
    source: int
    target: int


@dataclass(frozen=True, eq=False)
class LoadWeights:
    """Take all weights of a layer, or all its biases, from an array (as `files.arrays` reads)."""

    layer: str
    array: NDArray[np.float32]


@dataclass(frozen=True)
class ClearTyped:
    """Go back to the weights drawn from the seed: in the whole layer, or in a part of it.

    Within the ranges (from, up to) of filters, channels, rows and columns typed numbers go; what
    was loaded from a file goes with the whole layer only. The channel `model.typed.BIAS` is that
    of the biases.
    """

    layer: str
    within: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class FinishTyping:
    """What was typed, stepped or dragged in one run is done: it is one undo step."""

    run: int


@dataclass(frozen=True)
class GiveUpTyping:
    """Put back what was there before a run; with `going_on`, what comes next still belongs to it.

    It goes on where a field shows what is no value yet: the rest may still be typed.
    """

    run: int
    going_on: bool = False


@dataclass(frozen=True)
class Undo:
    """Take the last edit back."""


@dataclass(frozen=True)
class Redo:
    """Make the last edit that was taken back again."""


@dataclass(frozen=True)
class OpenDocument:
    """Open one of the documents that come with the app."""

    document: str


@dataclass(frozen=True)
class OpenFile:
    """Show a document as it was read from a file, with the cell and the view that it keeps.

    One that was recovered goes back, by Undo, to what was `saved`, and on from its story's `time`.
    """

    document: Document
    cell: Selection
    view: ViewOptions
    saved: Document | None = None
    time: float = 0.0


@dataclass(frozen=True)
class NoteFile:
    """Take note that the present document is kept in a file from now on."""

    file: str


@dataclass(frozen=True)
class PinBaseline:
    """Compare counts against the present network from now on (pinned), or against none."""

    pinned: bool


# ---- what is looked at -----------------------------------------------------------------------
@dataclass(frozen=True)
class SelectLayer:
    """Show a layer in the form and, when it has a stage, on the stage."""

    layer: str


@dataclass(frozen=True)
class SelectCell:
    """Make an output cell the active one; None keeps the present filter, row or column."""

    filter: int | None = None
    row: int | None = None
    column: int | None = None
    play: bool = False


@dataclass(frozen=True)
class ShowReaders:
    """Show which outputs read an input cell; None ends it."""

    row: int | None
    column: int | None


# ---- playback --------------------------------------------------------------------------------
@dataclass(frozen=True)
class TogglePlay:
    """Play or pause."""


@dataclass(frozen=True)
class Step:
    """One step of the story. Unit: "span", "channel", "position" or "filter"."""

    unit: str
    direction: int


@dataclass(frozen=True)
class Seek:
    """Go to a story time in seconds (paused unless it was playing)."""

    time: float


@dataclass(frozen=True)
class Jump:
    """Go to the start (-1) or the end (+1) of the story."""

    direction: int


@dataclass(frozen=True)
class SetSpeed:
    """Playback speed, 0.1 to 32."""

    speed: float


# ---- the view --------------------------------------------------------------------------------
@dataclass(frozen=True)
class Orbit:
    """Turn the camera by degrees."""

    yaw: float
    pitch: float


@dataclass(frozen=True)
class Pan:
    """Move the picture by logical pixels."""

    dx: float
    dy: float


@dataclass(frozen=True)
class Zoom:
    """Come nearer by a factor, keeping the world point under (x, y) logical pixels."""

    factor: float
    x: float
    y: float


@dataclass(frozen=True)
class SetOffset:
    """Look from this far off the story's camera, however it was looked at before."""

    offset: Offset


@dataclass(frozen=True)
class SetView:
    """A named view: "front", "top" or "side"; or "reset": the story's own, nothing cut."""

    name: str


@dataclass(frozen=True)
class SetOption:
    """A switch or number of the view, by its name in `state.view.ViewOptions`."""

    name: str
    value: float | bool | None


@dataclass(frozen=True)
class SetPreference:
    """A setting that outlives the document, by its name in `state.settings.Settings`."""

    name: str
    value: str | bool | float


Intent = (
    SetField
    | ResizeInput
    | AddLayer
    | RemoveLayer
    | MoveLayer
    | RenameLayer
    | SetPhoto
    | SetCrop
    | SetWeight
    | SetBias
    | PasteKernel
    | PasteColumn
    | PasteMatrix
    | CopyFilter
    | LoadWeights
    | ClearTyped
    | FinishTyping
    | GiveUpTyping
    | Undo
    | Redo
    | OpenDocument
    | OpenFile
    | NoteFile
    | PinBaseline
    | SelectLayer
    | SelectCell
    | ShowReaders
    | TogglePlay
    | Step
    | Seek
    | Jump
    | SetSpeed
    | Orbit
    | Pan
    | Zoom
    | SetOffset
    | SetView
    | SetOption
    | SetPreference
)
