"""frame(): the picture of a snapshot at one playback moment in one viewport."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from convviz.model.record import outputs_reading
from convviz.scene.alone import alone_labels, alone_scene
from convviz.scene.animation import AnimationState, ease, without_flights
from convviz.scene.camera import Camera, blend, project
from convviz.scene.captions import wanted_labels
from convviz.scene.depth_scale import Common
from convviz.scene.labels import Mask, Measure, Rect, Say, place_labels, silhouettes
from convviz.scene.labels import hull as outer
from convviz.scene.offset import Content, Offset, Turns, turned_in_view, turns_of, with_offset
from convviz.scene.outlines import lines_of, no_thicker_than_cells, reader_lines
from convviz.scene.primitives import Boxes, Lines, PlacedLabel, Scene
from convviz.scene.shots import shots_of, story_camera
from convviz.scene.stage_model import StageModel
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.unrolled_kinds import staging_of
from convviz.state.resolved import Resolved, Stage
from convviz.state.shared_scale import in_common
from convviz.state.view import Playback, ViewOptions
from convviz.state.workspace import Pane


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
    taken : (x, y, width, height) or None
        Where something else stands over the picture: labels keep off it.
    """

    width: float
    height: float
    say: Say
    measure: Measure
    least_type: float = 0.0
    taken: Rect | None = None


@dataclass(frozen=True)
class Reframing:
    """A short move of the camera from where it was; `share` 0..1 of it is over."""

    start: Camera
    share: float


@dataclass(frozen=True, eq=False)
class Sight:
    """What the story's camera sees at a moment, from which the user's offset is measured.

    Attributes
    ----------
    camera : Camera
        The story's.
    turns : Turns
        How far it may be turned.
    boxes : tuple of Boxes
    width, height : float
        Logical pixels.
    """

    camera: Camera
    turns: Turns
    boxes: tuple[Boxes, ...]
    width: float
    height: float

    def content(self, offset: Offset) -> Content:
        """What is in view, turned by an offset but not yet moved and zoomed."""
        return Content(self.boxes, self.turned(offset), self.width, self.height)

    def turned(self, offset: Offset) -> Camera:
        """The camera with the turn of an offset, from as far as that needs."""
        return turned_in_view(self.camera, offset, self.turns, self.boxes, self.width, self.height)

    def seen(self, offset: Offset) -> Camera:
        """The camera with the user's offset, as far as that keeps the content in view."""
        return with_offset(self.camera, offset, self.turns, self.boxes, self.width, self.height)


def moment_of(stage: Stage, playback: Playback, reduced_motion: bool) -> AnimationState:
    """What the stage shows at a playback moment."""
    now = stage.animation_at(playback)
    return without_flights(stage.storyboard, now) if reduced_motion else now


def story_view(
    model: StageModel,
    now: AnimationState,
    view: ViewOptions,
    width: float,
    height: float,
    transition: Reframing | None = None,
) -> Camera:
    """The story's camera at a moment, in the middle of a short move too."""
    shots = shots_of(model, width, height, view.orthographic, view.named)
    camera = story_camera(shots, now) if now.started else shots.rest
    if transition is None:
        return camera
    return blend(transition.start, camera, ease(transition.share))


def sight_of(
    model: StageModel,
    now: AnimationState,
    view: ViewOptions,
    width: float,
    height: float,
    transition: Reframing | None = None,
) -> Sight:
    """What that camera sees, and how far the user may turn it."""
    camera = story_view(model, now, view, width, height, transition)
    rest = shots_of(model, width, height, view.orthographic, view.named).rest
    rows = staging_of(model).place(model)
    # The first channel's grids are seen from where the story's camera goes for them.
    angles = (camera.yaw, camera.pitch) if now.grid > 0.0 else (rows.yaw, rows.tilt)
    turns = turns_of(rest, *angles, now.rise if now.started else 0.0)
    cuts = Cuts(view.cut_row, view.cut_column, view.cut_channel, view.glass)
    return Sight(camera, turns, boxes_of(model, now, cuts), width, height)


def sight_now(
    resolved: Resolved | None,
    pane: Pane,
    common: Common,
    size: tuple[float, float],
    transition: Reframing | None = None,
) -> Sight | None:
    """What the story's camera sees of a pane; None without a stage."""
    stage = None if resolved is None else resolved.stage
    if resolved is None or stage is None or stage.model is None:
        return None
    now = moment_of(stage, pane.playback, resolved.settings.reduced_motion)
    model = in_common(stage.model, common, resolved.apart)
    return sight_of(model, now, pane.view, *size, transition)


def frame(
    resolved: Resolved,
    pane: Pane,
    common: Common,
    viewport: Viewport,
    transition: Reframing | None = None,
    moving: bool = False,
) -> Scene:
    """The stage of a pane in one viewport: at its playback moment, from where its view looks.

    The same snapshot can be drawn in several viewports, one after the other.

    Parameters
    ----------
    resolved : Resolved
        The snapshot of the pane.
    common : Common
        What the open panes share; see `common_between`.
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
    if stage is None or stage.model is None:
        return Scene(Camera(), width, height, theme)
    model = in_common(stage.model, common, resolved.apart)
    now = moment_of(stage, pane.playback, resolved.settings.reduced_motion)
    view = pane.view
    sight = sight_of(model, now, view, width, height, transition)
    camera = sight.seen(view.offset)
    lines = lines_of(model, now)
    if now.away <= 0.0:
        lines += _readers(resolved, stage, model)
    lines = no_thicker_than_cells(lines, model, camera, height)
    look = resolved.settings.palette
    scene = Scene(camera, width, height, theme, sight.boxes, lines, (), moving, palette=look)
    if transition is not None and 0.0 < transition.share < 1.0:
        return scene  # labels would jump about during the move
    return replace(scene, labels=_labels(model, now, scene, viewport))


def _readers(resolved: Resolved, stage: Stage, model: StageModel) -> tuple[Lines, ...]:
    """Outlines of the input cell asked about and of the output positions that read it."""
    cell = stage.selection.reader
    if cell is None:
        return ()
    rows, columns = outputs_reading(resolved.document.network, stage.node, *cell, stage.elementwise)
    return reader_lines(model, cell, tuple(rows), tuple(columns))


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


def _labels(
    model: StageModel, now: AnimationState, scene: Scene, viewport: Viewport
) -> tuple[PlacedLabel, ...]:
    hulls = silhouettes(scene.boxes, scene.camera, scene.width, scene.height)
    size = (scene.width, scene.height)
    least, measure = viewport.least_type, viewport.measure
    wanted = wanted_labels(model, now, scene.camera, *size, hulls, least, measure)
    if not wanted:
        return ()
    mask = Mask(scene.width, scene.height)
    for hull in hulls.values():
        mask.stamp(hull)
    for record in scene.lines:
        if record.id == "joins":
            _stamp_lines(mask, record, scene)
    if viewport.taken is not None:
        x, y, w, h = viewport.taken
        mask.stamp(np.array([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]))
    return place_labels(wanted, mask, viewport.say, viewport.measure)
