"""Where the story's camera stands: the resting view, and close to the bench."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.bench_place import Bench, bench_of
from convviz.scene.camera import Camera, axes, blend, fit, project
from convviz.scene.cast import Cast
from convviz.scene.labels import hull
from convviz.scene.layout import FIELD, PITCH, YAW, Floats, Layout, content, corners
from convviz.scene.moment import BACK, Moment, ease
from convviz.scene.timeline import SINGLE_CHANNELS, Phase

BENCH_YAW, BENCH_PITCH = 58.0, 16.0
WIDE_YAW, WIDE_PITCH = 66.0, 15.0
PITCHES = (14.0, 18.0, 22.0, 26.0, 30.0, 34.0)  # tilts that the resting view chooses from
SIDE, NAMES = 0.05, 0.18  # kept free right and left of the rows, in widths of the picture
TOP = 0.06  # kept free above the rows, in heights of the picture
ROW_START = 0.24  # where the bench's rows start, in widths of the picture
MARGINS = (56.0, 58.0, 40.0, 52.0)  # logical pixels around the content, for labels
VIEWS = {"reset": (YAW, PITCH), "front": (0.0, 0.0), "top": (0.0, 89.0), "side": (89.0, 0.0)}


@dataclass(frozen=True)
class Shots:
    """The cameras of one stage in one viewport."""

    rest: Camera
    near: Camera
    wide: Camera


def view_camera(layout: Layout, name: str, width: float, height: float, flat: bool) -> Camera:
    """The camera of a named view ("reset", "front", "top", "side") that shows everything."""
    yaw, pitch = VIEWS[name]
    camera = Camera(yaw=yaw, pitch=pitch, field=FIELD, orthographic=flat)
    points, margins = content(layout), _margins(width, height)
    if name != "reset":
        return fit(camera, points, width, height, margins)
    tilts = (fit(replace(camera, pitch=p), points, width, height, margins) for p in PITCHES)
    return max(tilts, key=lambda c: covered(c, points, width, height))


def covered(camera: Camera, points: Floats, width: float, height: float) -> float:
    """Share of the picture that the silhouettes of boxes cover, from their corners (8 n, 3)."""
    shot = project(camera, width, height, points)[:, :2].reshape(-1, 8, 2)
    total = 0.0
    for box in shot:
        x, y = hull(box).T
        total += abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2.0
    return total / (width * height)


def _margins(width: float, height: float) -> tuple[float, float, float, float]:
    share = min(1.0, width / 900.0, height / 520.0)
    left, top, right, bottom = (m * max(share, 0.6) for m in MARGINS)
    return left, top, right, bottom


@lru_cache(maxsize=16)
def shots_of(cast: Cast, width: float, height: float, flat: bool) -> Shots:
    """Every camera of a stage's story for a viewport in logical pixels."""
    bench = bench_of(cast)
    rest = view_camera(cast.layout, "reset", width, height, flat)
    shown = min(cast.layout.plan.depth, SINGLE_CHANNELS + 4)
    near = _on_bench(bench, 0.0, shown * bench.unit, BENCH_YAW, BENCH_PITCH, width, height, flat)
    near = _row_start_at(near, bench, ROW_START * width, width, height)
    near = _rows_inside(near, bench, width, height)
    wide = _on_bench(bench, 0.0, bench.length, WIDE_YAW, WIDE_PITCH, width, height, flat)
    if cast.layout.plan.depth <= SINGLE_CHANNELS:
        wide = near  # every channel has its own beat, so the camera has not moved on
    return Shots(rest, near, wide)


def _on_bench(
    bench: Bench,
    start: float,
    stop: float,
    yaw: float,
    pitch: float,
    width: float,
    height: float,
    flat: bool,
) -> Camera:
    low, high = bench.corners()
    low, high = low.copy(), high.copy()
    low[2], high[2] = start, stop
    camera = Camera(yaw=yaw, pitch=pitch, field=FIELD, orthographic=flat)
    margins = (width * NAMES, height * 0.1, width * SIDE, height * 0.1)
    return fit(camera, corners(low, high - low), width, height, margins)


def _rows_inside(camera: Camera, bench: Bench, width: float, height: float) -> Camera:
    """The camera moved up until the rows, which rise towards the right, stay in the picture."""
    low, _ = bench.corners()
    along = np.repeat(low[None], 33, axis=0)
    along[:, 2] = np.linspace(0.0, bench.length, 33)
    shot = project(camera, width, height, along)
    seen = shot[shot[:, 0] <= width, 1]
    short = height * TOP - float(seen.min()) if len(seen) else 0.0
    return _shifted(camera, 0.0, -max(short, 0.0), height)


def _row_start_at(camera: Camera, bench: Bench, x: float, width: float, height: float) -> Camera:
    """The camera moved sideways: rows with their names in the middle, too long ones from `x`."""
    low, _ = bench.corners()
    ends = np.stack([low, low])
    ends[1, 2] = bench.length
    start, stop = (float(v) for v in project(camera, width, height, ends)[:, 0])
    over = stop - width * (1.0 - SIDE)
    uneven = (start - x / 2.0 - (width - stop)) / 2.0  # more room before the names than behind
    return _shifted(camera, min(max(start - x, 0.0), max(over, uneven, 0.0)), 0.0, height)


def _shifted(camera: Camera, dx: float, dy: float, height: float) -> Camera:
    """The camera moved by logical pixels in its picture's plane."""
    right, down, _ = axes(camera)
    unit = 2.0 * math.tan(math.radians(camera.field) / 2.0) * camera.distance / height
    x, y, z = np.asarray(camera.target) + (right * dx + down * dy) * unit
    return replace(camera, target=(float(x), float(y), float(z)))


def story_camera(shots: Shots, moment: Moment) -> Camera:
    """The camera at a moment: quick smooth moves, and rest between them."""
    p = moment.progress
    phase = moment.beat.phase
    if phase is Phase.LIFT:
        return blend(shots.rest, shots.near, moment.rise)
    if phase is Phase.CHANNEL:
        return shots.near
    if phase is Phase.CHANNELS:
        return blend(shots.near, shots.wide, ease(p, 0.0, 0.4))
    if phase in (Phase.BIAS, Phase.ACTIVATION):
        return shots.wide
    if phase is Phase.LAND:  # the output comes into view before the value flies to it
        return blend(shots.wide, shots.rest, ease(p, 0.0, BACK))
    return shots.rest
