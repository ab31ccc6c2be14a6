"""A clip made by a process of its own, which is this program: the window never waits for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTemporaryDir, Signal

from convviz.files.projects import Project, write_project

_KEPT = "clip.convviz"
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")  # what the systems call their folder for such files


class ClipProcess(QObject):
    """Makes one clip.

    Signals
    -------
    moved(done, count)
        So many frames are done.
    ended(reason)
        The clip is there, or why it is not; an empty reason when it is.
    """

    moved = Signal(int, int)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._listen)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        self._out = Path()
        self._cancelled = False

    def start(self, project: Project, out: Path, options: Sequence[str]) -> None:
        """Begin.

        Raises
        ------
        FileError
            The project cannot be handed over, for want of room on the disk.
        """
        kept = Path(self._folder.path(), _KEPT)
        write_project(kept, project)
        self._out = out
        around = QProcessEnvironment.systemEnvironment()
        for name in _TEMPORARY:  # so that nothing of it outlives the folder
            around.insert(name, self._folder.path())
        around.insert("QT_QPA_PLATFORM", "offscreen")
        around.insert("PYTHONPATH", _search_path())
        self._process.setProcessEnvironment(around)
        given = ["render", str(kept), "--out", str(out), *options, "--progress"]
        own = [] if getattr(sys, "frozen", False) else ["-m", "convviz"]
        self._process.start(sys.executable, [*own, *given])

    @property
    def running(self) -> bool:
        """Whether it is still at it."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def cancel(self) -> None:
        """End it; nothing of the clip stays."""
        self._cancelled = True
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

    def _finished(self, code: int) -> None:
        self._folder.remove()
        if self._cancelled:
            return
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        last = (said.strip().splitlines() or [str(code)])[-1].removeprefix("convviz: ")
        self.ended.emit("" if code == 0 else last)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(self._process.errorString())


def _search_path() -> str:
    """Where Python finds this very program, in a checkout too."""
    return str(Path(__file__).resolve().parents[2])
