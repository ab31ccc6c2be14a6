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
    QOpenGLShader,
    QOpenGLShaderProgram,
    QOpenGLTexture,
    QOpenGLVersionFunctionsFactory,
    QOpenGLVersionProfile,
)

from convviz.render.gl.surface import VERSION
from convviz.resources import resource

# Texture units, the same for every program.
RECORDS_UNIT = 0
PICTURE_UNIT = 1

_TEXEL_BYTES = 16


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


class RecordBuffer:
    """Float records that vertex shaders read by instance, as a buffer texture."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._buffer = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._buffer.create()
        self._texture = QOpenGLTexture(QOpenGLTexture.Target.TargetBuffer)
        self._texture.create()
        device.owns(self)

    def upload(self, records: NDArray[np.float32]) -> None:
        """Replace the records.

        Parameters
        ----------
        records : (n, 4 * k) float32
            `k` texels each.

        Raises
        ------
        ValueError
            When there are more than a buffer texture holds here.
        """
        if records.nbytes > self._device.max_buffer_texels * _TEXEL_BYTES:
            raise ValueError(f"{len(records)} records are more than a buffer texture holds")
        data = np.ascontiguousarray(records, dtype=np.float32)
        self._buffer.bind()
        self._buffer.allocate(data.tobytes(), data.nbytes)
        self._buffer.release()
        self.bind()
        self._device.gl.glTexBuffer(GL.GL_TEXTURE_BUFFER, GL.GL_RGBA32F, self._buffer.bufferId())

    def bind(self) -> None:
        self._texture.bind(RECORDS_UNIT)

    def release(self) -> None:
        """Free what the context holds for it; the context must be current."""
        self._device.disowns(self)
        self._texture.destroy()
        self._buffer.destroy()


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
        if functions is None or not functions.initializeOpenGLFunctions():
            raise RuntimeError("the OpenGL context is older than 3.3 core")
        self.gl: Any = functions
        self.max_texture_size = int(self.gl.glGetIntegerv(GL.GL_MAX_TEXTURE_SIZE))
        self.max_buffer_texels = int(self.gl.glGetIntegerv(GL.GL_MAX_TEXTURE_BUFFER_SIZE))
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

    def capability(self, on: bool, *names: int) -> None:
        """Switch capabilities such as blending on or off."""
        switch: Callable[[int], None] = self.gl.glEnable if on else self.gl.glDisable
        for name in names:
            switch(int(name))
