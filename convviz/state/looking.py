"""How intents change the view: orbit, pan, zoom, named views, options."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from convviz.scene.camera import Camera, axes
from convviz.scene.shots import view_camera
from convviz.state.intents import Orbit, Pan, SetOption, SetView, Zoom
from convviz.state.resolved import Stage
from convviz.state.view import ViewOptions

PITCH_RANGE = (-89.0, 89.0)
DISTANCE_RANGE = (2.0, 200_000.0)


def look(
    view: ViewOptions,
    intent: Any,
    camera: Camera | None,
    stage: Stage | None,
    width: float,
    height: float,
) -> ViewOptions:
    """The view after an intent.

    Parameters
    ----------
    camera : Camera or None
        Where the stage is seen from now; None without a stage.
    width, height : float
        Logical pixels of the stage.
    """
    if isinstance(intent, SetOption):
        changed: Any = {intent.name: intent.value}
        if intent.name == "orthographic" and view.camera is not None:
            changed["camera"] = replace(view.camera, orthographic=bool(intent.value))
        return replace(view, **changed)
    if camera is None or stage is None or stage.cast is None:
        return view
    if isinstance(intent, SetView):
        if intent.name == "reset":
            return replace(
                view, camera=None, cut_row=None, cut_column=None, cut_channel=None, apart=0.0
            )
        flat = view.orthographic
        return replace(
            view, camera=view_camera(stage.cast.layout, intent.name, width, height, flat)
        )
    return replace(view, camera=_MOVES[type(intent)](camera, intent, width, height))


def _orbit(camera: Camera, intent: Orbit, width: float, height: float) -> Camera:
    del width, height
    low, high = PITCH_RANGE
    pitch = min(max(camera.pitch + intent.pitch, low), high)
    return replace(camera, yaw=(camera.yaw + intent.yaw + 180.0) % 360.0 - 180.0, pitch=pitch)


def _pan(camera: Camera, intent: Pan, width: float, height: float) -> Camera:
    del width
    return _shifted(camera, -intent.dx, -intent.dy, height)


def _zoom(camera: Camera, intent: Zoom, width: float, height: float) -> Camera:
    low, high = DISTANCE_RANGE
    distance = min(max(camera.distance / intent.factor, low), high)
    factor = camera.distance / distance
    # The point under the pointer keeps its place: the target moves towards it.
    dx, dy = intent.x - width / 2.0, intent.y - height / 2.0
    near = replace(camera, distance=distance)
    return _shifted(near, dx * (factor - 1.0), dy * (factor - 1.0), height)


def _shifted(camera: Camera, dx: float, dy: float, height: float) -> Camera:
    right, down, _ = axes(camera)
    half = math.tan(math.radians(camera.field) / 2.0)
    unit = 2.0 * half * camera.distance / max(height, 1.0)
    x, y, z = np.asarray(camera.target) + (right * dx + down * dy) * unit
    return replace(camera, target=(float(x), float(y), float(z)))


_MOVES: dict[type, Callable[[Camera, Any, float, float], Camera]] = {
    Orbit: _orbit,
    Pan: _pan,
    Zoom: _zoom,
}
LOOKS: tuple[type, ...] = (Orbit, Pan, Zoom, SetView, SetOption)
