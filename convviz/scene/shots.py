"""Where the story's camera stands: the resting view, and close to the bench."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.bench_place import Bench, copies
from convviz.scene.benches import staging_of
from convviz.scene.camera import Camera, blend, fit, project
from convviz.scene.cast import Cast
from convviz.scene.labels import Mask, hull
from convviz.scene.layout import FIELD, YAW, Floats, Layout, content, corners
from convviz.scene.moment import BACK, Moment, ease
from convviz.scene.offset import turns_of
from convviz.scene.pen import sizes
from convviz.scene.timeline import Phase
from convviz.scene.work_place import Place

PITCHES = (14.0, 18.0, 22.0, 26.0, 30.0, 34.0)  # tilts that the resting view chooses from
BENCH_FIELD = 7.0  # seen from afar: rows hardly narrow as they run away
SIDE, NAMES = 0.03, 0.14  # kept free right and left of the rows, in widths of the picture
LONGEST = 11.0  # a row's name, in type sizes
OVER = 2.9  # kept free above, in type sizes: the running channel's numbers
BELOW, UNDER = 0.035, 0.085  # and below, in heights: rows, and a sum with its number under it
MARGINS = (56.0, 58.0, 40.0, 52.0)  # logical pixels around the content, for labels
NEAR_EDGE, COPY_EDGE = 8.0, 16.0  # of a copy: closest to the picture's edge, and once moved off it
# Yaw of the named views, and tilts to choose from: the lowest that hides neither of the three.
VIEWS = {
    "front": (0.0, (0.0,)),
    "top": (0.0, (68.0,)),
    "side": (66.0, (18.0, 22.0, 26.0, 30.0, 34.0, 38.0, 42.0, 46.0)),
}
DRAWN = 9.0  # their field, degrees: sides hardly run together, as in a drawing
UNHIDDEN = 0.6  # share of each thing that they show


@dataclass(frozen=True)
class Shots:
    """The cameras of one stage in one viewport."""

    rest: Camera
    bench: Camera


def view_camera(layout: Layout, name: str, width: float, height: float, flat: bool) -> Camera:
    """The camera of a view, "front", "top", "side" or the resting one, that shows everything."""
    points, margins = content(layout), _margins(width, height)
    yaw, pitches = VIEWS.get(name, (YAW, PITCHES))
    camera = Camera(yaw=yaw, field=DRAWN if name in VIEWS else FIELD)
    tilts = [fit(replace(camera, pitch=p), points, width, height, margins) for p in pitches]
    if name in VIEWS:
        shown = [unhidden(view, points, width, height) for view in tilts]
        most = max(min(share, UNHIDDEN) for share in shown)
        best = next(v for v, share in zip(tilts, shown, strict=True) if share >= most)
    else:
        best = max(tilts, key=lambda c: covered(c, points, width, height))
    if flat:  # from where it is seen in perspective
        best = fit(replace(best, orthographic=True), points, width, height, margins)
    return best if name in VIEWS else _with_copies(best, layout, width, height)


def _with_copies(camera: Camera, layout: Layout, width: float, height: float) -> Camera:
    """A resting view, from farther off where copies in front of the volumes would leave it."""
    extra, (left, top, right, bottom) = copies(layout), _margins(width, height)
    x, y, _ = project(camera, width, height, extra).T
    if not len(extra) or (x.min() >= NEAR_EDGE and y.max() <= height - NEAR_EDGE):
        return camera
    points = np.concatenate((content(layout), extra))
    return fit(camera, points, width, height, (left, top, right, min(bottom, COPY_EDGE)))


def covered(camera: Camera, points: Floats, width: float, height: float) -> float:
    """Share of the picture that the silhouettes of boxes cover, from their corners (8 n, 3)."""
    shot = project(camera, width, height, points)[:, :2].reshape(-1, 8, 2)
    total = 0.0
    for box in shot:
        x, y = hull(box).T
        total += abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2.0
    return total / (width * height)


def unhidden(camera: Camera, points: Floats, width: float, height: float) -> float:
    """Share that is seen of the box, one of several in a row along x, that is hidden most.

    From the front or the right: what is farther right hides what is farther left.
    """
    boxes = project(camera, width, height, points)[:, :2].reshape(-1, 8, 2)[::-1]
    taken, least, before = Mask(width, height), 1.0, 0.0
    for box in boxes:
        alone = Mask(width, height)
        for mask in (taken, alone):
            mask.stamp(hull(box))
        least = min(least, (taken.share() - before) / max(alone.share(), 1e-9))
        before = taken.share()
    return least


def _margins(width: float, height: float) -> tuple[float, float, float, float]:
    share = min(1.0, width / 900.0, height / 520.0)
    left, top, right, bottom = (m * max(share, 0.6) for m in MARGINS)
    return left, top, right, bottom


@lru_cache(maxsize=4)
def shots_of(cast: Cast, width: float, height: float, flat: bool, named: str = "") -> Shots:
    """Every camera of a stage's story for a viewport in logical pixels.

    A `named` view is what the story rests in; its unrolled rows are turned that way too, as far
    as they stay readable.
    """
    rest = view_camera(cast.layout, named, width, height, flat)
    rows = staging_of(cast).place(cast)
    yaw, tilt = _turned(rows, rest, named)
    return Shots(rest, _on_bench(replace(rows, yaw=yaw, tilt=tilt), width, height, flat))


def _turned(rows: Bench | Place, rest: Camera, named: str) -> tuple[float, float]:
    """The angles from which the rows are seen in a named view."""
    turns = turns_of(rest, rows.yaw, rows.tilt, 1.0)
    yaw = {"front": turns.yaw[0], "side": turns.yaw[1]}.get(named, rows.yaw)
    return yaw, turns.pitch[1] if named == "top" else rows.tilt


def _on_bench(bench: Bench | Place, width: float, height: float, flat: bool) -> Camera:
    """The one camera of the bench: its rows change, the camera rests."""
    low, high = bench.corners()
    camera = Camera(yaw=bench.yaw, pitch=bench.tilt, field=BENCH_FIELD, orthographic=flat)
    bottom = UNDER if bench.beside else BELOW
    title, small = sizes(width, height)
    # A sum's rows have their names beside them.
    names = max(width * NAMES, small * LONGEST) if isinstance(bench, Bench) else width * SIDE
    margins = (names, title * OVER, width * SIDE, height * bottom)
    return fit(camera, corners(low, high - low), width, height, margins)


def story_camera(shots: Shots, moment: Moment) -> Camera:
    """The camera at a moment: quick smooth moves, and rest between them."""
    p = moment.progress
    phase = moment.beat.phase
    if phase is Phase.LIFT:
        return blend(shots.rest, shots.bench, ease(p, 0.2, 0.8))
    if phase is Phase.LAND:  # the output comes into view before the value flies to it
        return blend(shots.bench, shots.rest, ease(p, 0.0, BACK))
    if phase in (Phase.MAP, Phase.FILTER):
        return shots.rest
    return shots.bench
