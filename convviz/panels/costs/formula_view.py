"""A formula set like one: the symbol above each number, both in their dimension's colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz import words
from convviz.model.formulas import Formula
from convviz.panels.painting import lettering
from convviz.panels.painting.text_size import Painted, enlarged, text_factor
from convviz.scene.palette import Role
from convviz.words.formulas import dimension_role, formula_spans, symbol_parts

SYMBOL, SUBSCRIPT, NUMBER = 14, 13, 14
_SYMBOLS = 18  # what the symbols add to the height of a line
_BASE, _LINE = 11, 23
_GAP = 3
_INDENT = 10


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


# The pieces with their left edges and the baselines of their numbers; the height of all lines.
Places = tuple[list[tuple[Piece, float, float]], float]


class FormulaView(Painted, QWidget):
    """One formula; as high as its lines need at the width it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formula: Formula | None = None
        self._pieces: tuple[Piece, ...] = ()
        self._theme = "dark"
        self._placed: tuple[float, Places] | None = None  # for the width last asked for
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(enlarged(max(self.width(), 200))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return enlarged(self._lines(width / text_factor())[1])

    def formula(self) -> Formula | None:
        """Give the formula shown."""
        return self._formula

    def forget(self) -> None:
        """Show the next formula afresh, even the same one: the language changed."""
        self._formula = None

    def show_formula(self, formula: Formula, theme: str) -> None:
        """Show a formula."""
        if formula == self._formula and theme == self._theme:
            return
        before = self._lines(self.width())[1]
        self._formula, self._theme = formula, theme
        self._pieces, self._placed = pieces_of(formula), None
        self.setAccessibleName(words.plain(formula_spans(formula)))
        if self._lines(self.width())[1] != before:
            self.updateGeometry()
        self.update()

    def _lines(self, width: float) -> Places:
        if self._placed is None or self._placed[0] != width:
            self._placed = (width, self._broken(width))
        return self._placed[1]

    def _broken(self, width: float) -> Places:
        placed: list[tuple[Piece, float, float]] = []
        line: list[tuple[Piece, float]] = []
        left, top = 0.0, 0.0
        for piece in self._pieces:
            whole = piece.sign_width() + piece.column_width()
            if line and left + whole > width:
                top = _close(line, top, placed)
                line, left = [], float(_INDENT)
            line.append((piece, left))
            left += whole
        return placed, _close(line, top, placed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        for piece, left, base in self._lines(self.width())[0]:
            self._paint(painter, piece, left, base)
        painter.end()

    def _paint(self, painter: QPainter, piece: Piece, left: float, base: float) -> None:
        theme = self._theme
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
            line = base - _SYMBOLS + (2.5 if low else 0)
            size = SUBSCRIPT if low else SYMBOL
            at = lettering.draw_text(painter, at, line, part, theme, role, size)


def _close(
    line: list[tuple[Piece, float]], top: float, placed: list[tuple[Piece, float, float]]
) -> float:
    """Set one line from `top` on and give where the next begins."""
    if any(piece.symbol for piece, _ in line):
        top += _SYMBOLS
    placed.extend((piece, left, top + _BASE) for piece, left in line)
    return top + _LINE if line else top
