"""The names of themes and palettes; apart from their colours, so that the command line is quick."""

from __future__ import annotations

from typing import NamedTuple

THEMES = ("dark", "light", "projector")
# What activations are drawn in. Signs keep blue and orange, which every eye can tell apart.
PALETTES = ("sea", "ember", "grey")


class Look(NamedTuple):
    """Which colours a picture is in: one of `THEMES` and one of `PALETTES`."""

    theme: str
    palette: str = PALETTES[0]
