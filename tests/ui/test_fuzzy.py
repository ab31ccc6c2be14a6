"""Finding names by some of their letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.app.dialogs.fuzzy_search import match
from convviz.app.window.keyboard_layouts import typed_keys


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
        ("wkfm", "자르기"),  # typed in Latin state
        ("wkf", "자르기"),  # and half a syllable of it
        ("ehlehf", "되돌리기"),
        ("qhrl chrl", "보기 초기화"),
        ("ㅕㅜ애", "Undo"),  # typed in Hangul state
        ("걀ㄷㅈ", None),
        ("ㅍㅑㄷㅈ", "Reset view"),
        ("잘", "자르기"),  # as an input method shows it half way
        ("", "Undo"),
        ("zzz", None),
    ],
)
def test_a_name_is_found_or_not(query, name):
    english = ("Undo", "Reset view", "Full screen", "Direct: 5×5×192")
    names = (*english, "되돌리기", "보기 초기화", "자르기")
    found = best(query, *names)
    assert found in names if query == "" else found == name


def test_the_beginning_of_a_word_beats_its_middle():
    assert best("re", "Go there", "Redo") == "Redo"
    assert best("cut", "Execute", "Make a cut") == "Make a cut"


def test_hits_are_the_letters_that_were_typed():
    assert match("vw", "Reset view").hits == (6, 9)
    assert match("ㅊ", "채널 1").hits == (0,)


@given(st.text(st.sampled_from("가각간값갃까꿻닭뷁쀍힣과의ㄱㄳㅘㅢ"), max_size=4))
def test_keys_write_the_text_on_a_two_set_keyboard(text):
    keys, places = typed_keys(text)
    assert keys.isascii() and len(keys) == len(places)
    for place, letter in enumerate(text):
        own = "".join(key for key, at in zip(keys, places, strict=True) if at == place)
        assert own == "".join(typed_keys(part)[0] for part in parts_of(letter))


def parts_of(syllable):
    """The parts of a syllable, by Unicode's decomposition, as letters of their own."""
    if len(unicodedata.normalize("NFD", syllable)) == 1:
        return [syllable]
    names = [unicodedata.name(p).split()[-1] for p in unicodedata.normalize("NFD", syllable)]
    return [unicodedata.lookup(f"HANGUL LETTER {name}") for name in names]
