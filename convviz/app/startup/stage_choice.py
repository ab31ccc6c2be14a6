"""Which renderer draws the stage: at the start, and when OpenGL is lost on the way."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from convviz.app.stage.stage_host import StageHost
from convviz.app.startup import opengl_start

if TYPE_CHECKING:
    from convviz.app.stage.stage_host import View
    from convviz.render.paint.still_view import StillView

AGAIN_AFTER = 60.0  # seconds that a new view must have lasted for another one to be tried
FORCED = "CONVVIZ_NO_OPENGL"  # set: the still picture, as on a machine without OpenGL


def stage_view() -> tuple[View, str | None]:
    """The OpenGL stage; or the still picture, with the reason why.

    A start that crashed in OpenGL leaves its mark, which makes this one safe.
    """
    reason = _reason_against()
    if reason is not None:
        opengl_start.end()
        return _still_view(), reason
    from convviz.render.gl.stage_view import StageView

    view = StageView()

    def drew() -> None:
        opengl_start.end()
        view.framePainted.disconnect(drew)

    view.framePainted.connect(drew)
    return view, None


class StageKeeper(QObject):
    """Keeps a stage in the window: a new OpenGL view where one is lost, else the still picture.

    Parameters
    ----------
    host : StageHost
        Owns it.
    """

    def __init__(self, host: StageHost) -> None:
        super().__init__(host)
        self._host = host
        self._lost: View | None = None
        self._renewed = -AGAIN_AFTER
        host.failed.connect(self._failed)

    def _failed(self, error: Exception) -> None:
        view = self._host.view
        if view is self._lost:
            return  # it fails in every frame until it is exchanged
        self._lost = view
        # Later: it is in the middle of painting.
        QTimer.singleShot(0, self, lambda: self._exchange(f"{type(error).__name__}: {error}"))

    def _exchange(self, told: str) -> None:
        now = time.monotonic()
        view: View
        reason: str | None
        if now - self._renewed < AGAIN_AFTER:
            view, reason = _still_view(), told
        else:
            view, reason = stage_view()
        self._renewed, self._lost = now, None
        self._host.exchange(view)
        if reason is not None:
            self._host.explain(reason, "stage.gl-lost")


def _still_view() -> StillView:
    from convviz.render.paint.still_view import StillView

    return StillView()


def _reason_against() -> str | None:
    """Why not to draw with OpenGL; None when it can be done."""
    if os.environ.get(FORCED):
        return f"{FORCED} is set"
    if not opengl_start.begin():
        return "the last start ended while OpenGL was starting"
    from convviz.render.gl.surface import probe

    return probe()
