"""The sentence that says what happens at a moment of the story, as runs of colour."""

from __future__ import annotations

from functools import partial

from convviz import words
from convviz.kinds.registry import PRESENTATIONS
from convviz.kinds.telling import Family, OperationKind
from convviz.model.errors import ModelError
from convviz.model.record import Step, outputs_reading
from convviz.panels.caption.help_buttons import why_spans
from convviz.panels.caption.opening_sentences import cut_key, rest_sentence
from convviz.panels.caption.operation_sentences import tell, tell_bare
from convviz.panels.painting.value_runs import Runs, filled, outcome, signed, unactivated
from convviz.panels.transport.step_names import after_spans, explained_index, group_of, linear_word
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.timeline import Beat, Phase
from convviz.state.help import help_of
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback
from convviz.words.places import columns_spans, rows_spans


def sentence(resolved: Resolved, playback: Playback) -> Runs:
    """Give the caption of a moment."""
    stage = resolved.stage
    if (helped := help_of(resolved)) is not None:
        return why_spans(helped)
    assert stage is not None
    board = stage.storyboard
    if stage.selection.reader is not None and not playback.playing:
        return _readers(resolved, stage, *stage.selection.reader)
    if playback.time <= 0.0 and not playback.playing:
        return rest_sentence(resolved, stage)
    if playback.time >= board.duration:
        filters = stage.output_shape.channels
        key = "playback.say.end" + (".one" if filters == 1 else "")
        if not stage.filters:
            key = cut_key(stage) if stage.cut_share > 0.0 else "playback.say.end.alone"
        output, share = words.shape_spans(stage.output_shape, Role.COUT), stage.cut_share
        return words.spans(key, output=output, n=filters, share=words.percent(share))
    beat = board.beats[explained_index(board, playback)]
    there = _result_is_there(stage, playback)
    if beat.phase is Phase.CHANNEL or (beat.phase is Phase.CHANNELS and beat.first == beat.last):
        return _channel(stage, beat, there)
    if not there:
        return _without_result(stage, beat)
    if stage.family is not Family.SUM and beat.phase is not Phase.ACTIVATION:
        return tell(stage, beat)
    return _TELLERS[beat.phase](stage, beat)


def moment_key(resolved: Resolved, playback: Playback) -> tuple[object, ...]:
    """Give what the caption depends on besides `resolved`: equal keys, equal sentences."""
    stage = resolved.stage
    if stage is None:
        return ()
    board = stage.storyboard
    return (
        explained_index(board, playback),
        playback.time <= 0.0,
        playback.time >= board.duration,
        playback.playing and (playback.time <= 0.0 or stage.selection.reader is not None),
        _result_is_there(stage, playback),
    )


def _result_is_there(stage: Stage, playback: Playback) -> bool:
    """Whether the stage has made what the step in hand comes to: before, no caption tells it."""
    if stage.model is None or stage.record is None:
        return True
    beat = stage.storyboard.beats[explained_index(stage.storyboard, playback)]
    so_far = stage.progress(playback)
    if so_far.phase is not beat.phase:
        return True  # the step told is over
    if beat.phase is Phase.MAKE:
        return so_far.compared or stage.telling.operation_kind is not OperationKind.GREATEST
    if beat.phase is Phase.TOTAL:
        return so_far.summed >= max(stage.storyboard.cells, 1)
    if beat.phase in (Phase.CHANNEL, Phase.CHANNELS):
        return so_far.made or so_far.channel > beat.first
    there = {
        Phase.BIAS: so_far.biased,
        Phase.DIVIDE: so_far.divided,
        Phase.ACTIVATION: so_far.activated,
    }
    return there.get(beat.phase, True)


def _without_result(stage: Stage, beat: Beat) -> Runs:
    """What happens in a step whose result is still to be seen."""
    if beat.phase is Phase.BIAS:
        return words.spans("playback.say.bias.bare", filter=stage.selection.filter + 1)
    if beat.phase is Phase.ACTIVATION:
        return after_spans(stage, "playback.say", ".bare", " ")
    if beat.phase in (Phase.MAKE, Phase.TOTAL, Phase.DIVIDE):
        return tell_bare(stage, beat)
    return _TELLERS[beat.phase](stage, beat)


def _readers(resolved: Resolved, stage: Stage, row: int, column: int) -> Runs:
    try:
        network, alone = resolved.document.network, stage.elementwise
        rows, columns = outputs_reading(network, stage.node, row, column, alone)
    except ModelError:  # the edit that moved the position away is on its way
        return rest_sentence(resolved, stage)
    count = len(rows) * len(columns)
    place = {"row": row + 1, "column": column + 1, "n": count}
    if not count:
        return words.spans("playback.say.readers.none", **place)
    key = "playback.say.readers" + (".one" if count == 1 else "")
    return words.spans(key, rows=rows_spans(rows), columns=columns_spans(columns), **place)


def _lift(stage: Stage, _beat: Beat) -> Runs:
    kh, kw = stage.reading.kernel
    channels = stage.storyboard.channels
    numbers = {"n": channels, "filter": stage.selection.filter + 1, "kernel": _kernel(stage)}
    if linear_word(stage):
        return words.spans(f"playback.say.lift{linear_word(stage)}", **numbers)
    if kh * kw > 1:
        return words.spans("playback.say.lift.block", **numbers)
    row, column = _place(stage)
    if not (0 <= row < stage.input_shape.height and 0 <= column < stage.input_shape.width):
        return words.spans("playback.say.lift.padding", **numbers)
    key = "playback.say.lift" + (".one" if channels == 1 else "")
    return words.spans(key, row=row + 1, column=column + 1, **numbers)


def _products(stage: Stage, _beat: Beat) -> Runs:
    kh, kw = stage.reading.kernel
    channel, n = group_of(stage).counted(1)
    return words.spans("playback.say.products", channel=channel, n=n, k=kh * kw)


def _channel(stage: Stage, beat: Beat, there: bool) -> Runs:
    figures, channel = stage.figures_of(stage.record), beat.first
    told, n = group_of(stage).counted(channel + 1)
    numbers: dict[str, object] = {"channel": told, "n": n}
    linear = linear_word(stage)
    if figures is None or channel >= len(figures.record.channel_sums):
        return words.spans(f"playback.say.channel.bare{linear}", **numbers)
    numbers["result"] = signed(figures.result(channel))
    still = "" if there else ".open"
    if figures.single:
        return words.spans(
            f"playback.say.channel{linear}{still}",
            x=figures.input(channel),
            w=signed(figures.weight(channel)),
            **numbers,
        )
    k = int(figures.record.weights[0].size)
    return words.spans(f"playback.say.channel.block{still}", k=k, **numbers)


def _channels(stage: Stage, beat: Beat) -> Runs:
    first, last = group_of(stage).ends(beat.first + 1, beat.last + 1)
    return words.spans(
        f"playback.say.channels{linear_word(stage)}",
        first=first,
        last=last,
        count=beat.last - beat.first + 1,
    )


def _bias(stage: Stage, _beat: Beat) -> Runs:
    figures, filter = stage.figures_of(stage.record), stage.selection.filter + 1
    if figures is None:
        return words.spans("playback.say.bias.bare", filter=filter)
    return words.spans(
        "playback.say.bias",
        filter=filter,
        bias=signed(figures.bias),
        sum=signed(figures.total(stage.storyboard.channels)),
        before=signed(figures.before),
    )


def _activation(stage: Stage, _beat: Beat) -> Runs:
    record = stage.record
    if record is None:
        return after_spans(stage, "playback.say", ".bare", " ")
    runs: Runs = ()
    places, last = stage.decimals.results, len(record.steps) - 1
    for index, step in enumerate(record.steps):
        told_before = signed if index else partial(unactivated, stage)
        told_after = signed if index < last else partial(outcome, stage)
        before, after = told_before(step.before, places), told_after(step.after, places)
        said = _step(stage, step, before, after, first=not runs)
        runs = (*runs, Span(" "), *said) if runs else said
    return runs


def _step(stage: Stage, step: Step, before: Runs, after: Runs, first: bool) -> Runs:
    """One step after the layer, with every number it uses; a later one may be told in brief."""
    told = PRESENTATIONS[step.kind].after
    assert told is not None
    numbers = filled(stage, told.says.numbers, step)
    name = words.text(f"kind.{step.kind}")
    key = told.says.key + told.end(step, first)
    return words.spans(key, name=name, before=before, after=after, **numbers)


def _land(stage: Stage, beat: Beat) -> Runs:
    if linear_word(stage):
        return tell(stage, beat)
    record = stage.record
    numbers = {
        "filter": stage.selection.filter + 1,
        "row": stage.selection.row + 1,
        "column": stage.selection.column + 1,
    }
    if record is None:
        return words.spans("playback.say.land.bare", **numbers)
    after = outcome(stage, record.after, stage.decimals.results)
    return words.spans("playback.say.land", after=after, **numbers)


def _map(stage: Stage, beat: Beat) -> Runs:
    positions = stage.storyboard.positions
    return words.spans("playback.say.map", positions=positions, filter=beat.first + 1)


def _filter(stage: Stage, beat: Beat) -> Runs:
    key = "playback.say.filter" + linear_word(stage)
    return words.spans(key, filter=beat.first + 1, n=stage.storyboard.filters)


_TELLERS = {
    Phase.LIFT: _lift,
    Phase.PRODUCTS: _products,
    Phase.CHANNELS: _channels,
    Phase.BIAS: _bias,
    Phase.ACTIVATION: _activation,
    Phase.LAND: _land,
    Phase.MAP: _map,
    Phase.FILTER: _filter,
}


def _kernel(stage: Stage) -> Runs:
    kh, kw = stage.reading.kernel
    return words.kernel_spans(kh, kw, stage.storyboard.channels)


def _place(stage: Stage) -> tuple[int, int]:
    """Give the input position that a 1×1 filter reads."""
    chosen, reading = stage.selection, stage.reading
    rows = reading.rows(chosen.filter, chosen.row)
    return rows[0], reading.columns(chosen.filter, chosen.column)[0]
