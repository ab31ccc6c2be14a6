"""Both tracks of the scrub bar as a picture: once as if nothing were over, once as if all were."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from convviz import words
from convviz.panels.icons import ink
from convviz.panels.lettering import SEMIBOLD, SMALL, letters, text_width
from convviz.panels.transport_names import label
from convviz.panels.transport_track import Track, cell_beats
from convviz.scene.palette import Role
from convviz.scene.timeline import Beat
from convviz.state.resolved import Stage

SIDE = 8  # room for the playhead's head at both ends
STEPS = (7, 20)  # top and height of the upper track
FILTERS = (30, 13)  # and of the lower one
GAP = 2
_TYPE = SMALL
_ROOMY = 520  # from this width on the tracks are named
_NARROW = 4  # filters narrower than this run together

Mix = tuple[Role, Role, float]
_TO_COME: Mix = (Role.RAISED, Role.LINE, 0.35)
_STEP_DONE: Mix = (Role.RAISED, Role.MUTED, 0.3)
_FILTER_DONE: Mix = (Role.RAISED, Role.COUT, 0.36)


def tracks_left(width: int, stage: Stage) -> float:
    """Give where the tracks begin: after their names, where there is room for these."""
    if width < _ROOMY:
        return SIDE
    return SIDE + max(text_width(name, _TYPE) for name in _names(stage)) + 12


def label_room(beat: Beat, stage: Stage) -> float:
    """Give the width that a step's label asks for."""
    return text_width(label(beat, stage), _TYPE, SEMIBOLD) + 9


def tracks_picture(
    stage: Stage, tracks: tuple[Track, Track], theme: str, size: QSize, ratio: float, done: bool
) -> QPixmap:
    """Draw both tracks; the bar shows the one picture up to the playhead, the other beyond."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(letters(_TYPE))
    if not done and size.width() >= _ROOMY:
        _paint_names(painter, theme, size.width(), stage)
    board = stage.storyboard
    steps, filters = tracks
    labels = [label(beat, stage) for beat in board.beats[: cell_beats(board)]]
    _paint_track(painter, steps, STEPS, labels, _STEP_DONE if done else _TO_COME, theme, done)
    numbers = [words.number(k + 1) for k in range(board.filters)]
    if filters.edges[1] - filters.edges[0] < text_width(numbers[-1], _TYPE) + 5:
        numbers = []
    mix = _FILTER_DONE if done else _TO_COME
    _paint_track(painter, filters, FILTERS, numbers, mix, theme, done)
    painter.end()
    return picture


def _names(stage: Stage) -> tuple[str, str]:
    lower = "filters" if stage.kind == "conv2d" else "channels"
    return words.text("playback.track.cell"), words.text(f"playback.track.{lower}")


def _paint_names(painter: QPainter, theme: str, width: int, stage: Stage) -> None:
    painter.setPen(ink(theme, Role.MUTED))
    for name, (top, height) in zip(_names(stage), (STEPS, FILTERS), strict=True):
        painter.drawText(QRectF(SIDE, top, width, height), Qt.AlignmentFlag.AlignVCenter, name)


def _paint_track(
    painter: QPainter,
    track: Track,
    place: tuple[int, int],
    labels: list[str],
    mix: Mix,
    theme: str,
    done: bool,
) -> None:
    top, height = place
    edges = track.edges
    painter.setBrush(ink(theme, *mix))
    painter.setPen(Qt.PenStyle.NoPen)
    if edges[1] - edges[0] < _NARROW and not labels:
        painter.drawRoundedRect(QRectF(edges[0], top, edges[-1] - edges[0], height), 3, 3)
        return
    for index in range(len(edges) - 1):
        box = QRectF(edges[index], top, edges[index + 1] - edges[index] - GAP, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 3, 3)
        if index < len(labels) and text_width(labels[index], _TYPE) <= box.width() - 2:
            painter.setPen(ink(theme, Role.TEXT if done else Role.MUTED))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, labels[index])
