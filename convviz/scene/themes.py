"""The names of the themes; apart from the palette, so that the command line knows them quickly."""

from __future__ import annotations

THEMES = ("dark", "light", "projector")
