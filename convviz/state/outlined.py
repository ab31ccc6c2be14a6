"""Which output cell is explained at a moment, and its record: the stage outlines the same one."""

from __future__ import annotations

from functools import lru_cache

from convviz.model.record import AnyRecord, CellRecord, stage_record
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback, Selection

SAMPLES = 12  # cells of a feature map that stand for all of it


def outlined_cell(stage: Stage, playback: Playback) -> Selection:
    """The chosen cell, or while maps fill the one that the story has come to."""
    if stage.model is None:
        return stage.selection
    now = stage.animation_at(playback)
    return Selection(*stage.model.outlined(now))


def is_scanning(stage: Stage, playback: Playback) -> bool:
    """Whether the story goes from cell to cell, and no longer from channel to channel."""
    return stage.animation_at(playback).position >= 0


def outlined_record(resolved: Resolved, playback: Playback) -> AnyRecord | None:
    """The record of the cell that is outlined; None without values.

    While maps are played it is up to a pace behind, and the stage outlines the same.
    """
    stage = resolved.stage
    if stage is None or stage.record is None:
        return None
    cell = outlined_cell(stage, playback)
    record = stage.record
    if (cell.filter, cell.row, cell.column) == (record.filter, record.row, record.column):
        return record
    return _record(resolved, cell)


def sampled_records(resolved: Resolved, filter: int) -> tuple[CellRecord, ...]:
    """Records of some sums all over a filter's feature map; none without values."""
    stage = resolved.stage
    if stage is None or stage.sum is None:
        return ()
    positions, width = stage.storyboard.positions, stage.output_shape.width
    places = sorted({positions * (2 * i + 1) // (2 * SAMPLES) for i in range(SAMPLES)})
    cells = [Selection(filter, *divmod(place, width)) for place in places]
    made = (_made(resolved, stage, cell) for cell in cells)
    return tuple(record.as_sum for record in made if record.as_sum is not None)


@lru_cache(maxsize=2)  # plot and arithmetic ask for the same one
def _record(resolved: Resolved, cell: Selection) -> AnyRecord:
    assert resolved.stage is not None
    return _made(resolved, resolved.stage, cell)


def _made(resolved: Resolved, stage: Stage, cell: Selection) -> AnyRecord:
    assert resolved.values is not None
    network = resolved.document.network
    place = cell.filter, cell.row, cell.column
    return stage_record(network, resolved.values, stage.nodes, place)
