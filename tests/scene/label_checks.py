"""What is asked of labels that are placed."""

from __future__ import annotations

import numpy as np

from convviz.scene.camera import project
from convviz.scene.labels import hull
from convviz.scene.layout import corners

from .polygons import rectangle, shared_area


def box(label):
    return rectangle(label.x, label.y, label.width, label.height)


def assert_clear(labels, polygons, width, height):
    """No label without a plate covers a silhouette, another such label or the border."""
    clear = [label for label in labels if label.plate == 0.0]
    for label in clear:
        assert label.x >= 0 and label.y >= 0, label.id
        assert label.x + label.width <= width and label.y + label.height <= height, label.id
        for name, polygon in polygons:
            assert shared_area(box(label), polygon) < 1e-6, (label.id, name)
    for i, first in enumerate(clear):
        for second in clear[i + 1 :]:
            assert shared_area(box(first), box(second)) < 1e-6, (first.id, second.id)


def silhouettes_of(scene):
    """The outline of every single box on the screen, from its corners."""
    found = []
    for record in scene.boxes:
        shot = project(scene.camera, scene.width, scene.height, corners(record.low, record.size))
        for i in np.flatnonzero(record.opacity > 0.0):
            part = shot[8 * i : 8 * i + 8]
            if scene.camera.orthographic or (part[:, 2] > 0.0).all():
                found.append((record.id, hull(part[:, :2])))
    return found


def outside(polygon, points):
    """How far the farthest point lies outside of a polygon, in pixels."""
    following = np.roll(polygon, -1, axis=0)
    edge = following - polygon
    length = np.maximum(np.hypot(*edge.T), 1e-12)
    away = points[:, None] - polygon[None]
    across = (edge[:, 1] * away[..., 0] - edge[:, 0] * away[..., 1]) / length
    return float(across.max())
