"""Moments and spans of a story by name, and which moments the frames of a clip show."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.scene.timeline import Beat, Phase, Storyboard

SPANS = ("cell", "sum")  # this cell alone; its whole story, with all maps
_TELLING = 0.5  # share of a beat at which it is best seen
_BEST = {Phase.PRODUCTS: 0.8}  # where that is not half of it
_NUMBERED = {Phase.CHANNEL, Phase.FILTER}


@dataclass(frozen=True)
class Take:
    """A part of a story as a clip.

    Attributes
    ----------
    start, end : float
        Story seconds.
    fps : float
        Frames per second of the clip.
    speed : float
        Story seconds per second of the clip.
    """

    start: float
    end: float
    fps: float
    speed: float = 1.0

    @property
    def count(self) -> int:
        """Number of frames, of which the last shows the end."""
        return max(round((self.end - self.start) / self.speed * self.fps), 0) + 1

    @property
    def seconds(self) -> float:
        """How long the clip runs."""
        return self.count / self.fps

    def time(self, frame: int) -> float:
        """Story time of a frame, counted from 0."""
        if frame >= self.count - 1:
            return self.end
        return min(self.start + frame * self.speed / self.fps, self.end)


def span_of(story: Storyboard, name: str) -> tuple[float, float]:
    """Start and end of "cell" or "sum", story seconds."""
    return 0.0, story.cell_end if name == "cell" else story.duration


def step_names(story: Storyboard) -> tuple[str, ...]:
    """What the steps of a story are called: "lift", "channel-1", ..., "filter-2", ..."""
    return tuple(_name(story, beat) for beat in story.beats)


def step_span(story: Storyboard, name: str) -> tuple[float, float] | None:
    """Start and end of a step, story seconds; None where there is none of that name."""
    found = next((beat for beat in story.beats if _name(story, beat) == name), None)
    return None if found is None else (found.start, found.end)


def step_animation(story: Storyboard, name: str) -> float | None:
    """The story time at which a step is best seen; None where there is none of that name."""
    beat = next((beat for beat in story.beats if _name(story, beat) == name), None)
    if beat is None:
        return None
    return beat.start + beat.duration * _BEST.get(beat.phase, _TELLING)


def _name(story: Storyboard, beat: Beat) -> str:
    if beat.phase is Phase.JOIN:
        return f"join-{sum(b.phase is Phase.JOIN and b.start <= beat.start for b in story.beats)}"
    numbered = beat.phase in _NUMBERED
    return f"{beat.phase.value}-{beat.first + 1}" if numbered else beat.phase.value
