"""One thing is never told in the plural: every English text with 1 as each of its numbers."""

from __future__ import annotations

import re

import pytest

from convviz import words
from convviz.words.lookup import pieces
from convviz.words.plurals import numbered
from convviz.words.tables import TEXTS

# A number that is no side of a "3 × 3", then at most one word, then a plural.
BEFORE = ("input", "output", "more", "neighbouring", "equal")
ONE_OF_MANY = re.compile(rf"(?<![\w.,×])(?<!× )1 (?:(?:{'|'.join(BEFORE)}) )?([A-Za-z]+s)\b")
# Words with an s that are no plurals: verbs after a name, and more.
NO_PLURAL = set(
    "is its has does this becomes as less across bias makes removes takes reads".split()
)
NO_PLURAL |= set("runs draws lies passes multiplies needs means".split())


def told(key: str) -> str:
    """The English text with 1 as each of its numbers, also where it takes a name or a shape."""
    names = {piece.name for piece in pieces(words.template(key)) if piece.name is not None}
    return words.text(key, **dict.fromkeys(names, 1))


@pytest.mark.parametrize("key", TEXTS)
def test_one_thing_is_told_in_the_singular(key: str) -> None:
    text = told(key)
    assert not set(ONE_OF_MANY.findall(text)) - NO_PLURAL, text


def test_both_ways_of_writing_follow_the_number() -> None:
    said = " filter(s) make(s|) a box(es), (is|are) seen"
    assert numbered(said, "1") == " filter makes a box, is seen"
    assert numbered(said, "12") == " filters make a boxes, are seen"
    assert numbered("f(x) and (H|", "1") == "f(x) and (H|"


@pytest.mark.parametrize(
    ("key", "one"),
    [
        ("counts.output.filters", "1 filter makes 1 channel"),
        ("help.add", "+ Add a layer: 1 filter of 1"),
        ("stage.work.strength", "1 neighbouring channel at (1, 1)"),
        ("error.groups-filters", "1 filter does not divide into 1 equal group."),
        ("playback.say.channels", "1 more result is added to the sum."),
    ],
)
def test_verbs_and_markup_between_follow_too(key: str, one: str) -> None:
    assert one in told(key)
