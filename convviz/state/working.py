"""How the active cell of a layer that is no sum of products comes about, as flat arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.model.cell_records import (
    AverageRecord,
    MaxRecord,
    NormRecord,
    SoftmaxRecord,
    SourceRecord,
    WindowRecord,
)
from convviz.model.record import AnyRecord
from convviz.scene.cast import BY_ONE, Making, Work, flat
from convviz.state.resolved import Floats, Stage


def work_of(stage: Stage) -> Work | None:
    """The work of a stage's active cell; None of a sum, and without values only places."""
    making, chosen, reading = stage.telling.making, stage.selection, stage.reading
    if making is None:
        return None
    rows = reading.rows(chosen.filter, chosen.row)
    columns = reading.columns(chosen.filter, chosen.column)
    channels = reading.channels(chosen.filter)
    cells = [(x, y, z) for z in channels for y in rows for x in columns]
    places = np.array(cells, dtype=np.float32)
    _, height, width = stage.input_shape
    inside = (places[:, 0] >= 0) & (places[:, 0] < width)
    inside &= (places[:, 1] >= 0) & (places[:, 1] < height)
    record = stage.record
    taken = _taken(stage, places, inside)
    amounts = None if record is None else _amounts(record, making)
    results = None if record is None else _results(record, amounts, len(places), making)
    return Work(
        making=making,
        taken=taken,
        places=places,
        inside=inside,
        across=len(columns) if len(channels) == 1 else len(channels),
        amounts=flat(amounts),
        results=flat(results),
        chosen=_chosen(record, rows, columns, channels),
        divisor=_divisor(record),
        high=1.0 if results is None else float(np.abs(results).max()) or 1.0,
    )


def _taken(stage: Stage, places: Floats, inside: NDArray[np.bool_]) -> Floats | None:
    if stage.inputs is None:
        return None
    x, y, z = places.astype(np.int64).T
    _, height, width = stage.inputs.shape
    values = stage.inputs[z, y.clip(0, height - 1), x.clip(0, width - 1)]
    return flat(np.where(inside, values, np.float32(0)))


def _amounts(record: AnyRecord, making: Making) -> NDArray[np.float64] | None:
    if isinstance(record, SourceRecord) and making in BY_ONE:
        return record.inputs.astype(np.float64)
    if isinstance(record, AverageRecord):
        return record.inputs.astype(np.float64).reshape(-1)
    if isinstance(record, SoftmaxRecord):
        return record.exponentials
    if isinstance(record, NormRecord):
        return np.square(record.inputs, dtype=np.float64)
    return None


def _results(
    record: AnyRecord, amounts: NDArray[np.float64] | None, count: int, making: Making
) -> NDArray[np.float64]:
    joined = np.cumprod if making is Making.PRODUCT else np.cumsum
    totals = np.zeros(count) if amounts is None else joined(amounts)
    return np.append(totals, (record.before, record.after))


def _chosen(
    record: AnyRecord | None, rows: tuple[int, ...], columns: tuple[int, ...], channels: range
) -> int:
    if isinstance(record, MaxRecord):
        row, column = record.winner
        return rows.index(row) * len(columns) + columns.index(column)
    if record is None or isinstance(record, WindowRecord) or len(channels) == 1:
        return 0
    return channels.index(record.filter)


def _divisor(record: AnyRecord | None) -> float:
    if isinstance(record, SoftmaxRecord):
        return record.total
    return record.divisor if isinstance(record, AverageRecord | NormRecord) else 1.0
