"""Command handlers of pictures and clips: their dialogs, and the picture on the clipboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from convviz.app.controller import Controller
from convviz.app.exports.export_job import ExportJob
from convviz.app.exports.figures import Order
from convviz.app.exports.picture_exports import Pictures
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.app.window.status_line import Say

_COPY = 1920  # pixels across


class PictureCommands:
    """Opens the dialogs, each imported when it is first asked for."""

    def __init__(
        self, window: QWidget, controller: Controller, pictures: Pictures, say: Say
    ) -> None:
        self._window, self._controller = window, controller
        self._pictures, self._say = pictures, say

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            ActionId.EXPORT_PICTURE: self.picture,
            ActionId.EXPORT_CLIP: self.clip,
            ActionId.COPY_PICTURE: self.copy,
        }

    def picture(self) -> None:
        """Open the dialog for a picture."""
        from convviz.app.exports.picture_dialog import PictureDialog

        PictureDialog(self._window, self._pictures, self._say).open()

    def clip(self) -> None:
        """Open the dialog for a clip."""
        from convviz.app.exports.clip_dialog import ClipDialog

        ClipDialog(self._window, self._pictures, self._say, self._controller).open()

    def copy(self) -> None:
        """Put the picture of the stage on the clipboard."""
        job = self._pictures.job(self._window, "stage", Order("png", _COPY), None)
        job.ended.connect(lambda reason: self._copied(job, reason))
        job.start()

    def _copied(self, job: ExportJob, reason: str) -> None:
        if reason:
            self._say("export.failed", {"reason": reason})
        else:
            self._pictures.to_clipboard(job)
        job.deleteLater()
