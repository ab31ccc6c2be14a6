"""What the steps of the story are called: short on the scrub bar, in full beside it."""

from __future__ import annotations

from convviz import words
from convviz.kinds.telling import Family, OperationKind
from convviz.panels.painting.value_runs import Runs
from convviz.scene.primitives import Span
from convviz.scene.timeline import Beat, Phase, Storyboard
from convviz.state.resolved import Stage
from convviz.state.view import Playback

_READABLE = 25  # cells that are counted aloud while they pass
_PARTS = {
    Family.WINDOW: "part.window",
    Family.EACH: "part.neighbour",
    Family.SHARE: "channel",
    Family.JOIN: "part.volume",
}


def after_spans(stage: Stage, area: str, end: str = "", between: str = ", ") -> Runs:
    """Give the text for what follows the layer of `stage`: ``<area>.<word><end>``.

    Several layers have a text for all of them, or one after another.
    """
    parts = [step.word for step in stage.after]
    together = f"{area}.{'-'.join(parts)}{end}"
    if words.has(together):
        return words.spans(together)
    runs: Runs = ()
    for part in parts:
        runs = (*runs, *((Span(between),) if runs else ()), *words.spans(f"{area}.{part}{end}"))
    return runs


def linear_word(stage: Stage) -> str:
    """Give the end of the keys that speak of inputs and outputs, not of channels and filters."""
    return stage.telling.speaks


def label(beat: Beat, stage: Stage) -> str:
    """Give the few letters that fit on a segment of the scrub bar."""
    if beat.phase is Phase.ACTIVATION:
        return words.plain(after_spans(stage, "playback.label"))
    return words.text(f"playback.label.{_key(beat, stage)}", **_places(beat, stage))


def name(beat: Beat, stage: Stage) -> str:
    """Give a step's name in full."""
    if beat.phase is Phase.ACTIVATION:
        return words.plain(after_spans(stage, "playback.step"))
    key = _key(beat, stage)
    if not stage.filters and beat.phase is Phase.FILTER:
        key += linear_word(stage) or ".alone"
    if beat.phase in (Phase.CHANNEL, Phase.CHANNELS):
        key += linear_word(stage)
    return words.text(f"playback.step.{key}", **_numbers(beat, stage))


def explained_index(board: Storyboard, playback: Playback) -> int:
    """Give the index of the step that is told; at rest between two it is the one just over."""
    return board.shown_at(playback.time, playback.playing)


def present_name(stage: Stage, playback: Playback) -> str:
    """Give the name of the step that runs, or of the state before the first and after the last."""
    board = stage.storyboard
    if playback.time <= 0.0 and not playback.playing:
        return words.text("playback.step.ready")
    if playback.time >= board.duration:
        return words.text("playback.step.end")
    beat = board.beats[explained_index(board, playback)]
    return _part_name(beat, stage, playback) or name(beat, stage)


def _part_name(beat: Beat, stage: Stage, playback: Playback) -> str:
    """Give the channel, or cell, that the story has come to inside a step; "" where it has none."""
    board = stage.storyboard
    now = stage.animation_at(playback)
    if now.progress >= 1.0:
        return ""
    told = stage.progress(playback)
    if beat.phase is Phase.CHANNELS:
        key, numbers = "channel", _counted(stage, told.channel + 1)
        if told.last > told.channel:
            key = "channels"
            numbers["first"], numbers["last"] = group_of(stage).ends(
                told.channel + 1, told.last + 1
            )
        return words.text(f"playback.step.{key}{linear_word(stage)}", **numbers)
    if beat is not board.counting or (playback.playing and board.cells > _READABLE):
        return ""
    count = told.seen if beat.phase is Phase.MAKE else told.summed
    if count == 0:
        return ""
    key = f"playback.step.{_PARTS[stage.family]}"
    return words.text(key, first=count, n=board.cells)


def next_name(stage: Stage, playback: Playback) -> str:
    """Give the name of the step after the one that runs, "" after the last."""
    board = stage.storyboard
    if playback.time >= board.duration:
        return ""
    index = explained_index(board, playback)
    if playback.time > 0.0 or playback.playing:
        index += 1
    if index >= len(board.beats):
        return words.text("playback.step.end")
    return name(board.beats[index], stage)


def clock(seconds: float) -> str:
    """Give story time as minutes and seconds: ``0:05``."""
    whole = max(0, int(seconds + 1e-6))
    return f"{whole // 60}:{whole % 60:02d}"


def _key(beat: Beat, stage: Stage) -> str:
    if beat.phase is Phase.MAKE and stage.telling.operation_kind is not None:
        return f"make.{stage.telling.operation_kind.value}"
    if beat.phase is Phase.TOTAL and stage.telling.operation_kind is OperationKind.PRODUCT:
        return "total.multiplied"
    if not stage.filters and beat.phase is Phase.MAP:
        return "map.alone"
    if beat.phase is Phase.CHANNELS and beat.first == beat.last:
        return str(Phase.CHANNEL.value)
    return str(beat.phase.value)


def _numbers(beat: Beat, stage: Stage) -> dict[str, object]:
    """Give what the texts of `beat` may contain; channels and filters are counted from 1."""
    if beat.phase is Phase.FILTER:
        return {"filter": beat.first + 1, "n": stage.storyboard.filters}
    if beat.phase is Phase.JOIN:
        return join_numbers(beat, stage)
    numbers = _counted(stage, beat.first + 1)
    if beat.phase is Phase.CHANNELS and beat.last > beat.first:
        ends = group_of(stage).ends(beat.first + 1, beat.last + 1)
        numbers["first"], numbers["last"] = ends
    return numbers


def join_numbers(beat: Beat, stage: Stage) -> dict[str, object]:
    """Give which volume takes its place, and at which of the output's channels."""
    number = next(n for n, each in enumerate(stage.sources, 1) if each.first == beat.first)
    return {
        "number": number,
        "n": len(stage.sources),
        "name": stage.sources[number - 1].name,
        "channels": beat.last + 1 - beat.first,
        "first": beat.first + 1,
        "last": beat.last + 1,
    }


def _places(beat: Beat, stage: Stage) -> dict[str, object]:
    """Give the same as short as they fit on the scrub bar: within the filter's group."""
    if beat.phase in (Phase.FILTER, Phase.JOIN):
        return _numbers(beat, stage)
    return {"first": beat.first + 1, "last": beat.last + 1}


def _counted(stage: Stage, channel: int) -> dict[str, object]:
    """Give a channel of the filter, counted from 1, and of how many."""
    first, n = group_of(stage).counted(channel)
    return {"first": first, "n": n}


def group_of(stage: Stage) -> words.Group:
    """Give the channels that the chosen filter reads."""
    channels = stage.reading.channels(stage.selection.filter)
    return words.Group(channels.start, len(channels), stage.input_shape.channels)
