"""Finding names by some of their letters: "rv" finds "Reset view", "ㄷㄷㄹ" finds "되돌리기"."""

from __future__ import annotations

from dataclasses import dataclass

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
        found = _word(word, name.lower())
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
