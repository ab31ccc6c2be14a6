"""No moment is cut, empty, unnamed or hidden: every story of every document, at 60 times.

A fixed 1 in 20 is looked at every time; ``CONVVIZ_EVERY_MOMENT=1 python -m pytest
tests/scene/test_every_moment.py`` looks at all of them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pytest

from convviz.model.documents import DOCUMENTS
from convviz.scene.animation import animation_at
from convviz.scene.camera import eye, project
from convviz.scene.labels import hull
from convviz.scene.layout import corners
from convviz.scene.palette import Role
from convviz.scene.timeline import ON_STAGE, Phase
from convviz.state.edits import open_document
from convviz.state.frame import Viewport
from convviz.state.view import Playback, Selection

from .label_checks import box
from .polygons import shared_area
from .staged import frame, measure, say, shown, source_values

EVERY = bool(os.environ.get("CONVVIZ_EVERY_MOMENT"))
STEP = 1 if EVERY else 20
TIMES = 60
# The stage of a window of 1280×800 and of 1024×640, and of F11 on 1920×1080 and 1024×768, with
# the smallest letters there: logical pixels, as the real window gives them.
SIZES = ((940.0, 421.0, 0.0), (697.0, 293.0, 0.0), (1920.0, 777.0, 28.0), (1024.0, 548.0, 20.0))
SEEN = 0.3  # opacity from which a thing counts as being looked at
GHOST = 0.15  # and from which it takes room
LEAST = 0.3  # share of the stage that its content takes
CLOSING_IN = (
    0.18  # the same while, for tenths of a second, the camera closes in on a window or grids
)
COVERED = 0.02  # share of what is explained that may lie behind something else
SLACK = 1.0  # logical pixels
STAGE = ("input", "filters", "output", "padding", "input-picture", "output-picture")
TAKEN_FROM = ("input", "input-picture", "padding", "filters")
NAMES = ("row-", "product", "sum", "work-", "grid-")  # labels of what is explained
EXPLAINED = ("bench-", "card-", "grid-", "work-")
SUMS = (Phase.CHANNEL, Phase.BIAS, Phase.ACTIVATION)


@dataclass(frozen=True)
class Look:
    """One frame with what it is of."""

    resolved: object
    now: object
    scene: object
    hulls: tuple  # (record, index, opacity, hull) of every box


@lru_cache(maxsize=64)
def staged(document_id, layer):
    """A stage as the app opens it, with a cell off the middle."""
    document = replace(open_document(document_id), selected=layer)
    first = shown(document)
    _, height, width = first.stage.output_shape
    return shown(document, Selection(0, int(height * 0.45), int(width * 0.55)))


def stages():
    """Every stage of every document."""
    for name in DOCUMENTS:
        document = open_document(name)
        for group in shown(document).groups:
            yield name, group[0] if isinstance(group, tuple) else group.node


def look(resolved, time, width, height, least):
    scene = frame(resolved, Playback(time, True), Viewport(width, height, say, measure, least))
    now = animation_at(resolved.stage.storyboard, time, True)
    found = []
    for record in scene.boxes:
        if not len(record.low):
            continue
        shot = project(scene.camera, width, height, corners(record.low, record.size))
        shot = shot.reshape(-1, 8, 3)
        for index, (part, opacity) in enumerate(zip(shot, record.opacity, strict=True)):
            found.append((record.id, index, float(opacity), hull(part[:, :2])))
    return Look(resolved, now, scene, tuple(found))


# ---- what is asked of a frame ------------------------------------------------------------------
def cut(seen):
    """What can be seen but not whole, or is outlined outside of the picture."""
    scene = seen.scene
    for name, _, opacity, shape in seen.hulls:
        if opacity >= SEEN and not inside(shape, scene):
            yield f"{name} is cut"
    for each in scene.lines:
        if each.role is Role.ACTIVE and each.alpha >= SEEN and len(each.start):
            ends = np.concatenate([each.start, each.end])
            shot = project(scene.camera, scene.width, scene.height, ends)[:, :2]
            if not inside(shot, scene):
                yield f"outline {each.id} is cut"


def inside(points, scene):
    low, high = points.min(axis=0), points.max(axis=0)
    fits = (low >= -SLACK).all() and high[0] <= scene.width + SLACK
    return fits and high[1] <= scene.height + SLACK


def empty(seen):
    """That the content takes too little of the stage.

    It takes the hull of all that is explained with its names and numbers, the box around each
    volume, and the labels.
    """
    scene, step = seen.scene, 6.0
    x = np.arange(step / 2, scene.width, step)
    y = np.arange(step / 2, scene.height, step)
    taken = np.zeros((len(y), len(x)), dtype=bool)
    found: dict[str, list] = {}
    for name, _, opacity, shape in seen.hulls:
        if opacity >= GHOST:
            group = "explained" if name.startswith(EXPLAINED) else name
            found.setdefault(group, []).append(shape)
    for each in scene.lines:
        if each.id.startswith(EXPLAINED) and each.alpha >= GHOST and len(each.start):
            ends = np.concatenate([each.start, each.end])
            shot = project(scene.camera, scene.width, scene.height, ends)[:, :2]
            found.setdefault("explained", []).append(shot)
    for label in scene.labels:
        if label.id.startswith(NAMES) and label.alpha >= SEEN and "explained" in found:
            found["explained"].append(box(label))
    for name, shapes in found.items():
        points = np.concatenate(shapes)
        (ax, ay), (bx, by) = points.min(axis=0), points.max(axis=0)
        if name != "explained":
            taken[np.ix_((y >= ay) & (y <= by), (x >= ax) & (x <= bx))] = True
            continue
        outer = hull(points)
        held = np.ones(taken.shape, dtype=bool)
        for (px, py), (qx, qy) in zip(outer, np.roll(outer, -1, axis=0), strict=True):
            held &= (qx - px) * (y[:, None] - py) - (qy - py) * (x[None] - px) >= 0.0
        taken |= held
    for label in scene.labels:
        across = (x >= label.x) & (x <= label.x + label.width)
        taken[np.ix_((y >= label.y) & (y <= label.y + label.height), across)] = True
    closing = seen.resolved.stage.model.operation is not None and 0.05 < seen.now.turn < 0.45
    closing |= 0.0 < seen.now.grid < 1.0
    if taken.mean() < (CLOSING_IN if closing else LEAST):
        yield f"{1.0 - taken.mean():.0%} is empty"


def unnamed(seen):
    """Labels that belong to the moment and are not there, or not in the picture."""
    scene = seen.scene
    there = {label.id for label in scene.labels if label.alpha >= SEEN}
    for name in sorted(wanted(seen) - there):
        yield f"no label {name}"
    for label in scene.labels:
        if label.x < 0 or label.x + label.width > scene.width + SLACK:
            yield f"label {label.id} is cut"
        if label.y < 0 or label.y + label.height > scene.height + SLACK:
            yield f"label {label.id} is cut"


def wanted(seen):
    """Ids of the labels that this moment must have.

    Titles change places as the lift begins and the landing ends, and the rows' names as the
    camera turns: for these tenths of a second they fade.
    """
    now, stage = seen.now, seen.resolved.stage
    phase, p, summing = now.beat.phase, now.progress, stage.model.operation is None
    least = set()
    resting = not now.started or phase in ON_STAGE
    lifting = phase is Phase.LIFT and (p < 0.08 or (now.up > 0.4 and now.away < 0.05))
    landing = phase is Phase.LAND and (p > 0.7 or (now.room > 0.5 and now.away < 0.05))
    if resting or lifting or landing:
        least |= {"input", "output"} | ({"filters"} if stage.model.layout.plan.filters else set())
    if resting:
        return least
    if phase is Phase.LAND:
        return least | ({"sum"} if now.landed < 1.0 else set())
    risen = now.up >= 0.9 and not 0.3 < now.turn < 0.6
    if not summing:
        return least | ({"work-title"} if now.up >= 0.9 else set())
    if now.grid > 0.0:
        titles = {"grid-input", "grid-weights", "grid-products"}
        return least | (titles if now.grid >= 1.0 else set())
    if risen:
        least |= {"row-column", "row-filter"}
    if phase is Phase.CHANNEL and p > 0.02:
        least.add("product")
    if phase in SUMS and now.summed >= 1.0:
        least.add("sum")
    return least


def covered(seen):
    """What is explained and lies behind a volume or under a label."""
    scene = seen.scene
    explained = [each for each in seen.hulls if each[0].startswith(EXPLAINED) and each[2] >= SEEN]
    volumes = [each for each in seen.hulls if each[0] in STAGE and each[2] >= SEEN]
    leaving = set(TAKEN_FROM) if seen.now.up < 1.0 else set()  # what things are taken from
    volumes = [each for each in volumes if each[0] not in leaving]
    records, place = {record.id: record for record in scene.boxes}, eye(scene.camera)
    for name, index, _, shape in explained:
        for other, number, _, outer in volumes:
            if not near(shape, outer) or not hides(
                records[other], number, records[name], index, place
            ):
                continue
            if shared_area(shape, outer) > COVERED * area(shape):
                yield f"{name} behind {other}"
    for label in scene.labels:
        if label.alpha < SEEN:
            continue
        if label.id == "sum" and seen.now.beat.phase is Phase.LAND:
            continue  # goes with its cube, over what it passes
        rect = box(label)
        for name, _, opacity, shape in seen.hulls:
            if opacity >= SEEN and near(rect, shape) and shared_area(rect, shape) > 1.0:
                yield f"label {label.id} on {name}"
                break


def hides(other, number, record, index, place):
    """Whether a box lies between the eye and another: a plane between them shows it."""
    low, high = other.low[number], other.low[number] + other.size[number]
    own, end = record.low[index], record.low[index] + record.size[index]
    close = 0.02 * float(record.size[index].max())
    before = ((high <= own + close) & (place < own)) | ((low >= end - close) & (place > end))
    after = ((end <= low + close) & (place < low)) | ((own >= high - close) & (place > high))
    return bool(before.any() and not after.any())


def near(one, other):
    """Whether the bounding boxes of two polygons overlap."""
    low, high = (
        np.maximum(one.min(axis=0), other.min(axis=0)),
        np.minimum(one.max(axis=0), other.max(axis=0)),
    )
    return bool((low < high).all())


def area(shape):
    x, y = shape.T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2.0


def faults(document_id, layer, size, step=STEP, first=0):
    """Everything that is wrong at the times of a story: (story time, phase, what)."""
    resolved = staged(document_id, layer)
    story = resolved.stage.storyboard
    end = min(story.duration, story.cell_end + 6.0)
    found = []
    for index in range(first, TIMES, step):
        # Most of them while the cell is told, where things move.
        time = (index + 0.5) / TIMES * end
        seen = look(resolved, time, *size)
        for check in (cut, empty, unnamed, covered):
            for fault in dict.fromkeys(check(seen)):
                found.append((round(time, 3), seen.now.beat.phase.value, fault))
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]:.0f}x{size[1]:.0f}")
@pytest.mark.parametrize(("document_id", "layer"), list(stages()))
def test_every_moment_can_be_printed(document_id, layer, size):
    first = (7 * SIZES.index(size) + 3 * len(layer)) % STEP
    found = faults(document_id, layer, size, first=first)
    assert found == []


@pytest.fixture(autouse=True, scope="module")
def _forget():
    yield
    staged.cache_clear()
    source_values.cache_clear()
