"""The crop frame of an input's photo: what of it is used, moved and resized in its aspect ratio.

A frame is (left, top, right, bottom) in shares of the photo, sizes are (width, height).
"""

from __future__ import annotations

from convviz.model.layers.input import Frame

WHOLE: Frame = (0.0, 0.0, 1.0, 1.0)
LEAST = 0.04  # of the longest frame that fits: a smaller one shows nothing but noise

Size = tuple[float, float]


def longest(size: Size, aspect: float) -> Size:
    """The largest frame of an aspect ratio (width ÷ height) in a photo, as shares of it."""
    width, height = size
    wide = min(width, height * aspect)
    return wide / width, wide / aspect / height


def used(size: Size, aspect: float, crop: Frame | None) -> Frame:
    """What of a photo is used: the largest box of the aspect ratio about the middle of `crop`."""
    left, top, right, bottom = crop or WHOLE
    full_width, full_height = size
    width = min((right - left) * full_width, (bottom - top) * full_height * aspect)
    across, down = width / full_width, width / aspect / full_height
    x, y = (left + right) / 2, (top + bottom) / 2
    return _kept((x - across / 2, y - down / 2, x + across / 2, y + down / 2))


def moved(frame: Frame, across: float, down: float) -> Frame:
    """The frame moved by shares of the photo, as far as it stays inside."""
    left, top, right, bottom = frame
    across = min(max(across, -left), 1.0 - right)
    down = min(max(down, -top), 1.0 - bottom)
    return _kept((left + across, top + down, right + across, bottom + down))


def stretched(frame: Frame, size: Size, aspect: float, factor: float) -> Frame:
    """The frame made larger or smaller about its middle, moved inwards where it would leave."""
    across, down = longest(size, aspect)
    left, top, right, bottom = frame
    share = min(max((right - left) / across * factor, LEAST), 1.0)
    width, height = across * share, down * share
    x = min(max((left + right) / 2, width / 2), 1.0 - width / 2)
    y = min(max((top + bottom) / 2, height / 2), 1.0 - height / 2)
    return _kept((x - width / 2, y - height / 2, x + width / 2, y + height / 2))


def pulled(
    frame: Frame, corner: tuple[int, int], to: tuple[float, float], size: Size, aspect: float
) -> Frame:
    """The frame with one corner pulled to a place; the opposite corner stays.

    Parameters
    ----------
    corner : (int, int)
        0 or 1: left or right, top or bottom.
    to : (float, float)
        Shares of the photo.
    """
    ends = ((frame[0], frame[2]), (frame[1], frame[3]))
    x0, y0 = ends[0][1 - corner[0]], ends[1][1 - corner[1]]  # what stays
    across, down = longest(size, aspect)
    signs = (2 * corner[0] - 1, 2 * corner[1] - 1)
    wanted = max((to[0] - x0) * signs[0] / across, (to[1] - y0) * signs[1] / down, LEAST)
    room = ((1.0 - x0) if corner[0] else x0, (1.0 - y0) if corner[1] else y0)
    share = min(wanted, room[0] / across, room[1] / down)
    x1, y1 = x0 + signs[0] * across * share, y0 + signs[1] * down * share
    return _kept((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _kept(frame: Frame) -> Frame:
    """The frame without what rounding carries over the edge."""
    left, top, right, bottom = (min(max(share, 0.0), 1.0) for share in frame)
    return left, top, right, bottom
