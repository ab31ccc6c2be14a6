"""English plurals that follow the number before them: "1 bias", "2 biases".

An English text writes both forms, as ``bias(es)``; which one is said is decided once the number
is put in. Korean texts have no such pairs.
"""

from __future__ import annotations

_ENDINGS = ("(s)", "(es)")


def numbered(text: str, number: str) -> str:
    """`text` with its plurals decided by `number`, as it was written before them."""
    if "s)" not in text:
        return text
    for ending in _ENDINGS:
        text = text.replace(ending, "" if number == "1" else ending[1:-1])
    return text
