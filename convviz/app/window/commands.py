"""What actions do that is no intent: toggles, full screen, blank, pictures, dialogs."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

from convviz.app.documents.document_commands import DocumentCommands
from convviz.app.documents.drop_frame import DropFrame
from convviz.app.documents.import_commands import ImportCommands
from convviz.app.documents.recovery import Recovering
from convviz.app.exports.picture_exports import Exports
from convviz.app.fullscreen.blank_screen import Blank
from convviz.app.fullscreen.full_screen import FullScreen
from convviz.app.preferences import choose, set_software_opengl
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state.playing import SPEED_RANGE
from convviz.state.settings import SPEEDS

if TYPE_CHECKING:
    from convviz.app.exports.export_commands import ExportCommands
    from convviz.app.window.main_window import MainWindow


class Commands:
    """The deeds of one window, by the names that the action table uses."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._controller = window.controller
        self._blank: Blank | None = None
        self.full_screen = FullScreen(window)
        self.desk, self.own = DocumentCommands(window), ImportCommands(window)
        self.recovering = Recovering(window)
        self.dropping = DropFrame(window)
        self.exports = Exports(window)

    # ---- the view ----------------------------------------------------------------------------
    def _option(self, name: str, value: float | bool | None) -> None:
        self._controller.dispatch(intents.SetOption(name, value))

    def toggle_orthographic(self) -> None:
        """Parallel or perspective."""
        self._option("orthographic", not self._controller.view.orthographic)

    def toggle_glass(self) -> None:
        """Glass in front of the active column, or not."""
        self._option("glass", not self._controller.view.glass)

    def toggle_apart(self) -> None:
        """Pull the channels apart, or push them together."""
        self._option("apart", 0.0 if self._controller.view.apart else 1.0)

    def toggle_cut(self) -> None:
        """Cut the input open at the active cell, or close it."""
        open_now = self._controller.view.cut_row is not None
        stage = self._controller.stage
        row = None if open_now or stage is None else max(stage.input_shape.height // 2, 1)
        self._option("cut_row", row)

    def cut_on(self) -> None:
        """Cut one row deeper."""
        self._option("cut_row", (self._controller.view.cut_row or 0) + 1)

    def cut_back(self) -> None:
        """Cut one row less deep."""
        row = (self._controller.view.cut_row or 0) - 1
        self._option("cut_row", row if row > 0 else None)

    def zoom_in(self) -> None:
        """Come nearer."""
        self._window.stage.zoom(1.2)

    def zoom_out(self) -> None:
        """Go farther."""
        self._window.stage.zoom(1 / 1.2)

    # ---- playback ----------------------------------------------------------------------------
    def faster(self) -> None:
        """The next speed up."""
        now = self._controller.playback.speed
        speed = next((s for s in SPEEDS if s > now), SPEED_RANGE[1])
        self._controller.dispatch(intents.SetSpeed(speed))

    def slower(self) -> None:
        """The next speed down."""
        now = self._controller.playback.speed
        speed = next((s for s in reversed(SPEEDS) if s < now), SPEED_RANGE[0])
        self._controller.dispatch(intents.SetSpeed(speed))

    # ---- the window --------------------------------------------------------------------------
    def quit(self) -> None:
        """Close the window, and with it the app."""
        self._window.close()

    def toggle_blank(self) -> None:
        """Blank the screen while the lecturer talks, or return; the story waits."""
        if self._blank is None:
            self._blank = Blank(self._window)
        if self._controller.playback.playing and not self._blank.isVisible():
            self._controller.dispatch(intents.TogglePlay())
        self._blank.toggle()

    def back(self) -> None:
        """Esc: end the blank, then full screen."""
        if self._blank is not None and self._blank.isVisible():
            self._blank.toggle()
        elif self.full_screen.on:
            self.full_screen.leave()
        elif not self._window.pages.leave_start():
            self._window.stage.setFocus()

    def show_layers(self) -> None:
        """Bring the list of layers forward and give it the keyboard."""
        self._window.docks.enter("editor")

    def toggle_move_panels(self) -> None:
        """Let panels be dragged by a title of their own, or keep them where they are."""
        self._window.docks.movable = not self._window.docks.movable

    def reset_layout(self) -> None:
        """Panels where they were at first."""
        self._window.docks.movable = False
        self._window.actions_by_id["move-panels"].setChecked(False)
        self._window.docks.arrange(self._window.width(), self._window.height(), again=True)

    def restart_in_software(self) -> None:
        """Start again with software OpenGL, now and from now on."""
        set_software_opengl(True)
        if not self._window.close():
            return  # the document is to be saved first; the next start is in software
        QProcess.startDetached(sys.executable, _own_arguments())

    # ---- language and theme ------------------------------------------------------------------
    def choose(self, language: str | None = None, theme: str | None = None) -> None:
        """Take "system" or a language or theme."""
        settings = choose(self._controller.settings, language, theme)
        for name in ("language_choice", "theme_choice", "language", "theme"):
            value = getattr(settings, name)
            if getattr(self._controller.settings, name) != value:
                self._controller.dispatch(intents.SetPreference(name, value))

    def toggle_theme(self) -> None:
        """The next theme: dark, light, for a projector, dark again."""
        after = THEMES.index(self._controller.settings.theme) + 1
        self.choose(theme=THEMES[after % len(THEMES)])

    def toggle_language(self) -> None:
        """English or Korean."""
        self.choose(language="ko" if self._controller.settings.language == "en" else "en")

    # ---- out of the app ----------------------------------------------------------------------
    @cached_property
    def export(self) -> ExportCommands:
        """Tables and code; made when one is first asked for, so that the window starts without."""
        from convviz.app.exports.export_commands import ExportCommands

        return ExportCommands(self._window)

    def copy_arithmetic(self) -> None:
        """Put every term of the active cell on the clipboard."""
        self._window.arithmetic.copy()


def _own_arguments() -> list[str]:
    """Arguments that start this program again; a frozen one is its own interpreter."""
    frozen = getattr(sys, "frozen", False)
    return sys.argv[1:] if frozen else ["-m", "convviz", *sys.argv[1:]]
