"""Playback as pure functions: passing time, steps both ways, jumps, and the intents for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.scene.timeline import Beat, Phase, Storyboard
from convviz.state.intents import Jump, Seek, SetSpeed, Step, TogglePlay
from convviz.state.view import Playback

SPEED_RANGE = (0.1, 32.0)
CLOSE = 1e-8  # story seconds that count as the same moment


def advance(playback: Playback, story: Storyboard, seconds: float) -> Playback:
    """The playback after so many real seconds; it stops at `until` and at the end."""
    if not playback.playing:
        return playback
    goal = story.duration if playback.until is None else min(playback.until, story.duration)
    time = playback.time + seconds * playback.speed
    if time >= goal - CLOSE:
        return replace(playback, time=goal, playing=False, until=None)
    return replace(playback, time=time)


def toggle(playback: Playback, story: Storyboard) -> Playback:
    """Play or pause; from the end it starts again."""
    if playback.playing:
        return replace(playback, playing=False, until=None)
    time = 0.0 if playback.time >= story.duration - CLOSE else playback.time
    return replace(playback, time=time, playing=True, until=None)


def seek(playback: Playback, story: Storyboard, time: float) -> Playback:
    """Go to a story time; what was playing goes on from there."""
    return replace(playback, time=min(max(time, 0.0), story.duration), until=None)


def stops(story: Storyboard) -> tuple[float, ...]:
    """Story times at which a step ends: the ends of all beats, with the start."""
    return (0.0, *(beat.end for beat in story.beats))


def step(playback: Playback, story: Storyboard, unit: str, direction: int) -> Playback:
    """One step of "span", "channel", "position" or "filter".

    A span forwards plays to its end, and is at its end at once when it is already playing;
    everything else is there at once.
    """
    if unit == "span" and direction > 0:
        return _span_forward(playback, story)
    times = _stops_of(story, unit, playback.time)
    time = _next(times, playback.time) if direction > 0 else _last(times, playback.time)
    if time is None:
        return replace(playback, playing=False, until=None)
    return replace(playback, time=time, playing=False, until=None)


def _span_forward(playback: Playback, story: Storyboard) -> Playback:
    if playback.playing:
        goal = playback.until
        if goal is None:
            goal = _next(stops(story), playback.time) or story.duration
        return replace(playback, time=goal, playing=False, until=None)
    goal = _next(stops(story), playback.time)
    if goal is None:
        return playback
    return replace(playback, playing=True, until=goal)


def _stops_of(story: Storyboard, unit: str, now: float) -> tuple[float, ...]:
    if unit == "channel":
        return (0.0, *story.part_times())
    if unit == "position":
        return _position_stops(story, now)
    if unit == "filter":
        last = Phase.MAP if story.first_of(Phase.MAP) else Phase.LAND  # of the first filter
        after = (last, Phase.FILTER, Phase.JOIN)
        told = (beat for beat in story.beats if beat.phase in after)
        return (0.0, *(beat.end for beat in told if _ends_block(story, beat)))
    return stops(story)


def _ends_block(story: Storyboard, beat: Beat) -> bool:
    """Whether filters that belong together are all told with `beat`."""
    told = beat.last + 1
    return told % story.block == 0 or told == story.filters


def _position_stops(story: Storyboard, now: float) -> tuple[float, ...]:
    """The moment the cell has landed, then the positions of each map that are next to `now`.

    A story may have millions of positions: only those that a step can come to are listed.
    """
    times = [0.0, story.cell_end]
    for beat in story.beats:
        if beat.phase in (Phase.MAP, Phase.FILTER):
            share = beat.duration / story.positions
            near = min(max(int((now - beat.start) / share), 0), story.positions - 1)
            found = range(max(near - 2, 0), min(near + 3, story.positions))
            times += [beat.start + share * (i + 1) for i in found]
    return tuple(times)


def _next(times: tuple[float, ...], now: float) -> float | None:
    return next((time for time in times if time > now + CLOSE), None)


def _last(times: tuple[float, ...], now: float) -> float | None:
    return next((time for time in reversed(times) if time < now - CLOSE), None)


def keep_phase(playback: Playback, old: Storyboard, new: Storyboard) -> Playback:
    """The same phase in another story, paused: what an edit of the layer keeps.

    Same phase and share of it where the new story has that phase, else the end of its last beat
    before; a story not begun stays at its start.
    """
    if playback.time <= CLOSE:
        return replace(playback, time=0.0, playing=False, until=None)
    beat = old.beat_at(playback.time)
    twins = [b for b in new.beats if b.phase is beat.phase and b.first <= beat.first]
    if twins:
        time = twins[-1].start + twins[-1].duration * beat.progress(playback.time)
    else:
        order = list(Phase)
        before = [b for b in new.beats if order.index(b.phase) < order.index(beat.phase)]
        time = before[-1].end if before else 0.0
    return replace(playback, time=time, playing=False, until=None)


def jump(playback: Playback, story: Storyboard, direction: int) -> Playback:
    """The start (-1) or the end (+1) of the story, paused."""
    time = story.duration if direction > 0 else 0.0
    return replace(playback, time=time, playing=False, until=None)


def set_speed(playback: Playback, speed: float) -> Playback:
    """Another speed, inside the range."""
    low, high = SPEED_RANGE
    return replace(playback, speed=min(max(speed, low), high))


PLAYS: dict[type, Callable[[Playback, Storyboard, Any], Playback]] = {
    TogglePlay: lambda playback, story, _: toggle(playback, story),
    Step: lambda playback, story, i: step(playback, story, i.unit, i.direction),
    Seek: lambda playback, story, i: seek(playback, story, i.time),
    Jump: lambda playback, story, i: jump(playback, story, i.direction),
    SetSpeed: lambda playback, _, i: set_speed(playback, i.speed),
}
