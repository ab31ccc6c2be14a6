"""Functions of frozen values that are asked the same again: what they gave is kept by identity.

Networks are compared and hashed layer by layer, which takes longer than most of what is asked of
them; the same object has the same answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Anchor = TypeVar("Anchor")
Result = TypeVar("Result")


class Memo(Generic[Anchor, Result]):
    """A function of a frozen object and of hashable arguments, with its last results.

    Parameters
    ----------
    function : callable
        Pure; (object, *arguments) -> result.
    objects : int
        How many objects results are kept for.
    each : int
        How many results for each object.
    """

    def __init__(self, function: Callable[..., Result], objects: int = 6, each: int = 8) -> None:
        self._function, self._objects, self._each = function, objects, each
        # The object is kept with its results, so that no other one can get its id.
        self._kept: OrderedDict[int, tuple[Anchor, OrderedDict[Hashable, Result]]] = OrderedDict()

    def __call__(self, anchor: Anchor, *arguments: Hashable) -> Result:
        """Give what the function gives."""
        entry = self._kept.get(id(anchor))
        if entry is None:
            entry = self._kept[id(anchor)] = (anchor, OrderedDict())
            if len(self._kept) > self._objects:
                self._kept.popitem(last=False)
        self._kept.move_to_end(id(anchor))
        results = entry[1]
        if arguments in results:
            results.move_to_end(arguments)
            return results[arguments]
        found = results[arguments] = self._function(anchor, *arguments)
        if len(results) > self._each:
            results.popitem(last=False)
        return found

    def cache_clear(self) -> None:
        """Forget everything, as `functools.lru_cache` does."""
        self._kept.clear()
