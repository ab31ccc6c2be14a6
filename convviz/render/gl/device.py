"""What one OpenGL context holds: functions, programs, buffers and textures.

All OpenGL goes through Qt's own functions and classes, which find the current context whether
Qt made it through GLX, EGL, WGL or CGL.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PySide6.QtGui import QOpenGLContext, QSurfaceFormat
from PySide6.QtOpenGL import (
    QOpenGLBuffer,
    QOpenGLFunctions_3_3_Core,
    QOpenGLShader,
    QOpenGLShaderProgram,
    QOpenGLTexture,
    QOpenGLVersionFunctionsFactory,
    QOpenGLVersionProfile,
)
from shiboken6 import Shiboken

from convviz.render.gl.surface import VERSION
from convviz.resources import resource

# Texture units, the same for every program.
RECORDS_UNIT = 0
CELLS_UNIT = 1
PICTURE_UNIT = 2

_TEXEL_BYTES = {GL.GL_RGBA32F: 16, GL.GL_RGBA8: 4}


class Program:
    """A shader program that skips setting what is already set."""

    def __init__(
        self,
        device: Device,
        vertex: tuple[str, ...],
        fragment: tuple[str, ...],
        defines: tuple[str, ...],
    ) -> None:
        self._gl = device.gl
        self._program = QOpenGLShaderProgram()
        self._locations: dict[str, int] = {}
        self._values: dict[str, Any] = {}
        kinds = QOpenGLShader.ShaderTypeBit
        for kind, files in ((kinds.Vertex, vertex), (kinds.Fragment, fragment)):
            if not self._program.addShaderFromSourceCode(kind, _source(files, defines)):
                raise RuntimeError(f"{files}: {self._program.log()}")
        if not self._program.link():
            raise RuntimeError(f"{vertex} {fragment}: {self._program.log()}")

    def bind(self) -> None:
        self._program.bind()

    def set(self, **values: Any) -> None:
        """Set uniforms of the bound program; integers, floats, int triples or Qt's vectors."""
        for name, value in values.items():
            if self._values.get(name) == value:
                continue
            self._values[name] = value
            place = self._locations.get(name)
            if place is None:
                place = self._locations[name] = self._program.uniformLocation(name)
            if place < 0:
                continue
            if isinstance(value, int):
                self._program.setUniformValue1i(place, value)
            elif isinstance(value, float):
                self._program.setUniformValue1f(place, value)
            elif isinstance(value, tuple):
                self._gl.glUniform3i(place, *value)
            else:
                self._program.setUniformValue(place, value)


def _source(files: tuple[str, ...], defines: tuple[str, ...]) -> str:
    lines = ["#version 330 core", *(f"#define {name}" for name in defines)]
    lines += [resource("shaders", name).read_text(encoding="utf-8") for name in files]
    return "\n".join(lines)


class BufferTexture:
    """Texels in one row, as many as one likes within reason: records of boxes, colours of cells.

    Parameters
    ----------
    unit : int
        The texture unit that it is read from.
    texel : int
        GL_RGBA32F or GL_RGBA8.
    """

    def __init__(self, device: Device, unit: int, texel: int) -> None:
        self._device, self._unit, self._texel = device, unit, texel
        self._buffer = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._buffer.create()
        self._texture = QOpenGLTexture(QOpenGLTexture.Target.TargetBuffer)
        self._texture.create()
        device.owns(self)

    def upload(self, data: NDArray[np.generic]) -> None:
        """Replace the texels, whose bytes are those of `data`.

        Raises
        ------
        ValueError
            When there are more than GL_MAX_TEXTURE_BUFFER_SIZE.
        """
        if data.nbytes > self._device.max_buffer_texels * _TEXEL_BYTES[self._texel]:
            raise ValueError(f"{data.nbytes} bytes are more than a buffer texture holds")
        self._buffer.bind()
        self._buffer.allocate(data.tobytes(), data.nbytes)
        self._buffer.release()
        self.bind()
        self._device.gl.glTexBuffer(GL.GL_TEXTURE_BUFFER, self._texel, self._buffer.bufferId())

    def bind(self) -> None:
        self._texture.bind(self._unit)

    def release(self) -> None:
        """Free what the context holds for it; the context must be current."""
        self._device.disowns(self)
        self._texture.destroy()
        self._buffer.destroy()


class RecordBuffer(BufferTexture):
    """Float records that vertex shaders read by instance, (n, 4 * k) float32: `k` texels each."""

    def __init__(self, device: Device) -> None:
        super().__init__(device, RECORDS_UNIT, GL.GL_RGBA32F)


def put_texels(texture: QOpenGLTexture, texels: bytes) -> None:
    """Replace all texels of a texture of four bytes each."""
    of_bytes = QOpenGLTexture.PixelFormat.RGBA, QOpenGLTexture.PixelType.UInt8
    texture.setData(*of_bytes, texels)  # type: ignore[call-overload]  # a pointer for PySide's types


class Device:
    """The functions and the shared objects of one context, which must be current.

    Raises
    ------
    RuntimeError
        When the context is older than OpenGL 3.3 core.
    """

    def __init__(self, context: QOpenGLContext) -> None:
        profile = QOpenGLVersionProfile()
        profile.setVersion(*VERSION)
        profile.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
        functions = QOpenGLVersionFunctionsFactory.get(profile, context)
        if not isinstance(functions, QOpenGLFunctions_3_3_Core) or not (
            functions.initializeOpenGLFunctions()
        ):
            raise RuntimeError("the OpenGL context is older than 3.3 core")
        self.gl = functions
        self.max_texture_size = self._integer(GL.GL_MAX_TEXTURE_SIZE)
        self.max_buffer_texels = self._integer(GL.GL_MAX_TEXTURE_BUFFER_SIZE)
        self._programs: dict[tuple[str, ...], Program] = {}
        self._owned: dict[int, Any] = {}

    def program(
        self, name: str, vertex: tuple[str, ...], fragment: tuple[str, ...], *defines: str
    ) -> Program:
        """The program made of these shader files, compiled at the first call."""
        key = (name, *defines)
        found = self._programs.get(key)
        if found is None:
            found = self._programs[key] = Program(self, vertex, fragment, defines)
        return found

    def _integer(self, name: int) -> int:
        found = self.gl.glGetIntegerv(int(name))
        return found if isinstance(found, int) else int(found[0])

    def owns(self, thing: Any) -> None:
        """Have `thing.release()` called when the context goes."""
        self._owned[id(thing)] = thing

    def disowns(self, thing: Any) -> None:
        """Forget `thing`, which has been released."""
        self._owned.pop(id(thing), None)

    def release(self) -> None:
        """Free everything; the context must be current."""
        for thing in list(self._owned.values()):
            thing.release()
        self._owned.clear()
        self._programs.clear()
        # Qt frees the functions with the context without a word to Python: a widget made later at
        # the same address would be taken for them.
        Shiboken.invalidate(self.gl)

    def capability(self, on: bool, *names: int) -> None:
        """Switch capabilities such as blending on or off."""
        switch: Callable[[int], None] = self.gl.glEnable if on else self.gl.glDisable
        for name in names:
            switch(int(name))
