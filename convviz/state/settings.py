"""Settings that outlive a document, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.scene.themes import PALETTES, Look

LANGUAGES = ("en", "ko")
TEXT_SIZES = (100, 110, 125, 150, 175, 200)  # per cent
PACES = (0.5, 0.75, 1.0, 1.5, 2.0)
SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)


@dataclass(frozen=True)
class Settings:
    """What the user prefers.

    Attributes
    ----------
    language : str
        "en" or "ko", already resolved from the system where the user chose none.
    theme : str
        "dark", "light" or "projector", likewise.
    language_choice, theme_choice : str
        What the user chose: "system" or one of the above.
    reduced_motion : bool
        Camera moves jump.
    text_size : int
        Size of all letters in per cent, one of `TEXT_SIZES`.
    pace : float
        Speed at which a story is told to begin with, one of `PACES`.
    start_page : bool
        Whether the app opens on its start page.
    palette : str
        Colours of activations, one of `PALETTES`.
    """

    language: str = "en"
    theme: str = "dark"
    language_choice: str = "system"
    theme_choice: str = "system"
    reduced_motion: bool = False
    text_size: int = 100
    pace: float = 1.0
    start_page: bool = True
    palette: str = PALETTES[0]

    @property
    def look(self) -> Look:
        """Theme and palette."""
        return Look(self.theme, self.palette)
