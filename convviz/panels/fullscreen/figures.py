"""The arithmetic of the step that is told, as one line: 0.304 × −0.092 ≈ −0.028 → sum 0.365.

It is written on as the story goes: the product once it is made, the sum once it has fallen.
"""

from __future__ import annotations

from dataclasses import replace

from convviz import words
from convviz.panels.caption.sentences import sentence
from convviz.panels.fullscreen.operation import WORKED, worked, worked_part
from convviz.panels.painting.value_runs import Runs, outcome, signed, unactivated
from convviz.panels.transport.step_names import activation_word, group_of, linear_word
from convviz.scene.animation import AnimationState
from convviz.scene.primitives import Span
from convviz.scene.progress import Progress
from convviz.scene.timeline import Phase
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback

_FIGURED = WORKED | {Phase.CHANNEL, Phase.CHANNELS, Phase.BIAS, Phase.ACTIVATION, Phase.LAND}


def figures(resolved: Resolved, playback: Playback) -> Runs:
    """Give the line; nothing where the step calculates nothing, or no value is known."""
    stage = resolved.stage
    told = _told(stage, playback)
    if stage is None or stage.record is None or told is None:
        return ()
    phase, progress = told.beat.phase, stage.progress(playback)
    if phase in WORKED:
        return worked(stage, told, progress)
    decimals = stage.decimals.results
    after = outcome(stage, stage.record.after, decimals)
    if phase is Phase.ACTIVATION:
        key = f"fullscreen.{activation_word(stage)}"
        before = unactivated(stage, stage.record.before, decimals)
        return words.spans(key, before=before, after=after)
    if phase is Phase.LAND:
        return words.spans("fullscreen.land", after=after)
    figures = stage.figures_of(stage.record)
    assert figures is not None  # only a sum has any other step that calculates
    if phase is Phase.CHANNEL or (phase is Phase.CHANNELS and told.beat.first == told.beat.last):
        return _product(stage, progress)
    if phase is Phase.CHANNELS:
        return _sum(stage, progress)
    return words.spans(
        "fullscreen.bias",
        sum=signed(figures.total(stage.storyboard.channels)),
        bias=signed(figures.bias),
        before=signed(figures.before),
    )


def figures_key(resolved: Resolved, playback: Playback) -> tuple[object, ...]:
    """Give what the line depends on besides `resolved`: equal keys, equal lines."""
    stage = resolved.stage
    told = _told(stage, playback)
    if told is None or stage is None:
        return ()
    progress = stage.progress(playback)
    if told.beat.phase in WORKED:
        return told.beat.phase, worked_part(stage, told, progress)
    return told.beat.phase, told.beat.first, progress.channel, progress.made, progress.summed


def full_screen_sentence(resolved: Resolved, playback: Playback) -> Runs:
    """Give the caption: without numbers where these stand in the line under it."""
    stage = resolved.stage
    told = _told(stage, playback)
    if stage is None or stage.record is None or told is None:
        return sentence(resolved, playback)
    kernel = stage.reading.kernel
    if told.beat.phase is Phase.CHANNEL and kernel != (1, 1):
        channel, n = group_of(stage).counted(told.beat.first + 1)
        return words.spans(
            "fullscreen.channel.block",
            channel=channel,
            n=n,
            count=kernel[0] * kernel[1],
        )
    bare = replace(resolved, stages=(replace(stage, record=None),))
    return sentence(bare, playback)


def _told(stage: Stage | None, playback: Playback) -> AnimationState | None:
    """Give the moment of a step that calculates, None in any other."""
    if stage is None or (stage.selection.reader is not None and not playback.playing):
        return None
    if playback.time <= 0.0 or playback.time >= stage.storyboard.duration:
        return None
    told = stage.animation_at(playback)
    return told if told.beat.phase in _FIGURED else None


def _product(stage: Stage, told: Progress) -> Runs:
    """Give what the channel in hand comes to, once that is made, and the sum so far."""
    rows, columns = stage.reading.kernel
    key = "fullscreen.product" if told.weight is not None else "fullscreen.products"
    key += "" if told.made else ".open"
    numbers: dict[str, object] = {"count": rows * columns, "x": told.input}
    for name, number in (("w", told.weight), ("result", told.result)):
        if number is not None:
            numbers[name] = signed(number)
    runs = words.spans(key, **numbers)
    return (*runs, Span("   "), *_sum(stage, told)) if told.summed else runs


def _sum(stage: Stage, told: Progress) -> Runs:
    """Give the sum so far, and of how many."""
    if told.total is None:
        return ()
    key = "fullscreen.sum" + linear_word(stage) + (".one" if told.summed == 1 else "")
    return words.spans(key, n=told.summed, sum=signed(told.total))
