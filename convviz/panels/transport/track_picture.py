"""Both tracks of the scrub bar as a picture: once as if nothing were over, once as if all were."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from convviz import words
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import LEAST, SEMIBOLD, SMALL, letters, text_width
from convviz.panels.transport.step_labels import numbered, step_labels
from convviz.panels.transport.tracks import Track
from convviz.scene.palette import Role
from convviz.scene.timeline import Beat
from convviz.state.resolved import Stage

SIDE = 8  # room for the playhead's head at both ends
STEPS = (7, 20)  # top and height of the upper track
FILTERS = (30, 13)  # and of the lower one
GAP = 2
_TYPE = SMALL
_ROOMY = 520  # from this width on the tracks are named
_LABEL_AIR, _LEAST_AIR = 9, 5  # beside a label, both sides and the gap together
_AROUND = 30  # how far a number may lie over segments that have none
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


@dataclass(frozen=True)
class Named:
    """The labels of the steps, and the type size in which all of them have room."""

    texts: tuple[str, ...]
    widths: tuple[float, ...]
    pixels: int


def named_steps(beats: Sequence[Beat], stage: Stage, room: float) -> Named:
    """Give labels that have room, in the largest type that lets every word stand."""
    least = math.ceil(_TYPE * LEAST)
    found = Named((), (), _TYPE)
    ways = [(pixels, _LABEL_AIR) for pixels in range(_TYPE, least - 1, -1)]
    for pixels, air in (*ways, (least, _LEAST_AIR)):
        labels = step_labels(beats, stage, room, partial(_label_width, pixels, air))
        found = Named(labels.texts, labels.widths, pixels)
        if labels.fit:
            break
    return found


def _label_width(pixels: int, air: float, text: str) -> float:
    return text_width(text, pixels, SEMIBOLD) + air


def tracks_picture(
    stage: Stage,
    tracks: tuple[Track, Track],
    named: Named,
    theme: str,
    size: QSize,
    ratio: float,
    done: bool,
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
    painter.setFont(letters(named.pixels))
    mix = _STEP_DONE if done else _TO_COME
    _paint_track(painter, steps, STEPS, named.texts, mix, theme, done)
    each = filters.edges[1] - filters.edges[0]
    numbers = numbered(board.filters, each, lambda text: text_width(text, _TYPE) + 5)
    mix = _FILTER_DONE if done else _TO_COME
    painter.setFont(letters(_TYPE))
    _paint_track(painter, filters, FILTERS, numbers, mix, theme, done)
    painter.end()
    return picture


def _names(stage: Stage) -> tuple[str, str]:
    lower = "filters" if stage.filters else "channels"
    return words.text("playback.track.cell"), words.text(f"playback.track.{lower}")


def _paint_names(painter: QPainter, theme: str, width: int, stage: Stage) -> None:
    painter.setPen(ink(theme, Role.MUTED))
    for name, (top, height) in zip(_names(stage), (STEPS, FILTERS), strict=True):
        painter.drawText(QRectF(SIDE, top, width, height), Qt.AlignmentFlag.AlignVCenter, name)


def _paint_track(
    painter: QPainter,
    track: Track,
    place: tuple[int, int],
    labels: Sequence[str],
    mix: Mix,
    theme: str,
    done: bool,
) -> None:
    top, height = place
    edges = track.edges
    painter.setBrush(ink(theme, *mix))
    painter.setPen(Qt.PenStyle.NoPen)
    narrow = edges[1] - edges[0] < _NARROW and place is FILTERS
    spans = [(edges[0], edges[-1] + GAP)] if narrow else list(pairwise(edges))
    for left, right in spans:
        painter.drawRoundedRect(QRectF(left, top, right - left - GAP, height), 3, 3)
    painter.setPen(ink(theme, Role.TEXT if done else Role.MUTED))
    for text, (left, right) in zip(labels, pairwise(edges), strict=True):
        box = QRectF(left, top, right - left - GAP, height).adjusted(-_AROUND, 0, _AROUND, 0)
        if text:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
