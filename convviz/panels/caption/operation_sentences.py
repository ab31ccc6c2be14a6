"""The sentences of stages that are no sum of products: one teller per step and making."""

from __future__ import annotations

from collections.abc import Callable

from convviz import words
from convviz.kinds.telling import Family, OperationKind, Sentence
from convviz.model.cell_records import OutputRecord
from convviz.panels.painting.value_runs import Runs, outcome, said, taken
from convviz.panels.transport.step_names import join_numbers
from convviz.scene.primitives import Span
from convviz.scene.timeline import Beat, Phase
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
    telling, chosen = stage.telling, stage.selection
    numbers = {**_place(stage), "n": len(stage.reading.channels(chosen.filter))}
    if telling.centred:
        numbers["channel"] = chosen.filter + 1
    if stage.family is Family.JOIN:
        return words.spans(f"playback.say.lift.{_joined(stage)}", **join_places(stage))
    if (
        telling.operation_kind is OperationKind.PASSED
    ):  # the cell is named by its place in the input
        numbers["row"] = stage.reading.rows(chosen.filter, chosen.row)[0] + 1
        numbers["column"] = stage.reading.columns(chosen.filter, chosen.column)[0] + 1
    return words.spans(f"playback.say.lift.{telling.lift}", **numbers, **window_sides(stage))


def _make(stage: Stage, _beat: Beat) -> Runs:
    return _said(stage, stage.telling.make, "make")


def join_places(stage: Stage) -> dict[str, object]:
    """Give where the cell is in the output, and in the volumes that it is made of."""
    channels = stage.reading.channels(stage.selection.filter)
    source = next(each for each in reversed(stage.sources) if each.first <= channels.start)
    own = {"name": source.name, "n": len(channels), "channel": channels.start - source.first + 1}
    return {**_place(stage), **own}


def _joined(stage: Stage) -> str:
    """Give the part of the keys that says what is done with several volumes."""
    assert stage.telling.operation_kind is not None
    return (
        stage.telling.operation_kind.value
        if stage.storyboard.first_of(Phase.JOIN) is None
        else "of"
    )


def _total(stage: Stage, _beat: Beat) -> Runs:
    record = stage.made
    if stage.family is not Family.JOIN or record is None:
        return _said(stage, stage.telling.total, "total")
    value = outcome(stage, record.before, stage.decimals.results)
    key = f"playback.say.total.{_joined(stage)}"
    if len(record.read) > _WRITTEN:
        return words.spans(f"{key}.many", n=len(record.read), value=value)
    sign = " × " if stage.telling.operation_kind is OperationKind.PRODUCT else " + "
    return words.spans(key, terms=_terms(stage, record, sign), value=value)


def _terms(stage: Stage, record: OutputRecord, sign: str) -> Runs:
    """Give the values, each as it is shown elsewhere, with a sign between them."""
    runs: list[Span] = []
    for value in record.read:
        shown = taken(stage, float(value), stage.decimals.inputs)
        runs += [Span(sign), *shown] if runs else [*shown]
    return tuple(runs)


def _divide(stage: Stage, _beat: Beat) -> Runs:
    return _said(stage, stage.telling.divide, "divide")


def _said(stage: Stage, sentence: Sentence | None, step: str) -> Runs:
    if stage.record is None or sentence is None:
        return _bare(stage, step)
    places = join_places(stage) if stage.family is Family.JOIN else {}
    return said(stage, sentence, stage.record, **places)


def _bare(stage: Stage, step: str) -> Runs:
    """Give the sentence of a step without its numbers: a larger line has them, or none is known."""
    name = stage.telling.step_word
    if stage.family is Family.JOIN:
        return words.spans(f"playback.say.{step}.{name}.bare", **join_places(stage))
    return words.spans(f"playback.say.{step}.{name}.bare", filter=stage.selection.filter + 1)


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
    return words.spans(
        f"playback.say.filter.{stage.telling.each}",
        filter=beat.first + 1,
        n=stage.storyboard.filters,
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
