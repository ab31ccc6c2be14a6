"""The k × k products of one channel as a small grid: input × weight over their product."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz import words
from convviz.model.record import CellRecord
from convviz.panels.arithmetic_figures import Figures, sign_role, width_of
from convviz.panels.arithmetic_rows import decimals_of
from convviz.panels.icons import ink
from convviz.panels.lettering import REGULAR, SEMIBOLD, SMALL
from convviz.scene.palette import Role

_TERMS, _SMALLEST = SMALL - 2, SMALL - 3  # type sizes of input × weight
_ALONE = SMALL  # and of a product without them
_GAP = 2.0
_WIDEST = 110.0
_ROOMY, _READABLE = 48.0, 38.0  # a cell's width from which on its terms fit, and its product
_BOTH, _ONE, _NONE = (27.0, 34.0), (19.0, 26.0), (9.0, 18.0)  # heights with two, one, no lines
_INSET = 2.5
_TINT = 0.28  # with _TOWARDS_TEXT, every number is at 4.5:1 or more
_TOWARDS_TEXT = 0.48
# Fewer decimals of input (None: two digits) and weight, zeros before the point, the sign
# between: roomiest first.
_FORMS = (
    (0, 0, True, " × "),
    (0, 0, True, "×"),
    (1, 0, False, "×"),
    (2, 0, False, "×"),
    (None, 0, False, "×"),
    (1, 1, False, "×"),
    (2, 1, False, "×"),
)


class Grid(NamedTuple):
    """A grid's cells in a page.

    Attributes
    ----------
    rows, columns : int
    across, tall : float
        Logical pixels of a cell.
    """

    rows: int
    columns: int
    across: float
    tall: float

    @property
    def height(self) -> float:
        """How tall the grid is, logical pixels."""
        return self.rows * (self.tall + _GAP) - _GAP

    def box(self, place: QPointF, row: int, column: int) -> QRectF:
        """Give a cell's place; that of the grid's corner is given."""
        left = place.x() + column * (self.across + _GAP)
        return QRectF(left, place.y() + row * (self.tall + _GAP), self.across, self.tall)

    def cell_at(self, place: QPointF, point: QPointF) -> tuple[int, int] | None:
        """Give row and column of the cell at a point, None beside the grid."""
        column = int((point.x() - place.x()) // (self.across + _GAP))
        row = int((point.y() - place.y()) // (self.tall + _GAP))
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return (row, column) if inside else None


def grid_of(kernel: tuple[int, int], width: float, height: float = 0.0) -> Grid:
    """Give the grid for a page's width; its cells grow into the height as far as is good."""
    rows, columns = kernel
    across = min((width + _GAP) / columns - _GAP, _WIDEST)
    low, high = _NONE
    if across >= _READABLE:
        low, high = _BOTH if across >= _ROOMY else _ONE
    tall = min(max((height + _GAP) / rows - _GAP, low), high)
    return Grid(rows, columns, across, tall if across >= _READABLE else min(tall, across))


def draw_grid(
    painter: QPainter,
    place: QPointF,
    grid: Grid,
    record: CellRecord,
    channel: int,
    theme: str,
    numbers: bool = True,
) -> None:
    """Draw the grid of a channel; the tint of a cell is its product, by sign and size.

    `numbers` False leaves them out, for channels that pass too fast to be read.
    """
    largest = float(abs(record.products).max()) or 1.0
    texts = None
    if numbers and grid.across >= _READABLE:
        texts = _texts(record, channel, grid.across)
    figures = Figures(painter, theme, _TOWARDS_TEXT)
    for row in range(grid.rows):
        for column in range(grid.columns):
            box = grid.box(place, row, column)
            inside = bool(record.inside[row, column])
            product = float(record.products[channel, row, column])
            _draw_back(painter, box, product / largest, inside, theme)
            if texts is not None:
                weight = float(record.weights[channel, row, column])
                _draw_numbers(figures, box, texts[row * grid.columns + column], product, weight)


def tint(theme: str, share: float) -> QColor:
    """Give the ground of a cell whose product is `share` (−1..1) of the largest."""
    role = Role.POSITIVE if share >= 0.0 else Role.NEGATIVE
    steps = round(min(abs(share), 1.0) * 16) / 16  # few colours, so that they are cached
    return ink(theme, Role.RAISED, role, _TINT * steps)


def draw_padding(painter: QPainter, box: QRectF, theme: str) -> None:
    """Draw the ground of a cell that lies on padding."""
    painter.setPen(QPen(ink(theme, Role.PADDING_EDGE, Role.PANEL, 0.3), 1, Qt.PenStyle.DotLine))
    painter.setBrush(ink(theme, Role.PADDING, Role.PANEL, 0.5))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _draw_back(painter: QPainter, box: QRectF, share: float, inside: bool, theme: str) -> None:
    if not inside:
        draw_padding(painter, box, theme)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint(theme, share))
    painter.drawRoundedRect(box, 3, 3)


class CellText(NamedTuple):
    """What stands in a cell; `terms` are input, sign and weight, empty where they do not fit."""

    terms: tuple[str, ...]
    product: str
    pixels: int = _TERMS  # type size of the terms

    def true(self) -> bool:
        """Whether no term reads as zero beside a product that does not."""
        return _zero(self.product) or not any(map(_zero, self.terms[::2]))


def _draw_numbers(
    figures: Figures, box: QRectF, text: CellText, product: float, weight: float
) -> None:
    right, low = box.right() - _INSET, box.center().y()
    strong = SEMIBOLD if product else REGULAR
    role = sign_role(product) if product else Role.MUTED
    if not text.terms:
        figures.put(text.product, right, low + 4, role, _ALONE, strong)
        return
    figures.put(text.product, right, low + 11, role, SMALL, strong)
    left = right - sum(width_of(run, text.pixels, REGULAR) for run in text.terms)
    for run, colour in zip(text.terms, (Role.TEXT, Role.MUTED, sign_role(weight)), strict=True):
        quiet = Role.MUTED if not product else colour
        figures.begin(run, left, low - 2.5, quiet, text.pixels)
        left += width_of(run, text.pixels, REGULAR)


@lru_cache(maxsize=64)
def _texts(record: CellRecord, channel: int, across: float) -> tuple[CellText, ...]:
    """Give the texts of a channel's cells, all in one form: the roomiest in which each fits.

    Where decimals were cut, a small weight must not read as zero beside its product.
    """
    room, edge = across - 2 * _INSET, across - _INSET
    inputs = record.inputs[channel].ravel().tolist()
    weights = record.weights[channel].ravel().tolist()
    decimals = decimals_of(record)
    exact = record.products[channel].ravel().tolist()
    fewest = words.decimals_for([float(abs(record.products).max())])
    products = [words.fixed(product, fewest) for product in exact]
    for pixels, form in itertools.product((_TERMS, _SMALLEST), _FORMS if across >= _ROOMY else ()):
        less_x, less_w, zeros, sign = form
        xs = [
            _written(x, _two(x) if less_x is None else decimals.inputs - less_x, zeros)
            for x in inputs
        ]
        ws = [_written(w, decimals.weights - less_w, zeros) for w in weights]
        made = [
            CellText((x, sign, w), product, pixels)
            for x, w, product in zip(xs, ws, products, strict=True)
        ]
        if all(
            text.true() and _terms_width(text) <= (room if pixels == _TERMS else edge)
            for text in made
        ):
            return tuple(made)
    if any(width_of(product, _ALONE, SEMIBOLD) > room for product in products):
        products = [_written(product, fewest, zeros=False) for product in exact]
    return tuple(CellText((), product) for product in products)


def _two(number: float) -> int:
    """The decimals with which a number below a hundred has two digits, or fewer."""
    return 2 if abs(number) < 0.995 else 1 if abs(number) < 9.95 else 0


def _terms_width(text: CellText) -> float:
    return sum(width_of(run, text.pixels, REGULAR) for run in text.terms)


def _zero(text: str) -> bool:
    """Whether a written number reads as zero."""
    return not any(digit in text for digit in "123456789")


def _written(number: float, decimals: int, zeros: bool) -> str:
    text = words.fixed(number, max(decimals, 0))
    return text if zeros else text.replace("0.", ".", 1) if abs(number) < 1.0 else text


def cell_hint(record: CellRecord, channel: int, row: int, column: int) -> str:
    """Give what the tool tip says about a cell."""
    weight = float(record.weights[channel, row, column])
    if not record.inside[row, column]:
        return words.text("playback.sum.cell.padding", w=weight)
    return words.text(
        "playback.sum.cell",
        row=int(record.rows[row]),
        column=int(record.columns[column]),
        x=float(record.inputs[channel, row, column]),
        w=weight,
        product=float(record.products[channel, row, column]),
    )
