"""In which thread Qt's wrappers die, and where cyclic garbage is collected."""

from __future__ import annotations

import gc
import threading
import weakref
from collections import Counter
from types import TracebackType
from typing import Self

from shiboken6 import Shiboken

from convviz.app.compute import Compute


class Deaths:
    """Watches every wrapper there is, found anew before each job and each collection elsewhere.

    Attributes
    ----------
    elsewhere : Counter
        Wrappers destroyed in another thread than the one that this was made in: by type and
        thread.
    here : int
        Those destroyed in this thread.
    collections : Counter
        Collections by thread.
    """

    def __init__(self) -> None:
        self.elsewhere: Counter[tuple[str, str]] = Counter()
        self.collections: Counter[str] = Counter()
        self.here = 0
        self._own = threading.get_ident()
        self._seen: dict[int, weakref.ref[object]] = {}

    def __enter__(self) -> Self:
        self._do, Compute._do = Compute._do, self._watched(Compute._do)
        gc.callbacks.append(self._collecting)
        self.look()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        gc.callbacks.remove(self._collecting)
        Compute._do = self._do
        self._seen.clear()

    def look(self) -> None:
        """Watch what is new."""
        for each in gc.get_objects():
            # By its type: a weak proxy says that it is an instance of what it stands for.
            if issubclass(type(each), Shiboken.Object) and id(each) not in self._seen:
                self._seen[id(each)] = weakref.ref(each, self._died(id(each), type(each).__name__))

    def _watched(self, do: object) -> object:
        def doing(compute: Compute, job: int) -> None:
            self.look()
            do(compute, job)  # type: ignore[operator]

        return doing

    def _collecting(self, phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            self.collections[threading.current_thread().name] += 1
            if threading.get_ident() != self._own:
                self.look()

    def _died(self, key: int, kind: str) -> object:
        def note(_: object) -> None:
            self._seen.pop(key, None)
            if threading.get_ident() == self._own:
                self.here += 1
            else:
                self.elsewhere[kind, threading.current_thread().name] += 1

        return note
