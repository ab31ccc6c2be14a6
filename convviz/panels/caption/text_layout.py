"""Runs of colour set as a paragraph: wrapped between words, shrunk until the lines suffice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import REGULAR, letters, metrics
from convviz.scene.palette import Role
from convviz.scene.primitives import Span

LEADING = 1.34  # line height as a multiple of the type size
SMALLEST = 0.7  # of the type size that was asked for
_JOINER = "\N{WORD JOINER}"
_BREAKS = " \n\u00a0\u2060"
_HARD_SPACE = "\N{NO-BREAK SPACE}"
_PRODUCT = f"{_HARD_SPACE}×{_HARD_SPACE}"


def kept_together(text: str) -> str:
    """Bind the syllables of each Korean word: a line may break between words only."""
    out = []
    before = ""
    for letter in text:
        korean = "가" <= letter <= "힣" or "가" <= before <= "힣"
        if korean and before and before not in _BREAKS and letter not in _BREAKS:
            out.append(_JOINER)
        out.append(letter)
        before = letter
    return "".join(out)


class Paragraph:
    """A paragraph ready to be drawn.

    Parameters
    ----------
    runs : tuple of Span
    theme : str
    width : float
        Logical pixels.
    pixels : int
        Type size; a paragraph of more than `lines` lines is set smaller.
    lines : int
        The most lines it may take.
    smallest : float
        How small it may be set, as a share of the type size.
    """

    def __init__(
        self,
        runs: tuple[Span, ...],
        theme: str,
        width: float,
        pixels: int,
        lines: int,
        weight: int = REGULAR,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        smallest: float = SMALLEST,
    ) -> None:
        self._text, self._formats = _formatted(runs, theme)
        self._weight, self._width, self._alignment = weight, width, alignment
        self.pixels = pixels
        self._set(width)
        while self.lines > lines and self.pixels > smallest * pixels:
            self.pixels -= 1
            self._set(width)
        if self.lines > 1:
            self._balance(self.lines)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def height(self) -> float:
        """From the top of its first line to the bottom of its last, in logical pixels."""
        return self.lines * self.pixels * LEADING

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with its corner at (left, top)."""
        self._layout.draw(painter, QPointF(left, top))

    def _balance(self, lines: int) -> None:
        """Narrow the lines until all are about as long: no word is left alone."""
        low, high = self._width / lines, self._width
        while high - low > self.pixels:
            middle = (low + high) / 2
            self._set(middle)
            low, high = (middle, high) if self.lines > lines else (low, middle)
        self._set(high)

    def _set(self, width: float) -> None:
        option = QTextOption(self._alignment)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(self._text, letters(self.pixels, self._weight))
        layout.setTextOption(option)
        layout.setFormats(self._formats)
        layout.setCacheEnabled(True)
        step = self.pixels * LEADING
        lead = (step - metrics(self.pixels, self._weight).height()) / 2
        layout.beginLayout()
        top = lead
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0.0, top))
            top += step
        layout.endLayout()
        self._layout = layout


def _formatted(runs: tuple[Span, ...], theme: str) -> tuple[str, list[QTextLayout.FormatRange]]:
    text = ""
    formats = []
    for run in runs:
        # What has a colour of its own, and a product, is one word; binding needs the letter before.
        words = run.text.replace(" × ", _PRODUCT)
        words = words if run.role is Role.TEXT else words.replace(" ", _HARD_SPACE)
        bound = kept_together(text[-1:] + words)[len(text[-1:]) :]
        look = QTextCharFormat()
        look.setForeground(ink(theme, run.role))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = len(text), len(bound), look
        formats.append(part)
        text += bound
    return text, formats
