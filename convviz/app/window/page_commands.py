"""Command handlers of the pages over the window: commands, settings, keys, About."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from convviz.app.controller import Controller
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Actions, Handlers
from convviz.app.window.appearance_commands import Choose
from convviz.app.window.menus import Menus

if TYPE_CHECKING:
    from convviz.app.dialogs.command_palette import CommandPalette


class PageCommands:
    """Opens the pages of one window; each is imported and made when it is first asked for.

    Parameters
    ----------
    choose : callable
        Takes a language or a theme.
    open_file : callable
        Opens a file.
    take_focus : callable
        Gives the keyboard back to what had it.
    """

    def __init__(
        self,
        window: QMainWindow,
        controller: Controller,
        actions: Actions,
        menus: Menus,
        choose: Choose,
        open_file: Callable[[str], None],
        take_focus: Callable[[], None],
    ) -> None:
        self._window, self._controller = window, controller
        self._actions, self._menus, self._choose = actions, menus, choose
        self._open_file, self._take_focus = open_file, take_focus
        self._palette: CommandPalette | None = None

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            ActionId.COMMANDS: self.show_commands,
            ActionId.SETTINGS: self.show_settings,
            ActionId.KEYS: self.show_keys,
            ActionId.ABOUT: self.show_about,
        }

    def show_commands(self) -> None:
        """The command palette; asked for again, it goes."""
        if self._palette is None:
            from convviz.app.dialogs.command_palette import CommandPalette

            self._palette = CommandPalette(self._window, self._take_focus)
        if self._palette.isVisible():
            self._palette.close_up()
            return
        from convviz.app.dialogs.palette_commands import commands_of

        found = commands_of(self._controller, self._actions, self._menus.reasons, self._open_file)
        self._palette.open(found, self._controller.settings.theme)

    def show_settings(self) -> None:
        """The settings."""
        from convviz.app.dialogs.settings import SettingsDialog

        SettingsDialog(self._window, self._controller, self._choose).open()

    def show_keys(self) -> None:
        """The shortcut sheet."""
        from convviz.app.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._window, self._controller.settings.theme).open()

    def show_about(self) -> None:
        """Version and licences."""
        from convviz.app.dialogs.about import AboutDialog

        AboutDialog(self._window, self._controller.settings.theme).open()
