"""The frames of a clip, painted one by one from the storyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QImage

from convviz.app.offstage import scene_at
from convviz.files.clips import Film
from convviz.render.paint.figure import pixel_figure
from convviz.state.filming import Take
from convviz.state.resolved import Resolved
from convviz.state.view import Playback

_SAMPLES = 7  # frames that the colours of a GIF are taken from
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


def _pixels(image: QImage) -> bytes:
    """Rows of red, green, blue without the filling that Qt has at their ends."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    data, stride, width = bytes(image.constBits()), image.bytesPerLine(), image.width() * 3
    if stride == width:
        return data
    return b"".join(data[i * stride : i * stride + width] for i in range(image.height()))
