"""A picture or clip made by a process of its own, which is this program: no window waits for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QProcessEnvironment, QTemporaryDir, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from convviz.app.exports.export_job import ExportJob, reason_of
from convviz.files.projects import Project, write_project

if TYPE_CHECKING:
    from convviz.app.controller import Controller

_KEPT = "handed-over.convviz"
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")  # what the systems call their folder for such files


class RenderProcess(ExportJob):
    """Makes one picture or clip with ``convviz render``.

    Parameters
    ----------
    controller : Controller
        What it has open now is drawn.
    out : Path or None
        Where to; None for a PNG that is wanted as `image` alone.
    options : sequence of str
        Of the command line.

    Signals
    -------
    estimated(size: int)
        About how many bytes the clip would have, where the options ask for that.
    """

    estimated = Signal(int)

    def __init__(
        self, parent: QWidget, controller: Controller, out: Path | None, options: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self._controller, self._options = controller, options
        self._folder = QTemporaryDir()
        self._out = out or Path(self._folder.path(), "copied.png")
        self._wanted = out is None
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._listen)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)

    def start(self) -> None:
        """Hand over what is open, then begin."""
        controller = self._controller
        project = Project(controller.history.present, controller.selection, controller.view)
        kept = Path(self._folder.path(), _KEPT)
        controller.compute.perform(lambda: write_project(kept, project), self._handed_over)
        self._begin()

    def _handed_over(self, outcome: object) -> None:
        if not self.running:  # cancelled meanwhile
            return
        if isinstance(outcome, Exception):
            self._end(reason_of(outcome))
            return
        around = QProcessEnvironment.systemEnvironment()
        for name in _TEMPORARY:  # so that nothing of it outlives the folder
            around.insert(name, self._folder.path())
        around.insert("QT_QPA_PLATFORM", "offscreen")
        around.insert("PYTHONPATH", _search_path())
        self._process.setProcessEnvironment(around)
        kept = str(Path(self._folder.path(), _KEPT))
        given = ["render", kept, "--out", str(self._out), *self._options, "--progress"]
        own = [] if getattr(sys, "frozen", False) else ["-m", "convviz"]
        self._process.start(sys.executable, [*own, *given])

    def cancel(self) -> None:
        """End it; nothing of it stays."""
        super().cancel()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            number = self._process.processId()
            self._process.kill()
            self._process.waitForFinished(3000)
            for part in self._out.parent.glob(f".convviz-{number}-*.part"):
                part.unlink(missing_ok=True)
        self._folder.remove()

    def _listen(self) -> None:
        lines = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        for line in lines.split():
            done, slash, count = line.partition("/")
            if slash and done.isdecimal() and count.isdecimal():
                self.moved.emit(int(done), int(count))
        size, unit = (*lines.split()[-2:], "", "")[:2]
        if unit == "bytes" and size.isdecimal():
            self.estimated.emit(int(size))

    def _finished(self, code: int) -> None:
        if not self.running:
            return
        if self._wanted and code == 0:
            self.image = QImage(str(self._out))
        self._folder.remove()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        last = (said.strip().splitlines() or [str(code)])[-1].removeprefix("convviz: ")
        self._end("" if code == 0 else last)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(self._process.errorString())


def _search_path() -> str:
    """Where Python finds this very program, in a checkout too."""
    return str(Path(__file__).resolve().parents[2])
