"""The pen that collects the labels of one picture: type sizes, places, directions."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from convviz.scene.camera import Camera, project
from convviz.scene.labels import AROUND, Measure, Wanted
from convviz.scene.layout import Floats
from convviz.scene.primitives import Span

ABOVE = ((0.0, -1.0), (-0.35, -1.0), (0.35, -1.0), (0.0, 1.0), (-1.0, -1.0), (1.0, -1.0))
GROWING = ((1.0, -1.0), (-1.0, -1.0), *ABOVE)  # what is written on keeps where it begins
BELOW = ((0.0, 1.0), (-0.35, 1.0), (0.35, 1.0), (0.0, -1.0))
FLOOR = tuple((-1.0 - 0.5 * step, -1.0) for step in range(17))  # leftwards along the lower border
LEFT = ((-1.0, 0.0), (-1.0, -0.6), (-1.0, 0.6), (0.0, -1.0))
RIGHT = ((1.0, 0.0), (1.0, -0.6), (1.0, 0.6), (0.0, -1.0))

DIGIT, LINE = 0.6, 1.2  # width of a digit and height of a line, in type sizes

Hulls = dict[str, NDArray[np.float64]]


def sizes(width: float, height: float, least: float = 0.0) -> tuple[float, float]:
    """Type sizes in logical pixels of titles and of smaller labels, by the picture's size."""
    scale = min(width / 1000.0, height / 560.0)
    title = min(max(19.0 * scale, 16.0), 34.0)
    return max(title, least * 1.15), max(title * 0.85, 15.0, least)


class LabelCollector:
    """Collects wanted labels of one picture; knows how to come from the world to the screen."""

    def __init__(
        self,
        camera: Camera,
        width: float,
        height: float,
        hulls: Hulls,
        least: float = 0.0,
        measure: Measure | None = None,
    ) -> None:
        self.camera, self.width, self.height, self.hulls = camera, width, height, hulls
        self.least = least
        self.title, self.small = sizes(width, height, least)
        # A digit of the smaller labels as it is set, in logical pixels.
        self.digit, self.line = self.small * DIGIT, self.small * LINE
        if measure is not None:
            self.digit, self.line = measure((Span("0"),), self.small, 500)
        self.wanted: list[Wanted] = []

    def at(self, point: Floats) -> tuple[float, float]:
        """Screen position of a world point."""
        shot = project(self.camera, self.width, self.height, point[None])[0]
        return float(shot[0]), float(shot[1])

    def add(
        self,
        id: str,
        numbers: dict[str, object],
        anchor: tuple[float, float],
        towards: tuple[tuple[float, float], ...],
        small: bool = True,
        priority: int = 5,
        key: str | None = None,
        must: bool = False,
        pinned: bool = False,
        brief: bool = False,
        scale: float = 1.0,
        fixed: bool = False,
    ) -> None:
        """Want a label whose words have the key ``stage.<id>`` unless `key` says otherwise.

        With `brief` there are fewer words, too, for where there is little room; `scale` enlarges
        the letters.
        """
        points = (self.small if small else self.title) * scale
        self.wanted.append(
            Wanted(
                id,
                f"stage.{key or id}",
                numbers,
                anchor,
                towards,
                points,
                priority,
                600 if not small else 500,
                must=must,
                pinned=pinned,
                fixed=fixed,
                brief=f"stage.{key or id}-brief" if brief else None,
            )
        )

    def over(
        self,
        record: str,
        id: str,
        numbers: dict[str, object],
        priority: int,
        key: str | None = None,
    ) -> None:
        """Want a title over the silhouette of a record, or under it; short of room, a brief one."""
        shape = self.hulls.get(record)
        if shape is None or len(shape) == 0:
            return
        low, high = shape.min(axis=0), shape.max(axis=0)
        middle = float((low[0] + high[0]) / 2)
        anchor = middle, float(low[1])
        self.add(id, numbers, anchor, ABOVE, False, priority, key, must=True, brief=True)

    def under(
        self, record: str, numbers: dict[str, object], priority: int, key: str | None = None
    ) -> None:
        """Want a title under the silhouette of a record, whose id it has."""
        shape = self.hulls.get(record)
        if shape is None or len(shape) == 0:
            return
        low, high = shape.min(axis=0), shape.max(axis=0)
        anchor = (float((low[0] + high[0]) / 2), float(high[1]))
        self.add(record, numbers, anchor, BELOW, False, priority, key, must=True, brief=True)

    def along(
        self,
        id: str,
        numbers: dict[str, object],
        a: Floats,
        b: Floats,
        record: str,
        priority: int = 6,
    ) -> None:
        """Want a label beside the edge a–b of a record, on the side away from its middle."""
        shape = self.hulls.get(record)
        if shape is None or len(shape) == 0:
            return
        ax, ay = self.at(a)
        bx, by = self.at(b)
        middle = ((ax + bx) / 2, (ay + by) / 2)
        length = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = (by - ay) / length, -(bx - ax) / length
        centre = shape.mean(axis=0)
        if (centre[0] - middle[0]) * nx + (centre[1] - middle[1]) * ny > 0:
            nx, ny = -nx, -ny
        self.add(id, numbers, middle, ((nx, ny), *AROUND), priority=priority)
