"""The main window: puts the stage, the bars and the panels together."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.documents.photo_files import shipped_photos
from convviz.app.language import switch_language
from convviz.app.stage.stage_host import StageHost
from convviz.app.stage.strip_items import strip_items
from convviz.app.window import window_state as memory
from convviz.app.window.actions import letter_action, make_actions, name_actions
from convviz.app.window.centre import Centre
from convviz.app.window.commands import Commands
from convviz.app.window.cut_menu import CutMenu
from convviz.app.window.docks import Docks
from convviz.app.window.keyboard import Keyboard
from convviz.app.window.menus import Menus
from convviz.app.window.pages import Pages
from convviz.app.window.status_line import StatusLine
from convviz.app.window.theme import apply_theme
from convviz.app.window.tools import fit_tools, make_tools
from convviz.panels.caption.panel import CaptionBar
from convviz.panels.cell.arithmetic_panel import ArithmeticPanel
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.costs.formulas_panel import CountsPanel
from convviz.panels.costs.panel import CostsPanel
from convviz.panels.editor.panel import EditorPanel
from convviz.panels.legend.panel import LegendBar
from convviz.panels.painting.text_size import refit
from convviz.panels.strip.chain_strip import ChainStrip
from convviz.panels.transport.panel import TransportBar
from convviz.panels.weights.panel import WeightsPanel
from convviz.state import intents
from convviz.state.resolved import Resolved


class MainWindow(QMainWindow):
    """Stage in the middle, counts and editor beside it, plot and arithmetic below.

    Signals
    -------
    complete()
        The first frame with values has been painted.
    """

    complete = Signal()
    attended = True  # by a user, whose window it is

    def __init__(self, controller: Controller, stage_view: QWidget) -> None:
        super().__init__()
        self.controller = controller
        self._spoken: tuple[str, str, int] | None = None
        self._complete = self._started = False
        self._keyboard, self._status = Keyboard(self), StatusLine(self)
        self._pending: tuple[Resolved | None] | None = None  # what the late panels showed last
        self.stage = StageHost(controller, stage_view)
        self.caption, self.legend = CaptionBar(), LegendBar()
        self.strip, self.transport = ChainStrip(), TransportBar()
        self.costs, self.counts = CostsPanel(), CountsPanel()
        self.editor, self.weights = EditorPanel(shipped_photos()), WeightsPanel()
        self.plot, self.arithmetic = PlotPanel(), ArithmeticPanel()
        beside = (self.costs, self.counts, self.editor, self.plot, self.arithmetic, self.weights)
        self.panels: tuple[QWidget, ...] = (self.caption, self.legend, self.transport, *beside)
        self.commands, self.pages = Commands(self), Pages(self)
        self.actions_by_id = make_actions(self, self.run)
        bars = (self.legend, self.caption, self.strip, self.transport)
        self.setCentralWidget(Centre(self.stage, bars, (self.legend, self.strip)))
        self.docks = Docks(self, *beside)
        self.menus = Menus(self, self.actions_by_id, self.docks.all)
        self.cuts = CutMenu(controller, self)
        self.tools = make_tools(self, self.actions_by_id, self.cuts)
        self.setMinimumSize(800, 520)
        self._connect()
        self.stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QWidget.setTabOrder(self.transport.speed, self.stage)  # the bars come last
        self.stage.setFocus()
        self._changed(None, controller.resolved)

    def _connect(self) -> None:
        controller = self.controller
        for panel in self.panels:
            if hasattr(panel, "intent"):
                panel.intent.connect(controller.dispatch)
        self.editor.leave.connect(self.stage.setFocus)
        self.weights.leave.connect(self.stage.setFocus)
        self.strip.opened.connect(lambda node: controller.dispatch(intents.SelectLayer(node)))
        self.strip.opened.connect(lambda _: self.stage.setFocus())  # the arrows step its story
        controller.resolvedChanged.connect(self._changed)
        controller.optionsChanged.connect(lambda: self.menus.apply(controller.resolved))
        controller.ticked.connect(self._ticked)
        controller.settingsChanged.connect(preferences.save)
        self.stage.hovered.connect(self._status.hovered)
        self.stage.painted.connect(self._painted)
        self.stage.softwareWanted.connect(self.commands.restart_in_software)

    # ---- what the controller says ------------------------------------------------------------
    def _changed(self, old: Resolved | None, new: Resolved) -> None:
        text_size = self.commands.full_screen.text_size()
        spoken = (new.settings.language, new.settings.theme, text_size)
        if spoken != self._spoken:
            self._dress(new, language=self._spoken is None or spoken[0] != self._spoken[0])
            self._spoken, old = spoken, None
        for panel in (self.costs, self.counts, self.editor):
            panel.apply(old, new)
        self.menus.apply(new)
        self.commands.desk.show_name(new)
        self._pending = self._pending or (old,)
        self._ticked()
        self._follow(old, new)

    def _apply_pending(self, new: Resolved) -> None:
        """Apply what was left for later: counts and form show an edit at once, before the rest."""
        if self._pending is None:
            return
        (old,), self._pending = self._pending, None
        for panel in self.panels:
            if panel not in (self.costs, self.counts, self.editor):
                panel.apply(old, new)
        self.strip.apply(strip_items(new), new.settings.look, new.common.depth_unit)
        self._status.announce()

    def _dress(self, new: Resolved, language: bool) -> None:
        """Put on a language and a theme."""
        if language:
            switch_language(new.settings.language)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, new.settings.theme, self.commands.full_screen.text_size())
        refit(self)
        name_actions(self.actions_by_id, new.settings.theme)
        self.docks.dress(new.settings.theme)
        self.menus.name()
        self.stage.retranslate()
        self.pages.dress()
        if self._spoken is not None and not self.commands.full_screen.keeps_panels():
            self._fit()
        for panel in self.panels:
            panel.retranslate()

    def _follow(self, old: Resolved | None, new: Resolved) -> None:
        """Bring the panel forward that goes with what was done: layers, or this cell."""
        if old is None:
            return
        if new.document.selected != old.document.selected or new.problem is not None:
            self._bring("editor")

    def _ticked(self) -> None:
        resolved = self.controller.resolved
        if resolved is None or self.controller.waiting:
            return  # the old picture stays, and what goes with it
        self._apply_pending(resolved)
        started = self.controller.playback.time > 0.0
        if started and not self._started:
            self._bring("cell")  # the sum is on: its plot and arithmetic go with it
        self._started = started
        for panel in self.panels:
            if hasattr(panel, "tick"):
                panel.tick(self.controller.playback, resolved)
        self.plot.finish_tick()  # last: it paints

    def _bring(self, name: str) -> None:
        """Bring a panel forward; the focus leaves a field that this hides."""
        self.docks.show(name)
        focus = self.focusWidget()
        if focus is not None and self.docks.hides(focus):
            self.stage.setFocus()

    def say(self, key: str, numbers: dict[str, object], hold: bool = False) -> None:
        """Show a sentence in the status bar; an empty key clears it; see `StatusLine.say`."""
        self._status.say(key, numbers, hold)

    def _painted(self) -> None:
        resolved = self.controller.resolved
        if self._complete or resolved is None or resolved.stale:
            return
        self._complete = True
        self.complete.emit()

    # ---- actions -----------------------------------------------------------------------------
    def run(self, does: object) -> None:
        """Carry out what an action asks for: an intent, or a deed by name."""
        self.pages.before(does)
        if isinstance(does, str):
            owner = self.pages if hasattr(self.pages, does) else self.commands
            attrgetter(does)(owner)()
        elif isinstance(does, intents.OpenDocument):
            self.commands.desk.new(does.document)
        else:
            self.controller.dispatch(does)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that a Hangul input method turned into jamo still act; Esc returns."""
        action = letter_action(event.text(), self.actions_by_id)
        if action is not None:
            action.trigger()
        elif event.key() == Qt.Key.Key_Escape:
            self.commands.back()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes past what is behind something else."""
        start = self.focusWidget()
        while super().focusNextPrevChild(forward):
            found = self.focusWidget()
            if found is None or found is start:
                return True
            if not (self.docks.hides(found) or self.pages.hides(found)):
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panels become tabs in a small window."""
        super().resizeEvent(event)
        if not self.commands.full_screen.keeps_panels():
            self._fit()

    def _fit(self) -> None:
        self.docks.arrange(self.width(), self.height())
        fit_tools(self, self.tools)

    def restore(self) -> None:
        """Put the window and its panels where they were when it was last closed."""
        memory.restore(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and stop the worker, once nothing is left to be asked."""
        if not self.commands.desk.closes():
            event.ignore()
            return
        memory.remember(self)
        self.commands.recovering.end()
        self.controller.close()
        super().closeEvent(event)
