"""frame(): the picture of a snapshot at one playback moment in one viewport."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from convviz.model.record import outputs_reading
from convviz.scene.alone import alone_labels, alone_scene
from convviz.scene.camera import Camera, blend, project
from convviz.scene.captions import wanted_labels
from convviz.scene.cast import Cast
from convviz.scene.labels import Mask, Measure, Say, place_labels, silhouettes
from convviz.scene.labels import hull as outer
from convviz.scene.moment import Moment, ease, moment
from convviz.scene.outlines import lines_of, no_thicker_than_cells, reader_lines
from convviz.scene.primitives import Lines, PlacedLabel, Scene
from convviz.scene.shots import bench_seen, shots_of, story_camera
from convviz.scene.story import Cuts, boxes_of
from convviz.state.resolved import Resolved, Stage
from convviz.state.view import Playback, ViewOptions


@dataclass(frozen=True, eq=False)
class Viewport:
    """Where the picture is shown.

    Attributes
    ----------
    width, height : float
        Logical pixels.
    say : callable
        (key, numbers) -> spans.
    measure : callable
        (spans, points, weight) -> (width, height) in logical pixels.
    least_type : float
        Logical pixels: no label is set smaller.
    """

    width: float
    height: float
    say: Say
    measure: Measure
    least_type: float = 0.0


@dataclass(frozen=True)
class Reframing:
    """A short move of the camera from where it was; `share` 0..1 of it is over."""

    start: Camera
    share: float


def camera_of(cast: Cast, now: Moment, view: ViewOptions, width: float, height: float) -> Camera:
    """The camera: the user's once it was moved, else the story's."""
    if view.camera is not None:
        return view.camera
    shots = shots_of(cast, width, height, view.orthographic)
    return story_camera(shots, now) if now.started else shots.rest


def frame(
    resolved: Resolved,
    playback: Playback,
    viewport: Viewport,
    transition: Reframing | None = None,
    moving: bool = False,
) -> Scene:
    """The stage at a playback moment.

    Parameters
    ----------
    transition : Reframing or None
        Exports pass none.
    moving : bool
        Something is moving, so that renderers may do without multisampling.
    """
    width, height, theme = viewport.width, viewport.height, resolved.settings.theme
    stage = resolved.stage
    if resolved.alone is not None:
        made = alone_scene(resolved.alone, width, height, theme, resolved.settings.palette)
        mask = Mask(width, height)
        for hull in silhouettes(made.boxes, made.camera, width, height).values():
            mask.stamp(hull)
        wanted = alone_labels(resolved.alone, made, viewport.least_type, viewport.measure)
        labels = place_labels(wanted, mask, viewport.say, viewport.measure)
        return replace(made, labels=labels, moving=moving)
    if stage is None or stage.cast is None:
        return Scene(Camera(), width, height, theme)
    cast = stage.cast
    now = moment(stage.storyboard, playback.time, playback.playing)
    view = resolved.view
    camera = camera_of(cast, now, view, width, height)
    if transition is not None:
        camera = blend(transition.start, camera, ease(transition.share))
    cuts = Cuts(view.cut_row, view.cut_column, view.cut_channel, view.glass)
    own = view.camera is not None
    kept = own and not bench_seen(cast, camera, width, height)
    boxes = boxes_of(cast, now, cuts, kept)
    lines = lines_of(cast, now, kept)
    if kept or now.away <= 0.0:
        lines += _readers(resolved, stage)
    lines = no_thicker_than_cells(lines, cast, camera, height)
    scene = Scene(
        camera, width, height, theme, boxes, lines, (), moving, palette=resolved.settings.palette
    )
    if transition is not None and 0.0 < transition.share < 1.0:
        return scene  # labels would jump about during the move
    return replace(scene, labels=_labels(cast, now, scene, viewport))


def _readers(resolved: Resolved, stage: Stage) -> tuple[Lines, ...]:
    """Outlines of the input cell asked about and of the output positions that read it."""
    cell = stage.selection.reader
    if cell is None or stage.cast is None:
        return ()
    rows, columns = outputs_reading(resolved.document.network, stage.node, *cell)
    return reader_lines(stage.cast, cell, tuple(rows), tuple(columns))


def _stamp_lines(mask: Mask, record: Lines, scene: Scene) -> None:
    """Keep labels off lines, as thin quads."""
    ends = [
        project(scene.camera, scene.width, scene.height, points)[:, :2]
        for points in (record.start, record.end)
    ]
    for a, b in zip(*ends, strict=True):
        along = (b - a) / (float(np.hypot(*(b - a))) or 1.0)
        side = np.array([-along[1], along[0]]) * record.width
        mask.stamp(outer(np.array([a + side, b + side, b - side, a - side])))


def _labels(cast: Cast, now: Moment, scene: Scene, viewport: Viewport) -> tuple[PlacedLabel, ...]:
    hulls = silhouettes(scene.boxes, scene.camera, scene.width, scene.height)
    size = (scene.width, scene.height)
    least, measure = viewport.least_type, viewport.measure
    wanted = wanted_labels(cast, now, scene.camera, *size, hulls, least, measure)
    if not wanted:
        return ()
    mask = Mask(scene.width, scene.height)
    for hull in hulls.values():
        mask.stamp(hull)
    for record in scene.lines:
        if record.id == "joins":
            _stamp_lines(mask, record, scene)
    return place_labels(wanted, mask, viewport.say, viewport.measure)
