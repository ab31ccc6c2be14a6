"""The exports of one window: builds what makes pictures, clips, tables and code of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from convviz.app.controller import Controller
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.failures import Failures
from convviz.app.exports.picture_commands import PictureCommands
from convviz.app.exports.picture_exports import Pictures
from convviz.app.stage.stage_host import StageHost
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.app.window.file_progress import Waiting
from convviz.app.window.status_line import Say

if TYPE_CHECKING:
    from convviz.app.exports.export_commands import ExportCommands


class WindowExports:
    """Each part gets what it uses; none knows this object.

    Parameters
    ----------
    file : DocumentFile
        Gives its name to what is made of it.
    text_size : callable
        The window's text size in per cent.
    """

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        stage: StageHost,
        file: DocumentFile,
        waiting: Waiting,
        failures: Failures,
        say: Say,
        text_size: Callable[[], int],
    ) -> None:
        self.pictures = Pictures(window, controller, stage, say, text_size)
        self.picture_commands = PictureCommands(window, controller, self.pictures, say)
        self._made: ExportCommands | None = None

        def make() -> ExportCommands:
            from convviz.app.exports.export_commands import ExportCommands

            return ExportCommands(window, controller, file, waiting, failures, say)

        self._make = make

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            **self.picture_commands.handlers(),
            ActionId.SAVE_TABLE: lambda: self._export().save_table(),
            ActionId.COPY_TABLE: lambda: self._export().copy_table(),
            ActionId.COPY_FORMULA: lambda: self._export().copy_formula(),
            ActionId.SAVE_TORCH: lambda: self._export().save_torch(),
            ActionId.SAVE_KERAS: lambda: self._export().save_keras(),
        }

    def _export(self) -> ExportCommands:
        """Tables and code; made when one is first asked for, so that a window starts without."""
        if self._made is None:
            self._made = self._make()
        return self._made
