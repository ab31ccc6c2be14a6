"""The k × k products of one channel as a small grid: input × weight over their product."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz import words
from convviz.panels.cell.number_columns import Figures, sign_role, width_of
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import REGULAR, SEMIBOLD, SMALL
from convviz.scene.cell_figures import CellFigures
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded

_TERMS, _SMALLEST = SMALL - 2, SMALL - 3  # type sizes of input × weight
_ALONE = SMALL  # and of a product without them
_GAP = 2.0
_WIDEST = 110.0
_ROOMY, _READABLE = 48.0, 38.0  # a cell's width from which on its terms fit, and its product
_BOTH, _ONE, _NONE = (27.0, 34.0), (19.0, 26.0), (9.0, 18.0)  # heights with two, one, no lines
_INSET = 2.5
_TINT = 0.28  # with _TOWARDS_TEXT, every number is at 4.5:1 or more
_TOWARDS_TEXT = 0.48
# Zeros before the point, and the sign between: roomiest first.
_FORMS = ((True, " × "), (True, "×"), (False, "×"))


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
    figures: CellFigures,
    channel: int,
    theme: str,
    written: bool = True,
    made: int | None = None,
) -> None:
    """Draw the grid of a channel; the tint of a cell is its product, by sign and size.

    `written` False leaves the numbers out, for channels that pass too fast to be read.
    `made`: only so many products are there yet, the others are open; None for all.
    """
    record = figures.record
    largest = float(abs(record.products).max()) or 1.0
    texts = None
    if written and grid.across >= _READABLE:
        texts = _texts(figures, channel, grid.across)
    drawn = Figures(painter, theme, _TOWARDS_TEXT)
    for row in range(grid.rows):
        for column in range(grid.columns):
            box = grid.box(place, row, column)
            inside = bool(record.inside[row, column])
            place_in_order = row * grid.columns + column
            there = made is None or place_in_order < made
            product = float(record.products[channel, row, column]) if there else 0.0
            _draw_back(painter, box, product / largest, inside, theme)
            if texts is not None:
                weight = float(record.weights[channel, row, column])
                text = texts[place_in_order]
                text = text if there else text._replace(product="…")
                _draw_numbers(drawn, box, text, product, weight)


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
def _texts(figures: CellFigures, channel: int, across: float) -> tuple[CellText, ...]:
    """Give the texts of a channel's cells, in one form: the roomiest in which any cell fits.

    Terms have all the decimals that their product is the product of, or are left out.
    """
    rows, columns = figures.record.weights.shape[1:]
    places = [(channel, row, column) for row in range(rows) for column in range(columns)]
    products = [words.rounded(figures.product(*place)) for place in places]
    room, edge = across - 2 * _INSET, across - _INSET
    form = _form(figures, room, edge) if across >= _ROOMY else None
    if form is None:
        if _widest_product(figures, True) > room:
            products = [_written(figures.product(*place), zeros=False) for place in places]
        return tuple(CellText((), product) for product in products)
    pixels, zeros, sign = form
    return tuple(
        CellText(
            (_written(figures.input(*place), zeros), sign, _written(figures.weight(*place), zeros)),
            product,
            pixels,
        )
        for place, product in zip(places, products, strict=True)
    )


@lru_cache(maxsize=16)
def _form(figures: CellFigures, room: float, edge: float) -> tuple[int, bool, str] | None:
    """Give type size, zeros before the point and sign that fit every channel; None if none do."""
    record, decimals = figures.record, figures.decimals
    for pixels, (zeros, sign) in itertools.product((_TERMS, _SMALLEST), _FORMS):
        texts = (
            _written(Rounded(_longest(record.inputs), decimals.inputs), zeros),
            sign,
            _written(Rounded(_longest(record.weights), decimals.factors), zeros),
        )
        width = sum(width_of(run, pixels, REGULAR) for run in texts)
        if width <= (room if pixels == _TERMS else edge):
            return pixels, zeros, sign
    return None


def _widest_product(figures: CellFigures, zeros: bool) -> float:
    longest = Rounded(_longest(figures.products), figures.decimals.results)
    return width_of(_written(longest, zeros), _ALONE, SEMIBOLD)


def _longest(values: NDArray[np.floating]) -> float:
    """Give a number that is written as long as any: the largest, with a minus if one has it."""
    largest = float(np.abs(values).max())
    return -largest if float(values.min()) < 0.0 else largest


def _written(number: Rounded, zeros: bool) -> str:
    text = words.rounded(number)
    return text if zeros or abs(number.value) >= 1.0 else text.replace("0.", ".", 1)


def cell_hint(figures: CellFigures, channel: int, row: int, column: int, there: bool = True) -> str:
    """Give what the tool tip says about a cell; `there`: its product has been made."""
    record, place = figures.record, (channel, row, column)
    end = "" if there else ".open"
    if not record.inside[row, column]:
        return words.text(f"playback.sum.cell.padding{end}", w=figures.weight(*place))
    return words.text(
        f"playback.sum.cell{end}",
        row=int(record.rows[row]),
        column=int(record.columns[column]),
        x=figures.input(*place),
        w=figures.weight(*place),
        product=figures.product(*place),
    )
