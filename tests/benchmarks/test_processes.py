"""What whole processes take: start, memory, counting on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from convviz.files.projects import Project, write_project
from convviz.model.documents import chain
from convviz.model.layers import Conv2d, Input, ReLU, Source
from convviz.state.document import Document

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).resolve().parents[2]

OURS = """
import sys, time
from PySide6.QtCore import QTimer
from convviz.app.startup.make_window import make_application, make_window
app = make_application()
window = make_window("seed-bottleneck", "en", "dark")
window.resize(1280, 800)
def done():
    print(time.monotonic())
    sys.stdout.flush()
    QTimer.singleShot(0, window.close)  # it may be complete before the event loop begins
window.complete.connect(done)
window.show()
app.exec()
"""

BARE = """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter
import pyqtgraph as pg
from pyqtgraph.opengl import GLViewWidget
QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
wanted = QSurfaceFormat()
wanted.setVersion(3, 3)
wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
QSurfaceFormat.setDefaultFormat(wanted)
app = QApplication([])
window, parts, seen = QMainWindow(), QSplitter(), set()
class Stage(GLViewWidget):
    def paintGL(self):
        super().paintGL()
        note("stage")
class Plot(pg.PlotWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        note("plot")
def note(part):
    if part not in seen:
        seen.add(part)
        if len(seen) == 2:
            QTimer.singleShot(0, done)
def done():
    print(time.monotonic())
    sys.stdout.flush()
    window.close()
stage, plot = Stage(), Plot()
plot.plot([0, 1, 2, 3])
parts.addWidget(stage)
parts.addWidget(plot)
window.setCentralWidget(parts)
window.resize(1280, 800)
window.show()
app.exec()
"""

MEMORY = """
import sys
from pathlib import Path
from convviz.app.window.idle import wait_for, wait_until_idle
from convviz.app.startup.make_window import make_application, make_window
from convviz.state import intents as asked
app = make_application()
window = make_window("seed-bottleneck", "en", "dark")
window.resize(1280, 800)
done = []
window.complete.connect(lambda: done.append(1))
window.show()
wait_for(lambda: done)
do = window.controller.dispatch
do(asked.SetSpeed(32.0))
do(asked.TogglePlay())
wait_for(lambda: not window.controller.playback.playing)
for filters in (8, 32, 16):
    do(asked.SetField("conv1", "filters", filters))
    wait_until_idle(window.controller)
do(asked.SelectLayer("conv2"))
wait_until_idle(window.controller)
if sys.platform == "linux":  # ru_maxrss would begin with that of the process that started this one
    status = Path("/proc/self/status").read_text()
    print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2)
window.close()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where settings are kept, and modules as they are once a program has been installed."""
    return tmp_path_factory.mktemp("processes")


def run(folder: Path, *arguments: str) -> tuple[float, str]:
    """Run Python; the seconds that it took, and what it printed."""
    environment = dict(os.environ)
    environment |= {"XDG_CONFIG_HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    took = time.monotonic() - begun
    assert done.returncode == 0, done.stderr
    return took, done.stdout.strip()


def until_shown(folder: Path, script: str) -> float:
    """Seconds from the start of the process until the script says that its frame is complete."""
    begun = time.monotonic()
    _, said = run(folder, "-c", script)
    return float(said) - begun


def test_start_until_the_first_complete_frame(qapp, folder, tell):
    scripts = (OURS, BARE)
    turns = [[until_shown(folder, script) for script in scripts] for _ in range(9)][1:]
    ours, bare = (min(turn[place] for turn in turns) for place in (0, 1))
    tell("start until the first complete frame", ours, "s")
    tell("start of a bare window with GLViewWidget and PlotWidget", bare, "s")
    tell("start, ours ÷ bare", ours / bare, "times", 1.6)
    assert ours <= 1.6 * bare


@pytest.mark.skipif(sys.platform == "win32", reason="no peak of memory to be had there")
def test_peak_of_memory(qapp, folder, tell):
    _, said = run(folder, "-c", MEMORY)
    tell("peak memory: open, play, edit", float(said), "MB", 350.0)


def test_counting_on_the_command_line(folder, tell):
    commands = (("-m", "convviz", "count", "seed-bottleneck"), ("-c", "import numpy"))
    turns = [[run(folder, *command)[0] for command in commands] for _ in range(4)][1:]
    ours, numpy = (min(turn[place] for turn in turns) for place in (0, 1))
    tell("convviz count seed-bottleneck", ours, "s", 0.3)
    tell("convviz count ÷ import numpy", ours / numpy, "times", 2.5)
    assert ours <= 2.5 * numpy


def test_counting_a_thousand_layers(folder, tell):
    layers = [("input", Input(3, 32, 32, source=Source.NOISE))]
    layers += [(f"l{n}", Conv2d(16, 3, padding=1) if n % 2 else ReLU()) for n in range(999)]
    file = folder / "thousand.convviz"
    write_project(file, Project(Document("", chain(*layers), "input")))
    commands = (("-m", "convviz", "count", str(file), "--json"), ("-c", "import numpy"))
    turns = [[run(folder, *command)[0] for command in commands] for _ in range(4)][1:]
    ours, numpy = (min(turn[place] for turn in turns) for place in (0, 1))
    tell("convviz count of 1,000 layers", ours, "s", 0.3)
    tell("convviz count of 1,000 layers ÷ import numpy", ours / numpy, "times", 3.0)
    assert ours <= 3.0 * numpy
