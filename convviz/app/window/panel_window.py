"""The widgets of the window: the stage, the bars below it, the panels beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from convviz.app.controller import Controller
from convviz.app.documents.photo_files import shipped_photos
from convviz.app.stage.stage_host import StageHost
from convviz.app.window.centre import Centre
from convviz.app.window.docks import Docks
from convviz.app.window.driven_window import DrivenWindow
from convviz.app.window.panel_updates import PanelUpdates
from convviz.app.window.start_cover import StartCover
from convviz.app.window.status_line import StatusLine
from convviz.panels.caption.panel import CaptionBar
from convviz.panels.cell.arithmetic_panel import ArithmeticPanel
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.costs.formulas_panel import CountsPanel
from convviz.panels.costs.panel import CostsPanel
from convviz.panels.editor.panel import EditorPanel
from convviz.panels.legend.panel import LegendBar
from convviz.panels.strip.chain_strip import ChainStrip
from convviz.panels.transport.panel import TransportBar
from convviz.panels.weights.panel import WeightsPanel
from convviz.state import intents

if TYPE_CHECKING:
    from convviz.app.stage.stage_host import View


class PanelWindow(DrivenWindow):
    """Stage in the middle, counts and editor beside it, plot and arithmetic below."""

    def __init__(self, controller: Controller, stage_view: View) -> None:
        super().__init__()
        self.controller = controller
        self._complete = False
        self._status = StatusLine(self.statusBar(), controller)
        self.stage = StageHost(controller, stage_view)
        self.start = StartCover(self, controller, self.stage)
        self.caption, self.legend = CaptionBar(), LegendBar()
        self.strip, self.transport = ChainStrip(), TransportBar()
        self.costs, self.counts = CostsPanel(), CountsPanel()
        self.editor, self.weights = EditorPanel(shipped_photos()), WeightsPanel()
        self.plot, self.arithmetic = PlotPanel(), ArithmeticPanel()
        self._bars = (self.legend, self.caption, self.strip, self.transport)
        self.setCentralWidget(Centre(self.stage, self._bars, (self.legend, self.strip)))
        at_once, lower = (self.costs, self.counts, self.editor), (self.plot, self.arithmetic)
        self.docks = Docks(self, *at_once, *lower, self.weights)
        later = (self.caption, self.legend, self.transport, *lower, self.weights)
        announce = self._status.announce
        self._updates = PanelUpdates(
            controller, at_once, later, self.plot, self.strip, self._bring, announce
        )
        self._updates.connect_intents(controller.dispatch)
        for panel in (self.editor, self.weights):
            panel.leave.connect(self.stage.setFocus)
        self.strip.opened.connect(lambda node: controller.dispatch(intents.SelectLayer(node)))
        self.strip.opened.connect(lambda _: self.stage.setFocus())  # the arrows step its story
        self.stage.hovered.connect(self._status.hovered)
        self.stage.painted.connect(self._painted)
        self.setMinimumSize(800, 520)
        self.stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _bring(self, name: str) -> None:
        """Bring a panel forward; the focus leaves a field that this hides."""
        self.docks.show(name)
        focus = self.focusWidget()
        if focus is not None and self.docks.hides(focus):
            self.stage.setFocus()

    def _show_photo(self) -> None:
        """Bring the form of the input forward, where the photo's crop frame is."""
        self.docks.show("editor")
        self.editor.reveal("crop")

    def _painted(self) -> None:
        resolved = self.controller.resolved
        if self._complete or resolved is None or resolved.stale:
            return
        self._complete = True
        self.complete.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes past what is behind something else."""
        start = self.focusWidget()
        while super().focusNextPrevChild(forward):
            found = self.focusWidget()
            if found is None or found is start:
                return True
            if not (self.docks.hides(found) or self.start.hides(found)):
                return True
        return False
