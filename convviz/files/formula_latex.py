r"""A count's formula as LaTeX: each number with its symbol under a brace, where it has one."""

from __future__ import annotations

from convviz import words
from convviz.model.formula import Factor, Formula, Term
from convviz.words.formulas import symbol_parts

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "×": r"$\times$",
    "−": r"$-$",
    "÷": r"$\div$",
    "·": r"$\cdot$",
    "≈": r"$\approx$",
    "“": "``",
    "”": "''",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}
_SIGNS = {"·": r" \cdot ", "−": " - ", "÷": " / "}


def escaped(text: str) -> str:
    """Return text as LaTeX sets it, on one line."""
    return "".join(_SPECIAL.get(mark, mark if mark.isprintable() else " ") for mark in text)


def has_hangul(text: str) -> bool:
    """Whether text has letters that LaTeX sets only with a package for Korean."""
    return any("\u3131" <= mark <= "\u318e" or "\uac00" <= mark <= "\ud7a3" for mark in text)


def formula_latex(formula: Formula) -> str:
    r"""Return ``\text{MACs} = \underbrace{28}_{H} \times … = 2{,}408{,}448``, for math mode."""
    name = escaped(words.text(f"counts.quantity.{formula.quantity}"))
    terms = "".join(_term(term, first=not place) for place, term in enumerate(formula.terms))
    opened = f" = {terms}" if terms else ""
    return rf"\text{{{name}}}{opened} = {_number(formula.result)}"


def formulas_latex(formulas: dict[str, Formula]) -> str:
    r"""Return several formulas, one below the other, as an ``align*`` of amsmath.

    A quantity without terms is left out.
    """
    shown = [formula for formula in formulas.values() if formula.terms]
    lines = [f"  {formula_latex(formula).replace(' = ', ' &= ', 1)}" for formula in shown]
    return "\n".join([r"\begin{align*}", " \\\\\n".join(lines), r"\end{align*}", ""])


def _term(term: Term, first: bool) -> str:
    factors = r" \times ".join(_factor(factor) for factor in term.factors)
    if term.sign < 0:
        return f"-{factors}" if first else f" - {factors}"
    return factors if first else f" + {factors}"


def _factor(factor: Factor) -> str:
    return rf"\underbrace{{{_number(factor.value)}}}_{{{_symbol(factor.symbol)}}}"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", "{,}")


def _symbol(symbol: str) -> str:
    r"""Return a symbol, its subscripts upright and small: ``C_{\mathrm{in}}``."""
    return "".join(
        rf"_{{\mathrm{{{escaped(text)}}}}}" if lowered else _letters(text)
        for text, lowered in symbol_parts(symbol)
    )


def _letters(text: str) -> str:
    """Return single letters and signs as they are, words upright."""
    out, word = "", ""
    for mark in f"{text}\0":
        if mark not in _SIGNS and mark not in "()\0" and not mark.isdigit():
            word += mark
            continue
        out += word if len(word) == 1 and word.isalpha() and word.isascii() else _upright(word)
        word = ""
        out += _SIGNS.get(mark, mark) if mark != "\0" else ""
    return out


def _upright(word: str) -> str:
    return rf"\text{{{escaped(word)}}}" if word.strip() else ""
