"""Scenes for the tests of render/gl, the same on every machine: no model, no chance."""

from __future__ import annotations

import numpy as np

from convviz.scene.camera import Camera, fit
from convviz.scene.order import box_corners
from convviz.scene.palette import Role
from convviz.scene.primitives import Boxes, Colours, Lines, PlacedLabel, Scene, Span

WIDTH, HEIGHT = 480.0, 300.0
UNIT = 0.32  # world units per channel


def frozen(values, kind=np.float32):
    """A read-only array."""
    found = np.ascontiguousarray(values, dtype=kind)
    found.setflags(write=False)
    return found


def waves(channels, height, width, signed=False):
    """Values (C, H, W) float32 with hills and flats, 0..1 or -1..1."""
    z, y, x = np.mgrid[0:channels, 0:height, 0:width].astype(np.float64)
    found = np.sin(0.5 * x + 0.9 * z) * np.cos(0.4 * y - 1.7 * z) + 0.3 * np.cos(0.21 * x * y)
    return frozen(found / 1.3 if signed else np.maximum(found / 1.3, 0.0))


def record(name, values, low, size, first, count, stride, offset=0, **looks):
    """One record; `low`, `size`, `first`, `count` (n, 3), other looks one for all or (n,)."""
    n = len(low)
    flat = None if values is None else frozen(np.ravel(values))
    each = {
        key: frozen(np.broadcast_to(np.asarray(looks.pop(key, 1.0), np.float32), (n,)))
        for key in ("tone", "opacity")
    }
    return Boxes(
        id=name,
        low=frozen(low),
        size=frozen(np.broadcast_to(size, (n, 3))),
        first=frozen(np.broadcast_to(first, (n, 3)), np.int32),
        count=frozen(np.broadcast_to(count, (n, 3)), np.int32),
        offset=frozen(np.broadcast_to(offset, (n,)), np.int32),
        stride=stride,
        values=flat,
        **{"colours": Colours.ACTIVATION, "high": 1.0, **looks, **each},
    )


def volume(name, values, low=(0, 0, 0), unit=UNIT, cut=None, **looks):
    """A volume (C, H, W), or the part of it `cut` = (first cell, number of cells)."""
    c, h, w = values.shape
    first, count = cut or ((0, 0, 0), (w, h, c))
    scale = np.array([1.0, 1.0, unit])
    start = np.array([low]) + np.array(first) * scale
    return record(
        name, values, start, np.array(count) * scale, first, count, (1, w, w * h), **looks
    )


def bank(name, weights, low, factor=3.0, rows=8, **looks):
    """Filters (n, C, kh, kw) in columns of `rows`."""
    n, c, kh, kw = weights.shape
    index = np.arange(n)
    step = (factor * kw + 2.0, factor * kh + 1.0)
    lows = np.stack([low[0] + index // rows * step[0], low[1] + index % rows * step[1],
                     np.full(n, low[2])], axis=1)  # fmt: skip
    return record(
        name, weights, lows, (kw * factor, kh * factor, c * UNIT), (0, 0, 0), (kw, kh, c),
        (1, kw, kw * kh), index * c * kh * kw, **{"colours": Colours.DIVERGING, **looks},
    )  # fmt: skip


def outline(name, low, size, **looks):
    """The twelve edges of a box as lines."""
    corners = box_corners([low], [size])[0]
    pairs = [(a, a | bit) for bit in (1, 2, 4) for a in range(8) if not a & bit]
    start, end = zip(*pairs, strict=True)
    return Lines(
        name, frozen(corners[list(start)]), frozen(corners[list(end)]),
        **{"role": Role.ACTIVE, **looks},
    )  # fmt: skip


def seen(theme, boxes, lines=(), labels=(), camera=None, **more):
    """A scene whose boxes fill the picture."""
    low = np.concatenate([each.low for each in boxes])
    size = np.concatenate([each.size for each in boxes])
    points = box_corners(low, size).reshape(-1, 3)
    camera = camera or Camera(yaw=20.0, pitch=30.0, field=22.0)
    camera = fit(camera, points, WIDTH, HEIGHT, (16.0, 40.0, 16.0, 16.0))
    return Scene(camera, WIDTH, HEIGHT, theme, tuple(boxes), tuple(lines), tuple(labels), **more)


def lesson(theme="dark", moving=False):
    """A deep volume, 16 filters of 1×1, a slab half filled, a column outlined, two labels."""
    weights = waves(48, 16, 1, signed=True).transpose(1, 0, 2)[..., None]
    boxes = (
        volume("input", waves(48, 14, 14)),
        bank("filters", weights, (22, -4, 0), factor=2.0),
        volume("output", waves(16, 14, 14), (38, 0, 0), shown_until=14 * 9 + 6, also_shown=150),
    )
    lines = (
        outline("column", (8, 4, 0), (1, 1, 48 * UNIT)),
        outline("cell", (44, 6, 0), (1, 1, UNIT), on_top=True),
        Lines("join", frozen([[9, 4.5, 0]]), frozen([[44, 6.5, 0]]), Role.ACTIVE, dash=4.0),
    )
    labels = (
        PlacedLabel("in", (Span("14×14×"), Span("48", Role.CIN)), 40.0, 8.0, 100.0, 24.0, 15.0,
                    leader=(90.0, 32.0, 110.0, 60.0)),
        PlacedLabel("filters", (Span("필터 16개"),), 240.0, 4.0, 90.0, 24.0, 15.0, plate=0.9),
    )  # fmt: skip
    return seen(theme, boxes, lines, labels, moving=moving)


def glass(theme="light"):
    """A volume cut open: its upper half is glass, a column stands in it, padding around it."""
    values = waves(24, 10, 12)
    boxes = (
        volume("lower", values, cut=((0, 5, 0), (12, 5, 24)), tone=0.75),
        volume("upper", values, cut=((0, 0, 0), (12, 5, 24)), opacity=0.15),
        volume("column", values, (0, -2, 0), cut=((5, 4, 0), (1, 1, 24)), edge=Role.ACTIVE),
        record("padding", None, [[-2, -3, 0], [-2, 10, 0], [12, 0, 0]],
               [[14, 3, 24 * UNIT], [16, 2, 24 * UNIT], [2, 10, 24 * UNIT]],
               (0, 0, 0), [[14, 3, 24], [16, 2, 24], [2, 10, 24]], (0, 0, 0),
               colours=Colours.PADDING, edge=Role.PADDING_EDGE, opacity=[0.3, 1.0, 1.0]),
        record("empty", None, [[18, 0, 0]], (8, 10, 3), (0, 0, 0), (8, 10, 9), (0, 0, 0)),
    )  # fmt: skip
    return seen(theme, boxes)


def far(theme="dark"):
    """Cells smaller than a pixel, seen from the other side without perspective."""
    camera = Camera(yaw=-35.0, pitch=18.0, orthographic=True)
    boxes = [volume(f"v{i}", waves(192, 28, 28), (i * 60.0, 0, 0)) for i in range(6)]
    return seen(theme, boxes, camera=camera)


def near(theme="light"):
    """The eye among the cells, some of them behind it; a photo's channels and the photo."""
    y, x = np.mgrid[0:12, 0:16]
    photo = frozen(np.stack([x / 15.0, y / 11.0, np.hypot(x - 8, y - 6) / 10.0]))
    boxes = (
        volume("whole", photo, (2, -8, 4), unit=2.0, colours=Colours.PICTURE),
        volume("apart", photo, (20, -6, -4), unit=2.0, colours=Colours.CHANNELS, tone=0.8),
        volume("deep", waves(40, 6, 30), (-2, 4, -20), unit=1.0, tone=0.8),
        volume("pane", waves(30, 4, 1), (10, -2, -20), unit=1.0, opacity=0.3),
    )
    lines = (Lines("past", frozen([[4, 3, -30]]), frozen([[10, -4, 8]]), Role.ACTIVE, 3.0),)
    camera = Camera(target=(12.0, 2.0, 2.0), yaw=12.0, pitch=18.0, distance=14.0, field=60.0)
    return Scene(camera, WIDTH, HEIGHT, theme, boxes, lines)
