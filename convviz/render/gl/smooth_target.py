"""The stage's own multisampled framebuffer, used while nothing moves."""

from __future__ import annotations

from OpenGL import GL
from PySide6.QtCore import QSize
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

from convviz.render.gl.device import Device

SAMPLES = 4

Region = tuple[int, int, int, int]  # left, bottom, right, top in device pixels


class SmoothTarget:
    """A framebuffer with several samples per pixel, kept allocated while the size stays."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._buffer: QOpenGLFramebufferObject | None = None
        self.allocations = 0
        device.owns(self)

    def bind(self, width: int, height: int, region: Region) -> None:
        """Draw into a region of it from now on."""
        size = QSize(width, height)
        if self._buffer is None or self._buffer.size() != size:
            self._buffer = None  # the old one goes before the new one comes
            wanted = QOpenGLFramebufferObjectFormat()
            wanted.setSamples(SAMPLES)
            wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
            self._buffer = QOpenGLFramebufferObject(size, wanted)
            self.allocations += 1
        self._buffer.bind()
        left, bottom, right, top = region
        self._device.gl.glEnable(GL.GL_SCISSOR_TEST)
        self._device.gl.glScissor(left, bottom, right - left, top - bottom)

    def resolve(self, target: int, region: Region) -> None:
        """Average the samples of a region into framebuffer `target`, bound afterwards."""
        assert self._buffer is not None
        gl = self._device.gl
        gl.glDisable(GL.GL_SCISSOR_TEST)
        gl.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, self._buffer.handle())
        gl.glBindFramebuffer(GL.GL_DRAW_FRAMEBUFFER, target)
        gl.glBlitFramebuffer(*region, *region, GL.GL_COLOR_BUFFER_BIT, GL.GL_NEAREST)
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, target)

    def release(self) -> None:
        """Free it; the context must be current."""
        self._buffer = None
