"""Finding names by some of their letters: "rv" finds "Reset view", "ㄷㄷㄹ" finds "되돌리기".

With the keyboard in the other state too: "wkfm" finds "자르기", "ㅕㅜ애" finds "Undo".
"""

from __future__ import annotations

from dataclasses import dataclass

from convviz.app.window.keyboard_layouts import is_hangul, typed_keys

# The initial consonants of Hangul syllables in their order in Unicode: 588 syllables each.
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST, _LAST, _PER_INITIAL = "가", "힣", 588


@dataclass(frozen=True)
class Match:
    """How well a query fits a name, and the places of the letters that it hit."""

    score: float
    hits: tuple[int, ...] = ()


def match(query: str, name: str) -> Match | None:
    """How a query fits a name; None when it does not.

    Every word of the query must be found. Best is the beginning of a word, then a part of one,
    then letters in their order, the closer together the better.
    """
    score, hits = 0.0, set[int]()
    for word in query.lower().split():
        found = _word(word, name.lower()) or _typed(word, name.lower())
        if found is None:
            return None
        score += found.score
        hits.update(found.hits)
    return Match(score - 0.01 * len(name), tuple(sorted(hits)))


def _word(word: str, name: str) -> Match | None:
    best: Match | None = None
    for start in range(len(name)):
        hits = _letters(word, name, start)
        if hits is None:
            break
        spread = hits[-1] - hits[0] + 1 - len(hits)
        starts = sum(_begins(name, hit) for hit in hits)
        score = 10.0 * (spread == 0) + 6.0 * _begins(name, hits[0]) + 2.0 * starts - spread
        if best is None or score > best.score:
            best = Match(score, hits)
    return best


def _typed(word: str, name: str) -> Match | None:
    """A word by the keys that write it, from the beginning of a syllable or a word on.

    Only where Hangul is involved: the keys of "자르" are "wkfm", in either state of the keyboard.
    """
    if not is_hangul(word) and not is_hangul(name):
        return None
    asked, (keys, places) = typed_keys(word)[0].lower(), typed_keys(name)
    keys = keys.lower()
    start = keys.find(asked)
    while start >= 0:
        place = places[start]
        first_key = start == 0 or places[start - 1] != place
        if first_key and (is_hangul(name[place]) or _begins(name, place)):
            hits = tuple(dict.fromkeys(places[start : start + len(asked)]))
            return Match(8.0 + 6.0 * _begins(name, place), hits)
        start = keys.find(asked, start + 1)
    return None


def _letters(word: str, name: str, start: int) -> tuple[int, ...] | None:
    """Places of a word's letters in their order, from `start` on."""
    hits = []
    for letter in word:
        while start < len(name) and not _same(letter, name[start]):
            start += 1
        if start == len(name):
            return None
        hits.append(start)
        start += 1
    return tuple(hits)


def _same(asked: str, letter: str) -> bool:
    if asked == letter:
        return True
    if asked in _INITIALS and _FIRST <= letter <= _LAST:
        return _INITIALS[(ord(letter) - ord(_FIRST)) // _PER_INITIAL] == asked
    return False


def _begins(name: str, place: int) -> bool:
    return place == 0 or not name[place - 1].isalnum()
