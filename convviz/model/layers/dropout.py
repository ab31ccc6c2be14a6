"""Dropout as it is when a network is used: every cell passes unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.model.kind import FieldSpec, Kind, Layer
from convviz.model.layers.opening import kept, kept_formulas

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import SourceRecord
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Dropout(Layer):
    """While training, cells are zeroed with probability p; evaluated, y = x.

    Srivastava et al., "Dropout", 2014; "inverted", as in torch: training divides by 1 − p, so
    that nothing is left to do here.
    """

    p: float = 0.5


def values(layer: Dropout, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Give the input itself."""
    return arrays[0]


def record(
    layer: Dropout,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> SourceRecord:
    """Give the same cell of the input."""
    from convviz.model.recording import same_cell_record

    return same_cell_record(arrays, output, cell)


KIND = Kind(
    name="dropout",
    layer=Dropout,
    rank=90,
    fields=(FieldSpec("p", "float", low=0, high=1),),
    offers=lambda read: (Dropout(),),
    counts=kept,
    formulas=kept_formulas,
    values=values,
    record=record,
)
