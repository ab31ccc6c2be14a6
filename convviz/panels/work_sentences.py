"""The sentences of stages that are no sum of products: one teller per step and making."""

from __future__ import annotations

from collections.abc import Callable

from convviz import words
from convviz.model.cell_records import (
    AverageRecord,
    MaxRecord,
    NormRecord,
    SoftmaxRecord,
    SourceRecord,
)
from convviz.panels.figure_runs import Runs, outcome, taken
from convviz.panels.transport_names import join_numbers
from convviz.scene.cast import Making
from convviz.scene.primitives import Rounded, Span
from convviz.scene.timeline import Beat, Phase
from convviz.state.families import Family
from convviz.state.resolved import Stage

_WRITTEN = 3  # values that are written out in a sum


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
    making, chosen = stage.telling.making, stage.selection
    numbers = {**_place(stage), "n": len(stage.reading.channels(chosen.filter))}
    if stage.family is Family.WINDOW:
        return words.spans("playback.say.lift.window", **numbers, **window_sides(stage))
    if making is Making.SHARE:
        return words.spans("playback.say.lift.share", **numbers)
    if making is Making.STRENGTH:
        numbers["channel"] = chosen.filter + 1
        return words.spans("playback.say.lift.neighbours", **numbers)
    if stage.family is Family.JOIN:
        return words.spans(f"playback.say.lift.{_joined(stage)}", **join_places(stage))
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
    if stage.family is Family.JOIN:
        return words.spans(key, value=value, **join_places(stage))
    return words.spans(key, value=value, filter=record.filter + 1)


def join_places(stage: Stage) -> dict[str, object]:
    """Give where the cell is in the output, and in the volumes that it is made of."""
    channels = stage.reading.channels(stage.selection.filter)
    source = next(each for each in reversed(stage.sources) if each.first <= channels.start)
    own = {"name": source.name, "n": len(channels), "channel": channels.start - source.first + 1}
    return {**_place(stage), **own}


def _joined(stage: Stage) -> str:
    """Give the part of the keys that says what is done with several volumes."""
    assert stage.telling.making is not None
    return stage.telling.making.value if stage.storyboard.first_of(Phase.JOIN) is None else "of"


def _total(stage: Stage, _beat: Beat) -> Runs:
    record, factors = stage.record, stage.decimals.factors
    if isinstance(record, AverageRecord):
        count = int(record.inside.sum())
        total = taken(stage, record.total, factors)
        return words.spans("playback.say.total.mean", n=count, sum=total)
    if isinstance(record, SoftmaxRecord):
        count, total = len(record.inputs), Rounded(record.total, factors)
        return words.spans("playback.say.total.share", n=count, sum=total)
    if isinstance(record, NormRecord):
        return words.spans("playback.say.total.strength", sum=Rounded(record.squares, factors))
    if isinstance(record, SourceRecord) and len(record.inputs) > 1:
        value = outcome(stage, record.before, stage.decimals.results)
        key = f"playback.say.total.{_joined(stage)}"
        if len(record.inputs) > _WRITTEN:
            return words.spans(f"{key}.many", n=len(record.inputs), value=value)
        sign = " × " if stage.telling.making is Making.PRODUCT else " + "
        return words.spans(key, terms=_terms(stage, record, sign), value=value)
    return _bare(stage, "total")


def _terms(stage: Stage, record: SourceRecord, sign: str) -> Runs:
    """Give the values, each as it is shown elsewhere, with a sign between them."""
    runs: list[Span] = []
    for value in record.inputs:
        shown = taken(stage, float(value), stage.decimals.inputs)
        runs += [Span(sign), *shown] if runs else [*shown]
    return tuple(runs)


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
    making = stage.telling.making
    assert making is not None
    name = stage.kind if making is Making.PASSED else making.value
    if stage.family is Family.JOIN:
        return words.spans(f"playback.say.{step}.{name}.bare", **join_places(stage))
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


def _join(stage: Stage, beat: Beat) -> Runs:
    return words.spans("playback.say.join", **join_numbers(beat, stage))


_TELLERS: dict[Phase, Callable[[Stage, Beat], Runs]] = {
    Phase.LIFT: _lift,
    Phase.MAKE: _make,
    Phase.TOTAL: _total,
    Phase.DIVIDE: _divide,
    Phase.LAND: _land,
    Phase.MAP: _map,
    Phase.FILTER: _filter,
    Phase.JOIN: _join,
}
