"""What every item needs to know about the picture being painted, worked out once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QMatrix4x4, QVector2D, QVector3D, QVector4D

from convviz.render.gl.device import Program
from convviz.scene import palette
from convviz.scene.camera import Camera, axes, eye, projection_matrix, view_matrix
from convviz.scene.palette import Role
from convviz.scene.themes import Look


@dataclass(frozen=True, eq=False)
class Frame:
    """One picture: where it is seen from, how large it is, in which theme.

    Attributes
    ----------
    width, height : int
        Device pixels.
    ratio : float
        Device pixels per logical pixel.
    projection, view : (4, 4) float64
        Eye to clip space, and world to eye space.
    matrix : (4, 4) float64
        World to clip space.
    clip : QMatrix4x4
        The same for the shaders.
    eye : (4,) float64
        World position with w = 1, or with w = 0 the direction towards the eye.
    towards : float
        Shift of clip z that brings a point nearer by the size of one device pixel there.
    """

    camera: Camera
    width: int
    height: int
    ratio: float
    look: Look
    projection: NDArray[np.float64]
    view: NDArray[np.float64]
    matrix: NDArray[np.float64]
    clip: QMatrix4x4
    eye: NDArray[np.float64]
    towards: float

    @property
    def theme(self) -> str:
        """Of the look."""
        return self.look.theme

    def start(self, program: Program) -> None:
        """Bind `program` and give it what is the same for the whole picture."""
        program.bind()
        program.set(
            uClip=self.clip,
            uEye=QVector4D(*self.eye.tolist()),
            uViewport=QVector2D(self.width, self.height),
            uTop=colour_vector(self.theme, Role.STAGE_TOP),
            uBottom=colour_vector(self.theme, Role.STAGE_BOTTOM),
        )


def qt_matrix(matrix: NDArray[np.float64]) -> QMatrix4x4:
    """A (4, 4) matrix as Qt takes it."""
    return QMatrix4x4(*matrix.ravel().tolist())


@lru_cache(maxsize=128)
def colour_vector(theme: str, role: Role) -> QVector3D:
    """A colour of the palette as a shader takes it."""
    return QVector3D(*palette.colour(theme, role))


def make_frame(camera: Camera, look: Look, width: int, height: int, ratio: float) -> Frame:
    """The frame of a picture `width` by `height` device pixels."""
    projection = projection_matrix(camera, width, height)
    view = view_matrix(camera)
    matrix = projection @ view
    pixel = 2.0 * math.tan(math.radians(camera.field) / 2.0) / max(height, 1)
    if camera.orthographic:
        forward = axes(camera)[2]
        seen_from = np.append(-forward, 0.0)
        towards = abs(projection[2, 2]) * camera.distance * pixel
    else:
        seen_from = np.append(eye(camera), 1.0)
        # d(clip z) of a move along the line of sight is constant: |2fn / (f - n)| per share.
        towards = abs(projection[2, 3]) * pixel
    return Frame(
        camera,
        width,
        height,
        ratio,
        look,
        projection,
        view,
        matrix,
        qt_matrix(matrix),
        seen_from,
        towards,
    )
