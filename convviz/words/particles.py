"""Korean particles that follow the reading of what is before them: "3을", "4를", "conv1이".

A Korean text writes both forms, as ``을(를)``; which one is said is decided once the number or
name is put in. English texts have no such pairs.
"""

from __future__ import annotations

# Each pair: after a final consonant, and after a vowel.
_PAIRS = {
    "을(를)": ("을", "를"),
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "과(와)": ("과", "와"),
    "으로(로)": ("으로", "로"),
}
_CLOSING = ")]”’\"'\u2060"
_RIEUL = 8  # the place of ㄹ among final consonants
# What a digit's or a letter's name ends in: ㄹ, or another consonant; all others in a vowel.
_IN_RIEUL = "178lr"
_IN_CONSONANT = "036mn"


def settled(text: str, before: str = "") -> str:
    """`text` with every pair decided, `before` being what was said before it."""
    if "(" not in text:
        return text
    for pair in _PAIRS:
        while pair in text:
            head, _, tail = text.partition(pair)
            text = head + _chosen(pair, before + head) + tail
    return text


def _chosen(pair: str, before: str) -> str:
    consonant, vowel = _PAIRS[pair]
    ending = _final(before)
    if ending == _RIEUL and vowel == "로":
        return vowel
    return consonant if ending else vowel


def _final(said: str) -> int:
    """The final consonant of the last syllable read: 0 for none, as Unicode numbers them."""
    last = said.rstrip(_CLOSING)[-1:].lower()
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    if last and last in _IN_RIEUL:
        return _RIEUL
    return 1 if last and last in _IN_CONSONANT else 0
