"""Cyclic garbage is collected in the GUI thread only, when it costs no frame.

Python collects wherever an allocation happens to make it due, in a worker thread too. Qt's objects
must not be destroyed in any thread but their own, so automatic collection is off once there is an
application, and its event loop collects instead.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

# Containers made and not yet freed, and collections of each generation to one of the next.
YOUNG, MIDDLE, OLD = 2_000, 10, 10
REST_MS = 500
_QUIET = 6  # turns of the event loop in that time which are no work: whatever moves takes 30


def collect_young() -> bool:
    """Collect what was made lately, where it is due: a millisecond or so.

    Returns
    -------
    bool
        Whether what is older is due too.
    """
    young, middle, old = gc.get_count()
    if young > YOUNG:
        gc.collect(1 if middle >= MIDDLE else 0)
    return old >= OLD


class Collector(QObject):
    """Collects garbage while the event loop runs; the oldest only when nothing moves.

    Parameters
    ----------
    application : QObject
        Which exists already: collection is automatic until then.
    """

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        gc.disable()
        self._held = False
        self._turns = self._turns_before = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._turn)

    def hold(self) -> None:
        """Collect nothing: what is loaded during the start is no garbage."""
        self._held = True

    def resume(self) -> None:
        """Collect again, but never go through what the start has loaded: it stays."""
        if self._held:
            self._held = False
            if not gc.get_freeze_count():
                gc.freeze()

    def _turn(self) -> None:
        """A turn of the event loop."""
        self._turns += 1
        if not self._held and collect_young() and not self._rest.isActive():
            self._turns_before = self._turns
            self._rest.start()

    def _rested(self) -> None:
        """Some time after the oldest garbage was due; it waits on while something moves."""
        if self._turns - self._turns_before <= _QUIET and not self._held:
            gc.collect()
