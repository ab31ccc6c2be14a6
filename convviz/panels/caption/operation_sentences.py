"""The sentences of stages that are no sum of products: one teller per step and making."""

from __future__ import annotations

from collections.abc import Callable

from convviz import words
from convviz.model.cell_records import (
    AverageRecord,
    MaxRecord,
    NormRecord,
    SoftmaxRecord,
)
from convviz.panels.painting.value_runs import Runs, outcome, taken
from convviz.scene.primitives import Rounded
from convviz.scene.stage_model import OperationKind
from convviz.scene.timeline import Beat, Phase
from convviz.state.families import Family
from convviz.state.resolved import Stage


def tell(stage: Stage, beat: Beat) -> Runs:
    """Give the sentence of a step."""
    return _TELLERS[beat.phase](stage, beat)


def tell_bare(stage: Stage, beat: Beat) -> Runs:
    """Give the sentence of a step without its numbers."""
    return _bare(stage, beat.phase.value)


def _place(stage: Stage) -> dict[str, object]:
    chosen = stage.selection
    return {
        "row": chosen.row + 1,
        "column": chosen.column + 1,
        "filter": chosen.filter + 1,
        "channel": stage.reading.channels(chosen.filter).start + 1,
    }


def window_sides(stage: Stage) -> dict[str, object]:
    """Give the rows and columns of the window."""
    rows, columns = stage.reading.kernel
    return {"rows": rows, "columns": columns}


def _lift(stage: Stage, _beat: Beat) -> Runs:
    operation_kind, chosen = stage.telling.operation_kind, stage.selection
    numbers = {**_place(stage), "n": len(stage.reading.channels(chosen.filter))}
    if stage.family is Family.WINDOW:
        return words.spans("playback.say.lift.window", **numbers, **window_sides(stage))
    if operation_kind is OperationKind.SHARE:
        return words.spans("playback.say.lift.share", **numbers)
    if operation_kind is OperationKind.STRENGTH:
        numbers["channel"] = chosen.filter + 1
        return words.spans("playback.say.lift.neighbours", **numbers)
    numbers["row"] = stage.reading.rows(chosen.filter, chosen.row)[0] + 1
    numbers["column"] = stage.reading.columns(chosen.filter, chosen.column)[0] + 1
    return words.spans("playback.say.lift.each", **numbers)


def _make(stage: Stage, _beat: Beat) -> Runs:
    record, places = stage.record, stage.decimals
    if isinstance(record, MaxRecord):
        key = "playback.say.make.greatest" + ("" if record.inside.all() else ".padded")
        return words.spans(
            key, n=int(record.inside.sum()), value=taken(stage, record.before, places.results)
        )
    if isinstance(record, SoftmaxRecord):
        highest = words.bracketed(Rounded(record.highest, places.inputs))
        return words.spans("playback.say.make.share", highest=highest)
    if isinstance(record, NormRecord):
        return words.spans("playback.say.make.strength", n=len(record.inputs))
    if record is None:
        return _bare(stage, "make")
    key = f"playback.say.make.{stage.kind}"
    value = taken(stage, record.before, places.results)
    return words.spans(key, value=value, filter=record.filter + 1)


def _total(stage: Stage, _beat: Beat) -> Runs:
    record, factors = stage.record, stage.decimals.factors
    if isinstance(record, AverageRecord):
        count = int(record.inside.sum())
        total = taken(stage, record.total, factors)
        return words.spans("playback.say.total.mean", n=count, sum=total)
    if isinstance(record, SoftmaxRecord):
        summed = Rounded(record.total, factors)
        return words.spans("playback.say.total.share", n=len(record.inputs), sum=summed)
    if isinstance(record, NormRecord):
        return words.spans("playback.say.total.strength", sum=Rounded(record.squares, factors))
    return _bare(stage, "total")


def _divide(stage: Stage, _beat: Beat) -> Runs:
    record, places = stage.record, stage.decimals
    if isinstance(record, AverageRecord):
        padded = ".padded" if record.divisor > int(record.inside.sum()) else ""
        return words.spans(
            f"playback.say.divide.mean{padded}",
            sum=taken(stage, record.total, places.factors),
            divisor=record.divisor,
            value=outcome(stage, record.before, places.results),
        )
    if isinstance(record, SoftmaxRecord):
        return words.spans(
            "playback.say.divide.share",
            part=Rounded(float(record.exponentials[record.channel]), places.factors),
            sum=Rounded(record.total, places.factors),
            value=outcome(stage, record.before, places.results),
            filter=record.channel + 1,
        )
    if isinstance(record, NormRecord):
        return words.spans(
            "playback.say.divide.strength",
            x=taken(stage, record.value, places.inputs),
            sum=Rounded(record.squares, places.factors),
            value=outcome(stage, record.before, places.results),
            **norm_numbers(record),
        )
    return _bare(stage, "divide")


def _bare(stage: Stage, step: str) -> Runs:
    """Give the sentence of a step without its numbers: a larger line has them, or none is known."""
    operation_kind = stage.telling.operation_kind
    assert operation_kind is not None
    name = stage.kind if operation_kind is OperationKind.PASSED else operation_kind.value
    return words.spans(f"playback.say.{step}.{name}.bare", filter=stage.selection.filter + 1)


def norm_numbers(record: NormRecord) -> dict[str, object]:
    """Give the numbers of a response norm's divisor."""
    return {"k": record.k, "factor": record.factor, "beta": record.beta}


def _land(stage: Stage, _beat: Beat) -> Runs:
    if stage.record is None:
        return words.spans("playback.say.land.alone.bare", **_place(stage))
    after = outcome(stage, stage.record.after, stage.decimals.results)
    return words.spans("playback.say.land.alone", after=after, **_place(stage))


def _map(stage: Stage, beat: Beat) -> Runs:
    numbers = {"positions": stage.storyboard.positions, "filter": beat.first + 1}
    if stage.family is not Family.WINDOW:
        return words.spans("playback.say.map.alone", **numbers)
    down, across = stage.reading.stride
    return words.spans("playback.say.map.window", rows=down, columns=across, **numbers)


def _filter(stage: Stage, beat: Beat) -> Runs:
    kind = "share" if stage.family is Family.SHARE else "alone"
    return words.spans(
        f"playback.say.filter.{kind}", filter=beat.first + 1, n=stage.storyboard.filters
    )


_TELLERS: dict[Phase, Callable[[Stage, Beat], Runs]] = {
    Phase.LIFT: _lift,
    Phase.MAKE: _make,
    Phase.TOTAL: _total,
    Phase.DIVIDE: _divide,
    Phase.LAND: _land,
    Phase.MAP: _map,
    Phase.FILTER: _filter,
}
