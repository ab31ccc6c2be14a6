"""Rows and columns as people count them: the first is row 1."""

from __future__ import annotations

from convviz.scene.primitives import Span
from convviz.words.figures import number
from convviz.words.lookup import spans

_LISTED = 4  # so many places that lie apart are named one by one


def rows_spans(rows: range) -> tuple[Span, ...]:
    """Rows, given as the model counts them (from 0): "row 16", "rows 15–17"."""
    return spans("place.row" if len(rows) == 1 else "place.rows", n=told(rows))


def columns_spans(columns: range) -> tuple[Span, ...]:
    """Columns, as `rows_spans`."""
    return spans("place.column" if len(columns) == 1 else "place.columns", n=told(columns))


def told(places: range) -> str:
    """Places counted from 1: ``16``, ``15, 16``, ``15–17``, ``1, 4, 7``, ``1 … 28``."""
    counted = [number(place + 1) for place in places]
    if len(counted) > 2 and abs(places.step) == 1:
        return f"{counted[0]}–{counted[-1]}"
    if len(counted) > _LISTED:
        return f"{counted[0]} … {counted[-1]}"
    return ", ".join(counted)
