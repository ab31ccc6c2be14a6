"""Rows and columns are told as people count them."""

from __future__ import annotations

import pytest

from convviz import words
from convviz.words.places import columns_spans, rows_spans, told


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (range(15, 16), "16"),
        (range(14, 16), "15, 16"),
        (range(14, 17), "15–17"),
        (range(0, 9, 3), "1, 4, 7"),
        (range(0, 28, 2), "1 … 27"),
        (range(0), ""),
    ],
)
def test_places_are_counted_from_one(places: range, expected: str) -> None:
    assert told(places) == expected


def test_one_row_is_a_row() -> None:
    assert words.plain(rows_spans(range(15, 16))) == "row 16"
    assert words.plain(rows_spans(range(0, 3))) == "rows 1–3"
    assert words.plain(columns_spans(range(0, 1))) == "column 1"
