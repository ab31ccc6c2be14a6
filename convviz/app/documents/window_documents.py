"""The documents of one window: builds what reads, writes, keeps and imports them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStatusBar, QWidget

from convviz.app.controller import Controller
from convviz.app.documents.document_commands import Cover, DocumentCommands
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.drop_frame import DropFrame
from convviz.app.documents.failures import Failures
from convviz.app.documents.import_commands import ImportCommands
from convviz.app.documents.opening import FileOpening
from convviz.app.documents.recovery import Recovering
from convviz.app.documents.recovery_commands import RecoveryCommands
from convviz.app.documents.saving import Saving
from convviz.app.window.actions import Handlers
from convviz.app.window.file_progress import Waiting
from convviz.app.window.status_line import Say


class WindowDocuments:
    """Each part gets what it uses; none knows this object.

    Parameters
    ----------
    bar : QStatusBar
        Shows that a file is being read or written.
    show_photo : callable
        Brings the form of the input forward, where the photo's crop frame is.
    """

    def __init__(
        self,
        window: QWidget,
        bar: QStatusBar,
        controller: Controller,
        cover: Cover,
        say: Say,
        show_photo: Callable[[], None],
    ) -> None:
        self._window = window
        self.file = file = DocumentFile(controller)
        self.waiting = waiting = Waiting(bar, say)
        self.failures = failures = Failures(window, say)
        self.recovering = Recovering(window, controller, file, say)
        before = self.recovering.saving
        saving = Saving(window, controller, file, waiting, failures, say, before)
        opening = FileOpening(
            window,
            controller,
            file,
            saving,
            waiting,
            failures,
            cover.leave_start,
            cover.take_focus,
        )
        self.commands = DocumentCommands(window, controller, cover, file, opening, saving)
        leave, show = self.commands.leave, opening.show_recovered
        self.recovery = RecoveryCommands(
            window, controller.compute, file, self.recovering, waiting, say, leave, show
        )
        self.imports = ImportCommands(
            window,
            controller,
            waiting,
            failures,
            say,
            cover.leave_start,
            show_photo,
            self.commands.open_file,
        )
        self._drop = DropFrame(window, lambda: controller.settings.theme, self.imports.take)

    def handlers(self) -> Handlers:
        """What carries out which action."""
        groups = (self.commands, self.recovery, self.imports)
        return {id: act for group in groups for id, act in group.handlers().items()}

    def show_name(self) -> None:
        """Name the document in the window's title, marked while it is not saved."""
        self.file.follow()
        title, modified = self.file.title(), self.file.modified
        if (title, modified) != (self._window.windowTitle(), self._window.isWindowModified()):
            self._window.setWindowTitle(title)
            self._window.setWindowModified(modified)

    def begin(self, fault: str = "") -> None:
        """Begin to work for a user: tell why a file was not opened, offer and keep what is edited.

        A window that only draws pictures for a command does none of this.
        """
        if fault:
            self.failures.tell("failed.open", fault)
        self.commands.ask_if_shared()
        self.begin_recovery()

    def begin_recovery(self) -> None:
        """Keep what is edited from now on, and offer what an earlier run left."""
        self.recovering.begin()
        self.recovery.offer()

    def take_from_outside(self, path: Path) -> None:
        """Use a file that the system hands over, and come to the front."""
        self._window.raise_()
        self._window.activateWindow()
        self.imports.take(path)
