"""The pages that lie over the window or beside it: start page, commands, settings, keys, About."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from convviz.app import preferences
from convviz.model.documents import EMPTY, known
from convviz.state import intents

if TYPE_CHECKING:
    from convviz.app.dialogs.command_palette import CommandPalette
    from convviz.app.dialogs.start_page import StartPage
    from convviz.app.window.main_window import MainWindow

# What can be asked for without leaving the start page.
_BESIDE_START = frozenset(
    "show_start show_settings show_commands show_keys show_about toggle_theme toggle_language "
    "toggle_blank quit desk.open recovering.ask".split()
)


class Pages(QObject):
    """Opens the pages of one window; each is imported and made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._start: StartPage | None = None
        self._commands: CommandPalette | None = None
        self._owes_play = False
        window.installEventFilter(self)
        window.controller.resolvedChanged.connect(self._apply_pending)

    # ---- the start page ----------------------------------------------------------------------
    @property
    def starting(self) -> bool:
        """Whether the start page lies over the window."""
        return self._start is not None and not self._start.isHidden()

    def show_start(self) -> None:
        """Lay the start page over all but the menus and the status bar."""
        if self._start is None:
            from convviz.app.dialogs.start_page import StartPage

            self._start = page = StartPage(self._window)
            page.chosen.connect(lambda document: self._open(document, play=True))
            page.resumed.connect(lambda document: self._open(document, play=False))
            page.left.connect(self.leave_start)
            page.again.connect(self._again)
            page.empty.clicked.connect(lambda: self._open(EMPTY, play=False))
            page.recent.opened.connect(lambda path: self._window.commands.desk.open_file(path))
            page.recent.wanted.connect(lambda: self._window.run("desk.open"))
        self._start.show()
        self.dress()
        self._place()
        self._start.raise_()
        self._start.begin()

    def leave_start(self) -> bool:
        """Uncover the stage; whether it was covered."""
        if not self.starting:
            return False
        assert self._start is not None
        self._start.hide()
        self.take_focus()
        return True

    def before(self, does: object) -> None:
        """Make way for what an action is about to do."""
        if does not in _BESIDE_START:
            self.leave_start()

    def _open(self, document: str, play: bool) -> None:
        desk, present = self._window.commands.desk, self._window.controller.history.present
        if not known(document):
            desk.open_file(document)
        elif present.id != document or present.file:
            desk.new(document, lambda: self._begin(play))
        else:
            self._begin(play)

    def _begin(self, play: bool) -> None:
        self.leave_start()
        self._owes_play = play
        self._apply_pending()

    def _apply_pending(self) -> None:
        """Play the story that was asked for as soon as its values are there."""
        resolved = self._window.controller.resolved
        stage = None if resolved is None or resolved.stale else resolved.stage
        if self._owes_play and stage is not None and stage.record is not None:
            self._owes_play = False
            QTimer.singleShot(0, self._window, self._play)  # once a telling cell is chosen

    def _play(self) -> None:
        for intent in (intents.Jump(-1), intents.TogglePlay()):
            self._window.controller.dispatch(intent)

    def _again(self, on: bool) -> None:
        self._window.controller.dispatch(intents.SetPreference("start_page", on))

    def dress(self) -> None:
        """Take the present language, theme and text size."""
        if self.starting:
            assert self._start is not None
            settings = self._window.controller.settings
            last = preferences.last_document()
            self._start.dress(settings.theme, settings.start_page, last)

    def hides(self, widget: QWidget) -> bool:
        """Whether a widget lies under the start page, where Qt still lets it have the focus."""
        return self.starting and self._start is not None and not self._start.isAncestorOf(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering a window that changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.starting:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        top, foot = window.menuBar().height(), window.statusBar().height()
        assert self._start is not None
        self._start.setGeometry(QRect(0, top, window.width(), window.height() - top - foot))
        self._start.raise_()  # docks in tabs come forward when the window is shown

    def take_focus(self) -> None:
        """Give the keyboard to the start page, or else to the stage."""
        if self.starting and self._start is not None:
            self._start.begin()
        else:
            self._window.stage.setFocus()

    # ---- the others --------------------------------------------------------------------------
    @property
    def _theme(self) -> str:
        return self._window.controller.settings.theme

    def show_commands(self) -> None:
        """The command palette; asked for again, it goes."""
        if self._commands is None:
            from convviz.app.dialogs.command_palette import CommandPalette

            self._commands = CommandPalette(self._window)
        if self._commands.isVisible():
            self._commands.close_up()
        else:
            self._commands.open()

    def show_settings(self) -> None:
        """The settings."""
        from convviz.app.dialogs.settings import SettingsDialog

        SettingsDialog(self._window).open()

    def show_keys(self) -> None:
        """The shortcut sheet."""
        from convviz.app.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._window, self._theme).open()

    def show_about(self) -> None:
        """Version and licences."""
        from convviz.app.dialogs.about import AboutDialog

        AboutDialog(self._window, self._theme).open()
