"""Asking for an OpenGL surface, and finding out whether there is one to be had."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QOffscreenSurface, QOpenGLContext, QSurfaceFormat

VERSION = (3, 3)


def default_format() -> QSurfaceFormat:
    """The format of every OpenGL surface: 3.3 core, 24 bits of depth, no multisampling.

    Multisampling happens in the stage's own framebuffer: samples asked for here would multiply
    the cost of the whole window.
    """
    wanted = QSurfaceFormat()
    wanted.setRenderableType(QSurfaceFormat.RenderableType.OpenGL)
    wanted.setVersion(*VERSION)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    wanted.setDepthBufferSize(24)
    wanted.setSamples(0)
    wanted.setSwapInterval(1)
    # A driver that starts anew then says that the context is lost, where it can.
    wanted.setOption(QSurfaceFormat.FormatOption.ResetNotification)
    return wanted


def prepare_surfaces() -> None:
    """Ask for shared contexts and our format; call it before the application object exists.

    Without sharing, the second OpenGL widget of a process draws nothing.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QSurfaceFormat.setDefaultFormat(default_format())


def probe() -> str | None:
    """The reason why no OpenGL 3.3 core context can be had, or None when one can.

    Needs a QGuiApplication. Takes the context that all widgets share where there is one (after
    `prepare_surfaces`), else makes one on an invisible surface and drops it again.
    """
    context = QOpenGLContext.globalShareContext()
    if context is None or not context.isValid():
        context = QOpenGLContext()
        context.setFormat(default_format())
        if not context.create():
            return "no OpenGL context can be created"
    got = context.format()
    if context.isOpenGLES():
        return "only OpenGL ES is available"
    if got.version() < VERSION:
        return f"only OpenGL {got.majorVersion()}.{got.minorVersion()} is available"
    surface = QOffscreenSurface()
    surface.setFormat(got)
    surface.create()
    if not surface.isValid() or not context.makeCurrent(surface):
        return "the OpenGL context cannot be used"
    context.doneCurrent()
    return None
