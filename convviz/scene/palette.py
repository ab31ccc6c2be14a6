"""Every colour of the product, per theme, and the colour maps of the cells.

Contrast is computed by tests: text on its background >= 4.5:1, the zero of every map against
the stage >= 2:1; and with every kind of colour vision all that share a picture stay apart: the
dimensions, the signs, the accent and plain text, the ends of the maps, and the accent and every
colour of a cell (tests/golden/test_colour_roles.py has the table).
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
    # Of volumes that are read together; neighbours differ, and each has its number beside it.
    ORIGIN_1 = "origin-1"
    ORIGIN_2 = "origin-2"
    ORIGIN_3 = "origin-3"
    ORIGIN_4 = "origin-4"
    ORIGIN_5 = "origin-5"
    ORIGIN_6 = "origin-6"


_HEX: dict[str, dict[Role, str]] = {
    "dark": {
        Role.STAGE_TOP: "#12161d",
        Role.STAGE_BOTTOM: "#0a0c10",
        Role.PANEL: "#161a21",
        Role.RAISED: "#1f252e",
        Role.LINE: "#2e3641",
        Role.TEXT: "#ffffff",
        Role.MUTED: "#c8c8c8",
        Role.EDGE: "#8b97a8",
        Role.CELL_LINE: "#0d1015",
        Role.EMPTY: "#1b2028",
        Role.EMPTY_LINE: "#2c343f",
        Role.CUT: "#454a55",
        Role.PADDING: "#2b3038",
        Role.PADDING_EDGE: "#97a3b4",
        Role.ACTIVE: "#d8ff00",
        Role.ACCENT: "#d8ff00",
        Role.ON_ACCENT: "#14180a",
        Role.ERROR: "#ff8a80",
        Role.GOOD: "#7fdc9a",
        Role.NEGATIVE: "#5684ff",
        Role.POSITIVE: "#ff8d00",
        Role.H: "#aee490",
        Role.W: "#00b4c2",
        Role.K: "#fd3893",
        Role.CIN: "#ac9e6c",
        Role.COUT: "#ffa0ff",
        Role.ORIGIN_1: "#117744",
        Role.ORIGIN_2: "#aa77cc",
        Role.ORIGIN_3: "#b03030",
        Role.ORIGIN_4: "#88bb99",
        Role.ORIGIN_5: "#bb2277",
        Role.ORIGIN_6: "#8800ff",
    },
    "light": {
        Role.STAGE_TOP: "#ffffff",
        Role.STAGE_BOTTOM: "#f3f5f8",
        Role.PANEL: "#fbfbfd",
        Role.RAISED: "#f0f2f6",
        Role.LINE: "#d5dae2",
        Role.TEXT: "#0b0e13",
        Role.MUTED: "#303030",
        Role.EDGE: "#4d5866",
        Role.CELL_LINE: "#f4f6f9",
        Role.EMPTY: "#eff2f6",
        Role.EMPTY_LINE: "#d5dbe3",
        Role.CUT: "#8f96a2",
        Role.PADDING: "#dfe3e9",
        Role.PADDING_EDGE: "#5d6878",
        Role.ACTIVE: "#c1350a",
        Role.ACCENT: "#c1350a",
        Role.ON_ACCENT: "#ffffff",
        Role.ERROR: "#7a0020",
        Role.GOOD: "#176b35",
        Role.NEGATIVE: "#11029e",
        Role.POSITIVE: "#864a3b",
        Role.H: "#507565",
        Role.W: "#24525d",
        Role.K: "#ca00a3",
        Role.CIN: "#4a3300",
        Role.COUT: "#8038fe",
        Role.ORIGIN_1: "#117700",
        Role.ORIGIN_2: "#9988cc",
        Role.ORIGIN_3: "#990055",
        Role.ORIGIN_4: "#119988",
        Role.ORIGIN_5: "#ff3388",
        Role.ORIGIN_6: "#999944",
    },
    "projector": {
        Role.STAGE_TOP: "#ffffff",
        Role.STAGE_BOTTOM: "#ffffff",
        Role.PANEL: "#ffffff",
        Role.RAISED: "#f1f1f1",
        Role.LINE: "#a8a8a8",
        Role.TEXT: "#000000",
        Role.MUTED: "#303030",
        Role.EDGE: "#1c1c1c",
        Role.CELL_LINE: "#ffffff",
        Role.EMPTY: "#efefef",
        Role.EMPTY_LINE: "#d0d0d0",
        Role.CUT: "#8a909b",
        Role.PADDING: "#e2e2e2",
        Role.PADDING_EDGE: "#303030",
        Role.ACTIVE: "#c1350a",
        Role.ACCENT: "#c1350a",
        Role.ON_ACCENT: "#ffffff",
        Role.ERROR: "#7a0020",
        Role.GOOD: "#00571f",
        Role.NEGATIVE: "#11029e",
        Role.POSITIVE: "#864a3b",
        Role.H: "#507565",
        Role.W: "#24525d",
        Role.K: "#ca00a3",
        Role.CIN: "#4a3300",
        Role.COUT: "#8038fe",
        Role.ORIGIN_1: "#117700",
        Role.ORIGIN_2: "#9988cc",
        Role.ORIGIN_3: "#990055",
        Role.ORIGIN_4: "#119988",
        Role.ORIGIN_5: "#ff3388",
        Role.ORIGIN_6: "#999944",
    },
}

# What projectors wash out is drawn wider: every line and outline of the stage by this factor.
_STROKES = {"dark": 1.0, "light": 1.0, "projector": 1.6}

# Colour maps as evenly spaced stops, all from one zero, which sits well clear of the stage, to ends
# that lie farther from it. With red-green deficiency only lightness and blue-yellow are left: there
# activations change in lightness alone, weights in hue, results in both. In every map of signs cool
# is negative and warm positive, as the numbers are; small values keep their hue.
_DARK: dict[str, tuple[str, ...]] = {
    "activation": ("#4f5560", "#3f6b73", "#128186", "#4eb5b2", "#80ebdf"),
    "diverging": (
        "#1f61c7",
        "#2a5fb4",
        "#335c9f",
        "#3d5987",
        "#4f5560",
        "#795646",
        "#955937",
        "#ae5c25",
        "#c65f00",
    ),
    "results": (
        "#9aa7f8",
        "#8591d5",
        "#727cb1",
        "#5f688d",
        "#4f5560",
        "#7a6951",
        "#9e7f4f",
        "#c1954d",
        "#e5ac4c",
    ),
    "grey": ("#16181c", "#ffffff"),
    "red": ("#3a1d20", "#ff5a52"),
    "green": ("#1a3422", "#4fd66b"),
    "blue": ("#1c2747", "#5a8dff"),
}
_LIGHT: dict[str, tuple[str, ...]] = {
    "activation": ("#a9afb8", "#62878f", "#035f68", "#053e41", "#041f1e"),
    "diverging": (
        "#337ee5",
        "#4e8ce3",
        "#6899de",
        "#84a5d4",
        "#a9afb8",
        "#cb9c86",
        "#d88c64",
        "#e07c40",
        "#e66b00",
    ),
    "results": (
        "#371ecb",
        "#494ed3",
        "#6270d8",
        "#8090d6",
        "#a9afb8",
        "#a58885",
        "#92655c",
        "#7d4336",
        "#652110",
    ),
    "grey": ("#16181c", "#ffffff"),
    "red": ("#2a1416", "#ff5a52"),
    "green": ("#122418", "#4fd66b"),
    "blue": ("#131a30", "#5a8dff"),
}
_PROJECTOR: dict[str, tuple[str, ...]] = {
    **_LIGHT,
    "grey": ("#000000", "#ffffff"),
    "red": ("#1f0a0c", "#f23f38"),
    "green": ("#0a1c10", "#2fbd4d"),
    "blue": ("#0a1024", "#3f76f5"),
}
_MAPS = {"dark": _DARK, "light": _LIGHT, "projector": _PROJECTOR}

# Activations in the other palettes: heat, and lightness alone for prints and grey projectors.
_LIGHT_ACTIVATIONS: dict[str, tuple[str, ...]] = {
    "ember": ("#a9afb8", "#a276ab", "#94339c", "#61226b", "#2e1640"),
    "grey": ("#a9afb8", "#82868c", "#5d5f63", "#3b3a3c", "#1b1919"),
}
_ACTIVATIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "dark": {
        "ember": ("#4f5560", "#92536f", "#d1447e", "#ec9bab", "#fdebda"),
        "grey": ("#4f5560", "#6f737c", "#919399", "#b5b4b8", "#dad6d7"),
    },
    "light": _LIGHT_ACTIVATIONS,
    "projector": _LIGHT_ACTIVATIONS,
}

MAP_SIZE = 256
MAP_NAMES = ("activation", "diverging", "results", "grey", "red", "green", "blue")

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
    chosen = _ACTIVATIONS[theme].get(palette) if name == "activation" else None
    stops = np.array([hex_colour(stop) for stop in chosen or _MAPS[theme][name]])
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
