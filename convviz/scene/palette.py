"""Every colour of the product, per theme, and the colour maps of the cells.

Contrast is computed by tests: text on its background >= 4.5:1, the zero of every map against
the stage >= 2:1; and with every kind of colour vision the five dimension colours stay apart from
each other and from the two of signs, and a zero from a cell that has no value.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from convviz.scene.themes import PALETTES

Colour = tuple[float, float, float]


class Role(Enum):
    """What a colour is for."""

    STAGE_TOP = "stage-top"
    STAGE_BOTTOM = "stage-bottom"
    PANEL = "panel"
    RAISED = "raised"
    LINE = "line"
    TEXT = "text"
    MUTED = "muted"
    EDGE = "edge"
    CELL_LINE = "cell-line"
    EMPTY = "empty"
    EMPTY_LINE = "empty-line"
    CUT = "cut"  # a cell that an elementwise layer has cut to another value
    PADDING = "padding"
    PADDING_EDGE = "padding-edge"
    ACTIVE = "active"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    ERROR = "error"
    GOOD = "good"
    NEGATIVE = "negative"
    POSITIVE = "positive"
    H = "h"
    W = "w"
    K = "k"
    CIN = "cin"
    COUT = "cout"


_HEX: dict[str, dict[Role, str]] = {
    "dark": {
        Role.STAGE_TOP: "#12161d",
        Role.STAGE_BOTTOM: "#0a0c10",
        Role.PANEL: "#161a21",
        Role.RAISED: "#1f252e",
        Role.LINE: "#2e3641",
        Role.TEXT: "#eef1f6",
        Role.MUTED: "#a3adba",
        Role.EDGE: "#8b97a8",
        Role.CELL_LINE: "#0d1015",
        Role.EMPTY: "#161a21",
        Role.EMPTY_LINE: "#6f7b8c",
        Role.CUT: "#454a55",
        Role.PADDING: "#2b3038",
        Role.PADDING_EDGE: "#97a3b4",
        Role.ACTIVE: "#ffd23f",
        Role.ACCENT: "#ffd23f",
        Role.ON_ACCENT: "#1a1405",
        Role.ERROR: "#ff8a80",
        Role.GOOD: "#7fdc9a",
        Role.NEGATIVE: "#358cff",
        Role.POSITIVE: "#fd9744",
        Role.H: "#92d18c",
        Role.W: "#63ebec",
        Role.K: "#ff5691",
        Role.CIN: "#f0f288",
        Role.COUT: "#cdaaff",
    },
    "light": {
        Role.STAGE_TOP: "#ffffff",
        Role.STAGE_BOTTOM: "#f3f5f8",
        Role.PANEL: "#fbfbfd",
        Role.RAISED: "#f0f2f6",
        Role.LINE: "#d5dae2",
        Role.TEXT: "#161b22",
        Role.MUTED: "#525c69",
        Role.EDGE: "#4d5866",
        Role.CELL_LINE: "#f4f6f9",
        Role.EMPTY: "#f7f9fb",
        Role.EMPTY_LINE: "#7a8595",
        Role.CUT: "#8f96a2",
        Role.PADDING: "#dfe3e9",
        Role.PADDING_EDGE: "#5d6878",
        Role.ACTIVE: "#c8320a",
        Role.ACCENT: "#b5350b",
        Role.ON_ACCENT: "#ffffff",
        Role.ERROR: "#b3261e",
        Role.GOOD: "#176b35",
        Role.NEGATIVE: "#0b4ea9",
        Role.POSITIVE: "#7c3300",
        Role.H: "#1c7044",
        Role.W: "#004b45",
        Role.K: "#cf0a70",
        Role.CIN: "#776e13",
        Role.COUT: "#9b0bfa",
    },
    "projector": {
        Role.STAGE_TOP: "#ffffff",
        Role.STAGE_BOTTOM: "#ffffff",
        Role.PANEL: "#ffffff",
        Role.RAISED: "#efefef",
        Role.LINE: "#a8a8a8",
        Role.TEXT: "#000000",
        Role.MUTED: "#303030",
        Role.EDGE: "#1c1c1c",
        Role.CELL_LINE: "#ffffff",
        Role.EMPTY: "#ffffff",
        Role.EMPTY_LINE: "#707070",
        Role.CUT: "#8a909b",
        Role.PADDING: "#e2e2e2",
        Role.PADDING_EDGE: "#303030",
        Role.ACTIVE: "#d00000",
        Role.ACCENT: "#b00000",
        Role.ON_ACCENT: "#ffffff",
        Role.ERROR: "#b00000",
        Role.GOOD: "#00571f",
        Role.NEGATIVE: "#155fcf",
        Role.POSITIVE: "#682c00",
        Role.H: "#0b7549",
        Role.W: "#00514d",
        Role.K: "#aa2169",
        Role.CIN: "#6d6204",
        Role.COUT: "#5a05a0",
    },
}

# What projectors wash out is drawn wider: every line and outline of the stage by this factor.
_STROKES = {"dark": 1.0, "light": 1.0, "projector": 1.6}

# Colour maps as evenly spaced stops. Zero sits well clear of the stage; lightness runs one way.
_MAPS: dict[tuple[str, str], tuple[str, ...]] = {
    ("dark", "activation"): ("#454d68", "#3f6f93", "#2f9c9a", "#82cf6e", "#fbf07a"),
    ("light", "activation"): ("#9ba6bc", "#559ab2", "#1f8489", "#17585f", "#0c2d38"),
    ("dark", "diverging"): ("#7cc0ff", "#3f86d6", "#565c68", "#cf7326", "#ffb364"),
    ("light", "diverging"): ("#0a3f86", "#3f86c8", "#9ea6b3", "#cf7a35", "#8a3300"),
    ("projector", "activation"): ("#94a0b8", "#4692ad", "#12787e", "#0d4c53", "#04212b"),
    ("projector", "diverging"): ("#002f78", "#2f78c2", "#98a1b0", "#c46a20", "#752900"),
    ("dark", "grey"): ("#16181c", "#ffffff"),
    ("light", "grey"): ("#16181c", "#ffffff"),
    ("projector", "grey"): ("#000000", "#ffffff"),
    ("dark", "red"): ("#3a1d20", "#ff5a52"),
    ("dark", "green"): ("#1a3422", "#4fd66b"),
    ("dark", "blue"): ("#1c2747", "#5a8dff"),
    ("light", "red"): ("#2a1416", "#ff5a52"),
    ("light", "green"): ("#122418", "#4fd66b"),
    ("light", "blue"): ("#131a30", "#5a8dff"),
    ("projector", "red"): ("#1f0a0c", "#f23f38"),
    ("projector", "green"): ("#0a1c10", "#2fbd4d"),
    ("projector", "blue"): ("#0a1024", "#3f76f5"),
}

# Activations in the other palettes: heat, and lightness alone for prints and grey projectors.
_ACTIVATIONS: dict[tuple[str, str], tuple[str, ...]] = {
    ("dark", "ember"): ("#5a4468", "#8f4a80", "#cf5a6a", "#f29455", "#fde9a0"),
    ("light", "ember"): ("#b9a0b4", "#c4708c", "#b03c4c", "#7c1d30", "#3a0a1c"),
    ("projector", "ember"): ("#b397ae", "#bb6080", "#a02c3e", "#6a1226", "#2c0414"),
    ("dark", "grey"): ("#50545b", "#7c8087", "#a6a9af", "#d2d4d8", "#ffffff"),
    ("light", "grey"): ("#a4a7ac", "#808389", "#5c5f65", "#3a3c41", "#16181b"),
    ("projector", "grey"): ("#9fa2a7", "#797c82", "#55585d", "#313337", "#000000"),
}

MAP_SIZE = 256
MAP_NAMES = ("activation", "diverging", "grey", "red", "green", "blue")

# Matt, soft shading by face: front, top, side, and their opposites.
SHADE = {"front": 1.0, "top": 1.07, "side": 0.84, "bottom": 0.74, "back": 0.9}


def stroke(theme: str) -> float:
    """How much wider than asked for the stage's lines are drawn."""
    return _STROKES[theme]


def hex_colour(text: str) -> Colour:
    """SRGB components 0..1 of ``#rrggbb``."""
    return int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255


def hex_of(theme: str, role: Role) -> str:
    """The colour of `role` as ``#rrggbb``."""
    return _HEX[theme][role]


def colour(theme: str, role: Role) -> Colour:
    """The colour of `role` as sRGB components 0..1."""
    return hex_colour(_HEX[theme][role])


@lru_cache(maxsize=64)
def colour_map(theme: str, name: str, palette: str = PALETTES[0]) -> NDArray[np.float32]:
    """A colour map, (256, 3) float32 sRGB 0..1; for diverging maps zero lies in the middle.

    The palette counts for activations alone.
    """
    chosen = _ACTIVATIONS.get((theme, palette)) if name == "activation" else None
    stops = np.array([hex_colour(stop) for stop in chosen or _MAPS[theme, name]])
    at = np.linspace(0.0, 1.0, len(stops))
    grid = np.linspace(0.0, 1.0, MAP_SIZE)
    table = np.stack([np.interp(grid, at, stops[:, i]) for i in range(3)], axis=1)
    table = table.astype(np.float32)
    table.setflags(write=False)
    return table


def luminance(value: Colour) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in value]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: Colour, b: Colour) -> float:
    """Contrast ratio 1..21 of two sRGB colours (WCAG 2.2)."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
