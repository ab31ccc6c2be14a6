"""Where the story's camera stands: the resting view, and close to the bench."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from convviz.scene.animation import BACK, TURN, UP, AnimationState, ease
from convviz.scene.animation import animation_at as moment_at
from convviz.scene.camera import Camera, blend, fit, nearer, project
from convviz.scene.label_collector import sizes
from convviz.scene.labels import Mask, hull
from convviz.scene.layout import FIELD, YAW, Floats, Layout, content, corners
from convviz.scene.offset import turns_of
from convviz.scene.operation_layout import Place
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import ON_STAGE, Phase
from convviz.scene.unrolled_grid import TILT as GRID_TILT
from convviz.scene.unrolled_grid import YAW as GRID_YAW
from convviz.scene.unrolled_grid import grid_of
from convviz.scene.unrolled_kinds import staging_of
from convviz.scene.unrolled_layout import UnrolledRows, copies, copy_shift, unrolled_of

PITCHES = (14.0, 18.0, 22.0, 26.0, 30.0, 34.0)  # tilts that the resting view chooses from
UNROLLED_FIELD = 7.0  # seen from afar: rows hardly narrow as they run away
SIDE, NAMES = 0.02, 0.13  # kept free right and left of the rows, in widths of the picture
LONGEST = 9.2  # a row's name, in type sizes
OVER = 2.5  # kept free above, in type sizes: the running channel's numbers
OVER_WINDOW = 2.0  # the same where a window has but a small title over it
BELOW, UNDER = 0.028, 0.085  # and below, in heights: rows, and a sum with its number under it
MARGINS = (56.0, 58.0, 40.0, 52.0)  # logical pixels around the content, for labels
HEIGHT_LABEL = 3.2  # "H 224" beside the input, in sizes of a title
NEAR_EDGE, COPY_EDGE = 8.0, 16.0  # of a copy: closest to the picture's edge, and once moved off it
FLYING = (38.0, 28.0, 38.0, 30.0)  # the same in flight: titles stand below, names above
NAME = 1.75  # a title with air, in its type sizes
BETWEEN_WAYS = (UP[1] + TURN[0]) / 2  # share of the lift at which all is above the stage
TO_GRID = (0.18, 0.95)  # of the cells' way out: the rows have nearly gone
ARRIVING = (0.3, 1.0)  # of the turn, in which room is made for what will come on the bench
CLOSING = (0.06, 0.54)  # of the turn, in which the camera comes close to what is on the bench
OVER_GRID, UNDER_GRID = 2.6, 3.4  # kept free, in type sizes: titles, and the product told
# Yaw of the named views, and tilts to choose from: the lowest that hides neither of the three.
VIEWS: dict[str, tuple[float, tuple[float, ...]]] = {
    "front": (0.0, (0.0,)),
    "top": (0.0, (68.0,)),
    "side": (66.0, (18.0, 22.0, 26.0, 30.0, 34.0, 38.0, 42.0, 46.0)),
}
DRAWN = 9.0  # their field, degrees: sides hardly run together, as in a drawing
UNHIDDEN = 0.6  # share of each thing that they show


@dataclass(frozen=True)
class Shots:
    """The cameras of one stage in one viewport: at rest, on the bench, and what leads there."""

    rest: Camera
    unrolled: Camera
    model: StageModel
    width: float
    height: float


def view_camera(layout: Layout, name: str, width: float, height: float, flat: bool) -> Camera:
    """The camera of a view, "front", "top", "side" or the resting one, that shows everything."""
    points, margins = content(layout), _margins(width, height)
    pitches: tuple[float, ...] = (
        PITCHES[:1] if any(layout.sheets) else PITCHES
    )  # a sheet is seen from the front
    yaw, tried = VIEWS.get(name, (YAW, pitches))
    camera = Camera(yaw=yaw, field=DRAWN if name in VIEWS else FIELD)
    tilts = [fit(replace(camera, pitch=p), points, width, height, margins) for p in tried]
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


def _margins(
    width: float, height: float, margins: tuple[float, float, float, float] = MARGINS
) -> tuple[float, float, float, float]:
    share = min(1.0, width / 900.0, height / 520.0)
    left, top, right, bottom = (m * max(share, 0.6) for m in margins)
    title, _ = sizes(width, height)
    left = max(left, title * HEIGHT_LABEL)
    return left, top, right, bottom


@lru_cache(maxsize=4)
def shots_of(model: StageModel, width: float, height: float, flat: bool, named: str = "") -> Shots:
    """Every camera of a stage's story for a viewport in logical pixels.

    A `named` view is what the story rests in; its unrolled rows are turned that way too, as far
    as they stay readable.
    """
    rest = view_camera(model.layout, named, width, height, flat)
    rows = staging_of(model).place(model)
    yaw, tilt = _turned(rows, rest, named)
    unrolled = _on_unrolled(replace(rows, yaw=yaw, tilt=tilt), width, height, flat)
    return Shots(rest, unrolled, model, width, height)


def _turned(rows: UnrolledRows | Place, rest: Camera, named: str) -> tuple[float, float]:
    """The angles from which the rows are seen in a named view."""
    turns = turns_of(rest, rows.yaw, rows.tilt, 1.0)
    yaw = {"front": turns.yaw[0], "side": turns.yaw[1]}.get(named, rows.yaw)
    return yaw, turns.pitch[1] if named == "top" else rows.tilt


def _on_unrolled(unrolled: UnrolledRows | Place, width: float, height: float, flat: bool) -> Camera:
    """The one camera of the bench: its rows change, the camera rests."""
    camera = Camera(yaw=unrolled.yaw, pitch=unrolled.tilt, field=UNROLLED_FIELD, orthographic=flat)
    margins = _unrolled_margins(unrolled, width, height)
    return fit(camera, _whole(unrolled), width, height, margins)


def _whole(unrolled: UnrolledRows | Place) -> Floats:
    """Corners of all that must be in view on a bench, (24, 3)."""
    places = [unrolled.corners()] * 3
    if isinstance(unrolled, UnrolledRows):
        places[1:] = [unrolled.card(), unrolled.last()]
    return np.concatenate([corners(*_extent(*place)) for place in places])


def _unrolled_margins(
    unrolled: UnrolledRows | Place, width: float, height: float
) -> tuple[float, float, float, float]:
    bottom = UNDER if unrolled.beside else BELOW
    title, small = sizes(width, height)
    # A sum's rows have their names beside them.
    names = (
        max(width * NAMES, small * LONGEST) if isinstance(unrolled, UnrolledRows) else width * SIDE
    )
    over = OVER if isinstance(unrolled, UnrolledRows) else OVER_WINDOW
    return names, title * over, width * SIDE, height * bottom


def story_camera(shots: Shots, animation: AnimationState) -> Camera:
    """The camera at a moment: quick smooth moves, and rest between them."""
    phase = animation.beat.phase
    if phase in ON_STAGE:
        return shots.rest
    if animation.grid > 0.0:
        return _on_grid(shots, ease(animation.grid, *TO_GRID))
    if phase not in (Phase.LIFT, Phase.LAND) or animation.turn >= 1.0:
        return shots.unrolled
    return (
        shots.rest if animation.room <= 0.0 and animation.turn <= 0.0 else _flight(shots, animation)
    )


def _flight(shots: Shots, animation: AnimationState) -> Camera:
    """Between rest and bench: whatever moves is in the picture, and the stage while it is seen.

    Two cameras with the present angles, one that shows all and one that shows what moves.
    """
    model, size = shots.model, (shots.width, shots.height)
    turn, unrolled = animation.turn, staging_of(model).place(model)
    angles = blend(shots.rest, shots.unrolled, turn)
    copied = copy_shift(model, animation) is not None  # a map is shown in front of the output
    if turn <= 0.0:
        return nearer(shots.rest, _over(shots, copied), animation.room)
    stage = _stage(model, copied)
    around = corners(*_extent(*staging_of(model).carried(model, animation)))
    goal, near = _whole(unrolled), np.float32(ease(turn, *ARRIVING))
    coming = np.concatenate((around, around, around))
    moving = np.concatenate((around, coming + (goal - coming) * near))
    wide = fit(angles, np.concatenate((stage, moving)), *size, _flying_margins(*size))
    tight, full = _tight_margins(unrolled, *size), _unrolled_margins(unrolled, *size)
    margins = [a + (b - a) * float(near) for a, b in zip(tight, full, strict=True)]
    close = fit(angles, moving, *size, (margins[0], margins[1], margins[2], margins[3]))
    return nearer(wide, close, ease(turn, *CLOSING))


def _on_grid(shots: Shots, out: float) -> Camera:
    """Before the first channel's products, and on the way there: the rows stay, as they go."""
    size, grid = (shots.width, shots.height), grid_of(shots.model)
    front = replace(shots.unrolled, yaw=GRID_YAW, pitch=GRID_TILT)
    angles, unrolled = blend(shots.unrolled, front, out), unrolled_of(shots.model)
    title, _ = sizes(*size)
    margins = (size[0] * SIDE, title * OVER_GRID, size[0] * SIDE, title * UNDER_GRID)
    rows = fit(angles, _whole(unrolled), *size, _unrolled_margins(unrolled, *size))
    cells = fit(angles, corners(*_extent(grid.low, grid.high)), *size, margins)
    return nearer(rows, cells, out)


def _flying_margins(width: float, height: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = _margins(width, height, FLYING)
    title, _ = sizes(width, height)
    return left, max(top, title * NAME), right, max(bottom, title * NAME)


def _tight_margins(
    unrolled: UnrolledRows | Place, width: float, height: float
) -> tuple[float, float, float, float]:
    """Around what flies close to the viewer: only its name stands beside it, or over it."""
    title, small = sizes(width, height)
    if isinstance(unrolled, UnrolledRows):
        return small * LONGEST * 0.9, title * 0.5, width * SIDE * 0.5, title
    return width * SIDE, title * 2.2, width * SIDE, title * 0.6


def _stage(model: StageModel, copied: bool) -> Floats:
    """Corners of what is seen of the stage."""
    points = content(model.layout)
    return np.concatenate((points, copies(model.layout))) if copied else points


@lru_cache(maxsize=2)
def _over(shots: Shots, copied: bool) -> Camera:
    """The resting view with room for what has risen above the stage, and for what comes down."""
    model, size, story = shots.model, (shots.width, shots.height), shots.model.storyboard
    lift, land = story.first_of(Phase.LIFT), story.first_of(Phase.LAND)
    assert lift is not None and land is not None
    points = [_stage(model, copied)]
    for beat, share in ((lift, BETWEEN_WAYS), (land, BACK), (land, BACK * 0.75)):
        now = replace(moment_at(story, beat.start + share * beat.duration), up=1.0, turn=0.0)
        points.append(corners(*_extent(*staging_of(model).carried(model, now))))
    return fit(shots.rest, np.concatenate(points), *size, _flying_margins(*size))


def _extent(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    return low, high - low
