"""Which renderer draws the stage."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QWidget

from convviz.app import preferences

FORCED = "CONVVIZ_NO_OPENGL"  # set: the still picture, as on a machine without OpenGL


def stage_view() -> tuple[QWidget, str | None]:
    """The OpenGL stage; or the still picture, with the reason why.

    A start that crashed in OpenGL leaves its mark, which makes this one safe.
    """
    reason = _known_reason()
    if reason is None:
        from convviz.render.gl.surface import probe

        preferences.mark_opengl(True)  # before the first call into the driver
        reason = probe()
    if reason is not None:
        from convviz.render.paint.still_view import StillView

        preferences.mark_opengl(False)
        return StillView(), reason
    from convviz.render.gl.stage_view import StageView

    view = StageView()

    def drew() -> None:
        preferences.mark_opengl(False)
        view.framePainted.disconnect(drew)

    view.framePainted.connect(drew)
    return view, None


def _known_reason() -> str | None:
    if os.environ.get(FORCED):
        return f"{FORCED} is set"
    if preferences.opengl_crashed():
        return "the last start ended while OpenGL was starting"
    return None
