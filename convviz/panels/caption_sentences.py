"""The sentence that says what happens at a moment of the story, as runs of colour."""

from __future__ import annotations

from convviz import words
from convviz.model.errors import ModelError
from convviz.model.record import Step, outputs_reading
from convviz.panels.arithmetic_rows import decimals_of
from convviz.panels.caption_rest import rest_sentence
from convviz.panels.figure_runs import Runs, outcome, signed
from convviz.panels.transport_names import activation_word, linear_word, read_from, told_index
from convviz.panels.work_sentences import tell
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.timeline import Beat, Phase
from convviz.state.families import Family
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback
from convviz.words.places import columns_spans, rows_spans


def sentence(resolved: Resolved, playback: Playback) -> Runs:
    """Give the caption of a moment."""
    stage = resolved.stage
    if stage is None:
        return words.spans("playback.say.nothing")
    board = stage.storyboard
    if stage.selection.reader is not None and not playback.playing:
        return _readers(resolved, stage, *stage.selection.reader)
    if playback.time <= 0.0 and not playback.playing:
        return rest_sentence(resolved, stage)
    if playback.time >= board.duration:
        filters = stage.output_shape.channels
        key = "playback.say.end" + (".one" if filters == 1 else "")
        if stage.kind != "conv2d":
            key = "playback.say.end.alone"
        return words.spans(key, output=words.shape_spans(stage.output_shape, Role.COUT), n=filters)
    beat = board.beats[told_index(board, playback)]
    if beat.phase is Phase.CHANNELS and beat.first == beat.last:
        return _channel(stage, beat)
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
        told_index(board, playback),
        playback.time <= 0.0,
        playback.time >= board.duration,
        playback.playing and (playback.time <= 0.0 or stage.selection.reader is not None),
    )


def _readers(resolved: Resolved, stage: Stage, row: int, column: int) -> Runs:
    try:
        rows, columns = outputs_reading(resolved.document.network, stage.node, row, column)
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
    if stage.kind == "linear":
        return words.spans("playback.say.lift.linear", **numbers)
    if kh * kw > 1:
        return words.spans("playback.say.lift.block", **numbers)
    row, column = _place(stage)
    if not (0 <= row < stage.input_shape.height and 0 <= column < stage.input_shape.width):
        return words.spans("playback.say.lift.padding", **numbers)
    key = "playback.say.lift" + (".one" if channels == 1 else "")
    return words.spans(key, row=row + 1, column=column + 1, **numbers)


def _channel(stage: Stage, beat: Beat) -> Runs:
    record, channel = stage.sum, beat.first
    first, n = read_from(stage), stage.input_shape.channels
    numbers: dict[str, object] = {"channel": first + channel + 1, "n": n}
    linear = linear_word(stage)
    if record is None or channel >= len(record.channel_sums):
        return words.spans(f"playback.say.channel.bare{linear}", **numbers)
    numbers["result"] = signed(float(record.channel_sums[channel]))
    kernel = record.weights.shape[1:]
    if kernel == (1, 1):
        return words.spans(
            f"playback.say.channel{linear}",
            x=float(record.inputs[channel, 0, 0]),
            w=signed(float(record.weights[channel, 0, 0])),
            **numbers,
        )
    return words.spans("playback.say.channel.block", k=int(record.weights[0].size), **numbers)


def _channels(stage: Stage, beat: Beat) -> Runs:
    first = read_from(stage)
    return words.spans(
        f"playback.say.channels{linear_word(stage)}",
        first=first + beat.first + 1,
        last=first + beat.last + 1,
        count=beat.last - beat.first + 1,
    )


def _bias(stage: Stage, _beat: Beat) -> Runs:
    record, filter = stage.sum, stage.selection.filter + 1
    if record is None:
        return words.spans("playback.say.bias.bare", filter=filter)
    decimals = decimals_of(record).sums
    return words.spans(
        "playback.say.bias",
        filter=filter,
        bias=signed(record.bias, decimals),
        sum=words.fixed(float(record.running[-1]), decimals),
        before=signed(record.before, decimals),
    )


def _activation(stage: Stage, _beat: Beat) -> Runs:
    record = stage.record
    if record is None:
        return words.spans(f"playback.say.{activation_word(stage)}.bare")
    runs: Runs = ()
    for step in record.steps:
        runs = (*runs, Span(" "), *_step(step, first=False)) if runs else _step(step, first=True)
    return runs


def _step(step: Step, first: bool) -> Runs:
    """One step after the convolution, with every number it uses; a later ReLU is told in brief."""
    before, after = signed(step.before), signed(step.after)
    if step.kind == "relu":
        passes, stops = ("passes", "stops") if first else ("keeps", "clears")
        key = f"playback.say.relu.{passes if step.before >= 0.0 else stops}"
        return words.spans(key, before=before)
    if step.kind == "batch-norm":
        _, _, gamma, mean, deviation, beta = step.numbers
        return words.spans(
            "playback.say.norm",
            before=before,
            after=after,
            gamma=gamma,
            mean=words.bracketed(mean),
            deviation=deviation,
            beta=words.bracketed(beta),
        )
    name = words.text(f"kind.{step.kind}")
    return words.spans("playback.say.step", name=name, before=before, after=after)


def _land(stage: Stage, beat: Beat) -> Runs:
    if stage.kind == "linear":
        return tell(stage, beat)
    record = stage.record
    numbers = {
        "filter": stage.selection.filter + 1,
        "row": stage.selection.row + 1,
        "column": stage.selection.column + 1,
    }
    if record is None:
        return words.spans("playback.say.land.bare", **numbers)
    return words.spans("playback.say.land", after=outcome(stage, record.after), **numbers)


def _map(stage: Stage, beat: Beat) -> Runs:
    positions = stage.storyboard.positions
    return words.spans("playback.say.map", positions=positions, filter=beat.first + 1)


def _filter(stage: Stage, beat: Beat) -> Runs:
    key = "playback.say.filter" + linear_word(stage)
    return words.spans(key, filter=beat.first + 1, n=stage.storyboard.filters)


_TELLERS = {
    Phase.LIFT: _lift,
    Phase.CHANNEL: _channel,
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
