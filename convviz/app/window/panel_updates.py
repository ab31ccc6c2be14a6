"""Panels follow the controller: counts and form at once, the rest when the old picture may go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from convviz.app.controller import Controller
from convviz.app.stage.strip_items import strip_items
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.strip.chain_strip import ChainStrip
from convviz.state.resolved import Resolved


class Panel(Protocol):
    """Shows what a snapshot says, in the present language; some follow playback by `tick` too."""

    def apply(self, old: Resolved | None, new: Resolved) -> None: ...

    def retranslate(self) -> None: ...


class PanelUpdates:
    """Gives the panels of one window what there is to show.

    Parameters
    ----------
    at_once : tuple of Panel
        Show an edit before the others do.
    later : tuple of Panel
    bring : callable
        Brings a panel forward, by its name.
    announce : callable
        Says what there is to say of a new state.
    """

    def __init__(
        self,
        controller: Controller,
        at_once: tuple[Panel, ...],
        later: tuple[Panel, ...],
        plot: PlotPanel,
        strip: ChainStrip,
        bring: Callable[[str], None],
        announce: Callable[[], None],
    ) -> None:
        self._controller, self._at_once, self._later = controller, at_once, later
        self._plot, self._strip = plot, strip
        self._bring, self._announce = bring, announce
        self._pending: tuple[Resolved | None] | None = None  # what the late panels showed last
        self._started = False

    def add(self, panel: Panel) -> None:
        """Have one more panel follow."""
        self._later = (*self._later, panel)

    def connect_intents(self, dispatch: Callable[[object], None]) -> None:
        """Have `dispatch` get what the panels ask for."""
        for panel in (*self._later, *self._at_once):
            if hasattr(panel, "intent"):
                panel.intent.connect(dispatch)

    def retranslate(self) -> None:
        """Put all panels into the present language."""
        for panel in (*self._later, *self._at_once):
            panel.retranslate()

    def show(self, old: Resolved | None, new: Resolved) -> None:
        """Show a new snapshot."""
        for panel in self._at_once:
            panel.apply(old, new)
        self._pending = self._pending or (old,)

    def follow(self, old: Resolved | None, new: Resolved) -> None:
        """Bring the panel forward that goes with what was done: layers, or this cell."""
        if old is None:
            return
        if new.document.selected != old.document.selected or new.problem is not None:
            self._bring("editor")

    def tick(self) -> None:
        """Follow playback; and show what was left for later, once the old picture may go."""
        resolved = self._controller.resolved
        if resolved is None or self._controller.waiting:
            return  # the old picture stays, and what goes with it
        self._apply_pending(resolved)
        started = self._controller.playback.time > 0.0
        if started and not self._started:
            self._bring("cell")  # the sum is on: its plot and arithmetic go with it
        self._started = started
        for panel in (*self._later, *self._at_once):
            if hasattr(panel, "tick"):
                panel.tick(self._controller.playback, resolved)
        self._plot.finish_tick()  # last: it paints

    def _apply_pending(self, new: Resolved) -> None:
        if self._pending is None:
            return
        (old,), self._pending = self._pending, None
        for panel in self._later:
            panel.apply(old, new)
        self._strip.apply(strip_items(new), new.settings.look, new.common.depth_unit)
        self._announce()
