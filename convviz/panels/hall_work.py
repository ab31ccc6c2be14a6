"""The line of arithmetic in the lecture hall where a cell is no sum of products."""

from __future__ import annotations

from convviz import words
from convviz.model.cell_records import (
    AverageRecord,
    MaxRecord,
    NormRecord,
    SoftmaxRecord,
    SourceRecord,
)
from convviz.panels.figure_runs import Runs, outcome, taken
from convviz.panels.work_sentences import norm_numbers
from convviz.scene.cast import Work
from convviz.scene.cell_figures import rounded_product, squares_of
from convviz.scene.moment import Moment
from convviz.scene.primitives import Rounded
from convviz.scene.progress import Progress
from convviz.scene.timeline import Phase
from convviz.state.resolved import Stage

WORKED = frozenset((Phase.MAKE, Phase.TOTAL, Phase.DIVIDE))
_WRITTEN = 4  # cells of a window that are all written out


def worked(stage: Stage, told: Moment, progress: Progress) -> Runs:
    """Give the line of a step; nothing before its first number is there."""
    record, work, places = stage.record, _work(stage), stage.decimals
    if work is None or record is None:
        return ()
    if told.beat.phase is Phase.TOTAL:
        done = progress.summed
        key = "hall.total.squares" if isinstance(record, NormRecord) else "hall.total"
        key = "hall.total.powers" if isinstance(record, SoftmaxRecord) else key
        if not done or work.results is None:
            return ()
        if isinstance(record, SourceRecord) and done == len(record.inputs) == 2:
            a, b = (taken(stage, float(value), places.inputs) for value in record.inputs)
            value = outcome(stage, record.before, places.results)
            return words.spans(f"hall.{work.making.value}", a=a, b=b, value=value)
        return words.spans(
            key, n=done, sum=Rounded(float(work.results[work.told[done - 1]]), places.factors)
        )
    if told.beat.phase is Phase.DIVIDE:
        return _divided(stage, progress)
    if isinstance(record, MaxRecord):
        return _greatest(stage, work, progress)
    if isinstance(record, SoftmaxRecord):
        power = Rounded(float(record.exponentials[record.channel]), places.factors)
        x = Rounded(float(record.inputs[record.channel]), places.inputs)
        highest = words.bracketed(Rounded(record.highest, places.inputs))
        return words.spans("hall.power", x=x, highest=highest, power=power)
    if isinstance(record, NormRecord):
        x = Rounded(record.value, places.inputs)
        square = rounded_product(record.value, record.value, squares_of(places))
        return words.spans("hall.square", x=words.bracketed(x), square=square)
    return words.spans("hall.passed", value=taken(stage, record.before, places.results))


def worked_part(stage: Stage, told: Moment, progress: Progress) -> object:
    """Give what the line of a step depends on: equal parts, equal lines."""
    if _work(stage) is None:
        return None
    if told.beat.phase is Phase.DIVIDE:
        return progress.divided
    return progress.seen, progress.summed, progress.compared


def _work(stage: Stage) -> Work | None:
    return None if stage.cast is None else stage.cast.work


def _greatest(stage: Stage, work: Work, told: Progress) -> Runs:
    done, cells, places = told.seen, work.taken, stage.decimals
    if not done or cells is None:
        return ()
    if not told.compared:
        best = float(cells[work.told[:done]].max())
        return words.spans("hall.best", n=done, best=taken(stage, best, places.inputs))
    assert stage.record is not None
    greatest = taken(stage, stage.record.before, places.results)
    if len(work.told) > _WRITTEN:
        return words.spans("hall.max.many", n=len(work.told), value=greatest)
    values = ", ".join(words.fixed(float(value), places.inputs) for value in cells[work.told])
    return words.spans("hall.max", values=values, value=greatest)


def _divided(stage: Stage, told: Progress) -> Runs:
    record, places = stage.record, stage.decimals
    part = "" if told.divided else ".open"
    value = () if record is None else outcome(stage, record.before, places.results)
    if isinstance(record, NormRecord):
        x = taken(stage, record.value, places.inputs)
        squares = Rounded(record.squares, places.factors)
        numbers = {"x": x, "sum": squares, **norm_numbers(record)}
        return words.spans(f"hall.norm-over{part}", value=value, **numbers)
    if isinstance(record, AverageRecord):
        numbers = {"x": taken(stage, record.total, places.factors), "divisor": record.divisor}
    else:
        assert isinstance(record, SoftmaxRecord)
        power = float(record.exponentials[record.channel])
        over = Rounded(record.total, places.factors)
        numbers = {"x": Rounded(power, places.factors), "divisor": over}
    return words.spans(f"hall.over{part}", value=value, **numbers)
