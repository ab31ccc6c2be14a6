"""Formulas as runs of colour: each factor in its dimension's, symbols with their subscripts."""

from __future__ import annotations

from convviz.model.formula import Dimension, Formula
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.words.figures import MINUS, TIMES, number
from convviz.words.lookup import has, text

_ROLES = {
    Dimension.H: Role.H,
    Dimension.W: Role.W,
    Dimension.K: Role.K,
    Dimension.CIN: Role.CIN,
    Dimension.COUT: Role.COUT,
}
_SUBSCRIPTED = ("Cout", "Cin", "kh", "kw")


def dimension_role(dimension: Dimension) -> Role:
    """The colour of a dimension."""
    return _ROLES.get(dimension, Role.TEXT)


def symbol_parts(symbol: str) -> tuple[tuple[str, bool], ...]:
    """A factor's symbol as (text, is a subscript), in the present language.

    ``Cin`` gives C and a lowered "in"; a compound such as ``k·k·Cin−1`` gets parentheses, since
    it stands for one factor of a product.
    """
    if has(f"symbol.{symbol}"):
        return ((text(f"symbol.{symbol}"), False),)
    # A word within a compound: Cin÷groups.
    symbol = symbol.replace("÷groups", f"÷{text('symbol.groups')}")
    parts: list[tuple[str, bool]] = []
    plain = ""
    at = 0
    while at < len(symbol):
        name = next((name for name in _SUBSCRIPTED if symbol.startswith(name, at)), None)
        # A layer's name ("Cinema") is a symbol too, and stays whole.
        after = at + len(name) if name else at
        if name is None or symbol[after : after + 1].isalnum() or symbol[at - 1 : at].isalnum():
            plain += symbol[at]
            at += 1
            continue
        parts.extend([(plain + name[0], False), (name[1:], True)])
        plain = ""
        at = after
    if plain:
        parts.append((plain, False))
    if MINUS in symbol:
        return (("(", False), *parts, (")", False))
    return tuple(parts)


def formula_spans(formula: Formula) -> tuple[Span, ...]:
    """A formula with its numbers put in, on one line: ``5 × 5 × 192 × 32 = 153,600``."""
    runs: list[Span] = []
    first = formula.terms[0] if formula.terms else None
    if first and len(formula.terms) == len(first.factors) == 1 and first.sign > 0:
        # One factor alone: "27 = 27" would say nothing.
        return (Span(number(formula.result), dimension_role(first.factors[0].dimension)),)
    for place, term in enumerate(formula.terms):
        if term.sign < 0:
            runs.append(Span(f" {MINUS} " if place else MINUS, Role.MUTED))
        elif place:
            runs.append(Span(" + ", Role.MUTED))
        for position, factor in enumerate(term.factors):
            if position:
                runs.append(Span(f" {TIMES} ", Role.MUTED))
            runs.append(Span(number(factor.value), dimension_role(factor.dimension)))
    runs.append(Span(" = " if runs else "", Role.MUTED))
    runs.append(Span(number(formula.result)))
    return tuple(run for run in runs if run.text)
