"""English plurals that follow the number before them: "1 bias", "2 biases".

An English text writes both forms, as ``bias(es)``; which one is said is decided once the number
is put in. Korean texts have no such pairs.
"""

from __future__ import annotations

import re

_ENDING = re.compile(r"(?<=\w)\((e?s)\)")


def numbered(text: str, number: str) -> str:
    """`text` with its plurals decided by `number`, as it was written before them."""
    return _ENDING.sub("" if number == "1" else r"\1", text)
