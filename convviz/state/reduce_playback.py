"""How intents, and time that passes, change where the story of a pane is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.scene.timeline import Storyboard
from convviz.state import intents
from convviz.state import workspace_intents as outright
from convviz.state.document import seen
from convviz.state.playing import PLAYS, advance, seek, set_speed
from convviz.state.stage_outline import outline_of
from convviz.state.view import Playback
from convviz.state.workspace import Pane


def _story_of(pane: Pane) -> Storyboard | None:
    outline = outline_of(pane.document, pane.selection)
    return None if outline is None else outline.storyboard


def _play(pane: Pane, intent: Any) -> Pane:
    story = _story_of(pane)
    if story is None:
        return pane
    return _at(pane, PLAYS[type(intent)](pane.playback, story, intent))


def _set_speed(pane: Pane, intent: intents.SetSpeed) -> Pane:
    return _at(pane, set_speed(pane.playback, intent.speed))


def _set_playback(pane: Pane, intent: outright.SetPlayback) -> Pane:
    story, wanted = _story_of(pane), set_speed(intent.playback, intent.playback.speed)
    if story is None:
        return _at(pane, Playback(speed=wanted.speed))
    until = None if wanted.until is None else min(max(wanted.until, 0.0), story.duration)
    return _at(pane, replace(seek(wanted, story, wanted.time), until=until))


def _at(pane: Pane, playback: Playback) -> Pane:
    """The pane at a moment that was asked for: what the last edit changed has been seen."""
    return replace(pane, playback=playback, history=seen(pane.history), began=None)


def _advance(pane: Pane, intent: outright.Advance) -> Pane:
    if not pane.playback.playing:
        return pane
    story = _story_of(pane)
    if story is None:
        return pane
    return replace(pane, playback=advance(pane.playback, story, intent.seconds))


CHANGES: dict[type, Callable[[Pane, Any], Pane]] = {
    **dict.fromkeys(PLAYS, _play),
    intents.SetSpeed: _set_speed,
    outright.SetPlayback: _set_playback,
    outright.Advance: _advance,
}
