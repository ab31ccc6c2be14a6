"""What lies under a point of the screen: ray and box arithmetic, never a GL read-back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.scene.camera import Vector, ray
from convviz.scene.order import Face
from convviz.scene.primitives import Boxes, Scene

GLASS_BELOW = 0.5


@dataclass(frozen=True)
class Hit:
    """The first cell that the line of sight meets.

    Attributes
    ----------
    boxes_id : str
        Id of the `Boxes` record.
    box : int
        Which of its boxes.
    cell : (x, y, z)
        Column, row and channel in the array that the box cuts from.
    index : int
        Flat index of the cell in the record's `values` (also where it has none).
    face : Face
    point : (x, y, z)
        World point on the face.
    distance : float
        World units from the start of the line of sight.
    """

    boxes_id: str
    box: int
    cell: tuple[int, int, int]
    index: int
    face: Face
    point: Vector
    distance: float


def pick(scene: Scene, x: float, y: float, ignore: Collection[str] = ()) -> Hit | None:
    """The nearest opaque cell under a point of the screen.

    Parameters
    ----------
    x, y : float
        Logical pixels from the top left.
    ignore : ids
        Records that are looked through, as glass boxes (opacity < 0.5) always are.
    """
    origin, direction = ray(scene.camera, scene.width, scene.height, x, y)
    best: tuple[float, Boxes, int, int] | None = None
    for boxes in scene.boxes:
        if boxes.id in ignore or not len(boxes.low):
            continue
        distance, axis = _entries(boxes, origin, direction)
        nearest = int(np.argmin(distance))
        if np.isfinite(distance[nearest]) and (best is None or distance[nearest] < best[0]):
            best = float(distance[nearest]), boxes, nearest, int(axis[nearest])
    if best is None:
        return None
    return _hit(*best, origin, direction)


def _entries(
    boxes: Boxes, origin: NDArray[np.float64], direction: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Distance to where the ray enters each box (inf: it does not), and through which axis.

    The slab method (Kay & Kajiya 1986, "Ray tracing complex scenes").
    """
    low = boxes.low.astype(np.float64)
    high = low + boxes.size
    along = np.where(np.abs(direction) < 1e-12, 1e-12, direction)
    first, second = (low - origin) / along, (high - origin) / along
    enter, leave = np.minimum(first, second), np.maximum(first, second)
    axis = np.argmax(enter, axis=1)
    distance = enter.max(axis=1)
    met = (distance <= leave.min(axis=1)) & (distance > 0.0) & (boxes.opacity >= GLASS_BELOW)
    return np.where(met, distance, np.inf), axis


def _hit(
    distance: float,
    boxes: Boxes,
    box: int,
    axis: int,
    origin: NDArray[np.float64],
    direction: NDArray[np.float64],
) -> Hit:
    high = bool(direction[axis] < 0.0)
    point = origin + direction * distance
    low, size = boxes.low[box].astype(np.float64), boxes.size[box].astype(np.float64)
    count = boxes.count[box].astype(np.int64)
    local = np.floor((point - low) / np.maximum(size, 1e-12) * count).astype(np.int64)
    local = np.clip(local, 0, count - 1)
    local[axis] = count[axis] - 1 if high else 0
    cell = boxes.first[box] + local
    index = int(boxes.offset[box]) + int(cell @ np.asarray(boxes.stride, dtype=np.int64))
    return Hit(
        boxes_id=boxes.id,
        box=box,
        cell=(int(cell[0]), int(cell[1]), int(cell[2])),
        index=index,
        face=Face(2 * axis + int(high)),
        point=(float(point[0]), float(point[1]), float(point[2])),
        distance=distance,
    )
