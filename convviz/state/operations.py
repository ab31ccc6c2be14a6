"""How the active cell of a layer that is no sum of products comes about, as flat arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.kinds.telling import OperationKind
from convviz.model.cell_records import OutputRecord, SourceCell
from convviz.scene.stage_model import Operation, flat
from convviz.state.resolved import Floats, Stage


def operation_of(stage: Stage) -> Operation | None:
    """The work of a stage's active cell; None of a sum, and without values only places."""
    operation_kind, chosen, reading = stage.telling.operation_kind, stage.selection, stage.reading
    if operation_kind is None:
        return None
    rows = reading.rows(chosen.filter, chosen.row)
    columns = reading.columns(chosen.filter, chosen.column)
    channels = reading.channels(chosen.filter)
    cells = [(x, y, z) for z in channels for y in rows for x in columns]
    places = np.array(cells, dtype=np.float32)
    _, height, width = stage.input_shape
    inside = (places[:, 0] >= 0) & (places[:, 0] < width)
    inside &= (places[:, 1] >= 0) & (places[:, 1] < height)
    record = stage.made
    results = None if record is None else _results(record, len(places))
    read = [SourceCell(0, z, y, x) for x, y, z in cells]
    return Operation(
        operation_kind=operation_kind,
        taken=_taken(stage, places, inside),
        places=places,
        inside=inside,
        across=len(columns) if len(channels) == 1 else len(channels),
        amounts=None if record is None else flat(record.amounts),
        results=flat(results),
        chosen=0 if record is None else record.chosen(read),
        divisor=1.0 if record is None else record.divided_by,
        high=_high(stage, operation_kind, results),
    )


def _high(
    stage: Stage, operation_kind: OperationKind, results: NDArray[np.float64] | None
) -> float:
    """Upper end of the totals' colours: the input's, where they are sums of few of its cells."""
    if operation_kind is OperationKind.SUM:
        return stage.input_high
    return 1.0 if results is None else float(np.abs(results).max()) or 1.0


def _taken(stage: Stage, places: Floats, inside: NDArray[np.bool_]) -> Floats | None:
    if stage.inputs is None:
        return None
    x, y, z = places.astype(np.int64).T
    _, height, width = stage.inputs.shape
    values = stage.inputs[z, y.clip(0, height - 1), x.clip(0, width - 1)]
    return flat(np.where(inside, values, np.float32(0)))


def _results(record: OutputRecord, count: int) -> NDArray[np.float64]:
    totals = record.totals
    return np.append(np.zeros(count) if totals is None else totals, (record.before, record.after))
