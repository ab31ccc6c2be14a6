"""The stage's background: a faint vertical gradient."""

from __future__ import annotations

from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtCore import QSize
from PySide6.QtOpenGL import QOpenGLFramebufferObject

from convviz.render.gl.drawing import Drawing


class BackgroundItem(GLGraphicsItem):
    """Copied from a picture of it, which on software OpenGL costs a tenth of drawing it.

    A copy needs as many samples on either side; so with several samples it is painted, which
    clears the depth, too.
    """

    def __init__(self, painter: Drawing) -> None:
        super().__init__()
        self._painter = painter
        self._picture: QOpenGLFramebufferObject | None = None
        self._shows: tuple[str, int, int] | None = None

    def paint(self) -> None:
        device = self._painter.device
        program = device.program(
            "background", ("stage.glsl", "background.vert"), ("background.frag",)
        )
        self._painter.frame.start(program)
        device.gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3)

    def copy(self, target: int) -> None:
        """Fill framebuffer `target`, which is bound afterwards."""
        frame, gl = self._painter.frame, self._painter.device.gl
        shows = (frame.theme, frame.width, frame.height)
        if self._picture is None or self._shows != shows:
            self._picture = None  # the old one goes before the new one comes
            self._picture = QOpenGLFramebufferObject(QSize(frame.width, frame.height))
            self._picture.bind()
            self._painter.device.owns(self)
            gl.glDisable(GL.GL_DEPTH_TEST)
            gl.glDisable(GL.GL_BLEND)
            self.paint()
            self._shows = shows
        gl.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, self._picture.handle())
        gl.glBindFramebuffer(GL.GL_DRAW_FRAMEBUFFER, target)
        whole = (0, 0, frame.width, frame.height)
        gl.glBlitFramebuffer(*whole, *whole, GL.GL_COLOR_BUFFER_BIT, GL.GL_NEAREST)
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, target)

    def release(self) -> None:
        """Free the picture; the context must be current."""
        self.forget()

    def forget(self) -> None:
        """Drop what belonged to a context that is gone."""
        self._picture, self._shows = None, None
