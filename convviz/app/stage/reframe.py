"""The short move of the camera after an edit: a wait, then a smooth way to the new frame."""

from __future__ import annotations

import time

from convviz.scene.camera import Camera
from convviz.state.frame import Reframing

WAIT = 0.3  # seconds after the last key of an edit
MOVE = 0.45


class Reframe:
    """The move that is under way, if any."""

    def __init__(self) -> None:
        self._start: Camera | None = None
        self._at = 0.0

    @property
    def active(self) -> bool:
        """Whether the camera waits to move, or moves."""
        return self._start is not None

    def begin(self, start: Camera, wait: float) -> None:
        """Move from `start` to the story's camera, after a wait in seconds."""
        self._start, self._at = start, time.monotonic() + wait

    def now(self) -> Reframing | None:
        """The move as frames take it."""
        if self._start is None:
            return None
        share = (time.monotonic() - self._at) / MOVE
        return Reframing(self._start, min(max(share, 0.0), 1.0))

    def finish(self) -> None:
        """Let go of a move that is over."""
        if self._start is not None and time.monotonic() >= self._at + MOVE:
            self._start = None
