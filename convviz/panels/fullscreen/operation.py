"""The line of arithmetic in the lecture hall where a cell is no sum of products."""

from __future__ import annotations

from convviz import words
from convviz.kinds.telling import Family, OperationKind
from convviz.model.cell_records import OutputRecord
from convviz.panels.painting.value_runs import Runs, filled, outcome, taken
from convviz.scene.animation import AnimationState
from convviz.scene.cell_figures import rounded_product, squares_of
from convviz.scene.primitives import Rounded
from convviz.scene.progress import Progress
from convviz.scene.stage_model import Operation
from convviz.scene.timeline import Phase
from convviz.state.resolved import Stage

WORKED = frozenset((Phase.MAKE, Phase.TOTAL, Phase.DIVIDE))
_WRITTEN = 4  # cells of a window that are all written out


def worked(stage: Stage, told: AnimationState, progress: Progress) -> Runs:
    """Give the line of a step; nothing before its first number is there."""
    record, operation, telling = stage.made, _operation(stage), stage.telling
    if operation is None or record is None:
        return ()
    if told.beat.phase is Phase.TOTAL:
        done, line = progress.summed, telling.hall_total
        if not done or operation.results is None or line is None:
            return ()
        if telling.family is Family.JOIN and done == len(record.read) == 2:
            places = stage.decimals
            a, b = (taken(stage, float(value), places.inputs) for value in record.read)
            value = outcome(stage, record.before, places.results)
            key = f"fullscreen.{operation.operation_kind.value}"
            return words.spans(key, a=a, b=b, value=value)
        total = float(operation.results[operation.told[done - 1]])
        return words.spans(line.key, n=done, sum=Rounded(total, stage.decimals.factors))
    if told.beat.phase is Phase.DIVIDE:
        return _divided(stage, record, progress)
    if operation.operation_kind is OperationKind.GREATEST:
        return _greatest(stage, operation, progress)
    if telling.hall_make is None:
        return ()
    squares = (
        {"square": _square(stage, record, operation)}
        if operation.operation_kind is OperationKind.STRENGTH
        else {}
    )
    numbers = filled(stage, telling.hall_make.numbers, record)
    return words.spans(telling.hall_make.key, **numbers, **squares)


def _square(stage: Stage, record: OutputRecord, operation: Operation) -> Rounded:
    """The square of the cell itself, as a product of what is shown."""
    assert stage.inputs is not None
    own = float(stage.inputs[record.channel, record.row, record.column])
    return rounded_product(own, own, squares_of(stage.decimals))


def worked_part(stage: Stage, told: AnimationState, progress: Progress) -> object:
    """Give what the line of a step depends on: equal parts, equal lines."""
    if _operation(stage) is None:
        return None
    if told.beat.phase is Phase.DIVIDE:
        return progress.divided
    return progress.seen, progress.summed, progress.compared


def _operation(stage: Stage) -> Operation | None:
    return None if stage.model is None else stage.model.operation


def _greatest(stage: Stage, operation: Operation, told: Progress) -> Runs:
    done, cells, places = told.seen, operation.taken, stage.decimals
    if not done or cells is None:
        return ()
    if not told.compared:
        best = float(cells[operation.told[:done]].max())
        return words.spans("fullscreen.best", n=done, best=taken(stage, best, places.inputs))
    assert stage.record is not None
    greatest = taken(stage, stage.record.before, places.results)
    if len(operation.told) > _WRITTEN:
        return words.spans("fullscreen.max.many", n=len(operation.told), value=greatest)
    values = ", ".join(words.fixed(float(value), places.inputs) for value in cells[operation.told])
    return words.spans("fullscreen.max", values=values, value=greatest)


def _divided(stage: Stage, record: OutputRecord, told: Progress) -> Runs:
    line = stage.telling.hall_divide
    if line is None:
        return ()
    value = outcome(stage, record.before, stage.decimals.results)
    numbers = filled(stage, line.numbers, record)
    return words.spans(line.key + ("" if told.divided else ".open"), value=value, **numbers)
