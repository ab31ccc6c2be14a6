"""The stage's own multisampled framebuffer, used while nothing moves."""

from __future__ import annotations

from OpenGL import GL
from PySide6.QtCore import QSize
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

from convviz.render.gl.device import Device

SAMPLES = 4


class SmoothTarget:
    """A framebuffer with several samples per pixel, kept allocated while the size stays."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._buffer: QOpenGLFramebufferObject | None = None
        self.allocations = 0
        device.owns(self)

    def bind(self, width: int, height: int) -> None:
        """Draw into it from now on."""
        size = QSize(width, height)
        if self._buffer is None or self._buffer.size() != size:
            self._buffer = None  # the old one goes before the new one comes
            wanted = QOpenGLFramebufferObjectFormat()
            wanted.setSamples(SAMPLES)
            wanted.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
            self._buffer = QOpenGLFramebufferObject(size, wanted)
            self.allocations += 1
        self._buffer.bind()

    def resolve(self, target: int) -> None:
        """Average the samples into framebuffer `target`, which is bound afterwards."""
        assert self._buffer is not None
        gl, size = self._device.gl, self._buffer.size()
        gl.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, self._buffer.handle())
        gl.glBindFramebuffer(GL.GL_DRAW_FRAMEBUFFER, target)
        whole = (0, 0, size.width(), size.height())
        gl.glBlitFramebuffer(*whole, *whole, GL.GL_COLOR_BUFFER_BIT, GL.GL_NEAREST)
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, target)

    def release(self) -> None:
        """Free it; the context must be current."""
        self._buffer = None
