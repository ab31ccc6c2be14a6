"""The line of arithmetic in the lecture hall where a cell is no sum of products."""

from __future__ import annotations

from convviz import words
from convviz.model.cell_records import AverageRecord, MaxRecord, NormRecord, SoftmaxRecord
from convviz.panels.figure_runs import Runs, outcome, taken
from convviz.panels.work_sentences import norm_numbers
from convviz.scene.cast import Work
from convviz.scene.moment import Moment
from convviz.scene.tally import COMPARED
from convviz.scene.timeline import Phase
from convviz.scene.work import compared, total_done
from convviz.state.resolved import Stage

WORKED = frozenset((Phase.MAKE, Phase.TOTAL, Phase.DIVIDE))
_STOPS = 12  # times that a number is read out while many cells pass at once
_WRITTEN = 4  # cells of a window that are all written out
_DIVIDED = 0.5  # of that step: the result is made


def worked(stage: Stage, told: Moment) -> Runs:
    """Give the line of a step; nothing before its first number is there."""
    record, work = stage.record, _work(stage)
    if work is None or record is None:
        return ()
    if told.beat.phase is Phase.TOTAL:
        done = _done(stage, told)
        key = "hall.total.squares" if isinstance(record, NormRecord) else "hall.total"
        key = "hall.total.powers" if isinstance(record, SoftmaxRecord) else key
        if not done or work.results is None:
            return ()
        return words.spans(key, n=done, sum=float(work.results[work.told[done - 1]]))
    if told.beat.phase is Phase.DIVIDE:
        return _divided(stage, told)
    if isinstance(record, MaxRecord):
        return _greatest(stage, work, told)
    if isinstance(record, SoftmaxRecord):
        power = float(record.exponentials[record.channel])
        x, highest = float(record.inputs[record.channel]), words.bracketed(record.highest)
        return words.spans("hall.power", x=x, highest=highest, power=power)
    if isinstance(record, NormRecord):
        return words.spans("hall.square", x=words.bracketed(record.value), square=record.value**2)
    return words.spans("hall.passed", value=taken(stage, record.before))


def worked_part(stage: Stage, told: Moment) -> object:
    """Give what the line of a step depends on: equal parts, equal lines."""
    if _work(stage) is None:
        return None
    if told.beat.phase is Phase.DIVIDE:
        return told.progress >= _DIVIDED
    return _done(stage, told), told.made >= COMPARED


def _work(stage: Stage) -> Work | None:
    return None if stage.cast is None else stage.cast.work


def _done(stage: Stage, told: Moment) -> int:
    """Give how many cells are told of: many are read out in a few steps, and exactly at rest."""
    work = _work(stage)
    assert work is not None
    comparing = told.beat.phase is Phase.MAKE
    done = compared(work, told)[0] if comparing else total_done(work, told)
    count = len(work.told)
    if not told.playing or done >= count:
        return done
    stride = max(count // _STOPS, 1)
    return max(done // stride * stride, min(done, 1))


def _greatest(stage: Stage, work: Work, told: Moment) -> Runs:
    done, cells = _done(stage, told), work.taken
    if not done or cells is None:
        return ()
    if told.made < COMPARED:
        return words.spans(
            "hall.best", n=done, best=taken(stage, float(cells[work.told[:done]].max()))
        )
    assert stage.record is not None
    greatest = taken(stage, stage.record.before)
    if len(work.told) > _WRITTEN:
        return words.spans("hall.max.many", n=len(work.told), value=greatest)
    values = ", ".join(words.value(float(value)) for value in cells[work.told])
    return words.spans("hall.max", values=values, value=greatest)


def _divided(stage: Stage, told: Moment) -> Runs:
    record = stage.record
    part = "" if told.progress >= _DIVIDED else ".open"
    if isinstance(record, AverageRecord):
        numbers: dict[str, object] = {"x": taken(stage, record.total), "divisor": record.divisor}
    elif isinstance(record, SoftmaxRecord):
        power = float(record.exponentials[record.channel])
        numbers = {"x": power, "divisor": record.total}
    else:
        assert isinstance(record, NormRecord)
        numbers = {"x": taken(stage, record.value), "sum": record.squares, **norm_numbers(record)}
        return words.spans(f"hall.norm-over{part}", value=outcome(stage, record.before), **numbers)
    return words.spans(f"hall.over{part}", value=outcome(stage, record.before), **numbers)
