"""Values as runs of colour, as sentences and tables write them."""

from __future__ import annotations

from convviz import words
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded, Span

Runs = tuple[Span, ...]


def signed(number: float | Rounded, decimals: int | None = None) -> Runs:
    """Give a value in the colour of its sign; zero is plain. A table's have as many decimals."""
    if isinstance(number, Rounded):
        number, decimals = number.value, number.decimals
    text = words.value(number) if decimals is None else words.fixed(number, decimals)
    if number == 0.0:
        return (Span(text),)
    return (Span(text, Role.POSITIVE if number > 0.0 else Role.NEGATIVE),)
