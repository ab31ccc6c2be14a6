"""Which Latin keys write a text on the Korean two-set keyboard (두벌식).

Who types with the input method in the wrong state presses the same keys: so two texts that look
different, "wkfm" and "자르", are compared by their keys.
"""

from __future__ import annotations

_FIRST, _LAST = ord("가"), ord("힣")
_VOWEL_COUNT, _FINAL_COUNT = 21, 28
# In the order in which Unicode composes syllables (The Unicode Standard, section 3.12).
_INITIALS = "r R s e E f a q Q t T d w W c z x v g".split()
_VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split()
_FINALS = "- r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split()
_LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"  # the initials, each on its own
_VOWEL_LETTERS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_PAIRS = "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ"  # finals of two consonants
_SINGLE = {
    **dict(zip(_LETTERS, _INITIALS, strict=True)),
    **dict(zip(_VOWEL_LETTERS, _VOWELS, strict=True)),
    **dict(zip(_PAIRS, [keys for keys in _FINALS if len(keys) == 2], strict=True)),
}


def is_hangul(text: str) -> bool:
    """Whether a text has a Hangul syllable or letter in it."""
    return any(letter in _SINGLE or _FIRST <= ord(letter) <= _LAST for letter in text)


def keys_of(letter: str) -> str:
    """The Latin keys that write one letter or syllable; another sign is its own key."""
    if letter in _SINGLE:
        return _SINGLE[letter]
    index = ord(letter) - _FIRST
    if not 0 <= index <= _LAST - _FIRST:
        return letter
    initial, rest = divmod(index, _VOWEL_COUNT * _FINAL_COUNT)
    vowel, final = divmod(rest, _FINAL_COUNT)
    return _INITIALS[initial] + _VOWELS[vowel] + (_FINALS[final] if final else "")


def typed_keys(text: str) -> tuple[str, tuple[int, ...]]:
    """The keys that write a text, and for each key the place of the letter it belongs to."""
    parts = [keys_of(letter) for letter in text]
    places = tuple(place for place, keys in enumerate(parts) for _ in keys)
    return "".join(parts), places
