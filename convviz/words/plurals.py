"""English plurals that follow the number before them: "1 bias", "2 biases".

An English text writes both forms, as ``bias(es)``, or where they are no ending one after the
other, the singular first: ``(is|are)``, ``make(s|)``. Which one is said is decided once the number
is put in. Korean texts have no such pairs.
"""

from __future__ import annotations

import re

_ENDINGS = ("(s)", "(es)")
_PAIR = re.compile(r"\((\w*)\|(\w*)\)")


def numbered(text: str, number: str) -> str:
    """`text` with its plurals decided by `number`, as it was written before them."""
    if "(" not in text:
        return text
    one = number == "1"
    for ending in _ENDINGS:
        text = text.replace(ending, "" if one else ending[1:-1])
    return _PAIR.sub(r"\1" if one else r"\2", text)
