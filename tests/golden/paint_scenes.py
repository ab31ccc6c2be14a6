"""Scenes for the pictures of render/paint, the same on every machine: no model, no chance."""

from __future__ import annotations

import numpy as np

from convviz.scene.camera import Camera, fit
from convviz.scene.order import box_corners
from convviz.scene.palette import Role
from convviz.scene.primitives import Boxes, Colours, Lines, PlacedLabel, Scene, Span

WIDTH, HEIGHT = 640.0, 400.0
_EDGES = [
    (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7)
]  # fmt: skip


def wave(channels, height, width, centred=False):
    """Values (C, H, W) float32 like soft blobs, -1..1 or 0..1."""
    z, y, x = np.mgrid[0:channels, 0:height, 0:width]
    found = np.sin(x * 0.45 + z * 0.7) * np.cos(y * 0.38 - z * 0.31) + 0.3 * np.sin(x * y * 0.05)
    found = found / 1.3
    return (found if centred else np.maximum(found, 0.0)).astype(np.float32)


def block(name, values, low, unit, parts=None, **looks):
    """A volume (C, H, W), whole or as `parts` ((x0, x1), (y0, y1), (z0, z1), tone, opacity)."""
    c, h, w = values.shape
    parts = parts or [((0, w), (0, h), (0, c), 1.0, 1.0)]
    first = np.array([[span[0] for span in part[:3]] for part in parts], dtype=np.int32)
    last = np.array([[span[1] for span in part[:3]] for part in parts], dtype=np.int32)
    scale = np.array([1.0, 1.0, unit])
    flat = np.ascontiguousarray(values, dtype=np.float32).ravel()
    flat.setflags(write=False)
    looks = {"colours": Colours.ACTIVATION, "high": 1.0, **looks}
    return Boxes(
        id=name,
        low=(first * scale + low).astype(np.float32),
        size=((last - first) * scale).astype(np.float32),
        first=first,
        count=last - first,
        offset=np.zeros(len(parts), dtype=np.int32),
        stride=(1, w, w * h),
        values=flat,
        tone=np.array([part[3] for part in parts], dtype=np.float32),
        opacity=np.array([part[4] for part in parts], dtype=np.float32),
        **looks,
    )


def bank(name, weights, lows, factor, unit, tone=1.0):
    """Filters (n, C, kh, kw) as one record."""
    n, c, kh, kw = weights.shape
    size = np.array([kw * factor, kh * factor, c * unit], dtype=np.float32)
    return Boxes(
        id=name,
        low=np.asarray(lows, dtype=np.float32),
        size=np.tile(size, (n, 1)),
        first=np.zeros((n, 3), dtype=np.int32),
        count=np.tile(np.array([kw, kh, c], dtype=np.int32), (n, 1)),
        offset=(np.arange(n) * c * kh * kw).astype(np.int32),
        stride=(1, kw, kh * kw),
        values=np.ascontiguousarray(weights, dtype=np.float32).ravel(),
        colours=Colours.DIVERGING,
        high=1.0,
        tone=np.full(n, tone, dtype=np.float32),
        opacity=np.ones(n, dtype=np.float32),
    )


def ring(low, shape, pad, unit):
    """Padding around a volume (C, H, W)."""
    c, h, w = shape
    spans = [
        ((-pad, w + pad), (-pad, 0)),
        ((-pad, w + pad), (h, h + pad)),
        ((-pad, 0), (0, h)),
        ((w, w + pad), (0, h)),
    ]
    first = np.array([[x[0], y[0], 0] for x, y in spans], dtype=np.int32)
    count = np.array([[x[1] - x[0], y[1] - y[0], c] for x, y in spans], dtype=np.int32)
    scale = np.array([1.0, 1.0, unit])
    return Boxes(
        id="padding",
        low=(first * scale + low).astype(np.float32),
        size=(count * scale).astype(np.float32),
        first=first,
        count=count,
        offset=np.zeros(4, dtype=np.int32),
        stride=(1, 1, 1),
        values=None,
        colours=Colours.PADDING,
        high=1.0,
        tone=np.ones(4, dtype=np.float32),
        opacity=np.ones(4, dtype=np.float32),
        edge=Role.PADDING_EDGE,
    )


def outline(name, low, size, **looks):
    """The twelve edges of a box as lines."""
    corners = box_corners([low], [size])[0].astype(np.float32)
    start = corners[[a for a, _ in _EDGES]]
    end = corners[[b for _, b in _EDGES]]
    return Lines(name, start, end, **{"role": Role.ACTIVE, **looks})


def join(name, *points, **looks):
    """Lines from point to point."""
    places = np.array(points, dtype=np.float32)
    return Lines(name, places[:-1], places[1:], **{"role": Role.ACTIVE, **looks})


def seen(theme, boxes, lines=(), labels=(), camera=None, width=WIDTH, height=HEIGHT):
    """A scene whose boxes fill the picture."""
    low = np.concatenate([each.low for each in boxes])
    size = np.concatenate([each.size for each in boxes])
    camera = camera or Camera(yaw=22.0, pitch=27.0, field=20.0)
    points = box_corners(low, size).reshape(-1, 3)
    camera = fit(camera, points, width, height, (24.0, 40.0, 24.0, 24.0))
    return Scene(camera, width, height, theme, tuple(boxes), tuple(lines), tuple(labels))


def shape_label(name, height, width, channels, x, y):
    """A label in the colours of the dimensions."""
    cross = Span("×", Role.MUTED)
    spans = (Span(str(height), Role.H), cross, Span(str(width), Role.W), cross)
    return PlacedLabel(
        name, (*spans, Span(str(channels), Role.CIN)), x, y, 100.0, 22.0, 15.0, plate=0.85
    )


def bottleneck(theme, width=WIDTH, height=HEIGHT):
    """28×28×192, 16 filters of 1×1×192, 28×28×16, one filter and cell outlined."""
    unit = 0.277
    lows = [(60.0 + (i // 8) * 5.0, i % 8 * 3.7, 0.0) for i in range(16)]
    weights = wave(192, 16, 1, centred=True).transpose(1, 0, 2)[..., None]
    boxes = (
        block("input", wave(192, 28, 28), (0, 0, 0), unit),
        bank("filters", weights, lows, 3, unit),
        block("output", wave(16, 28, 28), (98, 0, 0), unit, shown_until=28 * 28 * 4 + 300),
    )
    lines = (
        outline("column", (17, 11, 0), (1, 1, 192 * unit)),
        outline("filter", lows[3], (3, 3, 192 * unit), width=1.8),
        outline("cell", (115, 11, 3 * unit), (1, 1, unit), on_top=True),
        join("join", (17.5, 11.5, 0), (lows[3][0] + 1.5, lows[3][1] + 1.5, 0), (115.5, 11.5, 0),
             on_top=True, alpha=0.8, width=1.2),
        join("behind", (-2, 20, 30), (128, 12, 30), role=Role.H, dash=5.0),
    )  # fmt: skip
    label = shape_label("label", 28, 28, 192, 60, 12)
    return seen(theme, boxes, lines, (label,), width=width, height=height)


def padded(theme):
    """A padded input whose upper rows are glass, so that a column shows, and 3×3 filters."""
    unit = 1.0
    row, column = 5, 8
    parts = [
        ((0, 14), (0, row), (0, 12), 0.75, 0.18),
        ((0, 14), (row + 1, 12), (0, 12), 0.75, 1.0),
        ((0, column), (row, row + 1), (0, 12), 0.75, 1.0),
        ((column, column + 1), (row, row + 1), (0, 12), 1.0, 1.0),
        ((column + 1, 14), (row, row + 1), (0, 12), 0.75, 1.0),
    ]
    weights = np.stack([wave(12, 3, 3, centred=True) * s for s in (1.0, -1.0, 0.6, -0.3)])
    lows = [(26.0, i * 4.5 - 2.0, 0.0) for i in range(4)]
    boxes = (
        block("input", wave(12, 12, 14), (0, 0, 0), unit, parts),
        ring((0, 0, 0), (12, 12, 14), 1, unit),
        bank("filters", weights, lows, 1, unit, tone=0.7),
    )
    lines = (outline("column", (column, row, 0), (1, 1, 12), width=1.6, on_top=True),)
    return seen(theme, boxes, lines)


def picture(theme):
    """A picture in its own colours, and its three channels apart."""
    y, x = np.mgrid[0:24, 0:32]
    red = np.clip(1.0 - np.hypot(x - 12, y - 10) / 16.0, 0.0, 1.0)
    values = np.stack([red, y / 24.0, x / 32.0]).astype(np.float32)
    apart = [((0, 32), (0, 24), (c, c + 1), 1.0, 1.0) for c in range(3)]
    channels = block("apart", values, (52, 0, 0), 3.0, apart, colours=Colours.CHANNELS)
    channels.low[:, 2] += np.arange(3, dtype=np.float32) * 9.0
    return seen(
        theme,
        (block("whole", values, (0, 0, 0), 3.0, colours=Colours.PICTURE), channels),
    )


def flat(theme):
    """The front seen straight on, without perspective."""
    camera = Camera(yaw=0.0, pitch=0.0, field=20.0, orthographic=True)
    boxes = (
        block("input", wave(3, 10, 10), (0, 0, 0), 1.0),
        block("output", wave(1, 8, 8, centred=True), (13, 1, 0), 1.0, colours=Colours.DIVERGING),
    )
    return seen(theme, boxes, camera=camera)
