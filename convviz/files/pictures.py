"""The picture that an input shows: a photo that ships, or one of the document's own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from convviz.files.photos import as_picture, centre_box, check_size, load_picture
from convviz.model.layers import Input
from convviz.model.sources import picture_size
from convviz.state.photos import OwnPhoto


def picture_of(layer: Input, photos: tuple[OwnPhoto, ...] = ()) -> NDArray[np.float32] | None:
    """Return the picture that an input needs, cropped and resized; None when it needs none.

    Parameters
    ----------
    layer : Input
    photos : tuple of OwnPhoto
        The document's own.

    Returns
    -------
    ndarray (3, height, width) float32 or None
        Red, green and blue, 0 to 1, read-only.

    Raises
    ------
    FileError
        As `load_picture`; PHOTO_UNKNOWN (values: photo) also for an own photo that is not there.
    """
    size = picture_size(layer)
    if size is None:
        return None
    for photo in photos:
        if photo.id == layer.photo:
            check_size(*size)
            image = Image.fromarray(photo.pixels)
            box = centre_box(image.size, *size, layer.crop)
            return as_picture(image.resize(size[::-1], Image.Resampling.LANCZOS, box=box))
    return load_picture(layer.photo, *size, layer.crop)
