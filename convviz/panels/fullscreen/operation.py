"""The line of arithmetic in the lecture hall where a cell is no sum of products."""

from __future__ import annotations

from convviz import words
from convviz.model.cell_records import AverageRecord, MaxRecord, NormRecord, SoftmaxRecord
from convviz.panels.caption.operation_sentences import norm_numbers
from convviz.panels.painting.value_runs import Runs, outcome, taken
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
    record, operation, places = stage.record, _operation(stage), stage.decimals
    if operation is None or record is None:
        return ()
    if told.beat.phase is Phase.TOTAL:
        done = progress.summed
        key = "fullscreen.total.squares" if isinstance(record, NormRecord) else "fullscreen.total"
        key = "fullscreen.total.powers" if isinstance(record, SoftmaxRecord) else key
        if not done or operation.results is None:
            return ()
        return words.spans(
            key,
            n=done,
            sum=Rounded(float(operation.results[operation.told[done - 1]]), places.factors),
        )
    if told.beat.phase is Phase.DIVIDE:
        return _divided(stage, progress)
    if isinstance(record, MaxRecord):
        return _greatest(stage, operation, progress)
    if isinstance(record, SoftmaxRecord):
        power = Rounded(float(record.exponentials[record.channel]), places.factors)
        x = Rounded(float(record.inputs[record.channel]), places.inputs)
        highest = words.bracketed(Rounded(record.highest, places.inputs))
        return words.spans("fullscreen.power", x=x, highest=highest, power=power)
    if isinstance(record, NormRecord):
        x = Rounded(record.value, places.inputs)
        square = rounded_product(record.value, record.value, squares_of(places))
        return words.spans("fullscreen.square", x=words.bracketed(x), square=square)
    return words.spans("fullscreen.passed", value=taken(stage, record.before, places.results))


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


def _divided(stage: Stage, told: Progress) -> Runs:
    record, places = stage.record, stage.decimals
    part = "" if told.divided else ".open"
    value = () if record is None else outcome(stage, record.before, places.results)
    if isinstance(record, NormRecord):
        x = taken(stage, record.value, places.inputs)
        squares = Rounded(record.squares, places.factors)
        numbers = {"x": x, "sum": squares, **norm_numbers(record)}
        return words.spans(f"fullscreen.norm-over{part}", value=value, **numbers)
    if isinstance(record, AverageRecord):
        numbers = {"x": taken(stage, record.total, places.factors), "divisor": record.divisor}
    else:
        assert isinstance(record, SoftmaxRecord)
        power = float(record.exponentials[record.channel])
        over = Rounded(record.total, places.factors)
        numbers = {"x": Rounded(power, places.factors), "divisor": over}
    return words.spans(f"fullscreen.over{part}", value=value, **numbers)
