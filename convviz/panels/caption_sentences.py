"""The sentence that says what happens at a moment of the story, as runs of colour."""

from __future__ import annotations

from convviz import words
from convviz.model.errors import ModelError
from convviz.model.record import CellRecord, outputs_reading
from convviz.panels.transport_names import activation_word, told_index
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.scene.timeline import Beat, Phase
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback

Runs = tuple[Span, ...]


def sentence(resolved: Resolved, playback: Playback) -> Runs:
    """Give the caption of a moment."""
    stage = resolved.stage
    if stage is None:
        return words.spans("playback.say.nothing")
    board = stage.storyboard
    if stage.selection.reader is not None and not playback.playing:
        return _readers(resolved, stage, *stage.selection.reader)
    if playback.time <= 0.0 and not playback.playing:
        return _rest(stage)
    if playback.time >= board.duration:
        filters = stage.output_shape.channels
        key = "playback.say.end" + (".one" if filters == 1 else "")
        return words.spans(key, output=words.shape_spans(stage.output_shape, Role.COUT), n=filters)
    beat = board.beats[told_index(board, playback)]
    if beat.phase is Phase.CHANNELS and beat.first == beat.last:
        return _channel(stage, beat)
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


def _rest(stage: Stage) -> Runs:
    filters = stage.output_shape.channels
    return words.spans(
        "playback.say.rest" + (".one" if filters == 1 else ""),
        filters=filters,
        kernel=_kernel(stage),
        input=words.shape_spans(stage.input_shape),
        output=words.shape_spans(stage.output_shape, Role.COUT),
    )


def _readers(resolved: Resolved, stage: Stage, row: int, column: int) -> Runs:
    try:
        rows, columns = outputs_reading(resolved.document.network, stage.node, row, column)
    except ModelError:  # the edit that moved the position away is on its way
        return _rest(stage)
    count = len(rows) * len(columns)
    key = {0: "playback.say.readers.none", 1: "playback.say.readers.one"}
    return words.spans(
        key.get(count, "playback.say.readers"),
        row=row,
        column=column,
        n=count,
        rows=_range(rows),
        columns=_range(columns),
    )


def _lift(stage: Stage, _beat: Beat) -> Runs:
    kh, kw = stage.layer.kernel
    channels = stage.storyboard.channels
    numbers = {"n": channels, "filter": stage.selection.filter + 1, "kernel": _kernel(stage)}
    if kh * kw > 1:
        return words.spans("playback.say.lift.block", **numbers)
    row, column = _place(stage)
    key = "playback.say.lift" + (".one" if channels == 1 else "")
    return words.spans(key, row=row, column=column, **numbers)


def _channel(stage: Stage, beat: Beat) -> Runs:
    record, channel = stage.record, beat.first
    first, n = _read_from(stage), stage.input_shape.channels
    numbers: dict[str, object] = {"channel": first + channel + 1, "n": n}
    if record is None or channel >= len(record.channel_sums):
        return words.spans("playback.say.channel.bare", **numbers)
    numbers["result"] = signed(float(record.channel_sums[channel]))
    kernel = record.weights.shape[1:]
    if kernel == (1, 1):
        return words.spans(
            "playback.say.channel",
            x=float(record.inputs[channel, 0, 0]),
            w=signed(float(record.weights[channel, 0, 0])),
            **numbers,
        )
    return words.spans("playback.say.channel.block", kernel=f"{kernel[0]}×{kernel[1]}", **numbers)


def _read_from(stage: Stage) -> int:
    """Give the first input channel that the filter's group reads."""
    layer, filter = stage.layer, stage.selection.filter
    return filter // (layer.filters // layer.groups) * stage.storyboard.channels


def _channels(stage: Stage, beat: Beat) -> Runs:
    first = _read_from(stage)
    return words.spans(
        "playback.say.channels",
        first=first + beat.first + 1,
        last=first + beat.last + 1,
        count=beat.last - beat.first + 1,
    )


def _bias(stage: Stage, _beat: Beat) -> Runs:
    record, filter = stage.record, stage.selection.filter + 1
    if record is None:
        return words.spans("playback.say.bias.bare", filter=filter)
    return words.spans(
        "playback.say.bias",
        filter=filter,
        bias=signed(record.bias),
        sum=float(record.running[-1]),
        before=signed(record.before),
    )


def _activation(stage: Stage, _beat: Beat) -> Runs:
    record, word = stage.record, activation_word(stage)
    if record is None:
        return words.spans(f"playback.say.{word}.bare")
    key = f"playback.say.{word}"
    if word == "relu":
        key += ".passes" if record.before >= 0.0 else ".stops"
    return words.spans(key, before=signed(record.before), after=signed(record.after))


def _land(stage: Stage, _beat: Beat) -> Runs:
    record = stage.record
    numbers = {
        "filter": stage.selection.filter + 1,
        "row": stage.selection.row,
        "column": stage.selection.column,
    }
    if record is None:
        return words.spans("playback.say.land.bare", **numbers)
    return words.spans("playback.say.land", after=signed(record.after), **numbers)


def _map(stage: Stage, beat: Beat) -> Runs:
    positions = stage.storyboard.positions
    return words.spans("playback.say.map", positions=positions, filter=beat.first + 1)


def _filter(stage: Stage, beat: Beat) -> Runs:
    return words.spans("playback.say.filter", filter=beat.first + 1, n=stage.storyboard.filters)


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


def signed(number: float) -> Runs:
    """Give a value in the colour of its sign; zero is plain."""
    text = words.value(number)
    if number == 0.0:
        return (Span(text),)
    return (Span(text, Role.POSITIVE if number > 0.0 else Role.NEGATIVE),)


def _kernel(stage: Stage) -> Runs:
    kh, kw = stage.layer.kernel
    return words.kernel_spans(kh, kw, stage.storyboard.channels)


def _place(stage: Stage) -> tuple[int, int]:
    """Give the input position that a 1×1 filter reads; the record knows stride and padding."""
    record: CellRecord | None = stage.record
    if record is None:
        (sh, sw) = stage.layer.stride
        return stage.selection.row * sh, stage.selection.column * sw
    return int(record.rows[0]), int(record.columns[0])


def _range(numbers: range) -> str:
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 1:
        return str(first)
    if len(numbers) == 2 or abs(numbers.step) > 1:
        return ", ".join(str(n) for n in numbers) if len(numbers) <= 4 else f"{first} … {last}"
    return f"{first}–{last}"
