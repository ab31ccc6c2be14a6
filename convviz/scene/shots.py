"""Where the story's camera stands: the resting view, and close to the bench."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.bench_place import Bench, copies
from convviz.scene.benches import staging_of
from convviz.scene.camera import Camera, blend, fit, nearer, project
from convviz.scene.cast import Cast
from convviz.scene.labels import hull
from convviz.scene.layout import FIELD, PITCH, YAW, Floats, Layout, content, corners
from convviz.scene.moment import Moment, ease
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
HEIGHT_LABEL = 3.2  # "H 224" beside the input, in sizes of a title
NEAR_EDGE, COPY_EDGE = 8.0, 16.0  # of a copy: closest to the picture's edge, and once moved off it
CLOSING = (0.03, 0.55)  # of the turn, in which the camera comes close to what is on the bench
VIEWS = {"reset": (YAW, PITCH), "front": (0.0, 0.0), "top": (0.0, 89.0), "side": (89.0, 0.0)}


@dataclass(frozen=True)
class Shots:
    """The cameras of one stage in one viewport: at rest, on the bench, and what leads there."""

    rest: Camera
    bench: Camera
    cast: Cast
    width: float
    height: float


def view_camera(layout: Layout, name: str, width: float, height: float, flat: bool) -> Camera:
    """The camera of a named view ("reset", "front", "top", "side") that shows everything."""
    yaw, pitch = VIEWS[name]
    camera = Camera(yaw=yaw, pitch=pitch, field=FIELD, orthographic=flat)
    points, margins = content(layout), _margins(width, height)
    if name != "reset":
        return fit(camera, points, width, height, margins)
    pitches = PITCHES[:1] if any(layout.sheets) else PITCHES  # a sheet is seen from the front
    tilts = (fit(replace(camera, pitch=p), points, width, height, margins) for p in pitches)
    best = max(tilts, key=lambda c: covered(c, points, width, height))
    return _with_copies(best, layout, width, height)


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


def _margins(width: float, height: float) -> tuple[float, float, float, float]:
    share = min(1.0, width / 900.0, height / 520.0)
    left, top, right, bottom = (m * max(share, 0.6) for m in MARGINS)
    title, _ = sizes(width, height)
    left = max(left, title * HEIGHT_LABEL)
    return left, top, right, bottom


@lru_cache(maxsize=4)
def shots_of(cast: Cast, width: float, height: float, flat: bool) -> Shots:
    """Every camera of a stage's story for a viewport in logical pixels."""
    rest = view_camera(cast.layout, "reset", width, height, flat)
    bench = _on_bench(staging_of(cast).place(cast), width, height, flat)
    return Shots(rest, bench, cast, width, height)


def _on_bench(bench: Bench | Place, width: float, height: float, flat: bool) -> Camera:
    """The one camera of the bench: its rows change, the camera rests."""
    low, high = bench.corners()
    camera = Camera(yaw=bench.yaw, pitch=bench.tilt, field=BENCH_FIELD, orthographic=flat)
    margins = _bench_margins(bench, width, height)
    return fit(camera, corners(low, high - low), width, height, margins)


def _bench_margins(
    bench: Bench | Place, width: float, height: float
) -> tuple[float, float, float, float]:
    bottom = UNDER if bench.beside else BELOW
    title, small = sizes(width, height)
    # A sum's rows have their names beside them.
    names = max(width * NAMES, small * LONGEST) if isinstance(bench, Bench) else width * SIDE
    return names, title * OVER, width * SIDE, height * bottom


def bench_seen(cast: Cast, camera: Camera, width: float, height: float) -> bool:
    """Whether the middle of the bench lies in the picture."""
    low, high = staging_of(cast).place(cast).corners()
    x, y, depth = project(camera, width, height, ((low + high) / 2.0)[None])[0]
    return bool(depth > 0.0 and 0.0 <= x <= width and 0.0 <= y <= height)


def story_camera(shots: Shots, moment: Moment) -> Camera:
    """The camera at a moment: quick smooth moves, and rest between them."""
    phase = moment.beat.phase
    if phase in (Phase.MAP, Phase.FILTER):
        return shots.rest
    if phase not in (Phase.LIFT, Phase.LAND) or moment.turn >= 1.0:
        return shots.bench
    return shots.rest if moment.room <= 0.0 and moment.turn <= 0.0 else _flight(shots, moment)


def _flight(shots: Shots, moment: Moment) -> Camera:
    """Between rest and bench: whatever moves is in the picture, and the stage while it is seen.

    Two cameras with the present angles, one that shows all and one that shows what moves.
    """
    cast, size = shots.cast, (shots.width, shots.height)
    turn, bench = moment.turn, staging_of(cast).place(cast)
    angles = blend(shots.rest, shots.bench, turn)
    stage = np.concatenate((content(cast.layout), copies(cast.layout)))
    over = corners(*_extent(*staging_of(cast).carried(cast, _risen(moment))))
    wide = fit(angles, np.concatenate((stage, over)), *size, _margins(*size))
    if turn <= 0.0:
        return nearer(shots.rest, wide, moment.room)
    low, high = staging_of(cast).carried(cast, moment)
    goal = bench.corners()
    rows = corners(*_extent(*(a + (b - a) * turn for a, b in zip((low, high), goal, strict=True))))
    moving = np.concatenate((corners(*_extent(low, high)), rows))
    wide = fit(angles, np.concatenate((stage, moving)), *size, _margins(*size))
    close = fit(angles, moving, *size, _bench_margins(bench, *size))
    return nearer(wide, close, ease(turn, *CLOSING))


def _risen(moment: Moment) -> Moment:
    """The moment with all that rises above the stage."""
    return replace(moment, up=1.0, turn=0.0, spread=0.0)


def _extent(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    return low, high - low
