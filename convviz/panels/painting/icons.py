"""Icons of the one line set in any colour of the palette, and the palette as Qt colours."""

from __future__ import annotations

import struct
from functools import lru_cache

from PySide6.QtCore import QSize, qRegisterResourceData
from PySide6.QtGui import QColor, QIcon

from convviz.resources import resource
from convviz.scene.palette import Role, colour

_DISABLED_SHARE = 0.62  # how far a disabled icon fades into the panel
_NOMINAL = QSize(24, 24)
_registered: list[tuple[bytes, bytes, bytes]] = []  # Qt reads these as long as it runs


@lru_cache(maxsize=512)
def ink(theme: str, role: Role, towards: Role = Role.PANEL, share: float = 0.0) -> QColor:
    """Give a palette colour for Qt, mixed with another by `share` 0..1; not to be modified."""
    first, second = colour(theme, role), colour(theme, towards)
    mixed = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return QColor.fromRgbF(*mixed)


@lru_cache(maxsize=256)
def icon(name: str, theme: str, role: Role = Role.TEXT, filled: bool = False) -> QIcon:
    """Give an icon, drawn sharply at any size, with its disabled look.

    Parameters
    ----------
    name : str
        File name without ending in ``resources/icons``.
    theme : str
        One of `scene.themes.THEMES`.
    role : Role
        Its colour.
    filled : bool
        Closed shapes are filled too: for the one loud button.

    Raises
    ------
    FileNotFoundError
        No such icon ships.
    """
    made = QIcon()
    faded = ink(theme, role, Role.PANEL, _DISABLED_SHARE).name()
    made.addFile(tinted(name, ink(theme, role).name(), filled), _NOMINAL, QIcon.Mode.Normal)
    made.addFile(tinted(name, faded, filled), _NOMINAL, QIcon.Mode.Disabled)
    return made


def tinted(name: str, colour_name: str, filled: bool = False) -> str:
    """Give the Qt resource path of a shipped icon in colour ``#rrggbb``, as style sheets need."""
    return drawing(name, colour_name, "", filled)


@lru_cache(maxsize=512)
def drawing(name: str, colour_name: str, svg: str = "", filled: bool = False) -> str:
    """Give the Qt resource path of SVG text (or of the shipped icon `name`) in one colour."""
    text = svg or resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    if filled:
        text = text.replace('fill="none"', 'fill="currentColor"')
    file_name = f"{name}-{colour_name[1:]}{'-filled' if filled else ''}.svg"
    _register(file_name, text.replace("currentColor", colour_name).encode())
    return f":/{file_name}"


def _register(name: str, data: bytes) -> None:
    """Add one file to Qt's resources, in the layout that rcc writes (version 3)."""
    hashed = 0
    for letter in name:
        hashed = (hashed << 4) + ord(letter)
        hashed = (hashed ^ ((hashed & 0xF0000000) >> 23)) & 0x0FFFFFFF
    folder = struct.pack(">IHIIQ", 0, 2, 1, 1, 0)  # the root, with one entry
    file = struct.pack(">IHHHIQ", 0, 0, 0, 1, 0, 0)
    names = struct.pack(">HI", len(name), hashed) + name.encode("utf-16-be")
    contents = struct.pack(">I", len(data)) + data
    _registered.append((folder + file, names, contents))
    if not qRegisterResourceData(3, *_registered[-1]):
        raise RuntimeError(f"Qt refused the icon {name}")
