"""The stage's background, drawn where no box is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem

if TYPE_CHECKING:
    from convviz.render.gl.painter import Painter


class BackgroundItem(GLGraphicsItem):
    """A faint vertical gradient at the far end of the depth range."""

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self._painter = painter

    def paint(self) -> None:
        device = self._painter.device
        program = device.program(
            "background", ("stage.glsl", "background.vert"), ("background.frag",))
        self._painter.frame.start(program)
        device.gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3)
