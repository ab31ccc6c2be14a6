"""The arithmetic of the step that is told, as one line: 0.304 × −0.092 ≈ −0.028 → sum 0.365.

It is written on as the story goes: the product once it is made, the sum once it has fallen.
"""

from __future__ import annotations

from dataclasses import replace

from convviz import words
from convviz.model.record import CellRecord
from convviz.panels.caption_sentences import sentence
from convviz.panels.figure_runs import Runs, outcome, signed
from convviz.panels.hall_work import WORKED, worked, worked_part
from convviz.panels.transport_names import activation_word, linear_word, read_from
from convviz.scene.moment import Moment, moment
from convviz.scene.timeline import Phase
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback

_MADE, _FALLEN = 0.45, 0.85  # of a channel's step: its product is made, is in the sum
_STOPS = 12  # times that the sum is read out while many channels pass at once
_FIGURED = WORKED | {Phase.CHANNEL, Phase.CHANNELS, Phase.BIAS, Phase.ACTIVATION, Phase.LAND}


def figures(resolved: Resolved, playback: Playback) -> Runs:
    """Give the line; nothing where the step calculates nothing, or no value is known."""
    stage = resolved.stage
    told = _told(stage, playback)
    if stage is None or stage.record is None or told is None:
        return ()
    phase = told.beat.phase
    if phase in WORKED:
        return worked(stage, told)
    after = outcome(stage, stage.record.after)
    if phase is Phase.ACTIVATION:
        key = f"hall.{activation_word(stage)}"
        return words.spans(key, before=signed(stage.record.before), after=after)
    if phase is Phase.LAND:
        return words.spans("hall.land", after=after)
    record = stage.sum
    assert record is not None  # only a sum has any other step that calculates
    if phase is Phase.CHANNEL or (phase is Phase.CHANNELS and told.beat.first == told.beat.last):
        return _product(record, told)
    if phase is Phase.CHANNELS:
        return _sum(record, _calm(told), linear_word(stage))
    return words.spans(
        "hall.bias",
        sum=signed(float(record.running[-1])),
        bias=signed(record.bias),
        before=signed(record.before),
    )


def figures_key(resolved: Resolved, playback: Playback) -> tuple[object, ...]:
    """Give what the line depends on besides `resolved`: equal keys, equal lines."""
    stage = resolved.stage
    told = _told(stage, playback)
    if told is None or stage is None:
        return ()
    if told.beat.phase in WORKED:
        return told.beat.phase, worked_part(stage, told)
    whole = told.beat.phase is Phase.CHANNELS and told.beat.first != told.beat.last
    part = _calm(told) if whole else _part(told)
    return told.beat.phase, told.beat.first, part


def hall_sentence(resolved: Resolved, playback: Playback) -> Runs:
    """Give the caption: without numbers where these stand in the line under it."""
    stage = resolved.stage
    told = _told(stage, playback)
    if stage is None or stage.record is None or told is None:
        return sentence(resolved, playback)
    kernel = stage.reading.kernel
    if told.beat.phase is Phase.CHANNEL and kernel != (1, 1):
        return words.spans(
            "hall.channel.block",
            channel=read_from(stage) + told.beat.first + 1,
            n=stage.input_shape.channels,
            count=kernel[0] * kernel[1],
        )
    bare = replace(resolved, stages=(replace(stage, record=None),))
    return sentence(bare, playback)


def _told(stage: Stage | None, playback: Playback) -> Moment | None:
    """Give the moment of a step that calculates, None in any other."""
    if stage is None or (stage.selection.reader is not None and not playback.playing):
        return None
    if playback.time <= 0.0 or playback.time >= stage.storyboard.duration:
        return None
    told = moment(stage.storyboard, playback.time, playback.playing)
    return told if told.beat.phase in _FIGURED else None


def _part(told: Moment) -> int:
    """Give how much of a channel's line is written: 0 factors, 1 product, 2 sum."""
    return int(told.progress >= _MADE) + int(told.progress >= _FALLEN)


def _calm(told: Moment) -> int:
    """Give how many channels the sum is read out of: it changes a few times only, and at rest."""
    done = int(told.summed)
    if not told.playing or done > told.beat.last:
        return done
    stride = max((told.beat.last + 1 - told.beat.first) // _STOPS, 1)
    return told.beat.first + (done - told.beat.first) // stride * stride


def _product(record: CellRecord, told: Moment) -> Runs:
    channel = told.beat.first
    kernel = record.weights.shape[1:]
    one = kernel == (1, 1)
    key = ("hall.product" if one else "hall.products") + (".open", "", ".sum")[_part(told)]
    return words.spans(
        key,
        x=float(record.inputs[channel, 0, 0]),
        w=signed(float(record.weights[channel, 0, 0])),
        count=kernel[0] * kernel[1],
        result=signed(float(record.channel_sums[channel])),
        sum=signed(float(record.running[channel])),
    )


def _sum(record: CellRecord, done: int, linear: str) -> Runs:
    return words.spans(
        f"hall.sum{linear}", n=done, sum=signed(float(record.running[max(done, 1) - 1]))
    )
