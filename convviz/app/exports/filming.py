"""The frames of a clip, painted one by one from the storyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from convviz.app.exports.without_window import scene_at
from convviz.files.clips import Film, clip_bytes
from convviz.render.paint.figure import pixel_figure
from convviz.state.filming import Take
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

_SAMPLES = 7  # frames that the colours of a GIF are taken from
RUNS = 20  # parts of a clip that its size is estimated from; fewer of a short one
RUN_LENGTH = {".gif": 3, ".webp": 3, ".mp4": 12}  # frames of each; H.264 looks farther
Shot = Callable[[float, bool], QImage]  # story time, whether the story runs on


def stage_shot(resolved: Resolved, width: int, height: int) -> Shot:
    """Pictures of the stage alone."""

    def shot(time: float, playing: bool) -> QImage:
        scene = scene_at(resolved, Playback(time, playing), width, height)
        return pixel_figure(scene, width)

    return shot


def film(take: Take, shot: Shot, width: int, height: int, told: Callable[[int, int], None]) -> Film:
    """A clip; `told` hears before each frame how many are done, and of how many."""

    def frames() -> Iterator[bytes]:
        for number in range(take.count):
            told(number, take.count)
            yield _pixels(shot(take.time(number), number + 1 < take.count))
        told(take.count, take.count)

    def samples() -> list[bytes]:
        spread = {round(i * (take.count - 1) / (_SAMPLES - 1)) for i in range(_SAMPLES)}
        return [_pixels(shot(take.time(i), i + 1 < take.count)) for i in sorted(spread)]

    return Film(width, height, take.fps, take.count, frames(), samples)


def estimated_bytes(
    take: Take, shot: Shot, width: int, height: int, out: Path, told: Callable[[int, int], None]
) -> int:
    """About how large a clip will be, from a few of its frames.

    A frame costs what differs from the one before. So short runs of frames, spread evenly over the
    clip, are encoded, each once whole and once with its first two frames only: what is added is
    the cost of those after them. (A single frame is no start: encoders write it in another way.)

    Raises
    ------
    FileError
        As `clip_bytes`.
    """
    length = RUN_LENGTH[out.suffix.lower()]
    last = max(take.count - length, 0)
    count = min(RUNS, max(take.count // (2 * length), 1))
    starts = sorted({round((i + 0.5) * last / count) for i in range(count)})
    runs = []
    for place, start in enumerate(starts):
        told(place, len(starts))
        numbers = range(start, min(start + length, take.count))
        runs.append([_pixels(shot(take.time(i), i + 1 < take.count)) for i in numbers])
    firsts = [run[0] for run in runs]

    def size(frames: list[bytes]) -> int:
        part = Film(width, height, take.fps, len(frames), iter(frames), lambda: firsts)
        return len(clip_bytes(part, out))

    begun = [size(run[:2]) for run in runs]
    added = sum(size(run) - start for run, start in zip(runs, begun, strict=True))
    following = sum(len(run[2:]) for run in runs)
    told(len(starts), len(starts))
    return round(begun[0] + added / max(following, 1) * max(take.count - 2, 0))


def _pixels(image: QImage) -> bytes:
    """Rows of red, green, blue without the filling that Qt has at their ends."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    data, stride, width = bytes(image.constBits()), image.bytesPerLine(), image.width() * 3
    if stride == width:
        return data
    return b"".join(data[i * stride : i * stride + width] for i in range(image.height()))
