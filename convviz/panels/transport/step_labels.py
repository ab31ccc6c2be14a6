"""Which labels the steps of a track have, so that every word has room before any number has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from convviz import words
from convviz.panels.transport.step_names import label
from convviz.scene.timeline import Beat, Phase
from convviz.state.resolved import Stage

_SLIM = 0.35  # of a digit's room: what a step without a label takes
_STRIDES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class StepLabels:
    """Labels of the steps, and the least width of each.

    Attributes
    ----------
    texts : tuple of str
        "" where a step goes without.
    widths : tuple of float
    fit : bool
        Whether they have room.
    """

    texts: tuple[str, ...]
    widths: tuple[float, ...]
    fit: bool


def step_labels(
    beats: Sequence[Beat], stage: Stage, room: float, measure: Callable[[str], float]
) -> StepLabels:
    """Choose the labels for a width.

    Where they have no room in full, long ones are short; then channels go without their numbers.

    Parameters
    ----------
    room : float
        Width of the track, in the pixels of `measure`.
    measure : callable
        A label's width with the air beside it.
    """
    full = tuple(label(beat, stage) for beat in beats)
    short = tuple(_short(beat, text) for beat, text in zip(beats, full, strict=True))
    alone = (Phase.CHANNEL,)
    bare = tuple(
        "" if beat.phase in alone else text for beat, text in zip(beats, short, strict=True)
    )
    slim = measure("0") * _SLIM
    found = StepLabels((), (), False)
    for texts in (full, short, bare):
        widths = tuple(measure(text) if text else slim for text in texts)
        found = StepLabels(texts, widths, sum(widths) <= room)
        if found.fit:
            break
    return found


def _short(beat: Beat, text: str) -> str:
    if beat.phase is not Phase.MAP:
        return text
    short = words.text("playback.label.map.short")
    return short if len(short) < len(text) else text


def numbered(count: int, room: float, measure: Callable[[str], float]) -> list[str]:
    """Give the numbers 1 to `count` as the segments of a track have room for them.

    Parameters
    ----------
    room : float
        Width of one segment; a number may lie over its neighbours when these have none.
    """
    widest = measure(words.number(count))
    stride = next((each for each in _STRIDES if each * room >= widest), count)
    return [
        words.number(k) if k == 1 or (k % stride == 0 and k * room > 1.5 * widest) else ""
        for k in range(1, count + 1)
    ]
