"""Percentages as the present language writes them: ``8.39 %``, in Korean ``8.39%``."""

from __future__ import annotations

from convviz.words.figures import percentage, signed_percentage
from convviz.words.lookup import text


def percent(part: float) -> str:
    """A share as a percentage: 0.0839 is ``8.39 %``, 1.0 is ``100 %``."""
    return text("figure.percent", number=percentage(part))


def signed_percent(part: float) -> str:
    """A change as a percentage with its sign: ``−89.7 %``, ``+3.2 %``."""
    return text("figure.percent", number=signed_percentage(part))
