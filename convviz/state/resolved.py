"""What resolve() says: one frozen snapshot that every panel and the stage read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from convviz.kinds.presentation import Elementwise
from convviz.kinds.registry import presentation_of
from convviz.kinds.telling import Explanation, Family
from convviz.model.counts import NetworkCounts
from convviz.model.kinds import as_convolution
from convviz.model.layers import Conv2d, Layer
from convviz.model.network import Network
from convviz.model.reading import Reading
from convviz.model.record import AnyRecord, CellRecord, OutputRecord
from convviz.model.shape import Shape
from convviz.model.values import Values
from convviz.scene.alone import Alone
from convviz.scene.animation import AnimationState, animation_at
from convviz.scene.cell_figures import USUAL, CellFigures, Decimals
from convviz.scene.depth_scale import Common
from convviz.scene.progress import Progress, progress_of
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Storyboard
from convviz.state.document import Document
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection
from convviz.state.workspace import Problem

Floats = NDArray[np.float32]

PACE = 0.05  # seconds from cell to cell while maps fill: more often nothing could be read


@dataclass(frozen=True, eq=False)
class StageInput:
    """One of the volumes that a stage reads.

    Attributes
    ----------
    node : str
        Node id of what makes it.
    name : str
        Of the stage that it comes from.
    shape : Shape
    first : int
        Its first channel where all that the stage reads lies behind one another.
    values : (C, H, W) float32 or None
    """

    node: str
    name: str
    shape: Shape
    first: int
    values: Floats | None


@dataclass(frozen=True, eq=False)
class Stage:
    """A layer with what it reads, and the ReLU or batch norm directly after it.

    Attributes
    ----------
    node : str
        Node id of the layer.
    nodes : tuple of str
        Its id and those of the batch norm / ReLU that belong to it.
    name : str
    layer : Layer
    kind : str
        Its kind's name.
    telling : Explanation
        How it is drawn and told.
    sources : tuple of StageInput
        The volumes that it reads, in its order.
    reading : Reading
        Which input cells an output cell reads.
    input_shape, output_shape : Shape
        Of the input; several volumes are one input, each behind the one before it.
    after : tuple of Elementwise
        How its elementwise layers are told: those after it, and it itself if it is one.
    inputs, weights, bias, outputs : arrays or None
        (C, H, W), (Cout, Cin / groups, kh, kw), (Cout,), (Cout, H, W) float32; None while unvalued,
        and where a layer has none.
    input_high, weight_high, output_high : float
        Upper ends of the colour ranges (99.5th percentile).
    picture_input, picture_output : bool
        The input / output is shown in its own colours (a photo's three channels, or one grey).
    selection : Selection
        Clamped to the output's shape.
    record : CellRecord, another kind's record, or None
        The active cell.
    storyboard : Storyboard
    model : StageModel
        The stage as the scene package needs it; None only while it is being made.
    decimals : Decimals
        Of the columns of numbers.
    """

    node: str
    nodes: tuple[str, ...]
    name: str
    layer: Layer
    kind: str
    telling: Explanation
    sources: tuple[StageInput, ...]
    reading: Reading
    input_shape: Shape
    output_shape: Shape
    after: tuple[Elementwise, ...]
    inputs: Floats | None
    weights: Floats | None
    bias: Floats | None
    outputs: Floats | None
    input_high: float
    weight_high: float
    output_high: float
    picture_input: bool
    picture_output: bool
    selection: Selection
    record: AnyRecord | None
    storyboard: Storyboard
    model: StageModel | None
    decimals: Decimals = USUAL

    def figures_of(self, record: AnyRecord | None) -> CellFigures | None:
        """The numbers of a cell as every view writes them; None of what is no sum of products."""
        found = None if record is None else record.as_sum
        return None if found is None else _figures(found, self.decimals)

    def animation_at(self, playback: Playback) -> AnimationState:
        """What has happened at a moment: stage and panels ask here, and so for the same."""
        pace = PACE * playback.speed
        return animation_at(self.storyboard, playback.time, playback.playing, pace)

    def progress(self, playback: Playback) -> Progress:
        """What has been told of the active cell: every view quotes this."""
        assert self.model is not None
        return progress_of(self.model, self.animation_at(playback))

    @property
    def step_label(self) -> str:
        """Key of what the stage writes while the elementwise layers change the cell."""
        return self.after[0].label if len(self.after) == 1 else "sum-other"

    @property
    def filters(self) -> bool:
        """Whether its channels are made by filters, which are named and counted."""
        return presentation_of(self.layer).filters

    @property
    def family(self) -> Family:
        """The way in which the stage is drawn and told."""
        return self.telling.family

    @property
    def elementwise(self) -> bool:
        """Whether each cell is made of the same one of the input by a function of one value."""
        return self.telling.curve is not None

    @cached_property
    def cut(self) -> NDArray[np.bool_] | None:
        """(C, H, W): the cells that an elementwise layer has cut to another value.

        None while unvalued, and of a kind that cuts none.
        """
        if not self.telling.cut_to or self.inputs is None or self.outputs is None:
            return None
        cut = np.isin(self.outputs, self.telling.cut_to) & (self.inputs != self.outputs)
        found: NDArray[np.bool_] = np.asarray(cut, dtype=bool)
        found.setflags(write=False)
        return found

    @property
    def cut_share(self) -> float:
        """Share of the cells that were cut."""
        return 0.0 if self.cut is None else float(self.cut.mean())

    @property
    def convolution(self) -> Conv2d:
        """The convolution of a sum's stage; a linear layer is one of 1×1."""
        layer = as_convolution(self.layer)
        assert layer is not None
        return layer

    @property
    def sum(self) -> CellRecord | None:
        """The active cell where it is a sum of products; None while unvalued."""
        return None if self.record is None else self.record.as_sum

    @property
    def made(self) -> OutputRecord | None:
        """The active cell where it is made in another way than as a sum; None while unvalued."""
        return None if self.record is None else self.record.as_made

    @property
    def unvalued(self) -> bool:
        """Whether numbers that the stage shows are missing."""
        missing = self.inputs is None or self.outputs is None
        return missing or (self.family is Family.SUM and self.weights is None)


@lru_cache(maxsize=8)  # several views ask for the same ones
def _figures(record: CellRecord, decimals: Decimals) -> CellFigures:
    return CellFigures(record, decimals)


@dataclass(frozen=True, eq=False)
class Computed:
    """What the worker has computed so far.

    Attributes
    ----------
    values : Values or None
        Those that do not fit the shapes of the network are not used.
    stale : bool
        They are of the network before an edit; newer ones are on their way.
    fault : Exception or None
        Why there are no values.
    """

    values: Values | None = None
    stale: bool = False
    fault: Exception | None = None


@dataclass(frozen=True, eq=False)
class Was:
    """A network before an edit, and what it cost."""

    network: Network
    counts: NetworkCounts


@dataclass(frozen=True, eq=False)
class Resolved:
    """The snapshot of a pane: nothing in it depends on camera, viewport or time.

    Attributes
    ----------
    document : Document
    shapes : mapping of node id to Shape
    counts : NetworkCounts
    baseline : NetworkCounts or None
        Of the network that the user pinned: what ratios are told against.
    was : Was or None
        What the network cost before the last edit, until the next action.
    values : Values or None
    stale : bool
        The values belong to the network before the edit; newer ones are on their way.
    stages : tuple of Stage
        The one that is shown; empty when no layer of the network has a stage.
    groups : tuple of tuple of str
        The graph as stages: ("input",), ("conv1", "relu1"), ..., each after what it reads.
    problem : Problem or None
    can_undo, can_redo : bool
    settings : Settings
    apart : float
        How far the channels are pulled apart.
    common : Common
        The depth scale of this network alone; `frame` takes that of all open panes.
    alone : Alone or None
        The input, where there is no layer that has a stage.
    fault : Exception or None
        Why there are no values.
    """

    document: Document
    shapes: Mapping[str, Shape]
    counts: NetworkCounts
    baseline: NetworkCounts | None
    was: Was | None
    values: Values | None
    stale: bool
    stages: tuple[Stage, ...]
    groups: tuple[tuple[str, ...], ...]
    problem: Problem | None
    can_undo: bool
    can_redo: bool
    settings: Settings
    apart: float
    common: Common
    alone: Alone | None = None
    fault: Exception | None = None

    @property
    def baseline_pinned(self) -> bool:
        """Whether the user pinned a network."""
        return self.document.pinned is not None

    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return self.stages[0] if self.stages else None

    def one_group(self, a: Stage | None, b: Stage | None) -> bool:
        """Whether two stages make the same cells: their layers are of one group."""
        if a is None or b is None:
            return False
        return any({a.node, b.node} <= set(group) for group in self.groups)
