"""A formula set like one: the symbol above each number, both in their dimension's colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.model.formulas import Formula
from convviz.panels import lettering
from convviz.scene.palette import Role
from convviz.words.formulas import dimension_role, formula_spans, symbol_parts

SYMBOL, SUBSCRIPT, NUMBER = 12, 9, 14
_SYMBOL_BASE, _NUMBER_BASE, _LINE = 12, 29, 40
_GAP = 4
_SPACE = 10


@dataclass(frozen=True)
class Piece:
    """A number with its symbol and the sign before it: what stays together at a line's end."""

    sign: str
    number: str
    symbol: tuple[tuple[str, bool], ...]
    role: Role
    weight: int

    def sign_width(self) -> float:
        """Logical pixels of the sign with the spaces around it."""
        return lettering.text_width(self.sign, NUMBER) + 2 * _GAP if self.sign else 0.0

    def symbol_width(self) -> float:
        """Logical pixels of the symbol."""
        return sum(
            lettering.text_width(part, SUBSCRIPT if low else SYMBOL) for part, low in self.symbol
        )

    def column_width(self) -> float:
        """Logical pixels of the number or its symbol, whichever is wider."""
        number = lettering.text_width(self.number, NUMBER, self.weight)
        return max(number, self.symbol_width())


def pieces_of(formula: Formula) -> tuple[Piece, ...]:
    """Cut a formula into what may stand on a line."""
    made: list[Piece] = []
    for place, term in enumerate(formula.terms):
        first = ("" if place == 0 else "+") if term.sign > 0 else "\N{MINUS SIGN}"
        for position, factor in enumerate(term.factors):
            made.append(
                Piece(
                    "\N{MULTIPLICATION SIGN}" if position else first,
                    words.number(factor.value),
                    symbol_parts(factor.symbol),
                    dimension_role(factor.dimension),
                    lettering.REGULAR,
                )
            )
    sign = "=" if made else ""
    result = words.number(formula.result)
    made.append(Piece(sign, result, (), Role.TEXT, lettering.SEMIBOLD))
    return tuple(made)


class FormulaView(QWidget):
    """One formula; as high as its lines need at the width it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formula: Formula | None = None
        self._pieces: tuple[Piece, ...] = ()
        self._places: list[tuple[float, float]] = []
        self._theme = "dark"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LINE)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def show_formula(self, formula: Formula, theme: str, afresh: bool = False) -> None:
        """Show a formula; `afresh` when the language or the theme changed."""
        if formula == self._formula and theme == self._theme and not afresh:
            return
        self._formula, self._theme = formula, theme
        self._pieces = pieces_of(formula)
        self.setAccessibleName(words.plain(formula_spans(formula)))
        self._place(self.width())
        self.update()

    def _place(self, width: int) -> None:
        left, top = 0.0, 0.0
        self._places = []
        for piece in self._pieces:
            whole = piece.sign_width() + piece.column_width()
            if left and left + whole > width:
                left, top = float(_SPACE), top + _LINE
            self._places.append((left, top))
            left += whole
        height = int(top) + _LINE
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for piece, (left, top) in zip(self._pieces, self._places, strict=True):
            self._paint(painter, piece, left, top)
        painter.end()

    def _paint(self, painter: QPainter, piece: Piece, left: float, top: float) -> None:
        theme, base = self._theme, top + _NUMBER_BASE
        if piece.sign:
            lettering.draw_text(painter, left + _GAP, base, piece.sign, theme, Role.MUTED, NUMBER)
            left += piece.sign_width()
        width = piece.column_width()
        number = lettering.text_width(piece.number, NUMBER, piece.weight)
        lettering.draw_text(
            painter,
            left + (width - number) / 2,
            base,
            piece.number,
            theme,
            piece.role,
            NUMBER,
            piece.weight,
        )
        role = Role.MUTED if piece.role is Role.TEXT else piece.role
        at = left + (width - piece.symbol_width()) / 2
        for part, low in piece.symbol:
            line = top + _SYMBOL_BASE + (2.5 if low else 0)
            size = SUBSCRIPT if low else SYMBOL
            at = lettering.draw_text(painter, at, line, part, theme, role, size)
