"""How intents change the view: orbit, pan, zoom, named views, options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.scene.offset import NO_FRAMING, ZOOMS, Offset, bounded, framing_of
from convviz.state.frame import Sight
from convviz.state.intents import Orbit, Pan, SetOffset, SetOption, SetView, Zoom
from convviz.state.view import ViewOptions


def look(view: ViewOptions, intent: SetOption | SetOffset | SetView) -> ViewOptions:
    """The view after an intent."""
    if isinstance(intent, SetOption):
        changed: Any = {intent.name: intent.value}
        return replace(view, **changed)
    if isinstance(intent, SetOffset):
        return replace(view, offset=bounded(intent.offset))
    if intent.name == "reset":
        return ViewOptions(glass=view.glass)
    return replace(view, named=intent.name, offset=Offset())


def aimed(view: ViewOptions, intent: Orbit | Pan | Zoom, sight: Sight) -> SetOffset:
    """Where the camera is after it was moved by hand: what pixels mean is up to the viewport.

    Parameters
    ----------
    sight : Sight
        What the story's camera sees now in the viewport in which it was moved.
    """
    return SetOffset(bounded(_MOVES[type(intent)](view.offset, intent, sight)))


def _orbit(offset: Offset, intent: Orbit, sight: Sight) -> Offset:
    """Turned on from what is seen: a limit that was reached is left at once."""
    base = sight.camera
    before = sight.turns.turned(base, offset.yaw, offset.pitch)
    after = sight.turns.turned(before, intent.yaw, intent.pitch)
    there = replace(offset, yaw=after.yaw - base.yaw, pitch=after.pitch - base.pitch)
    if offset.zoom == 1.0:
        return there
    # Who zoomed keeps the size chosen: that the camera goes farther away is made up for.
    farther = sight.turned(there).distance / sight.turned(offset).distance
    return replace(there, zoom=min(max(offset.zoom * farther, ZOOMS[0]), ZOOMS[1]))


def _pan(offset: Offset, intent: Pan, sight: Sight) -> Offset:
    content = sight.content(offset)
    now = content.towards(NO_FRAMING, framing_of(offset))
    # One way after the other: along a limit the picture still slides.
    across = (now[0], now[1] + intent.dx / sight.width, now[2])
    now = content.towards(now, across)
    now = content.towards(now, (now[0], now[1], now[2] + intent.dy / sight.height))
    return replace(offset, right=now[1], down=now[2], zoom=now[0])


def _zoom(offset: Offset, intent: Zoom, sight: Sight) -> Offset:
    content = sight.content(offset)
    now = content.towards(NO_FRAMING, framing_of(offset))
    zoom = min(max(now[0] * intent.factor, ZOOMS[0]), ZOOMS[1])
    # What is under the pointer stays there: its place from the middle is shift + zoom * its own.
    places = (intent.x / sight.width - 0.5, intent.y / sight.height - 0.5)
    right, down = (
        place - (place - shift) * zoom / now[0]
        for place, shift in zip(places, now[1:], strict=True)
    )
    zoom, right, down = content.towards(now, (zoom, right, down))
    return replace(offset, right=right, down=down, zoom=zoom)


_MOVES: dict[type, Callable[[Offset, Any, Sight], Offset]] = {
    Orbit: _orbit,
    Pan: _pan,
    Zoom: _zoom,
}
VIEWS: tuple[type, ...] = (SetOffset, SetView, SetOption)
MOVES = (Orbit, Pan, Zoom)
