"""The sentences of stages that are no sum of products: one teller per step and making."""

from __future__ import annotations

from collections.abc import Callable

from convviz import words
from convviz.kinds.telling import Family, Making, Sentence
from convviz.panels.figure_runs import Runs, outcome, said
from convviz.scene.timeline import Beat, Phase
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
    telling, chosen = stage.telling, stage.selection
    numbers = {**_place(stage), "n": len(stage.reading.channels(chosen.filter))}
    if telling.centred:
        numbers["channel"] = chosen.filter + 1
    if telling.making is Making.PASSED:  # the cell is named by its place in the input
        numbers["row"] = stage.reading.rows(chosen.filter, chosen.row)[0] + 1
        numbers["column"] = stage.reading.columns(chosen.filter, chosen.column)[0] + 1
    return words.spans(f"playback.say.lift.{telling.lift}", **numbers, **window_sides(stage))


def _make(stage: Stage, _beat: Beat) -> Runs:
    return _said(stage, stage.telling.make, "make")


def _total(stage: Stage, _beat: Beat) -> Runs:
    return _said(stage, stage.telling.total, "total")


def _divide(stage: Stage, _beat: Beat) -> Runs:
    return _said(stage, stage.telling.divide, "divide")


def _said(stage: Stage, sentence: Sentence | None, step: str) -> Runs:
    if stage.record is None or sentence is None:
        return _bare(stage, step)
    return said(stage, sentence, stage.record)


def _bare(stage: Stage, step: str) -> Runs:
    """Give the sentence of a step without its numbers: a larger line has them, or none is known."""
    name = stage.telling.step_word
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


_TELLERS: dict[Phase, Callable[[Stage, Beat], Runs]] = {
    Phase.LIFT: _lift,
    Phase.MAKE: _make,
    Phase.TOTAL: _total,
    Phase.DIVIDE: _divide,
    Phase.LAND: _land,
    Phase.MAP: _map,
    Phase.FILTER: _filter,
}
