"""Numbers and sums as Python text that gives the very same numbers."""

from __future__ import annotations

import numpy as np

_CHUNK = 64  # more terms in one bracket would exceed Python's own limit on nesting


def shortest(value: float | np.float32) -> str:
    """Write a float32 in the fewest digits that read back as the same float32."""
    return str(np.float32(value))


def joined(terms: list[str]) -> str:
    """Add up terms, in brackets of at most _CHUNK."""
    while len(terms) > _CHUNK:
        parts = (terms[at : at + _CHUNK] for at in range(0, len(terms), _CHUNK))
        terms = [f"({' + '.join(part)})" for part in parts]
    return " + ".join(terms)
