"""Finding names by some of their letters."""

from __future__ import annotations

import pytest

from convviz.app.fuzzy import match


def best(query, *names):
    fits = [(found.score, name) for name in names if (found := match(query, name)) is not None]
    return max(fits)[1] if fits else None


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("undo", "Undo"),
        ("rv", "Reset view"),
        ("view reset", "Reset view"),
        ("full", "Full screen"),
        ("5x5", None),
        ("5×5", "Direct: 5×5×192"),
        ("되돌", "되돌리기"),
        ("ㄷㄷㄹ", "되돌리기"),
        ("ㅂㄱ ㅊㄱㅎ", "보기 초기화"),
        ("", "Undo"),
        ("zzz", None),
    ],
)
def test_a_name_is_found_or_not(query, name):
    names = ("Undo", "Reset view", "Full screen", "Direct: 5×5×192", "되돌리기", "보기 초기화")
    found = best(query, *names)
    assert found in names if query == "" else found == name


def test_the_beginning_of_a_word_beats_its_middle():
    assert best("re", "Go there", "Redo") == "Redo"
    assert best("cut", "Execute", "Make a cut") == "Make a cut"


def test_hits_are_the_letters_that_were_typed():
    assert match("vw", "Reset view").hits == (6, 9)
    assert match("ㅊ", "채널 1").hits == (0,)
