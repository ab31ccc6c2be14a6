"""What the dialogs for pictures and clips share: a form, a note, progress, write and cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QWidget

from convviz import words
from convviz.app.exports.export_form import ExportForm
from convviz.app.exports.export_job import ExportJob
from convviz.app.exports.picture_exports import Pictures
from convviz.app.window.status_line import Say


class ExportDialog(QDialog):
    """A dialog that makes something, which can be cancelled.

    Attributes
    ----------
    job : ExportJob or None
        What is or was made last.
    """

    def __init__(
        self, window: QWidget, pictures: Pictures, say: Say, name: str, title: str
    ) -> None:
        super().__init__(window)
        self._pictures, self._say = pictures, say
        self.job: ExportJob | None = None
        self.setObjectName(f"export-{name}")
        self.setWindowTitle(words.text(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = ExportForm()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        role = QDialogButtonBox.ButtonRole
        self._buttons = QDialogButtonBox()
        self.write = self._buttons.addButton(words.text("export.write"), role.AcceptRole)
        self.write.setObjectName("export-write")
        self.write.setDefault(True)
        self._buttons.addButton(words.text("export.cancel"), role.RejectRole).setAutoDefault(False)
        self._buttons.rejected.connect(self.reject)

    def _tell(self, told: str, look: str) -> None:
        self.note.setText(told)
        if self.note.property("look") != look:
            self.note.setProperty("look", look)
            self.note.style().polish(self.note)

    def _follow(self) -> None:
        """Say what the fields say now."""
        raise NotImplementedError

    def _make(self, job: ExportJob, done: Callable[[], None]) -> None:
        """Start making, and show how it goes; `done` when it is there."""
        self.job = job
        job.moved.connect(self._moved)
        job.ended.connect(lambda reason: self._ended(reason, done))
        self._show_busy(True)
        job.start()

    def _saved(self, path: Path) -> None:
        self._say("status.saved", {"path": path})
        self.accept()

    def _show_busy(self, busy: bool) -> None:
        self.form.setEnabled(not busy)
        for button in self._buttons.buttons():
            if self._buttons.buttonRole(button) is not QDialogButtonBox.ButtonRole.RejectRole:
                button.setEnabled(not busy)
        self.bar.setVisible(busy)
        if busy:
            self.bar.setRange(0, 0)
            self._tell(words.text("export.beginning"), "muted")

    def _moved(self, done: int, count: int) -> None:
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        if done == count:
            self._tell(words.text("export.ending"), "muted")

    def _ended(self, reason: str, done: Callable[[], None]) -> None:
        self._show_busy(False)
        if reason:
            self._tell(words.text("export.failed", reason=reason), "error")
        else:
            done()

    def reject(self) -> None:
        """Cancel what is being made; else close."""
        if self.job is not None and self.job.running:
            self.job.cancel()
            self._show_busy(False)
            self._follow()
        else:
            super().reject()
