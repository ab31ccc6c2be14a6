"""The shipped letters within an SVG document: those that it uses, so that it always looks alike."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from functools import lru_cache

from convviz.render.paint.lettering import FAMILY
from convviz.resources import resource

# By weight; a text of another weight is set in the nearest of these.
FILES = {400: "Pretendard-Regular.otf", 600: "Pretendard-SemiBold.otf"}
_FEATURES = ["kern", "tnum", "ccmp"]  # figures of one width among them


def font_style(letters: Mapping[int, str]) -> str:
    """A style element with the letters of each weight as fonts of the document.

    Parameters
    ----------
    letters : mapping of int to str
        Everything that is written, by weight.
    """
    faces = "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
        f"src:url(data:font/woff;base64,{_packed(weight, ''.join(sorted(set(text))))}) "
        f'format("woff")}}'
        for weight, text in sorted(letters.items())
        if text.strip()
    )
    return f"<style>{faces}text{{font-variant-numeric:tabular-nums}}</style>" if faces else ""


def shipped_weight(weight: int) -> int:
    """The weight in which a text of some weight is set."""
    return min(FILES, key=lambda each: abs(each - weight))


@lru_cache(maxsize=16)
def _packed(weight: int, letters: str) -> str:
    """A font with these letters alone, as WOFF in base64."""
    # Takes a fifth of a second to load, which only an export is to wait for.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = _FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]  # whose it is, and its licence, too
    with TTFont(
        resource("fonts", FILES[weight]),
        lazy=True,
        recalcTimestamp=False,  # the same twice
    ) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        font.flavor = "woff"
        kept = io.BytesIO()
        font.save(kept)
    return base64.b64encode(kept.getvalue()).decode("ascii")
