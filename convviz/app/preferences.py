"""Preferences that are remembered between runs, and what the system prefers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication

from convviz.scene.themes import PALETTES, THEMES
from convviz.state.settings import LANGUAGES, PACES, TEXT_SIZES, Settings

PANELS = 2  # version of the panels' arrangement: one of another version is not taken over
MOST_RECENT = 8  # files in the list of those opened last

T = TypeVar("T", int, float, str)


def store() -> QSettings:
    """The settings file of the user."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ConvViz", "convviz")


def system_language() -> str:
    """The system's language where we speak it, else "en"."""
    spoken = QLocale.system().uiLanguages()
    first = (spoken[0] if spoken else QLocale.system().name())[:2]
    return first if first in LANGUAGES else "en"


def system_theme() -> str:
    """The system's theme; dark where it asks for none."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return "light" if scheme is Qt.ColorScheme.Light else "dark"


def choose(settings: Settings, language: str | None = None, theme: str | None = None) -> Settings:
    """The settings after a choice of "system", a language, or a theme."""
    language = language or settings.language_choice
    theme = theme or settings.theme_choice
    return replace(
        settings,
        language_choice=language,
        theme_choice=theme,
        language=system_language() if language == "system" else language,
        theme=system_theme() if theme == "system" else theme,
    )


def load(language: str | None = None, theme: str | None = None) -> Settings:
    """The remembered settings, with what the command line asks for."""
    kept = store()
    settings = Settings(
        language_choice=str(kept.value("language", "system")),
        theme_choice=str(kept.value("theme", "system")),
        reduced_motion=kept.value("reduced_motion", "false") == "true",
        text_size=_one_of(TEXT_SIZES, kept.value("text_size"), 100),
        pace=_one_of(PACES, kept.value("pace"), 1.0),
        start_page=kept.value("start_page", "true") == "true",
        palette=_one_of(PALETTES, kept.value("palette"), PALETTES[0]),
    )
    valid_language = settings.language_choice in (*LANGUAGES, "system")
    valid_theme = settings.theme_choice in (*THEMES, "system")
    return choose(
        settings,
        language or (None if valid_language else "system"),
        theme or (None if valid_theme else "system"),
    )


def _one_of(choices: Sequence[T], kept: object, default: T) -> T:
    """The choice that a settings file names; the default where it names none."""
    return next((choice for choice in choices if str(choice) == str(kept)), default)


def save(settings: Settings) -> None:
    """Remember the settings."""
    kept = store()
    kept.setValue("language", settings.language_choice)
    kept.setValue("theme", settings.theme_choice)
    kept.setValue("reduced_motion", "true" if settings.reduced_motion else "false")
    kept.setValue("text_size", settings.text_size)
    kept.setValue("pace", settings.pace)
    kept.setValue("palette", settings.palette)
    kept.setValue("start_page", "true" if settings.start_page else "false")


def last_document() -> str:
    """Id, or path, of the document that was open last; empty when there was none."""
    return str(store().value("last_document", ""))


def note_document(document: str) -> None:
    """Remember which document is open, for the start page."""
    store().setValue("last_document", document)


def recent_files() -> list[str]:
    """Paths of the files opened or saved last, the newest first."""
    kept = store().value("recent_files")
    given = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    return [str(path) for path in given if path][:MOST_RECENT]


def note_file(path: str) -> None:
    """Put a file in front of those opened last."""
    others = [other for other in recent_files() if other != path]
    store().setValue("recent_files", [path, *others][:MOST_RECENT])


def forget_files() -> None:
    """Empty the list of files opened last."""
    store().remove("recent_files")


def last_folder() -> str:
    """The folder that a file was last chosen in; the user's documents at first."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    kept = str(store().value("last_folder", ""))
    return kept if kept and Path(kept).is_dir() else QStandardPaths.writableLocation(documents)


def note_folder(folder: str) -> None:
    """Remember the folder that a file was chosen in."""
    store().setValue("last_folder", folder)


def save_window(geometry: QByteArray, state: QByteArray, moved: bool) -> None:
    """Remember where the window and its panels are, and whether the user moves these."""
    kept = store()
    kept.setValue("panels_moved", "true" if moved else "false")
    kept.setValue("geometry", geometry)
    kept.setValue("state", state)
    kept.sync()  # the window may be killed


def window_layout() -> tuple[QByteArray | None, QByteArray | None]:
    """Geometry and panel state of the last run, None where there is none."""
    kept = store()
    geometry, state = kept.value("geometry"), kept.value("state")
    return (
        geometry if isinstance(geometry, QByteArray) else None,
        state if isinstance(state, QByteArray) else None,
    )


def panels_moved() -> bool:
    """Whether the panels were being moved by the user in the last run."""
    return store().value("panels_moved", "false") == "true"


def software_opengl() -> bool:
    """Whether the user asked for software OpenGL."""
    return store().value("software_opengl", "false") == "true"


def set_software_opengl(wanted: bool) -> None:
    """Remember whether the next start uses software OpenGL."""
    store().setValue("software_opengl", "true" if wanted else "false")
