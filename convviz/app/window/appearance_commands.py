"""Command handlers of language and theme."""

from __future__ import annotations

from typing import Protocol

from convviz.app.controller import Controller
from convviz.app.preferences import choose
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state.settings import Settings


class Choose(Protocol):
    """Takes "system" or a language or theme, as `AppearanceCommands.choose` does."""

    def __call__(self, language: str | None = None, theme: str | None = None) -> None: ...


class AppearanceCommands:
    """Which language is spoken, and in which colours."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {ActionId.THEME: self.toggle_theme, ActionId.LANGUAGE: self.toggle_language}

    def choose(self, language: str | None = None, theme: str | None = None) -> None:
        """Take "system" or a language or theme."""
        chosen = choose(self._controller.settings, language, theme)
        for name, before, after in _choices(self._controller.settings, chosen):
            if before != after:
                self._controller.dispatch(intents.SetPreference(name, after))

    def toggle_theme(self) -> None:
        """The next theme: dark, light, for a projector, dark again."""
        after = THEMES.index(self._controller.settings.theme) + 1
        self.choose(theme=THEMES[after % len(THEMES)])

    def toggle_language(self) -> None:
        """English or Korean."""
        self.choose(language="ko" if self._controller.settings.language == "en" else "en")


def _choices(before: Settings, after: Settings) -> tuple[tuple[str, str, str], ...]:
    """Name, value before and value after of each setting that a choice may change."""
    return (
        ("language_choice", before.language_choice, after.language_choice),
        ("theme_choice", before.theme_choice, after.theme_choice),
        ("language", before.language, after.language),
        ("theme", before.theme, after.theme),
    )
