"""What the chain strip shows of one stage, worded."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.model.shape import Shape
from convviz.scene.primitives import Span


@dataclass(frozen=True)
class StripStep:
    """An elementwise layer of a stage: a click on its name opens it by itself."""

    id: str
    name: Span
    selected: bool = False


@dataclass(frozen=True)
class StripItem:
    """One stage of the network, worded.

    Attributes
    ----------
    id : str
        Node that a click opens.
    shape : Shape
        Of the volume after the whole stage (after its ReLU or batch norm).
    kind : str
        Kind of the stage's layer.
    name : str
        Under the volume.
    operation : spans
        Over the arrow that leads to the volume; the input has none.
    steps : tuple of StripStep
        The elementwise layers after it, under that arrow.
    selected : bool
        Whether it is the current layer.
    reads : tuple of int
        Places of the stages that it reads; of a chain, the one before it.
    description : str
        What a screen reader says and a tooltip shows.
    """

    id: str
    shape: Shape
    kind: str
    name: str
    operation: tuple[Span, ...] = ()
    steps: tuple[StripStep, ...] = ()
    selected: bool = False
    description: str = ""
    reads: tuple[int, ...] | None = None
