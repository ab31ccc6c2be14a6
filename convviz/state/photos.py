"""Photos of the user's own, as the document holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PHOTO_LIMIT = 4  # own photos in one document


@dataclass(frozen=True)
class OwnPhoto:
    """A photo that the user brought in.

    Attributes
    ----------
    id : str
        What an input's `photo` says: made from the pixels, so that the same picture has the same
        id on every machine, and another one never has it.
    name : str
        What the user sees.
    source_size : (int, int)
        Width and height of the file, upright, before it was made smaller.
    pixels : ndarray (H, W, 3) uint8
        Read-only, sRGB, upright, no transparency.
    """

    id: str
    name: str
    source_size: tuple[int, int]
    pixels: NDArray[np.uint8] = field(compare=False, repr=False)


def with_photo(
    photos: tuple[OwnPhoto, ...], added: OwnPhoto, used: frozenset[str]
) -> tuple[OwnPhoto, ...]:
    """Give the document's photos with one more, the newest last.

    Over `PHOTO_LIMIT` the oldest that no input uses is let go of; undo brings it back.
    """
    kept = [photo for photo in photos if photo.id != added.id]
    while len(kept) >= PHOTO_LIMIT:
        unused = [photo for photo in kept if photo.id not in used]
        kept.remove((unused or kept)[0])
    return (*kept, added)
