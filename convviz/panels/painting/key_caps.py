"""Keys drawn as the caps of a keyboard."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import SMALL, draw_text, text_width
from convviz.panels.painting.text_size import Painted, enlarged
from convviz.scene.palette import Role

_HEIGHT, _AIR, _GAP, _OR = 22, 7, 3, 12
_NAMES = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
}
_MAC_NAMES = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Meta": "⌃"}

Chord = tuple[str, ...]


def chord(sequence: str) -> Chord:
    """The caps of a portable key sequence: ("Ctrl", "Shift", "Z") for "Ctrl+Shift+Z"."""
    parts = sequence.split("+")
    if parts[-1] == "":  # the plus key itself
        parts = [*parts[:-2], "+"]
    names = _NAMES | _MAC_NAMES if sys.platform == "darwin" else _NAMES
    return tuple(names.get(part, part) for part in parts)


def chords_width(chords: tuple[Chord, ...]) -> float:
    """How wide keys are, in pixels at a text size of 100 %."""
    caps = sum(_cap_width(cap) + _GAP for keys in chords for cap in keys)
    return caps - _GAP * len(chords) + _OR * (len(chords) - 1) if chords else 0.0


def draw_chords(
    painter: QPainter, left: float, middle: float, chords: tuple[Chord, ...], theme: str
) -> None:
    """Draw keys from `left` on, centred on a line; several ways stand side by side."""
    for keys in chords:
        for cap in keys:
            box = QRectF(left + 0.5, middle - _HEIGHT / 2 + 0.5, _cap_width(cap) - 1, _HEIGHT - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(theme, Role.LINE))
            painter.drawRoundedRect(box.translated(0, 1.5), 4, 4)
            painter.setPen(QPen(ink(theme, Role.LINE, Role.MUTED, 0.28), 1))
            painter.setBrush(ink(theme, Role.RAISED))
            painter.drawRoundedRect(box, 4, 4)
            at = left + (_cap_width(cap) - text_width(cap, SMALL)) / 2
            draw_text(painter, at, middle + 3.5, cap, theme, Role.TEXT, SMALL)
            left += _cap_width(cap) + _GAP
        left += _OR - _GAP


def _cap_width(cap: str) -> float:
    return max(text_width(cap, SMALL) + 2 * _AIR, _HEIGHT)


class KeyCaps(Painted, QWidget):
    """Keys as a widget, in the portable names of `QKeySequence`."""

    def __init__(self, keys: tuple[str, ...], theme: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chords = tuple(chord(key) for key in keys)
        self._theme = theme
        self.setAccessibleName(", ".join(" ".join(keys) for keys in self._chords))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(enlarged(chords_width(self._chords) + 1), enlarged(_HEIGHT + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chords(painter, 0.0, self.height() / 2, self._chords, self._theme)
        painter.end()
