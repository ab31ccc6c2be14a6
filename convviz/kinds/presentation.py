"""How a kind of layer is presented: the row of the registry that each module of this package is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from convviz.kinds.code import Code
from convviz.kinds.telling import Explanation, Sentence
from convviz.model.cell_records import Step
from convviz.model.kind import Kind


def _always(layer: Any, name: str) -> bool:
    return True


def _no_shares(layer: Any) -> Mapping[str, float]:
    return {}


def _plain_step(step: Step, first: bool) -> str:
    return ""


_STEP = Sentence("playback.say.step")


@dataclass(frozen=True)
class Elementwise:
    """How a kind that works on each cell alone is told as a step after another layer.

    Attributes
    ----------
    word : str
        In keys: "relu" in ``playback.say.relu``; of several they are joined by "-".
    label : str
        Key of what the stage writes while it happens.
    signed : bool
        Whether values below zero may come out.
    rescales : bool
        Whether what comes out is another quantity than what went in.
    says : Sentence
        Its numbers come from the step; ``{before}`` and ``{after}`` are always given.
    end : callable
        (step, whether it is the first) -> end of the key of that sentence.
    note : Sentence or None
        A line under the arithmetic with the numbers that it uses.
    """

    word: str
    label: str = "sum-other"
    signed: bool = True
    rescales: bool = False
    says: Sentence = _STEP
    end: Callable[[Step, bool], str] = _plain_step
    note: Sentence | None = None


@dataclass(frozen=True)
class Presentation:
    """How one kind is shown, told and exported. Its texts are in ``words/kinds``, by its name.

    Attributes
    ----------
    kind : Kind
    telling : Explanation or None
        What its stage does; None where it has none.
    code : Code or None
        None of an input.
    after : Elementwise or None
        Of an elementwise kind: how it is told after another layer.
    filters : bool
        Its channels are made by filters with a kernel, which lists and tables name.
    matters : callable
        (layer, field) -> whether the field has any effect as the others are.
    shares : callable
        layer -> the numbers of its sentence at rest that are shares, by name.
    """

    kind: Kind
    telling: Explanation | None = None
    code: Code | None = None
    after: Elementwise | None = None
    filters: bool = False
    matters: Callable[[Any, str], bool] = _always
    shares: Callable[[Any], Mapping[str, float]] = _no_shares
