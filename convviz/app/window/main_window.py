"""The main window: builds its parts, gives each what it uses, and connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.documents.window_documents import WindowDocuments
from convviz.app.exports.window_exports import WindowExports
from convviz.app.fullscreen.blank_screen import BlankCommands
from convviz.app.fullscreen.full_screen import FullScreen
from convviz.app.language import switch_language
from convviz.app.window.action_ids import ActionId
from convviz.app.window.action_table import ACTIONS, ActionSpec
from convviz.app.window.actions import (
    Handlers,
    all_handlers,
    make_actions,
    name_actions,
)
from convviz.app.window.appearance_commands import AppearanceCommands
from convviz.app.window.cut_menu import CutMenu
from convviz.app.window.keyboard import Keyboard
from convviz.app.window.menus import Menus
from convviz.app.window.page_commands import PageCommands
from convviz.app.window.panel_commands import PanelCommands, WindowCommands
from convviz.app.window.panel_window import PanelWindow
from convviz.app.window.start_cover import StartChoices
from convviz.app.window.theme import apply_theme
from convviz.app.window.tools import fit_tools, make_tools
from convviz.app.window.view_commands import PlaybackCommands, ViewCommands
from convviz.app.window.window_state import WindowMemory
from convviz.panels.painting.text_size import refit
from convviz.state import intents
from convviz.state.resolved import Resolved

if TYPE_CHECKING:
    from convviz.app.stage.stage_host import View


class MainWindow(PanelWindow):
    """Gives the actions those who carry them out, and follows what the controller says."""

    def __init__(self, controller: Controller, stage_view: View) -> None:
        super().__init__(controller, stage_view)
        self._spoken: tuple[str, str, int] | None = None
        hidden = (self.menuBar(), self.statusBar(), *self._bars)
        self.full_screen = FullScreen(self, controller, self.stage, self.docks, hidden)
        self.documents = WindowDocuments(
            self, self.statusBar(), controller, self.start, self._status.say, self._show_photo
        )
        self.appearance = AppearanceCommands(controller)
        self.window_commands = WindowCommands(self)
        self.actions_by_id = make_actions(self, self._run)
        panels = [dock.toggleViewAction() for dock in self.docks.all.values()]
        files, choose = self.documents.commands, self.appearance.choose
        self.menus = Menus(
            self.menuBar(), self.actions_by_id, panels, controller, choose, files.open_file
        )
        self._keyboard = Keyboard(self, self.stage, self.start, self.actions_by_id, self._back)
        self.memory = WindowMemory(self, self.docks, self.full_screen, self.start, controller)
        self.cuts = CutMenu(controller, self)
        self.tools = make_tools(self, self.actions_by_id, self.cuts)
        self._handlers = self._make_handlers()
        self._choices = StartChoices(self.start, controller, files.new, files.open_file)
        self._connect()
        QWidget.setTabOrder(self.transport.speed, self.stage)  # the bars come last
        self.stage.setFocus()
        self._changed(None, controller.resolved)

    def _make_handlers(self) -> Handlers:
        """Who carries out which action."""
        controller, say, documents = self.controller, self._status.say, self.documents
        self.exports = WindowExports(
            self,
            controller,
            self.stage,
            documents.file,
            documents.waiting,
            documents.failures,
            say,
            self.full_screen.text_size,
        )
        self.blank = BlankCommands(self, self.stage, controller)
        self.panel_commands = PanelCommands(self, self.docks, self.arithmetic.copy)
        pages = PageCommands(
            self,
            controller,
            self.actions_by_id,
            self.menus,
            self.appearance.choose,
            documents.commands.open_file,
            self.start.take_focus,
        )
        return all_handlers(
            self.start.handlers(),
            documents.handlers(),
            self.exports.handlers(),
            ViewCommands(controller, self.stage.zoom).handlers(),
            PlaybackCommands(controller).handlers(),
            self.appearance.handlers(),
            self.full_screen.handlers(),
            self.blank.handlers(),
            self.panel_commands.handlers(),
            self.window_commands.handlers(),
            pages.handlers(),
        )

    def _connect(self) -> None:
        controller, actions, imports = self.controller, self.actions_by_id, self.documents.imports
        self.editor.insertWanted.connect(imports.insert_photo)
        self.weights.loadWanted.connect(imports.choose_weights)
        self.start.fileWanted.connect(lambda: self.act(ActionId.OPEN))
        controller.resolvedChanged.connect(self._changed)
        controller.optionsChanged.connect(self._show_options)
        controller.ticked.connect(self._updates.tick)
        controller.settingsChanged.connect(preferences.save)
        self.stage.softwareWanted.connect(self.window_commands.restart_in_software)
        self.docks.movableChanged.connect(actions[ActionId.MOVE_PANELS].setChecked)
        self.full_screen.switched.connect(actions[ActionId.FULL_SCREEN].setChecked)
        self.full_screen.pointerSwitched.connect(actions[ActionId.POINTER].setChecked)
        self.full_screen.footerMade.connect(self._updates.add)
        self.full_screen.textSizeChanged.connect(self._show_again)
        self.full_screen.screensChanged.connect(self._show_again)

    # ---- what the controller says ------------------------------------------------------------
    def _changed(self, old: Resolved | None, new: Resolved | None) -> None:
        if new is None:
            return
        spoken = (new.settings.language, new.settings.theme, self.full_screen.text_size())
        if spoken != self._spoken:
            self._dress(new, language=self._spoken is None or spoken[0] != self._spoken[0])
            self._spoken, old = spoken, None
        self._updates.show(old, new)
        self.menus.apply(new, self.controller.view)
        self.documents.show_name()
        self._updates.tick()
        self._updates.follow(old, new)

    def _show_options(self) -> None:
        if self.controller.resolved is not None:
            self.menus.apply(self.controller.resolved, self.controller.view)

    def _show_again(self) -> None:
        self._changed(self.controller.resolved, self.controller.resolved)

    def _dress(self, new: Resolved, language: bool) -> None:
        """Put on a language and a theme."""
        if language:
            switch_language(new.settings.language)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, new.settings.theme, self.full_screen.text_size())
        refit(self)
        name_actions(self.actions_by_id, new.settings.theme)
        self.docks.dress(new.settings.theme)
        self.menus.name()
        self.cuts.name()
        self.stage.retranslate()
        self.start.dress()
        if self._spoken is not None and not self.full_screen.keeps_panels():
            self._fit()
        self._updates.retranslate()

    # ---- actions -----------------------------------------------------------------------------
    def _run(self, spec: ActionSpec) -> None:
        """Carry out an action: its intent, or what its handler does."""
        self.start.before(spec.id)
        if spec.intent is None:
            self._handlers[spec.id]()
        elif isinstance(spec.intent, intents.OpenDocument):
            self.documents.commands.new(spec.intent.document)
        else:
            self.controller.dispatch(spec.intent)

    def act(self, action: ActionId) -> None:
        """Do what an action does, whether it is greyed or not."""
        self._run(next(spec for spec in ACTIONS if spec.id is action))

    def trigger(self, action: ActionId) -> None:
        """Choose an action, as from its menu."""
        self.actions_by_id[action].trigger()

    def _back(self) -> None:
        """Esc: end the blank screen, then full screen, then the start page."""
        if self.blank.leave():
            return
        if self.full_screen.on:
            self.full_screen.leave()
        elif not self.start.leave_start():
            self.stage.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panels become tabs in a small window."""
        super().resizeEvent(event)
        if not self.full_screen.keeps_panels():
            self._fit()

    def _fit(self) -> None:
        self.docks.arrange(self.width(), self.height())
        fit_tools(self, self.tools)

    def close_unasked(self) -> None:
        """Close without asking what becomes of the document."""
        self.documents.commands.agree()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and stop the worker, once nothing is left to be asked."""
        if not self.documents.commands.closes():
            event.ignore()
            return
        self.memory.remember()
        self.documents.recovering.end()
        self.controller.close()
        super().closeEvent(event)
